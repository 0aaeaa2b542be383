"""The command that checks a whole draft; see `verifier.cli`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import click

from verifier.commands.home import LOOK, opened, service_of
from verifier.config import Settings

if TYPE_CHECKING:
    from corpus.errors import QuoteVerifierError
    from verifier.showing.draft_view import DraftItem

_COLOURS = {"same": "green", "near": "cyan", "cut": "yellow", "differs": "red"}


@click.command()
@click.argument("file", metavar="FILE", type=click.File("rb"))
@click.option("--language", help="BCP 47 tag of the draft; detected when absent.")
@click.option("--json", "as_json", is_flag=True, help="Print text and answers as JSON.")
@click.pass_context
def draft(ctx: click.Context, file: IO[bytes], language: str | None, as_json: bool) -> None:
    """Check every quotation in the draft FILE.

    It is text, Markdown, HTML or DOCX. What needs a look comes first; a dash reads
    plain text from standard input.
    """
    from verifier.drafts.files import draft_text
    from verifier.exchange.asking import load_draft
    from verifier.exchange.draft_answer import DraftAnswerSchema, draft_answer, fitting
    from verifier.showing import draft_view

    settings: Settings = ctx.obj
    name = str(getattr(file, "name", ""))  # standard input has none, or one without an ending
    text = fitting(draft_text(name, file, most=settings.max_upload), settings.max_draft)
    load_draft({"text": text, "language": language})
    with opened(settings, starter=True) as home:
        service = service_of(home, settings)
        checks = service.verify_draft(text, language)
        answer = draft_answer(checks, service.scope, settings.max_quote_batch)
    if as_json:
        told = {"text": text, **DraftAnswerSchema().dump(answer)}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        shown = draft_view.items(text, checks, _told)
        for index in draft_view.by_need(checks):
            for line in _lines(text, shown[index]):
                click.echo(line)
        for check in checks:
            if not check.quotation.is_checked:
                start, end = check.quotation.start, check.quotation.end
                kind = draft_view.KINDS[check.quotation.kind]
                click.echo(f"Not checked, {kind}: {_plain(text[start:end])}")
        click.echo(click.style(answer["scope"].statement, dim=True))
    counts = answer["counts"]
    click.echo(
        f"Quotations checked: {counts['checked']}, to look at: {counts['to_look_at']};"
        f" titles and other words in marks, not checked: {counts['found'] - counts['checked']}.",
        err=True,
    )
    ctx.exit(LOOK if counts["to_look_at"] else 0)


def _told(error: QuoteVerifierError) -> tuple[str, str]:
    from verifier.serving.problems import problem_of

    problem = problem_of(error)
    return problem.title, problem.detail


def _plain(text: str) -> str:
    from verifier.showing.presentation import visible

    return visible(" ".join(text.split()))


def _lines(text: str, item: DraftItem) -> Iterator[str]:
    """One quotation: verdict, where it stands in the draft, the words, what is found."""
    from verifier.showing.presentation import source_line

    quotation = item.quotation
    line = text.count("\n", 0, quotation.start) + 1
    title = f"{item.family.sign} {_plain(item.headline)}"
    yield click.style(title, _COLOURS.get(item.family.name), bold=True) + f" [{item.action}]"
    by = f", {_plain(quotation.speaker)}" if quotation.speaker else ""
    yield f"  {item.number}. Line {line}{by}: {_plain(item.words)}"
    if item.notice:
        yield click.style(f"  ! {_plain(' '.join(item.notice))}", "yellow")
    if item.needs_look or item.report is None:
        yield f"  {_plain(item.sentence)}"
    if item.report is not None and item.report.match is not None:
        if item.needs_look:
            yield f"  Source: {_plain(item.report.match.exact)}"
        yield f"  Found in: {_plain(source_line(item.report))}"
    yield ""
