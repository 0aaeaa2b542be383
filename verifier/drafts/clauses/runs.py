"""The words of a sentence cut to the part in which a subject can stand.

Problem: "who had also then" and "In Linden, Ada Vane, the mayor," stand before one verb, and only
some of these words are its subject.

Method: a run is cut at commas, and small words are taken off its ends.

Rejected: one pattern over the text (it cannot step over what is cut off).
"""

from __future__ import annotations

from verifier.drafts.names.heads import BREAK
from verifier.drafts.names.heads_romance import LINKS
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords, is_body

_ADVERBS = {"en": "ly", "fr": "ment", "es": "mente"}
_NOUNS = frozenset("family assembly supply reply monopoly anomaly butterfly firefly bully".split())
"""English nouns that end like adverbs."""
_PAPERS = ("papers", "written", "saying_nouns")


def parts_of(text: str, run: list[Word]) -> list[list[Word]]:
    """Cut words at commas; only what follows the last harder break (a colon, a dash) is kept.

    Args:
        text: the draft.
        run: words in order.
    """
    parts: list[list[Word]] = [[]]
    for before, word in zip([None, *run], run, strict=False):
        between = text[before.end : word.start] if before else ""
        if BREAK.search(between):
            parts = [[]]
        elif "," in between:
            parts.append([])
        parts[-1].append(word)
    return parts


def without_auxiliaries(run: list[Word], words: DraftWords) -> list[Word]:
    """The words before the small ones at the end ("Vane has also").

    Args:
        run: the words of a clause before its verb.
        words: the lists of the language.
    """

    def skipped(word: str) -> bool:
        folded = word.casefold()
        ending = folded.endswith(_ADVERBS.get(words.language, "\0"))
        adverb = ending and len(folded) > 5 and word[0].islower() and folded not in _NOUNS
        named = words.language == "en" and len(run) > 1 and word[0].isupper()
        return adverb or (folded in words.groups_of_words["auxiliaries"] and not named)

    while run and (run[-1].text.casefold() not in words.pronouns) and skipped(run[-1].text):
        before = run[-2].text if len(run) > 1 and words.language == "fr" else ""
        if before and words.has("determiners", before) and run[-1].text.endswith("ment"):
            break  # "le gouvernement"
        run = run[:-1]
    return run


def without_leads(run: list[Word], words: DraftWords) -> list[Word]:
    """The words behind the small ones at the start ("But then Vane").

    Args:
        run: the words of a clause before its verb.
        words: the lists of the language.
    """
    while run and words.has("leads", run[0].text):
        run = run[1:]
    return run


def embedded(run: list[Word], words: DraftWords) -> list[Word]:
    """What stands behind a verb of saying: "Cole said Brandt had [told]" is Brandt's.

    Args:
        run: the words of a clause before its verb.
        words: the lists of the language.
    """
    for index in range(len(run) - 1, 0, -1):
        if run[index].text[0].islower() and words.has("verbs", run[index].text):
            behind = run[index + 1 :]
            return behind if behind and behind[0].text[0].isupper() else run
    return run


def without_this(run: list[Word], words: DraftWords) -> list[Word]:
    """The words before "had this to" ("Of the rest she had this to say").

    Args:
        run: the words of a clause before its verb.
        words: the lists of the language.
    """
    ends = [word.text for word in run[-3:]]
    told = words.language == "en" and ends in (["had", "this", "to"], ["has", "this", "to"])
    run = run[:-3] if told else run
    return run[-1:] if told and run and run[-1].text.casefold() in words.pronouns else run


def is_relative(word: Word, words: DraftWords) -> bool:
    """Whether a word opens a French or Spanish clause about whoever is named before its comma."""
    openers = {"fr": ("qui",), "es": ("que", "quien", "quienes")}
    return word.text in openers.get(words.language, ())


def antecedent(text: str, part: list[Word], words: DraftWords) -> Subject | None:
    """Whom a relative clause is about: the phrase right before its comma ("par Vane, qui").

    Args:
        text: the draft.
        part: the words before the comma, back to the one before.
        words: the French or Spanish lists.
    """
    for at in range(len(part) - 1, -1, -1):
        before = part[at - 1].text if at else ""
        first = words.has("determiners", part[at].text)
        name = part[at].text[0].isupper() and not (before and before[0].isupper())
        link = at and words.language in ("fr", "es") and part[at].text in LINKS
        begins = first or (name and not words.has("determiners", before))
        if link or before in LINKS or not begins:
            continue
        found = noun_phrase(text, part[at:], words)
        if found is None or found.end != part[-1].end:
            return None
        named = found.kind is SubjectKind.NAME and not first  # "pour la France" is a place
        body = words.language in ("fr", "es") and is_body(found.role, words)
        known = words.is_role(found.role) or body
        return found if named or (found.kind is SubjectKind.ROLE and known) else None
    return None


