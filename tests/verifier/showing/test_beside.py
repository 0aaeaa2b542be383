"""A quote held against the original in its own language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bridges import FERRY_TRANSLATED, PROMISE, bridge_service
from tests.verifier.showing.test_advice import back_translated
from verifier.service import Question, Service
from verifier.showing.beside import beside_original, differing_words
from verifier.showing.translation_notices import version

RENDERED = FERRY_TRANSLATED.rsplit("\n\n", 1)[1].strip()


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


@pytest.mark.parametrize(
    ("original", "marked", "lost", "differing", "why"),
    [
        (RENDERED, [], [], 0, "the same words"),
        (RENDERED.replace("never", "hardly", 1), ["never"], ["hardly"], 1, "one replaced"),
        (RENDERED.replace("never", "never yet", 1), [], ["yet"], 1, "one that the quote lacks"),
        (f"He waited. {RENDERED} So he said.", [], [], 0, "what stands around it is no difference"),
    ],
)
def test_words_that_differ_are_found_on_both_sides(
    bridge: Service, original: str, marked: list[str], lost: list[str], differing: int, why: str
) -> None:
    report = back_translated(bridge.verify(Question(RENDERED)), original)
    found = beside_original(report)
    assert found is not None
    assert [RENDERED[slice(*span)] for span in found.claim_spans] == marked, why
    assert [original[slice(*span)] for span in found.original_spans] == lost, why
    assert found.differing == differing, why
    alike = version(report) == "The claim matches the original and the translated wording alike."
    assert alike is (differing == 0), why


def test_there_is_nothing_to_hold_it_against_in_another_language(bridge: Service) -> None:
    assert beside_original(bridge.verify(Question(RENDERED))) is None
    assert beside_original(bridge.verify(Question(PROMISE))) is None
    report = bridge.verify(Question(RENDERED))
    assert beside_original(back_translated(report, "Purple elephants, quietly!")) is None


def test_differences_are_told_in_words(bridge: Service) -> None:
    report = bridge.verify(Question(RENDERED))
    found = beside_original(back_translated(report, RENDERED.replace("never", "never yet", 1)))
    assert found is not None
    told = "differs from the original in 1 word (not in the quote: “yet”)"
    assert differing_words(found) == told
