"""Finding sources by what is known of them: words, language, kind, years.

Problem: people type "кузнецова" for "Анна Кузнецова", and SQLite lowers ASCII only.

Method: language, kind and years narrow the rows down in the database; words are looked for in each
row that is left, both sides folded (width, case), and reading stops when the page is full.

Rejected: a full-text index over descriptions (a second index to keep in step, for lists that people
page through), LIKE (ASCII only).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from corpus.keeping.database import Database
from corpus.keeping.rows import SOURCE_COLUMNS, read_source
from corpus.models import Source, SourceKind

_HAYSTACK = (
    "(SELECT group_concat(v.name || ' ' || v.aliases, ' ') FROM speakers v"
    " WHERE v.rendition_id = r.id)"
)


@dataclass(frozen=True, slots=True)
class SourceQuery:
    """Which sources to list.

    Attributes:
        words: each must occur in title, author, publisher, address, origin or a speaker's name.
        language: primary tag, or None for all.
        kind: None for all.
        year_from: earliest year of the date, or None; with a year, undated sources are left out.
        year_to: latest year, or None.
    """

    words: str = ""
    language: str | None = None
    kind: SourceKind | None = None
    year_from: int | None = None
    year_to: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it asks for all sources."""
        return self == SourceQuery()


def find_sources(database: Database, query: SourceQuery, *, start: int, limit: int) -> list[Source]:
    """Sources that a query fits, withdrawn ones too, in the order in which they first came.

    Args:
        database: the store's.
        query: what to look for.
        start: sequence number after which to begin.
        limit: at most this many.

    Returns:
        Fewer than ``limit`` only when there are no more.

    Cost: with words, one pass over the descriptions that the other conditions leave, to the last
    source of the page.
    """
    conditions = ["s.sequence > ?"]
    values: list[object] = [start]
    if query.language:
        conditions.append("(r.language = ? OR r.language LIKE ? || '-%')")
        values += [query.language, query.language]
    if query.kind:
        conditions.append("r.kind = ?")
        values.append(str(query.kind))
    if query.year_from is not None:
        conditions.append("CAST(substr(r.date, 1, 4) AS INTEGER) >= ?")
        values.append(query.year_from)
    if query.year_to is not None:
        conditions.append("CAST(substr(r.date, 1, 4) AS INTEGER) <= ?")
        values.append(query.year_to)
    wanted = _folded(query.words).split()
    speakers = _HAYSTACK if wanted else "NULL"
    found: list[Source] = []
    with database.reading() as connection:
        rows = connection.execute(
            f"SELECT {speakers}, {SOURCE_COLUMNS} FROM sources s"
            f" JOIN renditions r ON r.id = s.rendition_id WHERE {' AND '.join(conditions)}"
            " ORDER BY s.sequence",
            tuple(values),
        )
        for names, *row in rows:
            if len(found) >= limit:
                break
            source = read_source(row)
            described = _described(source, names) if wanted else ""
            if all(word in described for word in wanted):
                found.append(source)
    return found


def _described(source: Source, names: str | None) -> str:
    known = (source.title, source.creator, source.publisher, source.url, source.origin, names)
    return _folded(" ".join(part for part in known if part))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
