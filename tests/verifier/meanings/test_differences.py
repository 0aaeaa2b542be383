"""A claim and its source side by side."""

from __future__ import annotations

import pytest

from corpus.text.tokens import tokens
from verifier.meanings.differences import BlockKind, Side, compare
from verifier.meanings.lexicon import Span
from verifier.models import Alignment, Claim, Edit, Join, Op, Segment, Window


def window(text: str) -> Window:
    return Window((), tokens(text), text, 0, True)


def test_neighbouring_changes_are_one_region() -> None:
    claim = Claim("a x y d", (), (Segment(0, 4),), tokens("a x y d"))
    edits = (
        Edit(Op.EQUAL, 0, 1, 0, 1),
        Edit(Op.DELETE, 1, 1, 1, 3),
        Edit(Op.INSERT, 1, 3, 3, 3),
        Edit(Op.EQUAL, 3, 4, 3, 4),
    )
    compared = compare(claim, Alignment(window("a b c d"), edits, 0, 4))
    (region,) = compared.regions()
    s_first, s_last, c_first, c_last = compared.bounds(region.first, region.last)
    assert compared.source.text(s_first, s_last) == "b c"
    assert compared.claim.text(c_first, c_last) == "x y"


def test_a_region_grows_until_no_expression_sticks_out() -> None:
    text = "two hundred cows"
    claim = Claim(text, (), (Segment(0, 3),), tokens(text))
    edits = (Edit(Op.REPLACE, 0, 1, 0, 1), Edit(Op.EQUAL, 1, 3, 1, 3))
    compared = compare(claim, Alignment(window("six hundred cows"), edits, 0, 3))
    grown = compared.grow(compared.regions()[0], [Span(0, 2, "600")], [])
    assert compared.bounds(grown.first, grown.last) == (0, 2, 0, 2)


def test_bracketed_words_stand_in_their_place_on_the_claims_side() -> None:
    text = "the [old] mill"
    cut = tokens("the")
    both = tokens(text)
    column = type(cut)(
        ("the", "mill"), (both.starts[0], both.starts[2]), (both.ends[0], both.ends[2])
    )
    claim = Claim(text, (), (Segment(0, 1), Segment(1, 2, Join.BRACKET, "old")), column)
    edits = (Edit(Op.EQUAL, 0, 2, 0, 2),)
    compared = compare(claim, Alignment(window("the mill"), edits, 0, 2))
    (region,) = compared.regions()
    assert region.kind is BlockKind.BRACKET
    assert compared.claim.surfaces == ("the", "old", "mill")
    assert compared.bounds(region.first, region.last) == (1, 1, 1, 2)


@pytest.mark.parametrize(
    ("gap", "border", "opens", "why"),
    [
        (" ", False, False, "a space"),
        (", ", True, False, "a comma"),
        (". ", True, True, "a full stop"),
        ("。", True, True, "a Chinese full stop"),
        (" “", False, True, "a quotation mark"),
        ("-", False, False, "a hyphen"),
        (" – ", False, True, "a dash"),
    ],
)
def test_gaps_tell_clause_borders_and_openings(
    gap: str, border: bool, opens: bool, why: str
) -> None:
    side = Side(("a", "b"), ("a", "B"), ("", gap), True)
    assert side.border_before(1) is border, why
    assert side.opens(1) is opens, why
