"""Answers as an Excel workbook: cells as text, what needs a look in colour and in words.

Problem: a spreadsheet calculates what looks like a formula, makes links of what looks like an
address, and holds no text beyond 32,767 characters; one bad cell makes Excel offer to "repair" the
whole file.

Method: xlsxwriter writes rows as they come (constant memory). Every cell is written as text, apart
from the counts of our own; only our own column is a link. What a cell cannot hold is cut and says
so; what XML cannot hold is replaced.

Rejected: openpyxl (a workbook in memory), numbers and dates as such (a sheet in another country
would read them in its own way).

Source: Excel specifications and limits (32,767 characters a cell, 65,530 links a sheet, 1,048,576
rows).
"""

from __future__ import annotations

import re
import tempfile
from typing import BinaryIO

import xlsxwriter

from verifier.report import Report
from verifier.serving.problems import Problem
from verifier.tables.cells import COLUMNS, answer_cells, headers_of, original_cells
from verifier.tables.rows import Input, Row

MOST_CHARACTERS = 32_767
"""Of one cell, counted as Excel does: a character beyond U+FFFF is two."""
MOST_ROWS = 1_048_575
_MOST_LINKS, _LONGEST_LINK = 65_000, 2_000
_CUT = " … [cut here: the cell would have {:,} characters; CSV and JSONL have all of them]"
_NO_ROOM = "{:,} more rows do not fit a sheet; CSV and JSONL have all of them"
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COLOURS = {
    "ok": ("#0B5D1E", "#E3F4E6"),
    "review": ("#5C4300", "#FFF3CF"),
    "stop": ("#8A1020", "#FDE4E6"),
    "error": ("#333333", "#E6E6E6"),
}
_WIDE, _MIDDLE, _NARROW = 48, 22, 12
_LONG = frozenset(
    "quote headline error changes source_text context_before context_after original_text"
    " corrected_quote citation credit_line fact_checks".split()
)
_SHORT = frozenset(
    "row status action words_differ other_matches search corpus_version"
    " original_language source_date date_match earliest_date".split()
)


class XlsxWriter:
    """A workbook with one sheet; see `verifier.tables.rows.Writer`."""

    def __init__(self, out: BinaryIO, source: Input) -> None:
        """Begin a workbook.

        Args:
            out: takes the bytes when the writer is closed.
            source: the file that is answered.
        """
        self._source, self._links, self._at, self._left_out = source, 0, 0, 0
        self._folder = tempfile.TemporaryDirectory()  # rows wait there: nobody else may read them
        self._book = xlsxwriter.Workbook(
            out,
            {
                "constant_memory": True,
                "tmpdir": self._folder.name,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._sheet = self._book.add_worksheet("Quotes")
        plain = {"text_wrap": True, "valign": "top"}
        self._text = self._book.add_format({**plain, "num_format": "@"})
        self._number = self._book.add_format(plain)
        self._link = self._book.add_format({**plain, "font_color": "#0B4F9E", "underline": 1})
        self._coloured = {
            name: self._book.add_format({**plain, "font_color": ink, "bg_color": paper})
            for name, (ink, paper) in _COLOURS.items()
        }
        headers = headers_of(source)
        head = self._book.add_format(
            {**plain, "bold": True, "bg_color": "#E8E8E8", "bottom": 1, "num_format": "@"}
        )
        for column, header in enumerate(headers):
            self._sheet.set_column(column, column, _width(header))
        for column, header in enumerate(headers):
            self._sheet.write_string(0, column, _fitting(header), head)
        self._sheet.freeze_panes(1, 0)

    def row(self, row: Row, answer: Report | Problem) -> None:
        """Write a row with its answer; what does not fit a sheet is counted in its last row."""
        if self._at >= MOST_ROWS - 1:
            self._left_out += 1
            return
        self._at += 1
        original = original_cells(self._source, row)
        for column, text in enumerate(original):
            self._write(self._at, column, text)
        answers = answer_cells(row, answer)
        action = answer.verdict.action.value if isinstance(answer, Report) else "error"
        for column, (name, cell) in enumerate(zip(COLUMNS, answers, strict=True), len(original)):
            if isinstance(cell, int):
                self._sheet.write_number(self._at, column, cell, self._number)
            elif name in ("status", "action", "verdict", "headline", "error") and cell:
                self._write(self._at, column, str(cell), self._coloured[action])
            elif name == "link" and cell and self._is_link(str(cell)):
                self._links += 1
                self._sheet.write_url(self._at, column, str(cell), self._link, str(cell))
            else:
                self._write(self._at, column, "" if cell is None else str(cell))

    def close(self) -> None:
        """Write the workbook."""
        if self._left_out:
            self._at += 1
            self._write(self._at, 0, _NO_ROOM.format(self._left_out))
        last = len(self._source.headers) + len(COLUMNS) - 1
        self._sheet.autofilter(0, 0, self._at, last)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self._at + 1}"})
        self._book.close()
        self._folder.cleanup()

    def _write(self, row: int, column: int, text: str, style: object = None) -> None:
        if text:
            self._sheet.write_string(row, column, _fitting(text), style or self._text)
        else:
            self._sheet.write_blank(row, column, None, self._text)

    def _is_link(self, address: str) -> bool:
        web = address.startswith(("https://", "http://"))
        return web and self._links < _MOST_LINKS and len(address) < _LONGEST_LINK


def _fitting(text: str) -> str:
    """A text that a cell can hold."""
    text = _NO_TEXT.sub("\ufffd", text)
    size = _units(text)
    if size <= MOST_CHARACTERS:
        return text
    said = _CUT.format(size)
    end = MOST_CHARACTERS - len(said)
    while _units(text[:end]) > MOST_CHARACTERS - len(said):
        end -= max(1, (_units(text[:end]) - MOST_CHARACTERS + len(said)) // 2)
    return text[:end] + said


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _width(header: str) -> int:
    name = header.removeprefix("qv_").casefold()
    if name in _LONG:
        return _WIDE
    return _NARROW if name in _SHORT else _MIDDLE
