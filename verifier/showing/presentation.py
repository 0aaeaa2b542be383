"""How a report reads to people: the pieces that pages, terminal and tables share.

Problem: three doors show the same report; if each cut and worded it, they would drift apart.

Method: pure functions from a `Report` to short texts and to runs of text with a kind ("same",
"added", "removed" ...). Doors only lay them out. The fixed phrases are in
`verifier.showing.phrases`, what is said of translations in `verifier.showing.translation_notices`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.models import DateEvidence
from verifier.models import Op, PieceKind
from verifier.report import (
    AlignmentStep,
    ClaimReport,
    Match,
    Report,
    VerdictCode,
)
from verifier.showing.plain_text import visible as visible
from verifier.showing.translation_notices import notice as notice
from verifier.showing.translation_notices import original_label as original_label
from verifier.showing.translation_notices import other_renditions as other_renditions
from verifier.showing.translation_notices import version as version

_BLANK_LINES = re.compile(r"[ \t\u3000]*\n\s*\n")
_EMPHASIS = re.compile(r"\*{2,}|_{2,}")
_WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text and what it is: ``same, added, removed, fold, marked`` or ``around``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference for a list.

    Attributes:
        label: what happened, seen from the source to the claim.
        source_text: the source's words; empty when the claim adds some.
        claim_text: the claim's words; empty when it leaves some out.
    """

    label: str
    source_text: str
    claim_text: str


_LABELS = {
    Op.REPLACE: "Replaced",
    Op.INSERT: "Added",
    Op.DELETE: "Left out",
    Op.FOLD: "Written differently",
    Op.MARKED: "Left out at a mark",
}


def changes(match: Match | None) -> list[Change]:
    """The differences in the order of the text.

    Args:
        match: None gives none.

    Returns:
        One item for each step that is not equal and shows anything.
    """
    steps = match.alignment if match else ()
    return [
        Change(_LABELS[step.op], step.source_text.strip(), step.claim_text.strip())
        for step in steps
        if step.op is not Op.EQUAL and (step.source_text.strip() or step.claim_text.strip())
    ]


def source_runs(match: Match) -> list[Run]:
    """The matched text with what the claim lacks or changes marked; joined, it is `match.exact`."""
    kinds = {Op.REPLACE: "removed", Op.DELETE: "removed", Op.FOLD: "fold", Op.MARKED: "marked"}
    spans = [(*s.source, kinds[s.op]) for s in match.alignment if s.op in kinds]
    return list(_runs(match.exact, match.start, spans))


def claim_runs(report: Report) -> list[Run]:
    """The claim with what the source lacks or has otherwise marked; joined, it is the claim.

    Of a quote joined from several places, the words outside all pieces are marked.
    """
    kinds = {Op.REPLACE: "added", Op.INSERT: "added", Op.FOLD: "fold"}
    steps = report.match.alignment if report.match else ()
    spans = [(*s.claim, kinds[s.op]) for s in steps if s.op in kinds]
    if report.verdict.code is VerdictCode.STITCHED and report.match:
        spans = list(_outside(report.claim, report.match))
    return list(_runs(report.claim.text, 0, spans))


def marked(text: str, spans: Iterable[tuple[int, int]], kind: str) -> list[Run]:
    """A text as runs, some of its stretches of one kind.

    Args:
        text: any text.
        spans: stretches of it; empty and overlapping ones are passed over.
        kind: of the runs of these stretches.
    """
    return list(_runs(text, 0, [(*span, kind) for span in spans]))


def _outside(claim: ClaimReport, match: Match) -> Iterator[tuple[int, int, str]]:
    """The quoted words that no piece has."""
    taken = sorted(piece.claim for piece in match.pieces)
    for quoted in claim.pieces:
        if quoted.kind is not PieceKind.QUOTED:
            continue
        at = quoted.start
        for start, end in [*taken, (quoted.end, quoted.end)]:
            words = _WORDS.search(claim.text, at, max(at, min(start, quoted.end)))
            if words:
                yield words.start(), words.end(), "added"
            at = max(at, end)


