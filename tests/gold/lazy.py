"""Judges that would pass a careless set of examples; the gold sets must fail them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from verifier.models import Context, Finding, Framing, Risk
from verifier.report import Report, VerdictCode

_FRAME_WORDS = re.compile(
    r"\b(not|never|nobody|no|nothing|if|unless|but|however|perhaps|suppose|said|told|claim|think)\b"
    r"|[不没]|如果|假如|但|声称",
    re.IGNORECASE,
)


def altered_always(report: Report) -> Report:
    """Every quote has altered wording."""
    return replace(report, verdict=replace(report.verdict, code=VerdictCode.ALTERED_WORDING))


def every_class(report: Report) -> Report:
    """Every difference touches the meaning in every way, and every frame bears on the match."""
    findings = tuple(Finding(risk, "", "", "") for risk in Risk)
    frames = tuple(Framing(code, 0, 0, "") for code in Context)
    return replace(report, verdict=replace(report.verdict, meaning_risk=findings, context=frames))


def window_of_words(report: Report) -> Report:
    """Frame words are looked for in the ten words before and after, whatever they govern."""
    if report.match is None:
        return report
    before = " ".join(report.match.context_before.split()[-10:])
    after = " ".join(report.match.context_after.split()[:10])
    found: list[Context] = []
    if _FRAME_WORDS.search(before):
        found += [
            Context.HEAD_HAS_NEGATION,
            Context.HEAD_HAS_CONDITION,
            Context.HEAD_REPORTS_OTHERS,
        ]
    if _FRAME_WORDS.search(after):
        found += [Context.TAIL_HAS_CONDITION, Context.TAIL_HAS_CONTRAST]
    frames = tuple(Framing(code, 0, 0, "") for code in found)
    return replace(report, verdict=replace(report.verdict, context=frames))


LAZY: dict[str, Callable[[Report], Report]] = {
    "altered_always": altered_always,
    "every_class": every_class,
    "window_of_words": window_of_words,
}
