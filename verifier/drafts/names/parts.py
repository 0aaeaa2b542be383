"""The words of a stretch, and the ones among them that name a speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_WORD = re.compile(
    r"\b(?:No\.?|Number)[ \u00a0]1[01]\b|[^\W_]+(?:['\u2019][^\W_]+)*['\u2019]?|[^\W_]"
)
_CONTRACTED = re.compile(r"(\w+)['\u2019](d|ll|ve|re|m|s)$")
_SHORTENED = {"d": "would", "ll": "will", "ve": "have", "re": "are", "m": "am", "s": "has"}
_WITH_S = frozenset(("he", "she", "it", "who"))
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
    """The words of a stretch.

    Args:
        text: the draft.
        start: offset of the stretch.
        end: its end offset.

    Returns:
        Words in order. An elided article ("l'", "d'") and a contracted verb ("she'd", given as
        "would") are words of their own; a number that is a name ("No 10") is one.
    """
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        begin = match.start()
        elided = _ELISION.match(text, begin, match.end())
        if elided:
            found.append(Word(begin, elided.end() - 1, text[begin : elided.end() - 1]))
            begin = elided.end()
        short = _CONTRACTED.fullmatch(text, begin, match.end())
        if short and (short.group(2) != "s" or short.group(1).casefold() in _WITH_S):
            found.append(Word(begin, short.end(1), short.group(1)))
            found.append(Word(short.end(1), match.end(), _SHORTENED[short.group(2)]))
            continue
        found.append(Word(begin, match.end(), text[begin : match.end()]))
    return found
