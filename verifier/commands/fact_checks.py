"""The commands that keep published fact-checks; see `verifier.cli`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from corpus.errors import InvalidInput
from corpus.fact_check import FactCheckReading, KeptFactCheck
from corpus.fetching.addresses import has_scheme
from corpus.gathering.gathering import Fetch, reason_of
from corpus.readers.fact_check import LARGEST, read
from verifier.commands.home import LOOK, fetching_of, now, opened
from verifier.desk import fetching
from verifier.fact_checks.report import FactCheckMatch
from verifier.showing.presentation import visible

_FEEDS = {"application/json": "json", "application/ld+json": "json"}
_SHOWN = 100
"""Characters of a claim in a line; ``--json`` has all of it."""


@click.group("fact-checks")
def fact_checks() -> None:
    """Keep published fact-checks, shown beside quotes whose words they review."""


@fact_checks.command("add")
@click.argument("given", metavar="PATH|URL...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a fact-check.")
@click.pass_context
def add_fact_checks(ctx: click.Context, given: tuple[str, ...], as_json: bool) -> None:
    """Add the fact-checks of pages, feeds and tables: ClaimReview, JSON, CSV.

    A rating stays its publisher's. What cannot be read is named with its reason, the rest goes in;
    the same fact-check again is kept once, a changed one as a new version.
    """
    fetch = fetching_of(ctx.obj, fetching(ctx.obj, _FEEDS))
    refused = taken = 0
    with opened(ctx.obj) as home:
        for origin in _places(given):
            try:
                reading = _read(origin, fetch)
            except (InvalidInput, OSError) as failed:
                refused += 1
                why = reason_of(failed) if isinstance(failed, InvalidInput) else failed.strerror
                click.echo(visible(f"Not added: {origin}: {why}"), err=True)
                continue
            for each in reading.refused:
                refused += 1
                click.echo(visible(f"Not added: {origin}, {each.where}: {each.reason}"), err=True)
            for added in home.store.fact_checks.add(reading.checks, origin=origin, now=now()):
                taken += 1
                _print(added.kept, as_json, change=added.change.value)
    click.echo(f"{_many(taken)}, {refused} not added.", err=True)
    ctx.exit(LOOK if refused else 0)


@fact_checks.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, to be added again.")
@click.pass_context
def list_fact_checks(ctx: click.Context, as_json: bool) -> None:
    """List the fact-checks that are kept."""
    with opened(ctx.obj) as home:
        for kept in home.store.fact_checks.current():
            _print(kept, as_json)


@fact_checks.command("show")
@click.argument("fact_check_id")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a version.")
@click.pass_context
def show_fact_check(ctx: click.Context, fact_check_id: str, as_json: bool) -> None:
    """Show a fact-check with all its versions, oldest first."""
    with opened(ctx.obj) as home:
        for kept in home.store.fact_checks.versions(fact_check_id):
            if as_json:
                _print(kept, True)
                continue
            click.echo(f"version {kept.version}, {kept.added_at}, from {visible(kept.origin)}")
            for name, value in asdict(kept.check).items():
                if value is not None:
                    click.echo(f"  {name.replace('_', ' ')}: {visible(value)}")


@fact_checks.command("remove")
@click.argument("fact_check_id")
@click.pass_context
def remove_fact_check(ctx: click.Context, fact_check_id: str) -> None:
    """Withdraw a fact-check: no longer shown."""
    with opened(ctx.obj) as home:
        home.store.fact_checks.remove(fact_check_id)
    click.echo(f"{fact_check_id} is withdrawn.", err=True)


@fact_checks.command("evaluate")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@click.pass_context
def evaluate_fact_checks(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Ask the claims of a FILE whose fact-checks are known, and count what is found.

    A table or JSON lines with a claim and the address of its fact-check in each row; several
    addresses are parted by blanks, and a claim that nobody has reviewed has none.
    """
    from verifier.commands.home import service_of
    from verifier.fact_checks.evaluation import Known, evaluate, known_claims
    from verifier.service import Question

    settings = ctx.obj
    rows = list(known_claims(file.name, file.read_bytes()))
    broken = [row for row in rows if not isinstance(row, Known)]
    for number, reason in broken:
        click.echo(f"Not asked: row {number}: {reason}", err=True)
    with opened(settings) as home:
        service = service_of(home, settings)
        most = service.policy.fact_checks_shown

        def ask(claim: str) -> tuple[FactCheckMatch, ...]:
            question = Question(claim, limit=settings.max_quote_batch)
            return service.search_fact_checks(question, whole=True)[:most]

        claims = [row for row in rows if isinstance(row, Known)]
        kept = [kept.check.url for kept in home.store.fact_checks.current()]
        figures = evaluate(claims, kept, ask)
    if as_json:
        click.echo(json.dumps(asdict(figures)))
    else:
        for name, value in asdict(figures).items():
            shown = "-" if value is None else f"{value:.3f}" if isinstance(value, float) else value
            click.echo(f"{name.replace('_', ' ')}: {shown}")
    ctx.exit(LOOK if broken else 0)


def _places(given: tuple[str, ...]) -> Iterator[str]:
    """Addresses and files; of a folder all files in it."""
    for each in given:
        if has_scheme(each) or not Path(each).is_dir():
            yield each
        else:
            files = (p for p in sorted(Path(each).rglob("*")) if p.is_file())
            yield from (str(p) for p in files if not p.name.startswith("."))


def _read(origin: str, fetch: Fetch) -> FactCheckReading:
    if has_scheme(origin):
        fetched = fetch(origin)
        return read(origin, fetched.content, fetched.address)
    path = Path(origin)
    with path.open("rb") as stream:
        return read(path.name, stream.read(LARGEST + 1))


def _print(kept: KeptFactCheck, as_json: bool, change: str | None = None) -> None:
    check = kept.check
    if as_json:
        shown: dict[str, Any] = {"id": kept.id, **asdict(check), "version": kept.version}
        shown |= {"added_at": kept.added_at, **({"change": change} if change else {})}
        click.echo(json.dumps(shown, ensure_ascii=False))
        return
    claim = check.claim if len(check.claim) <= _SHOWN else f"{check.claim[:_SHOWN]}\u2026"
    rating = check.rating or "no rating given"
    cells = (kept.id, check.published, check.publisher, rating, claim, check.url)
    line = "\t".join(" ".join(visible(cell or "-").split()) for cell in cells)
    click.echo(f"{line}\t{change}" if change else line)


def _many(count: int) -> str:
    return f"{count} fact-check{'' if count == 1 else 's'}"
