"""Reading texts back from the store: passages, and the text they were cut from.

Functions on a `Database`; `corpus.keeping.store.Store` gives them out. Whatever is read here is
compared with its checksum first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from corpus.errors import NotFound, StoreCorrupt
from corpus.keeping.database import Database
from corpus.keeping.rows import (
    EXCERPT_COLUMNS,
    PASSAGE_COLUMNS,
    read_excerpt,
    read_gap,
    read_passage,
)
from corpus.models import Excerpt, Passage

# CROSS JOIN keeps the order of the tables as written: from the few ids to the many rows.
PASSAGES_FROM = (
    f"SELECT {PASSAGE_COLUMNS} FROM {{}} CROSS JOIN renditions r ON r.id = p.rendition_id"
    " CROSS JOIN sources s ON s.sequence = r.sequence"
    " LEFT JOIN speakers v ON v.rendition_id = p.rendition_id AND v.number = p.speaker"
)


def passages_by_id(database: Database, ids: Sequence[int]) -> list[Passage]:
    """Passages of any version in one statement, in the order of ``ids``, unknown ids skipped."""
    sql = (
        PASSAGES_FROM.format("json_each(?) j CROSS JOIN passages p ON p.id = j.value")
        + " ORDER BY j.key"
    )
    with database.reading() as connection:
        rows = connection.execute(sql, (json.dumps(list(ids)),)).fetchall()
    return [read_passage(row) for row in rows]


def excerpts_by_id(database: Database, ids: Sequence[int]) -> list[Excerpt]:
    """The texts of passages in one statement, in the order of ``ids``, unknown ids skipped."""
    sql = f"SELECT {EXCERPT_COLUMNS} FROM json_each(?) j CROSS JOIN passages p ON p.id = j.value"
    with database.reading() as connection:
        rows = connection.execute(f"{sql} ORDER BY j.key", (json.dumps(list(ids)),)).fetchall()
    return [read_excerpt(row) for row in rows]


def passages_around(database: Database, passage_id: int, reach: int) -> list[Passage]:
    """A passage and those of its turn whose ordinals are at most ``reach`` away, in order.

    Raises:
        NotFound: no such passage.
    """
    sql = PASSAGES_FROM.format("passages p") + " WHERE p.id BETWEEN ? AND ? ORDER BY p.id"
    with database.reading() as connection:
        rows = connection.execute(sql, (passage_id - reach, passage_id + reach)).fetchall()
    # the passages of a rendition have consecutive ids; neighbours in another one do not count
    near = [read_passage(row) for row in rows]
    at = next((p for p in near if p.id == passage_id), None)
    if at is None:
        raise NotFound("passage")
    return [p for p in near if (p.rendition_id, p.turn) == (at.rendition_id, at.turn)]


def passages_of_rendition(
    database: Database, rendition_id: int, first: int = 0, last: int = sys.maxsize
) -> list[Passage]:
    """Passages of one rendition from one ordinal to another, both included, in order."""
    sql = PASSAGES_FROM.format(
        "renditions q CROSS JOIN passages p ON p.id BETWEEN q.first_passage + ?"
        " AND q.first_passage + min(?, q.passages - 1)"
    )
    with database.reading() as connection:
        rows = connection.execute(
            f"{sql} WHERE q.id = ? ORDER BY p.id", (max(first, 0), last, rendition_id)
        ).fetchall()
    return [read_passage(row) for row in rows]


def text_of_rendition(database: Database, rendition_id: int) -> str:
    """The stored text of one version, put together from its passages and what lies between them.

    Raises:
        NotFound: no such rendition.
        StoreCorrupt: a piece does not match its checksum, or one is missing.
    """
    with database.reading() as connection:
        known = connection.execute(
            "SELECT length FROM renditions WHERE id = ?", (rendition_id,)
        ).fetchone()
        gaps = connection.execute(
            "SELECT rendition_id, start, checksum, text FROM gaps WHERE rendition_id = ?",
            (rendition_id,),
        ).fetchall()
    if known is None:
        raise NotFound("rendition")
    pieces = [(p.start, p.text) for p in passages_of_rendition(database, rendition_id)]
    pieces = sorted(pieces + [read_gap(row) for row in gaps])
    at = 0
    for start, text in [*pieces, (known[0], "")]:
        if start != at:
            raise StoreCorrupt(f"text at {at} of rendition {rendition_id} is missing")
        at += len(text)
    return "".join(text for _, text in pieces)
