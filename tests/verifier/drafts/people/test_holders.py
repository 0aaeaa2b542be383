"""Where an English draft names somebody by the office that the draft has given to him."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

HOLDERS = [
    (
        "Judge Peter Vane sat. His clerk, Tom Cole, read it out.\n\n"
        "That cut no ice with the judge. “It will not do,” he said.",
        ["Peter Vane"],
        "an office brings its holder back",
    ),
    (
        "Gov. Laura Vane spoke.\n\nHer cousin Dale Vane sided with the governor. “Fine,” he joked.",
        ["Dale Vane"],
        "whoever acts goes before whoever is only named by an office",
    ),
    (
        "Judge Peter Vane sat with Judge Tom Cole. Bill Dorn wrote to the judge. “No,” he said.",
        ["Bill Dorn"],
        "an office that two hold brings back nobody",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), HOLDERS)
def test_an_office_brings_back_its_only_holder(text: str, expected: list[str], why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "en")] == expected, why
