"""Cutting the words before and after a match into clauses, and the word lists to judge them by.

Problem: what stands before a match bears on it only through grammar ("Nobody was hurt, and the
vaccine arrived" denies nothing), so that frame words must be looked for at places, not in windows.

Method: clauses end at commas, semicolons, colons, dashes and brackets; a conjunction followed by
the beginning of a new clause ends one too. Lists are closed, versioned files, one a language.

Rejected: a parser (a model to ship, a result that moves with its version, seconds a batch).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

REACH = 800
"""Characters of the sentence that are looked at on each side: longer ones lack their marks."""
_MARKS = " \t\r\n\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u300c\u300d*_"
_FOLDER = files("verifier") / "lexicons" / "context"
LANGUAGES = ("en", "zh", "de", "fr", "es", "ru")


class Place(StrEnum):
    """Where in a clause a phrase is looked for; START may follow conjunctions, FIRST may not."""

    ANYWHERE = "anywhere"
    FIRST = "first"
    START = "start"
    END = "end"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language.

    Attributes:
        language: BCP 47 primary tag.
        version: of the lists, echoed with the policy.
        drops_subject: whether a verb alone names its person ("dijo que").
        words: the lists by name.
    """

    language: str
    version: int
    drops_subject: bool
    words: Mapping[str, tuple[str, ...]]

    def find(self, name: str, text: str, place: Place = Place.ANYWHERE) -> re.Match[str] | None:
        """The first place of a phrase of a list, the longest phrase first.

        Args:
            name: of the list.
            text: a clause.
            place: where it must stand; white space and conjunctions around it do not count.

        Returns:
            The match of the phrase itself, or None; None for a list the language has not.
        """
        return _pattern(self.language, name, place).search(text)

    def find_last(self, name: str, text: str) -> re.Match[str] | None:
        """The last place of a phrase of a list, or None."""
        found = list(_pattern(self.language, name, Place.ANYWHERE).finditer(text))
        return found[-1] if found else None

    def blank(self, name: str, text: str) -> str:
        """The text with the phrases of a list overwritten, so that offsets stay."""
        pattern = _pattern(self.language, name, Place.ANYWHERE)
        return pattern.sub(lambda found: "_" * len(found.group()), text)


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lists of a language.

    Args:
        language: BCP 47 primary tag.

    Returns:
        None for a language without lists: then nothing is known about the frame.
    """
    if language not in LANGUAGES:
        return None
    content = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    words = {key: tuple(value) for key, value in content.items() if isinstance(value, list)}
    return Lexicon(language, content["version"], bool(content.get("drops_subject")), words)


@cache
def _pattern(language: str, name: str, place: Place) -> re.Pattern[str]:
    lists = lexicon(language)
    phrases = lists.words.get(name, ()) if lists else ()
    if not phrases:
        return re.compile(r"(?!)")
    ordered = sorted(phrases, key=len, reverse=True)
    group = f"(?:{'|'.join(map(re.escape, ordered))})" if language == "zh" else _any_of(ordered)
    if place is Place.FIRST:
        return re.compile(rf"^\W*(?:{group})", re.IGNORECASE)
    if place is Place.START:
        return re.compile(rf"^\W*{_skip(language)}{group}", re.IGNORECASE)
    if place is Place.END:
        return re.compile(rf"{group}\s*$", re.IGNORECASE)
    if place is Place.WHOLE:
        return re.compile(rf"^\W*{_skip(language)}{group}\s*$", re.IGNORECASE)
    return re.compile(rf"{group}", re.IGNORECASE)


def _skip(language: str) -> str:
    if language == "zh":
        return ""
    lists = lexicon(language)
    joined = _any_of(lists.words["coordinators"]) if lists else "(?!)"
    return rf"(?:{joined}\s+)*"


def _any_of(phrases: Sequence[str]) -> str:
    """One of the phrases, from the beginning of a word: that is asked once for all of them, which
    makes a search ten times as fast as asking it for each."""
    return rf"(?<!\w)(?:{'|'.join(map(_phrase, phrases))})"


def _phrase(phrase: str) -> str:
    open_ended = phrase.endswith("*")
    body = re.escape(phrase.rstrip("*")).replace(r"\ ", r"\s+").replace("'", "['\u2019]")
    if phrase.endswith("'"):
        return body
    end = r"\w*" if open_ended else r"(?!\w|['\u2019]\w)"
    return body + end


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between clause borders.

    Attributes:
        start: offset in the text that was cut.
        end: end offset, before the border.
        border: the mark that ends it; empty for the last one.
    """

    start: int
    end: int
    border: str


_BORDER = re.compile(r",(?!\d)|[;:()\uff0c\uff1b\uff1a\u3002\u2014]|\u2013|--|(?<=\s)-(?=\s)")
_NUMBER_COLON = re.compile(r"\d$")


def cut(text: str) -> list[Clause]:
    """Cut a text at the marks that end clauses.

    Args:
        text: the words before or after a match, of one sentence.

    Returns:
        At least one clause; the last one is what stands behind the last mark, maybe empty.
    """
    clauses: list[Clause] = []
    begin = 0
    for border in _BORDER.finditer(text):
        if border.group() == ":" and _NUMBER_COLON.search(text[: border.start()]):
            continue
        clauses.append(Clause(begin, border.start(), border.group()))
        begin = border.end()
    clauses.append(Clause(begin, len(text), ""))
    return clauses


@cache
def _conjunctions(language: str) -> re.Pattern[str]:
    lists = lexicon(language)
    if lists is None or language == "zh":
        return re.compile(r"(?!)")
    joins, opens = (_any_of(lists.words[name]) for name in ("coordinators", "clause_openers"))
    return re.compile(rf"{joins}\s+(?={opens})", re.IGNORECASE)


def last_conjunct(lists: Lexicon, clause: str) -> int:
    """Where the last of several joined clauses begins.

    Args:
        lists: of the language.
        clause: a clause without inner borders.

    Returns:
        Offset behind the last conjunction that is followed by the beginning of a clause, before it
        when it denies itself; 0 when there is none.
    """
    begin = 0
    for found in _conjunctions(lists.language).finditer(clause):
        # "nor did he say that" goes on denying
        denies = lists.find("negation", found.group(), Place.FIRST)
        begin = found.start() if denies else found.end()
    return begin


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch ``[start, end)`` without white space and quotation marks at its edges."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return start, end
