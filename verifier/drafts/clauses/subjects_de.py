"""Who says it in a German sentence: before the verb, behind it, or behind "wie".

Problem: the verb stands second and anything may stand first ("Den Vorwurf wies am Montag der
Minister zurück"), in a clause with "wie" it stands last, and only the article tells who acts.

Method: what an article or a pronoun shows to be no nominative is passed over, with its adjectives
and its noun, and so are adverbs and whatever a preposition governs. The first noun phrase that is
left is the subject: before the verb when the clause begins with it, else behind it; behind "wie"
when the verb ends its clause. "Heißt es" has no subject; the paper or body in which it stands is
the source.

Rejected: one order for all languages (an object before a German verb would speak).
"""

from __future__ import annotations

import re

from verifier.drafts.names.alone_de import is_turned
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords, is_body

_OBLIQUE = frozenset(
    (
        *("dem", "den", "des", "einem", "einen", "eines", "ihm", "ihn", "ihnen", "mir", "uns"),
        *("diesem", "diesen", "dieses", "jedem", "jeden", "keinem", "keinen", "seinem", "seinen"),
        *("ihrem", "ihren", "meinem", "meinen", "unserem", "unseren", "deren", "dessen", "beiden"),
        *("sich", "euch", "dich", "mich", "dir", "wem", "wen"),
    )
)
"""Articles and pronouns that no subject has."""
_ALONE = frozenset("ihm ihn ihnen mir uns sich euch dich mich dir wem wen".split())
"""Those of them behind which no noun of theirs follows."""
_FUSED = frozenset("im am zum zur beim vom ins ans aufs fürs".split())
_FINITE = frozenset(
    (
        *("hat", "hatte", "habe", "haben", "hätte", "hatten", "ist", "war", "sei", "wird", "wurde"),
        *("will", "wollte", "kann", "konnte", "könne", "muss", "musste", "müsse", "soll", "solle"),
        *(
            "sollte",
            "lässt",
            "ließ",
            "ließen",
            "liess",
            "liessen",
            "lasse",
            "würde",
            "sollen",
            "mag",
            "mochte",
            "möchte",
            "darf",
            "durfte",
        ),
    )
)
"""Small verbs that stand second when the word for saying ends the sentence."""
_PAPERS = re.compile(r"(?:zeitung|agentur|presse|redaktion|magazin|sender|funk|dpa|afp|bild)$")
"""To whom something is told."""
_SAYS = ("heißt", "hieß", "heiße", "lautet", "lautete")
_READS = ("liest", "las")
_COMES = ("verlautet", "verlautete")
_MOST_SKIPPED = 12
"""Words between a verb and its subject."""


def subject_behind(text: str, run: list[Word], words: DraftWords) -> list[Word]:
    """The words from the subject behind a German verb on.

    Args:
        text: the draft.
        run: the words behind the verb.
        words: the German lists.

    Returns:
        The words that begin with the subject; empty when none follows.
    """
    at = 0
    while at < min(len(run), _MOST_SKIPPED):
        word = run[at]
        folded = word.text.casefold()
        if at and re.search(
            r"[;:.!?()\n\"\u201e\u201c\u00ab\u00bb]", text[run[at - 1].end : word.start]
        ):
            return []
        if at and "," in text[run[at - 1].end : word.start] and at > 1:
            return []
        told = folded == "der" and _is_told(text, run[at:])
        if folded in _ALONE:
            at += 1
        elif folded in _OBLIQUE or folded in _FUSED or _governs(run, at, words) or told:
            at = _behind_noun(text, run, at + 1)
        elif folded in words.pronouns or words.has("own", folded) or words.has("anybody", folded):
            return run[at:]
        elif words.has("determiners", folded) and at + 1 == len(run):
            return []
        elif word.text[0].isupper() or words.has("determiners", folded):
            return [] if words.has("not_names", folded) else run[at:]
        elif words.has("alone", folded):
            return run[at:]
        elif words.has("verbs", folded) or words.has("clause_openers", folded):
            return []
        else:
            at += 1
    return []


def _governs(run: list[Word], at: int, words: DraftWords) -> bool:
    """Whether a word is a preposition with something behind it, and no adverb on its list."""
    word = run[at].text
    if not words.has("prepositions", word) or at + 1 >= len(run):
        return False
    return words.has("governing", word)


def _is_told(text: str, run: list[Word]) -> bool:
    """Whether "der" begins to whom it is said ("sagte der Deutschen Presse-Agentur Ada Vane")."""
    stop = _behind_noun(text, run, 1)
    return stop < len(run) and _PAPERS.search(run[stop - 1].text.casefold()) is not None


def _behind_noun(text: str, run: list[Word], at: int) -> int:
    """The index behind the noun that an article or a preposition governs."""
    begun = at
    while at < len(run) and run[at].text[0].islower() and at - begun < 4:
        at += 1
    while at < len(run):
        at += 1
        if at < len(run) and text[run[at - 1].end : run[at].start] == "-":
            continue
        if at < len(run) and run[at].text in ("des", "der") and run[at - 1].text[0].isupper():
            at += 1  # "in einer Sitzung des Rates"
            while at < len(run) and run[at].text[0].islower():
                at += 1
            continue
        if at < len(run) and _is_compound_name(text, run, at):
            continue
        break
    return at


