"""The versions of a source, and where its file stands on this machine.

Functions on a `Database`; `corpus.keeping.store.Store` gives them out. A version is never
overwritten, so that a report which names one can be read again next to the text it saw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.errors import NotFound
from corpus.keeping.database import Database
from corpus.keeping.rows import SOURCE_COLUMNS, Row, read_source, source_id
from corpus.models import Source

_VERSIONS = f"SELECT r.id, r.passages, {SOURCE_COLUMNS} FROM sources s JOIN renditions r"


@dataclass(frozen=True, slots=True)
class Version:
    """One text that a source had, or has.

    Attributes:
        source: as it was described at that version; its state is the present one.
        rendition_id: the rendition that the version is.
        passages: how many there are in it.
    """

    source: Source
    rendition_id: int
    passages: int


def versions(database: Database, id: str) -> list[Version]:
    """All versions of a source, oldest first.

    Raises:
        NotFound: no such source.
    """
    with database.reading() as connection:
        rows = connection.execute(
            f"{_VERSIONS} ON r.sequence = s.sequence WHERE s.id = ? ORDER BY r.version", (id,)
        ).fetchall()
    if not rows:
        raise NotFound("source")
    return [_version(row) for row in rows]


def newest(database: Database, origin: str) -> Version | None:
    """The current version of the source that was added from here; None when nothing was."""
    with database.reading() as connection:
        row = connection.execute(
            f"{_VERSIONS} ON r.id = s.rendition_id WHERE s.id = ?", (source_id(origin),)
        ).fetchone()
    return None if row is None else _version(row)


def note_places(database: Database, places: Mapping[str, str]) -> None:
    """Remember from which files sources were read.

    Args:
        database: the store's.
        places: path by source id; ids of no source are passed over.

    Nothing that an answer shows changes, so the revision stays.
    """
    if not places:
        return
    with database.writing() as connection:
        connection.executemany(
            "INSERT INTO places SELECT sequence, ?2 FROM sources WHERE id = ?1"
            " ON CONFLICT (sequence) DO UPDATE SET path = excluded.path",
            list(places.items()),
        )


def noted_places(database: Database) -> dict[str, str]:
    """Path by source id, for the sources whose file is remembered."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT s.id, p.path FROM places p JOIN sources s ON s.sequence = p.sequence"
        ).fetchall()
    return {str(id): str(path) for id, path in rows}


def noted_files(database: Database) -> list[tuple[str, str]]:
    """The remembered files, each with the origin of the first source that came from it."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT p.path, s.origin, min(s.sequence) FROM places p"
            " JOIN sources s ON s.sequence = p.sequence GROUP BY p.path ORDER BY 3"
        ).fetchall()
    return [(str(path), str(origin)) for path, origin, _ in rows]


def _version(row: Row) -> Version:
    return Version(read_source(row[2:]), int(row[0]), int(row[1]))
