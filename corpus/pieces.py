"""Paragraphs into passages: clean edges, and no longer than is good for comparing.

Long paragraphs are cut at sentence borders; the pieces stay in one turn, so that a quote that runs
over the cut is still found in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.models import DraftPassage
from corpus.text.sentences import sentence_groups

LONGEST = 1200
"""Comparing costs grow with the longest passage, and its neighbours are joined again anyway."""

_EDGE = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u2028\u2029\u3000*_>"
_SAYS = re.compile(r"[^\W_]")
_BULLET = re.compile(r"(?:[-+\u2022\u00b7\u25cf]|#{1,6})\s+|[\u2014\u2013]+|-+(?=[*_])")


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The passages of one paragraph.

    Args:
        text: the stored text.
        start: where the paragraph begins.
        end: where it ends.

    Returns:
        Half-open spans in order, not overlapping: the paragraph without emphasis marks, quote
        marks, bullets and white space at its edges, cut at sentence borders when it is longer than
        `LONGEST`; none when it has no letter and no digit. A sentence longer than that is kept
        whole.
    """
    start, end = _trimmed(text, start, end)
    if end - start <= LONGEST:
        if start < end:
            yield start, end
        return
    for first, last in sentence_groups(text[start:end], LONGEST):
        yield from _nonempty(text, start + first, start + last)


def _nonempty(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = _trimmed(text, start, end)
    if start < end:
        yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space, emphasis and quote marks, bullets at its edges."""
    before = -1
    while start < end and start != before and not text[start].isalnum():
        before = start
        while start < end and text[start] in _EDGE:
            start += 1
        bullet = _BULLET.match(text, start, end)
        if bullet:
            start = bullet.end()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if not _SAYS.search(text, start, end):
        return end, end
    return start, end


def in_order(passages: Sequence[DraftPassage]) -> tuple[DraftPassage, ...]:
    """Passages by place, their turns counted from 0 in that order.

    Args:
        passages: in any order; neighbours with the same turn number stay one turn, and a turn that
            something else interrupts becomes two.
    """
    ordered: list[DraftPassage] = []
    turn, previous = -1, None
    for passage in sorted(passages, key=lambda p: p.start):
        turn += passage.turn != previous
        previous = passage.turn
        ordered.append(replace(passage, turn=turn))
    return tuple(ordered)
