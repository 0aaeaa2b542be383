"""Text that was taken out of a format: text in is text out, offsets exact."""

from __future__ import annotations

import html
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.blocks import BlockKind, Reading
from corpus.errors import UnreadableSource
from corpus.readers import subtitles, web_page, word_document
from corpus.readers.extracted import TextBuilder, from_json, to_json
from tests.corpus.hand_made import document, docx, paragraph

LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po", "So"], exclude_characters="{}<>&")
WORD = st.text(LETTERS, min_size=1, max_size=9)
PARAGRAPHS = st.lists(
    st.lists(WORD, min_size=1, max_size=12).map(lambda words: f"x{' '.join(words)}x"),
    min_size=1, max_size=8,
)  # fmt: skip


def slices(reading: Reading) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


@given(PARAGRAPHS)
@settings(max_examples=80, deadline=None)
def test_the_blocks_of_a_text_are_slices_of_it(paragraphs: list[str]) -> None:
    text = TextBuilder()
    for written in paragraphs:
        text.add(f" {written}\n")
    reading = text.reading("a", b"")
    assert slices(reading) == paragraphs
    assert reading.text == "\n\n".join(paragraphs)


@given(PARAGRAPHS)
@settings(max_examples=40, deadline=None)
def test_paragraphs_of_a_page_come_out_as_they_went_in(paragraphs: list[str]) -> None:
    body = "".join(f"<section><p>{html.escape(p)}</p></section>" for p in paragraphs)
    page = f'<meta charset="utf-8"><div id="js_content">{body}.</div>'.encode()
    (reading,) = web_page.read("a.html", io.BytesIO(page))
    assert slices(reading) == [*paragraphs, "."]


@given(PARAGRAPHS)
@settings(max_examples=25, deadline=None)
def test_paragraphs_of_a_word_file_come_out_as_they_went_in(paragraphs: list[str]) -> None:
    body = "".join(paragraph(html.escape(p)) for p in paragraphs)
    (reading,) = word_document.read("a.docx", io.BytesIO(docx(document(body))))
    assert slices(reading) == paragraphs


@given(PARAGRAPHS)
@settings(max_examples=40, deadline=None)
def test_cues_come_out_as_they_went_in(paragraphs: list[str]) -> None:
    cues = "".join(
        f"00:{n:02d}:00.000 --> 00:{n:02d}:05.000\n{p}\n\n" for n, p in enumerate(paragraphs)
    )
    (reading,) = subtitles.read("a.vtt", io.BytesIO(f"WEBVTT\n\n{cues}".encode()))
    assert slices(reading) == paragraphs


@given(PARAGRAPHS, st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_reading_survives_the_way_between_two_processes(
    paragraphs: list[str], marked: bool
) -> None:
    text = TextBuilder()
    for number, written in enumerate(paragraphs):
        text.add(written, BlockKind.HEADING, 1, speaker="Ana", locator=f"page {number}")
    reading = text.reading("a", b"x", {"title": paragraphs[0]}, marked=marked, notes=("n",))
    assert from_json(to_json([reading])) == [reading]
    assert reading.title_span == (0, len(paragraphs[0]))


@pytest.mark.parametrize(
    ("old", "new"),
    [('"end": 3', '"end": 900'), ('"start": 0', '"start": 3'), ('"heading"', '"hat"')],
)
def test_an_answer_whose_blocks_do_not_fit_is_not_believed(old: str, new: str) -> None:
    text = TextBuilder()
    text.add("abc", BlockKind.HEADING)
    with pytest.raises(ValueError, match=r"fit|hat"):
        from_json(to_json([text.reading("a", b"")]).replace(old.encode(), new.encode()))


def test_nothing_said_is_refused() -> None:
    text = TextBuilder()
    text.add(" \n")
    text.add("* * *", BlockKind.RULE)
    with pytest.raises(UnreadableSource):
        text.reading("a", b"")
