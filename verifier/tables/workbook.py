"""An Excel workbook from a stranger: its sheets, the formats of its cells and its shared texts.

Problem: a workbook is an archive that may unpack to gigabytes, and most of its texts stand in one
list that every cell points into, so that a large sheet cannot be read without it.

Method: every part that will be read is unpacked once in pieces, counted, and run through expat (see
`corpus.archives`), before anything is believed; the list of texts goes into a temporary file
without a name, with eight bytes a text in memory to find it.

Rejected: python-calamine and openpyxl; see `verifier.tables.sheet` for the measurement.

Source: ECMA-376, part 1, chapter 18 (SpreadsheetML).
"""

from __future__ import annotations

import posixpath
import re
import tempfile
import zipfile
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from pyexpat import ParserCreate
from typing import IO
from weakref import finalize

from corpus.archives import check_parts
from corpus.errors import UnreadableSource
from verifier.tables.numbers import BUILT_IN

LARGEST_PART = 256_000_000
"""Bytes of one unpacked part: it is streamed and never held, a sheet of 100,000 rows has 60 MB."""
_CHUNK = 1 << 16
_IN_MEMORY = 4_000_000
_LONGEST_TEXT = 200_000  # beyond what a cell may have; the row is refused for it later
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WANTED = re.compile(r"(?:xl/(?:workbook|styles|sharedStrings|worksheets/[^/]+)\.xml|.*\.rels)\Z")
_Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: its name, the part that holds it, and whether a person sees it."""

    name: str
    part: str
    hidden: bool


class Workbook:
    """A workbook whose parts have been judged; see the module."""

    def __init__(self, path: Path, name: str) -> None:
        """Judge the archive, and read all that is not a sheet.

        Args:
            path: the file.
            name: as it was given, for refusals.

        Raises:
            UnreadableSource: it is no workbook, or breaks a limit of `corpus.archives`.
        """
        self._path, self._name = path, name
        with path.open("rb") as file:
            check_parts(name, file, lambda part: bool(_WANTED.match(part)), LARGEST_PART)
        self.since_1904 = False
        self.sheets = tuple(self._sheets())
        self.formats = self._formats() if self._has("xl/styles.xml") else ()
        self._offsets = array("Q", [0])
        self._texts: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        finalize(self, self._texts.close)
        if self._has("xl/sharedStrings.xml"):
            self._keep_texts()
        self.text = lru_cache(4096)(self._text)

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """A part of the archive, to be read in pieces."""
        try:
            with zipfile.ZipFile(self._path) as archive, archive.open(name) as stream:
                yield stream
        except (KeyError, zipfile.BadZipFile) as broken:
            raise UnreadableSource(self._name, "it is not an .xlsx workbook") from broken

    def _has(self, name: str) -> bool:
        with zipfile.ZipFile(self._path) as archive:
            return name in archive.namelist()

    def _sheets(self) -> Iterator[Sheet]:
        targets: dict[str, str] = {}
        found: list[_Attributes] = []

        def linked(tag: str, attributes: _Attributes) -> None:
            if tag == "Relationship":
                target = attributes.get("Target", "")
                path = target.lstrip("/") if target[:1] == "/" else posixpath.join("xl", target)
                targets[attributes.get("Id", "")] = posixpath.normpath(path)

        def opened(tag: str, attributes: _Attributes) -> None:
            if tag == "sheet":
                found.append({key.rpartition(":")[2]: value for key, value in attributes.items()})
            elif tag == "workbookPr":
                self.since_1904 = attributes.get("date1904") in ("1", "true")

        self._walk("xl/_rels/workbook.xml.rels", linked)
        self._walk("xl/workbook.xml", opened)
        for sheet in found:
            part = targets.get(sheet.get("id", ""), "")
            if part.startswith("xl/worksheets/") and self._has(part):
                hidden = sheet.get("state", "visible") != "visible"
                yield Sheet(sheet.get("name", ""), part, hidden)

    def _formats(self) -> tuple[str, ...]:
        """The number format of each cell style."""
        own: dict[int, str] = {}
        styles: list[int] = []
        inside = False

        def opened(tag: str, attributes: _Attributes) -> None:
            nonlocal inside
            if tag == "numFmt":
                own[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            elif tag in ("cellXfs", "cellStyleXfs"):
                inside = tag == "cellXfs"
            elif tag == "xf" and inside:
                styles.append(_whole(attributes.get("numFmtId")))

        def closed(tag: str) -> None:
            nonlocal inside
            inside = inside and tag != "cellXfs"

        self._walk("xl/styles.xml", opened, closed)
        return tuple(own.get(number, BUILT_IN.get(number, "")) for number in styles)

    def _keep_texts(self) -> None:
        """Write the shared texts one after the other; readings of Japanese words are no text."""
        parts: list[str] = []
        size, taking, reading = 0, False, False

        def opened(tag: str, _: _Attributes) -> None:
            nonlocal taking, reading, size
            if tag == "si":
                parts.clear()
                size = 0
            taking, reading = tag == "t" and not reading, reading or tag == "rPh"

        def closed(tag: str) -> None:
            nonlocal taking, reading
            taking, reading = False, reading and tag != "rPh"
            if tag == "si":
                kept = plain_text("".join(parts)).encode("utf-8", "replace")
                self._texts.write(kept)
                self._offsets.append(self._offsets[-1] + len(kept))

        def text(words: str) -> None:
            nonlocal size
            if taking and size < _LONGEST_TEXT:
                size += len(words)
                parts.append(words)

        self._walk("xl/sharedStrings.xml", opened, closed, text)

    def _text(self, index: int) -> str:
        """A shared text by its number; nothing for a number that there is none for."""
        if not 0 <= index < len(self._offsets) - 1:
            return ""
        start, end = self._offsets[index : index + 2]
        self._texts.seek(start)
        return self._texts.read(end - start).decode()

    def _walk(
        self,
        part: str,
        opened: Callable[[str, _Attributes], None],
        closed: Callable[[str], None] = lambda tag: None,
        text: Callable[[str], None] = lambda words: None,
    ) -> None:
        with self.part(part) as stream:
            for _ in walk(stream, opened, closed, text):
                pass


def walk(
    stream: IO[bytes],
    opened: Callable[[str, _Attributes], None],
    closed: Callable[[str], None],
    text: Callable[[str], None],
) -> Iterator[None]:
    """Run a part that was judged before through expat, in pieces.

    Args:
        stream: the part.
        opened: called with the name of each element, without its prefix, and its attributes.
        closed: called with the name at the end of each.
        text: called with text between; a long one comes in pieces.

    Yields:
        After each piece, so that what was found meanwhile can be given on.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, found: opened(tag.rpartition(":")[2], found)
    parser.EndElementHandler = lambda tag: closed(tag.rpartition(":")[2])
    parser.CharacterDataHandler = text
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk, False)
        yield
    parser.Parse(b"", True)
    yield


def plain_text(stored: str) -> str:
    """A text as it was typed: characters that XML cannot hold are stored as ``_x000D_``."""
    if "_x" not in stored:
        return stored
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), stored)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
