"""Where the quoted stretches of one paragraph of a draft begin and end.

Problem: in a draft marks come in every style and some are missing, and one mark that is never
closed must not turn the rest of the article inside out.

Method: paragraph by paragraph, outermost marks only. A mark opens or closes by the characters
beside it; where it could do both, what is open decides. The same mark opened again before it was
closed is a quotation in the quotation when two closing marks follow, else the first was left open.
A stretch without a closing mark ends where the words around it begin (a caller-given rule); one
without an opening mark begins with its paragraph or after the sentence of the quotation before it.
A single mark opens only what a single mark closes, else it is an apostrophe.

Rejected: the reader of a pasted claim (`quotation_marks`): it may take everything to the end of the
claim for quoted, an article may not; counting marks from the start of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import is_unspaced, tokens
from verifier.reading.saying import load_sayings

Span: TypeAlias = tuple[int, int]
EndOfOpen: TypeAlias = Callable[[int, int], int]
"""Where a stretch without a closing mark ends, given its start and the farthest possible end."""

_MARK = re.compile(
    "``|''|[\"\uff02\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e\u301f"
    "\u2039\u203a'\u2018\u2019\u201a\u201b]"
)
_CLOSERS = {
    '"': '"\u201d',
    "\uff02": "\uff02",
    "\u201c": '\u201d"\u201c',
    "\u201d": "\u201d",
    "\u201e": '\u201c\u201d"',
    "\u201f": '\u201d"',
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    "\u301d": "\u301e\u301f",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
    "'": "'\u2019",
    "\u2018": "\u2019'",
    "\u201b": "\u2019'",
    "\u201a": "\u2018\u2019'",
}
_ONLY_OPEN = "\u201e\u201f\u300c\u300e\u301d"
_ONLY_CLOSE = "\u300d\u300f\u301e\u301f"
_SINGLES = "'\u2018\u2019\u201a\u201b\u2039\u203a"
_MARKS = "".join(_CLOSERS) + "".join(_CLOSERS.values())
_FREE = (
    "([{\uff08\u3010-\u2013\u2014\u2015/:,;\uff0c\uff1a\u3002\u2026\u00bf\u00a1*_>"
    "\uff1f\uff01\uff1b\u3001\uff09\u300b\u3011" + _MARKS
)
_SENTENCE_END = re.compile("[.!?\u2026\u3002\uff01\uff1f]+\\s*")
_AFTER_SINGLE = ",.!?;:)\u2014\u2013-\u3002\uff0c\uff01\uff1f\u3001" + _MARKS
_SINGLE_REACH = 200
"""Marks looked at for the partner of a single one: more than a quotation holds, and it keeps a text
full of apostrophes linear."""
_MOST_BEHIND = 80
"""Characters of an attribution at the end of a paragraph that leaves its quotation open: when the
next one opens again, a longer rest is more of the same talk."""
_ELIDED = re.compile(r"\b(?:[dlnsjcmt]|qu)['\u2019]$", re.IGNORECASE)
_CLIPPED = re.compile(
    r"['\u2018\u2019](?:\d\ds?|em|tis|twas|cause|til|n|round|bout)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch.

    Attributes:
        outer: from its opening mark to behind its closing one.
        inner: the quoted words, without white space at their ends.
        sign: the opening mark, or the closing one when the opening is missing.
        opened: whether the opening mark is there.
        closed: whether the closing mark is there.
    """

    outer: Span
    inner: Span
    sign: str
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark and what it may do where it stands."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def stretches(
    text: str, start: int, end: int, end_of_open: EndOfOpen, *, goes_on: Callable[[str], bool]
) -> list[Stretch]:
    """Find the outermost quoted stretches of a paragraph.

    Args:
        text: the draft.
        start: offset of the paragraph.
        end: its end offset.
        end_of_open: where a stretch without a closing mark ends.
        goes_on: whether the next paragraph opens with a given mark again; then a stretch without a
            closing mark runs to the end of its paragraph.

    Returns:
        Stretches in order without overlap, none empty.

    Cost: linear in the paragraph.
    """
    marks = [_mark(text, m, start, end) for m in _MARK.finditer(text, start, end)]
    found: list[Stretch] = []
    at = 0
    floor = start
    while at < len(marks):
        mark = marks[at]
        if mark.start < floor:
            at += 1
            continue
        if not mark.opens:
            stray = _stray(text, mark, start, found)
            if stray is not None:
                found.append(stray)
                floor = mark.end
            at += 1
            continue
        closing, limit = _closing(marks, at, text)
        if closing is not None:
            inner = _trim(text, mark.end, marks[closing].start)
            if inner[0] < inner[1]:
                found.append(Stretch((mark.start, marks[closing].end), inner, mark.sign))
            at = closing + 1
            floor = marks[at - 1].end
            continue
        at += 1
        led = text[start : mark.start].rstrip()[-1:] in ("", ":", ",")
        if mark.sign in _SINGLES and not (led and goes_on(mark.sign)):
            continue
        stop = end if limit is None else marks[limit].start
        ends = max(mark.end, min(stop, end_of_open(mark.end, stop)))
        if limit is not None or stop - ends <= _MOST_BEHIND or not goes_on(mark.sign):
            stop = ends
        inner = _trim(text, mark.end, stop)
        if inner[0] < inner[1]:
            found.append(Stretch((mark.start, inner[1]), inner, mark.sign, closed=False))
            floor = inner[1]
    return found


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    found = match.group()
    sign = '"' if found in ("``", "''") else found
    left = text[match.start() - 1] if match.start() > start else ""
    right = text[match.end()] if match.end() < end else ""
    free = not left or left.isspace() or left in _FREE or is_unspaced(left)
    solid = bool(right) and not right.isspace()
    ends = bool(left) and not left.isspace()
    alone = not right.isalnum() or is_unspaced(right)
    if sign in _ONLY_OPEN or sign in _ONLY_CLOSE:
        return _Mark(*match.span(), sign, sign in _ONLY_OPEN and bool(right), sign in _ONLY_CLOSE)
    if sign in '"\uff02':
        opens = solid and free and right not in ",.;:!?)\u3002\uff0c"
        return _Mark(*match.span(), sign, opens and found != "''", ends and alone)
    if sign == "\u201c":
        return _Mark(*match.span(), sign, solid and (free or not alone), ends and alone)
    if sign in "\u00ab\u2039":
        ends = ends and not _ELIDED.search(text, max(start, match.start() - 4), match.start())
        shut = ends and not left.isspace() and (not solid or right in ",.;:!?)\u2014\u2013")
        return _Mark(*match.span(), sign, bool(right) and not shut, ends)
    if sign in "\u201d\u00bb\u203a":
        apart = not left or left.isspace() or left in "([{\uff08"
        return _Mark(*match.span(), sign, apart and right.isalnum(), True)
    if sign == "\u201a":
        return _Mark(*match.span(), sign, free and right.isalnum(), False)
    clipped = bool(_CLIPPED.match(text, match.start()))
    opens = free and solid and not clipped and sign != "\u2019" and right not in ",.;:!?)"
    return _Mark(*match.span(), sign, opens, ends and alone)


