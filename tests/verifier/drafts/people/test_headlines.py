"""Who says what a headline or the line behind a quotation gives to somebody."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

BELOW = "\n\nJudge Ada Vane spoke. “You traded on kindness, and you knew it,” she said.\n"
LINES = [
    (
        "Trainer who lied ‘traded on kindness’" + BELOW,
        ["Ada Vane", "Ada Vane"],
        "three words that come back below",
    ),
    (
        "‘Go now’: Premier\n\nPremier Tom Cole was brief. “Go now. Do not wait,” he said.\n",
        ["Tom Cole", "Tom Cole"],
        "two words with an office behind their colon",
    ),
    (
        "Minister under fire over ‘ghost buses’\n\n“These are ghost buses,” said Tom Cole.\n",
        ["Tom Cole"],
        "two words without one are a term",
    ),
    (
        "The mill will reopen.\n\n“It is their building.”\n\n"
        "Ada Vane, Chief Executive, Dorn Museums\n",
        ["Ada Vane"],
        "a line with a name and an office signs the words before it",
    ),
    (
        "The mill will reopen.\n\n“It is their building.”\n\nAda Vane, who runs it, agreed.\n",
        [None],
        "a sentence does not",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), LINES)
def test_a_line_of_its_own_gives_words_to_somebody(
    text: str, expected: list[str | None], why: str
) -> None:
    found = [q.speaker for q in find_quotations(text, "en") if q.is_checked]
    assert found == expected, why
