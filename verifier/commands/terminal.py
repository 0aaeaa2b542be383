"""How reports and sources look in a terminal; colour is dropped where there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import click

from corpus.keeping.store import Store
from corpus.models import Source
from verifier.fact_checks.report import fact_check_line, heading
from verifier.renditions.standing import Standings
from verifier.report import Report
from verifier.showing import phrases, presentation

_COLOURS = {"same": "green", "near": "cyan", "cut": "yellow", "differs": "red"}
_MOST_NAMES = 5
"""Speakers in a line of a list; a court's or a parliament's sitting has hundreds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One source of a list.

    Attributes:
        translation: status as in `TranslationReport`.
        passages: of the current version.
        change: what adding did; None outside of adding.
    """

    id: str
    title: str
    date: str | None
    language: str
    speakers: tuple[str, ...]
    translation: str
    passages: int
    change: str | None = None

    @property
    def line(self) -> str:
        """The entry as one line, fields parted by tabs, ``-`` for nothing; few of many speakers."""
        names = ", ".join(self.speakers[:_MOST_NAMES])
        if len(self.speakers) > _MOST_NAMES:
            names += f" and {len(self.speakers) - _MOST_NAMES} more"
        cells = (self.id, self.title, self.date, self.language, names, self.translation)
        plain = [" ".join(presentation.visible(cell or "").split()) or "-" for cell in cells]
        count = f"{self.passages} passage{'' if self.passages == 1 else 's'}"
        tail = [count, *([self.change] if self.change else [])]
        return "\t".join([*plain, *tail])

    @property
    def json(self) -> dict[str, object]:
        """The entry for machines; ``change`` only where there is one."""
        names = ["id", "title", "date", "language", "speakers", "translation", "passages", "change"]
        shown = {name: getattr(self, name) for name in names}
        return {k: v for k, v in shown.items() if k != "change" or v is not None}


def entry(
    store: Store, source: Source, passages: int, standings: Standings, change: str | None = None
) -> Entry:
    """A source as an entry of a list.

    Args:
        store: for its speakers.
        source: at its current version.
        passages: how many that version has.
        standings: of the same store, for its translation status.
        change: what adding did.
    """
    speakers = store.speakers(store.current_rendition(source.id))
    return Entry(
        id=source.id,
        title=source.title or source.origin,
        date=source.date.edtf if source.date else None,
        language=source.language,
        speakers=tuple(speaker.name for speaker in speakers),
        translation=standings.of_source(source.id).status,
        passages=passages,
        change=change,
    )


def sources(count: int) -> str:
    """How many sources, in words: ``1 source``, ``2 sources``."""
    return f"{count} source{'' if count == 1 else 's'}"


def print_entry(shown: Entry, as_json: bool) -> None:
    """Print an entry as a line, or as one JSON object on a line."""
    click.echo(json.dumps(shown.json, ensure_ascii=False) if as_json else shown.line)


def report_lines(report: Report) -> Iterator[str]:
    """A report as lines: headline, notice, both texts, differences, source, what to paste.

    Args:
        report: any report.

    Yields:
        Lines with ANSI colours; `click.echo` drops them off a terminal.
    """
    verdict, match = report.verdict, report.match
    family = phrases.family(verdict.code)
    colour = _COLOURS.get(family.name)
    yield click.style(f"{family.sign} {presentation.visible(verdict.headline)}", colour, bold=True)
    yield presentation.told(report)
    yield f"[{phrases.ACTIONS[verdict.action]}]"
    notice = presentation.notice(report)
    if notice:
        yield ""
        yield click.style("! " + presentation.visible(" ".join(notice)), "yellow")
        if report.translation and report.translation.original.text:
            yield _row(presentation.original_label(report), report.translation.original.text)
        if report.translation and match and not report.corrected_quote:
            yield _row("Credit", report.translation.credit_line or "")
    yield ""
    yield _row("Claim", report.claim.text)
    if match:
        around = (match.context_before, click.style(match.exact, bold=True), match.context_after)
        yield _row("Source", "".join(around))
    for change in presentation.changes(match):
        pair = (change.source_text or "nothing", change.claim_text or "nothing")
        yield _row(change.label, " → ".join(pair))
    for finding in verdict.meaning_risk:
        yield _row("Meaning", finding.note)
    for framing in verdict.context:
        words = f": {framing.text}" if framing.text else ""
        yield _row("Around it", phrases.CONTEXTS[framing.code] + words)
    yield from _place_lines(report)
    if report.fact_checks:
        yield ""
        yield click.style(heading(report.fact_checks), bold=True)
        for each in report.fact_checks:
            yield _row("Reviewed", each.reviewed_claim)
            yield f"  {presentation.visible(fact_check_line(each))}"
    for label, other in presentation.other_renditions(report):
        yield _row(f"Another rendition, {label}", other.text)
    yield ""
    yield click.style(presentation.visible(report.scope.statement), dim=True)


def _place_lines(report: Report) -> Iterator[str]:
    verdict = report.verdict
    if line := presentation.source_line(report):
        yield _row("Found in", line)
    if report.source and report.source.url:
        yield _row("Address", report.source.url)
    if report.match and verdict.attribution.status != "not_claimed":
        yield _row("Speaker", phrases.ATTRIBUTIONS[verdict.attribution.status])
    if report.match and verdict.date.status != "not_claimed":
        yield _row("Date", phrases.DATES[verdict.date.status])
    for words in dict.fromkeys(near.exact for near in report.nearest):
        yield _row("Nearest by words, not a match", words)
    if report.other_matches.total:
        yield _row("Also found in", f"{report.other_matches.total} more places")
    if report.corrected_quote:
        credit = report.corrected_quote.credit_line
        yield _row("To quote", report.corrected_quote.text + (f" ({credit})" if credit else ""))


def _row(label: str, text: str) -> str:
    words = presentation.visible(" ".join(text.split()))
    return f"{click.style(f'{label}:', dim=True)} {words}"
