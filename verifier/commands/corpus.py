"""The commands that keep the corpus; see `verifier.cli`."""

from __future__ import annotations

import json
from typing import Any

import click

from verifier.commands import keeping, lineage
from verifier.commands.home import LOOK, opened, registers_of
from verifier.commands.sources import add_sources
from verifier.commands.stats import count_corpus
from verifier.showing.presentation import visible


@click.group()
def corpus() -> None:
    """Keep the corpus."""


def _print_entry(shown: Any, as_json: bool) -> None:
    click.echo(json.dumps(shown.json, ensure_ascii=False) if as_json else shown.line)


@corpus.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a source.")
@click.pass_context
def list_sources(ctx: click.Context, as_json: bool) -> None:
    """List the sources, one line each."""
    from verifier.commands.terminal import entry
    from verifier.renditions.standing import Standings

    with opened(ctx.obj) as home:
        standings = Standings(home.store, registers_of(ctx.obj))
        after = None
        while page := home.store.sources(after=after, limit=200):
            for source in page:
                count = len(home.store.source_passages(source.id))
                _print_entry(entry(home.store, source, count, standings), as_json)
            after = page[-1].id


@corpus.command("show")
@click.argument("source_id")
@click.option("--versions", is_flag=True, help="List its versions with what changed.")
@click.option("--json", "as_json", is_flag=True, help="Print description and text as JSON.")
@click.pass_context
def show_source(ctx: click.Context, source_id: str, versions: bool, as_json: bool) -> None:
    """Show a source with its text, and why it is held to be a translation."""
    from verifier.commands.terminal import entry
    from verifier.commands.versions import version_lines, versions_json
    from verifier.exchange.schemas import schema_of, source_json
    from verifier.renditions.standing import Standings
    from verifier.showing.source_view import SourceTranslation, evidence_lines, source_translation

    with opened(ctx.obj) as home:
        store = home.store
        if versions:
            found = store.versions(source_id)
            lines = [json.dumps(versions_json(found))] if as_json else version_lines(store, found)
            for line in lines:
                click.echo(line)
            return
        source, passages = store.source(source_id), store.source_passages(source_id)
        text = store.rendition_text(store.current_rendition(source_id))
        standings = Standings(store, registers_of(ctx.obj))
        told = source_translation(store, standings.of_source(source_id))
        if as_json:
            translation = schema_of(SourceTranslation)().dump(told)
            whole = {"source": source_json(source), "translation": translation, "text": text}
            click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        else:
            click.echo(entry(store, source, len(passages), standings).line)
            reason = f" ({source.fidelity_reason})" if source.fidelity_reason else ""
            click.echo(f"fidelity: {source.fidelity.value.replace('_', ' ')}{visible(reason)}")
            for line in evidence_lines(told):
                click.echo(line)
            click.echo()
            click.echo(text)


@corpus.command("remove")
@click.argument("source_id")
@click.pass_context
def remove_source(ctx: click.Context, source_id: str) -> None:
    """Withdraw a source: no longer searched, still readable."""
    with opened(ctx.obj) as home:
        home.remove(source_id)
    click.echo(f"{source_id} is withdrawn.", err=True)


@corpus.command("reindex")
@click.pass_context
def reindex(ctx: click.Context) -> None:
    """Make the index anew from the store."""
    with opened(ctx.obj) as home:
        home.rebuild()
        sound = home.in_step()
        click.echo(f"{home.index.state().passages} passages indexed.", err=True)
    ctx.exit(0 if sound else LOOK)


lineage.register(corpus)
keeping.register(corpus)
corpus.add_command(add_sources)
corpus.add_command(count_corpus)
