"""Whole files of quotes: rows in, one answer a row out, going on where it stopped.

Problem: a long run is interrupted (a closed laptop, a kill), and nothing may be lost, doubled or
half written; one bad row must not cost the others.

Method: the output is the state. Each answer is one record, written at once and in the order of the
input; a run first counts the complete records of the output, cuts off a torn last one, and goes on
with the next row. A row that fails becomes a record that says why.

Rejected: a state file beside the output (two things that can disagree), collecting answers and
writing at the end (an interruption loses all).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from corpus.encoding import decode
from corpus.errors import InvalidRequest, QuoteVerifierError, UnreadableSource
from verifier.asking import load_row
from verifier.problems import Problem, problem_json, problem_of
from verifier.report import Report
from verifier.rows import ASKED, Row
from verifier.schemas import report_json
from verifier.service import Service
from verifier.tables import COLUMNS, Table, answer_cells, read_table, write_record

TABLES = frozenset({".csv", ".tsv"})
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Answered:
    """A row and its answer."""

    row: Row
    answer: Report | Problem


def jsonl_rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """Rows of a JSONL file, one claim a line.

    Args:
        lines: in UTF-8; blank ones are passed over.

    Yields:
        Rows with the known keys that are not null; the others are ignored. A line that is no JSON
        object gives a row with a fault.
    """
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


def table_rows(table: Table) -> Iterator[Row]:
    """Rows of a table, with their cells."""
    for number, record in enumerate(table.records, start=1):
        body = record.body
        if isinstance(body, InvalidRequest):
            yield Row(number, None, body, record.cells)
        else:
            asked = {key: value for key, value in body.items() if key in ASKED}
            yield Row(number, body.get("id"), asked, record.cells)


def answer_rows(service: Service, rows: Iterable[Row], limit: int) -> Iterator[Answered]:
    """Answer rows one by one.

    Args:
        service: that answers.
        rows: in any number; read as they are needed.
        limit: code points of a quote.

    Yields:
        One answer a row, in order; whatever goes wrong with a row becomes its problem.
    """
    for row in rows:
        answer: Report | Problem
        try:
            if isinstance(row.body, InvalidRequest):
                raise row.body
            answer = service.verify(replace(load_row(dict(row.body)), limit=limit))
        except QuoteVerifierError as error:
            answer = problem_of(error)
        except Exception as error:  # one row must not cost the others
            answer = problem_of(error)
        yield Answered(row, answer)


def jsonl_line(answered: Answered) -> str:
    """An answer as one line: the report of ``/verify`` or the problem, with the row's id."""
    body: dict[str, object]
    if isinstance(answered.answer, Report):
        body = {"row_id": answered.row.row_id, **report_json(answered.answer)}
    else:
        body = {"row_id": answered.row.row_id, "problem": problem_json(answered.answer)}
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n"


def complete_records(path: Path, *, table: bool) -> int:
    """Count the complete records of an output file and cut off what follows the last one.

    Args:
        path: need not exist.
        table: line breaks inside quotation marks belong to a cell.

    Returns:
        How many records are complete; 0 for no file.

    Cost: one pass over the file, in constant memory.
    """
    if not path.exists():
        return 0
    records, at, last, inside = 0, 0, 0, False
    with path.open("r+b") as file:
        for line in file:
            at += len(line)
            inside ^= table and line.count(b'"') % 2 == 1
            if line.endswith(b"\n") and not inside:
                records, last = records + 1, at
        file.truncate(last)
    return records


@dataclass(frozen=True, slots=True)
class Run:
    """A file being answered.

    Attributes:
        total: rows of the input.
        done: rows that an earlier run has answered.
        answers: the rest, one by one; each is on disk when it is given.
    """

    total: int
    done: int
    answers: Iterator[Answered]


def open_run(
    service: Service, source: Path, target: Path, limit: int, *, force: bool, raw: bool = False
) -> Run:
    """Prepare to answer a whole file, going on where an earlier run stopped.

    Args:
        service: that answers.
        source: JSONL, or a table by its ending.
        target: a table where it ends like one (only from a table), else JSONL.
        limit: code points of a quote.
        force: start anew instead of going on.
        raw: see `verifier.tables.write_record`.

    Returns:
        The run; nothing is answered until its answers are taken.

    Raises:
        UnreadableSource: the source is no text, or source and target do not fit each other.
        NoQuoteColumn: a table without a column of quotes.
    """
    as_table = target.suffix.lower() in TABLES
    table = None
    if source.suffix.lower() in TABLES:
        table = read_table(decode(source.name, source.read_bytes()))
    if as_table and table is None:
        raise UnreadableSource(source.name, "a table can be written from a table only")
    if target.exists() and target.samefile(source):
        raise UnreadableSource(source.name, "the answers would be written over the claims")
    total = len(table.records) if table else _count(source)
    if force:
        target.unlink(missing_ok=True)
    done = complete_records(target, table=as_table)
    if as_table and table and done == 0:
        names = [*table.headers, *(f"qv_{column}" for column in COLUMNS)]
        header = write_record(names, table.delimiter, raw=raw)
        target.write_text(header if raw else _BOM + header, "utf-8", newline="")
        done = 1
    done -= as_table
    if done > total:
        raise UnreadableSource(target.name, f"it has {done} answers to {total} rows")
    rows = _rows(source, table)

    def line(answered: Answered) -> str:
        return _table_line(answered, table, raw) if as_table and table else jsonl_line(answered)

    return Run(total, done, _written(service, islice(rows, done, None), target, limit, line))


def _rows(source: Path, table: Table | None) -> Iterator[Row]:
    if table:
        yield from table_rows(table)
        return
    with source.open("rb") as lines:
        yield from jsonl_rows(lines)


def _written(
    service: Service,
    rows: Iterable[Row],
    target: Path,
    limit: int,
    line: Callable[[Answered], str],
) -> Iterator[Answered]:
    with target.open("a", encoding="utf-8", newline="") as out:
        for answered in answer_rows(service, rows, limit):
            out.write(line(answered))
            out.flush()
            yield answered


def _table_line(answered: Answered, table: Table, raw: bool) -> str:
    width = len(table.headers)
    cells = list(answered.row.cells[:width])
    cells += [""] * (width - len(cells))
    answer = answer_cells(answered.row.number, answered.answer)
    return write_record([*cells, *answer], table.delimiter, raw=raw)


def _count(source: Path) -> int:
    with source.open("rb") as lines:
        return sum(1 for line in lines if line.strip())
