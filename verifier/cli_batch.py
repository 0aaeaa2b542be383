"""The commands for whole files, see `verifier.cli`: one that checks a file, one that works for a
service."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.cli_home import FAILED, LOOK, opened, service_of
from verifier.config import Settings

if TYPE_CHECKING:
    from verifier.batch import Files, Run
    from verifier.job_models import Progress
    from verifier.job_work import Asking

_WORTH_A_WORKER = 25
"""Rows for which starting one more process pays: it takes as long as checking so many."""


@click.command()
@click.argument(
    "source", metavar="IN", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "-o", "--output", "target", metavar="OUT", required=True, type=click.Path(path_type=Path)
)
@click.option("--column", help="Header of the column of quotes; found by its name when absent.")
@click.option("--sheet", help="Sheet of a workbook; its first when absent.")
@click.option("--force", is_flag=True, help="Start anew instead of going on where it stopped.")
@click.option("--raw", is_flag=True, help="CSV without byte order mark and formula guard.")
@click.option(
    "--workers", type=click.IntRange(1), help="Processes that check; one a processor when absent."
)
@click.pass_context
def batch(
    ctx: click.Context,
    source: Path,
    target: Path,
    column: str | None,
    sheet: str | None,
    force: bool,
    raw: bool,
    workers: int | None,
) -> None:
    """Check every quote of the file IN (CSV, XLSX or JSONL) and write the answers to OUT.

    OUT is CSV, XLSX, HTML or JSONL, by its ending. The same command goes on after an interruption.
    """
    from corpus.errors import StoreBusy
    from verifier.batch import Files, alone

    files = Files(source, target, column, sheet, raw)
    with ExitStack() as stack:
        try:
            stack.enter_context(alone(files))
        except StoreBusy:
            click.echo("Cannot run: another run is writing the same output.", err=True)
            ctx.exit(FAILED)
        status = _checked(ctx.obj, files, force, workers)
    ctx.exit(status)


def _checked(settings: Settings, files: Files, force: bool, workers: int | None) -> int:
    """Answer a file and say what came of it; the exit status."""
    from verifier.batch import open_run

    run = open_run(files, force=force)
    for line in run.notes:
        click.echo(line, err=True)
    if run.job is None:
        click.echo(f"All {run.total} rows are answered already.", err=True)
        return 0
    if run.done:
        click.echo(f"Going on after {run.done} of {run.total} rows.", err=True)
    with _asking(settings, workers, run.total - run.done) as ask:
        last = _shown(run, ask)
    answered = last.done - run.before
    look = answered - last.fine - last.failed
    click.echo(
        f"{answered} rows answered: {last.fine} without points, {look} to look at,"
        f" {last.failed} failed. Checked: {last.checked}, asked before in this file:"
        f" {last.duplicates}.",
        err=True,
    )
    return LOOK if look or last.failed else 0


def _shown(run: Run, ask: Asking) -> Progress:
    """Take the steps of a run, with a bar on a terminal."""
    from verifier.job_models import Progress

    last = Progress(run.total, run.done)
    if not sys.stderr.isatty():
        for step in run.steps(ask):
            last = step
        return last
    with click.progressbar(length=run.total, file=sys.stderr, label="Checking") as bar:
        for step in run.steps(ask):
            last = step
            bar.update(step.done - bar.pos)
    return last


@contextmanager
def _asking(settings: Settings, workers: int | None, rows: int) -> Iterator[Asking]:
    """What answers: processes of their own where there is enough to do, else this one."""
    from verifier.job_answers import answering
    from verifier.workers import Workers, answered_here

    count = min(workers or processors(), max(1, rows // _WORTH_A_WORKER))
    if count == 1:
        with answering(settings) as answer:
            yield partial(answered_here, answer)
        return
    with opened(settings):
        pass  # what is wrong with the home is told here, and an index that lags is mended once
    with Workers(partial(answering, settings), count) as crew:
        yield crew.answered


def processors() -> int:
    """Processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@click.command()
@click.option(
    "--workers", type=click.IntRange(1), help="Processes that check; one a processor when absent."
)
@click.pass_context
def work(ctx: click.Context, workers: int | None) -> None:
    """Work through the files that were given to the API, beside a server that does not.

    `verifier serve` does it by itself; this is for other servers. It also compares kept checks
    again when sources have come in, and sends notices. It goes on until it is told to end.
    """
    from verifier.job_runner import runner_of
    from verifier.ledger import Ledger
    from verifier.logs import start
    from verifier.noticing import noticing_along

    settings: Settings = ctx.obj
    start(settings.log_level)
    told = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: told.set())
    with opened(settings) as home:
        ledger = Ledger.open(settings.home)
        runner = runner_of(settings, ledger, workers or processors())
        runner.start()
        click.echo("Working through files until told to end.", err=True)
        with noticing_along(settings, service_of(home, settings), ledger):
            told.wait()
        runner.stop(settings.stop_seconds)
        ledger.close()
