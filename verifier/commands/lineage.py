"""The commands about what a text was made from: link, set-translation, registers.

They hang on the group of `verifier.commands.corpus`.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from corpus.errors import InvalidRequest
from corpus.translation.registers import Registers
from corpus.translation.status import TranslationStatus
from verifier.commands.home import LOOK, now, opened
from verifier.config import PREFIX, Settings
from verifier.desk import registers_of

_RULES = "rules"
_OWN = "own.toml"
"""The file in a folder of registers that an import writes."""


@click.command("link")
@click.argument("source_a")
@click.argument("source_b")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def link_sources(ctx: click.Context, source_a: str, source_b: str, as_json: bool) -> None:
    """Link two sources that belong together, now and whatever they cover of each other."""
    from corpus.weaving.weaving import link

    with opened(ctx.obj) as home:
        ids = [home.store.find_source(given).id for given in (source_a, source_b)]
        if ids[0] == ids[1]:
            raise InvalidRequest([("/source_b", "same_source", "Name two different sources.")])
        found = link(home, *ids, registers=registers_of(ctx.obj))
    if as_json:
        shown = {
            "relation": found.relation,
            "measures": dict(found.measures),
            "links": len(found.links),
            "evidence": [row.code for _, row in found.evidence],
        }
        click.echo(json.dumps(shown))
    else:
        relation = (found.relation or "nothing that covers enough").replace("_", " ")
        click.echo(f"{len(found.links)} stretches linked; together they are: {relation}.")
        for name, value in found.measures.items():
            click.echo(f"{name.replace('_', ' ')}\t{value}")
    ctx.exit(0 if found.links else LOOK)


@click.command("set-translation")
@click.argument("source_id", metavar="SOURCE")
@click.argument("status", type=click.Choice([_RULES, *(s.value for s in TranslationStatus)]))
@click.option("--speaker", help="Whose turns; the whole source when absent.")
@click.option("--who", required=True, help="Who decides; kept with the decision.")
@click.option("--note", default="", help="Why; kept with the decision.")
@click.pass_context
def set_translation(
    ctx: click.Context, source_id: str, status: str, speaker: str | None, who: str, note: str
) -> None:
    """Decide what SOURCE is; the STATUS 'rules' gives the decision back to the rules."""
    from corpus.lineage import Override
    from corpus.weaving.weaving import decide
    from verifier.renditions.standing import Standings

    if not who.strip():
        raise click.UsageError("--who must not be empty.")
    with opened(ctx.obj) as home:
        store = home.store
        source = store.find_source(source_id)
        speakers = [s.name for s in store.speakers(store.current_rendition(source.id))]
        if speaker is not None and speaker not in speakers:
            detail = f"Speakers of this source: {', '.join(speakers) or 'none'}."
            raise InvalidRequest([("/speaker", "unknown_speaker", detail)])
        chosen = None if status == _RULES else status
        decide(home, Override(source.id, chosen, who.strip(), now(), note.strip(), speaker))
        standing = Standings(store, registers_of(ctx.obj)).of_source(source.id)
    whose = f"{speaker} in {source.id}" if speaker else source.id
    click.echo(f"{whose}: {'back to the rules' if chosen is None else chosen}.", err=True)
    click.echo(f"{source.id}\t{standing.status}")


@click.group("registers")
def registers() -> None:
    """Who speaks which languages in public, and which sites publish translations."""


@registers.command("export")
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), help="Default: print.")
@click.pass_obj
def export_registers(settings: Settings, target: Path | None) -> None:
    """Write all entries, the program's and the desk's own, as TOML."""
    document = registers_of(settings).export()
    if target is None:
        click.echo(document, nl=False)
    else:
        target.write_text(document, "utf-8")


@registers.command("import")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, path_type=Path))
@click.pass_obj
def import_registers(settings: Settings, path: Path) -> None:
    """Add the entries of FILE to the desk's registers; those of the same name are replaced."""
    if not settings.registers:
        raise click.UsageError(f"Set {PREFIX}REGISTERS to the file or folder of your registers.")
    place = Path(settings.registers).expanduser()
    if place.suffix != ".toml":
        place.mkdir(parents=True, exist_ok=True)
        place /= _OWN
    held = Registers()
    if place.exists():
        held = Registers.parse(place.read_text("utf-8"), place.name)
    given = Registers.parse(path.read_text("utf-8"), path.name)
    merged = held.merge(given)
    partial = place.with_name(f"{place.name}.part")
    partial.write_text(merged.export(), "utf-8")
    partial.replace(place)  # a reader sees the old file or the new one
    count = len(given.speakers) + len(given.publishers)
    click.echo(f"{count} entries taken into {place}.", err=True)


def register(corpus: click.Group) -> None:
    """Put the commands into the group of the corpus."""
    for command in (link_sources, set_translation, registers):
        corpus.add_command(command)
