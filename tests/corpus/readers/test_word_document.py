"""Word files: insertions, controls, tables, footnotes in; deletions and note marks out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpus.blocks import BlockKind, Reading
from corpus.errors import UnreadableSource
from corpus.readers import word_document
from tests.corpus import hand_made
from tests.corpus.hand_made import document, docx, footnotes, paragraph
from tests.corpus.made_files import converted, original, page, stored_share, whole_paragraphs


def read(content: bytes) -> Reading:
    (reading,) = word_document.read("minutes.docx", io.BytesIO(content))
    return reading


def blocks(reading: Reading) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_word_processor_saves_is_stored_whole(language: str, tmp_path: Path) -> None:
    paragraphs = original(language)
    reading = read(converted(page(paragraphs, "", language), tmp_path, "docx"))
    assert stored_share(paragraphs, reading.text) >= 0.99
    assert whole_paragraphs(paragraphs, blocks(reading)) >= 0.99


RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
CASES = [
    (f"<w:p>{RUN.format('We ')}<w:ins w:id='1' w:author='a'>{RUN.format('never ')}</w:ins>"
     f"<w:del w:id='2' w:author='a'><w:r><w:delText>always </w:delText></w:r></w:del>"
     f"{RUN.format('agreed.')}</w:p>", ["We never agreed."], "tracked changes"),
    (f"<w:p>{RUN.format('In ')}<w:sdt><w:sdtContent>{RUN.format('May')}</w:sdtContent></w:sdt>"
     "</w:p>",
     ["In May"], "a content control"),
    ("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>", ["one\ntwo"], "a soft break"),
    ("<w:p><w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r></w:p>",
     ["well\u2011known"], "a hyphen that does not break"),
    (f"<w:tbl><w:tr><w:tc>{paragraph('Host')}</w:tc><w:tc>{paragraph('Are you?')}</w:tc></w:tr>"
     "</w:tbl>", ["Host", "Are you?"], "a table"),
    (f"<w:p>{RUN.format('Said so.')}<w:r><w:footnoteReference w:id='3'/></w:r></w:p>",
     ["Said so.", "In a letter."], "a footnote at the end, its mark not in the sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "written", "why"), CASES)
def test_the_text_is_the_one_that_was_accepted(body: str, written: list[str], why: str) -> None:
    more = {
        "word/_rels/document.xml.rels": hand_made.OF_DOCUMENT,
        "word/footnotes.xml": footnotes(n3="In a letter."),
    }
    assert blocks(read(docx(document(body), more))) == written, why


def test_a_title_is_a_heading_and_the_files_own_dates_are_not_taken() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:t="http://purl.org/dc/terms/"><dc:title>The weir</dc:title>'
        "<dc:creator>Ana Ruiz</dc:creator><t:created>2013-12-23T00:00:00Z</t:created>"
        "</cp:coreProperties>"
    )
    body = f"<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>{RUN.format('The weir')}</w:p>"
    reading = read(docx(document(body + paragraph("It held.")), {"docProps/core.xml": core}))
    assert reading.blocks[0].kind is BlockKind.HEADING
    assert dict(reading.fields) == {"title": "The weir", "author": "Ana Ruiz"}
    assert reading.title_span == (0, 8)


@pytest.mark.parametrize(
    "content",
    [
        docx(document(""))[:200],
        docx(document("<w:p>")),
        docx(document("")),
        hand_made.docx("<x/>"),
    ],
    ids=["cut off", "not well-formed", "empty", "another format"],
)
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableSource):
        read(content)
