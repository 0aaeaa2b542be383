"""The command that brings sources in; see `verifier.cli`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from corpus.errors import UnreadableSource
from corpus.fetching.addresses import has_scheme
from corpus.gathering.gathering import (
    Differs,
    Event,
    Failure,
    Fetch,
    change_of,
    gather,
    many_of,
    reason_of,
)
from corpus.gathering.places import Place, places_of
from corpus.home import Home
from corpus.models import Source
from verifier.commands.home import (
    FAILED,
    LOOK,
    fetching_of,
    now,
    opened,
    registers_of,
    starter_sources,
    weave_now,
)
from verifier.commands.terminal import entry, print_entry, sources
from verifier.desk import fetching as fetching
from verifier.showing.presentation import visible

_FEW = 2


def _there(ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> Any:
    for each in given:
        if not has_scheme(each) and not Path(each).exists():
            raise click.BadParameter(f"{each!r} is no file, folder, web address or list.")
    return given


@click.command("add")
@click.argument("given", metavar="[PATH|URL|LIST.toml]...", nargs=-1, callback=_there)
@click.option("--starter", is_flag=True, help="Add the embedded starter corpus.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a source.")
@click.option("--no-wait", is_flag=True, help="Leave linking to the service.")
@click.pass_context
def add_sources(
    ctx: click.Context, given: tuple[str, ...], starter: bool, as_json: bool, no_wait: bool
) -> None:
    """Add files, folders, web addresses and what stands in a list of sources, and link them.

    What cannot be read is named with its reason, and the rest goes in. After an interruption the
    same command goes on where it stopped.
    """
    from verifier.renditions.standing import Standings

    if not given and not starter:
        raise click.UsageError("Give a PATH, a URL or a list, or --starter.")
    failures: list[Failure] = []
    differing: list[Differs] = []
    taken: list[tuple[Source, int, str]] = []
    places = list(_places(given, failures))
    registers, aside = registers_of(ctx.obj), 0
    with opened(ctx.obj) as home:
        for event in _events(home, places, starter, fetching_of(ctx.obj, fetching(ctx.obj))):
            if isinstance(event, Failure):
                failures.append(event)
            elif isinstance(event, Differs):
                differing.append(event)
            else:
                taken.append((event.source, many_of(event), change_of(event).value))
        if not no_wait:
            aside = weave_now(home, registers)
        standings = Standings(home.store, registers)
        for source, count, change in taken:  # only now are their statuses known
            print_entry(entry(home.store, source, count, standings, change), as_json)
    for line in _told(failures, differing):
        click.echo(line, err=True)
    if len(places) >= _FEW:
        click.echo(f"{sources(len(taken))}, {len(failures)} not added.", err=True)
    ctx.exit(LOOK if failures or differing or aside else 0)


def _events(home: Home, places: list[Place], starter: bool, fetch: Fetch) -> Iterator[Event]:
    if starter:
        yield from home.add(starter_sources(), now=now())
    with _progress(places) as progress:
        try:
            yield from gather(home, places, fetch=fetch, now=now(), progress=progress)
        except KeyboardInterrupt:
            click.echo("\nStopped; the same command goes on where it stopped.", err=True)
            raise click.exceptions.Exit(FAILED) from None


def _told(failures: list[Failure], differing: list[Differs]) -> Iterator[str]:
    for failure in failures:
        yield visible(f"Not added: {failure.origin}: {failure.reason}")
    for each in differing:
        yield visible(
            f"Not the text that was listed: {each.origin} has the hash {each.found}, the list says"
            f" {each.listed}"
        )


def _places(given: tuple[str, ...], failures: list[Failure]) -> Iterator[Place]:
    for each in given:
        try:
            yield from places_of(each)
        except UnreadableSource as broken:
            failures.append(Failure(broken.origin, reason_of(broken)))


@contextmanager
def _progress(places: list[Place]) -> Iterator[Callable[[int], object]]:
    """A bar over the bytes of all files, on a terminal only."""
    total = sum(place.size if place.path else 1 for place in places)
    if not sys.stderr.isatty() or not total:
        yield lambda done: None
        return
    with click.progressbar(length=total, file=sys.stderr, label="Reading") as bar:
        yield bar.update
