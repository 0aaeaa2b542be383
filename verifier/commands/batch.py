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
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.commands.home import FAILED, LOOK, opened, service_of
from verifier.config import Settings
from verifier.showing.presentation import visible

if TYPE_CHECKING:
    from verifier.jobs.batch import Files, Run
    from verifier.jobs.work import Asking
    from verifier.remembering.job_models import Progress

_OTHER = "--column HEADER chooses one, --column '#3' the third."
_WORTH_A_WORKER = 25
"""Rows for which starting one more process pays: it takes as long as checking so many."""


def _writable(ctx: click.Context, parameter: click.Parameter, target: Path) -> Path:
    """An output in a folder that is there and takes files."""
    if not target.parent.is_dir():
        raise click.BadParameter(f"there is no folder {str(target.parent)!r}.")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise click.BadParameter(f"the folder {str(target.parent)!r} takes no files from you.")
    return target


@click.command()
@click.argument(
    "source", metavar="IN", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar="OUT",
    required=True,
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    callback=_writable,
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
    """Check every quote of the file IN and write the answers to OUT.

    IN is CSV, XLSX or JSONL, OUT is CSV, XLSX, HTML or JSONL, by their endings. The same
    command goes on after an interruption.
    """
    from corpus.errors import NoQuoteColumn, StorageFull, StoreBusy
    from verifier.jobs.batch import Files, alone
    from verifier.serving.problems import problem_of

    files = Files(source, target, column, sheet, raw)
    with ExitStack() as stack:
        try:
            stack.enter_context(alone(files))
        except StoreBusy:
            click.echo("Cannot run: another run is writing the same output.", err=True)
            ctx.exit(FAILED)
        try:
            status = _checked(ctx.obj, files, force, workers)
        except NoQuoteColumn as error:
            problem = problem_of(error)
            hint = f" {_OTHER}" if error.headers else ""
            click.echo(f"Cannot run: {problem.title}. {visible(problem.detail)}{hint}", err=True)
            ctx.exit(FAILED)
        except StorageFull:
            said = "there is no space left. What is answered is kept; the same command goes on."
            click.echo(f"Cannot run: {said}", err=True)
            ctx.exit(FAILED)
        except KeyboardInterrupt:
            click.echo("\nStopped; the same command goes on where it stopped.", err=True)
            ctx.exit(FAILED)
    ctx.exit(status)


def _checked(settings: Settings, files: Files, force: bool, workers: int | None) -> int:
    """Answer a file and say what came of it; the exit status."""
    from verifier.jobs.batch import open_run

    run = open_run(files, force=force)
    for line in run.notes:
        click.echo(line, err=True)
    if run.job is None:
        fine = f"{run.total - run.points} without points, {run.points} to look at or failed."
        click.echo(f"Answered already: {_rows(run.total)}, {fine} --force starts anew.", err=True)
        return LOOK if run.points else 0
    if run.done:
        click.echo(f"Going on after {run.done} of {_rows(run.total)}.", err=True)
    with _asking(settings, workers, run.total - run.done) as ask:
        last = _shown(run, ask)
    answered = last.done - run.before
    look = answered - last.fine - last.failed
    click.echo(
        f"{_rows(answered)} answered: {last.fine} without points, {look} to look at,"
        f" {last.failed} failed. Checked: {last.checked}, asked before in this file:"
        f" {last.duplicates}.",
        err=True,
    )
    return LOOK if look or last.failed or run.points else 0


def _rows(count: int) -> str:
    return f"{count} row{'' if count == 1 else 's'}"


def _shown(run: Run, ask: Asking) -> Progress:
    """Take the steps of a run, with a bar on a terminal."""
    from verifier.remembering.job_models import Progress

    last = Progress(run.total, run.done)
    if not sys.stderr.isatty():
        for step in run.steps(ask):
            last = step
        return last
    with click.progressbar(
        length=run.total, file=sys.stderr, label="Checking", show_eta=False, item_show_func=_left
    ) as bar:
        for step in run.steps(ask):
            last = step
            bar.update(step.done - bar.pos, step)
    return last


def _left(step: Progress | None) -> str:
    """How long the rest takes, by the pace of the whole run and not of its first seconds."""
    from verifier.exchange.job_view import time_words

    seconds = step.seconds_left if step else None
    if not step or seconds is None or step.done == step.total:
        return ""
    return f"{step.done} of {step.total}, {time_words(ceil(seconds))} left"


@contextmanager
def _asking(settings: Settings, workers: int | None, rows: int) -> Iterator[Asking]:
    """What answers: processes of their own where there is enough to do, else this one."""
    from verifier.jobs.answering import answering
    from verifier.jobs.workers import Workers, answered_here

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
    """Work through the files that were given to the API.

    `verifier serve` does it by itself; this is for other servers. It also compares kept checks
    again when sources have come in, and sends notices. It goes on until it is told to end.
    """
    from verifier.jobs.runner import runner_of
    from verifier.remembering.ledger import Ledger
    from verifier.serving.logs import start
    from verifier.serving.noticing import noticing_along

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
