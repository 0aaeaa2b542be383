"""Quotes joined from separate places: how long a piece is, and what is no joined quote."""

from __future__ import annotations

import pytest

from corpus.text.tokens import terms
from tests.gold.homes import claim_of, filler, window_of
from verifier.aligning.places import Words, chained_in, marked_in
from verifier.forms.stems import is_function_word
from verifier.forms.variants import token_keys
from verifier.judging.stitching import StitchedPiece, stitched, words_between
from verifier.models import Window
from verifier.policy import Policy

POLICY = Policy()


def content(norm: str) -> bool:
    return not is_function_word(norm, "en")


def pieces(claim_text: str, *windows: Window) -> list[str]:
    """The pieces of a claim whose best place is in the first window."""
    claim = claim_of(claim_text)
    ones = (1.0,) * len(claim.tokens)
    words = Words(claim, tuple(token_keys(claim.tokens.norms, "en")), ones, ones)
    home = windows[0]
    place = marked_in(words, home, POLICY) if claim.marked else None
    if place is None:
        keys = token_keys(home.tokens.norms, "en")
        place = chained_in(words, home, keys, "en", POLICY)[0]
    found = stitched(claim, place, windows, POLICY, content)
    return [p.window.slice(p.start, p.end) for p in found]


BOATS = "We bought four wooden boats from a widow."
ICE = "Every winter the ice breaks the moorings."
BOTH = "We bought four wooden boats. Every winter the ice breaks."


def turn(number: int, text: str) -> Window:
    return window_of(text, turn=number, start=1000 * number)


def source(number: int, text: str) -> Window:
    return window_of(text, rendition=number)


CASES = [
    (BOTH, [turn(0, BOATS), turn(1, ICE)], 2, "two turns of one source"),
    (BOTH, [turn(0, f"{BOATS} {ICE}")], 0, "near and in order in one turn is no joined quote"),
    (BOTH, [turn(0, f"{ICE} {BOATS}")], 2, "the other order is"),
    (BOTH, [turn(0, f"{BOATS} {filler(30)}. {ICE}")], 2, "and so is what stands too far apart"),
    ("We bought four wooden boats … Every winter the ice breaks.",
     [turn(0, f"{BOATS} {filler(30)}. {ICE}")], 0, "an ellipsis reaches further"),
    ("We bought four wooden boats … Every winter the ice breaks.",
     [turn(0, f"{BOATS} {filler(80)}. {ICE}")], 2, "but not that far"),
    (BOTH, [source(1, BOATS), source(2, ICE)], 0, "5 words of another source are too few"),
    ("We bought four wooden boats. Every winter the ice breaks the nets.",
     [source(1, BOATS), source(2, ICE)], 2, "6 are enough"),
    ("We bought four wooden boats. Then it sank.", [turn(0, BOATS), turn(1, "Then it sank.")], 2,
     "3 words that are a whole sentence"),
    ("We bought four wooden boats. Then it sank.", [turn(0, BOATS), turn(1, "Then it sank deep.")],
     0,
     "3 words that are none"),
    ("We bought four wooden boats and it was one of the",
     [turn(0, BOATS), turn(1, "For me it was one of the")], 0, "words without content"),
    ("We bought four wooden boats and later they all rotted away quietly while every winter the "
     "ice breaks", [turn(0, BOATS), turn(1, ICE)], 0, "less than 80 of 100 covered"),
    (BOTH, [turn(0, BOATS)], 0, "one piece is no joined quote"),
    ("Purple boats", [turn(0, BOATS)], 0, "no piece at all"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "windows", "many", "why"), CASES)
def test_a_joined_quote_needs_pieces_that_stand_apart(
    claim: str, windows: list[Window], many: int, why: str
) -> None:
    assert len(pieces(claim, *windows)) == many, why


def test_pieces_come_in_the_order_of_the_claim() -> None:
    found = pieces(BOTH, turn(0, f"{ICE} {BOATS}"))
    assert found == ["We bought four wooden boats", "Every winter the ice breaks"]


def test_of_equally_long_pieces_the_nearest_place_is_taken() -> None:
    claim = "We bought four wooden boats. Every winter the ice breaks the moorings."
    windows = [source(1, BOATS), source(2, ICE), window_of(ICE.upper(), rendition=1, turn=3)]
    assert pieces(claim, *windows)[1] == ICE.upper().rstrip(".")


@pytest.mark.parametrize("between", [0, 3, 25])
def test_words_between_pieces_are_counted_in_one_window(between: int) -> None:
    text = f"We bought boats {filler(between)} every winter".replace("  ", " ")
    window = window_of(text, start=9)
    first = StitchedPiece(0, 3, window, 0)
    second = StitchedPiece(3, 5, window, 3 + between)
    assert words_between(first, second) == between


def test_words_between_windows_that_do_not_overlap_are_those_that_are_seen() -> None:
    one, other = window_of("a b c d"), window_of("e f g h", start=100)
    assert words_between(StitchedPiece(0, 2, one, 0), StitchedPiece(2, 4, other, 2)) == 4


def test_words_between_overlapping_windows_are_counted_once() -> None:
    text = "a b c d e f g h"
    one, other = window_of(text[:11]), window_of(text[6:], start=6)
    assert terms(text[:11]) == tuple("abcdef")
    assert words_between(StitchedPiece(0, 1, one, 0), StitchedPiece(1, 2, other, 4)) == 6
