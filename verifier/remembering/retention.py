"""What is over its term goes, from the tables and from the disk.

Everything that the ledger holds about what somebody asked has an end. Sweeping is asked for when
the service starts and now and then while it runs; several processes may sweep at once. The files of
jobs are deleted by `verifier.jobs.folder`, before their rows go from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from verifier.clock import utc_text
from verifier.remembering.ledger import Ledger

_IDLE = 86_400
"""Seconds after which a bucket that nobody took from is full at any rate, and need not be kept."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How long things are kept; a kept check and a job carry their own end.

    Attributes:
        key_hours: answers to idempotency keys.
        audit_days: lines of the audit.
    """

    key_hours: int
    audit_days: int


def sweep(ledger: Ledger, terms: Terms, *, now: datetime) -> int:
    """Delete all that is over its term and overwrite it on disk.

    Args:
        ledger: what to sweep.
        terms: how long things are kept.
        now: the time.

    Returns:
        How many kept checks went.
    """
    over: tuple[tuple[str, str | float], ...] = (
        ("DELETE FROM checks WHERE expires <= ?", utc_text(now)),
        ("DELETE FROM jobs WHERE expires <= ?", utc_text(now)),
        (
            "DELETE FROM idempotency WHERE created <= ?",
            utc_text(now - timedelta(hours=terms.key_hours)),
        ),
        ("DELETE FROM audit WHERE at <= ?", utc_text(now - timedelta(days=terms.audit_days))),
        ("DELETE FROM buckets WHERE at <= ?", now.timestamp() - _IDLE),
    )
    with ledger.writing() as connection:
        gone, *others = [
            connection.execute(statement, (limit,)).rowcount for statement, limit in over
        ]
    if gone or any(others):
        ledger.forget()
    return int(gone)
