"""The axes beside the wording, and the words to paste."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.gold.homes import (
    claim_of,
    drafts_of_rows,
    harbour_drafts,
    passage_of,
    service_on,
    talk,
)
from verifier.answering.answer import date_of, in_characters, keeps_question
from verifier.models import Context
from verifier.report import Report, VerdictCode
from verifier.service import Question, Service


@pytest.fixture(scope="module")
def harbour() -> Iterator[Service]:
    with service_on(harbour_drafts()) as service:
        yield service


def ask(service: Service, quote: str, **fields: str) -> Report:
    return service.verify(Question(quote, **fields))


PASTED = [
    ("we bought four wooden boats from a widow", "We bought four wooden boats from a widow",
     "the source's letters"),
    ("We bought five wooden boats from a widow", "We bought four wooden boats from a widow",
     "the source's words"),
    ("THE HARBOUR OPENED BEFORE THE RAILWAY CAME", "The harbour opened before the railway came.",
     "with its final mark at the end of a sentence"),
    ("Why did the council never pay for the lanterns",
     "Why did the council never pay for the lanterns?",
     "a question stays one"),
    ("We bought four wooden boats … nobody asked us for a receipt",
     "We bought four wooden boats … nobody asked us for a receipt.", "an honest ellipsis"),
    ("Every winter the ice breaks moorings along the eastern quay",
     "Every winter the ice breaks … moorings along the eastern quay.",
     "an ellipsis that was missing"),
    ("Every winter the ice breaks the … moorings along the eastern quay",
     "Every winter the ice breaks the … moorings along the eastern quay.", "one word"),
    ("The old pilots counted the waves. The ferry carried flour and letters.",
     "The ferry carried flour and letters … The old pilots counted the waves", "in source order"),
    ("我们修建 … 图书馆，不是为了十二位安静的读者", "我们修建……图书馆，不是为了十二位安静的读者。",
     "Chinese dots"),
    ("the moorings on the quay break in the icy winters",
     "Every winter the ice breaks the smaller moorings along the eastern quay.",
     "the closest sentences, whole"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "pasted", "why"), PASTED)
def test_the_corrected_quote_is_the_sources(
    harbour: Service, quote: str, pasted: str, why: str
) -> None:
    report = ask(harbour, quote)
    assert report.corrected_quote is not None
    assert report.corrected_quote.text == pasted, why


def test_an_ellipsis_that_would_swallow_a_negation_is_not_offered(harbour: Service) -> None:
    report = ask(harbour, "Why did the council pay for the lanterns?")
    assert report.corrected_quote is not None
    assert report.corrected_quote.text == "Why did the council never pay for the lanterns?"
    assert "negation" in [f.code for f in report.verdict.meaning_risk]


def test_pieces_of_several_speakers_are_not_offered_as_one_quote(harbour: Service) -> None:
    quote = (
        "Every winter the ice breaks the smaller moorings. The old pilots counted the waves before "
        "they crossed the bar."
    )
    report = ask(harbour, quote)
    assert report.verdict.code is VerdictCode.STITCHED
    assert report.corrected_quote is None
    assert report.verdict.action == "stop"


def test_a_corrected_quote_is_word_for_word_itself(harbour: Service) -> None:
    for quote, _, _ in PASTED:
        first = ask(harbour, quote)
        if first.corrected_quote is None or first.verdict.code is VerdictCode.STITCHED:
            continue
        again = ask(harbour, first.corrected_quote.text)
        assert again.verdict.code in (VerdictCode.VERBATIM, VerdictCode.MARKED_EDITS), quote


FOLDS = [
    ("I painted the color of the hull myself", [("spelling", "color")], "spelling"),
    ("We bought 4 wooden boats from a widow", [("number", "4")], "a number"),
    ("We bought four wooden boats, from a widow", [("punctuation_or_case", "")], "punctuation"),
    ("We bought four wooden boats from a widow", [], "nothing"),
    ("We're the last of the cafe owners", [("diacritics", "cafe")], "a diacritic"),
]


@pytest.mark.parametrize(("quote", "folds", "why"), FOLDS)
def test_the_folds_that_were_needed_are_listed(
    harbour: Service, quote: str, folds: list[tuple[str, str]], why: str
) -> None:
    report = ask(harbour, quote)
    assert [(n.code, n.text) for n in report.claim.normalizations] == folds, why


FRAMES = (
    "Nobody believes that the dike will hold. If it rains, the meadow is lost. The mill closed, "
    "but we stayed."
)
FRAMED = [
    ("the dike will hold", Context.HEAD_HAS_NEGATION, "a clause that negates it"),
    ("the meadow is lost", Context.HEAD_HAS_CONDITION, "a condition"),
    ("The mill closed", Context.TAIL_HAS_CONTRAST, "a turn"),
]


@pytest.mark.parametrize(("quote", "code", "why"), FRAMED)
def test_what_stands_around_a_match_is_told(quote: str, code: Context, why: str) -> None:
    with service_on(talk(FRAMES, Speaker="Ida Brandt")) as service:
        report = ask(service, quote)
    assert code in [f.code for f in report.verdict.context], why
    assert report.verdict.action != "ok"


def test_dots_say_that_a_quote_begins_and_ends_within_its_sentence(harbour: Service) -> None:
    inner = "bought four wooden boats from a widow"
    codes = {f.code for f in ask(harbour, inner).verdict.context}
    assert {Context.STARTS_MID_SENTENCE, Context.ENDS_MID_SENTENCE} <= codes
    dotted = {f.code for f in ask(harbour, f"… {inner} …").verdict.context}
    assert not {Context.STARTS_MID_SENTENCE, Context.ENDS_MID_SENTENCE} & dotted


def test_the_axes_without_a_place_say_what_was_claimed(harbour: Service) -> None:
    absent = "Purple elephants negotiate quietly beneath the marble aqueduct"
    verdict = ask(harbour, absent, speaker="Ida Brandt", date="2020").verdict
    assert (verdict.attribution.claimed, verdict.attribution.in_source) == ("Ida Brandt", None)
    assert verdict.attribution.status == "source_speaker_unknown"
    assert (verdict.date.status, verdict.date.claimed) == ("source_undated", "2020")
    silent = ask(harbour, absent).verdict
    assert (silent.attribution.status, silent.date.status) == ("not_claimed", "not_claimed")


def test_a_passage_with_a_date_of_its_own_has_that_date() -> None:
    rows = [
        {"source": "log", "text": "The dredger arrived late and left early.", "date": "2020-02-03"},
        {"source": "log", "text": "The customs house burned down at noon.", "date": "2021-04-05"},
    ]
    with service_on(drafts_of_rows("log.jsonl", rows)) as service:
        report = ask(service, "The customs house burned down at noon.", date="2021-04-05")
    assert (report.verdict.date.status, report.verdict.date.in_source) == ("same", "2021-04-05")


@pytest.mark.parametrize(
    ("date", "precision"), [("2020", "year"), ("2020-02", "month"), ("2020-02-03", "day")]
)
def test_a_date_is_as_precise_as_it_is_written(date: str, precision: str) -> None:
    with service_on(talk("The dredger arrived late.", date=None)) as service:
        (source,) = service.home.store.sources(after=None, limit=1)
    dated = date_of(replace(passage_of("x"), date=date), source)
    assert dated is not None
    assert (dated.edtf, dated.precision) == (date, precision)
    assert date_of(passage_of("x"), source) is None


CLAIMS = [
    ("Why not?", True, False, "a question"), ("Why not.", False, False, "none"),
    ("为什么不呢？", True, True, "a Chinese one"), ("为什么 GPT 模型", False, True,
     "mostly characters"),
    ("the word 船 here", False, False, "one character"), ("🎉", False, False, "no token"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asks", "characters", "why"), CLAIMS)
def test_a_claim_is_a_question_and_counted_in_characters_by_its_own_text(
    text: str, asks: bool, characters: bool, why: str
) -> None:
    assert keeps_question(claim_of(text)) is asks, why
    assert in_characters(claim_of(text)) is characters, why


def test_characters_are_named_in_the_headline(harbour: Service) -> None:
    line = ask(harbour, "我们修建这座图书馆，不是为了十二位吵闹的读者").verdict.headline
    assert line == "2 of 21 characters differ"
