"""Bearer tokens: who may ask for what.

Problem: a program needs a secret that can be taken back at once in every process, and a stolen copy
of the file must not open the door.

Method: a token is 256 random bits; what is kept is its SHA-256. A slow or salted hash protects
secrets that can be guessed; nobody guesses 256 random bits, so one plain hash costs nothing a
request and gives nothing away. The hash is also the key of the look-up: no comparison takes longer
the nearer it is. Nothing is cached, so a token revoked by one process is refused by all.

Rejected: signed tokens (they cannot be taken back without a list), passwords (they can be guessed).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import NotFound
from verifier.remembering.audit import note
from verifier.remembering.ledger import Ledger

PREFIX = "qv_"
"""Lets a leaked token be recognised by those who look for them."""
_COLUMNS = "id, name, scopes, shared, created, revoked, last_used"


class Scope(StrEnum):
    """What a token is good for."""

    CHECK = "check"
    READ = "read"
    INGEST = "ingest"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is known after it was made; the secret itself is not in it.

    Attributes:
        id: names it in lists, logs and `revoke`.
        name: what somebody called it.
        scopes: what it is good for; ``admin`` stands for all of them.
        shared: what is kept with it belongs to everybody who may check, not to the token alone.
        created: UTC time, ISO 8601 with ``Z``.
        revoked: when it was taken back; None while it is good.
        last_used: day of the last request, None before the first.
    """

    id: str
    name: str
    scopes: frozenset[Scope]
    shared: bool
    created: str
    revoked: str | None
    last_used: str | None

    def may(self, scope: Scope) -> bool:
        """Whether the token has a scope."""
        return scope in self.scopes or Scope.ADMIN in self.scopes


def create(
    ledger: Ledger, name: str, scopes: Iterable[Scope], *, shared: bool, now: str
) -> tuple[Token, str]:
    """Make a token.

    Args:
        ledger: where its hash is kept.
        name: what to call it; names need not differ.
        scopes: at least one.
        shared: see `Token`.
        now: UTC time, ISO 8601 with ``Z``.

    Returns:
        The token and its secret, which is nowhere else and cannot be had again.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    kept = frozenset(scopes)
    token = Token(secrets.token_hex(6), name, kept, shared, now, None, None)
    with ledger.writing() as connection:
        connection.execute(
            "INSERT INTO tokens (id, digest, name, scopes, shared, created)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (token.id, _digest(secret), name, " ".join(sorted(kept)), shared, now),
        )
        note(connection, now, "token_created", "operator", token.id)
    return token, secret


def all_tokens(ledger: Ledger) -> list[Token]:
    """Every token that was ever made, oldest first."""
    with ledger.reading() as connection:
        rows = connection.execute(f"SELECT {_COLUMNS} FROM tokens ORDER BY created, id").fetchall()
    return [_token(row) for row in rows]


def revoke(ledger: Ledger, token_id: str, *, now: str) -> None:
    """Take a token back, in every process, from the next request on; a second time does nothing.

    Raises:
        NotFound: no such token.
    """
    with ledger.writing() as connection:
        found = connection.execute(
            "UPDATE tokens SET revoked = coalesce(revoked, ?) WHERE id = ?", (now, token_id)
        )
        if not found.rowcount:
            raise NotFound("token")
        note(connection, now, "token_revoked", "operator", token_id)


def find(ledger: Ledger, secret: str, *, now: str) -> Token | None:
    """The token of a secret, if it is good; the day of its use is noted.

    Args:
        ledger: where hashes are kept.
        secret: as a caller sent it; anything.
        now: UTC time, ISO 8601 with ``Z``.
    """
    with ledger.reading() as connection:
        row = connection.execute(
            f"SELECT {_COLUMNS} FROM tokens WHERE digest = ? AND revoked IS NULL",
            (_digest(secret),),
        ).fetchone()
    if row is None:
        return None
    token = _token(row)
    if token.last_used != now[:10]:
        with ledger.writing(durable=False) as connection:
            connection.execute(
                "UPDATE tokens SET last_used = ? WHERE id = ?", (now[:10], token.id)
            )
    return token


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _token(row: tuple[str, str, str, int, str, str | None, str | None]) -> Token:
    id, name, scopes, shared, created, revoked, last_used = row
    kept = frozenset(Scope(scope) for scope in scopes.split())
    return Token(id, name, kept, bool(shared), created, revoked, last_used)
