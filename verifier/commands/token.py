"""The commands that make, list and take back tokens; see `verifier.cli`."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from verifier.commands.home import now
from verifier.config import Settings
from verifier.remembering import tokens
from verifier.remembering.ledger import Ledger


@click.group()
def token() -> None:
    """Let programs ask, and stop them."""


@token.command("create")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice([scope.value for scope in tokens.Scope]),
    help="What it is good for; may be given several times.",
)
@click.option("--shared", is_flag=True, help="What it keeps is readable by all who may check.")
@click.option("--json", "as_json", is_flag=True, help="Print the token with its id as JSON.")
@click.pass_obj
def create_token(
    settings: Settings, name: str, scopes: tuple[str, ...], shared: bool, as_json: bool
) -> None:
    """Make a token called NAME; it is shown once, and only its hash is kept."""
    granted = [tokens.Scope(scope) for scope in scopes]
    made, secret = tokens.create(
        Ledger.open(settings.home), name, granted, shared=shared, now=now()
    )
    if as_json:
        click.echo(json.dumps({"id": made.id, "token": secret}))
        return
    click.echo(secret)
    click.echo(f"This is token {made.id}. It is shown this once; keep it safe.", err=True)


@token.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a token.")
@click.pass_obj
def list_tokens(settings: Settings, as_json: bool) -> None:
    """List all tokens, without their secrets."""
    for each in tokens.all_tokens(Ledger.open(settings.home)):
        scopes = sorted(each.scopes)
        if as_json:
            click.echo(json.dumps(asdict(each) | {"scopes": scopes}, ensure_ascii=False))
            continue
        state = f"revoked {each.revoked}" if each.revoked else "good"
        cells = (each.id, each.name, ",".join(scopes), each.created, each.last_used or "-", state)
        click.echo("\t".join(" ".join(cell.split()) for cell in cells))


@token.command("revoke")
@click.argument("token_id")
@click.pass_obj
def revoke_token(settings: Settings, token_id: str) -> None:
    """Take a token back; it is refused from now on."""
    tokens.revoke(Ledger.open(settings.home), token_id, now=now())
    click.echo(f"{token_id} is revoked.", err=True)
