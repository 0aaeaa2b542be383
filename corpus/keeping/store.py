"""The store: what the corpus holds, in one SQLite file.

Problem: an answer points at a place in a text, today and in a year. The text must be the one that
was read, byte for byte, also after the source has changed, and a damaged byte must show.

Method: the text of a version is cut into passages and what lies between them, each piece is kept
once with a checksum that is compared at every reading; together they are the text. Versions are
never overwritten. Every change counts up one revision in its own transaction, so that whoever
derives something (the index, a summary) can tell whether it is still true.

`corpus.keeping.database` holds connections and migrations, `corpus.keeping.catalogue` what can be
asked, `corpus.keeping.deposit` the writing, `corpus.keeping.texts` and `corpus.keeping.lookups` the
reading of texts and the finding of things, `corpus.keeping.census` what goes through everything,
`corpus.keeping.rows` the way between rows and values; together they are the store, and nothing else
writes SQL.

Rejected: files beside the database (two things to keep in step), keeping the whole text *and* the
passages (twice the space, and two texts that could differ), a full-text table inside (measured
forty times slower to search than the index we use).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus.errors import NotFound
from corpus.keeping.catalogue import Catalogue
from corpus.keeping.database import Database
from corpus.keeping.deposit import Added, check_draft, deposit
from corpus.keeping.versions import note_places
from corpus.models import DraftSource, SourceState

BATCH = 5_000
"""Passages a transaction: large enough that flushing to disk is a small part of the work, small
enough that other writers wait for parts of a second and memory stays in megabytes."""


class Store(Catalogue):
    """Sources and their texts. Safe to share between threads; several processes may open it."""

    @classmethod
    def open(cls, path: Path, *, timeout: float = 30.0) -> Store:
        """Open a store, making or migrating the file where needed.

        Args:
            path: the database file; its folder exists.
            timeout: seconds to wait for another writer.

        Raises:
            StoreCorrupt: not a database, or not one of ours.
            StoreError: made by a newer version, or cannot be opened.
        """
        return cls(Database.open(path, timeout=timeout))

    def close(self) -> None:
        """Give back files and locks; the object is not used afterwards."""
        self._database.close()

    def backup(self, target: Path) -> None:
        """Copy the store as it is now into a new file, complete without a ``-wal`` file."""
        self._database.backup(target)

    def replace(self, other: Store) -> None:
        """Put all that another store holds in the place of what is here.

        The revision goes on beyond both, so that nobody takes the one corpus for the other; the
        other store is given that revision, too.
        """
        revision = max(self.revision(), other.revision()) + 1
        with other._database.writing() as connection:
            connection.execute(
                "UPDATE counters SET value = ? WHERE name = 'revision'", (revision,)
            )
        self._database.replace(other._database)
        self._summary = None

    def add(
        self, drafts: Iterable[DraftSource], *, now: str, batch: int = BATCH
    ) -> Iterator[Added]:
        """Take sources in; each goes in whole or not at all. Nothing happens until iterated.

        A source is known by its origin: the same ``sha256`` again leaves it unchanged, another one
        makes a new version. The transaction is short: drafts are taken first, then written.

        Args:
            drafts: in any number; an iterator is read a batch at a time.
            now: UTC time, ISO 8601 with ``Z``.
            batch: passages that share one commit (a larger source still goes in whole).

        Yields:
            What became of each draft, in order, once it is safely on disk.

        Raises:
            UnreadableSource: a draft is not text. Nothing of its batch is kept.
            StoreBusy: another writer for longer than the time-out. Nothing of the batch is kept.
            StorageFull: no space. Nothing of the batch is kept; earlier batches are.

        Cost: about 15 microseconds a passage.
        """
        waiting: list[DraftSource] = []
        size = 0
        for draft in drafts:
            check_draft(draft)
            waiting.append(draft)
            size += max(1, len(draft.passages))
            if size >= batch:
                yield from self._write(waiting, now)
                waiting, size = [], 0
        yield from self._write(waiting, now)

    def _write(self, drafts: Sequence[DraftSource], now: str) -> list[Added]:
        if not drafts:
            return []
        with self._database.writing() as connection:
            return deposit(connection, drafts, now)

    def note_places(self, places: Mapping[str, str]) -> None:
        """Remember from which files sources were read: path by source id.

        The revision stays, because nothing that an answer shows changes.
        """
        note_places(self._database, places)

    def remove(self, source_id: str) -> int:
        """Withdraw a source: no longer searched or counted, still readable by old reports.

        Returns:
            The revision with the source withdrawn.

        Raises:
            NotFound: no such source.
        """
        return self.set_state(source_id, SourceState.WITHDRAWN)

    def set_state(self, source_id: str, state: SourceState) -> int:
        """Say whether a source may be quoted from.

        Returns:
            The revision with the state in it; the present one if nothing had to change.

        Raises:
            NotFound: no such source.
        """
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT state FROM sources WHERE id = ?", (source_id,)
            ).fetchone()
            if row is None:
                raise NotFound("source")
            changes = (row[0] != state,)
            revision: int = connection.execute(
                "UPDATE counters SET value = value + ? WHERE name = 'revision' RETURNING value",
                changes,
            ).fetchone()[0]
            if row[0] != state:
                connection.execute(
                    "UPDATE sources SET state = ?, changed = ? WHERE id = ?",
                    (state, revision, source_id),
                )
            return revision
