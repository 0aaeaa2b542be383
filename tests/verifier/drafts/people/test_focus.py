"""Whom a pronoun or a noun stands for, with and without a name."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

FOCUS = [
    (
        "Ada Vane was there. One resident had measured it. \u201cFour metres,\u201d he said.",
        "One resident",
        "somebody without a name is a person all the same",
    ),
    (
        "Tom Cole left. I rang a retired postman in Dorn.\n\n\u201cAsk me,\u201d he said.",
        "a retired postman",
        "an indefinite article brings somebody in",
    ),
    (
        "Ada Vane, a nurse, stayed. \u201cI am tired,\u201d she said.",
        "Ada Vane",
        "a noun that explains a name is nobody else",
    ),
    (
        "When she wrote, a clerk called her a liar. Ada Vane did not. \u201cI am,\u201d she said.",
        "Ada Vane",
        "whoever a sentence about her only mentions is passed over",
    ),
    (
        "Ada Vane sold it. Asked by Cole's lawyer, she smiled. \u201cCheaply,\u201d she said.",
        "Ada Vane",
        "whose lawyer it is does not answer",
    ),
    (
        "Ada Vane laughed. Dorn Mills, a bakery, said it would pay. \u201cSoon,\u201d it said.",
        "Dorn Mills",
        "a thing is no person",
    ),
    (
        "Ada Vane, who asked for a vote, smiled. \u201cIt stands,\u201d the member for Dorn said.",
        "Ada Vane",
        "a noun with an attribute describes whoever was just named",
    ),
    (
        "Mayor Ada Vane smiled. \u201cIt will fail,\u201d the vicar of Dorn said.",
        "the vicar of Dorn",
        "somebody with an office of his own is not described by another",
    ),
    (
        "Tom Cole, the shadow minister, spoke. \u201cNo,\u201d the minister said.",
        "the minister",
        "a shadow minister is no minister",
    ),
    (
        "Lunch at the inn begins late. Ada Vane is the cook. \u201cSit,\u201d she said.",
        "Ada Vane",
        "a capital at the start of a sentence is no name",
    ),
    (
        "Tom Cole won. The Swede was late. \u201cI slept,\u201d said the Swede.",
        "Tom Cole",
        "a noun for where somebody comes from points back",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), FOCUS)
def test_the_person_in_focus_is_meant(text: str, expected: str, why: str) -> None:
    assert find_quotations(text, "en")[-1].speaker == expected, why
