"""Which quotation marks of a text open, which close, and what stands between them.

Problem: the same character opens in one language and closes in another (the German closing mark is
the English opening one), straight marks do both, and an apostrophe looks like a closing mark.

Method: one pass with a stack. A mark closes the innermost open one that it fits; where it could do
both, the white space around it decides, and without white space what is open decides. A single mark
closes only beside punctuation or the end, so that "the workers' rights" stays whole.

Rejected: alternating open and close (one lost mark turns the text inside out), and asking for the
language first (it is known only after the quoted words are).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from corpus.text.tokens import is_unspaced

Span: TypeAlias = tuple[int, int]

_CLOSERS: dict[str, str] = {
    '"': '"\u201d',
    "\uff02": "\uff02",
    "\u201c": '\u201d"\u201c',
    "\u201d": "\u201d",
    "\u201e": '\u201c\u201d"',
    "\u201f": "\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "<": ">",
    "`": "'\"",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "\u301d": "\u301e\u301f",
    "\u2039": "\u203a",
    "\u203a": "\u2039",
    "'": "'\u2019",
    "\u2018": "\u2019'",
    "\u201a": "\u2018\u2019",
}
_SPACED_INSIDE = "\u00ab\u00bb\u2039\u203a<"  # French leaves a space inside these
_SINGLES = "'\u2018\u2019\u201a"
MARKS = frozenset("".join(_CLOSERS) + "".join(_CLOSERS.values())) - {"<", ">"} | {"\u201b"}
"""Every character that can be a quotation mark (angle brackets only in pairs)."""

_MARK = re.compile(
    "\"+|''|``|<<|>>|[\uff02\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e"
    "\u301f\u2039\u203a'\u2018\u2019\u201a]"
)
_BESIDE_CLOSING = ",.!?;:\u2014\u2013\u3002\uff0c\uff01\uff1f\uff1b\"\u201d\u201c\u00bb]"
_BEFORE_CLOSING = _BESIDE_CLOSING + "\u2026\u300d"
_AFTER_CLOSING = _BESIDE_CLOSING + ")"
_OPENED_BY = "([{\uff08\u3010"
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class QuotedStretch:
    """A stretch in quotation marks that is in no other one.

    Attributes:
        opening: span of the opening mark; empty, at the start of the text, when it is missing.
        closing: span of the closing mark; empty, at the end of the text, when it is missing.
        reopenings: marks that open a further paragraph of the same quotation.
    """

    opening: Span
    closing: Span
    reopenings: tuple[Span, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether both marks are there."""
        return self.opening[0] < self.opening[1] and self.closing[0] < self.closing[1]


@dataclass(frozen=True, slots=True)
class MarkScan:
    """What the marks of a text do.

    Attributes:
        stretches: quoted stretches of the outermost level, in order.
        strays: closing marks that close nothing and bound no stretch.
    """

    stretches: tuple[QuotedStretch, ...]
    strays: tuple[Span, ...]


