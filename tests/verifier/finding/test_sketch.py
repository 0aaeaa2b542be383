"""Sketches of candidates: what bare text tells before it is cut into tokens."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Excerpt
from corpus.text.tokens import terms
from verifier.finding.sketch import settled, shortlist, sketch
from verifier.finding.word_order import in_step, worded_alike


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
    kept = [s.passage.id for s in shortlist(found, alike)]
    assert 60 in kept and len(kept) < 61
    assert all(a < b for a, b in pairwise(kept))
    assert 60 in alike
