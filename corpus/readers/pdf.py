"""PDF files: what stands on the pages, page numbers as locators.

PDFium is asked for the characters of each page and for where lines and words stand; what belongs
together is decided in `corpus.readers.pdf_layout`. PDFium must not run in two threads at once, not
even on two files, so one lock holds them all.

Rejected: pure Python readers (measured: they garble Chinese that a browser printed, and take ten
times as long), and reading characters off pictures (a wrong letter would be stored as wording).
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Iterator
from statistics import median
from typing import BinaryIO

import pypdfium2
from pypdfium2 import raw

from corpus.blocks import BlockKind, Reading
from corpus.describing.titles import without_site
from corpus.errors import NoTextLayer, UnreadableSource
from corpus.readers.extracted import TextBuilder
from corpus.readers.pdf_layout import HYPHENS, Line, Paragraph, paragraphs

MOST_PAGES = 5_000
"""More than any book has; each page costs milliseconds and the whole must end."""

_ONE_AT_A_TIME = threading.Lock()
_HEADING = 1.15
_LONGEST_HEADING = 160
_GAP = 1.8
"""A gap in a line of more letter heights than this parts two columns, not two words."""


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a PDF file.

    Args:
        origin: file name or address.
        stream: the whole file, at its beginning.

    Returns:
        One document. Pages without text among others are named in its notes.

    Raises:
        NoTextLayer: no page has text.
        UnreadableSource: damaged, encrypted, or of more than `MOST_PAGES` pages.
    """
    content = stream.read()
    with _ONE_AT_A_TIME:
        pages, fields = _pages(origin, content)
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if len(empty) == len(pages):
        raise NoTextLayer(origin)
    text, headings = TextBuilder(), []
    found = paragraphs(pages)
    usual = _usual_size(found)
    for paragraph in found:
        large = paragraph.size > usual * _HEADING and len(paragraph.written) <= _LONGEST_HEADING
        kind = BlockKind.HEADING if large else BlockKind.PARAGRAPH
        headings += [paragraph.written] * large
        locator = f"page {paragraph.page}"
        text.add(paragraph.written, kind, 1 if large else 0, locator=locator)
    fields["title"], fields["publisher"] = without_site(fields["title"], headings)
    notes = (f"no text layer on page {', '.join(empty)}",) if empty else ()
    yield text.reading(origin, content, fields, notes=notes)


def _usual_size(found: list[Paragraph]) -> float:
    """The letter height of most of the text."""
    weighed: dict[float, int] = {}
    for paragraph in found:
        size = round(paragraph.size, 1)
        weighed[size] = weighed.get(size, 0) + len(paragraph.written)
    return max(weighed, key=lambda size: weighed[size], default=0.0)


def _pages(origin: str, content: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as refused:
        why = (
            "it is encrypted and needs a password"
            if "assword" in str(refused)
            else ("it is damaged, or no PDF")
        )
        raise UnreadableSource(origin, why) from refused
    try:
        count = len(document)
        if not 0 < count <= MOST_PAGES:
            raise UnreadableSource(origin, f"it has {count} pages; at most {MOST_PAGES} are read")
        pages = []
        for number in range(count):
            try:
                page = document[number]
            except pypdfium2.PdfiumError as refused:
                raise UnreadableSource(origin, f"page {number + 1} is damaged") from refused
            text = page.get_textpage()
            pages.append(list(_lines(text, number + 1)))
            text.close()
            page.close()
        return pages, _fields(document)
    finally:
        document.close()


def _fields(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """Title and author; the day of making is no day of publication and is left out."""
    told = document.get_metadata_dict(skip_empty=True)
    title, author = str(told.get("Title", "")).strip(), str(told.get("Author", "")).strip()
    if re.search(r"\.\w{2,5}$|^(?:about:blank|untitled|Microsoft Word)", title, re.IGNORECASE):
        title = ""
    return {"title": title, "author": author}


def _lines(page: pypdfium2.PdfTextPage, number: int) -> Iterator[Line]:
    """The lines of a page as PDFium orders them, parted at wide gaps."""
    written = page.get_text_range()
    if len(written) != page.count_chars():
        written = _character_by_character(page)
    # a parted word has PDFium's mark where its line ends, and no line break
    for match in re.finditer(rf"[^\r\n{HYPHENS}]+[{HYPHENS}]?", written):
        start, end = match.span()
        pieces = [start]
        size = _size(page, written, start, end)
        for space in re.finditer(r"[ \u00a0]+", match.group()):
            left, right = start + space.start() - 1, start + space.end()
            if start < left + 1 and right < end:
                gap = page.get_charbox(right)[0] - page.get_charbox(left)[2]
                if gap > _GAP * size:
                    pieces.append(right)
        for first, stop in zip(pieces, [*pieces[1:], end], strict=True):
            piece = written[first:stop].rstrip()
            if piece.strip() and piece.strip(HYPHENS):
                yield _line(page, first, piece, size, number)


def _line(page: pypdfium2.PdfTextPage, first: int, piece: str, size: float, number: int) -> Line:
    lead = len(piece) - len(piece.lstrip())
    last = first + len(piece) - 1 - (piece[-1] in HYPHENS)
    left, base = _origin(page, first + lead)
    right = page.get_charbox(max(last, first))[2]
    return Line(piece.strip(), left, right, base, size, number)


def _origin(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, index, x, y)
    return x.value, y.value


def _size(page: pypdfium2.PdfTextPage, written: str, start: int, end: int) -> float:
    """The size of a line's type as it stands on the page, by some of its letters."""
    places = [i for i in range(start, end) if written[i].isalnum()] or [start]
    step = max(len(places) // 5, 1)
    sizes = []
    matrix = raw.FS_MATRIX()
    for index in places[::step]:
        scale = 1.0
        if raw.FPDFText_GetMatrix(page, index, matrix):
            scale = math.hypot(matrix.c, matrix.d)
        sizes.append(raw.FPDFText_GetFontSize(page, index) * scale)
    return max(float(median(sizes)), 1.0)


def _character_by_character(page: pypdfium2.PdfTextPage) -> str:
    """One character a place, where some take two units in the text as a whole."""
    found = []
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        found.append(chr(code) if code and not 0xD800 <= code <= 0xDFFF else "\ufffd")
    return "".join(found)
