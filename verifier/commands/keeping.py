"""The commands that watch, share and save the corpus; see `verifier.cli`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from corpus.copies import back_up, bring_back
from corpus.errors import StoreInUse
from corpus.gathering.watching import Outcome, Seen, look_again
from verifier.commands.home import FAILED, LOOK, fetching_of, opened
from verifier.commands.sources import fetching
from verifier.commands.terminal import sources
from verifier.showing.presentation import visible


@click.command("check")
@click.option("--fetch", is_flag=True, help="Fetch web addresses again, too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a finding.")
@click.pass_context
def check_corpus(ctx: click.Context, fetch: bool, as_json: bool) -> None:
    """Read all that is stored, and the files it came from, and list damage and silent edits.

    Nothing is changed; add a file or address again to keep its new version.
    """
    with opened(ctx.obj) as home:
        damaged = home.store.damaged()
        if not home.in_step():
            damaged.append("the index is not in step with the store: verifier corpus reindex")
        for words in damaged:
            _print({"finding": "damaged", "detail": words}, f"Damaged: {visible(words)}", as_json)
        counts: Counter[Outcome] = Counter()
        asking = fetching_of(ctx.obj, fetching(ctx.obj)) if fetch else None
        for seen in look_again(home.store, fetch=asking):
            counts[seen.outcome] += 1
            if seen.outcome not in (Outcome.SAME, Outcome.NOT_LOOKED):
                _print(_as_json(seen), "\n".join(_lines(seen)), as_json)
    looked = sum(counts.values()) - counts[Outcome.NOT_LOOKED]
    click.echo(
        f"{sources(looked)} read again, {counts[Outcome.CHANGED]} changed,"
        f" {counts[Outcome.GONE]} gone, {counts[Outcome.UNREADABLE]} unreadable;"
        f" {counts[Outcome.NOT_LOOKED]} not looked for; {len(damaged)} damaged places.",
        err=True,
    )
    found = any(n for outcome, n in counts.items() if outcome not in _FINE)
    ctx.exit(LOOK if damaged or found else 0)


_IN_USE = (
    "Cannot run: the corpus is open elsewhere. Stop the service (verifier serve), let other"
    " commands end, and restore then; nothing was changed."
)
_FINE = (Outcome.SAME, Outcome.NOT_LOOKED)


def _as_json(seen: Seen) -> dict[str, object]:
    return {
        "finding": seen.outcome.value,
        "id": seen.source.id,
        "origin": seen.source.origin,
        "version": seen.source.version,
        "detail": seen.reason,
        "diff": list(seen.diff),
    }


def _lines(seen: Seen) -> list[str]:
    name = f"{seen.source.id}\t{visible(seen.source.origin)}"
    if seen.outcome is not Outcome.CHANGED:
        return [f"{seen.outcome.value.capitalize()}: {name}\t{visible(seen.reason)}"]
    return [f"Changed: {name}", *(f"  {visible(line)}" for line in seen.diff)]


def _print(found: dict[str, object], lines: str, as_json: bool) -> None:
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else lines)


@click.command("export")
@click.option("--list", "as_list", is_flag=True, help="Write a list of sources, without texts.")
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), help="Default: print.")
@click.pass_context
def export_corpus(ctx: click.Context, as_list: bool, target: Path | None) -> None:
    """Write where the sources of the corpus are and what is known about them, as TOML."""
    from corpus.gathering.sharing import list_of
    from corpus.gathering.source_lists import write_list

    if not as_list:
        raise click.UsageError("Say --list: a list of the sources, without their texts.")
    with opened(ctx.obj) as home:
        entries = list_of(home.store)
    document = write_list(entries)
    if target is None:
        click.echo(document, nl=False)
    else:
        target.write_text(document, "utf-8")
        click.echo(f"{sources(len(entries))} listed in {target}.", err=True)


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def back_up_corpus(ctx: click.Context, target: Path) -> None:
    """Copy the corpus into a new FILE, whole, while others read and write."""
    with opened(ctx.obj) as home:
        back_up(home.store, target)
        summary = home.store.summary()
    click.echo(f"{sources(summary.sources)} copied to {target}.", err=True)


@click.command("restore")
@click.argument("copy", metavar="FILE", type=click.Path(exists=True, path_type=Path))
@click.option("--force", is_flag=True, help="Replace a corpus that is there already.")
@click.pass_context
def restore_corpus(ctx: click.Context, copy: Path, force: bool) -> None:
    """Bring the corpus back from a FILE made by backup.

    Refused while the service or another command has the corpus open: stop it first.
    """
    try:
        with opened(ctx.obj) as home:
            count = bring_back(home, copy, replacing=force)
    except StoreInUse:
        click.echo(_IN_USE, err=True)
        ctx.exit(FAILED)
    click.echo(f"{sources(count)} brought back.", err=True)


def register(corpus: click.Group) -> None:
    """Put the commands into the group of the corpus."""
    for command in (check_corpus, export_corpus, back_up_corpus, restore_corpus):
        corpus.add_command(command)