def scan_marks(text: str, start: int, end: int) -> MarkScan:
    """Pair the quotation marks of a part of a text.

    Args:
        text: any text without invisible characters.
        start: offset of the part; white space at its ends is trimmed by the caller.
        end: end offset of the part.

    Returns:
        Outermost stretches and stray marks. A closing mark before any other counts as the end of
        a stretch that began with the part; an unclosed double mark runs to the end of the part; an
        unclosed single mark is an apostrophe.

    Cost: linear; at most eight levels are told apart.
    """
    marks = list(_MARK.finditer(text, start, end))
    last_single = max((m.start() for m in marks if _closes_single(text, m, start, end)), default=-1)
    last_angle = text.rfind(">>", start, end)
    stack: list[tuple[str, Span]] = []
    done: list[QuotedStretch] = []
    strays: list[Span] = []
    reopened: list[Span] = []
    for found in marks:
        span = found.span()
        sign = _sign(found.group())
        level = _level_closed(stack, sign, text, found, start, end)
        if level is not None:
            opening = stack[level][1]
            del stack[level:]
            if not stack:
                done.append(QuotedStretch(opening, span, tuple(reopened)))
                reopened = []
        elif stack and stack[-1][0] == sign and _at_line_start(text, span[0], start):
            if len(stack) == 1:
                reopened.append(span)
        elif _may_open(sign, text, found, start, end):
            last = last_single if sign in _SINGLES else last_angle if sign == "<" else end
            if last <= span[0]:
                continue  # an apostrophe, or less than
            if len(stack) < _MAX_DEPTH:
                stack.append((sign, span))
        elif not stack and _may_be_stray(sign, text, found, start):
            if done or strays:
                strays.append(span)
            else:
                done.append(QuotedStretch((start, start), span))
    opening = next((span for sign, span in stack if sign not in _SINGLES), (-1, -1))
    if opening[0] >= 0:
        done.append(QuotedStretch(opening, (end, end), tuple(reopened)))
    return MarkScan(tuple(done), tuple(strays))


def _sign(mark: str) -> str:
    """One character for a mark of several."""
    return '"' if mark in ("''", '"') or mark[0] == '"' else mark[0]


def _sides(text: str, found: re.Match[str], start: int, end: int) -> tuple[str, str]:
    """The characters beside a mark; empty at the ends of the part."""
    left = text[found.start() - 1] if found.start() > start else ""
    right = text[found.end()] if found.end() < end else ""
    return left, right


def _closes_single(text: str, found: re.Match[str], start: int, end: int) -> bool:
    if found.group() not in ("'", "\u2019", "\u2018"):
        return False
    left, right = _sides(text, found, start, end)
    if not left or left.isspace() or right.isalnum():
        return bool(left) and left in _BEFORE_CLOSING and is_unspaced(right or " ")
    return left in _BEFORE_CLOSING or not right or right in _AFTER_CLOSING


def _level_closed(
    stack: list[tuple[str, Span]],
    sign: str,
    text: str,
    found: re.Match[str],
    start: int,
    end: int,
) -> int | None:
    """Index of the open mark that this one closes, innermost first."""
    left, right = _sides(text, found, start, end)
    for level in range(len(stack) - 1, -1, -1):
        opener = stack[level][0]
        if sign not in _CLOSERS[opener] and not (opener == "`" and found.group() == "''"):
            continue
        if sign in _SINGLES and not _closes_single(text, found, start, end):
            return None
        if sign == opener and stack[level][1][1] == found.start():
            return None
        both_ways = sign in _CLOSERS and sign not in _SPACED_INSIDE
        apart = not left or left.isspace() or left in _OPENED_BY or left in _CLOSERS
        if both_ways and apart and right and (right.isalnum() or right in "[(\u2026."):
            return None
        return level
    return None


def _at_line_start(text: str, at: int, start: int) -> bool:
    """Whether only white space with a line break stands before a mark."""
    while at > start and text[at - 1].isspace():
        at -= 1
        if text[at] == "\n":
            return True
    return False


def _may_open(sign: str, text: str, found: re.Match[str], start: int, end: int) -> bool:
    if sign not in _CLOSERS:
        return False
    left, right = _sides(text, found, start, end)
    if not right or (right.isspace() and sign not in _SPACED_INSIDE) or right in ",;:!?)":
        return False
    free_left = not left or left.isspace() or left in _OPENED_BY or left in MARKS
    if sign in _SINGLES or sign in "\u201d\u00bb\u203a":
        return free_left and not right.isspace()
    return free_left or not left.isalnum() or is_unspaced(left)


def _may_be_stray(sign: str, text: str, found: re.Match[str], start: int) -> bool:
    """A double mark that closes nothing; after a digit it means inches."""
    if sign in _SINGLES or sign == ">" or not any(sign in closers for closers in _CLOSERS.values()):
        return False
    left = text[found.start() - 1] if found.start() > start else ""
    return bool(left) and not left.isdigit()
