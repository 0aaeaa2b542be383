"""Reading lineage, and the decisions of people: what `Store.lineage` gives out.

Problem: an answer shows evidence with the words that are there, links that still lead somewhere,
and what a person decided, and all of it must be as true as the text itself.

Method: a row of evidence is compared with the stored text at every reading. Only renditions that
can be quoted from now (active source, current version) take part: rows that compare with any other
stay in the tables and out of the answers, and come back when the source does. Every visible change
counts up the revision of the store in its own transaction.

Rejected: deleting what a withdrawn source was compared with (giving it back would mean comparing
anew), keeping the snippets of evidence without looking (a damaged text would still be quoted).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from corpus.errors import NotFound, StoreCorrupt
from corpus.keeping.database import Database
from corpus.keeping.lookups import slice_of_rendition
from corpus.keeping.tasks import Pending
from corpus.lineage import (
    Derivation,
    EvidenceRow,
    Override,
    Part,
    PassageLink,
    Relation,
    Role,
    Scope,
    Work,
)

TRIES = 3
"""How often a document is begun before it is set aside."""


def live(column: str) -> str:
    """A condition: the rendition in a column is the current version of an active source.

    One look into an index; ``IN (SELECT ...)`` would list all sources for every statement.
    """
    return (
        f"EXISTS (SELECT 1 FROM sources l WHERE l.rendition_id = {column} AND l.state = 'active')"
    )


_EVIDENCE = (
    'SELECT e.id, e.rendition_id, e.code, e.strength, e.start, e."end", e.snippet, e.rule,'
    " e.rule_version, e.speaker, e.translator, e.translated_from, e.reason, e.other_id, e.measured"
    " FROM evidence e JOIN examinations x ON x.id = e.examination_id"
    " WHERE x.superseded_by IS NULL"
)
_DERIVATION = (
    f"SELECT rendition_id, iif({live('source_id')}, source_id, NULL), relation,"
    " from_language, pivot_language, hop, agent, speaker, basis FROM derivations"
)
_LINK = "SELECT {0}, start_{1}, end_{1}, {2}, start_{3}, end_{3}, posterior, basis FROM links"


class Lineage:
    """Works, derivations, evidence and links of one store. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def database(self) -> Database:
        """Where it is kept; for the queue and the signatures, which stand beside this."""
        return self._database

    def evidence_of(self, rendition_id: int) -> list[EvidenceRow]:
        """The evidence that holds for a rendition, oldest first.

        Rows of superseded rules, and rows that compare with what cannot be quoted any more, are
        left out.

        Raises:
            NotFound: no such rendition.
            StoreCorrupt: the words of a row do not stand where it says.
        """
        rows = self._all(
            f"{_EVIDENCE} AND e.rendition_id = ? AND (e.other_id IS NULL OR {live('e.other_id')})"
            " ORDER BY e.id",
            (rendition_id,),
        )
        return [self._checked(row) for row in rows]

    def derivations_of(self, rendition_id: int) -> list[Derivation]:
        """What a rendition was made from, nearest step first.

        A source that cannot be quoted from any more is given as None, like one that was never
        there; what only a comparison with it has shown is left out.
        """
        rows = self._all(
            f"{_DERIVATION} WHERE rendition_id = ?"
            f" AND (source_id IS NULL OR {live('source_id')} OR basis = 'declared')"
            " ORDER BY hop, id",
            (rendition_id,),
        )
        return [_derivation(row) for row in rows]

    def links_at(self, rendition_id: int, start: int, end: int) -> list[PassageLink]:
        """The stretches of other renditions that say what ``[start, end)`` of this one does.

        Args:
            rendition_id: the rendition asked about; an old version or a withdrawn one has none.
            start: offset in code points.
            end: end offset.

        Returns:
            Seen from this rendition (``a``), whichever way they were made; best posterior first,
            then by place. Links cover whole sentences and may reach beyond the stretch.

        Cost: one look into each of two indexes.
        """
        return self._links(rendition_id, " AND start_{0} < ? AND end_{0} > ?", (end, start))

    def links_of(self, rendition_id: int) -> list[PassageLink]:
        """All links of a rendition, as `links_at` gives them."""
        return self._links(rendition_id, "", ())

    def _links(self, rendition_id: int, where: str, values: tuple[int, ...]) -> list[PassageLink]:
        found = []
        for mine, theirs in (("a", "b"), ("b", "a")):
            sql = _LINK.format(f"rendition_{mine}", mine, f"rendition_{theirs}", theirs)
            sql += (
                f" WHERE rendition_{mine} = ? AND {live(f'rendition_{mine}')}"
                f" AND {live(f'rendition_{theirs}')}" + where.format(mine)
            )
            found += [PassageLink(*row) for row in self._all(sql, (rendition_id, *values))]
        return sorted(found, key=lambda link: (-link.posterior, link.start_a, link.rendition_b))

    def linked_with(self, rendition_id: int) -> dict[int, dict[str, float]]:
        """The renditions this one is linked with, and what was measured with each."""
        rows = self._all(
            "SELECT iif(rendition_id = ?1, other_id, rendition_id), measures FROM examinations"
            " WHERE superseded_by IS NULL AND relation IS NOT NULL AND other_id IS NOT NULL"
            f" AND (rendition_id = ?1 OR other_id = ?1) AND {live('examinations.rendition_id')}"
            f" AND {live('other_id')} ORDER BY id",
            (rendition_id,),
        )
        return {other: json.loads(measures) for other, measures in rows}

    def work_of(self, rendition_id: int) -> int | None:
        """The work of a rendition; None while nobody has looked at it.

        Of several (a page with parts of several works) that of the whole document.
        """
        rows = self._all(
            "SELECT work_id FROM parts WHERE rendition_id = ? ORDER BY scope <> 'document', id",
            (rendition_id,),
        )
        return int(rows[0][0]) if rows else None

    def renditions_of_work(self, work_id: int) -> Work:
        """A work with the renditions that can be quoted from now, oldest first.

        Raises:
            NotFound: no such work.
        """
        if not self._all("SELECT 1 FROM works WHERE id = ?", (work_id,)):
            raise NotFound("work")
        rows = self._all(
            'SELECT rendition_id, role, scope, speaker, start, "end" FROM parts'
            f" WHERE work_id = ? AND {live('parts.rendition_id')} ORDER BY rendition_id, id",
            (work_id,),
        )
        return Work(
            work_id, tuple(Part(row[0], Role(row[1]), Scope(row[2]), *row[3:]) for row in rows)
        )

    def override_of(self, source_id: str, speaker: str | None = None) -> Override | None:
        """What a person decided about a speaker in a source, or else about the source.

        Args:
            source_id: the source.
            speaker: whose turns; None for the whole document.

        Returns:
            The newest decision of the narrower scope that has one; None when there is none, or
            when it was given back to the rules.
        """
        kept = {override.speaker: override for override in self.overrides(source_id)}
        for scope in dict.fromkeys((speaker, None)):
            if scope in kept and kept[scope].status is not None:
                return kept[scope]
        return None

    def overrides(self, source_id: str) -> list[Override]:
        """All decisions about a source, oldest first, with those that no longer hold."""
        rows = self._all(
            "SELECT s.id, o.status, o.who, o.at, o.note, o.speaker FROM overrides o"
            " JOIN sources s ON s.sequence = o.sequence WHERE s.id = ? ORDER BY o.id",
            (source_id,),
        )
        return [Override(*row) for row in rows]

    def set_override(self, override: Override) -> int:
        """Keep a person's decision; it holds until there is a newer one for the same scope.

        Returns:
            The revision with the decision in it.

        Raises:
            NotFound: no such source.
        """
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT sequence FROM sources WHERE id = ?", (override.source_id,)
            ).fetchone()
            if row is None:
                raise NotFound("source")
            connection.execute(
                "INSERT INTO overrides (sequence, speaker, status, who, at, note)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    row[0],
                    override.speaker,
                    override.status,
                    override.who,
                    override.at,
                    override.note,
                ),
            )
            return bump(connection)

    def pending(self) -> Pending:
        """What waits to be looked at or compared."""
        with self._database.reading() as connection:
            counts = dict(
                connection.execute(
                    f"SELECT stage, count(*) FROM weaving WHERE {live('weaving.rendition_id')}"
                    " AND (tries < ? OR leased_until > 0) GROUP BY stage",
                    (TRIES,),
                ).fetchall()
            )
            aside = connection.execute(
                "SELECT rendition_id, coalesce(problem, 'was not finished') FROM weaving"
                f" WHERE tries >= ? AND leased_until = 0 AND {live('weaving.rendition_id')}"
                " ORDER BY rendition_id",
                (TRIES,),
            ).fetchall()
        return Pending(
            counts.get("evidence", 0), counts.get("linking", 0), tuple(map(tuple, aside))
        )

    def damaged(self) -> Iterator[str]:
        """Rows of evidence whose words do not stand where they say, in words.

        Cost: reads all evidence and the texts it points at.
        """
        for row in self._all(f"{_EVIDENCE} ORDER BY e.id", ()):
            try:
                self._checked(row)
            except StoreCorrupt as error:
                yield str(error)

    def _checked(self, row: Sequence[Any]) -> EvidenceRow:
        number, rendition_id, *columns = row
        columns[-1] = json.loads(columns[-1])
        found = EvidenceRow(*columns)
        if found.start is not None and found.end is not None:
            stored = slice_of_rendition(self._database, rendition_id, found.start, found.end)
            if stored != found.snippet:
                raise StoreCorrupt(f"evidence {number} does not match the stored text")
        return found

    def _all(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._database.reading() as connection:
            return connection.execute(sql, tuple(values)).fetchall()


def bump(connection: sqlite3.Connection) -> int:
    """Count up the revision inside a transaction; what is visible has changed."""
    row = connection.execute(
        "UPDATE counters SET value = value + 1 WHERE name = 'revision' RETURNING value"
    ).fetchone()
    return int(row[0])


def _derivation(row: Sequence[Any]) -> Derivation:
    rendition_id, source_id, relation, *rest = row
    return Derivation(rendition_id, source_id, Relation(relation), *rest)
