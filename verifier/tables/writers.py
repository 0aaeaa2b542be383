"""Answers as CSV and as JSONL, a record a row, each whole when `row` returns.

A stream that does not stand at its beginning goes on: the header is there already.
"""

from __future__ import annotations

import json
from typing import BinaryIO

from verifier.exchange.plain_json import plain
from verifier.report import Report
from verifier.serving.problems import Problem, problem_json
from verifier.tables.cells import answer_cells, guard, headers_of, original_cells, source_match
from verifier.tables.records import written
from verifier.tables.rows import Input, Row

_BOM = "\ufeff"


class CsvWriter:
    """A table with the uploaded delimiter; see `verifier.tables.rows.Writer`."""

    def __init__(self, out: BinaryIO, source: Input, *, raw: bool) -> None:
        """Write the header, unless there is something already.

        Args:
            out: takes the bytes.
            source: the file that is answered.
            raw: cells exactly as they are; else a byte order mark, and every cell guarded against
                formulas.
        """
        self._out, self._source, self._raw = out, source, raw
        if at_start(out):
            header = self._record(list(headers_of(source)))
            out.write((header if raw else _BOM + header).encode("utf-8", "replace"))

    def row(self, row: Row, answer: Report | Problem) -> None:
        """Write a row with its answer."""
        cells = [*original_cells(self._source, row), *answer_cells(row, answer)]
        self._out.write(self._record(cells).encode("utf-8", "replace"))

    def close(self) -> None:
        """Nothing is left to write."""

    def _record(self, cells: list[object]) -> str:
        return _record(self._source, cells, raw=self._raw)


def row_start(source: Input, row: Row, *, raw: bool) -> bytes:
    """How the record of a row begins, whatever its answer: its cells and its number.

    Args:
        source: the file that is answered.
        row: of it.
        raw: as for `CsvWriter`.

    Returns:
        The bytes up to the delimiter before the answer.
    """
    cells = [*original_cells(source, row), row.number]
    # one more cell, because a record of a single blank one is written in another way
    return _record(source, [*cells, "."], raw=raw).removesuffix(".\r\n").encode("utf-8", "replace")


def _record(source: Input, cells: list[object], *, raw: bool) -> str:
    texts = ["" if cell is None else str(cell) for cell in cells]
    return written(texts if raw else list(map(guard, texts)), source.delimiter)


class JsonlWriter:
    """One object a line; see `verifier.tables.rows.Writer`."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def row(self, row: Row, answer: Report | Problem) -> None:
        """Write a row with its answer."""
        self._out.write(jsonl_line(row, answer))

    def close(self) -> None:
        """Nothing is left to write."""


def jsonl_line(row: Row, answer: Report | Problem) -> bytes:
    """An answer as one line: the report of ``/verify`` or the problem, with the row's id.

    Where the row names the source it claims, ``source_match`` says what that is to the shown one.
    """
    body: dict[str, object] = {"row_id": row.row_id}
    if isinstance(answer, Report):
        body |= plain(answer)
        if found := source_match(row, answer):
            body["source_match"] = found
    else:
        body["problem"] = problem_json(answer)
    return (json.dumps(body, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def at_start(out: BinaryIO) -> bool:
    """Whether nothing is in a stream yet; one that cannot tell is new."""
    try:
        return out.tell() == 0
    except (OSError, AttributeError):
        return True
