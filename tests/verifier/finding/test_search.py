"""Which places are aligned once a good one is known."""

from __future__ import annotations

import pytest

import verifier.finding.search as looking
from tests.gold.homes import service_on, talk
from verifier.aligning.places import chained_in
from verifier.report import VerdictCode
from verifier.service import Question

SAID = "The harbour freezes in November and the boats stay on the shore until the ice breaks."
CLAIM = "The harbour freezes in November and the ships stay on the shore until the ice breaks."
CASES = [
    (
        "The harbour closes in November and some crews wait on the quay until the ice melts.",
        1,
        "two thirds of the words cannot be the better place, and are not aligned",
    ),
    (
        "The harbour freezes in November and the barges stay on the shore until the ice breaks.",
        2,
        "a place that is as good is",
    ),
    (
        "The harbour freezes in November and, so, the ships stay upon the shores until the ice"
        " breaks.",
        2,
        "and so is one that may hold every word by a closed list",
    ),
]


@pytest.mark.parametrize(("other", "aligned", "why"), CASES)
def test_a_place_that_cannot_win_is_not_aligned(
    other: str, aligned: int, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def counted(words, window, keys, language, policy):  # type: ignore[no-untyped-def]
        seen.append(window.text)
        return chained_in(words, window, keys, language, policy)

    monkeypatch.setattr(looking, "chained_in", counted)
    turns = (f"Ada Lindqvist: {SAID}", f"Tomas Reiter: {other}")
    ends = ("Ada Lindqvist: Nobody asked us.", "Tomas Reiter: They never do.")
    with service_on(talk(*turns, *ends)) as service:
        report = service.verify(Question(CLAIM))
    assert report.verdict.code is VerdictCode.ALTERED_WORDING
    assert len(seen) == aligned, why
    assert any(SAID in text for text in seen)
