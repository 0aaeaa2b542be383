"""Kept checks: a report at an address of its own, for a while.

Problem: a desk wants to show a colleague what was found, as it was found; an unpublished quote must
not lie about longer than asked, and nobody may come upon it.

Method: nothing is kept unless asked. What is kept is the body that was sent, word for word, so that
it stays what it was when the program or the corpus changes. The address holds 128 random bits and
goes with an owner: a token, or the newsroom (everybody who may check). After its term a check is
not answered any more, even before it is swept away, and sweeping overwrites the text on disk.

Rejected: keeping the question and answering it anew (another corpus, another answer), readable
numbers (they can be counted up), telling a stranger "forbidden" (that the check exists is known
then).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from corpus.errors import NotFound
from verifier.clock import utc_text
from verifier.remembering import watches
from verifier.remembering.audit import note
from verifier.remembering.ledger import Ledger
from verifier.remembering.notices import Recipient

NEWSROOM = "newsroom"
"""The owner of what is kept without a token, or with a shared one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept check.

    Attributes:
        id: unguessable and URL-safe.
        owner: id of a token, or `NEWSROOM`.
        created: UTC time, ISO 8601 with ``Z``.
        expires: UTC time from which on it is gone.
        body: the report as JSON, as it was sent.
        sha256: of the stored text: what a receipt names.
        changed: UTC time since which the corpus of the day is known to give another verdict; None
            when none is known to.
    """

    id: str
    owner: str
    created: str
    expires: str
    body: dict[str, Any]
    sha256: str
    changed: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """That a kept check is to be compared again when the corpus has grown.

    Attributes:
        verdict: its code.
        revision: of the corpus that it was compared with.
        told: who is told when its quote turns up; None when it is only marked.
    """

    verdict: str
    revision: int
    told: Recipient | None = None


def new_id() -> str:
    """An address that nobody guesses: 128 random bits."""
    return secrets.token_hex(16)


def keep(
    ledger: Ledger,
    check_id: str,
    owner: str,
    body: Mapping[str, Any],
    *,
    days: int,
    now: datetime,
    watch: Open | None = None,
) -> Kept:
    """Keep a report.

    Args:
        ledger: where to.
        check_id: from `new_id`; the report's links name it.
        owner: who may read it.
        body: the report as JSON.
        days: how long.
        now: the time.
        watch: when it is to be compared again.

    Raises:
        StorageFull: no space; nothing was kept.
    """
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    created, expires = utc_text(now), utc_text(now + timedelta(days=days))
    with ledger.writing() as connection:
        connection.execute(
            "INSERT INTO checks (id, owner, created, expires, body) VALUES (?, ?, ?, ?, ?)",
            (check_id, owner, created, expires, text),
        )
        if watch is not None:
            watches.add(connection, check_id, watch.verdict, watch.revision, watch.told)
        note(connection, created, "check_kept", owner, check_id)
    return Kept(check_id, owner, created, expires, json.loads(text), _sha256(text))


def read(ledger: Ledger, check_id: str, caller: str, *, now: datetime) -> Kept:
    """A kept check, for its owner.

    Args:
        ledger: where it is kept.
        check_id: its address.
        caller: who asks; what is the newsroom's is everybody's who may check.
        now: the time.

    Raises:
        NotFound: there is none, its term is over, or it is somebody else's (then a line is written
            about who reached for it).
    """
    with ledger.reading() as connection:
        row = connection.execute(
            "SELECT owner, created, expires, body, changed FROM checks"
            " LEFT JOIN watches ON check_id = id WHERE id = ? AND expires > ?",
            (check_id, utc_text(now)),
        ).fetchone()
    if row is None:
        raise NotFound("check")
    owner, created, expires, text, changed = row
    if owner not in (caller, NEWSROOM):
        with ledger.writing() as connection:
            note(connection, utc_text(now), "check_refused", caller, check_id)
        raise NotFound("check")
    return Kept(check_id, owner, created, expires, json.loads(text), _sha256(text), changed)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
