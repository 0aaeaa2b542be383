"""The other places where a claim stands as well as in the one that is shown.

Copies of one text (a syndicated article, a transcript kept twice) are folded into one item with a
count (`verifier.answering.syndication` tells what a copy is); different speakers with the same
words stay apart. The earliest comes first.
"""

from __future__ import annotations

from corpus.lineage import Relation
from verifier.answering.answer import Shown, date_of
from verifier.answering.evidence import passage_at
from verifier.answering.steps import Slice
from verifier.answering.syndication import Surrounded, are_copies, surrounded
from verifier.examined import Examined
from verifier.finding.bench import Bench
from verifier.report import OtherMatch, OtherMatches


def other_matches(
    examined: Examined, place: Shown | None, bench: Bench, read: Slice, most: int | None
) -> OtherMatches:
    """Places that are as good as the shown one.

    Args:
        examined: what was found.
        place: the shown place, or None.
        bench: reads sources.
        read: reads stored text.
        most: items listed; the policy's number when None.

    Returns:
        The total without the shown place, the earliest date of all places, and the items, earliest
        first, undated last.
    """
    limit = bench.policy.other_items if most is None else most
    groups: list[tuple[Surrounded, list[OtherMatch]]] = []
    known = _known_copies(examined, bench)
    dates: list[str] = []
    if place is not None:
        shown_at = passage_at(place.window, place.start)
        dated = date_of(shown_at, bench.source(shown_at))
        if dated:
            dates.append(dated.edtf)
    for equal in examined.equals:
        alignment = equal.judged.place.alignment
        passage = passage_at(alignment.window, alignment.start)
        source = bench.source(passage)
        exact = read(passage.rendition_id, alignment.start, alignment.end)
        dated = date_of(passage, source)
        speaker = passage.speaker.name if passage.speaker else None
        if dated:
            dates.append(dated.edtf)
        item = OtherMatch(source.id, passage.id, exact, speaker, dated.edtf if dated else None, 1)
        where = surrounded(
            passage.rendition_id,
            speaker,
            alignment.window.tokens.norms,
            alignment.source_first,
            alignment.source_last,
            item.date,
        )
        group = next((items for first, items in groups if are_copies(first, where, known)), None)
        if group is None:
            groups.append((where, [item]))
        else:
            group.append(item)
    items = [_fold(group) for _, group in groups]
    items.sort(key=lambda i: (i.date or "9999", i.source_id, i.passage_id))
    return OtherMatches(
        total=len(examined.equals),
        earliest_in_corpus=min(dates, default=None),
        items=tuple(items[:limit]),
    )


def _known_copies(examined: Examined, bench: Bench) -> frozenset[frozenset[int]]:
    """The pairs among the places' renditions of which linking says that one copies the other."""
    renditions = {e.judged.place.alignment.window.passages[0].rendition_id for e in examined.equals}
    lineage = bench.home.store.lineage
    return frozenset(
        frozenset((rendition, step.source_id))
        for rendition in sorted(renditions)
        for step in lineage.derivations_of(rendition)
        if step.relation is Relation.COPIED and step.source_id in renditions
    )


def _fold(group: list[OtherMatch]) -> OtherMatch:
    first = min(group, key=lambda i: (i.date or "9999", i.source_id, i.passage_id))
    return OtherMatch(
        first.source_id, first.passage_id, first.exact, first.speaker, first.date, len(group)
    )
