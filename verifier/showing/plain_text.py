"""Text from outside, shown so that it cannot disturb the page or the terminal around it.

Problem: a quote may hold characters that turn the direction of what follows, or a thousand accents
on one letter that grow over other lines; what is wrong with it must be seen, not felt.

Method: a text becomes signs: plain stretches, and names in brackets for what is not shown as it is.
A page sets the names apart, a terminal prints them; both leave the rest untouched.

Rejected: dropping such characters (the reader would not know that the paste is peculiar), HTML
isolation alone (a stray PDI ends it).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.tokens import MAX_MARKS
from verifier.reading.homoglyphs import LOOK_ALIKES, mixed_words

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BIG_STACK = 3
"""Marks on a letter beyond which a page keeps them to its line: no language stacks more of them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of shown text.

    Attributes:
        text: what to show.
        named: whether ``text`` is the name, in brackets, of something not shown as it is.
        stacked: whether letters in it carry unusually many marks.
        mixed: whether it is a word with letters of one script that pass for another's.
    """

    text: str
    named: bool = False
    stacked: bool = False
    mixed: bool = False


def signs(text: str) -> Iterator[Sign]:
    """Cut a text into what is shown as it is and names for what is not.

    Args:
        text: any text.

    Yields:
        Stretches in order, none empty: direction controls become their code points, and of a stack
        of more than `MAX_MARKS` combining marks the number of those left out is named.
    """
    held, mixed = "", mixed_words(text)
    for cluster in _clusters(text):
        base, marks = cluster[:1], len(cluster) - 1
        if base in _BIDI or marks > _BIG_STACK:
            yield from _words(held, mixed)
            held = ""
        if base in _BIDI:
            yield Sign(f"[U+{ord(base):04X}]", named=True)
            cluster, marks = cluster[1:], 0
        if marks > _BIG_STACK:
            yield Sign(cluster[: MAX_MARKS + 1], stacked=True)
            if marks > MAX_MARKS:
                yield Sign(f"[+{marks - MAX_MARKS} marks]", named=True)
        else:
            held += cluster
    yield from _words(held, mixed)


def _words(text: str, mixed: list[str]) -> Iterator[Sign]:
    """A plain stretch, with the words that mix scripts set apart."""
    parts = _among(mixed).split(text) if mixed else [text]
    yield from (Sign(part, mixed=at % 2 == 1) for at, part in enumerate(parts) if part)


def _among(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(longest_first)})\b")


def _clusters(text: str) -> Iterator[str]:
    """Each character with the combining marks on it; marks at the beginning stand alone."""
    start = 0
    for at, character in enumerate(text):
        if at > start and not unicodedata.combining(character):
            yield text[start:at]
            start = at
    if start < len(text):
        yield text[start:]


def visible(text: str) -> str:
    """Text that cannot disturb the text around it, names in brackets included.

    Args:
        text: any text.
    """
    return "".join(sign.text for sign in signs(text))


def foreign_letters(word: str) -> str:
    """The letters of a word that pass for Latin ones, by name.

    Args:
        word: such as ``verifier.reading.homoglyphs.mixed_words`` finds.

    Returns:
        ``о is CYRILLIC SMALL LETTER O (U+043E)`` for each letter once, with commas; empty when
        there are none.
    """
    found = dict.fromkeys(c for c in word if c in LOOK_ALIKES)
    return ", ".join(f"{c} is {unicodedata.name(c)} (U+{ord(c):04X})" for c in found)
