"""The words of a stretch, and the ones among them that name a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*['\u2019]?|[^\W_]")
_ELISION = re.compile(r"(?:[dlnmtsjcDLNMTSJC]|[Qq]u)['\u2019](?=\w)")
ATTRIBUTIVE = ("of", "for", "from", "von", "der", "des", "du", "de", "del")
"""Words between an office and what it is the office of."""


class SubjectKind(StrEnum):
    """How a speaker is named."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that name a speaker: ``[start, end)``.

    Attributes:
        text: the name without titles, or the words of a role or pronoun.
        kind: how it names him.
        role: the word for the office beside a name, case folded, or empty.
    """

    start: int
    end: int
    text: str
    kind: SubjectKind
    role: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place."""

    start: int
    end: int
    text: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch; an elided article ("l'", "d'") is a word of its own."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        begin = match.start()
        elided = _ELISION.match(text, begin, match.end())
        if elided:
            found.append(Word(begin, elided.end() - 1, text[begin : elided.end() - 1]))
            begin = elided.end()
        found.append(Word(begin, match.end(), text[begin : match.end()]))
    return found
