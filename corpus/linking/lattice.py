"""Monotone alignment of two sequences of sentences, with posteriors.

Problem: two texts say the same in the same order, but either may lack sentences, hold furniture,
or cut sentences elsewhere; and a link must say how sure it is.

Method: a hidden Markov model over the grid of sentence pairs. A step links one or two sentences of
each side, or leaves one out; leaving out is cheap to go on with and dear to begin, because
furniture comes in runs. Left out sentences of the first side come before those of the second, so
that no alignment is counted twice. Forward and backward sums give the posterior of every step; the
links are the monotone chain with the highest expected number of rightly linked sentences. Large
grids are cut to a corridor around the heaviest chain of striking pairs.

Rejected: the single best path (no posterior, and ties are decided by the order of the loops); a
fixed band around the diagonal (a page may begin with a long introduction).

Source: Rabiner 1989 (forward-backward); Gale and Church 1993 (the steps).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.linking.chain import Stretch, corridor, heaviest_chain

Step = tuple[int, int]
Weigh = Callable[[int, int, int, int], float]
"""Log odds of a step: first sentence of each side, number of sentences of each side."""

STEPS: tuple[Step, ...] = ((1, 1), (1, 2), (2, 1), (2, 2))
_NEVER = -1e9
_SEEN = 0.02
"""Posterior below which a step is not worth keeping."""


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Sentences ``[start_a, end_a)`` of one text say what ``[start_b, end_b)`` of the other do.

    Attributes:
        posterior: how sure, 0 to 1; for a step over several sentences that of its weakest pair.
        similarity: what the texts themselves have in common, 0 to 1, apart from their place.
    """

    start_a: int
    end_a: int
    start_b: int
    end_b: int
    posterior: float
    similarity: float

    @property
    def place(self) -> tuple[int, int, int, int]:
        """First sentence of each side and the number of sentences of each side."""
        down, right = self.end_a - self.start_a, self.end_b - self.start_b
        return self.start_a, self.start_b, down, right


@dataclass(frozen=True, slots=True)
class Costs:
    """Log weights of leaving sentences out.

    Attributes:
        begin: beginning a run of left out sentences; below 0.
        sentence: every left out sentence.
    """

    begin: float
    sentence: float


def align(
    rows: int,
    columns: int,
    weigh: Weigh,
    likeness: Weigh,
    costs: Costs,
    anchors: Sequence[Stretch] = (),
) -> tuple[SentenceLink, ...]:
    """Link two sequences of sentences.

    Args:
        rows: sentences of the first text.
        columns: sentences of the second text.
        weigh: log odds that the sentences of a step belong together.
        likeness: their similarity, 0 to 1, kept with the link.
        costs: of leaving sentences out.
        anchors: striking pairs in text order; they only bound large grids.

    Returns:
        Links in text order with their posteriors; none where leaving out is surely better; empty
        when either text is.

    Cost: time and memory grow with the corridor; 500 by 500 sentences take about a second.
    """
    if not rows or not columns:
        return ()
    ranges = corridor(rows, columns, anchors)
    steps = _steps(rows, columns, weigh, ranges)
    forward = _forward(ranges, steps, costs)
    backward, total = _backward(ranges, steps, costs)
    pairs: dict[tuple[int, int], float] = {}
    taken: list[tuple[int, int, int, int]] = []
    for row, (first, _) in enumerate(ranges):
        for at, here in enumerate(steps[row]):
            before = forward[row][at] - total
            for down, right, weight in here:
                beyond = first + at + right - ranges[row + down][0]
                odds = before + weight + backward[row + down][beyond]
                if odds < -9:
                    continue
                posterior = min(1.0, math.exp(odds))
                if posterior > _SEEN:
                    taken.append((row, first + at, down, right))
                for a in range(row, row + down):
                    for b in range(first + at, first + at + right):
                        pairs[a, b] = min(1.0, pairs.get((a, b), 0.0) + posterior)
    stretches = []
    for row, column, down, right in taken:
        columns_of = range(column, column + right)
        weakest = min(pairs[a, b] for a in range(row, row + down) for b in columns_of)
        weight = (down + right) * weakest
        stretches.append(Stretch(row, row + down, column, column + right, weight))
    return tuple(
        SentenceLink(
            s.start_a,
            s.end_a,
            s.start_b,
            s.end_b,
            round(s.weight / (s.end_a - s.start_a + s.end_b - s.start_b), 4),
            round(likeness(s.start_a, s.start_b, s.end_a - s.start_a, s.end_b - s.start_b), 4),
        )
        for s in heaviest_chain(stretches)
    )


