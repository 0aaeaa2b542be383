"""Tables of quotes as newsrooms write them: CSV in, the same table with answers out.

Problem: spreadsheets disagree about delimiter, encoding and line ends, and open a cell that starts
with ``=`` as a formula.

Method: the delimiter is the one that makes a known column name appear in the header row; guessing
it from the body fails on ordinary prose. Output has the original cells and then ``qv_`` columns, by
default with a byte order mark, CRLF and a guard before cells that a spreadsheet would calculate.

Rejected: `csv.Sniffer` (on quoted prose it answers a blank, or fails).

Source: RFC 4180 for the form; the guard follows the OWASP note on CSV injection.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.encoding import decode
from corpus.errors import InvalidRequest, NoQuoteColumn, UnsupportedFormat
from verifier import presentation
from verifier.problems import Problem
from verifier.report import Report
from verifier.rows import ASKED, Input, Row, Writer

_ALIASES = {
    "quote": "quote quotes quotation claim claimed_quote statement zitat citation cita 引语 引文",
    "id": "id row_id key nr",
    "speaker": "speaker person name said_by who sprecher orador 发言人 说话人",
    "date": "date day when datum fecha 日期",
    "language": "language lang sprache langue idioma 语言",
}
_ROW = ("row", "status", "error", "action", "verdict", "headline", "words_differ")
_POINTS = ("meaning_risk", "context", "changes")
_PLACE = ("source_text", "context_before", "context_after", "speaker_in_source", "attribution")
_SOURCE = ("source_title", "source_date", "date_match")
_TRANSLATION = ("translation", "version_quoted", "original_language", "original_text")
_USE = ("credit_line", "corrected_quote", "earliest_date", "other_matches", "fact_checks")
_RECORD = ("citation", "link", "search", "corpus_version", "checked_at")
COLUMNS = (*_ROW, *_POINTS, *_PLACE, *_SOURCE, *_TRANSLATION, *_USE, *_RECORD)
"""The documented columns after the original ones, without their ``qv_``."""
_DELIMITERS = ",;\t|"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONGEST_CELL = 1_000_000  # a broken quote can swallow a file; a cell beyond this is an error


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a table.

    Attributes:
        cells: as they stand.
        body: the fields of a question by their JSON names, or the fault that keeps it from one.
    """

    cells: tuple[str, ...]
    body: Mapping[str, object] | InvalidRequest


@dataclass(frozen=True, slots=True)
class Table:
    """A table of quotes.

    Attributes:
        headers: as they stand; ``quote`` for one column without a header.
        delimiter: between cells.
        records: without the header.
    """

    headers: tuple[str, ...]
    delimiter: str
    records: tuple[Record, ...]


def read_table(text: str) -> Table:
    """Read a table.

    Args:
        text: a whole file without its byte order mark.

    Returns:
        Its records in order, blank lines left out. A record with another number of cells than the
        header, and one that a quotation mark without partner runs through, has a fault.

    Raises:
        NoQuoteColumn: no header is a name for quotes, and there is more than one column.
    """
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = ""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text = first.strip()[4], rest
    delimiter = delimiter or _delimiter(text)
    rows = _rows(text, delimiter)
    header = next(rows, ())
    names = [_name(cell) for cell in header] if not isinstance(header, InvalidRequest) else []
    if "quote" not in names:
        if len(names) != 1:
            raise NoQuoteColumn([] if isinstance(header, InvalidRequest) else header)
        rows, header, names = _rows(text, delimiter), ("quote",), ["quote"]
    assert not isinstance(header, InvalidRequest)
    return Table(header, delimiter, tuple(_record(row, names) for row in rows))


def _delimiter(text: str) -> str:
    for delimiter in _DELIMITERS:
        header = next(_rows(text, delimiter), ())
        if not isinstance(header, InvalidRequest) and "quote" in map(_name, header):
            return delimiter
    return ","


def _rows(text: str, delimiter: str) -> Iterator[tuple[str, ...] | InvalidRequest]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            detail = f"Line {reader.line_num} is not CSV: {error}."
            yield InvalidRequest([("", "not-csv", detail)])
            continue
        if any(cell.strip() for cell in row):
            yield tuple(row)


def _name(header: str) -> str:
    """The JSON name that a header stands for; empty for a column that only passes through."""
    plain = header.strip().lower().replace(" ", "_").replace("-", "_")
    return next((name for name, known in _ALIASES.items() if plain in known.split()), "")


def _record(row: tuple[str, ...] | InvalidRequest, names: Sequence[str]) -> Record:
    if isinstance(row, InvalidRequest):
        return Record((), row)
    if len(row) != len(names):
        detail = f"It has {len(row)} cells, the header has {len(names)}."
        return Record(row, InvalidRequest([("", "ragged", detail)]))
    body: dict[str, object] = {}
    for name, cell in zip(names, row, strict=True):
        if name and name not in body and (cell.strip() or name == "quote"):
            body[name] = cell
    return Record(row, body)


def write_record(cells: Sequence[object], delimiter: str, *, raw: bool) -> str:
    """One record as a line, ended by CRLF.

    Args:
        cells: of any type; None is an empty cell.
        delimiter: between cells.
        raw: leave cells that a spreadsheet would calculate as they are.
    """
    texts = ["" if cell is None else str(cell) for cell in cells]
    guarded = texts if raw else [guard(text) for text in texts]
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(guarded)
    return line.getvalue()


