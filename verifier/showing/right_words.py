"""The words to copy: one choice for each answer, with the credit that belongs to them.

Problem: a page that offers five buttons offers four that are not right. The words of the quote may
be exact and still not fit to be printed: cut out of a sentence that turns them, or a translation
back of words that are known.

Method: a quote that was cut so that it may say something else gives way to its whole sentence; a
translation back into the language of the original to the original, cited as such; everything else
to the corrected quote of the report. Nothing is offered where the answer does not know which place
is meant, or where there is no one quote.

Rejected: marking one of several buttons as better (the first one is pressed).
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import NotFound, StoreError
from corpus.keeping.store import Store
from corpus.text.sentences import sentence_at, sentence_spans
from verifier.answering.selectors import citation
from verifier.models import Context
from verifier.report import Match, Report, VerdictCode
from verifier.showing.advice import BACK, turned
from verifier.showing.beside import beside_original

_TAILS = frozenset({Context.TAIL_HAS_CONDITION, Context.TAIL_HAS_CONTRAST})


@dataclass(frozen=True, slots=True)
class RightWords:
    """What to copy.

    Attributes:
        kind: ``sentence``, ``original`` or ``corrected``.
        heading: what these words are.
        text: the words, as they stand in their source.
        language: of the words.
        credit: how a translation is to be credited; empty for anything else.
        citation: of the place they stand in; empty when that is not at hand.
    """

    kind: str
    heading: str
    text: str
    language: str
    credit: str
    citation: str


def right_words(report: Report, sentence: str, store: Store) -> RightWords | None:
    """The words to copy for an answer.

    Args:
        report: any report.
        sentence: the source's sentence around the match, from `whole_sentence`.
        store: for the source of an original.

    Returns:
        None without a match, where no one place could be decided on, and where the pieces of a
        joined quote are from different sources or speakers.
    """
    match, source, corrected = report.match, report.source, report.corrected_quote
    if match is None or source is None or report.verdict.code is VerdictCode.INCONCLUSIVE:
        return None
    found = report.translation
    if found is not None and found.status in BACK and (original := _original(report, store)):
        return original
    cited = report.citation.plain if report.citation else ""
    credit = credit_words(report)
    if turned(report) and sentence and len(match.pieces) < 2:
        heading = "The whole sentence, as it stands in the source"
        return RightWords("sentence", heading, sentence, source.language, credit, cited)
    if corrected is None:
        return None
    heading = {
        VerdictCode.VERBATIM: "The words as they stand in the source",
        VerdictCode.PARAPHRASE: "What stands there instead",
    }.get(report.verdict.code, "Corrected to the words of the source")
    return RightWords("corrected", heading, corrected.text, source.language, credit, cited)


def credit_words(report: Report) -> str:
    """How a translation is to be credited, and that nobody is named where nobody is."""
    found = report.translation
    if found is None or not found.credit_line:
        return ""
    return found.credit_line + ("" if found.translators else " (translator not named)")


def _original(report: Report, store: Store) -> RightWords | None:
    """The original in the claim's own language, as far as the claim reaches in it."""
    beside = beside_original(report)
    original = report.translation.original if report.translation else None
    if beside is None or original is None or not original.text or original.source_id is None:
        return None
    spans = sentence_spans(original.text)
    first = spans[sentence_at(spans, beside.start)][0]
    last = spans[sentence_at(spans, max(beside.start, beside.end - 1))][1]
    cited = ""
    try:
        source = store.source(original.source_id)
        passages = store.passages([original.passage_id]) if original.passage_id else ()
        speaker = passages[0].speaker.name if passages and passages[0].speaker else None
        cited = citation(source, speaker, None).plain
    except (NotFound, StoreError):
        return None
    return RightWords(
        "original",
        "The original wording",
        original.text[first:last],
        original.language or "und",
        "",
        cited,
    )


def whole_sentence(report: Report, before: str, after: str) -> str:
    """The source's sentence, or sentences, that hold the match.

    Args:
        report: any report.
        before: text before the match, from `verifier.showing.cutting.running`.
        after: text after it.

    Returns:
        From the beginning of the first sentence to the end of the last; with the next one when the
        quote is limited or turned there. Empty without a match.
    """
    match: Match | None = report.match
    if match is None or not match.exact:
        return ""
    text, start = before + match.exact + after, len(before)
    spans = sentence_spans(text)
    first = sentence_at(spans, start)
    last = sentence_at(spans, start + len(match.exact) - 1)
    for framing in report.verdict.context:
        at = text.find(framing.text.strip(), start) if framing.code in _TAILS else -1
        if at >= 0 and framing.text.strip():
            last = max(last, sentence_at(spans, at))
    return " ".join(text[spans[first][0] : spans[last][1]].split())
