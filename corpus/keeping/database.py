"""The database file of the corpus: what `corpus.keeping.connections` does, with the corpus's own
checks.

A file that is no database, one of another program and one whose counters do not fit its rows are
told apart when it is opened, before anything is answered from it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from corpus.errors import StoreCorrupt, StoreError
from corpus.keeping.connections import Kind, SqliteFile, faults
from corpus.migrations import scripts

_MAGIC = b"SQLite format 3\x00"
_KIND = Kind(
    "the store",
    int.from_bytes(b"QVC1"),
    scripts,
    (
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA cache_size = -16000",  # 16 MB a thread: bulk adding spills less
    ),
)


class Database(SqliteFile):
    """One database file of a corpus; see `SqliteFile`."""

    @classmethod
    def open(cls, path: Path, *, timeout: float = 30.0) -> Database:
        """Open a file, making and migrating it where needed.

        Args:
            path: the database file; its folder exists.
            timeout: seconds to wait for another writer before `StoreBusy`.

        Raises:
            StoreCorrupt: the file is not a database, or not one of ours.
            StoreError: it was made by a newer version, or cannot be opened.

        Cost: a few reads, whatever the size.
        """
        _check_header(path)
        database = cls(path, _KIND, timeout)
        try:
            database.prepare()
            with database.reading() as connection:
                _check_counters(connection)
        except BaseException:
            database.close()
            raise
        return database

    def backup(self, target: Path) -> None:
        """Copy the whole database, as of now, into a new file, while others read and write."""
        with faults(), closing(sqlite3.connect(target)) as copy:
            self._connection().backup(copy)

    def replace(self, other: Database) -> None:
        """Put all of another database in the place of this one's content, in one transaction.

        Raises:
            StoreBusy: another writer for longer than the time-out; nothing has changed.
        """
        with faults():
            other._connection().backup(self._connection())


def _check_counters(connection: sqlite3.Connection) -> None:
    known = connection.execute("SELECT value FROM counters WHERE name = 'revision'").fetchone()
    last = connection.execute(
        "SELECT (SELECT max(id) FROM passages),"
        " (SELECT seq FROM sqlite_sequence WHERE name = 'passages')"
    ).fetchone()
    if known is None or (last[0] or 0) > (last[1] or 0):
        raise StoreCorrupt("the counters do not fit the rows")


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"{path.name} cannot be read: {error.strerror}") from error
    if start and start != _MAGIC:
        raise StoreCorrupt(f"{path.name} is not a database")
