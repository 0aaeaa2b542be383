"""The time line: every place where the words stand, earliest first, and which of them is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.models import Source
from verifier.report import Report


@dataclass(frozen=True, slots=True)
class Moment:
    """One place.

    Attributes:
        date: EDTF, or None for an undated source.
        title: of the source.
        speaker: who says it there, or None.
        exact: the words there; empty where they are those shown above.
        language: of the source.
        copies: how many copies of one text this stands for.
        here: whether it is the place that the page shows.
    """

    date: str | None
    title: str
    speaker: str | None
    exact: str
    language: str
    source_id: str
    passage_id: int
    copies: int
    here: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """All places of one quote.

    Attributes:
        moments: dated ones first, earliest first.
        unlisted: places beyond those.
    """

    moments: tuple[Moment, ...]
    unlisted: int


def timeline(report: Report, known: Mapping[str, Source]) -> Timeline | None:
    """The places of a quote in the order of their dates.

    Args:
        report: any report.
        known: sources by id; one that is missing is named by its id.

    Returns:
        None when the words stand in one place only, or in none.
    """
    match, source, others = report.match, report.source, report.other_matches
    if match is None or source is None or not others.total:
        return None
    piece_date = next((p.date for p in match.pieces if p.source_id == source.id and p.date), None)
    shown = Moment(
        date=piece_date or (source.date.edtf if source.date else None),
        title=source.title or source.origin,
        speaker=match.speaker,
        exact="",
        language=source.language,
        source_id=source.id,
        passage_id=match.passage_id,
        copies=1,
        here=True,
    )
    moments = [shown]
    for item in others.items:
        held = known.get(item.source_id)
        moments.append(
            Moment(
                date=item.date,
                title=(held.title or held.origin) if held else item.source_id,
                speaker=item.speaker,
                exact="" if item.exact == match.exact else item.exact,
                language=held.language if held else "und",
                source_id=item.source_id,
                passage_id=item.passage_id,
                copies=item.copies,
                here=False,
            )
        )
    moments.sort(key=lambda m: (m.date is None, m.date or "", not m.here))
    listed = sum(item.copies for item in others.items)
    return Timeline(tuple(moments), max(0, others.total - listed))
