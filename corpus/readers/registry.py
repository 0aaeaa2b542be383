"""Which reader takes which file.

The name's ending chooses the reader, and the first bytes may veto it: a PDF under the name of a
Word file, or a web page under the name of a text file, is refused, not stored as its raw bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO

from corpus.blocks import Reading
from corpus.errors import UnsupportedFormat
from corpus.readers import contained, plain, records, subtitles, table

Reader = Callable[[str, BinaryIO], Iterator[Reading]]
"""Takes the origin and a seekable stream of bytes; gives the documents in it, in order."""

READERS: Mapping[str, Reader] = {
    "txt": plain.read,
    "text": plain.read,
    "md": plain.read,
    "markdown": plain.read,
    "jsonl": records.read,
    "ndjson": records.read,
    "csv": table.read,
    "tsv": table.read,
    "srt": subtitles.read,
    "vtt": subtitles.read,
    "html": contained.web_page,
    "htm": contained.web_page,
    "xhtml": contained.web_page,
    "mhtml": contained.web_page,
    "mht": contained.web_page,
    "rss": contained.feed,
    "atom": contained.feed,
    "xml": contained.feed,
    "pdf": contained.pdf,
    "docx": contained.word_document,
}
"""File name endings and their readers; a new format is one line here."""

_HEAD = 1024
_PDF = b"%PDF-"  # its readers take it anywhere in the first kilobyte
_ARCHIVE = b"PK\x03\x04"
_BINARY_HEADS = (
    *(b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG"),
    *(b"GIF8", b"\xff\xd8\xff", b"{\\rtf"),
)
_PAGE_HEADS = (b"<!doctype html", b"<html", b"<?xml")
_MARKED_UP = (contained.web_page, contained.feed)


def known_formats() -> tuple[str, ...]:
    """The file name endings that are taken, in alphabetical order."""
    return tuple(sorted(READERS))


def ending(origin: str) -> str:
    """The file name ending of an origin in lower case without its dot; empty when it has none."""
    return PurePosixPath(origin).suffix.lower().removeprefix(".")


def reader_for(origin: str, head: bytes, form: str | None = None) -> Reader:
    """The reader for a file.

    Args:
        origin: file name; only its ending counts.
        head: the first bytes of the file (1,024 are enough).
        form: the ending to go by instead, where something better than the name tells it.

    Raises:
        UnsupportedFormat: no reader takes this ending, or the bytes are of another format.
    """
    reader = READERS.get(ending(origin) if form is None else form)
    if reader is None or not _fits(reader, head):
        raise UnsupportedFormat(origin, known_formats())
    return reader


def _fits(reader: Reader, head: bytes) -> bool:
    """Whether the bytes can be what the reader takes."""
    if reader is contained.pdf:
        return _PDF in head[:_HEAD]
    if reader is contained.word_document:
        return head.startswith(_ARCHIVE)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if reader is contained.feed:
        return start.startswith(b"<") and not start.startswith(_PAGE_HEADS[:2])
    paged = start.startswith(_PAGE_HEADS) and reader not in _MARKED_UP
    return not head.startswith(_BINARY_HEADS) and not paged


def read(origin: str, stream: BinaryIO, form: str | None = None) -> Iterator[Reading]:
    """Read every document of a file.

    Args:
        origin: file name or address.
        stream: seekable, at its beginning.
        form: the ending to go by instead of the origin's.

    Raises:
        UnsupportedFormat: no reader takes this file.
        UnreadableSource: a reader takes it and cannot read it.
        NoTextLayer: a PDF of pictures.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    return reader_for(origin, head, form)(origin, stream)
