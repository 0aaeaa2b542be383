"""Candidates that have a claim's words where the claim has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Excerpt
from corpus.text.tokens import terms
from verifier.finding.sketch import Sketch, sketch
from verifier.finding.word_order import LONG, InStep, in_step, order_worth, worded_alike

CLAIM = "we tied the nets before the storm came in"


def sketched(claim: str, *texts: str) -> list[Sketch]:
    norms = terms(claim)
    passages = [Excerpt(k, k, text) for k, text in enumerate(texts)]
    return sketch(norms, [1.0] * len(norms), [norms], passages)


def shares(claim: str, *texts: str) -> tuple[float, ...]:
    norms = terms(claim)
    return in_step(norms, [1.0] * len(norms), sketched(claim, *texts)).shares


ORDERS = [
    (CLAIM, f"And then {CLAIM}, they say.", 1.0, 1.0, "all of it, and words around it"),
    (CLAIM, "We TIED the nets -- before the storm, came in!", 1.0, 1.0, "capitals and marks"),
    (CLAIM, "“We tied the nets before”—«the storm came in…»", 1.0, 1.0, "marks beyond ASCII"),
    (CLAIM, "we tied old nets before that storm came up", 0.6, 0.7, "a third was replaced"),
    (CLAIM, "in came storm the before nets the tied we", 0.0, 0.4, "all words in another order"),
    (CLAIM, "nothing of it", 0.0, 0.0, "none of its words"),
    (CLAIM, "", 0.0, 0.0, "no text"),
    ("we tied the nets", "we tied all the nets", 0.7, 0.8, "a word that was put in costs half"),
    ("我们昨天去了海边", "他说我们今天去了海边", 0.8, 0.9, "characters are words"),
    ("我们昨天去了海边", "我们，昨天去了海边", 1.0, 1.0, "a comma between characters is none"),
]


@pytest.mark.parametrize(("claim", "text", "least", "most", "why"), ORDERS)
def test_words_as_far_apart_as_in_the_claim_are_counted_together(
    claim: str, text: str, least: float, most: float, why: str
) -> None:
    (share,) = shares(claim, text)
    assert least <= share <= most, why


def test_a_text_that_cannot_be_judged_has_no_share() -> None:
    assert shares("information for us", "infor\u00admation for us") == (0.0,)


def test_rare_words_weigh_more_than_common_ones() -> None:
    norms = terms("the storm in the bay")
    found = sketched("the storm in the bay", "a storm of a bay", "the calm in the inn")
    rare, common = in_step(norms, [0.1, 9.0, 0.1, 0.1, 9.0], found).shares
    assert rare > common > 0


def test_of_a_very_long_claim_the_words_anywhere_count() -> None:
    claim = " ".join(f"w{k}" for k in range(LONG + 1))
    backwards = " ".join(reversed(claim.split()))
    assert shares(claim, backwards) == (1.0,)


@given(st.lists(st.sampled_from("we tied the nets 我 們 it's".split()), max_size=30), st.text())
def test_a_share_is_between_nothing_and_all(words: list[str], text: str) -> None:
    assert all(0.0 <= share <= 1.0 for share in shares(" ".join(words), text, " ".join(words)))


@pytest.mark.parametrize(
    ("found", "kept", "clear", "why"),
    [
        ((), False, False, "no candidate"),
        ((0.9,), True, True, "the only one"),
        ((0.2, 0.9, 0.3), True, True, "far ahead of the others"),
        ((0.9, 0.9), True, False, "two that are equal"),
        ((0.5, 0.4), True, False, "ahead, not far"),
        ((0.3, 0.0), False, False, "so much is chance"),
        ((0.46, 0.1), False, True, "the place, though half of the words are others"),
    ],
)
def test_a_place_is_clear_when_no_other_is_near_it(
    found: tuple[float, ...], kept: bool, clear: bool, why: str
) -> None:
    steps = InStep(found)
    assert (steps.kept, steps.clear) == (kept, clear), why


@pytest.mark.parametrize(
    ("found", "expected", "why"),
    [
        ((0.8, 0.3), True, "one has nearly all, no other much"),
        ((0.3, 0.8), True, "wherever it stands"),
        ((0.7, 0.2), False, "what is left may be a piece of its own"),
        ((0.9, 0.6), False, "another has much of it as well"),
        ((), False, "no candidate"),
    ],
)
def test_a_place_may_have_all_of_a_claim(
    found: tuple[float, ...], expected: bool, why: str
) -> None:
    assert InStep(found).whole is expected, why


def test_shares_that_are_known_are_not_worked_out_again() -> None:
    norms, texts = terms(CLAIM), (CLAIM, "nothing of it", "the nets before the storm")
    found = sketched(CLAIM, *texts)
    worth = [1.0] * len(norms)
    known = in_step(norms, worth, found[:1]).shares
    assert in_step(norms, worth, found, known) == in_step(norms, worth, found)
    assert in_step(norms, worth, found, (0.25, 0.5)).shares[:2] == (0.25, 0.5)


def test_the_leader_is_the_first_of_those_with_most() -> None:
    assert InStep((0.1, 0.5, 0.5)).leader == 1


def test_the_most_alike_come_first_and_are_few() -> None:
    near = "we tied the nets before a storm"
    found = sketched(CLAIM, *["nothing"] * 8, near, CLAIM)
    norms = terms(CLAIM)
    alike = worded_alike(found, in_step(norms, [1.0] * len(norms), found))
    assert alike[:2] == [9, 8]
    assert len(alike) < 10


def test_order_is_worth_nothing_where_chance_gives_as_much() -> None:
    assert order_worth(0.2, 10.0) == 0.0
    assert 0.0 < order_worth(0.5, 10.0) < order_worth(0.6, 10.0)
