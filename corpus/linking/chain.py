"""The heaviest monotone chain of stretches, and the corridor around it.

Problem: links must follow one another in both texts, and a grid of thousands by thousands of
sentence pairs is too large to be summed over.

Method: a longest increasing subsequence with weights, over a Fenwick tree of the best chains that
end before each sentence of the second text. The corridor spans the rectangles between the links of
such a chain, with a margin; a very wide rectangle is cut to a band along its diagonal.

Rejected: the quadratic chain (seconds on a book); a band of fixed width around the diagonal.

Source: Fenwick 1994; Jacobson and Vo 1992 (heaviest increasing subsequence).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WHOLE_GRID = 40_000
_MARGIN = 12
"""Sentences on both sides of the chain that stay possible: enough for a missing paragraph."""
_WIDEST = 400
"""Columns in a row where no anchor is near: beyond, the straight way has to do."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A candidate link: half-open ranges on both sides and its weight."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    weight: float


def heaviest_chain(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The heaviest set of stretches that follow one another on both sides.

    Args:
        stretches: in any order; those without positive weight are never taken.

    Returns:
        In text order; on ties the one that ends earlier in both texts. Empty for none.

    Cost: n log n (a Fenwick tree over the ends on the second side).
    """
    items = [s for s in stretches if s.weight > 0]
    size = max((s.end_b for s in items), default=0) + 1
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    totals: list[float] = [0.0] * len(items)
    before = [-1] * len(items)
    by_end = sorted(range(len(items)), key=lambda at: (items[at].end_a, items[at].end_b))
    done = 0
    for at in sorted(range(len(items)), key=lambda at: (items[at].start_a, items[at].end_a)):
        item = items[at]
        while done < len(by_end) and items[by_end[done]].end_a <= item.start_a:
            earlier = by_end[done]
            place = items[earlier].end_b + 1
            while place <= size:
                if totals[earlier] > tree[place][0]:
                    tree[place] = (totals[earlier], earlier)
                place += place & -place
            done += 1
        best, place = (0.0, -1), item.start_b + 1
        while place > 0:
            if tree[place][0] > best[0]:
                best = tree[place]
            place -= place & -place
        totals[at], before[at] = best[0] + item.weight, best[1]
    chain: list[Stretch] = []
    at = max(range(len(items)), key=totals.__getitem__, default=-1)
    while at >= 0:
        chain.append(items[at])
        at = before[at]
    return chain[::-1]


def corridor(rows: int, columns: int, anchors: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Which columns stay possible in each row of the grid.

    Args:
        rows: sentences of the first text.
        columns: sentences of the second.
        anchors: a chain of striking pairs.

    Returns:
        Half-open ranges of grid points, one for each of the ``rows + 1`` rows; never shrinking to
        the left. The whole grid when it is small.
    """
    if (rows + 1) * (columns + 1) <= _WHOLE_GRID:
        return [(0, columns + 1)] * (rows + 1)
    points = [(0, 0), *((s.start_a, s.start_b) for s in anchors), (rows, columns)]
    low, high = [columns] * (rows + 1), [0] * (rows + 1)
    for (a, b), (following_a, following_b) in pairwise(points):
        slope = (following_b - b) / max(1, following_a - a)
        half = max(_WIDEST // 2, int(2 * slope))
        for row in range(max(0, a - _MARGIN), min(rows, following_a + _MARGIN) + 1):
            centre = b + int((min(max(row, a), following_a) - a) * slope)
            low[row] = min(low[row], max(0, b - _MARGIN, centre - half))
            high[row] = max(high[row], min(columns, following_b + _MARGIN, centre + half))
    return [(a, b + 1) for a, b in zip(low, high, strict=True)]
