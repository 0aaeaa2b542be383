"""Files of quotes: which format is read by which module (`outputs` has the way back).

The ending of the name decides, and the first bytes have to agree with it: a workbook that is called
``.csv`` would be read as one unreadable line.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from corpus.errors import UnreadableSource, UnsupportedFormat
from verifier.tables.csv_files import CsvInput
from verifier.tables.jsonl import JsonlInput
from verifier.tables.rows import Input
from verifier.tables.xlsx import XlsxInput

KINDS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""The format of a file by the ending of its name."""
_ARCHIVE, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OTHERS = {
    _OLD: "it is an old workbook (.xls), or one with a password; save it as .xlsx without one",
    b"%PDF": "it is a PDF",
}


def open_input(
    path: Path, name: str, *, column: str | None = None, sheet: str | None = None
) -> Input:
    """Open a file of quotes.

    Args:
        path: where it is.
        name: as it was given; its ending tells the format.
        column: the column of quotes, a header or ``#`` and a number from 1; known by its name
            when None.
        sheet: the sheet of a workbook; chosen when None.

    Returns:
        The file, to be read as often as needed.

    Raises:
        UnsupportedFormat: another ending.
        UnreadableSource: the bytes are not what the ending says, or cannot be read.
        NoQuoteColumn: a table without a column of quotes; it has the headers.

    Cost: one or two passes over the file, in constant memory.
    """
    kind = KINDS.get(PurePosixPath(name.lower()).suffix)
    if kind is None:
        raise UnsupportedFormat(name, ["csv", "tsv", "xlsx", "jsonl"])
    with path.open("rb") as file:
        head = file.read(4)
    if head in _OTHERS:
        raise UnreadableSource(name, _OTHERS[head])
    if (head == _ARCHIVE) != (kind == "xlsx"):
        is_not = "it is no workbook" if kind == "xlsx" else "it is an archive or a workbook"
        raise UnreadableSource(name, f"{is_not}, whatever its ending says")
    if kind == "xlsx":
        return XlsxInput(path, name, column, sheet)
    return JsonlInput(path) if kind == "jsonl" else CsvInput(path, name, column)
