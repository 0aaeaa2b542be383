"""The words to copy, and the credit that goes with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.bridges import FERRY_TRANSLATED, PAYS, PROMISE, bridge_service
from tests.verifier.showing.test_advice import back_translated
from tests.verifier.showing.test_cutting import asked
from verifier.service import Question, Service
from verifier.showing.right_words import credit_words, right_words, whole_sentence

RENDERED = FERRY_TRANSLATED.rsplit("\n\n", 1)[1].strip()
SENTENCE = "I would not say that the bridge will pay for itself, because bridges do not."


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        yield service


@pytest.mark.parametrize(
    ("quote", "kind", "words", "why"),
    [
        (PROMISE, "corrected", PROMISE, "a sentence"),
        (PAYS, "sentence", SENTENCE, "a quote that its sentence turns gives way to it"),
        (
            "the work will begin in the autumn",
            "sentence",
            "If the council approves the plan in April, the work will begin in the autumn.",
            "a condition",
        ),
        (RENDERED, "corrected", RENDERED, "a translation with its credit"),
    ],
)
def test_one_choice_of_words_is_offered(
    bridge: Service, quote: str, kind: str, words: str, why: str
) -> None:
    report, _, before, after = asked(bridge, quote)
    found = right_words(report, whole_sentence(report, before, after), bridge.home.store)
    assert found is not None
    assert (found.kind, found.text) == (kind, words), why
    assert report.citation is not None
    assert found.citation == report.citation.plain
    assert bool(found.credit) is (quote == RENDERED)


def test_of_words_translated_back_the_original_is_offered_with_its_own_citation(
    bridge: Service,
) -> None:
    report = bridge.verify(Question(RENDERED))
    ahead = "He waited a long time. "
    changed = back_translated(report, ahead + RENDERED.replace("never", "hardly", 1))
    held = next(s for s in bridge.home.store.sources(after=None, limit=9) if s.language == "de")
    assert changed.translation is not None
    original = replace(changed.translation.original, source_id=held.id)
    found = right_words(
        replace(changed, translation=replace(changed.translation, original=original)),
        "",
        bridge.home.store,
    )
    assert found is not None
    assert (found.kind, found.credit) == ("original", "")
    assert found.text == RENDERED.replace("never", "hardly", 1), "the sentences before it are not"
    assert held.title is not None
    assert held.title in found.citation


@pytest.mark.parametrize(
    "quote", ["the bridge", "Purple elephants negotiate beneath the marble aqueduct"]
)
def test_nothing_is_offered_where_no_place_is_meant(bridge: Service, quote: str) -> None:
    assert right_words(bridge.verify(Question(quote)), "", bridge.home.store) is None


def test_a_credit_says_that_nobody_is_named(bridge: Service) -> None:
    report = bridge.verify(Question(RENDERED))
    assert credit_words(report) == "Translated from German by Ines Kolb"
    assert report.translation is not None
    unnamed = replace(report.translation, translators=(), credit_line="Translated from German")
    named = credit_words(replace(report, translation=unnamed))
    assert named == "Translated from German (translator not named)"


def test_the_sentence_that_turns_a_quote_belongs_to_it(bridge: Service) -> None:
    report, _, before, after = asked(bridge, PAYS)
    assert whole_sentence(report, before, after) == SENTENCE
    assert whole_sentence(bridge.verify(Question("Purple elephants negotiate")), "", "") == ""
