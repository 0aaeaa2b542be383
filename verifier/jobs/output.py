"""The file of answers that a command writes: growing with them, or whole at the end."""

from __future__ import annotations

import io
import os
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from corpus.errors import UnreadableSource
from verifier.jobs.file import JobFile
from verifier.jobs.results import Form, Writing, joined, write_all
from verifier.tables.rows import Input

ANEW = "--force starts anew"
"""What to do with an output that a run cannot go on with."""


class Growing:
    """An output that grows with the answers: each record is written at once, whole.

    For use in a ``with`` statement.
    """

    def __init__(self, job: JobFile, target: Path, form: Form, rows: Input) -> None:
        """What follows the rows that the job's file knows to be written is cut off.

        Args:
            job: the answers.
            target: the output.
            form: how it is written; not one that has to be whole first.
            rows: the file that was given.

        Raises:
            UnreadableSource: the output is shorter than it was.
        """
        self._job = job
        self._at, self._size = job.written()
        self._file = _cut(target, self._size)
        self._line = io.BytesIO()
        self._writing = Writing(form, self._line, rows)
        if self._size:
            self._empty()  # what comes before the first row stands there already
        self._rows = islice(rows.rows(), self._at, None)

    def __enter__(self) -> Growing:
        return self

    def __exit__(self, *exception: object) -> None:
        self._file.close()

    def write(self) -> None:
        """Write what is answered and not written yet."""
        before = self._size
        self._put()
        for row, answer in joined(self._job, self._rows, self._at):
            self._writing.row(row, answer)
            self._at = row.number
            self._put()
        if self._size > before:
            self._job.note_written(self._at, self._size)

    def _put(self) -> None:
        # One call a record: a kill finds it written or not, short of the disk tearing it.
        if record := self._empty():
            self._file.write(record)
            self._size += len(record)

    def _empty(self) -> bytes:
        record = self._line.getvalue()
        self._line.seek(0)
        self._line.truncate()
        return record


def _cut(target: Path, size: int) -> BinaryIO:
    """The output, open behind its first ``size`` bytes; what follows them is cut off."""
    if size and (not target.exists() or target.stat().st_size < size):
        raise UnreadableSource(target.name, f"it was changed while its run stood still; {ANEW}")
    file = target.open("r+b" if target.exists() else "w+b", buffering=0)
    file.truncate(size)
    file.seek(size)
    return file


def write_whole(job: JobFile, target: Path, form: Form, rows: Input) -> None:
    """Write an output beside its place, and put it there when it is whole.

    Args:
        job: the answers, all of them.
        target: where it is to stand.
        form: how it is written.
        rows: the file that was given.
    """
    beside = target.with_name(f"{target.name}.part")
    try:
        with beside.open("w+b") as out:
            write_all(job, rows, form, out)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
