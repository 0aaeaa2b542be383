"""CSV files of passages: a row a passage, with the columns of the JSON lines form.

Each row is written as a line of JSON into a temporary file without a name, and
`corpus.readers.records` reads that, so that both forms mean the same to the letter. The line of a
row is its number in the table (the header is row 1). Without a column ``source`` the file is one
source. The delimiter is the one under which the first row names a known column.

Rejected: `csv.Sniffer` (takes prose for a table of spaces), and grouping rows in memory.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.readers import records
from corpus.text.encoding import decode

COLUMNS = (
    *("source", "text", "speaker", "date", "title", "url", "author", "publisher", "language"),
    *("kind", "fidelity", "translated_from", "translator", "translation_of"),
)
_DELIMITERS = ",;\t|"
_IN_MEMORY = 8_000_000
_LONGEST_HEADER = 65_536


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read the sources of a table of passages.

    Args:
        origin: the file's name; with several sources each gets ``name#source``.
        stream: seekable, at its beginning.

    Returns:
        One document a source, in the order of their first rows; columns that are not known are
        left out.

    Raises:
        UnreadableSource: no column ``text``, or a row that cannot be read; the reason names the
            row. Raised before the first document is given.
    """
    content = stream.read()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as lines:
        written = cast(IO[bytes], lines)
        several = _as_lines(origin, decode(origin, content), written)
        written.seek(0)
        for reading in records.read(origin, cast(BinaryIO, written)):
            if not several:
                reading = replace(reading, sha256=hashlib.sha256(content).hexdigest())
            yield reading


def _as_lines(origin: str, text: str, lines: IO[bytes]) -> bool:
    """Write the rows as lines of JSON; whether they are of several sources."""
    table = io.StringIO(text, newline="")
    header = table.readline(_LONGEST_HEADER)
    skipped = 1
    delimiter = ""
    if header.lower().startswith("sep=") and len(header.rstrip("\r\n")) == 5:
        delimiter, header, skipped = header[4], table.readline(_LONGEST_HEADER), 2
    delimiter = delimiter or _delimiter(header)
    names = _names(next(csv.reader([header], delimiter=delimiter), []))
    if "text" not in names:
        raise UnreadableSource(origin, "its first row names no column text")
    lines.write(b"\n" * skipped)
    whole = PurePosixPath(origin).stem or origin
    sources: set[str] = set()
    number = skipped
    rows = csv.reader(table, delimiter=delimiter, strict=True)
    try:
        for number, row in enumerate(rows, start=skipped + 1):
            if not any(cell.strip() for cell in row):
                lines.write(b"\n")
                continue
            if len(row) > len(names):
                raise UnreadableSource(origin, f"row {number} has more cells than the first row")
            cells = dict(zip(names, row, strict=False))
            entry = {name: cells[name] for name in COLUMNS if cells.get(name, "").strip()}
            entry = {"source": whole, "text": "", **entry}
            if len(sources) < 2:
                sources.add(entry["source"])
            lines.write(json.dumps(entry).encode() + b"\n")
    except csv.Error as broken:
        raise UnreadableSource(origin, f"row {number + 1} cannot be read: {broken}") from broken
    return len(sources) > 1


def _delimiter(header: str) -> str:
    known = {d: len(set(_names(next(csv.reader([header], delimiter=d), []))) & set(COLUMNS))
             for d in _DELIMITERS}  # fmt: skip
    return max(known, key=lambda d: known[d])


def _names(row: list[str]) -> list[str]:
    return [cell.strip().lower().replace("-", "_").removeprefix("\ufeff") for cell in row]
