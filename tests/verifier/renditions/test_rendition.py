"""What is said about translation: from evidence, links and decisions, never from how it reads."""

from __future__ import annotations

import pytest

from corpus.lineage import Override
from corpus.models import DraftSource
from corpus.translation.registers import Registers
from corpus.weaving.weaving import decide
from tests.gold.homes import NOW, service_on, talk
from verifier.renditions.standing import Standings
from verifier.renditions.tongues import direction
from verifier.service import Question

ENGLISH = "The ferry never waits for a minister while I hold the rope."
GERMAN = "Die Fähre wartet nie auf einen Minister, solange ich das Tau halte."


def rendering(**fields: str) -> list[DraftSource]:
    return talk(ENGLISH, origin="ferry.txt", title="The ferry", Speaker="Tomas Reiter", **fields)


def german() -> list[DraftSource]:
    return talk(
        GERMAN, origin="faehre.txt", title="Die Fähre", language="de", Speaker="Tomas Reiter"
    )


CREDITS = [
    ({}, None, "no translation needs no credit"),
    ({"Translated_From": "de"}, "Translated from German", "a language"),
    ({"Translator": "Ines Kolb"}, "Translated by Ines Kolb", "a translator"),
    ({"Translated_From": "de", "Translator": "Ines Kolb"}, "Translated from German by Ines Kolb",
     "both"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "line", "why"), CREDITS)
@pytest.mark.parametrize("woven", [False, True])
def test_a_translation_is_credited(
    fields: dict[str, str], line: str | None, why: str, woven: bool
) -> None:
    with service_on(rendering(**fields), woven=woven) as service:
        report = service.verify(Question(ENGLISH))
    assert report.translation is not None
    assert report.translation.credit_line == line, why
    assert (report.translation.evidence == ()) is (line is None)
    assert not report.translation.original.available


@pytest.mark.parametrize(
    ("tag", "way"), [("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("und", "ltr")]
)
def test_the_direction_follows_the_language(tag: str, way: str) -> None:
    assert direction(tag) == way


@pytest.mark.parametrize("woven", [False, True])
def test_a_match_in_a_translation_is_never_the_speakers_own_words(woven: bool) -> None:
    drafts = [
        *german(),
        *rendering(Translated_From="de", Translator="Ines Kolb", Translation_Of="faehre.txt"),
    ]
    with service_on(drafts, woven=woven) as service:
        report = service.verify(Question(ENGLISH, speaker="Tomas Reiter"))
        own = service.verify(Question(GERMAN, speaker="Tomas Reiter"))
    assert report.verdict.code == "verbatim"
    assert report.verdict.headline.endswith("in a translation; not the speaker's own words")
    assert report.verdict.action == "review"
    assert report.translation is not None
    assert report.translation.status == "translation"
    assert report.translation.original.text == GERMAN
    assert report.translation.chain == ("de", "en")
    assert report.corrected_quote is not None
    assert report.corrected_quote.credit_line == "Translated from German by Ines Kolb"
    assert own.verdict.headline == "Word for word"
    assert own.verdict.action == "ok"


def test_the_original_is_one_slice_of_its_source() -> None:
    drafts = [*german(), *rendering(Translated_From="de", Translation_Of="faehre.txt")]
    with service_on(drafts, woven=True) as service:
        report = service.verify(Question(ENGLISH))
        assert report.translation is not None
        original = report.translation.original
        assert original.source_id is not None
        text = service.home.store.rendition_text(
            service.home.store.current_rendition(original.source_id)
        )
    assert text[original.start : original.end] == original.text == GERMAN


ELSEWHERE = [
    ([], "translation", None, "nothing is known of the speaker"),
    ([("de", {})], "translation", "de", "another language in the speaker's other source"),
    ([("en", {})], "back_translation", "en", "the page's own language in it"),
    ([("en", {"Translated_From": "de"})], "translation", None,
     "a translation tells nothing about what its speaker speaks"),
    ([("en", {}), ("de", {})], "translation", None, "the speaker may have spoken either"),
]  # fmt: skip


@pytest.mark.parametrize(("others", "status", "first", "why"), ELSEWHERE)
def test_without_a_register_the_speakers_other_sources_tell_the_language(
    others: list[tuple[str, dict[str, str]]], status: str, first: str | None, why: str
) -> None:
    words = {"en": "Every pilot counts the waves before the bar.", "de": "Der Lotse zählt Wellen."}
    drafts = rendering(Translator="Ines Kolb")
    for language, fields in others:
        drafts += talk(
            words[language], origin=f"{language}.txt", language=language, Speaker="Tomas Reiter",
            **fields,
        )  # fmt: skip
    with service_on(drafts) as service:
        report = service.verify(Question(ENGLISH))
    assert report.translation is not None
    assert (report.translation.status, report.translation.original_language) == (status, first), why


@pytest.mark.parametrize("name", ["Host", "Maria", "Moderator"])
def test_a_role_or_a_single_name_is_not_looked_up_elsewhere(name: str) -> None:
    drafts = [
        *talk(ENGLISH, origin="a.txt", Speaker=name, Translator="Ines Kolb"),
        *talk("Every pilot counts the waves.", origin="b.txt", Speaker=name),
    ]
    with service_on(drafts) as service:
        report = service.verify(Question(ENGLISH))
    assert report.translation is not None
    assert report.translation.status == "translation"


def test_a_persons_decision_stands_above_the_rules_until_it_is_given_back() -> None:
    with service_on(rendering(Translator="Ines Kolb"), woven=True) as service:
        source = service.home.store.find_source("ferry.txt").id

        def status() -> tuple[str, str | None]:
            report = service.verify(Question(ENGLISH))
            assert report.translation is not None
            listed = Standings(service.home.store, Registers()).of_source(source).status
            assert listed == report.translation.status
            return report.translation.status, report.translation.basis

        assert status()[0] == "translation"
        decide(service.home, Override(source, "interpreted", "Ada", NOW))
        assert status() == ("interpreted", "decided by Ada")
        decide(service.home, Override(source, "original", "Ada", NOW))
        assert status() == ("original", None)
        decide(service.home, Override(source, None, "Ada", NOW))
        assert status()[0] == "translation"
