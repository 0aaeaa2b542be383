"""Marks of editing: the parts that the tables of `test_claims` do not show."""

from __future__ import annotations

import pytest

from verifier.models import Join, PieceKind
from verifier.reading.editing_marks import case_brackets, editing_marks, is_ellipsis
from verifier.reading.saying import load_sayings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("...", True), ("…", True), ("[…]", True), ("( . . . )", True), ("……", True),
        ("..", False), (".", False), ("", False), ("a…", False), ("[the]", False),
    ],
)  # fmt: skip
def test_an_ellipsis_is_known_with_its_brackets(text: str, expected: bool) -> None:
    assert is_ellipsis(text) is expected


def test_nested_brackets_are_one_mark() -> None:
    text = "well [the [old] port] sank"
    (mark,) = editing_marks(text, load_sayings())
    assert text[mark.start : mark.end] == "[the [old] port]"
    assert (mark.join, mark.words) == (Join.BRACKET, "the [old] port")


def test_two_brackets_in_one_word_are_one_mark() -> None:
    text = "it [re]open[ed] here"
    (mark,) = editing_marks(text, load_sayings())
    assert text[mark.start : mark.end] == "[re]open[ed]"
    assert mark.words == "reopened"


def test_a_case_bracket_beside_an_ending_is_part_of_the_changed_word() -> None:
    text = "[E]nd[ed] here"
    (mark,) = editing_marks(text, load_sayings())
    assert (text[mark.start : mark.end], mark.words) == ("[E]nd[ed]", "Ended")


def test_marks_keep_their_kinds_in_order() -> None:
    marks = editing_marks("a [b] c … d [sic] e.[1]", load_sayings())
    assert [(m.kind, m.join) for m in marks] == [
        (PieceKind.BRACKET, Join.BRACKET),
        (PieceKind.ELLIPSIS, Join.ELLIPSIS),
        (PieceKind.SIC, Join.SIC),
        (PieceKind.BRACKET, None),
    ]


def test_case_brackets_come_in_pairs() -> None:
    text = "[T]he port and [t]he sea, [我]们"
    assert [text[at] for at in case_brackets(text)] == ["[", "]", "[", "]"]
