"""Connections to the database file: opening, migrating, transactions, faults.

Problem: several threads and processes share one file, the power may go at any point, the disk may
fill, a restored copy may be torn; and the rest of the program should hear of all that in its own
words.

Method: SQLite in WAL mode with ``synchronous=FULL``, one connection a thread, explicit
transactions that take the write lock at once (``BEGIN IMMEDIATE``), so that a writer waits at its
first statement and never fails half-way for a lock. Each SQLite failure becomes one of the
`StoreError` leaves.

Rejected: one shared connection behind a lock (readers would wait for writers), the implicit
transactions of `sqlite3` (they begin with a read lock that cannot always be raised), memory-mapped
reading (an input error kills the process instead of raising).

Source: sqlite.org "Write-Ahead Logging", "Result and Error Codes"; SQLite 3.40.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpus.errors import StorageFull, StoreBusy, StoreCorrupt, StoreError
from corpus.migrations import scripts

OLDEST_SQLITE = (3, 40, 0)
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID = int.from_bytes(b"QVC1")
_SHORT_PAUSE = 0.02
# Writing fails with these when a quota is used up, and with FULL when the disk is.
_NO_SPACE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)
_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -16000",  # 16 MB a thread: bulk adding spills less, small machines cope
)


def as_store_error(error: sqlite3.Error) -> StoreError:
    """The failure of SQLite in the words of the project."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Raised by the module itself: flipped bytes that are no UTF-8 any more, or a closed file.
        unreadable = "decode" in str(error)
        return StoreCorrupt(str(error)) if unreadable else StoreError(str(error))
    if code in _NO_SPACE:
        return StorageFull(str(error))
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(str(error))
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreCorrupt(str(error))
    return StoreError(str(error))


@contextmanager
def faults() -> Iterator[None]:
    """Turn SQLite's failures inside the block into `StoreError` leaves."""
    try:
        yield
    except sqlite3.Error as error:
        raise as_store_error(error) from error


class Database:
    """One database file, opened as often as there are threads.

    Safe to share between threads. Not to be carried over a fork.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self._path = path
        self._timeout = timeout
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._lock = threading.Lock()
        self._closed = False

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
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise StoreError(f"SQLite {sqlite3.sqlite_version} is older than 3.40")
        _check_header(path)
        database = cls(path, timeout)
        try:
            with faults():
                database._prepare()
        except BaseException:
            database.close()
            raise
        return database

    def _prepare(self) -> None:
        connection = self._connection()
        _use_wal(connection, time.monotonic() + self._timeout)
        _migrate(connection)
        if _pragma(connection, "application_id") != _APPLICATION_ID:
            raise StoreCorrupt(f"{self._path.name} belongs to another program")
        known = connection.execute("SELECT value FROM counters WHERE name = 'revision'").fetchone()
        last = connection.execute(
            "SELECT (SELECT max(id) FROM passages),"
            " (SELECT seq FROM sqlite_sequence WHERE name = 'passages')"
        ).fetchone()
        if known is None or (last[0] or 0) > (last[1] or 0):
            raise StoreCorrupt("the counters do not fit the rows")

    def _connection(self) -> sqlite3.Connection:
        thread = threading.current_thread()
        connection = self._connections.get(thread)
        if connection is None:
            with self._lock:
                if self._closed:
                    raise StoreError("the store is closed")
                for ended in [t for t in self._connections if not t.is_alive()]:
                    self._connections.pop(ended).close()
                connection = sqlite3.connect(
                    self._path,
                    timeout=self._timeout,
                    isolation_level=None,
                    check_same_thread=False,  # only so that `close` can close all of them
                )
                self._connections[thread] = connection
            for pragma in _PRAGMAS:
                connection.execute(pragma)
        return connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection; each statement sees one state of the file."""
        with faults():
            yield self._connection()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock; all of it is kept or nothing.

        Raises:
            StoreBusy: another writer kept the lock for longer than the time-out.
            StorageFull: no space left; nothing was kept.
        """
        with faults():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

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

    def close(self) -> None:
        """Close the connections of all threads; the object is not used afterwards."""
        with self._lock:
            self._closed = True
            for connection in self._connections.values():
                connection.close()
            self._connections.clear()


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


def _pragma(connection: sqlite3.Connection, name: str) -> int | str:
    value: int | str = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def _use_wal(connection: sqlite3.Connection, deadline: float) -> None:
    """Switch to WAL; two openers of a new file may collide there without SQLite's own waiting."""
    while True:
        try:
            if _pragma(connection, "journal_mode") != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not isinstance(as_store_error(error), StoreBusy) or time.monotonic() > deadline:
                raise
            time.sleep(_SHORT_PAUSE)


def _migrate(connection: sqlite3.Connection) -> None:
    steps = scripts()
    while (version := int(_pragma(connection, "user_version"))) != len(steps):
        if version > len(steps):
            raise StoreError(f"made by a newer version (schema {version}, known {len(steps)})")
        try:
            connection.executescript(steps[version])
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if int(_pragma(connection, "user_version")) == version:
                raise  # otherwise another process took this step while we waited
