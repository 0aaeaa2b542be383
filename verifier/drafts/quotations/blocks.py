"""The paragraphs and block quotes of a draft.

Problem: a draft comes with one line a paragraph or wrapped, with blank lines or without, and sets
long quotations apart by ``>`` or by indenting instead of marks.

Method: lines are grouped at blank lines. A group that looks wrapped (lines of middling, similar
length) is one paragraph, else each of its lines is one. Lines with ``>`` are a block quote. So is
an indented group behind one that is not indented, if it has several lines or a colon leads to it.
Every decision looks at a group and the one before it only, so that a paragraph added elsewhere
moves nothing.

Rejected: a Markdown parser (most drafts are not Markdown, and it loses the offsets).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from corpus.text.tokens import is_unspaced

Span: TypeAlias = tuple[int, int]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_MARKER = re.compile(r"[ \t]{0,3}>(?:[ \t]?>)*[ \t]*")
_INDENT = re.compile(r" {4}|\t| {1,3}\t")
_ITEM = re.compile(r"[-*\u2022+]\s|\d+[.)]\s|#")
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 45, 100


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a block quote, ``[start, end)`` without white space at its ends.

    Attributes:
        lines: spans of its lines without indent and ``>``; none is empty.
        is_quote: whether it is set apart as a quotation.
    """

    start: int
    end: int
    lines: tuple[Span, ...]
    is_quote: bool


def blocks(text: str) -> tuple[Block, ...]:
    """Cut a draft into paragraphs and block quotes.

    Args:
        text: any text.

    Returns:
        Blocks in order without overlap; all visible text but ``>`` is in one of them.

    Cost: linear.
    """
    found: list[Block] = []
    for group in _groups(text):
        if _MARKER.match(text, *group[0]):
            lines = [(_MARKER.match(text, *line) or line, line[1]) for line in group]
            spans = [(m.end() if isinstance(m, re.Match) else m[0], e) for m, e in lines]
            spans = [_trim(text, *span) for span in spans]
            spans = [span for span in spans if span[0] < span[1]]
            if spans:
                joins = text[found[-1].end : spans[0][0]] if found else ""
                _append_quote(found, spans, joins)
            continue
        spans = [_trim(text, *line) for line in group]
        if _is_set_apart(text, group, found):
            found.append(Block(spans[0][0], spans[-1][1], tuple(spans), True))
        elif _is_wrapped(text, spans):
            found.append(Block(spans[0][0], spans[-1][1], tuple(spans), False))
        else:
            found.extend(Block(*span, (span,), False) for span in spans)
    return tuple(found)


def _append_quote(found: list[Block], spans: list[Span], joins: str) -> None:
    """Two runs of ``>`` lines with nothing but white space between them are one block quote."""
    if found and found[-1].is_quote and not joins.strip(" \t\r\n>") and ">" in joins:
        last = found.pop()
        spans = [*last.lines, *spans]
    found.append(Block(spans[0][0], spans[-1][1], tuple(spans), True))


def _groups(text: str) -> Iterator[list[Span]]:
    """Runs of lines between blank ones; lines with ``>`` are runs of their own."""
    group: list[Span] = []
    marked = False
    before = 0
    for match in _LINE.finditer(text):
        line = match.span()
        if not match.group().strip():
            continue
        has_marker = bool(_MARKER.match(text, *line))
        if group and (has_marker != marked or _is_blank_line(text[before : line[0]])):
            yield group
            group = []
        group.append(line)
        marked = has_marker
        before = line[1]
    if group:
        yield group


def _is_blank_line(between: str) -> bool:
    breaks = between.replace("\r\n", "\n")
    return sum(1 for c in breaks if c in "\n\r\x0b\x0c\x85\u2028\u2029") > 1


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_set_apart(text: str, group: list[Span], found: list[Block]) -> bool:
    if not found or not all(_INDENT.match(text, *line) for line in group):
        return False
    last = found[-1]
    head = max(text.rfind("\n", 0, last.start), text.rfind("\r", 0, last.start)) + 1
    if last.is_quote or _INDENT.match(text, head) or _ITEM.match(text, _trim(text, *group[0])[0]):
        return False
    return len(group) > 1 or text[last.end - 1] in ":\uff1a"


def _is_wrapped(text: str, spans: list[Span]) -> bool:
    if len(spans) < 2 or any(is_unspaced(text[s]) for s, _ in spans):
        return False
    return spans[-1][1] - spans[-1][0] <= _LONGEST_WRAPPED and all(
        _SHORTEST_WRAPPED <= e - s <= _LONGEST_WRAPPED for s, e in spans[:-1]
    )
