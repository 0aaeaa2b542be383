"""The corpus in numbers as the page and the command show it: rows of a table with a bar each.

A bar is a number of steps out of twenty, because the pages take no inline style; what is there at
all has at least one step. The number itself always stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.keeping.overview import Count, Overview, Tally
from verifier.showing.phrases import language_name

STEPS = 20
_MOST_YEARS = 40
_FEW = 12
"""Single years that are named; beyond that a stretch is."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row.

    Attributes:
        name: what is counted, in words.
        sources: how many sources.
        passages: how many passages.
        steps: length of the bar, 0 to `STEPS`.
    """

    name: str
    sources: int
    passages: int
    steps: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one sort.

    Attributes:
        id: for links and headings.
        title: what is counted.
        column: the heading of the first column.
        bars: the rows.
        more: how many rows are left out.
    """

    id: str
    title: str
    column: str
    bars: tuple[Bar, ...]
    more: int


def tables(found: Overview) -> list[Table]:
    """The tables of an overview, in reading order; a sort without rows has none."""
    made = [
        _table("years", "By year", "Year", _years(found.years), "undated"),
        _table("languages", "By language", "Language", found.languages, "not known"),
        _table("kinds", "By kind", "Kind", found.kinds, "not known"),
        _table("fidelity", "By fidelity", "Fidelity", found.fidelities, "not known"),
        _table("publishers", "By publisher", "Publisher", found.publishers, "not given"),
        _table("speakers", "By speaker", "Speaker", found.speakers, "not given"),
    ]
    return [table for table in made if table.bars]


def _years(tally: Tally) -> Tally:
    """Years as they are, or by decades where there are too many of them to read."""
    dated = [count for count in tally.counts if count.name]
    if len(dated) <= _MOST_YEARS:
        return tally
    decades: dict[str, Count] = {}
    for count in dated:
        name = f"{(count.name or '')[:3]}0s"
        held = decades.get(name, Count(name, 0, 0))
        decades[name] = Count(name, held.sources + count.sources, held.passages + count.passages)
    return Tally((*decades.values(), *(c for c in tally.counts if not c.name)), tally.more)


def _table(id: str, title: str, column: str, tally: Tally, unknown: str) -> Table:
    most = max((count.passages for count in tally.counts), default=0)
    bars = tuple(
        Bar(
            _name(id, count.name) if count.name else unknown,
            count.sources,
            count.passages,
            max(1, round(STEPS * count.passages / most)) if count.passages else 0,
        )
        for count in tally.counts
    )
    return Table(id, title, column, bars, tally.more)


def _name(id: str, name: str) -> str:
    if id == "languages":
        return language_name(name)
    return name.replace("_", " ") if id in ("kinds", "fidelity") else name


def gap_lines(found: Overview) -> list[str]:
    """What the corpus lacks, in words; empty when nothing is found to be lacking."""
    lines = [f"{gap.sources:,} of {gap.of:,}: {gap.name}" for gap in found.gaps if gap.sources]
    if found.missing_years:
        lines.append(f"no source from {', '.join(_stretches(found.missing_years))}")
    return lines


def _stretches(years: tuple[int, ...]) -> Iterator[str]:
    """Years with neighbours joined: 1990, 1993 to 1996."""
    begin = before = years[0]
    shown = 0
    for year in (*years[1:], None):
        if year is not None and year == before + 1:
            before = year
            continue
        if shown == _FEW:
            yield "others"
            return
        yield str(begin) if begin == before else f"{begin} to {before}"
        shown += 1
        if year is not None:
            begin = before = year
