"""Which kept checks are compared again, and what came of it.

Problem: several processes share one ledger; each open question is to be asked again once for each
state of the corpus, its owner told once, and a process may die between any two steps.

Method: a row beside the kept check, made with it in one transaction and gone with it. What is seen
for the first time is written once, by whoever comes first; then the notice that stands in the row
is due (`verifier.remembering.notice_queue`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from verifier.clock import APART, utc_text
from verifier.remembering.ledger import Connection, Ledger
from verifier.remembering.notice_queue import NoticeQueue
from verifier.remembering.notices import QUOTE_FOUND, Recipient

LEASE = 120.0
"""Seconds for which a round is one process's: longer than its longest step, short enough to be
waited for after a crash."""
QUEUE = NoticeQueue(QUOTE_FOUND, table="watches", key="check_id", parent="checks")
"""The notices of those that turned up."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A kept check to compare again.

    Attributes:
        check_id: its address.
        verdict: what it was kept with.
        body: the report as it was kept.
    """

    check_id: str
    verdict: str
    body: Mapping[str, Any] = field(repr=False)


def add(
    connection: Connection, check_id: str, verdict: str, revision: int, told: Recipient | None
) -> None:
    """Watch a check, in the transaction that keeps it.

    Args:
        connection: in a transaction.
        check_id: of the check.
        verdict: its code.
        revision: of the corpus that it was compared with.
        told: who is told when it turns up; None when it is only marked.
    """
    whom = (told.url, told.secret, told.token) if told else (None, None, None)
    connection.execute(
        "INSERT INTO watches (check_id, verdict, looked, url, secret, token)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (check_id, verdict, revision, *whom),
    )


def next_open(ledger: Ledger, revision: int, *, now: datetime) -> Watch | None:
    """The check that has waited longest to be compared with the corpus of today.

    Args:
        ledger: where it is kept.
        revision: of the corpus, counting what changes its texts.
        now: the time.

    Returns:
        None when all that have not turned up and are within their term have been compared.
    """
    with ledger.reading() as connection:
        row = connection.execute(
            "SELECT check_id, verdict, body FROM watches JOIN checks ON id = check_id"
            " WHERE found IS NULL AND looked < ? AND expires > ? ORDER BY looked, check_id LIMIT 1",
            (revision, utc_text(now)),
        ).fetchone()
    return Watch(row[0], row[1], json.loads(row[2])) if row else None


def looked(
    ledger: Ledger, check_id: str, revision: int, *, changed: bool, found: bool, now: datetime
) -> bool:
    """Write what came of comparing a check again.

    Args:
        ledger: where it is kept.
        check_id: its address.
        revision: of the corpus that it was compared with.
        changed: whether its verdict is another one.
        found: whether it turned up; then it is compared no more, and its notice is due.
        now: the time.

    Returns:
        Whether it turned up and nobody had seen that before.
    """
    at = utc_text(now)
    with ledger.writing() as connection:
        row = connection.execute(
            "UPDATE watches SET looked = max(looked, ?),"
            " changed = CASE WHEN ? THEN coalesce(changed, ?) ELSE changed END,"
            " found = CASE WHEN ? THEN ? END,"
            " due = CASE WHEN ? AND url IS NOT NULL THEN ? END"
            " WHERE check_id = ? AND found IS NULL RETURNING found",
            (revision, changed or found, at, found, at, found, now.timestamp(), check_id),
        ).fetchone()
    return row is not None and row[0] is not None


def take_round(ledger: Ledger, holder: str, *, now: datetime) -> bool:
    """Become or stay the one process that works through the watches.

    Args:
        ledger: where that is written.
        holder: names the process.
        now: the time. A lease that ends further ahead than any lasts was made by a clock that has
            been set back since, and is over too.

    Returns:
        Whether it is.
    """
    at = now.timestamp()
    with ledger.writing(durable=False) as connection:
        return bool(
            connection.execute(
                "INSERT INTO leases (name, holder, until) VALUES ('watches', ?, ?)"
                " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"
                " WHERE holder = excluded.holder OR until <= ? OR until > ?",
                (holder, at + LEASE, at, at + LEASE + APART),
            ).rowcount
        )


def give_round(ledger: Ledger, holder: str) -> None:
    """Let another process have it at once."""
    with ledger.writing(durable=False) as connection:
        connection.execute("DELETE FROM leases WHERE name = 'watches' AND holder = ?", (holder,))
