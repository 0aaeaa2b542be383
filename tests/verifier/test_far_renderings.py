"""A claim without a match whose nearest passage may be the same sentence in another translation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.models import DraftSource
from tests.gold.homes import service_on, talk
from verifier.app import create_app
from verifier.commands import terminal
from verifier.config import Settings
from verifier.exchange.schemas import report_json
from verifier.renditions.sameness import subject_likeness
from verifier.report import Report
from verifier.service import Question, Service
from verifier.showing import presentation
from verifier.showing import translation_notices as notices
from verifier.tables.cells import COLUMNS, answer_cells
from verifier.tables.rows import Row

ENGLISH = (
    "The council bought four wooden boats from a widow in the next village, and nobody asked us"
    " for a receipt."
)
GERMAN = (
    "Der Rat kaufte einer Witwe im Nachbardorf vier Holzboote ab, und niemand wollte eine Quittung."
)
FAR = (
    "Our council acquired a handful of timber vessels belonging to some widow one village along,"
    " and not a soul demanded that we show them any receipt."
)
ABSENT = "Nobody paid the herring fishermen for repairing that lighthouse after the long winter."
SAID = "A different translation cannot be ruled out."
BROWSER = {"Accept": "text/html"}
CREDIT = {"Translated_From": "de", "Translator": "Ines Kolb"}


def german() -> list[DraftSource]:
    return talk(GERMAN, origin="rat.txt", title="Der Rat", language="de", Speaker="Ada Lindqvist")


def english(**fields: str) -> list[DraftSource]:
    return talk(ENGLISH, origin="council.txt", title="The council", Speaker="Ada Lindqvist",
                **fields)  # fmt: skip


@pytest.fixture(scope="module")
def linked() -> Iterator[Service]:
    drafts = [*german(), *english(**CREDIT, Translation_Of="rat.txt")]
    with service_on(drafts, woven=True) as service:
        yield service


@pytest.fixture(scope="module")
def far(linked: Service) -> Report:
    return linked.verify(Question(FAR))


def test_the_original_of_the_nearest_passage_stands_beside_a_claim_without_a_match(
    far: Report,
) -> None:
    assert far.verdict.code == "not_found"
    assert (far.match, far.source, far.corrected_quote, far.citation) == (None, None, None, None)
    assert far.nearest[0].exact == ENGLISH
    assert far.translation is not None
    assert far.translation.status == "translation"
    assert far.translation.original.text == GERMAN
    assert far.translation.version_quoted == "neither"


def test_the_headline_speaks_of_the_corpus_and_the_sentence_of_the_translation(
    far: Report,
) -> None:
    assert far.verdict.headline.startswith("These words are not in this corpus")
    assert "own words" not in far.verdict.headline, "there is no match to say that of"
    assert far.verdict.action == "stop"
    assert "The nearest passage stands in a translation." in far.verdict.sentence
    assert SAID in far.verdict.sentence


SOURCES = [
    ({}, FAR, False, "not a translation"),
    (CREDIT, FAR, True, "a translation without its original"),
    (CREDIT, ABSENT, False, "about something else"),
]


@pytest.mark.parametrize(("fields", "quote", "told", "why"), SOURCES)
def test_only_a_near_passage_of_a_translation_is_told_of(
    fields: dict[str, str], quote: str, told: bool, why: str
) -> None:
    with service_on(english(**fields), woven=True) as service:
        report = service.verify(Question(quote))
    assert report.verdict.code == "not_found"
    assert (report.translation is not None) is told, why
    assert (SAID in report.verdict.sentence) is told, why
    assert bool(presentation.notice(report)) is told, why


def test_the_other_side_of_an_untranslated_nearest_passage_is_listed(linked: Service) -> None:
    quote = (
        "Von einer Witwe, die im Nachbardorf wohnte, sind unserem Rat damals mehrere Kähne"
        " überlassen worden, und zwar ohne daß dafür ein Beleg ausgestellt worden wäre."
    )
    report = linked.verify(Question(quote))
    assert report.verdict.code == "not_found"
    assert report.translation is not None
    assert report.translation.status == "unknown"
    assert [other.text for other in report.translation.other_renditions] == [ENGLISH]
    assert presentation.notice(report) == [], "the nearest passage is no translation"
    assert SAID not in report.verdict.sentence


def test_every_door_says_that_it_speaks_of_the_nearest_passage(far: Report) -> None:
    notice = presentation.notice(far)
    assert notice[0].startswith(notices.NEAREST_PASSAGE)
    assert notices.NEAREST_MEANS in notice
    lines = list(terminal.report_lines(far))
    assert any(notices.NEAREST_PASSAGE in line for line in lines)
    original = next(line for line in lines if GERMAN in line)
    assert notices.ORIGINAL_OF_NEAREST in original
    cells = dict(zip(COLUMNS, answer_cells(Row(1, None, {}), far), strict=True))
    assert cells["translation"] == "nearest: translation"
    assert {cells[name] for name in ("source_text", "original_text", "credit_line")} == {None}
    assert report_json(far)["translation"]["original"]["text"] == GERMAN


def test_on_a_page_the_notice_stands_above_the_nearest_passages(linked: Service) -> None:
    client = create_app(Settings(home=linked.home.folder), linked).test_client()
    page = client.post("/check", data={"quote": FAR}, headers=BROWSER).get_data(as_text=True)
    order = ['id="texts-title"', notices.NEAREST_PASSAGE, notices.ORIGINAL_OF_NEAREST, GERMAN,
             "Nearest by words, not a match", ENGLISH]  # fmt: skip
    places = [page.index(each) for each in order]
    assert places == sorted(places)
    draft = f"She said: \u201c{FAR}\u201d"
    drafted = client.post("/draft", data={"text": draft}, headers=BROWSER).get_data(as_text=True)
    assert drafted.index(notices.ORIGINAL_OF_NEAREST) < drafted.index(GERMAN)
    for shown in (page, drafted):
        assert notices.ORIGINAL not in shown


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("a b c", "a b c", 1.0, "the same"),
        ("a b", "c d", 0.0, "nothing shared"),
        ("", "a", 0.0, "nothing there"),
        ("a b", "a c", 0.5, "half, all alike in rarity"),
        ("a a b", "a c c", 0.5, "a repeated word is one"),
        ("x b", "x c", 0.8, "a rare word counts more"),
        ("书 馆", "书 馆", 1.0, "a pair of characters"),
        ("书 馆", "馆 书", 0.0, "pairs have an order"),
    ],
)
def test_the_likeness_of_two_texts_counts_rare_words_more(
    one: str, other: str, expected: float, why: str
) -> None:
    rarity = dict.fromkeys("a b c d 书 馆".split(), 1.0) | {"x": 2.0}
    found = subject_likeness(one.split(), other.split(), rarity, lambda norm: norm)
    assert found == pytest.approx(expected), why
    assert found == pytest.approx(
        subject_likeness(other.split(), one.split(), rarity, lambda norm: norm)
    )
