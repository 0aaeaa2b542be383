"""Lineage as an answer sees it: small readings of evidence, links and derivations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.lineage import Derivation, EvidenceRow, PassageLink
from corpus.models import Source
from corpus.translation_evidence import Code

_STRENGTHS = ("declared", "measured", "strong", "positive", "weak")


def declared_rows(source: Source) -> list[EvidenceRow]:
    """What a source declares about itself, for a source that nobody has looked at yet."""
    provenance = source.provenance
    rows = [
        EvidenceRow(e.code, e.strength, e.start, e.end, e.text, translator=provenance.translator)
        for e in provenance.evidence
    ]
    if provenance.is_translation and not any(row.code == Code.DECLARED for row in rows):
        rows.append(EvidenceRow(Code.DECLARED, "declared", translator=provenance.translator))
    return rows


def strongest(rows: Sequence[EvidenceRow]) -> str | None:
    """The strength of the best row; None without rows."""
    return min((row.strength for row in rows), key=_STRENGTHS.index, default=None)


def by_strength(rows: Iterable[EvidenceRow]) -> list[EvidenceRow]:
    """Rows with the strongest first; rows of one strength keep their order."""
    return sorted(rows, key=lambda row: _STRENGTHS.index(row.strength))


def stretches(links: Sequence[PassageLink]) -> list[PassageLink]:
    """Links of one place as one stretch a rendition, surest first.

    A place that runs over several linked sentences has one link each; together they are what the
    other rendition says there.
    """
    by_rendition: dict[int, list[PassageLink]] = {}
    for link in links:
        by_rendition.setdefault(link.rendition_b, []).append(link)
    joined = [
        PassageLink(
            group[0].rendition_a,
            min(link.start_a for link in group),
            max(link.end_a for link in group),
            group[0].rendition_b,
            min(link.start_b for link in group),
            max(link.end_b for link in group),
            min(link.posterior for link in group),
            group[0].basis,
        )
        for group in by_rendition.values()
    ]
    return sorted(joined, key=lambda link: -link.posterior)


def chain(
    page_language: str, first_language: str | None, derivations: Sequence[Derivation]
) -> tuple[str, ...]:
    """The languages the words went through, the first one first.

    Args:
        page_language: of the text compared with.
        first_language: in which the words were spoken or written, if known.
        derivations: of the text, nearest step first.

    Returns:
        Tags; ``und`` for a language that words went through and nobody knows.
    """
    steps: list[str] = []
    for step in derivations:
        for tag in (step.pivot_language, step.from_language):
            if tag and tag not in steps and tag != page_language:
                steps.append(tag)
    before = [tag for tag in reversed(steps) if tag != first_language]
    if first_language == page_language and not before:
        before = ["und"]
    return tuple(tag for tag in (first_language, *before, page_language) if tag)
