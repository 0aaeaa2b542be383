"""Which candidates are worth aligning, and what a rare word weighs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.models import Excerpt
from corpus.text.tokens import terms
from verifier.finding.retrieve import Ranked, closeness, rank, rarity
from verifier.finding.sketch import sketch
from verifier.forms.variants import token_keys


def ranked(claim: str, *texts: str, weights: Sequence[float] = ()) -> list[Ranked]:
    norms, worth = terms(claim), weights or [1.0] * len(terms(claim))
    passages = [Excerpt(k, 1, text) for k, text in enumerate(texts)]
    candidates = sketch(norms, worth, [norms], passages)
    return rank(norms, token_keys(norms, "en"), worth, candidates, lambda _: "en")


ORDERS = [
    ("rope tar", ["the old mill", "rope and tar", "rope and bread"], [1, 2, 0], "shared words"),
    ("the moorings broke", ["mooring and breaking", "nothing at all of it"], [0, 1], "stems count"),
    ("rope", ["bread " * 40 + "rope", "rope and bread"], [1, 0], "a long passage is held back"),
    ("rope", ["a rope", "a rope", "a rope"], [0, 1, 2], "ties keep the order of the index"),
    (
        "rope tar",
        ["rope rope rope mill", "rope tar seal ice"],
        [1, 0],
        "another word beats a repeat",
    ),
    ("whale", ["rope", "tar"], [0, 1], "nothing shared keeps the order"),
    ("about 250,000", ["about us", "about 250,000 of us"], [1, 0], "a number with marks inside"),
    ("我们不知道", ["知道", "我们不知"], [1, 0], "characters"),
    ("rope tar", ["rope mill", "a rope­ and tar"], [1, 0], "a text that cannot be judged bare"),
]


@pytest.mark.parametrize(("claim", "texts", "order", "why"), ORDERS)
def test_candidates_are_ordered_by_the_words_they_share(
    claim: str, texts: list[str], order: list[int], why: str
) -> None:
    assert [r.passage.id for r in ranked(claim, *texts)] == order, why


def test_a_rare_word_outweighs_a_common_one() -> None:
    assert [r.passage.id for r in ranked("rope the", "the mill", "a rope", weights=[3.0, 0.1])] == [
        1,
        0,
    ]


def test_no_candidates_give_nothing() -> None:
    assert ranked("rope") == []


def test_rarity_falls_with_frequency_and_stays_above_nothing() -> None:
    weights = rarity([0, 1, 5, 100, 1000, 5000], 1000)
    assert list(weights) == sorted(weights, reverse=True)
    assert len(set(weights[:5])) == 5
    assert min(weights) > 0
    assert rarity([], 10) == ()
    assert min(rarity([0, 0], 0)) > 0


@pytest.mark.parametrize(
    ("closer", "farther", "why"),
    [
        ((10, 6, 0.4), (11, 4, 0.1), "half of the words stay where they were: chance does not"),
        ((12, 5, 0.1), (10, 6, 0.1), "reworded: single words decide while few are in step"),
        ((10, 6, 0.2), (10, 5, 0.2), "words in order count beyond words anywhere"),
    ],
)
def test_places_are_ordered_by_words_anywhere_in_order_and_in_step(
    closer: tuple[float, float, float], farther: tuple[float, float, float], why: str
) -> None:
    assert closeness(*closer, whole=20) > closeness(*farther, whole=20), why


def test_without_words_in_order_the_ranking_holds() -> None:
    assert closeness(7.5, 0, 0, whole=20) == 7.5
