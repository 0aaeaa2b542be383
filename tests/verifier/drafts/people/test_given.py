"""The gender that a given name tells, where the draft itself tells none."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

GIVEN = [
    (
        "Passing sentence, Judge Amanda Vane said Craig Cole had lied.\n\n"
        "“You knew,” she told him.",
        ["Amanda Vane"],
        "the nearer name is a man's",
    ),
    (
        "Priya Vane met Giorgi Cole at the dam.\n\n“It leaks,” he said.",
        ["Giorgi Cole"],
        "names of other countries, too",
    ),
    (
        "Doreen Vane asked Mr Cole to keep her the new Annie Pell. She waited. "
        "“It came,” she said.",
        ["Doreen Vane"],
        "a name behind an article and an adjective is a thing's",
    ),
    (
        "Tom Vane spoke for Amelia Bank. “We lend,” he said.",
        ["Tom Vane"],
        "what ends like a body is nobody's name",
    ),
    (
        "Councillor Robin Vane met Tom Cole. “No,” she said.",
        ["Robin Vane"],
        "a name of both tells nothing, and the other one is a man's",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), GIVEN)
def test_a_given_name_tells_whom_the_first_pronoun_means(
    text: str, expected: list[str], why: str
) -> None:
    assert [q.speaker for q in find_quotations(text, "en")] == expected, why
