"""What to check, in a line of short labels under the headline: each leads to its place on the page.

The gravest come first: another speaker, words that are in no source or not in the original, then
differences that touch the meaning, what stands around the words, date, translation and letters of
another script.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.models import Context, Finding, Risk
from verifier.report import Report, VerdictCode
from verifier.showing.advice import loose_words, speaker_line
from verifier.showing.beside import beside_original
from verifier.showing.phrases import CONTEXTS, RISKS
from verifier.showing.translation_notices import is_translated

_EDGES = {Context.STARTS_MID_SENTENCE: "head", Context.ENDS_MID_SENTENCE: "tail"}
"""That a quote begins or ends within a sentence goes without saying where what is lost turns it."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing to check.

    Attributes:
        label: what it is about.
        target: id of the part of the page that shows it.
        source: the source's words, or empty.
        claim: the claim's words, or empty.
    """

    label: str
    target: str
    source: str = ""
    claim: str = ""


def chips(report: Report) -> list[Chip]:
    """What to check about an answer, gravest first; empty when nothing was raised.

    Args:
        report: any report.
    """
    return list(dict.fromkeys(_chips(report)))


def _chips(report: Report) -> Iterator[Chip]:
    verdict = report.verdict
    if line := speaker_line(report):
        yield Chip(line, "source-title")
    for words in loose_words(report):
        yield Chip("Not in the source", "changes-title", "", words)
    beside = beside_original(report) if is_translated(report.translation) else None
    if beside and beside.differing:
        many = f"{beside.differing} word{'s' if beside.differing != 1 else ''}"
        yield Chip(f"Differs from the original in {many}", "notice-title")
    for finding in verdict.meaning_risk:
        if finding.code is Risk.QUESTION_TO_STATEMENT:
            yield Chip(RISKS[finding.code], "changes-title")
            continue
        source, claim = finding.source_text.strip(), finding.claim_text.strip()
        yield Chip(f"{RISKS[finding.code]} {_sort(finding)}", "changes-title", source, claim)
    yield from _about_words(report)
    codes = {framing.code for framing in verdict.context}
    turned = {code.partition("_")[0] for code in codes - set(_EDGES)}
    for framing in sorted(verdict.context, key=lambda f: f.code in _EDGES):
        if _EDGES.get(framing.code) not in turned:
            yield Chip(CONTEXTS[framing.code], "cut-title")
    if report.source is not None:
        yield from _about_source(report)
    if any(w.code == "mixed_script" for w in report.claim.warnings):
        yield Chip("Letters of two scripts in one word", "texts-title")


def _about_words(report: Report) -> Iterator[Chip]:
    """Words joined, added, lost or replaced, where no finding names one of the same sort."""
    verdict, match = report.verdict, report.match
    if match is None or verdict.code is VerdictCode.PARAPHRASE:
        return
    counts = verdict.counts
    if verdict.code is VerdictCode.STITCHED:
        yield Chip(f"Joined from {len(match.pieces)} places", "pieces-title")
    named = {_sort(finding) for finding in verdict.meaning_risk}
    if "added" not in named and verdict.code is not VerdictCode.STITCHED:
        yield from _counted(counts.inserted, "added")
    if "missing" not in named:
        yield from _counted(counts.deleted, "left out without a mark")
    if not named:
        yield from _counted(counts.substituted, "replaced")


def _sort(finding: Finding) -> str:
    both = finding.source_text.strip() and finding.claim_text.strip()
    return "differs" if both else "missing" if finding.source_text.strip() else "added"


def _counted(many: int, what: str) -> Iterator[Chip]:
    if many:
        yield Chip(f"{many} word{'s' if many != 1 else ''} {what}", "changes-title")


def _about_source(report: Report) -> Iterator[Chip]:
    attribution, date = report.verdict.attribution, report.verdict.date
    if attribution.status == "quoted_by_source":
        yield Chip("The source gives the words as somebody else's", "source-title")
    elif attribution.status == "source_speaker_unknown":
        yield Chip("The source does not say who speaks", "source-title")
    elif attribution.status == "ambiguous_name":
        yield Chip("The name fits more than one speaker", "source-title")
    if date.status == "differs":
        yield Chip("date differs", "source-title", date.in_source or "", date.claimed or "")
    if is_translated(report.translation):
        yield Chip("In a translation", "notice-title")
