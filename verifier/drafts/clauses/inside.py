"""The clause that French sets inside the marks ("« On verra, sourit Vane. Ou pas. »").

Problem: the words of the reporter stand between a comma and the next stop of the quoted words, with
no mark around them.

Method: a verb of saying behind a comma inside the marks, its subject behind it, and nothing else.

Rejected: any verb (quoted words have verbs behind commas, too).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.names.parts import Subject, SubjectKind, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords

_INCISE = re.compile("[,?!\u2026] (?=[^\\W\\d_A-Z])")
_INCISE_ENDS = re.compile("[,.;:?!\u2026\u00bb]")
_INVERTED = re.compile("-(?:t-)?(il|elle|ils|elles)\\b")
_NESTED = re.compile(
    '[\u201c\u00ab"][\u00a0\u202f ]?[A-Z\u00c0-\u00dd][^\u201d\u00bb"]{0,200}[\u201d\u00bb"]$'
)
_MOST_INSIDE = 9
"""Words of a clause inside the marks."""


def clause_inside(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """The clause that French sets inside the marks ("« On verra, sourit Brandt. Ou pas. »").

    Args:
        text: the draft.
        start: offset of the quoted words.
        end: their end offset.
        words: the lists of the language.

    Returns:
        The clause between a comma and the next stop, when it is a verb of saying with a subject
        behind it and nothing else; None without, and in other languages.
    """
    if words.language != "fr":
        return None
    for comma in _INCISE.finditer(text, start, end):
        if _NESTED.search(text[start : comma.start()]):
            continue  # behind what somebody is said to have said inside the words
        over = _INCISE_ENDS.search(text, comma.end(), end)
        stop = over.start() if over else end
        run = words_of(text, comma.end(), stop)
        index = next((n for n, w in enumerate(run[:4]) if words.has("verbs", w.text)), None)
        joined = _INVERTED.search(text, comma.end(), stop)
        if joined and text[stop : stop + 2].strip()[:1] == "?":
            joined = None  # a question
        if (index is None and not joined) or not 1 < len(run) <= _MOST_INSIDE:
            continue
        if joined is not None:
            subject: Subject | None = Subject(*joined.span(1), joined.group(1), SubjectKind.PRONOUN)
        elif index is not None:
            subject = noun_phrase(text, run[index + 1 :], words) if index < len(run) - 1 else None
            small = all(words.has("auxiliaries", w.text) for w in run[:index])
            if not small or subject is None or subject.kind is SubjectKind.PRONOUN:
                continue
            if text[run[index].end : run[index + 1].start].strip():
                continue
        if (
            subject is not None
            and subject.kind is SubjectKind.ROLE
            and text[stop : stop + 1] == ","
        ):
            named = first_named(
                text, words_of(text, subject.start, _part_end(text, stop, end)), words
            )
            if named is not None and named.kind is SubjectKind.NAME:
                return Clause(
                    run[0].start, named.end, named, True
                )  # "dit le maire, Marc Vane, ..."
        if subject is not None and subject.kind is not SubjectKind.OWN:
            return Clause(run[0].start, stop, subject, True)
    return None


def _part_end(text: str, comma: int, end: int) -> int:
    """Where the part behind a comma ends."""
    over = _INCISE_ENDS.search(text, comma + 1, end)
    return over.start() if over else end
