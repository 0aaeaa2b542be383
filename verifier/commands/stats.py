"""The command that counts the corpus; see `verifier.cli`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from corpus.keeping.overview import Overview
from verifier.commands.home import opened
from verifier.showing.picture import gap_lines, tables
from verifier.showing.presentation import visible


@click.command("stats")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as one JSON object.")
@click.pass_context
def count_corpus(ctx: click.Context, as_json: bool) -> None:
    """Count what is in the corpus, and say what is lacking."""
    with opened(ctx.obj) as home:
        found = home.store.overview()
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    for line in _lines(found):
        click.echo(line)


def _lines(found: Overview) -> Iterator[str]:
    yield f"{found.sources:,} sources, {found.passages:,} passages"
    for table in tables(found):
        yield ""
        yield click.style(f"{table.title} (sources, passages)", bold=True)
        names = [" ".join(visible(bar.name).split()) for bar in table.bars]
        width = min(40, max(map(len, names)))
        for name, bar in zip(names, table.bars, strict=True):
            cells = f"{name:{width}}  {bar.sources:>7,}  {bar.passages:>9,}"
            yield f"{cells}  {'#' * bar.steps}".rstrip()
        if table.more:
            yield f"and {table.more:,} more"
    if gaps := gap_lines(found):
        yield ""
        yield click.style("Lacking", bold=True)
        yield from gaps
