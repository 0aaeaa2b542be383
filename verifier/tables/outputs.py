"""Files of answers: which form is written by which module."""

from __future__ import annotations

from typing import BinaryIO

from verifier.tables.page import PageWriter
from verifier.tables.rows import Input, Writer
from verifier.tables.sheets import XlsxWriter
from verifier.tables.writers import CsvWriter, JsonlWriter

OUTPUTS = ("csv", "xlsx", "jsonl", "html")
FLAVOURS = ("spreadsheet", "raw")


def writer(kind: str, flavour: str, out: BinaryIO, source: Input) -> Writer:
    """Begin to write answers.

    Args:
        kind: one of `OUTPUTS`.
        flavour: ``spreadsheet``, or ``raw`` for cells exactly as they are (CSV only; a workbook
            and a page can do no harm, and JSON is always exact).
        out: takes the bytes; CSV and JSONL go on where it stands, the others need a new one and
            write into it when they are closed.
        source: the file that is answered.

    Raises:
        ValueError: no such kind or flavour.
    """
    if kind not in OUTPUTS or flavour not in FLAVOURS:
        raise ValueError(f"no such output: {kind}, {flavour}")
    if kind == "csv":
        return CsvWriter(out, source, raw=flavour == "raw")
    if kind == "xlsx":
        return XlsxWriter(out, source)
    return JsonlWriter(out) if kind == "jsonl" else PageWriter(out, source)
