"""From sentence links to passages and spans.

Problem: sentences are linked, but an answer shows passages, and a match is any span of one.

Method: a span takes the sentences it touches and the linked sentences of the other side from the
first to the last. Where the link is not sure the neighbouring sentences are shown as well, so that
the right one is on the page even when the link is off by one.

Rejected: word alignment (never sure enough to be shown as a quotation).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.linking.lattice import SentenceLink

_SURE = 0.9
_LEAST = 0.3
"""Posterior below which a link is not shown at all."""
_SHARE = 0.3
"""Share of a passage that must be linked: a sentence of a long one says nothing of the rest."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ProjectedSpan:
    """The place on the other side.

    Attributes:
        start: offset in the other text.
        end: end offset.
        posterior: of the weakest link on the way, 0 to 1.
        widened: a neighbouring sentence is included, because an outer link is not sure.
    """

    start: int
    end: int
    posterior: float
    widened: bool


@dataclass(frozen=True, slots=True)
class PassageLink:
    """Two passages that say the same, at least in part.

    Attributes:
        passage_a: index among the passages of the first text.
        passage_b: index among the passages of the second.
        posterior: mean posterior of the sentences that link them, by length, 0 to 1.
        share: how much of the first passage lies in links to the second, 0 to 1.
    """

    passage_a: int
    passage_b: int
    posterior: float
    share: float


def project_span(
    links: Sequence[SentenceLink],
    sentence_spans_a: Sequence[Span],
    sentence_spans_b: Sequence[Span],
    start: int,
    end: int,
) -> ProjectedSpan | None:
    """Where the other text says what ``[start, end)`` of the first one says.

    Args:
        links: in text order.
        sentence_spans_a: where the sentences of the first text are, in order.
        sentence_spans_b: where those of the second are.
        start: offset in the first text.
        end: end offset.

    Returns:
        Whole sentences of the second text, with one neighbour on the side where the outermost link
        has a posterior below 0.9; None when no sentence that the span touches is linked.
    """
    first, stop = _touched(sentence_spans_a, start, end)
    taken = [
        link
        for link in links
        if link.start_a < stop and link.end_a > first and link.posterior >= _LEAST
    ]
    if not taken:
        return None
    from_b, to_b = taken[0].start_b, taken[-1].end_b
    # what is unsure in the middle has its neighbours on the page already
    before = taken[0].posterior < _SURE and from_b > 0
    after = taken[-1].posterior < _SURE and to_b < len(sentence_spans_b)
    return ProjectedSpan(
        sentence_spans_b[from_b - before][0],
        sentence_spans_b[to_b + after - 1][1],
        min(link.posterior for link in taken),
        before or after,
    )


def project(
    links: Sequence[SentenceLink],
    sentence_spans_a: Sequence[Span],
    sentence_spans_b: Sequence[Span],
    passages_a: Sequence[Span],
    passages_b: Sequence[Span],
) -> tuple[PassageLink, ...]:
    """Which passages of two texts belong together.

    Args:
        links: in text order.
        sentence_spans_a: where the sentences of the first text are, in order.
        sentence_spans_b: where those of the second are.
        passages_a: where the passages of the first text are, in order, not overlapping.
        passages_b: where those of the second are.

    Returns:
        In order of the first text's passages, the largest share first, then in order of the
        second's. A passage of which less than 30 % is linked has no link, unless it holds most of
        a passage of the second text.
    """
    weights: dict[tuple[int, int], list[float]] = {}
    for link in links:
        if link.posterior < _LEAST:
            continue
        held_a = _held(sentence_spans_a[link.start_a : link.end_a], passages_a)
        held_b = _held(sentence_spans_b[link.start_b : link.end_b], passages_b)
        total_a, total_b = sum(held_a.values()), sum(held_b.values())
        for a, length_a in held_a.items():
            for b, length_b in held_b.items():
                entry = weights.setdefault((a, b), [0.0, 0.0, 0.0])
                part_a, part_b = length_a * length_b / total_b, length_b * length_a / total_a
                entry[0] += part_a
                entry[1] += part_b
                entry[2] += part_a * link.posterior
    found = []
    long_a, long_b = _held(sentence_spans_a, passages_a), _held(sentence_spans_b, passages_b)
    for (a, b), (part_a, part_b, sure) in weights.items():
        if max(part_a / long_a[a], part_b / long_b[b]) >= _SHARE:
            found.append(PassageLink(a, b, sure / part_a, min(1.0, part_a / long_a[a])))
    return tuple(sorted(found, key=lambda p: (p.passage_a, -p.share, p.passage_b)))


def _touched(spans: Sequence[Span], start: int, end: int) -> Span:
    """The sentences that a span touches, as a half-open range of indexes."""
    return (
        bisect_right(spans, start, key=lambda span: span[1]),
        bisect_left(spans, max(end, start + 1), key=lambda span: span[0]),
    )


def _held(sentences: Sequence[Span], passages: Sequence[Span]) -> dict[int, int]:
    """How many characters of some sentences lie in each passage."""
    held: dict[int, int] = {}
    for start, end in sentences:
        first, stop = _touched(passages, start, end)
        for at in range(first, stop):
            common = min(end, passages[at][1]) - max(start, passages[at][0])
            held[at] = held.get(at, 0) + common
    return held
