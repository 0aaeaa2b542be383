"""The ledger: what the service itself has to remember, in a file of its own beside the corpus.

Problem: tokens, kept checks, idempotency keys and rate limits must be right in every worker process
at once, must not hold up the corpus, and must not travel with it (a copy of the corpus given to
somebody else may hold neither tokens nor unpublished quotes).

Method: one SQLite file ``service.sqlite3`` in the home (see `corpus.keeping.connections`). Each
change is one transaction that takes the write lock first, so that reading and writing what was read
cannot be parted by another process. Deleted text is overwritten (``secure_delete``), and `forget`
empties the log that may still hold it. What only counts requests is written without a flush to
disk: it costs microseconds, and losing a second of it in a power cut does no harm.

Rejected: tables in the corpus database (one write lock for both, and a backup of the corpus would
carry the tokens), memory (each process would count for itself), a server such as Redis (one more
thing to run and to secure).

Source: sqlite.org "Write-Ahead Logging", "PRAGMA secure_delete"; SQLite 3.40.
"""

from __future__ import annotations

from pathlib import Path

from corpus.errors import StoreError
from corpus.keeping.connections import Connection as Connection
from corpus.keeping.connections import Kind, SqliteFile
from verifier.migrations import scripts

FILE = "service.sqlite3"
_KIND = Kind(
    "the ledger",
    int.from_bytes(b"QVL1"),
    scripts,
    (
        "PRAGMA foreign_keys = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA secure_delete = ON",
        "PRAGMA cache_size = -2000",
    ),
)


class Ledger(SqliteFile):
    """The service's own state; see `SqliteFile`."""

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
        ledger = cls(folder / FILE, _KIND, timeout)
        try:
            ledger.prepare()
        except BaseException:
            ledger.close()
            raise
        return ledger
