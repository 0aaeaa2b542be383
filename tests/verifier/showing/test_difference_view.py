"""What differs, in rows and in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bridges import COST, PROMISE, bridge_service
from verifier.service import Question, Service
from verifier.showing.difference_view import difference_rows, difference_words, fold_lines
from verifier.showing.presentation import Change

WINTER = "Nobody believes that the old bridge will last another winter."


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


@pytest.mark.parametrize(
    ("quote", "words", "rows", "why"),
    [
        (
            PROMISE,
            "Nothing: the same words in the same order, with the same punctuation.",
            [],
            "word for word",
        ),
        (
            PROMISE.replace("A bridge", "A BRIDGE,"),
            "The words and their order are the same; punctuation or capitals differ.",
            [Change("Written differently", "bridge", "BRIDGE,")],
            "what is written otherwise is shown, though every word is the same",
        ),
        (
            COST.replace("250", "350"),
            "18 of 19 words of the quote stand in the source; 1 replaced.",
            [Change("Replaced", "250,000", "350,000")],
            "one word",
        ),
        (
            f"{PROMISE} Mark that well. {WINTER}",
            "22 of 25 words of the quote stand in the source, but in 2 separate places;"
            " 3 not in the source.",
            [Change("Not in the source", "", "Mark that well")],
            "a joined quote with words of its own is not without differences",
        ),
        (
            f"{PROMISE} {WINTER}",
            "All words of the quote stand in the source, but in 2 separate places.",
            [],
            "a joined quote is never said to differ in nothing",
        ),
        (
            "the town that keeps its bridge keeps its doctor and its school",
            "All words of the quote stand in the source; 2 left out without a mark.",
            [Change("Left out", "its baker", "")],
            "a gap",
        ),
        ("the bridge", "All words of the quote stand in the source.", [], "too short to decide on"),
        ("Purple elephants negotiate beneath the marble aqueduct", "", [], "no place"),
    ],
)
def test_differences_are_told_as_the_report_counts_them(
    bridge: Service, quote: str, words: str, rows: list[Change], why: str
) -> None:
    report = bridge.verify(Question(quote))
    assert (difference_words(report), difference_rows(report)) == (words, rows), why


def test_folds_are_named_in_words(bridge: Service) -> None:
    report = bridge.verify(Question(PROMISE.replace("promise", "pro\u200bmise")))
    assert fold_lines(report) == ["invisible or stacked characters taken out (ZERO WIDTH SPACE)"]
    assert fold_lines(bridge.verify(Question(PROMISE))) == []
