"""Lineage as an answer sees it: small readings of evidence, links and derivations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from corpus.lineage import Derivation, EvidenceRow, PassageLink
from corpus.models import Source
from corpus.translation.evidence import Code

_STRENGTHS = ("declared", "measured", "strong", "positive", "weak")
_LEFT = frozenset({Code.RESIDUAL_SCRIPT, Code.PLACEHOLDER})
_ALIGNED = frozenset({Code.ALIGNED_OTHER_LANGUAGE, Code.ALIGNED_REWORDED})
_LINK = Code.LINK_TO_ORIGINAL
_SCRIPTS = tuple(
    (language, re.compile(f"[{letters}]"))
    for language, letters in (
        ("ja", "\u3041-\u30ff"),  # before Chinese: Japanese has both
        ("ko", "\uac00-\ud7a3"),
        ("zh", "\u4e00-\u9fff"),
        ("el", "\u0370-\u03ff"),
        ("he", "\u0590-\u05ff"),
        ("th", "\u0e00-\u0e7f"),
    )
)
_COMPARED: dict[str, str] = {
    Code.ALIGNED_OTHER_LANGUAGE: "It says the same as {other}, in another language",
    Code.ALIGNED_REWORDED: "It says the same as {other}, in other words",
    Code.KNOWN_QUOTE_DRIFT: "A quotation in it, {words}, rewords a passage of {other}",
}


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
    """The strength of the best row that speaks for a translation; None without one."""
    telling = [row.strength for row in rows if row.strength in _STRENGTHS[:3]]
    return min(telling, key=_STRENGTHS.index, default=None)


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
    page_language: str,
    first_language: str | None,
    derivations: Sequence[Derivation],
    left_behind: str | None = None,
) -> tuple[str, ...]:
    """The languages the words went through, the first one first.

    Args:
        page_language: of the text compared with.
        first_language: in which the words were spoken or written, if known.
        derivations: of the text, nearest step first.
        left_behind: language of what a translation left in the page; see `left_behind`.

    Returns:
        Tags; ``und`` for a language that words went through and nobody knows; empty when nothing
        but the page's own language is known.
    """
    steps: list[str] = []
    for tag in (
        left_behind,
        *(t for d in derivations for t in (d.pivot_language, d.from_language)),
    ):
        if tag and tag not in steps and tag != page_language:
            steps.append(tag)
    before = [tag for tag in reversed(steps) if tag != first_language]
    if first_language == page_language and not before:
        before = ["und"]
    found = tuple(tag for tag in (first_language, *before, page_language) if tag)
    return found if len(found) > 1 else ()


def left_behind(rows: Iterable[EvidenceRow]) -> str | None:
    """The language of words that a translation left in its page, where their script tells it.

    Args:
        rows: of one place; only words and labels in another script are looked at.

    Returns:
        A tag; None without such words, and for a script that several languages write.
    """
    for row in rows:
        if row.code in _LEFT:
            for language, script in _SCRIPTS:
                if script.search(row.snippet):
                    return language
    return None


def either_first(rows: Sequence[EvidenceRow]) -> bool:
    """Whether all that is known is that a text in another language says the same."""
    codes = {row.code for row in rows}
    return Code.ALIGNED_OTHER_LANGUAGE in codes and codes <= _ALIGNED


def basis(rows: Iterable[EvidenceRow], title: Callable[[int], str]) -> str:
    """Why a text is held for a translation, in words: its best reason.

    Args:
        rows: of the place.
        title: what a rendition is called.

    Returns:
        One sentence without its full stop. A link to an original comes last among its equals: by
        itself it proves nothing.
    """
    telling = [row for row in rows if row.strength in _STRENGTHS[:3]]
    if not telling:
        return "The source declares it"
    row = min(telling, key=lambda r: (_STRENGTHS.index(r.strength), r.code == _LINK))
    words = f"\u201c{' '.join(row.snippet.split())}\u201d"
    if row.other_id is not None:
        how = _COMPARED.get(row.code, "It says the same as {other}")
        return how.format(words=words, other=f"\u201c{title(row.other_id)}\u201d")
    if row.reason:
        whom = row.speaker or "the publisher"
        return f"The register says of {whom}: \u201c{row.reason}\u201d"
    if not row.snippet:
        return "The source declares it"
    return f"{'Left in the page' if row.code in _LEFT else 'The page says'}: {words}"
