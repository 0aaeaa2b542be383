"""Whether a report answers what a gold row asks."""

from __future__ import annotations

from typing import Any

from corpus.text.tokens import tokens
from verifier.report import Report, VerdictCode

Row = dict[str, Any]


def plain(text: str) -> str:
    """A text without case and punctuation: its tokens, joined."""
    return " ".join(tokens(text).norms)


def shortcomings(row: Row, report: Report) -> list[str]:
    """The asked fields that a report gets wrong; empty when all are right."""
    out: list[str] = []
    verdict = report.verdict
    if row.get("verdicts") and verdict.code.value not in row["verdicts"]:
        out.append(f"verdict {verdict.code.value}")
    codes = {f.code.value for f in verdict.meaning_risk} | {f.code.value for f in verdict.context}
    for need in row.get("need") or ():
        if not codes & set(need.split("|")):
            out.append(f"needs {need}")
    out += [f"has {code}" for code in row.get("forbid") or () if code in codes]
    wanted = row.get("attribution")
    if wanted and verdict.attribution.status not in wanted.split("|"):
        out.append(f"attribution {verdict.attribution.status}")
    if row.get("action") and verdict.action.value != row["action"]:
        out.append(f"action {verdict.action.value}")
    if row.get("date_status") and verdict.date.status != row["date_status"]:
        out.append(f"date {verdict.date.status}")
    if row.get("translation"):
        status = report.translation.status if report.translation else None
        if status not in row["translation"]:
            out.append(f"translation {status}")
    if row.get("source") and (report.source is None or report.source.origin != row["source"]):
        out.append(f"source {report.source.origin if report.source else None}")
    if not shows_original(row, report):
        out.append("original not shown")
    return out


def shows_original(row: Row, report: Report) -> bool:
    """Whether the wording that must be shown is in the match, and not buried in it."""
    choices = row.get("original_any") or ([row["original"]] if row.get("original") else [])
    if not choices:
        return True
    if report.match is None:
        return False
    return any(_shows([c] if isinstance(c, str) else c, report) for c in choices)


def _shows(parts: list[str], report: Report) -> bool:
    match = report.match
    assert match is not None
    texts = [plain(match.exact), *(plain(p.exact) for p in match.pieces)]
    if not all(any(plain(part) in text for text in texts) for part in parts):
        return False
    most = 4.0 if report.verdict.code is VerdictCode.PARAPHRASE else 1.6
    asked = max(sum(len(plain(part)) for part in parts), len(plain(report.claim.text)))
    return len(texts[0]) <= most * asked
