"""The ways in which a claim stands in one window: whole, in marked pieces, or with differences."""

from __future__ import annotations

import pytest

from tests.gold.homes import claim_of, filler, window_of
from verifier.aligning.places import Place, Words, chained_in, exact_in, marked_in
from verifier.forms.variants import token_keys
from verifier.models import Op
from verifier.policy import Policy

POLICY = Policy()


def words_of(text: str, language: str = "en") -> Words:
    claim = claim_of(text, language)
    ones = (1.0,) * len(claim.tokens)
    return Words(claim, tuple(token_keys(claim.tokens.norms, language)), ones, ones)


def shown(place: Place) -> str:
    """The stored text of a place."""
    alignment = place.alignment
    return alignment.window.slice(alignment.start, alignment.end)


EXACT = [
    ("the rope", "The rope, the rope!", ["The rope", "the rope"], "every place"),
    ("the rope", "then the ropes", [], "whole words"),
    ("the … rope", "the rope", [], "marked claims are looked for in pieces"),
    ("我们", "我们和我们", ["我们", "我们"], "Chinese"),
]


@pytest.mark.parametrize(("claim", "source", "expected", "why"), EXACT)
def test_exact_places_hold_all_words_together(
    claim: str, source: str, expected: list[str], why: str
) -> None:
    found = list(exact_in(words_of(claim), window_of(source, start=5)))
    assert [shown(p) for p in found] == expected, why
    assert all(p.exact and p.weight == len(words_of(claim).keys) for p in found)


def test_at_most_fifty_exact_places_are_kept() -> None:
    assert len(list(exact_in(words_of("rope tar"), window_of("rope tar " * 80)))) == 50


def marked(claim: str, source: str) -> str | None:
    place = marked_in(words_of(claim), window_of(source, start=5), POLICY)
    return shown(place) if place else None


MARKED = [
    ("the rope … the tar", "the rope and the tar", "the rope and the tar", "an ellipsis"),
    ("the rope … the tar", "the tar and the rope", None, "the other order"),
    ("the rope … the tar", "the rope the tar", "the rope the tar", "nothing left out"),
    ("one … two", f"one {filler(75)} two", f"one {filler(75)} two", "75 words at an ellipsis"),
    ("one … two", f"one {filler(76)} two", None, "76 words at an ellipsis"),
    ("one [big] two", f"one {filler(8)} two", f"one {filler(8)} two", "8 words at a bracket"),
    ("one [big] two", f"one {filler(9)} two", None, "9 words at a bracket"),
    ("one [sic] two", "one two", "one two", "sic leaves nothing out"),
    ("one [sic] two", "one big two", None, "not even a word"),
    ("one … two", "one x x x two x one x two", "one x two", "the tightest place"),
    ("one … two", "one x two x one x two", "one x two", "the first of equally tight ones"),
    ("one … two … three", "one three two x three", "one three two x three", "three pieces"),
    ("[The] rope held", "In the end this rope held", "In the end this rope held",
     "a leading bracket reaches back to the clause's start"),
    ("the rope held [it]", "the rope held the mayor, and more", "the rope held the mayor",
     "a closing one on to its end"),
    ("[The] rope held", f"{filler(12)} rope held", "rope held", "but not for ever"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "source", "expected", "why"), MARKED)
def test_marked_pieces_stand_in_order_as_near_as_their_marks_allow(
    claim: str, source: str, expected: str | None, why: str
) -> None:
    assert marked(claim, source) == expected, why


def test_what_a_mark_leaves_out_is_a_marked_edit() -> None:
    place = marked_in(words_of("one … two"), window_of("one x y two"), POLICY)
    assert place is not None
    assert [(e.op, e.source_first, e.source_last) for e in place.alignment.edits] == [
        (Op.EQUAL, 0, 1), (Op.MARKED, 1, 3), (Op.EQUAL, 3, 4),
    ]  # fmt: skip


def chained(claim: str, source: str) -> list[str]:
    window = window_of(source, start=5)
    keys = token_keys(window.tokens.norms, "en")
    return [shown(p) for p in chained_in(words_of(claim), window, keys, "en", POLICY)]


def test_a_changed_quote_is_found_with_its_changes() -> None:
    source = "Every winter the ice breaks the smaller moorings along the quay."
    found = chained("the ice broke the small moorings", source)
    assert found == ["the ice breaks the smaller moorings"]


def test_a_chain_that_is_too_long_is_offered_with_its_compact_part() -> None:
    source = f"we mended the old nets {filler(14)} by hand"
    whole, part = chained("we mended the old nets by hand", source)
    assert whole == source
    assert part.startswith("we mended the old nets")
    assert len(part.split()) <= POLICY.altered_stretch * 7


def test_a_window_without_a_shared_word_offers_nothing() -> None:
    assert chained("purple elephants", "Every winter the ice breaks.") == []


NEEDS = [
    ("one two three", 3, 0, "no mark"),
    ("one … two three", 3, 75, "an ellipsis reaches further"),
    ("one … two … three", 3, 150, "two reach twice as far"),
    ("一二三 … 四五六", 6, 150, "words of two characters"),
]


@pytest.mark.parametrize(("claim", "length", "more", "why"), NEEDS)
def test_a_claim_needs_as_much_text_as_its_gaps_can_reach(
    claim: str, length: int, more: int, why: str
) -> None:
    language = "zh" if claim[0] == "一" else "en"
    assert words_of(claim, language).needed(POLICY) == int(length * 1.5) + 50 + more, why


def test_joints_are_where_words_may_have_been_left_out() -> None:
    assert words_of("one … two [x] three [sic] four").joints == frozenset({1, 2})