def _closing(marks: list[_Mark], at: int, text: str) -> tuple[int | None, int | None]:
    """The mark that closes the one at an index, or the one that shows that it was left open."""
    opening = marks[at]
    closers = _CLOSERS[opening.sign]
    single = opening.sign in _SINGLES
    depth = 0
    stop = min(len(marks), at + _SINGLE_REACH) if single else len(marks)
    for index in range(at + 1, stop):
        mark = marks[index]
        if mark.start < opening.end or mark.sign not in closers + opening.sign:
            continue
        if mark.sign in closers and mark.closes:
            if mark.sign == opening.sign == '"' and mark.start == opening.end:
                continue
            if single and not _closes_single(marks, index, closers, text):
                continue
            if depth == 0:
                return index, None
            depth -= 1
        elif mark.sign == opening.sign and mark.opens and not single:
            if _at_line_start(text, mark.start, opening.end):
                continue  # a further paragraph of the same quotation
            if not _closes_twice(marks, index, opening.sign):
                return None, index
            depth += 1
    return None, None


def _closes_twice(marks: list[_Mark], at: int, sign: str) -> bool:
    """Whether two closing marks follow before another one opens."""
    closed = 0
    for mark in marks[at + 1 : at + 12]:
        if mark.sign in _CLOSERS[sign] and mark.closes:
            closed += 1
            if closed == 2:
                return True
        elif mark.sign == sign and mark.opens:
            return False
    return False


def _closes_single(marks: list[_Mark], index: int, closers: str, text: str) -> bool:
    """Whether a mark that may be an apostrophe closes; "the workers' rights" goes on."""
    mark = marks[index]
    if mark.sign in "\u2039\u203a":
        return True
    left = text[mark.start - 1]
    right = text[mark.end : mark.end + 1]
    if not left.isalnum() or left not in "sS" or not right or right in _AFTER_SINGLE:
        return True
    for later in marks[index + 1 : index + 12]:
        if later.sign in "'\u2018" and later.opens:
            return True
        if later.sign in closers and later.closes:
            return False
    return True


def _at_line_start(text: str, at: int, floor: int) -> bool:
    while at > floor and text[at - 1].isspace():
        at -= 1
        if text[at] == "\n":
            return True
    return False


def _first_own(text: str, begin: int, end: int) -> int:
    """The last sentence before a closing mark, with those before it that somebody speaks."""
    spans = sentence_spans(text[begin:end])
    dialogue = load_sayings().dialogue
    at = len(spans) - 1
    while at > 0 and dialogue.among(
        tokens(text[begin + spans[at - 1][0] : begin + spans[at - 1][1]]).norms, ""
    ):
        at -= 1
    return begin + spans[at][0] if spans else begin


def _stray(text: str, mark: _Mark, start: int, found: list[Stretch]) -> Stretch | None:
    """The stretch before a closing mark that nothing opened; inches are none."""
    left = text[mark.start - 1] if mark.start > start else ""
    if not mark.closes or mark.sign in _SINGLES or not left or left.isdigit() or left.isspace():
        return None
    begin = start
    if found:
        ended = _SENTENCE_END.search(text, found[-1].outer[1], mark.start)
        if ended is None or ended.end() >= mark.start:
            return None
        begin = ended.end()
    begin = _first_own(text, begin, mark.start)
    colon = max(text.rfind(": ", begin, mark.start), text.rfind("\uff1a", begin, mark.start))
    inner = _trim(text, begin if colon < 0 else colon + 1, mark.start)
    if inner[0] >= inner[1]:
        return None
    return Stretch((inner[0], mark.end), inner, mark.sign, opened=False)
