"""JSON lines: one passage a row, the rows of one source together.

Problem: a dump may hold a million rows, and the rows of one source need not stand together.
Method: a first pass parses every row (so that a broken one is named before anything is handed on)
and notes only where each run of rows of one source begins and ends; a second pass reads each
source's runs from the stream. Nothing but one source is ever held.

Rejected: grouping in memory (a large dump does not fit), and taking every run for a source of its
own (the same speech would be stored in pieces).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from corpus.blocks import Block, Reading
from corpus.describing.dates import parse_date
from corpus.errors import UnreadableSource

_BREAK = "\n\n"
_ALIASES = {"translated_from": "translated-from", "translation_of": "translation-of"}
_DECLARED = (
    "title",
    "url",
    "author",
    "publisher",
    "language",
    "kind",
    "fidelity",
    "translated_from",
    "translator",
    "translation_of",
)
_DECLARING = frozenset(_DECLARED)
_TEXTUAL = ("source", "text", "speaker", "date", *_DECLARED)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARK = b"\xef\xbb\xbf"
_WHITE_SPACE = " \t\n\r"
_DECODE = json.JSONDecoder().raw_decode
"""`json.loads` in a third of the time, for a text without white space at its edges."""
_READ = 1_000_000
"""Bytes of rows that are read in one go."""

_Run = tuple[int, int, int]
"""First byte, byte after the last, number of the first line."""


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read the sources of a file of passages.

    Args:
        origin: the file's name; with several sources each gets ``name#source``.
        stream: seekable, at its beginning.

    Returns:
        One document a source, in the order of their first rows. A source without any text in its
        rows is left out.

    Raises:
        UnreadableSource: a row is no JSON object or lacks ``source`` or ``text``; the row's line
            number is in the reason. Raised before the first document is given.

    Cost: every row is parsed twice; memory is the largest source and a few bytes a source.
    """
    runs = _runs(origin, stream)
    if not runs:
        raise UnreadableSource(origin, "there are no rows in it")
    for source, where in runs.items():
        name = origin if len(runs) == 1 else f"{origin}#{source}"
        reading = _read_source(origin, name, source, stream, where)
        if reading is not None:
            yield reading


def _runs(origin: str, stream: BinaryIO) -> dict[str, list[_Run]]:
    """Where the rows of each source stand."""
    runs: dict[str, list[_Run]] = {}
    current: str | None = None
    begin, first = 0, 1
    at = 0
    for number, line in enumerate(stream, start=1):
        end = at + len(line)
        if number == 1:
            line = line.removeprefix(_MARK)
        if not line.isspace():
            source: str = _row(origin, number, line)["source"]
            if source != current:
                if current is not None:
                    runs.setdefault(current, []).append((begin, at, first))
                current, begin, first = source, at, number
        at = end
    if current is not None:
        runs.setdefault(current, []).append((begin, at, first))
    return runs


def _row(origin: str, number: int, line: bytes) -> dict[str, Any]:
    try:
        written = line.decode("utf-8").strip(_WHITE_SPACE)
        row, end = _DECODE(written)
    except (ValueError, RecursionError) as broken:  # also a number of five thousand digits
        raise UnreadableSource(origin, f"line {number} is not a JSON object") from broken
    if not isinstance(row, dict) or end != len(written):
        raise UnreadableSource(origin, f"line {number} is not a JSON object")
    source = row.get("source")
    if not isinstance(source, str) or not source or source.isspace():
        raise UnreadableSource(origin, f"line {number} has no source")
    if not isinstance(row.get("text"), str):
        raise UnreadableSource(origin, f"line {number} has no text")
    if b"\\u" in line and any(
        isinstance(row.get(key), str) and _SURROGATE.search(row[key]) for key in _TEXTUAL
    ):
        raise UnreadableSource(origin, f"line {number} holds characters that are not text")
    return row


def _read_source(
    origin: str, name: str, source: str, stream: BinaryIO, where: list[_Run]
) -> Reading | None:
    digest = hashlib.sha256()
    texts: list[str] = []
    blocks: list[Block] = []
    fields: dict[str, str] = {}
    at = 0
    for number, line in _lines_of(stream, where):
        digest.update(line)
        row = _row(origin, number, line)
        for key in () if _DECLARING.isdisjoint(row) else _DECLARED:
            value = row.get(key)
            if value and isinstance(value, str) and value.strip():
                fields.setdefault(_ALIASES.get(key, key), value.strip())
        date = _date(row.get("date"))
        if date is not None:
            fields.setdefault("date", date)
        text: str = row["text"]
        stripped = text.strip()
        if stripped:
            if texts:
                at += len(_BREAK)
            start = at + text.index(stripped[0])
            speaker, locator = _name(row.get("speaker")), f"row {number}"
            blocks.append(
                Block(start, start + len(stripped), speaker=speaker, date=date, locator=locator)
            )
            texts.append(text)
            at += len(text)
    if not blocks:
        return None
    fields.setdefault("title", source.strip())
    whole = _BREAK.join(texts)
    return Reading(name, digest.hexdigest(), whole, tuple(blocks), fields, marked=True)


def _lines_of(stream: BinaryIO, where: list[_Run]) -> Iterator[tuple[int, bytes]]:
    for begin, end, first in where:
        stream.seek(begin)
        at, number = begin, first
        while at < end and (lines := stream.readlines(min(_READ, end - at))):
            for line in lines:
                if at >= end:
                    break  # some streams give a line more than was asked for
                at += len(line)
                if number == 1:
                    line = line.removeprefix(_MARK)
                if not line.isspace():
                    yield number, line
                number += 1


def _name(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _date(value: object) -> str | None:
    """The row's date, cut to its precision; None where the row gives none that can be read."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    found = parse_date(value) if isinstance(value, str) else None
    return found.edtf if found else None
