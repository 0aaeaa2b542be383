"""Subtitles: who says what from which second on; what is malformed is reported."""

from __future__ import annotations

import io

import pytest

from corpus.errors import UnreadableSource
from corpus.ingest import read_source
from corpus.models import SourceKind
from corpus.readers import subtitles
from corpus.readers.extracted import Extracted
from tests.corpus.made_files import cues, lines_of, original, rolled, stored_share


def read(written: str, origin: str = "talk.vtt") -> Extracted:
    (reading,) = subtitles.read(origin, io.BytesIO(written.encode()))
    assert isinstance(reading, Extracted)
    return reading


def blocks(reading: Extracted) -> list[tuple[str | None, str | None, str]]:
    return [(b.locator, b.speaker, reading.text[b.start : b.end]) for b in reading.blocks]


@pytest.mark.parametrize("form", ["srt", "vtt"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_talk_cut_into_cues_is_stored_whole(form: str, language: str) -> None:
    lines = lines_of(original(language), language)
    reading = read(cues(lines, form), f"talk.{form}")
    assert stored_share(original(language), reading.text) >= 0.99
    assert reading.notes == ()


def test_voices_are_speakers_also_two_in_one_cue() -> None:
    reading = read(
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ana Ruiz>Is it true?</v>\n"
        "<v.loud Bo &amp; Co>It is <i>not</i>.\n\n"
        "00:01:05.000 --> 00:01:07.000\n<v Ana Ruiz>5 &lt; 6 &amp; a < b\n"
    )
    assert blocks(reading) == [
        ("00:00:01", "Ana Ruiz", "Is it true?"),
        ("00:00:01", "Bo & Co", "It is not."),
        ("00:01:05", "Ana Ruiz", "5 < 6 & a < b"),
    ]
    assert reading.marked


MARKUP = [
    ("{\\an8}Up here.", "Up here.", "a place on the screen"),
    ("<font color='#fff'>White.</font>", "White.", "a colour"),
    ("<00:00:02.500><c>word</c> by <c.b>word</c>", "word by word", "times of words"),
    ("<ruby>東<rt>ひがし</rt></ruby>です", "東です", "readings beside characters"),
    ("Don&#39;t&nbsp;go.", "Don't go.", "entities"),
]


@pytest.mark.parametrize(("written", "said", "why"), MARKUP)
def test_markup_is_not_said(written: str, said: str, why: str) -> None:
    assert [b[2] for b in blocks(read(cues([written], "vtt")))] == [said], why


def test_sentences_are_joined_and_pauses_part() -> None:
    written = (
        "1\n00:00:01,000 --> 00:00:03,000\nWe will not\n\n2\n00:00:03,000 --> 00:00:04,000\n"
        "go there\n\n\n3\n00:00:09,000 --> 00:00:11,000\nLater on.\n"
    )
    assert blocks(read(written, "a.srt")) == [
        ("00:00:01", None, "We will not go there"),
        ("00:00:09", None, "Later on."),
    ]


def test_rolling_captions_say_everything_once() -> None:
    said = [f"line number {n} of what he said" for n in range(1, 9)]
    assert " ".join(b[2] for b in blocks(read(cues(rolled(said), "vtt")))) == " ".join(said)


def test_what_is_said_twice_is_kept_twice() -> None:
    reading = read(cues(["No.", "No.", "I said it", "and I meant it", "all along.", "Yes."], "srt"))
    assert reading.text.count("No.") == 2


def test_malformed_cues_are_counted_and_their_lines_named() -> None:
    reading = read(
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nKept.\n\n00:xx --> 00:00:04.000\nLost.\n\n"
        "00:00:05.000 -->\nLost, too.\n\n00:00:06.000 --> 00:00:07.000\n"
        "Kept, too.\n\n00:00:07,000 --> 00:00:08,000\nAnd this.\n\n"
        "00:08:00.000 --> 00:99:02.000\nNo such minute.\n"
    )
    assert reading.text == "Kept. Kept, too. And this."
    assert reading.notes == (
        "2 cue(s) with a malformed time left out (line 6, 9)",
        "1 cue(s) without text, or malformed, left out",
    )


ARROWS = ["->", "-->>", "=>", "\u2192", "--", "- ->", ">"]


@pytest.mark.parametrize("arrow", ARROWS[:1] + ARROWS[2:5] + ARROWS[6:])
def test_a_time_with_another_arrow_is_read_and_said(arrow: str) -> None:
    reading = read(
        "1\n00:00:01,000 --> 00:00:02,000\nKept.\n\n"
        f"2\n00:00:03,000 {arrow} 00:00:04,000\nKept, too.\n",
        "a.srt",
    )
    assert reading.text == "Kept. Kept, too."
    assert reading.notes == ("1 cue(s) with another arrow between the times, read all the same",)


def test_what_was_left_out_is_logged_when_a_file_is_added(
    caplog: pytest.LogCaptureFixture,
) -> None:
    written = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nKept.\n\n00:xx --> 00:01\nLost.\n"
    assert read_source("a\nb.vtt", written.encode())
    (line,) = caplog.messages
    assert "1 cue(s) with a malformed time" in line and "\n" not in line


def test_files_of_careless_programs_are_read_all_the_same() -> None:
    written = (
        "\ufeff\n00:00:01,5 --> 00:00:02,75\r\nOne.\r\n\r\nstill one\r\n\r\n"
        "2\r\n0:0:3,000 --> 0:0:4,000\r\nTwo."
    )
    reading = read(written, "a.srt")
    assert reading.text == "One. still one Two."
    assert reading.notes == ()


@pytest.mark.parametrize(
    "written", ["WEBVTT\n\n", "hello", "1\n00:00:01,000 --> 00:00:02,000\n♪\n"]
)
def test_a_file_without_anything_said_is_refused(written: str) -> None:
    with pytest.raises(UnreadableSource):
        read(written)


def test_labels_are_found_as_in_any_transcript_and_times_stay_with_their_passages() -> None:
    lines = ["HOST: Are you ready to begin?", "GUEST: I have never been so ready.",
             "HOST: Then let us begin.", "GUEST: The weir will not hold."]  # fmt: skip
    (draft,) = read_source("talk.srt", cues(lines, "srt").encode())
    assert [(p.speaker.name if p.speaker else None, p.locator) for p in draft.passages] == [
        ("HOST", "00:00:02"), ("GUEST", "00:00:04"), ("HOST", "00:00:06"), ("GUEST", "00:00:08"),
    ]  # fmt: skip
    assert draft.description.kind is SourceKind.CAPTIONS
