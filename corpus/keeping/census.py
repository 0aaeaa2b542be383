"""Going through the whole store: what counts, what the index must hold, what is damaged.

Functions on a `Database`; `corpus.keeping.store.Store` gives them out. Everything that is read in
bulk is read a chunk at a time, each with its own statement, because one long reader would keep the
write-ahead log from being folded back.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.errors import StoreCorrupt
from corpus.keeping.database import Database
from corpus.keeping.rows import Row, read_gap, read_passage
from corpus.keeping.texts import PASSAGES_FROM
from corpus.models import CorpusSummary, Passage

_CHUNK = 2_000  # passages a statement: about a megabyte, some tens of milliseconds


def summarise(database: Database, revision: int) -> CorpusSummary:
    """What can be quoted from: active sources at their current version."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT r.language, count(*), sum(r.passages), min(r.date), max(r.date)"
            " FROM sources s JOIN renditions r ON r.id = s.rendition_id WHERE s.state = 'active'"
            " GROUP BY r.language ORDER BY sum(r.passages) DESC, r.language"
        ).fetchall()
    return CorpusSummary(
        revision=revision,
        sources=sum(row[1] for row in rows),
        passages=sum(row[2] for row in rows),
        date_from=min((row[3] for row in rows if row[3]), default=None),
        date_to=max((row[4] for row in rows if row[4]), default=None),
        languages=tuple(row[0] for row in rows),
    )


def current_passages(database: Database) -> Iterator[Passage]:
    """The passages that the index has to hold, by id; damaged ones are left out."""
    sql = (
        PASSAGES_FROM.format("passages p")
        + " WHERE p.id > ? AND s.state = 'active' AND s.rendition_id = p.rendition_id"
        " ORDER BY p.id LIMIT ?"
    )
    for row in _all_by_id(database, sql):
        try:
            passage = read_passage(row)
        except StoreCorrupt:
            continue
        yield passage


def changed_ranges(database: Database, revision: int) -> list[tuple[range, bool]]:
    """Passage ids of every version of the sources that changed after a revision.

    Returns:
        ``(ids, current)`` a version; ``current`` where the index has to hold them now.
    """
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT r.first_passage, r.passages, s.state = 'active' AND s.rendition_id = r.id"
            " FROM sources s JOIN renditions r ON r.sequence = s.sequence WHERE s.changed > ?"
            " ORDER BY r.id",
            (revision,),
        ).fetchall()
    return [(range(first, first + count), bool(current)) for first, count, current in rows]


def damaged(database: Database) -> list[str]:
    """Everything in the file that is not as it was written, in words; empty when all is well.

    Cost: reads the whole file.
    """
    with database.reading() as connection:
        rows = connection.execute("PRAGMA quick_check").fetchall()
    found = [f"database: {row[0]}" for row in rows if row[0] != "ok"]
    sql = PASSAGES_FROM.format("passages p") + " WHERE p.id > ? ORDER BY p.id LIMIT ?"
    for row in _all_by_id(database, sql):
        try:
            read_passage(row)
        except StoreCorrupt as error:
            found.append(str(error))
    with database.reading() as connection:
        for row in connection.execute("SELECT rendition_id, start, checksum, text FROM gaps"):
            try:
                read_gap(row)
            except StoreCorrupt as error:
                found.append(str(error))
    return found


def _all_by_id(database: Database, sql: str) -> Iterator[Row]:
    """Rows of a statement that takes ``(after_id, limit)`` and has the id first."""
    last = 0
    while True:
        with database.reading() as connection:
            rows = connection.execute(sql, (last, _CHUNK)).fetchall()
        if not rows:
            return
        yield from rows
        last = rows[-1][0]
