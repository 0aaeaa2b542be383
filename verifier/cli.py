"""The commands. Thin: each opens a home, calls one use case and prints.

`verifier.commands.batch`, `verifier.commands.corpus`, `verifier.commands.fact_checks` and
`verifier.commands.token` hold the groups of those names.

Exit status: 0 all fine, 1 something to look at, 2 could not run. What a machine reads goes to
standard output, everything else to standard error. Modules that are slow to import are imported in
the command that needs them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Any

import click

from corpus.errors import QuoteVerifierError, UnreadableSource
from verifier.commands.batch import batch, work
from verifier.commands.corpus import corpus
from verifier.commands.draft import draft
from verifier.commands.fact_checks import fact_checks
from verifier.commands.home import FAILED, LOOK, opened, service_of
from verifier.commands.token import token
from verifier.config import InvalidSetting, Settings
from verifier.showing.presentation import visible


class _Commands(click.Group):
    """Turns failures that we foresee into one line and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InvalidSetting as error:
            click.echo(f"Cannot run: {error}", err=True)
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)  # 1, as click has it, would say that it is done
        except BrokenPipeError:
            raise  # whoever read our output has seen enough; click ends quietly
        except OSError as error:
            click.echo(f"Cannot run: {error.strerror or error}", err=True)
        except UnreadableSource as error:
            click.echo(f"Cannot run: {visible(error.origin)}: {visible(error.reason)}.", err=True)
        except QuoteVerifierError as error:
            from verifier.serving.problems import problem_of

            problem = problem_of(error)
            fields = " ".join(f"{p.lstrip('/')}: {d}" for p, _, d in problem.errors)
            details = fields or problem.detail
            click.echo(f"Cannot run: {problem.title}. {details}", err=True)
        ctx.exit(FAILED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="quote-verifier")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Find the closest original wording of a quote, and what differs."""
    ctx.obj = Settings.from_env()


@main.command()
@click.argument("quote")
@click.option("--speaker", help="Who is said to have said it.")
@click.option("--date", help="Day, month or year: 2024-04-16.")
@click.option("--language", help="BCP 47 tag of the quote; detected when absent.")
@click.option("--source", "source_id", help="Id of the source to show where places are equal.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_context
def check(
    ctx: click.Context,
    quote: str,
    speaker: str | None,
    date: str | None,
    language: str | None,
    source_id: str | None,
    as_json: bool,
) -> None:
    """Check one QUOTE; a dash reads it from standard input."""
    from verifier.commands.terminal import report_lines
    from verifier.exchange.schemas import load_question, report_json
    from verifier.report import Action

    settings: Settings = ctx.obj
    words = sys.stdin.read() if quote == "-" else quote
    asked = load_question(
        {
            "quote": words,
            "speaker": speaker,
            "date": date,
            "language": language,
            "source_id": source_id,
        }
    )
    with opened(settings, starter=True) as home:
        report = service_of(home, settings).verify(replace(asked, limit=settings.max_quote))
    if as_json:
        click.echo(json.dumps(report_json(report), ensure_ascii=False, indent=2))
    else:
        for line in report_lines(report):
            click.echo(line)
    ctx.exit(0 if report.verdict.action is Action.OK else LOOK)


@main.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on.")
@click.pass_context
def serve(ctx: click.Context, host: str | None, port: int | None) -> None:
    """Serve the pages and the API."""
    from verifier.app import create_app
    from verifier.desk import registers_of
    from verifier.jobs.runner import working_along
    from verifier.remembering.ledger import Ledger
    from verifier.serving.background import weaving_along
    from verifier.serving.logs import start
    from verifier.serving.noticing import noticing_along
    from verifier.serving.server import serve_until_told

    settings: Settings = ctx.obj
    settings = replace(
        settings, host=host or settings.host, port=settings.port if port is None else port
    )
    with opened(settings, starter=True) as home, weaving_along(home, registers_of(settings)):
        ledger = Ledger.open(settings.home)
        start(settings.log_level)
        service = service_of(home, settings)
        with working_along(settings, ledger), noticing_along(settings, service, ledger):
            serve_until_told(
                create_app(settings, service, ledger),
                settings,
                lambda words: click.echo(words, err=True),
            )
        ledger.close()


main.add_command(batch)
main.add_command(corpus)
main.add_command(draft)
main.add_command(fact_checks)
main.add_command(token)
main.add_command(work)
