"""The chain that keeps most of a claim's worth, against one that tries everything."""

from __future__ import annotations

from itertools import pairwise, takewhile

from hypothesis import given
from hypothesis import strategies as st

from verifier.aligning.anchors import Run
from verifier.aligning.chains import best_chain

TOKENS = st.lists(st.sampled_from("abcd"), max_size=9)


def runs_of(claim: list[str], source: list[str]) -> list[Run]:
    """All maximal common runs, in the order of the claim, then of the source."""
    runs: list[Run] = []
    for i in range(len(claim)):
        for j in range(len(source)):
            if i and j and claim[i - 1] == source[j - 1]:
                continue
            shared = zip(claim[i:], source[j:], strict=False)
            length = len(list(takewhile(lambda pair: pair[0] == pair[1], shared)))
            if length:
                runs.append(Run(i, j, length))
    return runs


def kept(chain: list[Run], weights: list[float]) -> float:
    return sum(sum(weights[r.claim : r.claim + r.length]) for r in chain)


@given(TOKENS, TOKENS, st.data())
def test_a_chain_stands_in_order_and_keeps_no_less_than_its_best_run(
    claim: list[str], source: list[str], draw: st.DataObject
) -> None:
    weights = draw.draw(
        st.lists(st.sampled_from([0.6, 1.0]), min_size=len(claim), max_size=len(claim))
    )
    runs = runs_of(claim, source)
    chain = best_chain(runs, weights, frozenset())
    for one, other in pairwise(chain):
        assert one.claim + one.length <= other.claim
        assert one.source + one.length <= other.source
    for run in chain:
        here = claim[run.claim : run.claim + run.length]
        assert here == source[run.source : run.source + run.length]
    best = max((kept([run], weights) for run in runs), default=0.0)
    assert kept(chain, weights) >= best - 1e-6


def test_the_earlier_of_two_equally_good_predecessors_is_taken() -> None:
    first, second, last = Run(0, 0, 2), Run(0, 10, 2), Run(3, 13, 2)
    # the second one goes on after one changed word, which costs least
    assert best_chain([first, second, last], [1.0] * 5, frozenset()) == [second, last]
    twins = [Run(0, 0, 1), Run(1, 5, 1), Run(4, 20, 1)]
    # from either alone the last is as far in the claim as it is heavy: the chain keeps all three
    assert best_chain(twins, [1.0] * 5, frozenset()) == twins


def test_no_runs_make_no_chain() -> None:
    assert best_chain([], [1.0], frozenset()) == []
