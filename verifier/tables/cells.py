"""The cells of an answered row: the original ones, and the ``qv_`` columns behind them.

Problem: spreadsheets open a cell that starts with ``=`` as a formula, and a cell they open is a
cell that can send a desk's quotes away. Method: an apostrophe before whatever could be calculated,
also behind blanks and signs that are not seen.

Source: the OWASP note on CSV injection.
"""

from __future__ import annotations

import unicodedata

from corpus.errors import InvalidRequest
from verifier.answering.claimed_source import source_status
from verifier.fact_checks.report import fact_check_line
from verifier.report import Report
from verifier.serving.problems import Problem
from verifier.showing import presentation
from verifier.tables.rows import Input, Row

_ROW = ("row", "status", "error", "action", "verdict", "headline", "words_differ")
_POINTS = ("meaning_risk", "context", "changes")
_PLACE = ("source_text", "context_before", "context_after", "speaker_in_source", "attribution")
_SOURCE = ("source_title", "source_date", "date_match")
_TRANSLATION = ("translation", "version_quoted", "original_language", "original_text")
_USE = ("credit_line", "corrected_quote", "earliest_date", "other_matches", "fact_checks")
_RECORD = ("citation", "link", "search", "corpus_version", "checked_at")
COLUMNS = (*_ROW, *_POINTS, *_PLACE, *_SOURCE, *_TRANSLATION, *_USE, *_RECORD)
"""The documented columns after the original ones, without their ``qv_``."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNSEEN = frozenset({"Zs", "Cf", "Cc"})


def headers_of(source: Input) -> list[str]:
    """The columns of the output: the original ones and ours."""
    return [*source.headers, *(f"qv_{column}" for column in COLUMNS)]


def original_cells(source: Input, row: Row) -> list[str]:
    """The cells of a row under the headers of its file.

    Args:
        source: the file.
        row: of it.

    Returns:
        As many cells as there are headers: blank ones are added, and what a row has beyond them
        is kept in the last one, so that nothing is lost and no column moves.
    """
    width = len(source.headers)
    cells = list(row.cells)
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(cells) > width > 0:
        cells[width - 1 :] = [source.delimiter.join(cells[width - 1 :])]
    return cells + [""] * (width - len(cells))


def guard(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would take it for a formula."""
    if text[:1].isalnum():
        return text  # most cells; none of these begins a formula or is unseen
    if text.startswith(_FORMULA):
        return f"'{text}"
    at = 0
    while at < len(text) and unicodedata.category(text[at]) in _UNSEEN:
        at += 1
    return f"'{text}" if text.startswith(_FORMULA, at) else text


def answer_cells(row: Row, answer: Report | Problem) -> list[object]:
    """The ``qv_`` cells of one record, in the order of `COLUMNS`.

    Args:
        row: the row.
        answer: the report, or why there is none.

    Returns:
        Texts and whole numbers; None for an empty cell.
    """
    found = _report_cells(row, answer) if isinstance(answer, Report) else _problem_cells(answer)
    found["row"] = row.number
    return [found.get(column) for column in COLUMNS]


def _problem_cells(problem: Problem) -> dict[str, object]:
    details = " ".join(detail for _, _, detail in problem.errors) or problem.detail
    return {"status": "error", "error": f"{problem.type}: {details}"}


def claimed_source(row: Row) -> object:
    """The address that a row names as its source; None without one."""
    return None if isinstance(row.body, InvalidRequest) else row.body.get("source_url")


def source_match(row: Row, report: Report) -> str | None:
    """What the claimed source of a row is to the shown one.

    Args:
        row: the row.
        report: its answer.

    Returns:
        See `verifier.answering.claimed_source.source_status`; None without a place as well.
    """
    if report.source is None:
        return None
    return source_status(claimed_source(row), report.source.url)


def attribution_of(row: Row, report: Report) -> str:
    """The speaker axis, and the claimed source against the shown one where one is claimed."""
    found = source_match(row, report)
    return " ".join(filter(None, (report.verdict.attribution.status, found)))


def _report_cells(row: Row, report: Report) -> dict[str, object]:
    verdict, match, source = report.verdict, report.match, report.source
    translation, counts = report.translation, verdict.counts
    original = translation.original if translation else None
    cells: dict[str, object] = {
        "status": "ok",
        "action": verdict.action.value,
        "verdict": verdict.code.value,
        "headline": verdict.headline,
        "words_differ": counts.substituted + counts.inserted + counts.deleted if match else None,
        "meaning_risk": " ".join(dict.fromkeys(f.code.value for f in verdict.meaning_risk)),
        "context": " ".join(dict.fromkeys(f.code.value for f in verdict.context)),
        "changes": "; ".join(_change(each) for each in presentation.changes(match)),
        "attribution": attribution_of(row, report),
        "speaker_in_source": verdict.attribution.in_source,
        "date_match": verdict.date.status,
        "earliest_date": report.other_matches.earliest_in_corpus,
        "other_matches": report.other_matches.total,
        "fact_checks": "; ".join(map(fact_check_line, report.fact_checks)) or None,
        "search": verdict.search.status.value,
        "corpus_version": report.scope.corpus_version,
        "checked_at": report.created_at,
        "link": report.links.html,
    }
    if match:
        cells |= {
            "source_text": match.exact,
            "context_before": match.context_before,
            "context_after": match.context_after,
        }
    if source:
        cells["source_title"] = source.title or source.origin
        cells["source_date"] = source.date.edtf if source.date else None
    if translation and match is None:
        cells["translation"] = f"nearest: {translation.status}"
    elif translation and original:
        cells |= {
            "translation": translation.status,
            "version_quoted": translation.version_quoted,
            "original_language": translation.original_language,
            "original_text": original.text,
            "credit_line": translation.credit_line,
        }
    if report.corrected_quote:
        cells["corrected_quote"] = report.corrected_quote.text
    if report.citation:
        cells["citation"] = report.citation.plain
    return cells


def _change(change: presentation.Change) -> str:
    source = f"“{change.source_text}”" if change.source_text else "nothing"
    claim = f"“{change.claim_text}”" if change.claim_text else "nothing"
    return f"{change.label.lower()}: {source} → {claim}"