Weighed = list[list[list[tuple[int, int, float]]]]


def _steps(rows: int, columns: int, weigh: Weigh, ranges: list[tuple[int, int]]) -> Weighed:
    """The links that can begin at each grid point of the corridor."""
    out: Weighed = []
    for row, (first, stop) in enumerate(ranges):
        line = []
        for column in range(first, stop):
            here = []
            for down, right in STEPS:
                row_to, column_to = row + down, column + right
                if row_to > rows or column_to > columns:
                    continue
                low, high = ranges[row_to]
                if low <= column_to < high:
                    weight = weigh(row, column, down, right)
                    if weight > _NEVER:  # -inf rules a step out
                        here.append((down, right, weight))
            line.append(here)
        out.append(line)
    return out


def _add(a: float, b: float) -> float:
    if a < b:
        a, b = b, a
    return a if a - b > 20 else a + math.log1p(math.exp(b - a))


def _forward(ranges: list[tuple[int, int]], steps: Weighed, costs: Costs) -> list[list[float]]:
    """Log sum over all ways to each grid point."""
    begin, skip = costs.begin, costs.sentence
    linked = [[_NEVER] * (stop - first) for first, stop in ranges]
    linked[0][0] = 0.0
    out: list[list[float]] = []
    left_a_above: list[float] = []
    for row, (first, stop) in enumerate(ranges):
        left_a = [_NEVER] * (stop - first)
        line: list[float] = []
        left_b = _NEVER
        above = ranges[row - 1][0] if row else 0
        for at in range(stop - first):
            up = first + at - above
            if row and 0 <= up < len(left_a_above):
                left_a[at] = skip + _add(linked[row - 1][up] + begin, left_a_above[up])
            if at:
                left_b = skip + _add(_add(linked[row][at - 1], left_a[at - 1]) + begin, left_b)
            total = _add(_add(linked[row][at], left_a[at]), left_b)
            line.append(total)
            for down, right, weight in steps[row][at]:
                beyond = first + at + right - ranges[row + down][0]
                target = linked[row + down]
                target[beyond] = _add(target[beyond], total + weight)
        out.append(line)
        left_a_above = left_a
    return out


def _backward(
    ranges: list[tuple[int, int]], steps: Weighed, costs: Costs
) -> tuple[list[list[float]], float]:
    """Log sum over all ways from each grid point that a link leads to; and over all ways at all."""
    begin, skip = costs.begin, costs.sentence
    after_link: list[list[float]] = [[] for _ in ranges]
    after_a_below: list[float] = []
    for row in range(len(ranges) - 1, -1, -1):
        first, stop = ranges[row]
        after_a = [_NEVER] * (stop - first)
        line = [_NEVER] * (stop - first)
        below = ranges[row + 1][0] if row + 1 < len(ranges) else 0
        after_b = _NEVER
        for at in range(stop - first - 1, -1, -1):
            on = 0.0 if row == len(ranges) - 1 and at == stop - first - 1 else _NEVER
            for down, right, weight in steps[row][at]:
                beyond = first + at + right - ranges[row + down][0]
                on = _add(on, weight + after_link[row + down][beyond])
            to_b = skip + after_b
            down_at = first + at - below
            to_a = skip + after_a_below[down_at] if 0 <= down_at < len(after_a_below) else _NEVER
            line[at] = _add(on, begin + _add(to_a, to_b))
            after_a[at] = _add(on, _add(to_a, begin + to_b))
            after_b = _add(on, to_b)
        after_link[row] = line
        after_a_below = after_a
    return after_link, after_link[0][0]
