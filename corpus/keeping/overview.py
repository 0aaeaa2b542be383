"""What is in the corpus, counted for people: by year, language, publisher, kind, speaker, and gaps.

A "not found" says as much as the corpus holds; whoever reads one has to see what it holds and what
it lacks. Everything is counted over active sources at their current version, in a few statements.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.keeping.database import Database
from corpus.keeping.lineage_store import live

MOST = 25
"""Entries of a list that has no natural end, such as publishers; the rest is given as a number."""
_YEARS = 50
"""Years that are looked at for gaps: a single old book must not make centuries of them."""
_CURRENT = "FROM sources s JOIN renditions r ON r.id = s.rendition_id WHERE s.state = 'active'"


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of one thing.

    Attributes:
        name: what is counted; None for sources that do not tell.
        sources: sources with it.
        passages: passages in these sources; of a speaker, passages that are theirs.
    """

    name: str | None
    sources: int
    passages: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one sort.

    Attributes:
        counts: years in order, everything else with most passages first, unknown last.
        more: how many names are left out.
    """

    counts: tuple[Count, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that sources lack.

    Attributes:
        name: what is lacking.
        sources: how many sources lack it.
        of: out of how many.
    """

    name: str
    sources: int
    of: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The corpus in numbers.

    Attributes:
        sources: active ones.
        passages: of their current versions.
        missing_years: years without any source, of the last fifty up to the newest source and not
            before the oldest.
    """

    sources: int
    passages: int
    years: Tally
    languages: Tally
    kinds: Tally
    fidelities: Tally
    publishers: Tally
    speakers: Tally
    gaps: tuple[Gap, ...]
    missing_years: tuple[int, ...]


def overview(database: Database, most: int = MOST) -> Overview:
    """Count the corpus.

    Args:
        database: the store's.
        most: entries of the lists of publishers and speakers.

    Cost: a few passes over the sources and one over the passages.
    """
    with database.reading() as connection:
        sources, passages = connection.execute(
            f"SELECT count(*), coalesce(sum(r.passages), 0) {_CURRENT}"
        ).fetchone()

        def by(column: str) -> list[Count]:
            rows = connection.execute(
                f"SELECT {column} AS name, count(*), sum(r.passages) {_CURRENT} GROUP BY name"
                " ORDER BY name IS NULL, sum(r.passages) DESC, name"
            ).fetchall()
            return [Count(*row) for row in rows]

        years = by("substr(r.date, 1, 4)")
        known = sorted((y for y in years if y.name), key=lambda y: y.name or "")
        speakers = [
            Count(*row)
            for row in connection.execute(
                "SELECT v.name, count(DISTINCT s.sequence), count(*) FROM passages p"
                " JOIN speakers v ON v.rendition_id = p.rendition_id AND v.number = p.speaker"
                " JOIN sources s ON s.rendition_id = p.rendition_id AND s.state = 'active'"
                " GROUP BY v.name ORDER BY count(*) DESC, v.name"
            ).fetchall()
        ]
        gaps = tuple(
            Gap(
                name,
                connection.execute(f"SELECT count(*) {_CURRENT} AND {lacks}").fetchone()[0],
                of,
            )
            for name, lacks, of in _gaps(sources, _translations(database))
        )
    return Overview(
        sources,
        passages,
        Tally((*known, *(y for y in years if not y.name))),
        Tally(tuple(by("r.language"))),
        Tally(tuple(by("r.kind"))),
        Tally(tuple(by("coalesce(r.fidelity, 'unknown')"))),
        _cut(by("nullif(trim(r.publisher), '')"), most),
        _cut(speakers, most),
        gaps,
        _missing([int(y.name) for y in known if y.name and y.name.isdigit()]),
    )


_TRANSLATED = "(r.fidelity = 'translation' OR r.provenance LIKE '%\"is_translation\": true%')"


def _translations(database: Database) -> int:
    with database.reading() as connection:
        found = connection.execute(f"SELECT count(*) {_CURRENT} AND {_TRANSLATED}").fetchone()
    return int(found[0])


def _gaps(sources: int, translations: int) -> list[tuple[str, str, int]]:
    spoken = "EXISTS (SELECT 1 FROM speakers v WHERE v.rendition_id = r.id)"
    original = (
        "EXISTS (SELECT 1 FROM derivations d WHERE d.rendition_id = r.id"
        f" AND d.source_id IS NOT NULL AND {live('d.source_id')})"
    )
    return [
        ("no date", "r.date IS NULL", sources),
        ("a date without its day", "length(r.date) < 10", sources),
        ("no speaker", f"NOT {spoken}", sources),
        ("no publisher", "nullif(trim(r.publisher), '') IS NULL", sources),
        ("no web address", "r.url IS NULL", sources),
        ("kind not known", "r.kind = 'unknown'", sources),
        ("language not known", "r.language = 'und'", sources),
        (
            "a translation whose original is not in the corpus",
            f'{_TRANSLATED} AND NOT {original} AND r.provenance NOT LIKE \'%"original_text": "%\'',
            translations,
        ),
    ]


def _cut(counts: list[Count], most: int) -> Tally:
    named, unnamed = [c for c in counts if c.name], [c for c in counts if not c.name]
    return Tally((*named[:most], *unnamed), max(0, len(named) - most))


def _missing(years: list[int]) -> tuple[int, ...]:
    if not years:
        return ()
    first = max(min(years), max(years) - _YEARS)
    return tuple(sorted(set(range(first, max(years) + 1)) - set(years)))
