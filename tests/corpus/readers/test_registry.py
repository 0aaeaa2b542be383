"""The right reader for a file, and none for what only pretends to be one."""

from __future__ import annotations

import io

import pytest

from corpus.errors import UnsupportedFormat
from corpus.readers import plain, records, registry


@pytest.mark.parametrize(
    ("origin", "reader"),
    [("a.txt", plain.read), ("b/A.MD", plain.read), ("c.jsonl", records.read)],
)
def test_the_ending_chooses_the_reader(origin: str, reader: registry.Reader) -> None:
    assert registry.reader_for(origin, b"Hello") is reader


@pytest.mark.parametrize(
    ("origin", "content", "why"),
    [
        ("a.xyz", b"Hello", "unknown ending"),
        ("noending", b"Hello", "no ending"),
        ("a.txt", b"%PDF-1.7\n", "a PDF in disguise"),
        ("a.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><p>x", "a web page in disguise"),
        ("a.txt", b"PK\x03\x04....", "an archive in disguise"),
    ],
)
def test_other_files_are_refused_with_the_known_formats(
    origin: str, content: bytes, why: str
) -> None:
    with pytest.raises(UnsupportedFormat) as refused:
        registry.read(origin, io.BytesIO(content))
    assert refused.value.known == registry.known_formats(), why
