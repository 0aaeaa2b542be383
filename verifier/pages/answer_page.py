"""One answer as a page: everything that its templates lay out, made from a report and the store.

The report is what is shown; the store only adds what a report names by id (the titles of other
places) and which of the text around a match is running text. A source that is gone takes nothing
from the page but its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from flask import render_template, url_for

from corpus.errors import NotFound, StoreCorrupt
from corpus.keeping.store import Store
from corpus.models import Passage, Source
from verifier.config import Settings
from verifier.exchange.structured import quotation
from verifier.fact_checks.report import heading
from verifier.remembering.checks import Kept
from verifier.report import Match, Report, VerdictCode
from verifier.showing import advice, cutting, phrases, presentation, right_words
from verifier.showing.beside import beside_original
from verifier.showing.chain_view import chain_steps
from verifier.showing.chips import chips
from verifier.showing.difference_view import difference_rows, difference_words, fold_lines
from verifier.showing.pieces_view import numbered_runs, piece_map
from verifier.showing.presentation import Run
from verifier.showing.timeline import timeline
from verifier.showing.translation_notices import is_translated
from verifier.showing.woven import Reader, between, woven


def answer_page(
    store: Store,
    settings: Settings,
    report: Report,
    given: Mapping[str, str],
    *,
    kept: Kept | None = None,
    earlier: Report | None = None,
) -> str:
    """The page of an answer.

    Args:
        store: for titles and for the text around the match.
        settings: limits.
        report: the answer.
        given: what stood in the form.
        kept: when the answer is a kept one.
        earlier: the kept answer that was asked for again, to compare with.
    """
    match, claim, verdict = report.match, report.claim, report.verdict
    known = {source.id: source for source in _named(store, report)}
    before, after = cutting.running(match, _around(store, match)) if match else ("", "")
    pieces = piece_map(report, known)
    sentence = right_words.whole_sentence(report, before, after)
    right = right_words.right_words(report, sentence, store)
    found = woven(report, _reader(store)) if pieces else []
    return render_template(
        "kept.html" if kept else "result.html",
        report=report,
        kept=kept,
        earlier=earlier,
        unchanged=earlier is not None and _gist(earlier) == _gist(report),
        address=url_for("web.kept", check_id=kept.id, _external=True) if kept else "",
        quotation=quotation(report) if kept else None,
        names=_names(report),
        family=advice.top_family(report),
        action=advice.action_words(report),
        said_first=advice.top_lines(report, sentence),
        speaker_line=advice.speaker_line(report),
        turned=advice.turned(report),
        right=right,
        right_ids=_copied(right),
        credit=right_words.credit_words(report),
        beside=_beside(report),
        first_dated=_first_dated(report),
        against=advice.against_original(report),
        original_date=_original_date(report, known),
        woven=found,
        between=between(found),
        chips=chips(report),
        notice=presentation.notice(report),
        chain=chain_steps(report, known),
        original_label=presentation.original_label(report),
        other_renditions=presentation.other_renditions(report),
        version=presentation.version(report),
        claim_runs=presentation.claim_runs(report),
        numbered=numbered_runs(report) if pieces else [],
        source_runs=presentation.source_runs(match) if match else [],
        around=cutting.surroundings(before, after, verdict.context),
        inline_runs=cutting.shortened(presentation.inline_runs(claim.text, match)) if match else [],
        rows=difference_rows(report),
        differences=difference_words(report),
        folds=fold_lines(report),
        framed=cutting.framed(verdict.context),
        cut=cutting.cut_off(match, before, after, verdict.context),
        whole=cutting.stands_whole(report),
        pieces=pieces,
        fact_checks_heading=heading(report.fact_checks),
        timeline=timeline(report, known),
        known=known,
        contexts=phrases.CONTEXTS,
        warnings=phrases.WARNINGS,
        attribution=phrases.ATTRIBUTIONS.get(verdict.attribution.status, ""),
        date_status=phrases.DATES.get(verdict.date.status, ""),
        source_language=report.source.language if report.source else "und",
        given=given,
        errors={},
        limit=settings.max_quote,
        keep_days=settings.keep_days,
    )


def given_in(report: Report) -> dict[str, str]:
    """What the form held when a kept report was asked for."""
    claim = report.claim
    return {
        "quote": claim.text,
        "speaker": claim.speaker or "",
        "date": claim.date or "",
        "language": claim.language.tag if claim.language.basis == "declared" else "",
    }


def _names(report: Report) -> list[str | None]:
    """What a line about the place is put together from; in any script, and so to be set apart."""
    source, match = report.source, report.match
    names = [report.verdict.attribution.in_source, report.verdict.attribution.claimed]
    if source is not None and match is not None:
        names += [source.title, source.origin, source.creator, source.publisher, source.url]
        names += [match.speaker, source.date.edtf if source.date else None]
    texts = [(f.source_text.strip(), f.claim_text.strip()) for f in report.verdict.meaning_risk]
    return names + [text for pair in texts for text in pair if len(text) > 1]


def _copied(right: right_words.RightWords | None) -> str:
    """The parts of the page that are copied together: the words, and where they stand."""
    if right is None:
        return ""
    words = "corrected" if right.kind == "corrected" else "right"
    return f"{words} {'right-citation' if right.kind == 'original' else 'citation'}"


def _beside(report: Report) -> tuple[list[Run], list[Run]] | None:
    """The quote and the original in its language, each with what only it has marked."""
    found = beside_original(report)
    if found is None or report.translation is None or not is_translated(report.translation):
        return None
    original = report.translation.original.text or ""
    return (
        presentation.marked(report.claim.text, found.claim_spans, "added"),
        presentation.marked(original, found.original_spans, "removed"),
    )


def _original_date(report: Report, known: Mapping[str, Source]) -> str:
    found = report.translation
    held = known.get(found.original.source_id or "") if found else None
    return held.date.edtf if held and held.date else ""


def _first_dated(report: Report) -> str:
    """The date of the earliest place with these words, when the one that is shown is later."""
    earliest, shown = report.other_matches.earliest_in_corpus, report.verdict.date.in_source
    if shown is None and report.source is not None and report.source.date is not None:
        shown = report.source.date.edtf
    exact = report.verdict.code not in (VerdictCode.PARAPHRASE, VerdictCode.STITCHED)
    return earliest if earliest and shown and exact and earliest < shown[: len(earliest)] else ""


def _reader(store: Store) -> Reader:
    def read(passage_id: int, start: int, end: int) -> str:
        try:
            passages = store.passages([passage_id])
            return store.slice(passages[0].rendition_id, start, end) if passages else ""
        except (NotFound, StoreCorrupt):
            return ""

    return read


def _gist(report: Report) -> tuple[object, ...]:
    """What makes two answers the same to a reader: the headline and the place."""
    match = report.match
    place = (match.source_id, match.exact) if match else ()
    return (report.verdict.headline, report.verdict.action, *place)


def _named(store: Store, report: Report) -> Iterator[Source]:
    """The sources that a report names by id, as they are described today; missing ones are not."""
    ids = [other.source_id for other in report.other_matches.items]
    ids += [near.source_id for near in report.nearest]
    if report.match is not None:
        ids += [piece.source_id for piece in report.match.pieces]
    if report.translation is not None:
        ids += [other.source_id for other in report.translation.other_renditions]
        ids += [report.translation.original.source_id or ""]
    for source_id in dict.fromkeys(filter(None, ids)):
        try:
            yield store.source(source_id)
        except NotFound:
            continue


def _around(store: Store, match: Match) -> Sequence[Passage]:
    """The passages that the context of a match touches; none where they cannot be read."""
    first, last = match.start - len(match.context_before), match.end + len(match.context_after)
    try:
        found = store.passages([match.passage_id])
        return store.passages_over(found[0].rendition_id, first, last) if found else ()
    except (NotFound, StoreCorrupt):
        return ()
