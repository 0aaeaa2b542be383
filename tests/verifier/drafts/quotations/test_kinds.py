"""What words in marks are, where a sign, a letter, a headline or an attribute holds them."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.models import DraftKind

KINDS = [
    ("The sign by the gate still says “MILK BAR”.", DraftKind.SCARE_QUOTE, "what a sign says"),
    ("A new “K” would cost 90 crowns, Ada Vane said.", DraftKind.SCARE_QUOTE, "a letter"),
    (
        "She runs what is now called the “third space”, a hall.",
        DraftKind.SCARE_QUOTE,
        "what something is called by nobody",
    ),
    (
        "Vane takes title after ‘worst night of my life’",
        DraftKind.QUOTATION,
        "somebody's own words in a headline",
    ),
    (
        "Ada Vane wrote a poem; it ends with the words “and the door stood wide”.",
        DraftKind.QUOTATION,
        "the words of something",
    ),
    (
        "Vera Lund described it as a “full and fair” price.",
        DraftKind.QUOTATION,
        "what somebody describes a thing as",
    ),
    (
        "Ada Vane told the jury that he spent it on a “quite absurd” number of hats.",
        DraftKind.QUOTATION,
        "how somebody puts it, before a noun",
    ),
    ("Dorn board rejects ‘cheeky’ bid from Elm", DraftKind.SCARE_QUOTE, "a headline's adjective"),
    ("A banner hung there that read “QUILT FAIR TODAY.”", DraftKind.SCARE_QUOTE, "a banner"),
    ("On Mill Road a sign warned: “I HAVE A HOSE.”", DraftKind.SCARE_QUOTE, "capitals only"),
    ("Vane ‘sorry’ for rain", DraftKind.SCARE_QUOTE, "a word in a headline"),
    ("Vane sorry for calling rain ‘rude’", DraftKind.SCARE_QUOTE, "a word in a headline"),
    ("Town braces for ‘queen of all stews’", DraftKind.SCARE_QUOTE, "a headline may coin"),
]


@pytest.mark.parametrize(("text", "kind", "why"), KINDS)
def test_words_in_marks_are_told_apart(text: str, kind: DraftKind, why: str) -> None:
    assert [q.kind for q in find_quotations(text, "en")] == [kind], why


def test_a_letter_in_a_circle_is_no_name() -> None:
    found = find_quotations("The council marked it “Ⓐ 1” twice.", "en")
    assert [q.kind for q in found] == [DraftKind.SCARE_QUOTE]