def guard(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would take it for a formula."""
    first = text.lstrip(" \u00a0\u3000")
    return f"'{text}" if first.startswith(_FORMULA) else text


def answer_cells(number: int, answer: Report | Problem) -> list[object]:
    """The ``qv_`` cells of one record, in the order of `COLUMNS`.

    Args:
        number: of the record, from 1.
        answer: the report, or why there is none.
    """
    found = _report_cells(answer) if isinstance(answer, Report) else _problem_cells(answer)
    return [{"row": number, **found}.get(column) for column in COLUMNS]


def _problem_cells(problem: Problem) -> dict[str, object]:
    details = " ".join(detail for _, _, detail in problem.errors) or problem.detail
    return {"status": "error", "error": f"{problem.type}: {details}"}


def _report_cells(report: Report) -> dict[str, object]:
    verdict, match, source = report.verdict, report.match, report.source
    translation, counts = report.translation, verdict.counts
    original = translation.original if translation else None
    cells: dict[str, object] = {
        "status": "ok",
        "action": verdict.action.value,
        "verdict": verdict.code.value,
        "headline": verdict.headline,
        "words_differ": counts.substituted + counts.inserted + counts.deleted if match else None,
        "meaning_risk": " ".join(dict.fromkeys(f.code.value for f in verdict.meaning_risk)),
        "context": " ".join(dict.fromkeys(f.code.value for f in verdict.context)),
        "changes": "; ".join(_change(each) for each in presentation.changes(match)),
        "attribution": verdict.attribution.status,
        "speaker_in_source": verdict.attribution.in_source,
        "date_match": verdict.date.status,
        "earliest_date": report.other_matches.earliest_in_corpus,
        "other_matches": report.other_matches.total,
        "fact_checks": len(report.fact_checks),
        "search": verdict.search.status.value,
        "corpus_version": report.scope.corpus_version,
        "checked_at": report.created_at,
        "link": report.links.html,
    }
    if match:
        cells |= {
            "source_text": match.exact,
            "context_before": match.context_before,
            "context_after": match.context_after,
        }
    if source:
        cells["source_title"] = source.title or source.origin
        cells["source_date"] = source.date.edtf if source.date else None
    if translation and match is None:
        cells["translation"] = f"nearest: {translation.status}"
    elif translation and original:
        cells |= {
            "translation": translation.status,
            "version_quoted": translation.version_quoted,
            "original_language": translation.original_language,
            "original_text": original.text,
            "credit_line": translation.credit_line,
        }
    if report.corrected_quote:
        cells["corrected_quote"] = report.corrected_quote.text
    if report.citation:
        cells["citation"] = report.citation.plain
    return cells


def _change(change: presentation.Change) -> str:
    source = f"“{change.source_text}”" if change.source_text else "nothing"
    claim = f"“{change.claim_text}”" if change.claim_text else "nothing"
    return f"{change.label.lower()}: {source} → {claim}"


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    kind: str
    headers: tuple[str, ...]
    delimiter: str
    notes: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        if self.kind == "jsonl":
            with self.path.open("rb") as lines:
                yield from _jsonl_rows(lines)
            return
        table = read_table(decode(self.path.name, self.path.read_bytes()))
        for number, record in enumerate(table.records, start=1):
            body = record.body
            if isinstance(body, InvalidRequest):
                yield Row(number, None, body, record.cells)
            else:
                asked = {key: value for key, value in body.items() if key in ASKED}
                yield Row(number, body.get("id"), asked, record.cells)


def _jsonl_rows(lines: Iterable[bytes]) -> Iterator[Row]:
    number = 0
    for line in lines:
        text = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not text:
            continue
        number += 1
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            body = {key: found[key] for key in ASKED if found.get(key) is not None}
            yield Row(number, found.get("id"), body)
        else:
            fault = InvalidRequest([("", "not-json", "The line is not a JSON object in UTF-8.")])
            yield Row(number, None, fault)


def open_input(
    path: Path, name: str, *, column: str | None = None, sheet: str | None = None
) -> Input:
    """A file of quotes."""
    ending = Path(name).suffix.lower()
    if ending in (".jsonl", ".ndjson"):
        return _File(path, "jsonl", (), ",")
    if ending not in (".csv", ".tsv", ".txt"):
        raise UnsupportedFormat(name, ["csv", "jsonl", "xlsx"])
    table = read_table(decode(path.name, path.read_bytes()))
    return _File(path, "csv", table.headers, table.delimiter)


class _Writer:
    def __init__(self, kind: str, raw: bool, out: BinaryIO, input: Input) -> None:
        self._kind, self._raw, self._out, self._input = kind, raw, out, input
        if kind == "csv":
            names = [*input.headers, *(f"qv_{column}" for column in COLUMNS)]
            header = write_record(names, input.delimiter, raw=raw)
            out.write((header if raw else "\ufeff" + header).encode())

    def row(self, row: Row, answer: Report | Problem) -> None:
        width = len(self._input.headers)
        cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
        record = [*cells, *answer_cells(row.number, answer)]
        self._out.write(write_record(record, self._input.delimiter, raw=self._raw).encode())

    def close(self) -> None:
        pass


def writer(kind: str, flavour: str, out: BinaryIO, input: Input) -> Writer:
    """Writes one record a row."""
    return _Writer(kind, flavour == "raw", out, input)
