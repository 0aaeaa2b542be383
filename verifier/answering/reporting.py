"""From what was examined to the whole report: every part put together, in one place.

The parts come from their own modules (`answer`, `evidence`, `others`, `rendition`, `selectors`,
`verdict`); this one knows the order and nothing else.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from time import perf_counter

from corpus.models import CorpusSummary, Source
from verifier.answering import answer
from verifier.answering.corrected import corrected_quote
from verifier.answering.evidence import passage_at, sentences_match
from verifier.answering.others import other_matches
from verifier.answering.selectors import Around, citation, deep_link
from verifier.answering.slices import Slices
from verifier.examined import Examined
from verifier.finding.bench import Bench
from verifier.judging.paraphrase import NearSentences
from verifier.judging.verdict import NOT_A_TRANSLATION, action, headline, sentence
from verifier.meanings.meaning import has_list
from verifier.models import Claim, Warned
from verifier.renditions.crossing import Crossing
from verifier.renditions.rendition import Renditions
from verifier.report import (
    ClaimReport,
    Counts,
    Engine,
    FactCheckMatch,
    Language,
    Report,
    Scope,
    SearchReport,
    SourceReport,
    TranslationReport,
    Verdict,
    VerdictCode,
)

ENGINE = "0.1.0"


class Reporter:
    """Writes reports from one bench."""

    def __init__(self, bench: Bench, renditions: Renditions, crossing: Crossing) -> None:
        self.home = bench.home
        self.policy = bench.policy
        self._bench = bench
        self._renditions = renditions
        self._crossing = crossing

    def report(
        self,
        claim: Claim,
        examined: Examined,
        search: SearchReport,
        *,
        most: int | None,
        now: datetime,
        began: float,
        fact_checks: tuple[FactCheckMatch, ...] = (),
    ) -> Report:
        """The report on one claim.

        Args:
            claim: the claim.
            examined: what was found.
            search: whether everything was searched.
            most: how many other places are listed; the policy's number when None.
            now: the time of the answer.
            began: reading of `time.perf_counter` when the question came in.
            fact_checks: published ones of the claim; they change nothing else.
        """
        store, policy = self.home.store, self.policy
        windows = [equal.judged.place.alignment.window for equal in examined.equals]
        aligned = (passage for window in windows for passage in window.passages)
        summary, read = store.summary(), Slices(store.slice, aligned)
        place = answer.shown(claim, examined, read, policy)
        source = self._bench.source(place.window.passages[0]) if place else None
        found = translated = corrected = cited = None
        if place is not None and source is not None:
            speakers = store.speakers(place.window.passages[0].rendition_id)
            found = answer.axes(claim, examined, place, source, speakers)
            passage = passage_at(place.window, place.start)
            translated = self._renditions.report(
                claim, passage, place.start, place.end, place.match.similarity
            )
            credit = translated.credit_line
            corrected = corrected_quote(claim, examined, place, found.findings, read, credit)
            cited = citation(source, place.match.speaker, credit)
        others = other_matches(examined, place, self._bench, read, most)
        nearest = () if place else self._nearest(claim, examined)
        shown = [sentences_match(claim, near, read, policy) for near in nearest]
        if shown:
            translated = self._nearest_rendition(claim, examined, nearest[0], shown[0].similarity)
        return Report(
            id=uuid.uuid4().hex,
            created_at=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            claim=ClaimReport(
                claim.text,
                claim.speaker,
                claim.date,
                Language(claim.language, claim.language_basis),
                claim.pieces,
                answer.normalizations(claim, examined),
                _warnings(claim, source),
            ),
            verdict=self._verdict(
                claim, examined, place, source, found, translated, search, summary
            ),
            match=place.match if place else None,
            nearest=tuple(shown),
            translation=translated,
            source=_source_report(source, place, examined) if source and place else None,
            corrected_quote=corrected,
            citation=cited,
            other_matches=others,
            scope=scope_of(summary, examined.candidates),
            engine=Engine(ENGINE, policy.version, round((perf_counter() - began) * 1000, 3)),
            fact_checks=fact_checks,
        )

    def _nearest(self, claim: Claim, examined: Examined) -> tuple[NearSentences, ...]:
        if examined.code is VerdictCode.NOT_FOUND and self._crossing.other_language(claim):
            return self._crossing.nearest(claim, examined.nearest, self.policy.nearest)
        return examined.nearest

    def _nearest_rendition(
        self, claim: Claim, examined: Examined, near: NearSentences, similar: float
    ) -> TranslationReport | None:
        """What is known of the nearest passage as a rendition, where that may concern the claim."""
        if examined.code is not VerdictCode.NOT_FOUND:
            return None
        if not self._crossing.may_render_the_same(claim, near):
            return None
        passage = passage_at(near.window, near.start)
        told = self._renditions.report(claim, passage, near.start, near.end, similar)
        return told if told.status not in NOT_A_TRANSLATION or told.other_renditions else None

    def _verdict(
        self,
        claim: Claim,
        examined: Examined,
        place: answer.Shown | None,
        source: Source | None,
        found: answer.Axes | None,
        translated: TranslationReport | None,
        search: SearchReport,
        summary: CorpusSummary,
    ) -> Verdict:
        counts = place.counts if place else Counts(len(claim.tokens), 0, 0, len(claim.tokens), 0)
        status = translated.status if translated else "unknown"
        elsewhere = place is None and status not in NOT_A_TRANSLATION
        who = answer.no_attribution(claim)
        if found:
            who = answer.attribution_report(found.attribution)
        date = answer.date_report(claim, found)
        findings = found.findings if found else ()
        frames = found.frames if found else ()
        owners = {(p.source_id, p.speaker) for p in place.match.pieces} if place else set()
        return Verdict(
            code=examined.code,
            reason=examined.reason,
            headline=headline(
                examined.code,
                counts,
                reason=examined.reason,
                pieces=len(examined.pieces),
                characters=answer.in_characters(claim),
                sources=summary.sources,
                until=summary.date_to,
                translated=place is not None and status not in NOT_A_TRANSLATION,
            ),
            sentence=sentence(
                examined.code,
                findings,
                frames,
                where=_where(source, place),
                speaker_note=_speaker_note(who.status, who.in_source),
                search=search.status,
                nearest_translated=elsewhere,
                other_language=examined.code is VerdictCode.NOT_FOUND
                and self._crossing.other_language(claim),
            ),
            action=action(
                examined.code,
                findings,
                frames,
                attribution=who.status,
                date=date.status,
                translation=status,
                apart=len(owners) > 1,
                keeps_question=answer.keeps_question(claim),
            ),
            counts=counts,
            meaning_risk=findings,
            context=frames,
            attribution=who,
            date=date,
            search=search,
        )


def _warnings(claim: Claim, source: Source | None) -> tuple[Warned, ...]:
    """The claim's warnings, and whether the meaning lists of the source's language are missing."""
    if source is None or has_list(source.language):
        return claim.warnings
    return (*claim.warnings, Warned("list_missing", source.language))


def _where(source: Source | None, place: answer.Shown | None) -> str | None:
    if source is None or place is None:
        return None
    parts = [source.title or source.origin, source.date.edtf if source.date else None]
    where = ", ".join(p for p in parts if p)
    return f"{where} ({place.match.speaker})" if place.match.speaker else where


def _speaker_note(status: str, in_source: str | None) -> str | None:
    if status == "different":
        return f"The source gives these words to {in_source or 'somebody else'}."
    if status == "quoted_by_source":
        return f"The source quotes {in_source or 'somebody else'} here."
    if status == "ambiguous_name":
        return "The name fits more than one speaker of this source."
    return None


def _source_report(source: Source, place: answer.Shown, examined: Examined) -> SourceReport:
    match = place.match
    again = place.window.text.count(match.exact) > 1 or any(
        equal.judged.place.alignment.window.passages[0].source_id == source.id
        for equal in examined.equals
    )
    locator = passage_at(place.window, place.start).locator
    around = Around(match.context_before, match.context_after, again, locator)
    return SourceReport(
        id=source.id,
        origin=source.origin,
        title=source.title,
        creator=source.creator,
        publisher=source.publisher,
        kind=source.kind,
        language=source.language,
        date=source.date,
        url=source.url,
        deep_link=deep_link(source.url, match.exact, around),
        archived_url=source.archived_url,
        retrieved_at=source.added_at,
        sha256=source.sha256,
        version=source.version,
        state=source.state,
        fidelity=source.fidelity,
        fidelity_reason=source.fidelity_reason,
    )


def scope_of(summary: CorpusSummary, candidates: int) -> Scope:
    """What was searched, in figures and in a sentence.

    Args:
        summary: of the corpus.
        candidates: passages that were looked at.
    """
    languages = ", ".join(summary.languages) or "no language"
    dates = f", {summary.date_from} to {summary.date_to}" if summary.date_from else ""
    return Scope(
        corpus_version=summary.revision,
        sources=summary.sources,
        passages=summary.passages,
        date_from=summary.date_from,
        date_to=summary.date_to,
        languages=summary.languages,
        candidates_examined=candidates,
        statement=(
            f"Compared with {summary.sources} sources ({summary.passages} passages; "
            f"{languages}{dates}). What is not in them is not known here."
        ),
    )
