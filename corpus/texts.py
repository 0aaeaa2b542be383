"""Reading texts back from the store: passages, and the text they were cut from.

Functions on a `Database`; `corpus.store.Store` gives them out. Whatever is read here is compared
with its checksum first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from corpus.database import Database
from corpus.errors import NotFound, StoreCorrupt
from corpus.models import Passage
from corpus.rows import PASSAGE_COLUMNS, read_gap, read_passage

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
