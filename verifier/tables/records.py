"""Records of a CSV file, one by one, with a way out of quotation marks that have no partner.

Problem: one missing quotation mark makes everything up to the next one a single cell, and in a file
without further marks the rest of the file. Five hundred quotes would be lost in one cell.

Method: Python's reader in strict mode, over lines that are remembered while a record lasts. A
record over several lines that breaks the rules, has another number of cells than the header, or
swallowed lines that are whole records themselves, is taken for a mark without a partner: the fault
is told for the line that opens it, and reading goes on at the first remembered line from which a
record of the right size can be read.

Rejected: a lenient reader (it swallows rows and says nothing), giving up at the first fault,
counting marks in a line (a cell may hold line ends and pairs of marks).

Source: RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from verifier.tables.lines import LONGEST_LINE, Encoding, Line, broken_byte, shown

DELIMITERS = ",;\t|"
NOTHING = "\x1f"
"""The delimiter of a file with one quote a line: a sign that is in none."""
_LONGEST_RECORD = 1_000_000
_SHORTER_RECORD = 4_000  # when broken records have cost a lot of rereading already
_MOST_REREAD = 16_000_000
_MOST_TRIED = 50  # lines from which reading may go on, each tried for a whole record
_LONGEST_TRIED = 20_000


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as it stands.

    Attributes:
        cells: its cells; for a broken record as far as they can be told apart.
        fault: code and sentence, or None.
    """

    cells: tuple[str, ...]
    fault: tuple[str, str] | None = None


class _Feed:
    """Gives lines to the reader and remembers those of the record that is being read."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._again: deque[Line] = deque()
        self._size = 0
        self.most = _LONGEST_RECORD
        self.taken: list[Line] = []

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self._size > self.most:
            raise StopIteration
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        self._size += len(line.text)
        return line.text

    def begin(self) -> None:
        """A new record."""
        self.taken, self._size = [], 0

    def give_back(self, lines: Sequence[Line]) -> None:
        """Have these lines, the last ones taken, read again."""
        self._again.extendleft(reversed(lines))


def records(
    lines: Iterator[Line], delimiter: str, width: int | None, encoding: Encoding
) -> Iterator[Raw]:
    """The records of a file, blank ones left out.

    Args:
        lines: of the file.
        delimiter: between cells.
        width: cells of the header; None while it is not known: then nothing is recovered.
        encoding: of the file, for the faults of its bytes.

    Yields:
        Records in order, with a fault for each that cannot be read.
    """
    csv.field_size_limit(2 * _LONGEST_RECORD)
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    number, reread = 0, 0
    while True:
        number += len(feed.taken)
        feed.begin()
        cells: tuple[str, ...] | None = None
        try:
            cells = tuple(next(reader))
        except StopIteration:
            return
        except csv.Error:
            pass
        taken = feed.taken
        long = len(taken) > 1 and bool(width)
        if cells is None or (long and _swallowed(cells, taken, delimiter, width or 1)):
            at, cost = _resume(taken, delimiter, width or 1, cells is not None)
            reread += cost
            if reread > _MOST_REREAD:
                feed.most = _SHORTER_RECORD
            if at < len(taken):
                feed.give_back(taken[at:])
                del taken[at:]
                cells = None
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        yield _raw(cells, taken, delimiter, number + 1, encoding)


def _raw(
    cells: tuple[str, ...] | None, taken: list[Line], delimiter: str, line: int, encoding: Encoding
) -> Raw:
    """A record with what is wrong with it."""
    cut = any(each.cut for each in taken)
    offset = next((at for each in taken if (at := broken_byte(each, encoding)) is not None), None)
    fault = None
    if cut:
        fault = "too-long", f"Line {line:,} is longer than {LONGEST_LINE:,} bytes; it is cut here."
    elif cells is None:
        fault = (
            "not-csv",
            f"Line {line:,} is not CSV: a quotation mark has no partner, or text follows one."
            " A mark inside a cell in quotation marks is written twice.",
        )
    elif offset is not None:
        fault = "undecodable", f"The byte at offset {offset:,} is not {encoding.spoken}."
    if cells is None:
        text = "".join(each.text for each in taken)
        cells = _lenient(text, delimiter)
    if offset is not None:
        cells = tuple(map(shown, cells))
    return Raw(cells, fault)


def _lenient(text: str, delimiter: str) -> tuple[str, ...]:
    """The cells of broken text, as far as they can be told apart."""
    first, *others = next(csv.reader([text.rstrip("\r\n")], delimiter=delimiter), [""])
    return first.rstrip("\r\n"), *others


def _swallowed(cells: Sequence[str], taken: list[Line], delimiter: str, width: int) -> bool:
    """Whether a record over several lines holds lines that are records of their own."""
    if len(cells) != width:
        return True
    inner = taken[1:-1]
    # two columns are one delimiter, which is in many a line of a quote
    return width > 2 and len(inner) > 1 and all(_cells(x.text, delimiter) == width for x in inner)


def _resume(taken: list[Line], delimiter: str, width: int, whole: bool) -> tuple[int, int]:
    """From which of the taken lines to go on (their number: behind them), and what it cost.

    Args:
        taken: the lines of the record.
        delimiter: between cells.
        width: of a sound record.
        whole: the record itself could be read, only its size is wrong.
    """
    cost = sum(len(line.text) for line in taken)
    for at in range(1, min(len(taken), _MOST_TRIED)):
        tried = list(_ahead(taken, at))
        cost += sum(map(len, tried))
        try:
            if len(next(csv.reader(tried, delimiter=delimiter, strict=True))) == width:
                return at, cost
        except (csv.Error, StopIteration):
            continue
    return (len(taken) if whole else 1), cost


def _ahead(taken: list[Line], at: int) -> Iterator[str]:
    size = 0
    for line in islice(taken, at, None):
        size += len(line.text)
        if size > _LONGEST_TRIED:
            return
        yield line.text


def _cells(text: str, delimiter: str) -> int:
    """How many cells a line has by itself; 0 for one that is no record."""
    try:
        return len(next(csv.reader([text], delimiter=delimiter, strict=True), []))
    except csv.Error:
        return 0


def written(cells: Sequence[str], delimiter: str) -> str:
    """One record as a line, ended by CRLF; cells that need them have quotation marks."""
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def read_back(line: str, delimiter: str) -> list[str]:
    """The cells of one record as `written` made it, or of the rest of one behind a delimiter.

    Args:
        line: the record with its end.
        delimiter: between its cells.

    Returns:
        Nothing for an empty line.
    """
    return next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter), [])