def who_writes(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whom an English clause without a comma is about ("Thanks to the reader who wrote to [say]").

    Args:
        text: the draft.
        run: the words of a clause before its verb.
        words: the lists of the language.
    """
    at = next((n for n, word in enumerate(run) if n > 1 and word.text == "who"), None)
    if words.language != "en" or at is None or len(run) - at > 3 or len(run) - at < 2:
        return None
    if not words.has("verbs", run[at + 1].text) and run[at + 1].text not in ("rang", "phoned"):
        return None
    first = next((n for n in range(at - 1, 0, -1) if words.has("determiners", run[n].text)), 0)
    if first == 0 or "," in text[run[first].start : run[at].start]:
        return None
    subject = noun_phrase(text, run[first:at], words)
    person = subject is not None and words.is_role(subject.role)
    return subject if person else None


def paper_which(
    text: str, parts: list[list[Word]], last: list[Word], words: DraftWords
) -> Subject | None:
    """The paper that an English clause is about ("had not read the nurse's note, which said").

    Args:
        text: the draft.
        parts: the words of the sentence up to its verb, cut at commas.
        last: those behind the last comma, without small words.
        words: the lists of the language.
    """
    if words.language != "en" or len(last) != 1 or last[0].text not in ("which", "that"):
        return None
    part = parts[-2] if len(parts) > 1 else []
    if not part or not any(words.has(name, part[-1].text) for name in _PAPERS):
        return None
    small = (n for n in range(len(part) - 2, -1, -1) if words.has("determiners", part[n].text))
    first = next(small, None)
    if first is None:
        return None
    label = " ".join(text[part[first].start : part[-1].end].split())
    role = part[-1].text.casefold()
    return Subject(part[first].start, part[-1].end, label, SubjectKind.ROLE, role)


def cleft(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whom an English sentence sets in front ("It was Ada Vane who is supposed to have said").

    Args:
        text: the draft.
        run: the words of the sentence before its verb.
        words: the lists of the language.
    """
    if words.language != "en" or len(run) < 4 or run[0].text not in ("It", "it"):
        return None
    if run[1].text not in ("was", "is"):
        return None
    who = next((n for n, word in enumerate(run[:10]) if n > 2 and word.text in ("who", "that")), 0)
    return noun_phrase(text, run[2:who], words) if who else None


def plural(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """People without an article ("Party insiders say").

    Args:
        text: the draft.
        run: the words before a verb.
        words: the lists of the language.
    """
    plain = words.language == "en" and len(run) < 4 and run[-1].text.endswith("s")
    if not plain or not words.is_role(run[-1].text):
        return None
    label = " ".join(text[run[0].start : run[-1].end].split())
    return Subject(run[0].start, run[-1].end, label, SubjectKind.ROLE, run[-1].text.casefold())


def named_at_end(text: str, part: list[Word], words: DraftWords) -> Subject | None:
    """The name behind a long office ("vice president for trust Ada Vane"), in English.

    Args:
        text: the draft.
        part: the words between two commas.
        words: the lists of the language.
    """
    at = len(part)
    while at > 0 and part[at - 1].text[0].isupper():
        at -= 1
    office = any(words.is_role(word.text) for word in part[:at])
    if words.language != "en" or len(part) - at < 2 or at < 3 or not office:
        return None
    if any(words.has(name, part[at - 1].text) for name in ("prepositions", "determiners", "verbs")):
        return None
    found = noun_phrase(text, part[at:], words)
    named = found is not None and found.kind is SubjectKind.NAME and found.end == part[-1].end
    if found is None or not named:
        return None
    return Subject(part[0].start, found.end, found.text, SubjectKind.NAME, found.role)


def follows_inverted(text: str, run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether the subject can stand behind a verb that has none before it.

    Args:
        text: the draft.
        run: the words of the sentence.
        index: of the verb.
        words: the lists of the language.

    Returns:
        In English only behind nothing, small words, or an adverbial ("In a note said ...").
    """
    if words.language != "en":
        return True
    part = parts_of(text, run[: index + 1])[-1][:-1]
    before = without_leads(without_auxiliaries(part, words), words)
    return not before or words.has("prepositions", before[0].text)
