"""Who is to be told that a job has ended.

A notice stands beside its job, is due in the transaction that ends it as done or as failed, and
goes with it. Whoever stops a job knows that it has ended: then nobody is told.
"""

from __future__ import annotations

from datetime import datetime

from verifier.clock import utc_text
from verifier.remembering.ledger import Connection, Ledger
from verifier.remembering.notice_queue import NoticeQueue
from verifier.remembering.notices import JOB_DONE, Recipient

QUEUE = NoticeQueue(JOB_DONE, table="job_notices", key="job_id", parent="jobs")


def add(connection: Connection, job_id: str, told: Recipient) -> None:
    """Have somebody told of a job, in the transaction that puts it into the queue.

    Args:
        connection: in a transaction.
        job_id: of the job, which is there.
        told: who.
    """
    connection.execute(
        "INSERT INTO job_notices (job_id, url, secret, token) VALUES (?, ?, ?, ?)",
        (job_id, told.url, told.secret, told.token),
    )


def job_ended(connection: Connection, job_id: str, *, now: datetime) -> None:
    """Have the notice of a job sent, in the transaction that ends it; nothing without one."""
    connection.execute(
        "UPDATE job_notices SET found = ?, due = ? WHERE job_id = ? AND url IS NOT NULL",
        (utc_text(now), now.timestamp(), job_id),
    )


def drop(connection: Connection, job_id: str) -> None:
    """Tell nobody of a job, in the transaction that stops it."""
    connection.execute("DELETE FROM job_notices WHERE job_id = ?", (job_id,))


def waits(ledger: Ledger, job_id: str) -> bool:
    """Whether somebody is still to be told of a job."""
    with ledger.reading() as connection:
        row = connection.execute(
            "SELECT 1 FROM job_notices WHERE job_id = ? AND url IS NOT NULL", (job_id,)
        ).fetchone()
    return row is not None
