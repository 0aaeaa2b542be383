"""Which single names are a club's, a place's or a firm's, and no person's."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

CLUBS = [
    (
        "Ally Vane will retire.\n\nThe 39-year-old told his Dorn team-mates first. He was brief. "
        "“I just told them,” he said.",
        ["Ally Vane"],
        "a name before people of a club is the club's",
    ),
    (
        "Ally Vane left. Dorn chairman Bill Orr thanked him. “He never moaned,” the chairman said.",
        ["Bill Orr"],
        "and the one behind the office is the person's",
    ),
    (
        "The memo’s author, vice president for trust Joel Vane, was calm. “We learn,” he wrote.",
        ["Joel Vane"],
        "a name behind a long office with a preposition in it",
    ),
    (
        "Tom Vane runs Dorn Rail. It lost money. “We will cut costs,” it said.",
        ["Dorn Rail"],
        "a firm by its last word",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLUBS)
def test_a_club_or_a_firm_is_no_person(text: str, expected: list[str], why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "en")] == expected, why
