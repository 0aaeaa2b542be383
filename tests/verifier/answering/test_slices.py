"""Slices of stored text: the same as the store gives, read less often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import Passage, PassageKind
from verifier.answering.slices import Slices

TEXTS = {1: "".join(chr(0x4E00 + k) for k in range(5_000)), 2: "a short text", 3: ""}


def passage(rendition: int, start: int, end: int) -> Passage:
    text = TEXTS[rendition][start:end]
    return Passage(
        1, rendition, "s_1", 0, start, end, 0, PassageKind.PROSE, None, text
    )  # fmt: skip


class Shelf:
    """Stored texts; counts what is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def read(self, rendition_id: int, start: int, end: int) -> str:
        self.asked += 1
        return TEXTS[rendition_id][start:end]


@given(
    st.lists(
        st.tuples(st.sampled_from(list(TEXTS)), st.integers(0, 5_200), st.integers(0, 900)),
        max_size=12,
    )
)
def test_every_slice_is_the_stored_one(asked: list[tuple[int, int, int]]) -> None:
    slices = Slices(Shelf().read)
    for rendition, start, length in asked:
        expected = TEXTS[rendition][start : start + length]
        assert slices(rendition, start, start + length) == expected


def test_what_lies_within_a_known_passage_is_not_read_again() -> None:
    shelf = Shelf()
    known = [passage(1, 100, 200), passage(2, 2, 7)]
    slices = Slices(shelf.read, known)
    assert slices(1, 100, 200) == TEXTS[1][100:200]
    assert slices(2, 3, 5) == TEXTS[2][3:5]
    assert shelf.asked == 0
    assert slices(1, 150, 201) == TEXTS[1][150:201]
    assert slices(2, 1, 5) == TEXTS[2][1:5]
    assert shelf.asked == 2, "a stretch that goes over an edge is read"


READ = [
    ([(1, 2000, 2100), (1, 2020, 2050), (1, 1720, 2000), (1, 2100, 2380)], 1, "around one match"),
    ([(1, 0, 50), (1, 4000, 4050)], 2, "far apart"),
    ([(1, 0, 50), (2, 0, 5)], 2, "two sources"),
    ([(2, 0, 5), (2, 5, 900)], 1, "the text ends within what was read"),
]


@pytest.mark.parametrize(("asked", "times", "why"), READ)
def test_what_lies_near_is_read_once(
    asked: list[tuple[int, int, int]], times: int, why: str
) -> None:
    shelf = Shelf()
    slices = Slices(shelf.read)
    for stretch in asked:
        slices(*stretch)
    assert shelf.asked == times, why
