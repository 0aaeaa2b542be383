"""An output that lies there without its job's file: whether it answers these rows, and how many.

Problem: a command is given again after its run has ended, or with a name that somebody uses for
another file. Counting the records that are there would say of a file that was corrected meanwhile
that it is answered, and would write answers behind a stranger's table.

Method: each complete record has to begin with the cells of its row (CSV), or to hold its id and its
quote (JSONL). The first that does not ends it: nothing is written, and the row is named.

Rejected: a hash of the input in the output (a table has no place for it), dates of files (they
change when files are copied).
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableSource
from verifier.jobs.output import ANEW
from verifier.jobs.results import Form
from verifier.remembering.job_models import Flavour, Format
from verifier.report import Action
from verifier.tables.outputs import writer
from verifier.tables.records import read_back
from verifier.tables.rows import Input, Row
from verifier.tables.writers import row_start

_BEGINNING = b'{"row_id": '
"""What a line of answers begins with."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run has left.

    Attributes:
        rows: rows that are answered: the first so many of the input.
        size: bytes of the output up to the end of the last of them; 0 with no row.
        points: answered rows that have something to look at, or a problem.
    """

    rows: int = 0
    size: int = 0
    points: int = 0


def records(path: Path, *, table: bool) -> Iterator[tuple[bytes, bool]]:
    """The records of an output file.

    Args:
        path: of the file.
        table: line breaks inside quotation marks belong to a cell.

    Yields:
        The bytes of a record, and whether it is complete; only the last one may be torn.

    Cost: one pass over the file, one record in memory.
    """
    kept: list[bytes] = []
    inside = False
    with path.open("rb") as file:
        for line in file:
            kept.append(line)
            inside ^= table and line.count(b'"') % 2 == 1
            if line.endswith(b"\n") and not inside:
                yield b"".join(kept), True
                kept.clear()
    if kept:
        yield b"".join(kept), False


def answered_earlier(target: Path, form: Form, source: Input) -> Earlier:
    """What an output that is there answers of a file.

    Args:
        target: the output; it may be absent.
        form: how it is to be written.
        source: the file that is to be answered.

    Returns:
        Nothing where there is no output, an empty one, or one without a complete answer.

    Raises:
        UnreadableSource: it is a workbook or a page, or it answers other rows.

    Cost: one pass over both files.
    """
    if not target.exists() or not target.stat().st_size:
        return Earlier()
    table = form.format is Format.CSV
    if not table and form.format is not Format.JSONL:
        raise UnreadableSource(target.name, f"it is there already; {ANEW}")
    found, size = records(target, table=table), 0
    if table:
        header, expected = next(found)[0], _header(form, source)
        if not expected.startswith(header):
            raise _foreign(target, "its columns are others")
        size = len(header)
    count, points, rows = 0, 0, source.rows()
    for record, whole in found:
        row = next(rows, None)
        if not whole and count:
            break  # what is torn behind answers that are ours is ours
        if row is None:
            raise _foreign(target, f"it has more answers than the file's {count:,} rows")
        action = _action(record, row, form, source) if whole else ""
        if action is None or not (whole or _may_begin(record, row, form, source)):
            raise _foreign(target, f"what it has for row {row.number:,} answers another")
        if whole:
            count, size = count + 1, size + len(record)
            points += action != Action.OK
    return Earlier(count, size, points) if count else Earlier()


def _foreign(target: Path, reason: str) -> UnreadableSource:
    return UnreadableSource(target.name, f"it is there already, and {reason}; {ANEW}")


def _header(form: Form, source: Input) -> bytes:
    out = io.BytesIO()
    writer(form.format, form.flavour, out, source)
    return out.getvalue()


def _start(row: Row, form: Form, source: Input) -> bytes:
    if form.format is Format.CSV:
        return row_start(source, row, raw=form.flavour is Flavour.RAW)
    return _BEGINNING


def _may_begin(torn: bytes, row: Row, form: Form, source: Input) -> bool:
    start = _start(row, form, source)
    return torn.startswith(start) or start.startswith(torn)


def _action(record: bytes, row: Row, form: Form, source: Input) -> str | None:
    """What a record says to do about a row, empty for a problem; None if it is about another."""
    start = _start(row, form, source)
    if not record.startswith(start):
        return None
    if form.format is Format.CSV:
        cells = read_back(record[len(start) :].decode("utf-8", "replace"), source.delimiter)
        return cells[2] if len(cells) > 2 else None  # behind status and error
    try:
        told = json.loads(record)
    except ValueError:
        return None
    if not isinstance(told, dict) or told.get("row_id") != row.row_id:
        return None
    if "problem" in told:
        return ""
    quote = row.body.get("quote") if isinstance(row.body, Mapping) else None
    claim, verdict = told.get("claim"), told.get("verdict")
    if not isinstance(claim, dict) or not isinstance(verdict, dict) or claim.get("text") != quote:
        return None
    return str(verdict.get("action"))
