"""Closed quotation marks of a text.

Problem: marks come in every style, apostrophes look like them, and transcripts leave them open.

Method: paragraph by paragraph; straight marks open after white space and close before it; the same
mark opened again before it was closed means that the first one was left open and opens nothing.
A quotation that runs over paragraphs is reopened at each of them and closed once.

Rejected: counting marks from the start (one left open turns everything behind it inside out).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Quotation:
    """Closed quotation marks: offsets of the opening and of the closing mark."""

    opens: int
    closes: int


_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_PAIRS = {
    '"': '"',
    "'": "'",
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    "\u201e": "\u201c\u201d",
    "\u201a": "\u2018\u2019",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
}
"""What closes what each mark opens."""
_MARK = re.compile("[\"'" + "".join(set("".join([*_PAIRS, *_PAIRS.values()])) - set("\"'")) + "]")
_KEPT_LENGTH = 20_000
"""Longest text whose quotations are kept; longer than the running text around any match."""
_APOSTROPHES = "'\u2019"
_NOT_OPENING = re.compile(r"['\u2018](?:\d\ds?\b|(?:em|tis|twas|cause|til|n)\b)", re.I)


def quotations(text: str) -> tuple[Quotation, ...]:
    """The closed quotations of a text.

    Args:
        text: running text; blank lines part paragraphs.

    Returns:
        In order of the opening mark; inner quotations follow the one that holds them. A mark that
        is not closed within its paragraph opens nothing, unless the next paragraph opens again (a
        quotation over several paragraphs); an apostrophe is no mark.
    """
    return _kept(text) if len(text) <= _KEPT_LENGTH else _quotations(text)


def _quotations(text: str) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    borders = [m.span() for m in _PARAGRAPH.finditer(text)] + [(len(text), len(text))]
    begin = 0
    for stop, following in borders:
        found.extend(_in_paragraph(text, begin, stop, following))
        begin = following
    return tuple(sorted(found, key=lambda q: (q.opens, -q.closes)))


_kept = lru_cache(maxsize=64)(_quotations)
"""Several rules look at the quotations around one match, one after the other."""


def _in_paragraph(text: str, begin: int, stop: int, following: int) -> Iterator[Quotation]:
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, begin, stop):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > begin else " "
        after = text[at + 1] if at + 1 < stop else " "
        inside = next((i for i, (m, _) in enumerate(opened) if mark in _PAIRS[m]), None)
        if inside is not None and _closes(text, mark, before, after, at, stop):
            inside = max(i for i, (m, _) in enumerate(opened) if mark in _PAIRS[m])
            yield Quotation(opened[inside][1], at)
            del opened[inside:]
        elif mark in _PAIRS and _opens(text, mark, before, after, at):
            # the same mark again before it was closed: the first one was left open
            opened = [o for o in opened if o[0] != mark]
            opened.append((mark, at))
    for mark, at in opened[:1]:
        if not text[begin:at].strip() and text[following : following + 3].lstrip()[:1] == mark:
            yield Quotation(at, stop)


def _opens(text: str, mark: str, before: str, after: str, at: int) -> bool:
    if mark in "\"'\u2018\u00bb":
        if after.isspace() or (before.isalnum() and before.isascii()):
            return False
        return mark not in "'\u2018" or not _NOT_OPENING.match(text, at)
    return True


def _closes(text: str, mark: str, before: str, after: str, at: int, stop: int) -> bool:
    if mark in _APOSTROPHES:
        if before.isspace() or after.isalnum():
            return False
        plural = before in "sS" and after == " " and text[at + 2 : at + 3].islower()
        rest = text[at + 1 : min(stop, at + 600)]
        return not (plural and re.search(rf"{mark}(?!\w)", rest))
    return mark != '"' or not before.isspace()
