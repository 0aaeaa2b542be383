"""The alignment of two sequences: the heaviest chain, the corridor, and honest posteriors."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.linking.chain import Stretch, corridor, heaviest_chain
from corpus.linking.lattice import Costs, align

COSTS = Costs(begin=-2.0, sentence=-0.5)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    a, b = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    long_a, long_b = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    return Stretch(a, a + long_a, b, b + long_b, draw(st.integers(-1, 9)) / 2)


def follows(one: Stretch, other: Stretch) -> bool:
    return one.end_a <= other.start_a and one.end_b <= other.start_b


@given(st.lists(stretches(), max_size=7))
def test_no_chain_is_heavier_than_the_heaviest(items: list[Stretch]) -> None:
    chain = heaviest_chain(items)
    assert all(follows(x, y) for x, y in pairwise(chain))
    best = 0.0
    for size in range(1, len(items) + 1):
        for some in combinations(sorted(items, key=lambda s: (s.start_a, s.start_b)), size):
            if all(follows(x, y) for x, y in pairwise(some)):
                best = max(best, sum(s.weight for s in some))
    assert sum(s.weight for s in chain) == pytest.approx(best)


def test_a_large_grid_is_cut_to_a_corridor_that_holds_its_anchors() -> None:
    anchors = [Stretch(n, n + 1, n + 30, n + 31, 1.0) for n in range(50, 900, 40)]
    ranges = corridor(1000, 1000, anchors)
    assert len(ranges) == 1001
    assert ranges[0][0] == 0 and ranges[-1][1] == 1001
    assert all(ranges[s.start_a][0] <= s.start_b < ranges[s.start_a][1] for s in anchors)
    assert sum(stop - first for first, stop in ranges) < 300_000


def test_a_small_grid_is_kept_whole() -> None:
    assert corridor(3, 4, []) == [(0, 5)] * 4


weights = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(-6, 6), max_size=25
)


@given(st.integers(0, 5), st.integers(0, 5), weights)
def test_links_follow_one_another_and_their_posteriors_are_shares(
    rows: int, columns: int, table: dict[tuple[int, int], float]
) -> None:
    def weigh(a: int, b: int, down: int, right: int) -> float:
        return table.get((a, b), -4.0) - 1.5 * (down + right - 2)

    links = align(rows, columns, weigh, lambda *at: 0.5, COSTS)
    assert all(0 < link.posterior <= 1 for link in links)
    assert all(0 <= x.start_a < x.end_a <= rows and x.start_b < x.end_b <= columns for x in links)
    ends = [(0, 0), *((link.end_a, link.end_b) for link in links)]
    starts = [(link.start_a, link.start_b) for link in links]
    assert all(e[0] <= s[0] and e[1] <= s[1] for e, s in zip(ends, starts, strict=False))


@given(st.integers(1, 4), st.integers(1, 4), weights)
def test_the_sides_may_change_places(
    rows: int, columns: int, table: dict[tuple[int, int], float]
) -> None:
    def weigh(a: int, b: int, down: int, right: int) -> float:
        return table.get((a, b), -4.0) if down == right == 1 else -50.0

    there = align(rows, columns, weigh, lambda *at: 0.5, COSTS)
    back = align(columns, rows, lambda a, b, d, r: weigh(b, a, r, d), lambda *at: 0.5, COSTS)
    sure = [(x.start_a, x.start_b, x.posterior) for x in there if x.posterior > 0.6]
    turned = [(x.start_b, x.start_a, x.posterior) for x in back if x.posterior > 0.6]
    assert [s[:2] for s in sure] == [t[:2] for t in turned]
    assert [s[2] for s in sure] == pytest.approx([t[2] for t in turned], abs=2e-3)


def test_the_posterior_of_a_single_pair_is_its_share_of_all_ways() -> None:
    (link,) = align(1, 1, lambda *at: 0.0, lambda *at: 1.0, Costs(begin=0.0, sentence=0.0))
    # linked, or left out on both sides in the one order that counts
    assert link.posterior == 0.5


def test_two_equal_places_share_the_posterior() -> None:
    def weigh(a: int, b: int, down: int, right: int) -> float:
        return 5.0 if down == right == 1 else -50.0

    (link,) = align(1, 2, weigh, lambda *at: 1.0, COSTS)
    assert link.posterior == pytest.approx(0.5, abs=0.01)


def test_nothing_is_linked_with_nothing() -> None:
    assert align(0, 3, lambda *at: 9.0, lambda *at: 1.0, COSTS) == ()
