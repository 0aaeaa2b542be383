"""German papers and signs in which words stand, where nobody says them.

Problem: "Darin heißt es:" and "Auf Seite 12 steht:" have their paper in the sentence before, "ein
Banner mit der Aufschrift" has it beside the marks, and "ist auf der Website zu lesen" behind them.

Method: the noun for a paper or a sign, also as the end of a compound, nearest before; beside the
marks only a sign; behind a verb of standing what its preposition governs.

Rejected: the subject of the sentence before (it is mostly whoever sent or got the paper).
"""

from __future__ import annotations

import re

from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.words import DraftWords

_REACH = 400
"""Characters before in which the paper of "darin" is looked for."""
_LONG_ENOUGH = 4
_WITH_WORDS = re.compile(
    r" mit (?:der (?:Auf|In|Unter|Über)schrift|den Worten|dem (?:Text|Satz|Slogan))$"
)
_STANDS = frozenset(
    "steht stand standen prangt prangte prangten findet fand liest las lesen".split()
)
_IS = frozenset("ist war sei sind waren".split())
_READ = frozenset(
    "lesen hören nachzulesen vernehmen erfahren vermerkt festgehalten geschrieben notiert".split()
)
_COMES = frozenset("verlautet verlautete verlaute heißt hieß heisst hiess".split())
_WHERE = frozenset("in im aus bei beim von vom seitens auf an am unter über laut".split())
_MOST_BETWEEN = 6


def is_paper(noun: str, words: DraftWords) -> bool:
    """Whether a German noun is one for a paper or a sign, also as the end of a compound."""
    folded = noun.casefold()
    for name in ("papers", "signs"):
        listed = words.groups_of_words[name]
        ends = (folded[-n:] for n in range(_LONG_ENOUGH, len(folded) + 1))
        if any(end in listed for end in ends):
            return True
    return False


def is_sign(noun: str, words: DraftWords) -> bool:
    """Whether a German noun is one for what is written on something to be seen."""
    folded = noun.casefold()
    listed = words.groups_of_words["signs"]
    return any(folded[-n:] in listed for n in range(_LONG_ENOUGH, len(folded) + 1))


def is_part(subject: Subject, words: DraftWords) -> bool:
    """Whether a noun is a part of a paper ("auf Seite 12", "im zweiten Absatz")."""
    return words.has("parts_of_papers", subject.role or subject.text.split()[0])


def phrase_at(text: str, run: list[Word], at: int, words: DraftWords) -> Subject:
    """A noun with its article and its adjectives.

    Args:
        text: the draft.
        run: the words around it.
        at: index of the noun.
        words: the German lists.
    """
    first = at
    while first and run[first - 1].text[0].islower() and at - first < 3:
        before = run[first - 1].text
        if text[run[first - 1].end : run[first].start].strip():
            break
        if words.has("determiners", before):
            first -= 1
            break
        if words.has("prepositions", before) or not before.endswith(("e", "en", "er", "es", "em")):
            break
        first -= 1
    if not words.has("determiners", run[first].text):
        first = at
    label = " ".join(text[run[first].start : run[at].end].split())
    return Subject(run[first].start, run[at].end, label, SubjectKind.ROLE, run[at].text.casefold())


def paper_before(text: str, at: int, words: DraftWords) -> Subject | None:
    """The paper that "darin" stands for: the nearest in the two sentences before.

    Args:
        text: the draft.
        at: where the sentence with "darin" begins.
        words: the German lists.
    """
    low = max(0, at - _REACH)
    lines = [n for n in range(at - 1, low, -1) if text[n] == "\n" and text[n - 1] != "\n"]
    low = lines[1] if len(lines) > 1 else low
    run = words_of(text, low, at)
    for index in range(len(run) - 1, -1, -1):
        if run[index].text[0].isupper() and is_paper(run[index].text, words):
            one = run[index]
            return Subject(one.start, one.end, one.text, SubjectKind.ROLE, one.text.casefold())
    return None


def sign_beside(text: str, at: int, words: DraftWords) -> Subject | None:
    """The sign right before the marks ("ein Banner mit der Aufschrift", "auf dem Plakat").

    Args:
        text: the draft.
        at: offset of the opening mark.
        words: the German lists.
    """
    head = text[max(0, at - 90) : at].rstrip()
    low = max(0, at - 90)
    bare = _WITH_WORDS.sub("", head)
    run = words_of(text, low, low + len(bare))
    if not run or run[-1].end != low + len(bare):
        return None
    signed = len(bare) < len(head) and run[-1].text[0].isupper()
    if not signed and not is_sign(run[-1].text, words):
        return None
    return phrase_at(text, run, len(run) - 1, words)


def stands_in(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """The paper in which words stand ("steht auf einem Schild", "war in der Akte zu lesen").

    Args:
        text: the draft.
        run: the words behind the marks, or those of a sentence before a colon.
        words: the German lists.

    Returns:
        What the preposition behind (else before) the verb governs; None without such a verb.
    """
    verb = next((n for n, w in enumerate(run) if w.text in _STANDS | _IS | _COMES), None)
    if verb is None:
        return None
    if run[verb].text in _IS and not any(word.text in _READ for word in run):
        return None
    for stretch in (run[verb + 1 :], run[:verb]):
        for index, word in enumerate(stretch[:_MOST_BETWEEN]):
            if word.text.casefold() not in _WHERE:
                continue
            noun = next(
                (
                    n
                    for n in range(index + 1, min(len(stretch), index + 5))
                    if stretch[n].text[0].isupper()
                ),
                None,
            )
            said = run[verb].text in _COMES | _IS
            if noun is not None and (said or is_paper(stretch[noun].text, words)):
                return phrase_at(text, stretch[: noun + 1], noun, words)
    return None


def stands_nowhere(run: list[Word]) -> bool:
    """Whether words stand on something that is left out ("Auf der letzten steht:").

    Args:
        run: the words of a sentence before a colon.
    """
    verb = next((n for n, word in enumerate(run) if word.text in _STANDS), None)
    placed = bool(run) and run[0].text.casefold() in _WHERE
    return placed and verb is not None and not any(w.text[0].isupper() for w in run[1:verb])
