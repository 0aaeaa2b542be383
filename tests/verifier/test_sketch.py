"""Sketches of candidates: what bare text tells before it is cut into tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Excerpt
from corpus.text import terms
from verifier.sketch import goes_on_elsewhere, rivals, settled, shortlist, sketch
from verifier.word_order import in_step, worded_alike


def _passage(number: int, text: str) -> Excerpt:
    return Excerpt(number, number, text)


_POSSIBLE = [
    ("other marks between the words", "ask not what", "Ask — not: what!", True),
    ("another order", "ask not what", "not what I ask", False),
    ("curly and straight apostrophes", "we don't know", "We don’t know.", True),
    ("a comma inside a Chinese run", "我们不知道", "我们，不知道。", True),
    ("the same characters in another order", "我们不知道", "知道我们不", False),
    ("a word is missing", "ask not what", "ask what", False),
    ("an invisible character cannot be judged", "information", "infor\u00admation", True),
]


@pytest.mark.parametrize(("why", "claim", "text", "possible"), _POSSIBLE)
def test_a_text_may_hold_a_claim_whatever_stands_between_its_words(
    why: str, claim: str, text: str, possible: bool
) -> None:
    norms = terms(claim)
    (found,) = sketch(norms, [1.0] * len(norms), [norms], [_passage(1, text)])
    assert found.possible is possible, why


@given(
    st.lists(
        st.sampled_from("ask not what don't 250,000 U.S. 我 们 -5 co-op é".split()), min_size=1
    )
)
def test_a_text_that_holds_all_words_in_a_row_is_always_possible(words: list[str]) -> None:
    text = "before, " + " ".join(words) + " after."
    norms = terms(" ".join(words))
    (found,) = sketch(norms, [1.0] * len(norms), [norms], [_passage(1, text)])
    assert found.possible


def test_the_candidate_with_more_of_the_weight_has_the_greater_share() -> None:
    norms = terms("the constitutional question remains")
    texts = ["the question", "constitutional questions remained", "nothing of it"]
    found = sketch(
        norms, [0.1, 5.0, 2.0, 1.0], [norms], [_passage(k, t) for k, t in enumerate(texts)]
    )
    assert found[1].share > found[0].share > found[2].share
    assert settled(found) and not settled([found[2]])


def test_the_shortlist_keeps_the_order_of_the_index_and_loses_no_heavy_passage() -> None:
    norms = terms("ask not what your country can do")
    texts = ["unrelated words"] * 60 + ["what your country can do, ask not"]
    found = sketch(
        norms, [1.0] * len(norms), [norms], [_passage(k, t) for k, t in enumerate(texts)]
    )
    alike = worded_alike(found, in_step(norms, [1.0] * len(norms), found))
    kept = [p.id for p in shortlist(found, alike)]
    assert 60 in kept and len(kept) < 61
    assert all(a < b for a, b in pairwise(kept))
    assert 60 in alike


def test_rivals_hold_nearly_as_much_or_words_in_a_row_that_the_leader_lacks() -> None:
    claim = "one two three four five six seven eight nine ten"
    norms = terms(claim)
    texts = ["one two three four five six seven", "seven eight nine ten", "nine only", "one two"]
    passages = [_passage(k, t) for k, t in enumerate(texts)]
    found = sketch(norms, [1.0] * len(norms), [norms], passages)
    assert [p.id for p in rivals(norms, found, ())] == [0, 1]
    assert [p.id for p in rivals(norms, found, (3, 0))] == [0, 1, 3]


@pytest.mark.parametrize(
    ("other", "expected", "why"),
    [
        ("seven eight nine ten", True, "four words in a row that the leader lacks"),
        ("six seven eight, nine", False, "three of them are in a row"),
        ("one two three four", False, "the leader has them, too"),
    ],
)
def test_a_claim_may_go_on_in_another_candidate(other: str, expected: bool, why: str) -> None:
    norms = terms("one two three four five six seven eight nine ten")
    passages = [_passage(0, "one two three four five six"), _passage(1, other)]
    leader, beside = sketch(norms, [1.0] * len(norms), [norms], passages)
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
    texts = [_passage(1, " ".join(norms[:20])), _passage(2, text)]
    leader, other = sketch(norms, [1.0] * len(norms), [norms], texts)
    rows = [" ".join(norms[at : at + 4]) for at in range(len(norms) - 3)]
    expected = any(row in other.text and row not in leader.text for row in rows)
    assert goes_on_elsewhere(norms, leader, [other]) is expected
