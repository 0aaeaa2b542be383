"""Whose words a passage is, and what is nobody's."""

from __future__ import annotations

import io

import pytest

from corpus.describing.metadata import read_frame
from corpus.ingest import read_source
from corpus.models import PassageKind, SourceKind
from corpus.readers.plain import read
from corpus.segment import Layout, segment

SPEECH, PROSE = PassageKind.SPEECH, PassageKind.PROSE
HEADING, SUMMARY = PassageKind.HEADING, PassageKind.SUMMARY


def layout_of(text: str, name: str = "a.txt") -> Layout:
    reading = next(read(name, io.BytesIO(text.encode())))
    return segment(reading, read_frame(reading))


def rows(text: str) -> list[tuple[int, PassageKind, str | None, str]]:
    """Turn, kind, speaker and words of every passage."""
    return [
        (p.turn, p.kind, p.speaker.name if p.speaker else None, text[p.start : p.end])
        for p in layout_of(text).passages
    ]


def test_a_turn_runs_on_over_paragraphs_without_label() -> None:
    text = "Treasurer: Hello.\n\nIt rained.\n\nReporter: Why?\n\nTreasurer: So.\n\nIt does."
    assert rows(text) == [
        (0, SPEECH, "Treasurer", "Hello."),
        (0, SPEECH, "Treasurer", "It rained."),
        (1, SPEECH, "Reporter", "Why?"),
        (2, SPEECH, "Treasurer", "So."),
        (2, SPEECH, "Treasurer", "It does."),
    ]


def test_a_heading_ends_a_turn_and_what_follows_without_label_is_narration() -> None:
    text = "Host: Hi.\n\nIda: Yes.\n\n## Later\n\nThey went out.\n\nHost: Bye.\n\nIda: Bye."
    assert rows(text)[2:5] == [
        (2, HEADING, None, "Later"),
        (3, PROSE, None, "They went out."),
        (4, SPEECH, "Host", "Bye."),
    ]


def test_turns_inside_a_paragraph_are_cut_at_their_labels() -> None:
    text = "Host: One. Ida: Two, she said. Host: Three?\n\nIda: Four.\n\nHost: Five."
    assert [(turn, who, said) for turn, _, who, said in rows(text)] == [
        (0, "Host", "One."),
        (1, "Ida", "Two, she said."),
        (2, "Host", "Three?"),
        (3, "Ida", "Four."),
        (4, "Host", "Five."),
    ]


def test_a_first_turn_without_a_final_mark_is_no_title() -> None:
    text = "Ida Brandt: This week we look at rain\n\nTom: It rains.\n\nIda Brandt: It does.\n"
    assert [(who, said) for _, _, who, said in rows(text)] == [
        ("Ida Brandt", "This week we look at rain"),
        ("Tom", "It rains."),
        ("Ida Brandt", "It does."),
    ]


def test_a_headline_that_begins_like_a_label_is_a_title() -> None:
    text = "Ida Brandt: it will rain for weeks\n\nWe met her.\n\nHost: Hm?\n\nIda Brandt: Yes.\n"
    assert rows(text)[0][1:3] == (HEADING, None)
    assert rows(text)[-1][2:] == ("Ida Brandt", "Yes.")


def test_a_label_on_a_line_of_its_own_opens_the_turn_of_the_next_lines() -> None:
    text = "Host:\nWelcome to all.\nIda:\nThank you.\nHost:\nWell then.\nIda:\nYes.\n"
    assert [(who, said) for _, _, who, said in rows(text)] == [
        ("Host", "Welcome to all."),
        ("Ida", "Thank you."),
        ("Host", "Well then."),
        ("Ida", "Yes."),
    ]


def test_the_closing_frame_and_credits_are_not_part_of_the_last_turn() -> None:
    text = (
        "Host: Hi.\n\nIda: Yes.\n\nHost: Bye, and thanks for all that you have told us.\n\n"
        "Ida: Bye.\n\nTranslated by Leela Das\n\n* * *\n\n"
        "Original video: https://example.org/v\n\nMore words here.\n"
    )
    found = layout_of(text)
    assert text[found.passages[-1].start : found.passages[-1].end] == "Bye."
    told = [text[start:end] for start, end in found.own_words]
    assert "Translated by Leela Das" in told
    assert "Original video: https://example.org/v" in told


def test_a_declared_speaker_says_the_whole_body_and_colons_are_no_labels() -> None:
    text = "Speaker: Ada Lovett\n\nMy friends.\n\nHost: is what they call me.\n\nHost: it is so."
    found = rows(text)
    assert {who for _, _, who, _ in found} == {"Ada Lovett"}
    assert {turn for turn, *_ in found} == {0}
    assert found[1][3] == "Host: is what they call me."


def test_a_first_person_text_with_an_author_is_the_authors() -> None:
    text = "Title: On rain\nAuthor: Ada Lovett\n\nI like rain.\n\nIt is soft.\n\nWe met there."
    assert [(kind, who) for _, kind, who, _ in rows(text)] == [
        (HEADING, None),
        *[(PROSE, "Ada Lovett")] * 3,
    ]
    assert layout_of(text).kind is SourceKind.POST


def test_an_article_about_someone_is_narration_of_nobody() -> None:
    text = 'Author: Mara Quill\n\nThe mayor came.\n\nShe said: "I am late."\n\nIt rained.'
    assert {(kind, who) for _, kind, who, _ in rows(text)} == {(PROSE, None)}
    assert layout_of(text).kind is SourceKind.ARTICLE


REPORTED = (
    "Just out: Chen posts letter on fees\n\n"
    "Minister Lena Chen published an open letter on Friday. She defends the fees.\n\n"
    "The letter\n\n"
    "I have heard your complaints, and I take them seriously, as does my office.\n\n"
    "My regret: we did not listen.\n\n"
    "Tags: harbour\n\nQuay Street 5"
)


def test_a_post_that_a_page_reports_is_split_from_the_pages_own_words() -> None:
    found = layout_of(REPORTED)
    assert found.author == "Lena Chen"
    assert [(who, said.split()[0]) for _, _, who, said in rows(REPORTED)] == [
        (None, "Just"),
        (None, "Minister"),
        (None, "The"),
        ("Lena Chen", "I"),
        ("Lena Chen", "My"),
    ]


def test_title_and_summary_have_turns_of_their_own() -> None:
    text = "# Rain\n\n> It rains.\n>\n> A lot.\n\nThe rain came in May.\n\nIt stayed."
    assert [(turn, kind) for turn, kind, _, _ in rows(text)] == [
        (0, HEADING),
        (1, SUMMARY),
        (2, SUMMARY),
        (3, PROSE),
        (3, PROSE),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "![](https://example.org/a.png)",
        "图片",
        "https://example.org/a",
        "[A talk](https://example.org/r)",
        "Follow us for more",
    ],
)
def test_furniture_between_paragraphs_is_no_passage(line: str) -> None:
    text = f"The rain came in May.\n\n{line}\n\nIt stayed for weeks."
    assert [said for *_, said in rows(text)] == ["The rain came in May.", "It stayed for weeks."]


def test_what_a_page_says_about_its_editing_is_nobody_s_words() -> None:
    text = (
        "Host: Do you sleep in November?\n\nIda: No, and it is better so.\n\nHost: Why?\n\n"
        "Ida: Because of the dyke.\n\nThis interview was edited for length and clarity."
    )
    (draft,) = read_source("a.txt", text.encode())
    said = [draft.text[p.start : p.end] for p in draft.passages if p.speaker]
    assert said[-1] == "Because of the dyke."