def _is_compound_name(text: str, run: list[Word], at: int) -> bool:
    """Whether a capital goes on a name of two words ("der Deutschen Presse-Agentur")."""
    if not run[at - 1].text.endswith("en") or not run[at].text[0].isupper():
        return False
    paper = _PAPERS.search(run[at].text.casefold()) is not None
    return paper or text[run[at].end : run[at].end + 1] == "-"


def is_small_verb(word: Word) -> bool:
    """Whether a word is a small verb that stands second ("hat", "soll")."""
    return word.text.casefold() in _FINITE


def can_be_subject(run: list[Word]) -> bool:
    """Whether words begin like a nominative as far as their article shows."""
    folded = run[0].text.casefold()
    return folded not in _OBLIQUE and folded not in _FUSED


def behind_wie(text: str, run: list[Word], verb: Word, words: DraftWords) -> Subject | None:
    """The subject of a clause with "wie" that its verb ends ("wie die Polizei am Montag sagte").

    Args:
        text: the draft.
        run: the words of the sentence before the verb.
        verb: the verb.
        words: the German lists.
    """
    if not re.match(
        r"\s*(?:[,.:;!?\"\u201e\u201c\u00ab\u00bb)\u2014\u2013-]|$|wird|hat|habe|haben)",
        text[verb.end : verb.end + 8],
    ):
        return None
    for at in range(len(run) - 1, -1, -1):
        opens = at == 0 or "," in text[run[at - 1].end : run[at].start]
        if not opens or run[at].text.casefold() != "wie":
            continue
        behind = [w for w in run[at + 1 :] if w.text.casefold() not in ("es", "das", "dies")]
        behind = subject_behind(text, behind, words)
        comma = next((n for n in range(1, len(behind)) if _parts(text, behind, n)), len(behind))
        return noun_phrase(text, behind[:comma], words) if behind else None
    return None


def _parts(text: str, run: list[Word], at: int) -> bool:
    return "," in text[run[at - 1].end : run[at].start]


def in_bracket(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """The subject beside the small verb of a sentence that its participle ends.

    Args:
        text: the draft.
        run: the words before the participle, back to the last comma.
        words: the German lists.

    Returns:
        What stands before the small verb, unless it cannot act, else what stands behind it
        ("Am Montag hat Vane [gesagt]"); None without such a verb.
    """
    at = next((n for n, word in enumerate(run) if word.text.casefold() in _FINITE), None)
    if at is None:
        return None
    before = [word for word in run[:at] if not words.has("leads", word.text)]
    free = before and can_be_subject(before) and not words.has("prepositions", before[0].text)
    if free and before[0].text.casefold() not in ("das", "es", "dies"):
        return noun_phrase(text, before, words)
    behind = subject_behind(text, run[at + 1 :], words)
    return noun_phrase(text, behind, words) if behind else None


def acts(text: str, run: list[Word], subject: Subject | None, words: DraftWords) -> bool:
    """Whether what stands before a German verb may do what it says.

    Args:
        text: the draft.
        run: the words of the clause before the verb.
        subject: the noun phrase in them.
        words: the German lists.
    """
    if subject is None:
        return False
    first = next((word for word in run if word.start >= subject.start), None)
    if first is not None and not can_be_subject([first]):
        return False
    if subject.kind is not SubjectKind.ROLE:
        lone = subject.kind is SubjectKind.NAME and " " not in subject.text and not subject.role
        return not (lone and is_turned(text, subject.end))
    role = subject.role
    speaks = any(words.has(name, role) for name in ("impersonal", "saying_nouns", "works", "alone"))
    return speaks or words.is_role(role) or is_body(role, words)


def said_in(text: str, run: list[Word], words: DraftWords) -> tuple[int, Subject | None] | None:
    """The paper or body in which "it says" something ("heißt es in einer Mitteilung").

    Args:
        text: the draft.
        run: the words of a sentence.
        words: the German lists.

    Returns:
        Index of the verb, and the source, which stands behind it or opens the sentence; no source
        when it is only "dort" or the like; None without these words.
    """
    for at, word in enumerate(run[:-1]):
        near = {w.text for w in (*run[at + 1 : at + 2], *run[max(0, at - 1) : at])}
        says = word.text in _SAYS and "es" in near
        says = says or (word.text in _READS and "man" in near) or word.text in _COMES
        if not says:
            continue
        for stretch in (run[at + 1 :], run[:at]):
            for index, one in enumerate(stretch[:8]):
                folded = one.text.casefold()
                if folded not in _WHERE or index + 1 >= len(stretch):
                    continue
                found = noun_phrase(text, stretch[index + 1 :], words)
                found = found or _bare(text, stretch[index + 1 :])
                if found is not None and found.kind in (SubjectKind.ROLE, SubjectKind.NAME):
                    return at, found
        return at, None
    return None


_WHERE = frozenset("in im aus bei beim von vom seitens auf".split())


def _bare(text: str, run: list[Word]) -> Subject | None:
    """A noun of which only its capital tells ("in dem Brief")."""
    for index, word in enumerate(run[:4]):
        if word.text[0].isupper():
            first = run[0] if index else word
            label = " ".join(text[first.start : word.end].split())
            return Subject(first.start, word.end, label, SubjectKind.ROLE, word.text.casefold())
    return None
