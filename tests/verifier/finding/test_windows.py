"""Running text around a candidate: as much of the turn as a claim can need, in stored offsets."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus.models import Passage
from corpus.text.tokens import terms
from tests.gold.homes import passage_of
from verifier.finding.windows import RunningText


class Shelf:
    """Passages of one rendition, kept in memory; counts what is asked."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = list(passages)
        self.asked = 0

    def passages_around(self, passage_id: int, reach: int) -> list[Passage]:
        self.asked += 1
        at = next(p for p in self._passages if p.id == passage_id)
        return [
            p for p in self._passages if p.turn == at.turn and abs(p.ordinal - at.ordinal) <= reach
        ]


def shelf(*texts: str, gap: str = "\n\n", turn_of: Sequence[int] = ()) -> tuple[str, Shelf]:
    """A stored text and its passages."""
    stored, passages = "Ada: ", []
    for k, text in enumerate(texts):
        turn = turn_of[k] if turn_of else 0
        passages.append(passage_of(text, number=k, start=len(stored), turn=turn, ordinal=k))
        stored += text + gap
    return stored, Shelf(passages)


NAMES = "first second third fourth".split()
PARTS = [f"This is the {name} part of a long speech." for name in NAMES]
NEEDS = [
    (1, 0, [0, 1, 2], False, "one neighbour on either side in any case"),
    (1, 9, [0, 1, 2], False, "nine tokens are one passage"),
    (0, 10, [0, 1, 2], False, "ten need two"),
    (0, 90, [0, 1, 2, 3], True, "no more than there is"),
    (3, 0, [2, 3], False, "at the end of the turn"),
]


@pytest.mark.parametrize(("at", "needed", "expected", "whole", "why"), NEEDS)
def test_a_window_reaches_as_far_as_the_claim_needs(
    at: int, needed: int, expected: list[int], whole: bool, why: str
) -> None:
    _, shelved = shelf(*PARTS)
    window = RunningText(shelved).window(at, needed)
    assert [p.id for p in window.passages] == expected, why
    assert window.tokens.norms == tuple(n for p in window.passages for n in terms(p.text))
    assert window.whole is whole, why


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n", "\n> \n> ", ""])
def test_offsets_are_those_of_the_stored_text(gap: str) -> None:
    stored, shelved = shelf(*PARTS, gap=gap)
    window = RunningText(shelved).window(1, 50)
    for norm, start, end in zip(
        window.tokens.norms, window.tokens.starts, window.tokens.ends, strict=True
    ):
        assert terms(stored[start:end]) == (norm,)
        assert window.slice(start, end) == stored[start:end]
    last = window.passages[-1]
    assert len(window.text) == last.end - window.start
    assert window.text.split() == " ".join(PARTS).split() or gap == ""


def test_what_lies_between_passages_is_a_border() -> None:
    _, shelved = shelf(*PARTS[:2], gap="\n> \n")
    window = RunningText(shelved).window(0, 50)
    first, second = window.passages
    assert window.slice(first.end, second.start).startswith("\n\n")


def test_a_window_never_leaves_its_turn() -> None:
    _, shelved = shelf(*PARTS, turn_of=[0, 0, 1, 1])
    window = RunningText(shelved).window(1, 500)
    assert [p.id for p in window.passages] == [0, 1]


def test_tokens_are_kept_and_the_oldest_are_forgotten() -> None:
    _, shelved = shelf(*PARTS)
    running = RunningText(shelved, capacity=2)
    first, second, third, _ = shelved.passages_around(1, 9)
    kept = running.tokens(first)
    running.tokens(second)
    assert running.tokens(first) is kept
    running.tokens(third)
    assert running.tokens(first) is kept
    running.tokens(second)
    running.tokens(third)
    again = running.tokens(first)
    assert again is not kept
    assert again == kept
