"""polyglot-upload: the first bytes decide what a file is, its name only which reader is asked.

Switched off to see it fail: `corpus.readers.registry._fits`.
"""

from __future__ import annotations

import pytest

from corpus.errors import UnsupportedFormat
from corpus.ingest import read_source
from corpus.readers.registry import known_formats
from tests.corpus.hand_made import document, docx, paragraph, pdf

PDF = pdf([[(50, 700, 11, "It rained.")]])
DOCX = docx(document(paragraph("It rained.")))
PAGE = b"<!DOCTYPE html><html><body><p>It rained.</p></body></html>"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)
DISGUISED = [
    ("a.docx", PDF), ("a.html", PDF), ("a.txt", PDF), ("a.csv", PDF), ("a.srt", PDF),
    ("a.pdf", DOCX), ("a.txt", DOCX), ("a.jsonl", DOCX), ("a.html", DOCX), ("a.rss", DOCX),
    ("a.txt", PAGE), ("a.md", PAGE), ("a.docx", PAGE), ("a.pdf", PAGE), ("a.vtt", PAGE),
    ("a.rss", PAGE), ("a.csv", PAGE), ("a.html", PICTURE), ("a.txt", PICTURE), ("a.pdf", PICTURE),
    ("a.pdf", b"It rained."), ("a.docx", b"It rained."), ("a.rss", b"It rained."),
    ("a.html", b"\x1f\x8b\x08 packed"),
]  # fmt: skip


@pytest.mark.parametrize(("origin", "content"), DISGUISED)
def test_a_file_under_another_formats_name_is_refused(origin: str, content: bytes) -> None:
    with pytest.raises(UnsupportedFormat) as refused:
        read_source(origin, content)
    assert refused.value.known == known_formats() and "pdf" in str(refused.value)


@pytest.mark.parametrize(
    ("origin", "content"),
    [("a.pdf", PDF), ("a.PDF", b"\n" + PDF), ("a.docx", DOCX), ("a.html", PAGE),
     ("a.htm", b"<p>It rained.</p>"), ("a.txt", b"It rained.")],
)  # fmt: skip
def test_a_file_under_its_own_name_is_read(origin: str, content: bytes) -> None:
    (draft,) = read_source(origin, content)
    assert draft.text == "It rained."
