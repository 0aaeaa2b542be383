"""The text of a draft in a file."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.errors import QuoteVerifierError, UnreadableSource, UnsupportedFormat
from verifier.drafts.article import find_quotations
from verifier.drafts.files import draft_text
from verifier.drafts.models import DraftKind
from verifier.remembering.refusals import TooLarge

APART = "We will carry the books up the stairs once more, and then again."
SAID = "It rains a lot here in the valley,"
PAGE = f"""<!doctype html><html><head><title>Mill</title></head><body><nav>Menu</nav><article>
<h1>The mill is open</h1>
<p>Ada Vane opened the mill on Monday in front of a large crowd. “{SAID}” she said.</p>
<p>Oscar Bell wrote:</p><blockquote><p>{APART}</p></blockquote>
<p>That was the end of the day for everybody who had come.</p></article></body></html>"""
MARKDOWN = (
    f"# The mill is open\n\nAda Vane came. “{SAID}” she said.\n\nOscar Bell wrote:\n\n> {APART}\n"
)
_TYPES = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file() -> bytes:
    """A Word document with a paragraph and one of style Quote."""
    kept = io.BytesIO()
    with ZipFile(kept, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}/content-types"><Default Extension="xml" ContentType='
            '"application/xml"/><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_TYPES}/relationships"><Relationship Id="r1" Type='
            f'"{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_TYPES}/relationships"><Relationship Id="s1" Type='
            f'"{_OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>',
        )
        archive.writestr(
            "word/styles.xml",
            f'<w:styles xmlns:w="{_WORD}"><w:style w:type="paragraph" w:styleId="Quote">'
            '<w:name w:val="Quote"/></w:style></w:styles>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD}"><w:body>'
            f"<w:p><w:r><w:t>Ada Vane came. “{SAID}” she said.</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Oscar Bell wrote:</w:t></w:r></w:p>"
            '<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>'
            f"<w:r><w:t>{APART}</w:t></w:r></w:p></w:body></w:document>",
        )
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("draft.html", PAGE.encode()),
        ("DRAFT.MD", MARKDOWN.encode()),
        ("draft.txt", MARKDOWN.encode("utf-16")),
        ("draft", MARKDOWN.encode()),
        ("draft.docx", word_file()),
    ],
    ids=["page", "markdown", "another encoding", "no ending", "word"],
)
def test_quotations_of_every_format_are_found_in_marks_and_apart(name: str, content: bytes) -> None:
    text = draft_text(name, io.BytesIO(content), most=100_000)
    found = [(text[q.start : q.end], q.kind, q.speaker) for q in find_quotations(text, "en")]
    assert found == [
        (SAID, DraftKind.QUOTATION, "Ada Vane"),
        (APART, DraftKind.BLOCK_QUOTE, "Oscar Bell"),
    ]


def test_a_plain_text_keeps_its_offsets() -> None:
    assert draft_text("a.md", io.BytesIO(MARKDOWN.encode()), most=100_000) == MARKDOWN


@pytest.mark.parametrize(
    ("name", "content", "refused", "why"),
    [
        ("canary.pdf", b"%PDF-1.7", UnsupportedFormat, "no format of drafts"),
        ("canary.csv", b"quote\nx", UnsupportedFormat, "quotes in a file are a batch"),
        ("canary.docx", b"plain text", UnsupportedFormat, "no Word file"),
        ("canary.txt", b"%PDF-1.7", UnsupportedFormat, "no text"),
        ("canary.docx", b"PK\x03\x04 torn", UnreadableSource, "damaged"),
        ("canary.html", b"<html><body></body></html>", UnreadableSource, "nothing in it"),
        ("canary.txt", b"x" * 101, TooLarge, "more bytes than are taken"),
    ],
)
def test_what_is_no_draft_is_refused_without_its_name(
    name: str, content: bytes, refused: type[QuoteVerifierError], why: str
) -> None:
    with pytest.raises(refused) as caught:
        draft_text(name, io.BytesIO(content), most=100)
    assert "canary" not in str(caught.value), why


def test_a_draft_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    assert draft_text("a.txt", io.BytesIO(b"x" * 100), most=100) == "x" * 100
