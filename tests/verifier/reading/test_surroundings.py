"""What is lifted off a claim, level by level."""

from __future__ import annotations

import pytest

from verifier.reading.saying import load_sayings
from verifier.reading.surroundings import Surroundings, read_surroundings


def around(text: str) -> Surroundings:
    """The surroundings without a corpus."""
    return read_surroundings(text, lambda name: False, None, load_sayings())


def lifted(text: str) -> list[str]:
    """What was lifted, in order."""
    return [text[p.start : p.end] for p in sorted(around(text).pieces, key=lambda p: p.start)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("We won", [], "nothing around"),
        ("> “We won”", [">", "“", "”"], "a block quote around marks"),
        ("— “We won”", ["—", "“", "”"], "a dash around marks"),
        ("“Jane Doe: We won”", ["“", "Jane Doe:", "”"], "a label inside"),
        ("Jane Doe: “We won”", ["Jane Doe:", "“", "”"], "a label outside"),
        ("-5 degrees", [], "a minus is no dash of dialogue"),
        ("–5 degrees", [], "nor is a long one"),
        ("*We* won *it*", [], "emphasis inside"),
        ("“““““We won”””””", ["“"] * 4 + ["”"] * 4, "four levels at most"),
        ("“We won.”[1]", ["“", "”"], "a footnote outside"),
        ("", [], "empty"),
    ],
)
def test_levels_are_lifted_from_the_outside(text: str, expected: list[str], why: str) -> None:
    assert lifted(text) == expected, why


def test_the_label_names_the_speaker() -> None:
    assert around("Jane Doe: We won").speaker == "Jane Doe"
    assert around("Q: Who won?").speaker == ""


def test_a_mark_without_a_partner_is_named() -> None:
    assert around("“We won").unbalanced == ["“"]
    assert around("“We won”").unbalanced == []
