"""Archives and XML from strangers: what is looked at before a parser sees any of it.

Problem: a few kilobytes can unpack to gigabytes, name files outside their folder, or define
entities that read files and double in size. Method: the directory of an archive is judged first;
then only the named parts are unpacked, counted as they come (what the directory says is not
believed), and written into a fresh archive that holds nothing else. XML is run once through expat,
which stops at the first declaration of a document type and at absurd nesting.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable
from pyexpat import ExpatError, ParserCreate, XMLParserType
from typing import BinaryIO

from corpus.errors import UnreadableSource

MOST_ENTRIES = 5_000
LARGEST_PART = 48_000_000
"""Bytes of one unpacked part; the text of a long book is 3 MB, marked up 30 MB."""
LARGEST_WHOLE = 96_000_000
MOST_RATIO = 400
_SMALL = 1_000_000
_DEEPEST = 1_000
_CHUNK = 1 << 16


def unpacked(origin: str, content: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted parts of a zip archive.

    Args:
        origin: file name, for the refusal.
        content: the archive.
        wanted: whether a part is needed, by its name.

    Raises:
        UnreadableSource: no sound archive, or one that breaks a limit: names outside the folder,
            links, passwords, too many parts, too large a part, a forged size.
    """
    parts: dict[str, bytes] = {}
    whole = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_directory(origin, entries)
            for entry in entries:
                if not wanted(entry.filename) or entry.is_dir():
                    continue
                part = _part(origin, archive, entry)
                whole += len(part)
                if whole > LARGEST_WHOLE:
                    raise UnreadableSource(origin, "it unpacks to more than is allowed")
                parts[entry.filename] = part
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as broken:
        raise UnreadableSource(origin, "the archive is damaged") from broken
    return parts


def check_parts(
    origin: str, stream: BinaryIO, wanted: Callable[[str], bool], largest: int = LARGEST_PART
) -> None:
    """Judge an archive of XML parts without keeping any of it, so that the parts can be streamed.

    Args:
        origin: file name, for the refusal.
        stream: the archive, seekable.
        wanted: whether a part will be read, by its name.
        largest: bytes that one part may unpack to.

    Raises:
        UnreadableSource: as `unpacked` and `check_xml` do.

    Cost: every wanted part is unpacked once, in pieces.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
            _check_directory(origin, entries)
            for entry in entries:
                if wanted(entry.filename) and not entry.is_dir():
                    _check_part(origin, archive, entry, largest)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as broken:
        raise UnreadableSource(origin, "the archive is damaged") from broken


def _check_part(
    origin: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, largest: int
) -> None:
    parser, size = guarded_parser(origin), 0
    try:
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                if size > largest:
                    raise UnreadableSource(origin, "it unpacks to more than is allowed")
                parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as broken:
        raise UnreadableSource(origin, f"its XML is damaged at line {broken.lineno}") from broken


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """A fresh archive of the parts, at its beginning."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    stream.seek(0)
    return stream


def check_xml(origin: str, content: bytes) -> None:
    """Refuse XML that declares a document type, is nested absurdly deep, or is not well-formed.

    Args:
        origin: file name, for the refusal.
        content: the bytes of one XML document.

    Raises:
        UnreadableSource: it breaks one of these rules.
    """
    parser = guarded_parser(origin)
    try:
        parser.Parse(content, True)
    except ExpatError as broken:
        raise UnreadableSource(origin, f"its XML is damaged at line {broken.lineno}") from broken


def guarded_parser(origin: str) -> XMLParserType:
    """A parser that refuses what `check_xml` refuses; with no other handlers.

    Args:
        origin: file name, for the refusal.
    """
    depth = 0

    def declared(*_: object) -> None:
        raise UnreadableSource(origin, "it declares a document type, which is not taken")

    def opened(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableSource(origin, f"it is nested more than {_DEEPEST} deep")

    def closed(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = declared
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    return parser


def _check_directory(origin: str, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableSource(origin, f"it holds more than {MOST_ENTRIES} parts")
    for entry in entries:
        name = entry.orig_filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name or "\x00" in name:
            raise UnreadableSource(origin, "a part of it names a place outside its folder")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise UnreadableSource(origin, "a part of it is a link")
        if entry.flag_bits & 1:
            raise UnreadableSource(origin, "it is encrypted and needs a password")
        if entry.file_size > max(_SMALL, entry.compress_size * MOST_RATIO):
            raise UnreadableSource(origin, "it unpacks to more than is allowed")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise UnreadableSource(origin, "two parts of it have one name")


def _part(origin: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One part, counted as it comes out."""
    if entry.file_size > LARGEST_PART:
        raise UnreadableSource(origin, "it unpacks to more than is allowed")
    found = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            found += chunk
            if len(found) > LARGEST_PART:
                raise UnreadableSource(origin, "it unpacks to more than is allowed")
    return bytes(found)
