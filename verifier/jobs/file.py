"""One job's own file: the answers so far, and the counters that say so.

Problem: a run may be killed at any moment, and then no row may be lost, checked twice or counted
wrong; two runs may hold the same job for a moment; and memory must not grow with the file of rows.

Method: a small SQLite file a job. Answers are stored in the order of the rows, each together with
the counters in one transaction, so that what is counted is what is there; going on means going on
behind the last row. The digest of every question stands there too: a row that asks what an earlier
one asked points to its answer. Whoever works on the job has *taken* it under a number that only
grows, and each transaction compares it: a run that was taken over can store nothing more. A killed
process loses nothing that was stored; a power cut may take back the last moment, as a whole.

Rejected: answers in the ledger (one write lock for all jobs, and a year of reports in the file that
every request needs), the written output as the only state (it has no room for counters, a
spreadsheet cannot be gone on with, and a duplicate's first answer would have to be read back from
it), a state file that is rewritten (it and the answers can disagree).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.errors import NotFound
from corpus.keeping.connections import Connection, Kind, SqliteFile
from verifier.jobs.schema import ID, SCHEMA, VERDICTS
from verifier.remembering.job_models import Entry, LeaseLost, Progress

_KIND = Kind(
    "the job",
    ID,
    lambda: [SCHEMA, VERDICTS],
    (
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cache_size = -4000",
        "PRAGMA journal_size_limit = 4000000",
    ),
)
_BESIDE = ("", "-wal", "-shm")
_AT_ONCE = 100
"""Answers that are read in one go: half a megabyte of reports, and no long reading transaction."""


_PROGRESS = "total, done, checked, duplicates, fine, failed, seconds, first_version"


class JobFile:
    """One job. Safe to share between threads; other processes may read it while one works."""

    def __init__(self, file: SqliteFile, path: Path) -> None:
        self._file = file
        self.path = path
        self.close = file.close

    @classmethod
    def create(cls, path: Path, about: Mapping[str, Any], total: int, *, done: int = 0) -> JobFile:
        """Make the file of a new job.

        Args:
            path: where; its folder exists, it does not.
            about: what the rows are read from and how: plain JSON, given back as it is.
            total: rows of the file.
            done: rows that were answered before there was this file; they have no answer here.

        Raises:
            StorageFull: no space.
        """
        job = cls._opened(path)
        with job._file.writing() as connection:
            connection.execute(
                "INSERT INTO job VALUES (1, ?, ?, 0, ?, -1, ?, 0, 0, 0, 0, 0.0, NULL, 0, 0)",
                (json.dumps(about), total, done, done),
            )
        return job

    @classmethod
    def open(cls, path: Path) -> JobFile:
        """Open the file of a job.

        Raises:
            NotFound: there is none.
            StoreError: it is no such file, or made by another version.
        """
        if not path.is_file():
            raise NotFound("job")
        return cls._opened(path)

    @classmethod
    def _opened(cls, path: Path) -> JobFile:
        file = SqliteFile(path, _KIND, timeout=10.0)
        try:
            file.prepare()
        except BaseException:
            file.close()
            raise
        return cls(file, path)

    @property
    def about(self) -> dict[str, Any]:
        """What `create` was told.

        Raises:
            NotFound: it was killed before it was told anything.
        """
        about: dict[str, Any] = json.loads(self._one("about"))
        return about

    def progress(self) -> Progress:
        """How far it is."""
        with self._file.reading() as connection:
            return _progress(connection)

    def take(self, attempt: int) -> int:
        """Begin to work on it: whoever took it before can store nothing any more.

        Args:
            attempt: larger than all before.

        Returns:
            How often in a row it was taken without one more row being done.

        Raises:
            LeaseLost: somebody took it with a larger number.
        """
        with self._file.writing() as connection:
            changed = connection.execute(
                "UPDATE job SET attempt = ?, taken_at = done,"
                " stalled = CASE WHEN done > taken_at THEN 0 ELSE stalled + 1 END"
                " WHERE attempt < ?",
                (attempt, attempt),
            ).rowcount
            if not changed:
                raise LeaseLost("taken over")
            return int(connection.execute("SELECT stalled FROM job").fetchone()[0])

    def take_next(self) -> int:
        """Begin to work on it where nobody keeps count of attempts; see `take`.

        Returns:
            The attempt.
        """
        with self._file.writing() as connection:
            row = connection.execute(
                "UPDATE job SET attempt = attempt + 1, taken_at = done RETURNING attempt"
            ).fetchone()
        return int(row[0])

    def store(self, attempt: int, entries: Sequence[Entry], seconds: float) -> Progress:
        """Store the answers of the next rows and count them: all of it or nothing.

        Args:
            attempt: under which the job was taken.
            entries: of the rows right behind the last one stored, in order.
            seconds: worked for them.

        Returns:
            How far it is now.

        Raises:
            LeaseLost: somebody else has taken it.
            StorageFull: no space left; nothing was stored.
        """
        with self._file.writing(durable=False) as connection:
            held, done = connection.execute("SELECT attempt, done FROM job").fetchone()
            if held != attempt:
                raise LeaseLost("taken over")
            assert [e.number for e in entries] == [*range(done + 1, done + 1 + len(entries))]
            connection.executemany(
                "INSERT INTO answers (number, same_as, answer) VALUES (?, ?, ?)",
                [(e.number, e.same_as, e.answer) for e in entries],
            )
            connection.executemany(
                "INSERT INTO questions (digest, number) VALUES (?, ?)",
                [(e.digest, e.number) for e in entries if e.digest and e.same_as is None],
            )
            verdicts = Counter(e.verdict for e in entries if e.verdict is not None)
            connection.executemany(
                "INSERT INTO verdicts VALUES (?, ?)"
                " ON CONFLICT (code) DO UPDATE SET number = number + excluded.number",
                list(verdicts.items()),
            )
            versions = [e.version for e in entries if e.version is not None]
            connection.execute(
                "UPDATE job SET done = done + ?, checked = checked + ?,"
                " duplicates = duplicates + ?, fine = fine + ?, failed = failed + ?,"
                " seconds = seconds + ?, first_version = coalesce(first_version, ?)",
                (
                    len(entries),
                    sum(e.digest is not None and e.same_as is None for e in entries),
                    sum(e.same_as is not None for e in entries),
                    sum(e.fine for e in entries),
                    sum(e.failed for e in entries),
                    seconds,
                    versions[0] if versions else None,
                ),
            )
            return _progress(connection)

    def first_with(self, digest: bytes) -> tuple[int, bytes] | None:
        """The row that asked a question first, with its answer; None while none has asked it."""
        with self._file.reading() as connection:
            row = connection.execute(
                "SELECT a.number, a.answer FROM questions q JOIN answers a USING (number)"
                " WHERE q.digest = ?",
                (digest,),
            ).fetchone()
        return (int(row[0]), bytes(row[1])) if row else None

    def answers(self, after: int = 0) -> Iterator[tuple[int, bytes]]:
        """Numbers and answers of the rows that are done, in order, those of duplicates included.

        Args:
            after: number of the last row that is not wanted.

        Yields:
            What was stored when it is reached, so that a reader may run beside the work.
        """
        while True:
            with self._file.reading() as connection:
                found = connection.execute(
                    "SELECT a.number, coalesce(a.answer, f.answer)"
                    " FROM answers a LEFT JOIN answers f ON f.number = a.same_as"
                    " WHERE a.number > ? ORDER BY a.number LIMIT ?",
                    (after, _AT_ONCE),
                ).fetchall()
            for number, answer in found:
                yield int(number), bytes(answer)
            if not found:
                return
            after = found[-1][0]

    def written(self) -> tuple[int, int]:
        """How many rows, and bytes in all, an output beside the job had when it was last noted."""
        with self._file.reading() as connection:
            rows, size = connection.execute(
                "SELECT written_rows, written_bytes FROM job"
            ).fetchone()
        return int(rows), int(size)

    def note_written(self, rows: int, size: int) -> None:
        """Note how far the output beside it has been written; see `written`."""
        with self._file.writing(durable=False) as connection:
            connection.execute("UPDATE job SET written_rows = ?, written_bytes = ?", (rows, size))

    def _one(self, column: str) -> Any:
        with self._file.reading() as connection:
            row = connection.execute(f"SELECT {column} FROM job").fetchone()
        if row is None:
            raise NotFound("job")
        return row[0]


def remove(path: Path) -> None:
    """Delete the file of a job with what SQLite keeps beside it; nothing where there is none."""
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _progress(connection: Connection) -> Progress:
    row = connection.execute(f"SELECT {_PROGRESS} FROM job").fetchone()
    if row is None:
        raise NotFound("job")
    verdicts = connection.execute("SELECT code, number FROM verdicts").fetchall()
    return replace(Progress(*row), verdicts=dict(verdicts))
