"""Excel workbooks of quotes: which sheet, which row is the header, and what was assumed.

The sheet is the one that is asked for, else the first visible one with a known column of quotes,
else the first visible one. The header is the first row that names such a column; up to five rows
above it (a title, a date) are passed over, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.errors import NoQuoteColumn, UnreadableSource
from verifier.tables.columns import Columns, columns_of, has_quotes, place_of
from verifier.tables.rows import Row
from verifier.tables.sheet import Layout, layout_of, sheet_rows
from verifier.tables.workbook import Sheet, Workbook

_MOST_ABOVE = 5
_LOOKED_AT = 20
_NO_HEADER = "One column without a header: every row is taken as a quote."


class XlsxInput:
    """A sheet of a workbook; see `verifier.tables.rows.Input`."""

    kind = "xlsx"
    delimiter = ","

    def __init__(
        self, path: Path, name: str, column: str | None = None, sheet: str | None = None
    ) -> None:
        """Judge a workbook and choose sheet and columns.

        Args:
            path: the file.
            name: as it was given, for refusals.
            column: the column of quotes; see `verifier.tables.columns.columns_of`.
            sheet: the name of a sheet; chosen when None.

        Raises:
            UnreadableSource: it is no workbook, or has no such sheet.
            NoQuoteColumn: no column is known as that of the quotes.
        """
        self._workbook = Workbook(path, name)
        sheets = self._workbook.sheets
        offered = [each for each in sheets if not each.hidden] or list(sheets)
        if sheet is not None:
            offered = [each for each in sheets if each.name.casefold() == sheet.strip().casefold()]
        if not offered:
            known = ", ".join(each.name for each in sheets)
            raise UnreadableSource(name, f"no such sheet; there are: {known or 'none'}")
        self._sheet, self._layout = self._chosen(offered, column)
        notes = []
        if len(sheets) > 1:
            others = ", ".join(f"“{s.name}”" for s in sheets if s is not self._sheet)
            notes.append(f"Read from the sheet “{self._sheet.name}”, not from {others}.")
        above, header = self._header(self._sheet, self._layout, column)
        if column is None and not has_quotes(header) and self._one_column():
            self._skipped = 0
            self._columns = Columns(("quote",), ("quote",))
            notes.append(_NO_HEADER)
        else:
            self._skipped = above + 1
            self._columns = columns_of(header, column)
            if above:
                notes.append(f"The header is row {above + 1}; what stands above it is passed over.")
        if self._layout.hidden_rows:
            notes.append(f"{self._layout.hidden_rows:,} hidden rows are read as well.")
        self.headers = self._columns.headers
        self.notes = tuple(notes)

    def rows(self) -> Iterator[Row]:
        """The rows from the first one on."""
        found = islice(self._cells(self._sheet, self._layout), self._skipped, None)
        for number, cells in enumerate(found, start=1):
            yield self._columns.row(number, cells)

    def _chosen(self, offered: list[Sheet], column: str | None) -> tuple[Sheet, Layout]:
        looked = []
        for sheet in offered:
            layout = layout_of(self._workbook, sheet.part)
            looked.append((sheet, layout))
            if _known(self._header(sheet, layout, column)[1], column):
                return sheet, layout
        return looked[0]

    def _header(
        self, sheet: Sheet, layout: Layout, column: str | None
    ) -> tuple[int, tuple[str, ...]]:
        """How many rows stand above the header, and the header; blank at the end of a sheet."""
        head = list(islice(self._cells(sheet, layout), _MOST_ABOVE + 1))
        for above, cells in enumerate(head):
            if _known(cells, column):
                return above, cells
        return 0, head[0] if head else ()

    def _one_column(self) -> bool:
        """Whether the first rows have nothing but one cell, in the first column."""
        head = list(islice(self._cells(self._sheet, self._layout), _LOOKED_AT))
        return bool(head) and all(len(cells) == 1 for cells in head)

    def _cells(self, sheet: Sheet, layout: Layout) -> Iterator[tuple[str, ...]]:
        return sheet_rows(self._workbook, sheet.part, layout)


def sheets_of(path: Path, name: str) -> tuple[str, ...]:
    """The names of a workbook's sheets that a person sees; all of them where all are hidden.

    Raises:
        UnreadableSource: see `verifier.tables.workbook.Workbook`.
    """
    sheets = Workbook(path, name).sheets
    seen = tuple(each.name for each in sheets if not each.hidden)
    return seen or tuple(each.name for each in sheets)


def _known(cells: tuple[str, ...], column: str | None) -> bool:
    """Whether a row names the column of quotes."""
    if column is None:
        return has_quotes(cells)
    try:
        return bool(cells[place_of(cells, column)].strip()) or column.startswith("#")
    except NoQuoteColumn:
        return False
