"""The same request sent twice does its work once.

Problem: a program that got no answer sends its request again. It may arrive while the first one is
still at work, at another process, or after that process died in the middle.

Method: the key is claimed in one transaction before the work and answered in one after it. A claim
is a lease: when its holder dies, the next request with the key takes it over. What the work does
must therefore bear being done twice (adding a source does: it is known by its bytes); work that is
kept in the ledger itself passes the transaction of its own rows to `answer`, and then the two
cannot be parted. Only what succeeded is remembered, so that a refused request can be mended and
sent again under its key.

Rejected: one transaction across the corpus and the ledger (SQLite does not make one over two files
in WAL mode), remembering failures (a busy store would be busy for a day).

Source: draft-ietf-httpapi-idempotency-key-header-07.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from corpus.errors import InvalidRequest
from verifier.clock import APART, utc_text
from verifier.remembering.ledger import Connection, Ledger
from verifier.remembering.refusals import KeyInProgress, KeyReused

LEASE = 300.0
"""Seconds for which work may take: longer than the largest upload takes to be read, short enough to
be waited for after a crash."""
_KEY = re.compile(r"[\x21-\x7e]{1,200}")


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered.

    Attributes:
        status: HTTP status.
        location: address of what was made, or None.
        body: JSON text.
    """

    status: int
    location: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do the work of one key.

    Attributes:
        owner: whose key it is; the same key of two owners is two keys.
        key: as the caller sent it.
        secret: tells this claim from one that took it over.
    """

    owner: str
    key: str
    secret: str


def claim(
    ledger: Ledger, owner: str, key: str, request: bytes, *, now: datetime
) -> Claim | Answered:
    """Begin the work of a key, or get what it was answered before.

    Args:
        ledger: where keys are kept.
        owner: id of the token that asks.
        key: 1 to 200 visible ASCII characters.
        request: all that makes the request what it is (method, path, body); only its hash is kept.
        now: the time.

    Raises:
        InvalidRequest: not a key.
        KeyReused: it came before with another request.
        KeyInProgress: the same request is being worked on.
    """
    if not _KEY.fullmatch(key):
        fault = ("/Idempotency-Key", "invalid", "Give 1 to 200 visible ASCII characters.")
        raise InvalidRequest([fault])
    digest, at = hashlib.sha256(request).hexdigest(), now.timestamp()
    with ledger.writing() as connection:
        row = connection.execute(
            "SELECT request, state, leased_until, status, location, body FROM idempotency"
            " WHERE owner = ? AND key = ?",
            (owner, key),
        ).fetchone()
        if row is not None:
            if row[0] != digest:
                raise KeyReused
            if row[1] == "done":
                return Answered(row[3], row[4], row[5])
            if 0 <= row[2] - at <= LEASE + APART:
                raise KeyInProgress
        taken = Claim(owner, key, secrets.token_hex(8))
        connection.execute(
            "INSERT OR REPLACE INTO idempotency"
            " (owner, key, request, state, claim, created, leased_until)"
            " VALUES (?, ?, ?, 'in_progress', ?, ?, ?)",
            (owner, key, digest, taken.secret, utc_text(now), at + LEASE),
        )
    return taken


def answer(connection: Connection, taken: Claim, answered: Answered) -> None:
    """Remember what was answered, in the transaction that the caller holds.

    A claim that was taken over in the meantime changes nothing.
    """
    connection.execute(
        "UPDATE idempotency SET state = 'done', status = ?, location = ?, body = ?"
        " WHERE owner = ? AND key = ? AND claim = ? AND state = 'in_progress'",
        (
            *(answered.status, answered.location, answered.body),
            *(taken.owner, taken.key, taken.secret),
        ),
    )


def give_up(ledger: Ledger, taken: Claim) -> None:
    """Give a key back whose work failed, so that it can be sent again at once."""
    with ledger.writing() as connection:
        connection.execute(
            "DELETE FROM idempotency"
            " WHERE owner = ? AND key = ? AND claim = ? AND state = 'in_progress'",
            (taken.owner, taken.key, taken.secret),
        )


def forget(connection: Connection, location: str) -> None:
    """Forget the keys that made a thing which is gone: sent again, they shall make it again.

    Args:
        connection: in a transaction that the caller holds.
        location: address of the thing, as it was answered.
    """
    connection.execute("DELETE FROM idempotency WHERE location = ?", (location,))
