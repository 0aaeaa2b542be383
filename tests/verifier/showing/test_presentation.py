"""The pieces that pages, terminal and tables share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from tests.gold.homes import service_on, talk
from verifier.commands import terminal
from verifier.report import Action, VerdictCode
from verifier.service import Question, Service
from verifier.showing import phrases
from verifier.showing.presentation import (
    changes,
    claim_runs,
    inline_runs,
    notice,
    source_line,
    source_runs,
    told,
    visible,
)

JOINED = (
    "We did not build this library for twelve quiet readers. Mark that. The ferry has never waited"
    " for a minister."
)
QUOTES = [
    VERBATIM,
    ALTERED,
    RENDERED,
    "We built it for everyone who has been told that a question was too small to ask.",
    "We built it for everyone who has ever, ever been told that a question was too small",
    "我们修建这座图书馆，是为了每一个曾经不敢提问的人。",
    JOINED,
]


@pytest.mark.parametrize("quote", QUOTES)
def test_runs_join_to_the_text_they_were_cut_from(service: Service, quote: str) -> None:
    report = service.verify(Question(quote))
    match = report.match
    assert match is not None
    assert "".join(run.text for run in claim_runs(report)) == quote
    assert "".join(run.text for run in source_runs(match)) == match.exact


@pytest.mark.parametrize("quote", QUOTES)
def test_marked_runs_have_no_white_space_at_their_edges(service: Service, quote: str) -> None:
    report = service.verify(Question(quote))
    match = report.match
    assert match is not None
    runs = [*claim_runs(report), *source_runs(match), *inline_runs(quote, match)]
    assert all(run.text == run.text.strip() for run in runs if run.kind != "same")


def test_the_line_of_both_shows_what_was_removed_before_what_was_added(service: Service) -> None:
    match = service.verify(Question(ALTERED)).match
    assert match is not None
    marked = [(r.kind, r.text) for r in inline_runs(ALTERED, match) if r.kind != "same"]
    assert marked == [("removed", "everyone"), ("added", "anyone")]


def test_of_a_joined_quote_the_words_in_no_piece_are_marked(service: Service) -> None:
    report = service.verify(Question(JOINED))
    assert report.verdict.code is VerdictCode.STITCHED
    assert [r.text for r in claim_runs(report) if r.kind == "added"] == ["Mark that"]


def test_changes_are_seen_from_the_source(service: Service) -> None:
    match = service.verify(Question(ALTERED)).match
    assert [(c.label, c.source_text, c.claim_text) for c in changes(match)] == [
        ("Replaced", "everyone", "anyone")
    ]
    assert changes(None) == []


def test_a_translation_is_announced_with_its_reason(service: Service) -> None:
    found = notice(service.verify(Question(RENDERED)))
    assert "translation" in found[0]
    assert "not what the speaker said" in found[1]
    assert "not in the corpus" in found[-1]
    assert notice(service.verify(Question(VERBATIM))) == []


def test_the_source_line_names_speaker_title_and_date(service: Service) -> None:
    line = source_line(service.verify(Question(VERBATIM)))
    for part in ("Ada Lindqvist", "Opening of the river library", "2023-05-12"):
        assert part in line
    assert source_line(service.verify(Question(ABSENT))) == ""


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("plain", "plain", "nothing to do"),
        ("a\u202eb", "a[U+202E]b", "an override would turn the text after it"),
        ("e\u0301", "e\u0301", "an accent is part of its letter"),
        ("e" + "\u0301" * 20, "e" + "\u0301" * 8 + "[+12 marks]", "a stack grows into other lines"),
        ("نص", "نص", "a script that runs to the left needs no help"),
    ],
)
def test_text_cannot_disturb_the_text_around_it(text: str, shown: str, why: str) -> None:
    assert visible(text) == shown, why


@given(st.text())
def test_shown_text_has_no_direction_controls(text: str) -> None:
    assert not set(visible(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("en", "ltr"), ("und", "auto"), (None, "auto")],
)
def test_direction_follows_the_language(tag: str | None, expected: str) -> None:
    assert phrases.direction(tag) == expected


def test_every_code_has_a_phrase() -> None:
    assert all(phrases.family(code).word for code in VerdictCode)
    assert set(phrases.ACTIONS) == set(Action)


NAMES = [
    ("מכתב מן הנמל", "Ada Lindqvist", "מכתב מן הנמל", "a title in Hebrew, before a date"),
    ("Evening at the harbour", "ليلى الحداد", "ليلى الحداد", "a speaker in Arabic, in brackets"),
    ("Evening at the harbour", "Ada Lindqvist", "", "names from left to right need nothing"),
]


@pytest.mark.parametrize(("title", "speaker", "apart", "why"), NAMES)
def test_names_from_right_to_left_stand_apart_in_the_sentence(
    title: str, speaker: str, apart: str, why: str
) -> None:
    """The bare sentence goes to programs; the one that people read keeps its order."""
    words = "The harbour opened long before the railway came."
    turns = (f"{speaker}: {words}", "Tomas Reiter: I see.", f"{speaker}: Yes.", "Tomas Reiter: So.")
    with service_on(talk(*turns, title=title)) as asked:
        report = asked.verify(Question(words))
    sentence = report.verdict.sentence
    assert f"{title}, 2023-05-12 ({speaker})" in sentence
    assert not set(sentence) & set("\u2066\u2067\u2068\u2069")
    wanted = sentence.replace(apart, f"\u2068{apart}\u2069") if apart else sentence
    assert told(report) == wanted, why
    assert told(report) in list(terminal.report_lines(report))
