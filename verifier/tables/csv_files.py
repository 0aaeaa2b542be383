"""CSV files of quotes as newsrooms write them.

Problem: spreadsheets disagree about delimiter, encoding and line ends, and a list of quotes often
has no header at all.

Method: what the file says of itself (``sep=;``, a byte order mark) comes first. Else the delimiter
is the one that makes a known column name appear in the header row; without one, the one under which
the first rows have the same number of cells. A file whose first row is one cell, or a sentence that
no delimiter parts evenly, is taken as one quote a line, and that is said.

Rejected: `csv.Sniffer` (on quoted prose it answers a blank, or fails).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.errors import NoQuoteColumn
from verifier.tables.columns import Columns, columns_of, has_quotes, place_of
from verifier.tables.lines import Line, encoding_of, text_lines
from verifier.tables.records import DELIMITERS, NOTHING, Raw, records
from verifier.tables.rows import Row

_LOOKED_AT = 20  # records by which a delimiter is told from a comma in a sentence
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", "’", "»", "」")
_SPOKEN = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
_NO_HEADER = "One column without a header: every line is taken as a quote."


class CsvInput:
    """A CSV file; see `verifier.tables.rows.Input`."""

    kind = "csv"

    def __init__(self, path: Path, name: str, column: str | None = None) -> None:
        """Look at the beginning of a file, and once through it for its encoding.

        Args:
            path: the file.
            name: as it was given, for refusals.
            column: the column of quotes; see `verifier.tables.columns.columns_of`.

        Raises:
            UnreadableSource: it is no text.
            NoQuoteColumn: no column is known as that of the quotes.
        """
        self._path = path
        self._encoding = encoding_of(path, name)
        notes = [self._encoding.note] if self._encoding.note else []
        first = next(text_lines(path, self._encoding), Line("", 0)).text.strip()
        self._skipped = 1 if first.lower().startswith("sep=") and len(first) <= 5 else 0
        said = first[4:] or "\t" if self._skipped else ""
        parted = said or self._delimiter(column)
        header = next(self._records(parted, None), Raw(())).cells
        self._headed = True
        if column is not None or len(header) != 1 or has_quotes(header):
            self._columns = columns_of(header, column)
        else:
            self._headed, self._columns = False, Columns(("quote",), ("quote",))
            notes.append(_NO_HEADER)
        self._parted = parted
        self.delimiter = "," if parted == NOTHING else parted
        if not said and parted != NOTHING:
            notes.append(f"Cells are parted by {_SPOKEN.get(parted, parted)}s.")
        self.headers = self._columns.headers
        self.notes = tuple(notes)

    def rows(self) -> Iterator[Row]:
        """The rows from the first one on."""
        found = self._records(self._parted, len(self.headers))
        for number, raw in enumerate(islice(found, int(self._headed), None), start=1):
            yield self._columns.row(number, raw.cells, raw.fault)

    def _records(self, delimiter: str, width: int | None) -> Iterator[Raw]:
        lines = islice(text_lines(self._path, self._encoding), self._skipped, None)
        return records(lines, delimiter, width, self._encoding)

    def _delimiter(self, column: str | None) -> str:
        """The delimiter of a file that does not name it; `NOTHING` for one quote a line."""
        heads: dict[str, list[Raw]] = {}
        for delimiter in DELIMITERS:
            heads[delimiter] = list(islice(self._records(delimiter, None), _LOOKED_AT))
            header = heads[delimiter][0].cells if heads[delimiter] else ()
            if len(header) > 1 and (has_quotes(header) or _is_there(header, column)):
                return delimiter
        sizes = {d: [len(raw.cells) for raw in head] or [0] for d, head in heads.items()}
        even = [d for d, counts in sizes.items() if counts[0] > 1 and len(set(counts)) == 1]
        if even:
            return max(even, key=lambda d: sizes[d][0])
        most = max(sizes, key=lambda d: sizes[d][0])
        prose = any("".join(raw.cells).rstrip().endswith(_SENTENCE_ENDS) for raw in heads[most][:1])
        return NOTHING if sizes[most][0] < 2 or prose else most


def _is_there(header: tuple[str, ...], column: str | None) -> bool:
    try:
        return column is not None and place_of(header, column) >= 0
    except NoQuoteColumn:
        return False
