"""Finding things in the store by what people know of them: a stretch, a name, a reference.

Functions on a `Database`; `corpus.keeping.store.Store` gives them out.
"""

from __future__ import annotations

import unicodedata
from contextlib import closing

from corpus.errors import NotFound, StoreCorrupt
from corpus.keeping.database import Database
from corpus.keeping.rows import read_gap, read_passage
from corpus.keeping.texts import PASSAGES_FROM
from corpus.models import Passage

_FEW = 32
"""Passages that are gone through rather than halved: a row costs a fifth of a statement."""


def passages_over(database: Database, rendition_id: int, start: int, end: int) -> list[Passage]:
    """The passages of one version that a stretch ``[start, end)`` of its text touches, in order.

    Raises:
        NotFound: no such rendition.
        StoreCorrupt: one of them does not match its checksum.
    """
    with database.reading() as connection:
        bounds = connection.execute(
            "SELECT first_passage, passages FROM renditions WHERE id = ?", (rendition_id,)
        ).fetchone()
        if bounds is None:
            raise NotFound("rendition")
        ids = range(bounds[0], sum(bounds))
        statement = PASSAGES_FROM.format("passages p")
        near = (_first_over(database, ids, start), ids.stop - 1, start)
        out: list[Passage] = []
        touched = f'{statement} WHERE p.id BETWEEN ? AND ? AND p."end" > ? ORDER BY p.id'
        with closing(connection.execute(touched, near)) as rows:
            for row in rows:  # one by one, up to the first behind the stretch
                passage = read_passage(row)
                if passage.start >= end:
                    break
                out.append(passage)
    return out


def _first_over(database: Database, ids: range, start: int) -> int:
    """An id at which the passages that can touch a stretch begin, or a few before it.

    Passages stand in order of the text, so that they are halved; the last few are gone through.
    """
    low, high = ids.start, ids.stop
    with database.reading() as connection:
        while high - low > _FEW:
            middle = (low + high) // 2
            row = connection.execute(
                "SELECT start FROM passages WHERE id = ?", (middle,)
            ).fetchone()
            if row is None:
                raise StoreCorrupt(f"passage {middle} is missing")
            low, high = (middle, high) if row[0] <= start else (low, middle)
    return low


def slice_of_rendition(database: Database, rendition_id: int, start: int, end: int) -> str:
    """Stored text ``[start, end)`` of one version, cut to the length of the text.

    Only the pieces that the stretch touches are read, and each is compared with its checksum.

    Args:
        database: the store's.
        rendition_id: the version.
        start: offset in code points, not below 0.
        end: end offset; beyond the text it means the text's end.

    Raises:
        StoreCorrupt: a piece does not match its checksum, or one is missing.
    """
    passages = passages_over(database, rendition_id, start, end)
    with database.reading() as connection:
        gaps = connection.execute(
            "SELECT rendition_id, start, checksum, text FROM gaps"
            " WHERE rendition_id = ?1 AND start < ?2 AND start + length(text) > ?3 AND start >="
            " coalesce((SELECT max(start) FROM gaps WHERE rendition_id = ?1 AND start <= ?3), 0)",
            (rendition_id, end, start),
        ).fetchall()
    pieces = [(p.start, p.text) for p in passages]
    pieces = sorted(pieces + [read_gap(row) for row in gaps])
    out, at = "", start
    for begin, text in pieces:
        if begin > at:
            raise StoreCorrupt(f"text at {at} of rendition {rendition_id} is missing")
        out += text[at - begin : end - begin]
        at = begin + len(text)
    return out


def source_by_reference(database: Database, reference: str) -> str:
    """Id of the source that somebody means by an id, an origin, an address or a title.

    Args:
        database: the store's.
        reference: what was written; compared exactly, in that order of preference.

    Returns:
        The source's id; of several with one title the first that came in.

    Raises:
        NotFound: nothing is called that.
    """
    with database.reading() as connection:
        row = connection.execute(
            "SELECT s.id FROM sources s JOIN renditions r ON r.id = s.rendition_id"
            " WHERE s.id = ?1 OR s.origin = ?1 OR r.url = ?1 OR r.title = ?1"
            " ORDER BY s.id <> ?1, s.origin <> ?1, r.url IS NOT ?1, s.sequence LIMIT 1",
            (reference,),
        ).fetchone()
    if row is None:
        raise NotFound("source")
    return str(row[0])


def speaks(database: Database, name: str) -> bool:
    """Whether somebody speaks in the corpus under a name or alias, case and width aside."""
    wanted = _folded(name)
    # SQLite lowers ASCII only, so the first letter narrows the rows down when it is one
    initial = wanted[:1] if wanted[:1].isascii() else ""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT name, aliases FROM speakers WHERE instr(lower(name || aliases), ?)", (initial,)
        )
        for held, aliases in rows:
            if _folded(held) == wanted or f'"{wanted}"' in _folded(aliases):
                return True
    return False


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
