"""A source's translation status as its page, the JSON and the commands show it: one reading.

The rows are those of the lineage. A row with offsets is shown with its words; a measured one with
the source it was compared with and what was measured; a quotation that rewords a known passage with
both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from corpus.errors import NotFound
from corpus.keeping.store import Store
from corpus.lineage import EvidenceRow
from corpus.models import Source
from verifier.renditions import lineage_view
from verifier.renditions.standing import NOT_A_TRANSLATION, Standing, Standings, is_either_first
from verifier.showing.phrases import EVIDENCE
from verifier.showing.presentation import visible

_PLACE = ("other_start", "other_end")


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """One reason, for people.

    Attributes:
        code: of the rule.
        label: the rule in words.
        strength: ``declared``, ``measured``, ``strong`` or ``positive``.
        text: the words of the page that show it; empty for a register or a whole comparison.
        start: offset of ``text`` in the stored text, or None.
        end: end offset, or None.
        reason: why a register says so; empty otherwise.
        speaker: whose turns it concerns, None for the whole.
        other_source_id: the source it was compared with, or None.
        other_title: that one's title or origin, or None.
        other_text: what stands there, for a quotation that rewords it; else None.
        measured: what was measured, by name.
    """

    code: str
    label: str
    strength: str
    text: str
    start: int | None
    end: int | None
    reason: str
    speaker: str | None
    other_source_id: str | None
    other_title: str | None
    other_text: str | None
    measured: dict[str, object]


@dataclass(frozen=True, slots=True)
class SourceTranslation:
    """What a source is to the words of its speakers.

    Attributes:
        status: as in reports.
        decided_by: who decided, when a person did.
        evidence: the reasons, the strongest first.
    """

    status: str
    decided_by: str | None
    evidence: tuple[ShownEvidence, ...]

    @property
    def is_one(self) -> bool:
        """Whether the wording is, or probably is, not the speakers' own."""
        return self.status not in NOT_A_TRANSLATION


@dataclass(frozen=True, slots=True)
class ListedSource(Source):
    """A source in a list.

    Attributes:
        translation_status: as in reports.
    """

    translation_status: str = "unknown"


def listed(source: Source, standings: Standings) -> ListedSource:
    """A source with its status."""
    held = {each.name: getattr(source, each.name) for each in fields(Source)}
    return ListedSource(**held, translation_status=str(standings.of_source(source.id).status))


def source_translation(store: Store, standing: Standing) -> SourceTranslation:
    """A standing as it is shown.

    Args:
        store: for the sources that were compared with.
        standing: of a source; see `verifier.renditions.standing.Standings.of_source`.
    """
    rows = lineage_view.by_strength(standing.evidence)
    shown = tuple(_shown(store, row) for row in rows)
    return SourceTranslation(str(standing.status), standing.decided_by, shown)


def meaning(source: Source, standing: Standing) -> str:
    """What the status of a whole source means for its wording, in a sentence."""
    if is_either_first(standing, source):
        return "It, or the text that it was compared with, is one; which came first is not known."
    if str(standing.status).startswith("probable"):
        return "Its wording is probably not what the speakers said."
    return "Its wording is not what the speakers said."


def evidence_lines(translation: SourceTranslation) -> Iterator[str]:
    """The reasons as lines for a terminal; nothing for a source without any."""
    if translation.decided_by:
        yield f"decided by {visible(translation.decided_by)}: {translation.status}"
    for row in translation.evidence:
        words = " ".join(visible(row.text).split())
        parts = [row.label, f"\u201c{words}\u201d" if words else "", visible(row.reason)]
        if row.other_title:
            parts.append(f"with {visible(row.other_title)} ({row.other_source_id})")
        if row.other_text:
            parts.append(f"\u201c{' '.join(visible(row.other_text).split())}\u201d")
        parts.append(", ".join(f"{k.replace('_', ' ')} {v}" for k, v in row.measured.items()))
        parts.append(f"about {visible(row.speaker)}" if row.speaker else "")
        yield f"{row.strength}: {' · '.join(part for part in parts if part)}"


def _shown(store: Store, row: EvidenceRow) -> ShownEvidence:
    other = None
    if row.other_id is not None:
        try:
            other = store.source_of_rendition(row.other_id)
        except NotFound:
            other = None
    return ShownEvidence(
        code=row.code,
        label=EVIDENCE.get(row.code, row.code.replace("_", " ")),
        strength=row.strength,
        text=row.snippet,
        start=row.start,
        end=row.end,
        reason=row.reason,
        speaker=row.speaker,
        other_source_id=other.id if other else None,
        other_title=(other.title or other.origin) if other else None,
        other_text=_known_passage(store, row),
        measured={k: v for k, v in row.measured.items() if k not in _PLACE},
    )


def _known_passage(store: Store, row: EvidenceRow) -> str | None:
    start, end = (row.measured.get(name) for name in _PLACE)
    if row.other_id is None or start is None or end is None:
        return None
    return store.slice(row.other_id, int(start), int(end))