def _runs(text: str, offset: int, spans: Iterable[tuple[int, int, str]]) -> Iterator[Run]:
    """Cut a text at spans, clipped to it; empty and overlapping ones are passed over."""
    at = 0
    for start, end, kind in sorted(spans):
        first, last = max(start - offset, 0), min(end - offset, len(text))
        if at <= first < last:
            yield from _tight(Run("same", text[at:first]))
            yield from _tight(Run(kind, text[first:last]))
            at = last
    yield from _tight(Run("same", text[at:]))


def _tight(run: Run) -> Iterator[Run]:
    """A run without white space at its edges, which stays as it is beside it; none if empty."""
    core = run.text.strip() if run.kind != "same" else run.text
    head, _, tail = run.text.partition(core) if core else (run.text, "", "")
    marked = (Run("same", head), Run(run.kind, core), Run("same", tail))
    yield from (each for each in marked if each.text)


def inline_runs(text: str, match: Match) -> list[Run]:
    """Source and claim in one line: what was removed and what was added, in order.

    Args:
        text: the claim.
        match: the place.
    """
    runs: list[Run] = []
    source_at, claim_at = match.start, match.alignment[0].claim[0] if match.alignment else 0
    for step in match.alignment:
        inside = match.start <= step.source[0] < match.end
        if step.source_text and inside:
            gap = match.exact[source_at - match.start : step.source[0] - match.start]
            runs += [Run("same", gap), *_tight(Run(_inline_kind(step), step.source_text))]
            source_at = step.source[1]
        if step.claim_text and (step.op in (Op.REPLACE, Op.INSERT) or not inside):
            runs.append(Run("same", text[claim_at : step.claim[0]]))
            if runs[-1].text == "" and runs[-2:-1] and runs[-2].kind == "removed":
                runs.append(Run("same", " "))
            runs += _tight(Run("added", step.claim_text))
        claim_at = max(claim_at, step.claim[1])
    return [run for run in runs if run.text]


def _inline_kind(step: AlignmentStep) -> str:
    kinds = {Op.EQUAL: "same", Op.FOLD: "fold", Op.MARKED: "marked"}
    return kinds.get(step.op, "removed")


def date_words(date: DateEvidence | None) -> str:
    """A source's date with what it is of and how it is known; ``undated`` without one."""
    if date is None:
        return "undated"
    basis = "" if date.basis.value == "declared" else f", {date.basis.value.replace('_', ' ')}"
    kind = "published" if date.of.value == "publication" else "said"
    return f"{kind} {date.edtf}{basis}"


def source_line(report: Report) -> str:
    """Speaker, title, publisher and date of the match in one line; empty without a source."""
    if report.source is None:
        return ""
    source = report.source
    speaker = report.match.speaker if report.match else None
    parts = [speaker, source.title or source.origin, source.publisher, date_words(source.date)]
    return " · ".join(part for part in parts if part)


def web_address(url: str | None) -> str:
    """A source's address if a browser may follow it, else empty (``javascript:`` is no address)."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def snug(text: str) -> str:
    """A text for context shown beside something: without blank lines and marks of emphasis."""
    return _EMPHASIS.sub("", _BLANK_LINES.sub("\n", text))


def told(report: Report) -> str:
    """The sentence of a verdict, for a line that runs from left to right.

    Names that hold letters of a script written from right to left are set apart (FSI, PDI): beside
    a date or a bracket they would draw it to their own side. What programs are given stays bare.

    Args:
        report: any report.

    Returns:
        The sentence, with what could disturb its surroundings made visible.
    """
    source, match = report.source, report.match
    names = [report.verdict.attribution.in_source, match.speaker if match else None]
    if source is not None:
        names += [source.title, source.origin, source.creator]
    sentence = visible(report.verdict.sentence)
    for name in sorted({visible(n) for n in names if n and _RIGHT_TO_LEFT & _ways(n)}, key=len):
        sentence = sentence.replace(name, f"\u2068{name}\u2069")
    return sentence


def _ways(text: str) -> set[str]:
    return {unicodedata.bidirectional(character) for character in text}
