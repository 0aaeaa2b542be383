"""Answers as one page that prints: a summary, then every row, what needs a look first.

Problem: the summary stands at the top and is known at the end, and 20,000 rows do not fit into
memory; the page is sent around by mail, so that it must be whole in itself and must do nothing.

Method: each row is written at once into a temporary file of its group; closing writes the head, the
summary and the groups behind each other. The style is in the page, the page's own policy allows
that style by its hash and nothing else: no script, no picture, no request.

Rejected: a script that sorts and filters (a page from strangers' texts that runs code), one file a
group, keeping the rows in memory.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import tempfile
from dataclasses import dataclass, field
from functools import cache
from typing import IO, BinaryIO
from weakref import finalize

from jinja2 import Environment, PackageLoader, select_autoescape

from verifier.answering.claimed_source import SOURCE_OTHER
from verifier.fact_checks.report import fact_check_line
from verifier.report import Action, Report
from verifier.serving.problems import Problem
from verifier.showing import phrases, presentation
from verifier.tables.cells import source_match
from verifier.tables.rows import Input, Row

_IN_MEMORY = 1_000_000
_ERROR = phrases.Family("none", "!", "Not answered")
_GROUPS = {
    "stop": phrases.ACTIONS[Action.STOP],
    "review": phrases.ACTIONS[Action.REVIEW],
    "error": "Not answered: the row cannot be read",
    "ok": phrases.ACTIONS[Action.OK],
}
_NOT_READ = "The row cannot be read"
_TOLD_ATTRIBUTIONS = ("different", "quoted_by_source", "ambiguous_name")


@dataclass(slots=True)
class _Group:
    name: str
    words: str
    count: int = 0
    file: IO[bytes] = field(
        default_factory=lambda: tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
    )


class PageWriter:
    """One self-contained page; see `verifier.tables.rows.Writer`."""

    def __init__(self, out: BinaryIO, source: Input) -> None:
        """Begin a page.

        Args:
            out: takes the bytes when the writer is closed.
            source: the file that is answered; its notes are told at the top.
        """
        self._out, self._source = out, source
        self._groups = {name: _Group(name, words) for name, words in _GROUPS.items()}
        for group in self._groups.values():
            finalize(self, group.file.close)
        self._last: Report | None = None

    def row(self, row: Row, answer: Report | Problem) -> None:
        """Write a row with its answer."""
        if isinstance(answer, Report):
            self._last = answer
            group, fields = self._groups[answer.verdict.action.value], _told(row, answer)
        else:
            group, fields = self._groups["error"], _unanswered(row, answer)
        group.count += 1
        text = _pages().get_template("report/row.html").render(row=row, **fields)
        group.file.write(text.encode("utf-8", "replace"))

    def close(self) -> None:
        """Write the page."""
        style = _style()
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        head = _pages().get_template("report/head.html")
        opening = head.render(
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'",
            style=style,
            total=sum(group.count for group in self._groups.values()),
            groups=self._groups.values(),
            notes=self._source.notes,
            checked_at=self._last.created_at if self._last else "",
            scope=self._last.scope.statement if self._last else "",
        )
        self._out.write(opening.encode("utf-8", "replace"))
        for group in self._groups.values():
            if group.count:
                title = f'<section aria-labelledby="{group.name}"><h2 id="{group.name}">'
                self._out.write(f"\n{title}{group.words} ({group.count:,})</h2>\n".encode())
                group.file.seek(0)
                shutil.copyfileobj(group.file, self._out)
                self._out.write(b"</section>\n")
        self._out.write(b"</main>\n</body>\n</html>\n")


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("verifier"),
        autoescape=select_autoescape(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {
        "visible": presentation.visible,
        "snug": presentation.snug,
        "direction": phrases.direction,
    }
    return pages


@cache
def _style() -> str:
    loader = _pages().loader
    assert loader is not None
    return "\n" + loader.get_source(_pages(), "report/style.css")[0]


def _told(row: Row, report: Report) -> dict[str, object]:
    """What is shown of an answered row."""
    match, source = report.match, report.source
    to_look_at = report.verdict.action is not Action.OK
    around = (match.context_before, match.context_after) if match and to_look_at else ("", "")
    return {
        "report": report,
        "family": phrases.family(report.verdict.code),
        "headline": report.verdict.headline,
        "claimed": {"speaker": report.claim.speaker, "date": report.claim.date},
        "notice": presentation.notice(report),
        "claim_runs": presentation.claim_runs(report),
        "source_runs": presentation.source_runs(match) if match else (),
        "context": around,
        "to_look_at": to_look_at,
        "points": _points(row, report) if to_look_at else (),
        "source": presentation.source_line(report),
        "address": presentation.web_address(source.url) if source else "",
        "fact_checks": [fact_check_line(each) for each in report.fact_checks],
    }


def _points(row: Row, report: Report) -> list[str]:
    """What there is to look at, a sentence a point."""
    verdict = report.verdict
    found = [finding.note for finding in verdict.meaning_risk]
    found += [phrases.CONTEXTS[framing.code] for framing in verdict.context]
    who = verdict.attribution
    if who.status in _TOLD_ATTRIBUTIONS:
        found.append(f"Speaker: {who.in_source or 'unknown'}; {phrases.ATTRIBUTIONS[who.status]}")
    if verdict.date.status == "differs":
        found.append(f"Date: {verdict.date.in_source}; {phrases.DATES['differs']}")
    if source_match(row, report) == SOURCE_OTHER:
        found.append("The claimed address is not that of this source")
    return list(dict.fromkeys(found))


def _unanswered(row: Row, problem: Problem) -> dict[str, object]:
    """What is shown of a row without an answer: why, and its cells as far as they can be read."""
    details = " ".join(detail for _, _, detail in problem.errors) or problem.detail
    words = " | ".join(cell for cell in row.cells if cell.strip())[:500]
    return {
        "report": None,
        "family": _ERROR,
        "headline": _NOT_READ if problem.type == "invalid-request" else problem.title,
        "problem": details,
        "words": words,
        "claimed": {},
    }
