"""From what was examined to the report: the axes side by side, and the headline they give.

Each axis is asked for on its own (speaker, date, frame, meaning, translation), and nothing here
changes a verdict of wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.models import DateBasis, DateEvidence, DateOf, DatePrecision, Passage, Source, Speaker
from corpus.text.sentences import sentence_spans
from corpus.text.tokens import counted_words
from verifier.aligning.wording import claim_final, final_marks, is_question
from verifier.answering.evidence import (
    Slice,
    passage_at,
    place_match,
    sentences_match,
    stitched_match,
)
from verifier.contexts.framed import framed
from verifier.examined import Examined
from verifier.judging.attribution import Attribution, AttributionStatus, attribute, compare_dates
from verifier.meanings.meaning import findings, question_to_statement
from verifier.models import (
    Claim,
    Finding,
    Framing,
    Op,
    Window,
)
from verifier.policy import Policy
from verifier.report import (
    AttributionReport,
    Counts,
    DateReport,
    Match,
    Normalization,
    VerdictCode,
)


@dataclass(frozen=True, slots=True)
class Axes:
    """All that is known about the shown place apart from its wording."""

    findings: tuple[Finding, ...]
    frames: tuple[Framing, ...]
    attribution: Attribution
    date_status: str
    date_in_source: str | None


@dataclass(frozen=True, slots=True)
class Shown:
    """The place that is shown.

    Attributes:
        match: as it goes into the report.
        window: the running text it stands in.
        start: offset of the match; ``end`` its end.
        counts: of its alignment.
    """

    match: Match
    window: Window
    start: int
    end: int
    counts: Counts


def shown(claim: Claim, examined: Examined, read: Slice, policy: Policy) -> Shown | None:
    """The match of an answer, or None when there is none to show."""
    unmatched = Counts(len(claim.tokens), 0, 0, len(claim.tokens), 0)
    if examined.judged is not None:
        alignment = examined.judged.place.alignment
        match = place_match(claim, alignment, examined.judged.counts, read, policy)
        return Shown(
            match, alignment.window, alignment.start, alignment.end, examined.judged.counts
        )
    if examined.pieces:
        longest = max(examined.pieces, key=lambda p: p.claim_last - p.claim_first)
        equal = sum(p.claim_last - p.claim_first for p in examined.pieces)
        counts = Counts(len(claim.tokens), equal, 0, len(claim.tokens) - equal, 0)
        match = stitched_match(claim, examined.pieces, read, policy)
        return Shown(match, longest.window, longest.start, longest.end, counts)
    if examined.sentences is not None:
        near = examined.sentences
        match = sentences_match(claim, near, read, policy)
        return Shown(match, near.window, near.start, near.end, unmatched)
    return None


def speaker_of(
    claim: Claim, window: Window, start: int, end: int, source: Source, speakers: Sequence[Speaker]
) -> Attribution:
    """Claimed speaker against whoever says the words at one place."""
    return attribute(
        claim.speaker,
        passage_at(window, start).speaker,
        speakers,
        source.creator,
        window.text,
        start - window.start,
        end - window.start,
        source.language,
    )


def date_of(passage: Passage, source: Source) -> DateEvidence | None:
    """The date of a passage: its own, else its source's."""
    if passage.date:
        kinds = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH}
        precision = kinds.get(len(passage.date), DatePrecision.DAY)
        return DateEvidence(passage.date, precision, DateBasis.DECLARED, DateOf.EVENT)
    return source.date


def axes(
    claim: Claim, examined: Examined, place: Shown, source: Source, speakers: Sequence[Speaker]
) -> Axes:
    """Every axis beside the wording, for the shown place.

    Args:
        claim: the claim.
        examined: what was found.
        place: the shown place.
        source: its source.
        speakers: all speakers of that source.
    """
    attribution = speaker_of(claim, place.window, place.start, place.end, source, speakers)
    touched: list[Finding] = []
    if examined.judged is not None:
        touched += findings(claim, examined.judged.place.alignment, source.language)
        asked = question_to_statement(claim_final(claim), _sentence_final(place))
        if asked is not None:
            touched.append(asked)
    own = attribution.status is AttributionStatus.SAME or (
        attribution.status is AttributionStatus.NOT_CLAIMED
        and passage_at(place.window, place.start).speaker is None
    )
    where = (place.window, place.start, place.end)
    dated = date_of(passage_at(place.window, place.start), source)
    status = compare_dates(claim.date, dated)
    return Axes(
        tuple(touched),
        framed(claim, examined, where, source.language, own=own),
        attribution,
        str(status),
        dated.edtf if dated else None,
    )


def _sentence_final(place: Shown) -> str:
    text, end = place.window.text, place.end - place.window.start
    for begin, finish in sentence_spans(text):
        if begin < end <= finish:
            tail = text[end:finish]
            return tail[len(tail.rstrip("?!.\u2026\u3002\uff01\uff1f\"'\u201d\u2019)*")) :]
    return final_marks(text[end : end + 12])


def keeps_question(claim: Claim) -> bool:
    """Whether the claim ends in a question mark."""
    return is_question(claim_final(claim))


def attribution_report(attribution: Attribution) -> AttributionReport:
    """The speaker axis as it goes into the report."""
    return AttributionReport(str(attribution.status), attribution.claimed, attribution.in_source)


def date_report(claim: Claim, found: Axes | None) -> DateReport:
    """The date axis as it goes into the report."""
    if found is None:
        status = "not_claimed" if claim.date is None else "source_undated"
        return DateReport(status, claim.date, None)
    return DateReport(found.date_status, claim.date, found.date_in_source)


def no_attribution(claim: Claim) -> AttributionReport:
    """The speaker axis when there is no place to ask."""
    status = "not_claimed" if claim.speaker is None else "source_speaker_unknown"
    return AttributionReport(status, claim.speaker, None)


def normalizations(claim: Claim, examined: Examined) -> tuple[Normalization, ...]:
    """The folds that were needed, each once."""
    out: dict[tuple[str, str], None] = {}
    for removal in claim.removals:
        out["invisible_removed", removal.name] = None
    if examined.code is VerdictCode.VERBATIM_PUNCTUATION:
        out["punctuation_or_case", ""] = None
    if examined.judged is not None:
        tokens = claim.tokens
        for edit in examined.judged.place.alignment.edits:
            if edit.op is Op.FOLD:
                text = claim.text[
                    tokens.starts[edit.claim_first] : tokens.ends[edit.claim_last - 1]
                ]
                out[edit.note or "spelling", text] = None
    return tuple(Normalization(code, text) for code, text in out)


def in_characters(claim: Claim) -> bool:
    """Whether the claim is counted in characters (Chinese, Japanese, Korean)."""
    norms = claim.tokens.norms
    return bool(norms) and counted_words(norms) <= 0.75 * len(norms)
