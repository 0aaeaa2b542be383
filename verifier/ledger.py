"""The ledger: what the service itself has to remember, in a file of its own beside the corpus.

Problem: tokens, kept checks, idempotency keys and rate limits must be right in every worker process
at once, must not hold up the corpus, and must not travel with it (a copy of the corpus given to
somebody else may hold neither tokens nor unpublished quotes).

Method: one SQLite file ``service.sqlite3`` in the home, in WAL mode, one connection a thread. Each
change is one transaction that takes the write lock first, so that reading and writing what was read
cannot be parted by another process. Deleted text is overwritten (``secure_delete``), and `forget`
empties the log that may still hold it. What only counts requests is written without a flush to
disk: it costs microseconds, and losing a second of it in a power cut does no harm.

Rejected: tables in the corpus database (one write lock for both, and a backup of the corpus would
carry the tokens), memory (each process would count for itself), `corpus.database` (its checks and
its schema are the corpus's own; only its words for failures are shared), a server such as Redis
(one more thing to run and to secure).

Source: sqlite.org "Write-Ahead Logging", "PRAGMA secure_delete"; SQLite 3.40.
"""

from __future__ import annotations

import sqlite3
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.database import as_store_error, faults
from corpus.errors import StoreBusy, StoreCorrupt, StoreError
from verifier.migrations import scripts

Connection = sqlite3.Connection
"""What a transaction gives to those who write SQL for the ledger."""
FILE = "service.sqlite3"
_APPLICATION_ID = int.from_bytes(b"QVL1")
_PAUSE = 0.02
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -2000",
)


class Ledger:
    """The service's own state. Safe to share between threads; several processes may open it.

    Not to be carried over a fork.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self._path = path
        self._timeout = timeout
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._lock = threading.Lock()
        self.close = weakref.finalize(self, _close_all, self._connections, self._lock)
        """Gives the file back; also done when nobody holds the ledger any more."""

    @classmethod
    def open(cls, folder: Path, *, timeout: float = 5.0) -> Ledger:
        """Open the ledger of a home, making and migrating it where needed.

        Args:
            folder: the home; made where it does not exist.
            timeout: seconds to wait for another writer before `StoreBusy`; every transaction here
                takes milliseconds.

        Raises:
            StoreCorrupt: the file is not a ledger.
            StoreError: made by a newer version, or it cannot be opened.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{folder} cannot be made: {error.strerror}") from error
        ledger = cls(folder / FILE, timeout)
        try:
            with faults():
                ledger._prepare()
        except BaseException:
            ledger.close()
            raise
        return ledger

    def _prepare(self) -> None:
        connection = self._connection()
        deadline = time.monotonic() + self._timeout
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError as error:
                # two openers of a new file collide here without SQLite's own waiting
                if not isinstance(as_store_error(error), StoreBusy) or time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)
        _migrate(connection)
        if _number(connection, "application_id") != _APPLICATION_ID:
            raise StoreCorrupt(f"{self._path.name} belongs to another program")

    def _connection(self) -> sqlite3.Connection:
        thread = threading.current_thread()
        connection = self._connections.get(thread)
        if connection is None:
            with self._lock:
                if not self.close.alive:
                    raise StoreError("the ledger is closed")
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
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction that holds the write lock; all of it is kept or nothing.

        Args:
            durable: on disk when the block ends; False for counters that may lose a second.

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


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> None:
    steps = scripts()
    while (version := _number(connection, "user_version")) != len(steps):
        if version > len(steps):
            raise StoreError(f"made by a newer version (schema {version}, known {len(steps)})")
        try:
            connection.executescript(steps[version])
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if _number(connection, "user_version") == version:
                raise  # otherwise another process took this step while we waited
