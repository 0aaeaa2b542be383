"""Candidates that matter beside the leading one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Excerpt
from corpus.text.tokens import terms
from verifier.finding.rivals import goes_on_elsewhere, rivals
from verifier.finding.sketch import Sketch, sketch
from verifier.finding.word_order import in_step


def _sketched(claim: str, *texts: str) -> tuple[tuple[str, ...], list[Sketch]]:
    norms = terms(claim)
    passages = [Excerpt(number, number, text) for number, text in enumerate(texts)]
    return norms, sketch(norms, [1.0] * len(norms), [norms], passages)


_COUNTED = "one two three four five six seven eight nine ten"
_MOST = "one two three four five six seven"
_RIVALS = [
    ("most words where the claim has them", "well, one two three four six seven eight", True),
    ("as many words in no order", "seven, six; five! four? three two one", False),
    ("in pieces that the leader has", "six seven eight nine, then one two three four five", False),
    ("four words in a row that the leader lacks", "and seven eight nine ten", True),
    ("few words", "nine only, and one", False),
]


@pytest.mark.parametrize(("why", "other", "expected"), _RIVALS)
def test_a_rival_has_the_words_as_the_claim_has_them(why: str, other: str, expected: bool) -> None:
    worse = [f"one two three and {number} more words" for number in range(4)]
    norms, found = _sketched(_COUNTED, _COUNTED.removesuffix(" ten"), *worse, other)
    weights = [1.0] * len(norms)
    steps = in_step(norms, weights, found[:5])
    kept = {s.passage.id: share for s, share in rivals(norms, weights, found, steps)}
    assert (5 in kept) is expected, why
    assert max(kept, key=lambda at: kept[at]) in (0, 5)


def test_rivals_come_by_their_share_in_step_and_equal_ones_in_the_order_of_the_index() -> None:
    norms, found = _sketched(_COUNTED, _MOST, _COUNTED, _MOST)
    weights = [1.0] * len(norms)
    kept = rivals(norms, weights, found, in_step(norms, weights, found[:1]))
    assert [(s.passage.id, share) for s, share in kept] == [(1, 1.0), (0, 0.7), (2, 0.7)]


@pytest.mark.parametrize(
    ("other", "expected", "why"),
    [
        ("seven eight nine ten", True, "four words in a row that the leader lacks"),
        ("six seven eight, nine", False, "three of them are in a row"),
        ("one two three four", False, "the leader has them, too"),
        ("xseven eight nine tenfold", True, "the outer ones may be parts of words"),
    ],
)
def test_a_claim_may_go_on_in_another_candidate(other: str, expected: bool, why: str) -> None:
    norms, (leader, beside) = _sketched(_COUNTED, "one two three four five six", other)
    assert goes_on_elsewhere(norms, leader, [leader, beside]) is expected, why


_WORDS = st.sampled_from("the harbour froze we can't see 3.5 boats's a on ships".split())


@given(
    st.lists(_WORDS, min_size=70, max_size=90),
    st.lists(st.tuples(_WORDS, st.sampled_from([" ", ", ", "\n", " x"])), max_size=60),
)
def test_many_rows_are_found_as_few_are(claim: list[str], pieces: list[tuple[str, str]]) -> None:
    # numbered, so that no row of the long claim is another's
    norms = tuple(f"{word}{at % 11}" for at, word in enumerate(claim))
    text = "".join(f"{word}{at % 11}{mark}" for at, (word, mark) in enumerate(pieces))
    text += " ".join(norms[: len(pieces) % 7])
    texts = [Excerpt(1, 1, " ".join(norms[:20])), Excerpt(2, 2, text)]
    leader, other = sketch(norms, [1.0] * len(norms), [norms], texts)
    rows = [" ".join(norms[at : at + 4]) for at in range(len(norms) - 3)]
    expected = any(row in other.text and row not in leader.text for row in rows)
    assert goes_on_elsewhere(norms, leader, [other]) is expected
