"""Connections to a file of SQLite: opening, migrating, transactions, faults.

Problem: several threads and processes share one file, the power may go at any point, the disk may
fill, a restored copy may be torn; and the rest of the program should hear of all that in its own
words. The corpus, the ledger and every job have a file each, with a schema of its own.

Method: SQLite in WAL mode, one connection a thread, explicit transactions that take the write lock
at once (``BEGIN IMMEDIATE``), so that a writer waits at its first statement and never fails
half-way for a lock. Each SQLite failure becomes one of the `StoreError` leaves. What the files
differ in is a `Kind`.

Rejected: one shared connection behind a lock (readers would wait for writers), the implicit
transactions of `sqlite3` (they begin with a read lock that cannot always be raised), memory-mapped
reading (an input error kills the process instead of raising).

Source: sqlite.org "Write-Ahead Logging", "Result and Error Codes"; SQLite 3.40.
"""

from __future__ import annotations

import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import StorageFull, StoreBusy, StoreCorrupt, StoreError

Connection = sqlite3.Connection
"""What a transaction gives to those who write SQL."""
OLDEST_SQLITE = (3, 40, 0)
_SHORT_PAUSE = 0.02
# Writing fails with these when a quota is used up, and with FULL when the disk is.
_NO_SPACE = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)


@dataclass(frozen=True, slots=True)
class Kind:
    """What sets the files of one purpose apart.

    Attributes:
        name: in messages, as "the store".
        application_id: tells the file from those of other programs.
        scripts: gives the steps of the schema in order; each is one transaction that also sets
            ``user_version``, the first one the ``application_id``.
        pragmas: statements for each new connection.
    """

    name: str
    application_id: int
    scripts: Callable[[], list[str]]
    pragmas: tuple[str, ...]


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


class SqliteFile:
    """One file, opened as often as there are threads.

    Safe to share between threads; several processes may open it. Not to be carried over a fork.
    """

    def __init__(self, path: Path, kind: Kind, timeout: float) -> None:
        """Nothing is opened until `prepare`.

        Args:
            path: the file; its folder exists.
            kind: what it is for.
            timeout: seconds to wait for another writer before `StoreBusy`.
        """
        self._path = path
        self._kind = kind
        self._timeout = timeout
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._lock = threading.Lock()
        self.close = weakref.finalize(self, _close_all, self._connections, self._lock)
        """Closes the connections of all threads; also done when nobody holds the object."""

    def prepare(self) -> None:
        """Open the file, making and migrating it where needed.

        Raises:
            StoreCorrupt: not a database, or not one of this kind.
            StoreError: made by a newer version, or it cannot be opened.
        """
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise StoreError(f"SQLite {sqlite3.sqlite_version} is older than 3.40")
        with faults():
            connection = self._connection()
            _use_wal(connection, time.monotonic() + self._timeout)
            _migrate(connection, self._kind.scripts())
            if _pragma(connection, "application_id") != self._kind.application_id:
                raise StoreCorrupt(f"{self._path.name} belongs to another program")

    def _connection(self) -> sqlite3.Connection:
        thread = threading.current_thread()
        connection = self._connections.get(thread)
        if connection is None:
            with self._lock:
                if not self.close.alive:
                    raise StoreError(f"{self._kind.name} is closed")
                for ended in [t for t in self._connections if not t.is_alive()]:
                    self._connections.pop(ended).close()
                connection = sqlite3.connect(
                    self._path,
                    timeout=self._timeout,
                    isolation_level=None,
                    check_same_thread=False,  # only so that `close` can close all of them
                )
                self._connections[thread] = connection
            for pragma in self._kind.pragmas:
                connection.execute(pragma)
        return connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection; each statement sees one state of the file."""
        with faults():
            yield self._connection()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock; all of it is kept or nothing.

        Args:
            durable: on disk when the block ends; False for what a power cut may take back (the
                death of the process never does).

        Raises:
            StoreBusy: another writer kept the lock for longer than the time-out.
            StorageFull: no space left; nothing was kept.
        """
        with faults():
            connection = self._connection()
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def forget(self) -> None:
        """Empty the log, which may still hold text that was deleted; readers may prevent it."""
        with faults():
            self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _close_all(
    connections: dict[threading.Thread, sqlite3.Connection], lock: threading.Lock
) -> None:
    with lock:
        for connection in connections.values():
            connection.close()
        connections.clear()


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


def _migrate(connection: sqlite3.Connection, steps: list[str]) -> None:
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
