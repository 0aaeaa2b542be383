"""The queue of documents that wait to be looked at and compared, and what is handed in for them.

Problem: the work goes on in the service and in commands at once, is killed at any point, and must
neither be done twice nor be lost; and a document that kills its worker must not do so for ever.

Method: a document joins the queue in the transaction that brings its text (a trigger). A worker
takes rows for a while; what it hands in is written, and its row ended, in one transaction, and only
while the row is still its own. Nobody compares before everybody has been looked at, so that of two
documents exactly one compares the pair: the later one. A row is counted as begun when it is taken;
one that has been begun before is taken alone, so that it fails alone.

Rejected: a queue in memory (gone with the process), holding a lock while working (nobody else could
write), marking rows as done (a table that only grows).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from corpus.keeping.database import Database
from corpus.keeping.lineage_store import TRIES, bump, live
from corpus.keeping.lineage_writing import write_compared, write_looked
from corpus.keeping.tasks import Compared, Outcome, Stage, Task


class Queue:
    """The waiting work of one store. Safe to share between threads and processes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, worker: str, *, limit: int, now: float, seconds: float) -> list[Task]:
        """Take some work.

        Args:
            worker: a name that no other worker has.
            limit: at most this many tasks, all of one stage.
            now: seconds since 1970.
            seconds: how long the tasks are this worker's.

        Returns:
            The oldest tasks nobody has; none when there is nothing to do, or when comparing has to
            wait for what another worker is looking at.
        """
        with self._database.writing() as connection:
            connection.execute(f"DELETE FROM weaving WHERE NOT {live('weaving.rendition_id')}")
            connection.execute(
                "UPDATE weaving SET leased_by = NULL, leased_until = 0,"
                " problem = coalesce(problem, 'was begun and not finished')"
                " WHERE tries >= ? AND leased_until <= ?",
                (TRIES, now),
            )
            looking = connection.execute(
                "SELECT 1 FROM weaving WHERE stage = 'evidence'"
                " AND (tries < ? OR leased_until > ?) LIMIT 1",
                (TRIES, now),
            ).fetchone()
            stage = Stage.EVIDENCE if looking else Stage.LINKING
            rows = connection.execute(
                "SELECT rendition_id, tries FROM weaving WHERE stage = ? AND leased_until <= ?"
                " AND tries < ? ORDER BY tries, rendition_id LIMIT ?",
                (str(stage), now, TRIES, limit),
            ).fetchall()
            if rows and rows[0][1]:
                del rows[1:]
            fresh = [Task(id, stage, tries + 1) for id, tries in rows if tries == rows[0][1]]
            connection.executemany(
                "UPDATE weaving SET tries = tries + 1, leased_by = ?, leased_until = ?"
                " WHERE rendition_id = ?",
                [(worker, now + seconds, task.rendition_id) for task in fresh],
            )
        return fresh

    def renew(self, worker: str, *, now: float, seconds: float) -> None:
        """Keep what a worker has for longer."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE weaving SET leased_until = ? WHERE leased_by = ? AND leased_until > 0",
                (now + seconds, worker),
            )

    def release(self, worker: str) -> None:
        """Give back what a worker has and has not handed in, as if it had never taken it."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE weaving SET tries = max(tries - 1, 0), leased_by = NULL, leased_until = 0"
                " WHERE leased_by = ?",
                (worker,),
            )

    def outdated(self, rule_version: str) -> int:
        """Put everything back in the queue that was looked at by other rules than these.

        Returns:
            How many documents now wait because of that.
        """
        with self._database.writing() as connection:
            return connection.execute(
                "INSERT OR IGNORE INTO weaving (rendition_id)"
                " SELECT x.rendition_id FROM examinations x WHERE x.other_id IS NULL"
                " AND x.superseded_by IS NULL AND x.rule_version <> ?"
                f" AND {live('x.rendition_id')}",
                (rule_version,),
            ).rowcount

    def waits(self, rendition_id: int) -> bool:
        """Whether a document is still in the queue, in somebody's hands or not."""
        sql = "SELECT 1 FROM weaving WHERE rendition_id = ? AND tries < ?"
        return bool(self._rows(sql, (rendition_id, TRIES)))

    def named_by(self, rendition_id: int) -> list[tuple[int, int, str]]:
        """Pairs of documents of which one says that the other is its original.

        Returns:
            ``(document, original, name)`` where one of the two is the rendition; the name is what
            the document calls its original.
        """
        return self._rows(
            "SELECT n.rendition_id, o.rendition_id, n.reference FROM names n JOIN names o"
            " ON o.reference = n.reference AND o.own = 1 AND o.rendition_id <> n.rendition_id"
            " WHERE n.own = 0 AND n.rendition_id = ?1"
            f" AND {live('o.rendition_id')}"
            " UNION SELECT n.rendition_id, o.rendition_id, n.reference FROM names o JOIN names n"
            " ON n.reference = o.reference AND n.own = 0 AND o.rendition_id <> n.rendition_id"
            f" WHERE o.own = 1 AND o.rendition_id = ?1 AND {live('n.rendition_id')}",
            (rendition_id,),
        )

    def earlier_partners(self, rendition_id: int) -> list[int]:
        """What older versions of the same source were linked with, at its current version."""
        rows = self._rows(
            "SELECT DISTINCT s.rendition_id FROM renditions r"
            " JOIN renditions q ON q.sequence = r.sequence AND q.id < r.id"
            " JOIN examinations x ON q.id IN (x.rendition_id, x.other_id)"
            " AND x.relation IS NOT NULL AND x.superseded_by IS NULL"
            " JOIN renditions o ON o.id = iif(x.rendition_id = q.id, x.other_id, x.rendition_id)"
            " JOIN sources s ON s.sequence = o.sequence AND s.state = 'active'"
            " WHERE r.id = ? AND o.sequence <> r.sequence ORDER BY 1",
            (rendition_id,),
        )
        return [row[0] for row in rows]

    def examined(self, first: int, second: int | None = None) -> str | None:
        """By which rules a document, or a pair of them, was last examined; None for never."""
        one, other = sorted((first, second)) if second is not None else (first, 0)
        rows = self._rows(
            "SELECT rule_version FROM examinations WHERE rendition_id = ?"
            " AND coalesce(other_id, 0) = ? AND superseded_by IS NULL",
            (one, other),
        )
        return rows[0][0] if rows else None

    def newest(self) -> int:
        """The newest rendition of the store; 0 without one."""
        return int(self._rows("SELECT coalesce(max(id), 0) FROM renditions", ())[0][0])

    def was_there(self, page: int, rendition_id: int) -> bool:
        """Whether a rendition was there when a page was last looked at, or will be at its look."""
        rows = self._rows(
            "SELECT coalesce(json_extract(measures, '$.newest'), 0) FROM examinations"
            " WHERE rendition_id = ? AND other_id IS NULL AND superseded_by IS NULL",
            (page,),
        )
        return not rows or rows[0][0] >= rendition_id

    def hand_in(self, outcomes: Iterable[Outcome], worker: str, *, at: str) -> list[Outcome]:
        """Write what was found and end the tasks, in one transaction.

        Args:
            outcomes: of tasks that this worker took.
            worker: its name.
            at: UTC time, ISO 8601 with ``Z``.

        Returns:
            Those that were kept; a task that somebody else has taken over meanwhile is theirs. The
            revision of the store counts up once if any of it can be seen.
        """
        kept: list[Outcome] = []
        with self._database.writing() as connection:
            visible = False
            for outcome in outcomes:
                id = outcome.task.rendition_id
                mine = connection.execute(
                    "SELECT 1 FROM weaving WHERE rendition_id = ? AND leased_by = ?", (id, worker)
                ).fetchone()
                if mine is None:
                    continue
                kept.append(outcome)
                if outcome.problem is not None:
                    connection.execute(
                        "UPDATE weaving SET leased_by = NULL, leased_until = 0, problem = ?"
                        " WHERE rendition_id = ?",
                        (outcome.problem, id),
                    )
                    continue
                if outcome.looked is not None:
                    visible |= write_looked(connection, outcome.looked, at)
                    _look_again(connection, outcome.looked.again)
                for compared in outcome.compared:
                    visible |= write_compared(connection, compared, at)
                _end(connection, outcome)
            if visible:
                bump(connection)
        return kept

    def _rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._database.reading() as connection:
            return connection.execute(sql, tuple(values)).fetchall()

    def keep(self, compared: Compared, *, at: str) -> None:
        """Write a comparison that was asked for; see `hand_in`."""
        with self._database.writing() as connection:
            if write_compared(connection, compared, at):
                bump(connection)


def _look_again(connection: sqlite3.Connection, renditions: Iterable[int]) -> None:
    """Put pages in the queue; whoever has one in hands was not yet told, and loses it."""
    connection.executemany(
        "INSERT INTO weaving (rendition_id) VALUES (?) ON CONFLICT (rendition_id) DO UPDATE"
        " SET stage = 'evidence', tries = 0, leased_by = NULL, leased_until = 0, problem = NULL",
        [(rendition_id,) for rendition_id in renditions],
    )


def _end(connection: sqlite3.Connection, outcome: Outcome) -> None:
    id = outcome.task.rendition_id
    if outcome.looked is None:
        connection.execute("DELETE FROM weaving WHERE rendition_id = ?", (id,))
        return
    connection.execute(
        "UPDATE weaving SET stage = 'linking', tries = 0, leased_by = NULL, leased_until = 0,"
        " problem = NULL WHERE rendition_id = ?",
        (id,),
    )
