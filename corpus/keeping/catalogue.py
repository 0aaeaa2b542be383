"""What the store can be asked: sources, passages, texts, speakers, the state of it all.

Every answer is read from the database at the moment of asking, and every text is compared with its
checksum first. Withdrawn sources and older versions stay readable, because old reports point at
them. `corpus.keeping.store` adds the writing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from corpus.errors import NotFound
from corpus.keeping.census import changed_ranges, current_passages, damaged, summarise
from corpus.keeping.database import Database
from corpus.keeping.fact_check_store import FactChecks
from corpus.keeping.lineage_store import Lineage
from corpus.keeping.lookups import passages_over, slice_of_rendition, source_by_reference, speaks
from corpus.keeping.overview import Overview, overview
from corpus.keeping.rows import SOURCE_COLUMNS, Row, read_source, read_speaker
from corpus.keeping.source_query import SourceQuery, find_sources
from corpus.keeping.texts import (
    excerpts_by_id,
    passages_around,
    passages_by_id,
    passages_of_rendition,
    text_of_rendition,
)
from corpus.keeping.versions import Version, newest, noted_files, noted_places, versions
from corpus.models import CorpusSummary, Excerpt, Passage, Source, Speaker

_SOURCES = f"SELECT {SOURCE_COLUMNS} FROM sources s JOIN renditions r"


class Catalogue:
    """The reading side of the store. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._summary: CorpusSummary | None = None

    @property
    def lineage(self) -> Lineage:
        """What the texts were made from: works, derivations, evidence, links, decisions."""
        return Lineage(self._database)

    @property
    def fact_checks(self) -> FactChecks:
        """Published fact-checks of claims."""
        return FactChecks(self._database)

    def revision(self) -> int:
        """How many changes the store has seen; 0 for an empty one."""
        return self._one("SELECT value FROM counters WHERE name = 'revision'", (), "counter")

    def text_revision(self) -> int:
        """The revision at which a source last came, went or got a new text; 0 for none.

        Later revisions only told more about the texts; an index has nothing to take in from them.
        """
        return self._one("SELECT coalesce(max(changed), 0) FROM sources", (), "source")

    def summary(self) -> CorpusSummary:
        """What can be quoted from now: active sources at their current version.

        Cost: one pass over the sources after a change, else one read.
        """
        revision = self.revision()
        if self._summary is None or self._summary.revision != revision:
            self._summary = summarise(self._database, revision)
        return self._summary

    def overview(self) -> Overview:
        """What is in the corpus, counted for people.

        Cost: a few passes over the sources and one over the passages.
        """
        return overview(self._database)

    def source(self, source_id: str) -> Source:
        """A source at its current version, withdrawn ones too.

        Raises:
            NotFound: no such source.
        """
        return self._source("ON r.id = s.rendition_id WHERE s.id = ?", source_id)

    def source_of_rendition(self, rendition_id: int) -> Source:
        """The source of a rendition, as it was described at that version.

        Raises:
            NotFound: no such rendition.
        """
        return self._source("ON r.sequence = s.sequence WHERE r.id = ?", rendition_id)

    def versions(self, source_id: str) -> list[Version]:
        """All versions of a source, oldest first; withdrawn sources have theirs, too.

        Raises:
            NotFound: no such source.
        """
        return versions(self._database, source_id)

    def newest(self, origin: str) -> Version | None:
        """The current version of what was added from a file name or address; None for nothing."""
        return newest(self._database, origin)

    def places(self) -> dict[str, str]:
        """The files that sources were last read from: path by source id."""
        return noted_places(self._database)

    def files(self) -> list[tuple[str, str]]:
        """The remembered files, each with the origin of the first source that came from it."""
        return noted_files(self._database)

    def sources(self, *, after: str | None, limit: int) -> list[Source]:
        """A page of the sources, withdrawn ones too, in the order in which they first came.

        Args:
            after: id of the last source of the page before; None for the first page.
            limit: at most this many.

        Raises:
            NotFound: no source has the id ``after``.
        """
        start = 0
        if after is not None:
            start = self._one("SELECT sequence FROM sources WHERE id = ?", (after,), "source")
        rows = self._all(
            f"{_SOURCES} ON r.id = s.rendition_id WHERE s.sequence > ? ORDER BY s.sequence LIMIT ?",
            (start, max(limit, 0)),
        )
        return [read_source(row) for row in rows]

    def find_sources(
        self, query: SourceQuery, *, after: str | None, limit: int
    ) -> list[Source]:
        """A page of the sources that a query fits; see `sources` for the other arguments."""
        start = 0
        if after is not None:
            start = self._one("SELECT sequence FROM sources WHERE id = ?", (after,), "source")
        return find_sources(self._database, query, start=start, limit=limit)

    def passages(self, ids: Sequence[int]) -> list[Passage]:
        """Passages by id, of any version, in one statement.

        Returns:
            In the order of ``ids``; ids that do not exist are skipped.

        Raises:
            StoreCorrupt: one of them does not match its checksum.
        """
        return passages_by_id(self._database, ids)

    def excerpts(self, ids: Sequence[int]) -> list[Excerpt]:
        """The bare texts of passages by id, in one statement: half the cost of `passages`.

        Returns:
            In the order of ``ids``; ids that do not exist are skipped.

        Raises:
            StoreCorrupt: one of them does not match its checksum.
        """
        return excerpts_by_id(self._database, ids)

    def passages_around(self, passage_id: int, reach: int) -> list[Passage]:
        """A passage and up to ``reach`` others of its turn on either side, in order.

        Raises:
            NotFound: no such passage.
            StoreCorrupt: one of them does not match its checksum.
        """
        return passages_around(self._database, passage_id, reach)

    def source_passages(self, source_id: str) -> list[Passage]:
        """All passages of a source's current rendition, in order.

        Raises:
            NotFound: no such source.
        """
        return passages_of_rendition(self._database, self.current_rendition(source_id))

    def rendition_passages(
        self, rendition_id: int, first: int = 0, last: int | None = None
    ) -> list[Passage]:
        """Passages of one rendition, old versions too, in order; empty for an unknown id.

        Args:
            rendition_id: the version.
            first: ordinal to begin with.
            last: ordinal to end with; None for the last one.

        Cost: reads only the passages asked for.
        """
        end = sys.maxsize if last is None else last
        return passages_of_rendition(self._database, rendition_id, first, end)

    def current_rendition(self, source_id: str) -> int:
        """The rendition that a source's current version is.

        Raises:
            NotFound: no such source.
        """
        sql = "SELECT rendition_id FROM sources WHERE id = ?"
        return self._one(sql, (source_id,), "source")

    def rendition_text(self, rendition_id: int) -> str:
        """The stored text of one version, put together from its stored pieces.

        Raises:
            NotFound: no such rendition.
            StoreCorrupt: a piece does not match its checksum, or one is missing.
        """
        return text_of_rendition(self._database, rendition_id)

    def passages_over(self, rendition_id: int, start: int, end: int) -> list[Passage]:
        """The passages of one version that a stretch of its text touches, in order.

        Raises:
            NotFound: no such rendition.
        """
        return passages_over(self._database, rendition_id, start, end)

    def slice(self, rendition_id: int, start: int, end: int) -> str:
        """Stored text ``[start, end)`` of one version, cut to the length of the text.

        Raises:
            NotFound: no such rendition.
            StoreCorrupt: a piece does not match its checksum, or one is missing.

        Cost: reads only the pieces that the stretch touches.
        """
        return slice_of_rendition(self._database, rendition_id, start, end)

    def find_source(self, reference: str) -> Source:
        """The source that somebody means by an id, an origin, an address or a title.

        Raises:
            NotFound: nothing is called that.
        """
        return self.source(source_by_reference(self._database, reference))

    def has_speaker(self, name: str) -> bool:
        """Whether somebody speaks in the corpus under a name or alias, case and width aside."""
        return speaks(self._database, name)

    def speakers(self, rendition_id: int) -> tuple[Speaker, ...]:
        """Who speaks in a rendition, in the order of their first passage; empty for nobody."""
        sql = "SELECT name, aliases FROM speakers WHERE rendition_id = ? ORDER BY number"
        return tuple(read_speaker(*row) for row in self._all(sql, (rendition_id,)))

    def iter_current_passages(self) -> Iterator[Passage]:
        """The passages that the index has to hold, by id: active sources, current versions.

        Yields:
            Intact passages only. A damaged one is left out, so that the index ends up with fewer
            passages than the store counts and the search is reported as not complete.
        """
        return current_passages(self._database)

    def changed_ranges(self, revision: int) -> list[tuple[range, bool]]:
        """Passage ids of all versions of the sources that changed after a revision.

        Returns:
            ``(ids, current)`` a version; ``current`` where the index has to hold them now.
        """
        return changed_ranges(self._database, revision)

    def damaged(self) -> list[str]:
        """Everything that is not as it was written, in words; empty when all is well.

        Cost: reads the whole file.
        """
        return [
            *damaged(self._database),
            *self.lineage.damaged(),
            *self.fact_checks.damaged(),
        ]

    def _all(self, sql: str, values: Sequence[object]) -> list[Row]:
        with self._database.reading() as connection:
            return connection.execute(sql, tuple(values)).fetchall()

    def _one(self, sql: str, values: Sequence[object], kind: str) -> int:
        rows = self._all(sql, values)
        if not rows:
            raise NotFound(kind)
        return int(rows[0][0])

    def _source(self, where: str, key: str | int) -> Source:
        rows = self._all(f"{_SOURCES} {where}", (key,))
        if not rows:
            raise NotFound("source" if isinstance(key, str) else "rendition")
        return read_source(rows[0])
