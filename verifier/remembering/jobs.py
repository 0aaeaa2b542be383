"""The queue of jobs: files of quotes that are worked through while nobody waits for an answer.

Problem: a job outlives the request that brought it and the process that works on it. It must be
worked on by one process at a time, be taken over when that one dies, once, and be stopped by its
owner; its address must be nobody else's.

Method: a job is a row of the ledger with a state. Working on it is a lease, renewed by heartbeats:
claiming is one transaction, and a lease that is over is claimed like a job that waits. Each claim
has a number that only grows, and everything done under an older one comes to nothing, here and in
the job's own file (`verifier.jobs.file`), which holds the rows' answers and how far it is. What is
asked stands in neither of the ledger's columns.

    waiting --claim--> running --finish--> done | failed
       ^                  |
       `---- give back ---'        waiting, running --cancel--> cancelled

Rejected: a queue library (huey was tried: a task in hand when its process is killed is gone),
a lock on a file (it tells neither who is at it nor since when, and a home may lie on a network).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from corpus.errors import NotFound
from verifier.clock import APART, utc_text
from verifier.remembering import job_notices
from verifier.remembering.audit import note
from verifier.remembering.checks import NEWSROOM
from verifier.remembering.idempotency import forget
from verifier.remembering.ledger import Connection, Ledger

LEASE = 60.0
"""Seconds without a heartbeat after which a job may be taken over: longer than a busy machine ever
stands still, short enough to be waited for after a crash."""


class State(StrEnum):
    """What becomes of a job."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self not in (State.WAITING, State.RUNNING)


@dataclass(frozen=True, slots=True)
class Job:
    """A job as the queue knows it.

    Attributes:
        id: unguessable and URL-safe.
        owner: id of a token, or `NEWSROOM`.
        kind: of its file: ``csv``, ``xlsx`` or ``jsonl``.
        state: see `State`.
        created: UTC time, ISO 8601 with ``Z``.
        started: when it was first claimed; None before that.
        ended: when it ended; None before that.
        expires: UTC time from which on it is gone.
        attempts: how often it was claimed.
        reason: type of the problem that it failed with; None for every other state.
    """

    id: str
    owner: str
    kind: str
    state: State
    created: str
    started: str | None
    ended: str | None
    expires: str
    attempts: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a job.

    Attributes:
        job_id: the job.
        attempt: number of the claim.
    """

    job_id: str
    attempt: int


_FREE = (
    "SELECT sequence FROM jobs WHERE state IN ('waiting', 'running') AND expires > ?"
    " AND (state = 'waiting' OR leased_until <= ? OR leased_until > ?) ORDER BY sequence LIMIT 1"
)
_COLUMNS = "id, owner, kind, state, created, started, ended, expires, attempts, reason"


def add(
    connection: Connection, job_id: str, owner: str, kind: str, *, days: int, now: datetime
) -> Job:
    """Put a job into the queue, in the transaction that the caller holds.

    Args:
        connection: in a transaction.
        job_id: see `verifier.remembering.checks.new_id`; its files are there.
        owner: who may read it.
        kind: of its file.
        days: how long it is kept.
        now: the time.
    """
    created, expires = utc_text(now), utc_text(now + timedelta(days=days))
    connection.execute(
        "INSERT INTO jobs (id, owner, kind, state, created, expires)"
        " VALUES (?, ?, ?, 'waiting', ?, ?)",
        (job_id, owner, kind, created, expires),
    )
    note(connection, created, "job_added", owner, job_id)
    return Job(job_id, owner, kind, State.WAITING, created, None, None, expires, 0, None)


def read(ledger: Ledger, job_id: str, caller: str, *, now: datetime) -> Job:
    """A job, for its owner.

    Args:
        ledger: where it is.
        job_id: its address.
        caller: who asks; what is the newsroom's is everybody's who may check.
        now: the time.

    Raises:
        NotFound: there is none, its term is over, or it is somebody else's (then a line is written
            about who reached for it).
    """
    with ledger.reading() as connection:
        row = connection.execute(
            f"SELECT {_COLUMNS} FROM jobs WHERE id = ? AND expires > ?", (job_id, utc_text(now))
        ).fetchone()
    if row is None:
        raise NotFound("job")
    job = _job(row)
    if job.owner not in (caller, NEWSROOM):
        with ledger.writing() as connection:
            note(connection, utc_text(now), "job_refused", caller, job_id)
        raise NotFound("job")
    return job


def ahead_of(ledger: Ledger, job_id: str) -> int:
    """How many jobs that are not ended came before this one."""
    with ledger.reading() as connection:
        row = connection.execute(
            "SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running')"
            " AND sequence < (SELECT sequence FROM jobs WHERE id = ?)",
            (job_id,),
        ).fetchone()
    return int(row[0])


def claim(ledger: Ledger, worker: str, *, now: datetime) -> Lease | None:
    """Begin to work on the oldest job that waits, or whose worker is gone.

    Args:
        ledger: the queue.
        worker: names the process, for the operator.
        now: the time. A lease that ends further ahead than any lease lasts was made by a clock that
            has been set back since, and is over too.

    Returns:
        The lease; None when there is nothing to do.
    """
    at = now.timestamp()
    with ledger.reading() as connection:  # asked every second: no lock while nothing is to do
        if connection.execute(_FREE, (utc_text(now), at, at + LEASE + APART)).fetchone() is None:
            return None
    with ledger.writing() as connection:
        row = connection.execute(
            "UPDATE jobs SET state = 'running', worker = ?, leased_until = ?,"
            " attempts = attempts + 1, started = coalesce(started, ?)"
            f" WHERE sequence = ({_FREE}) RETURNING id, attempts",
            (worker, at + LEASE, *(utc_text(now),) * 2, at, at + LEASE + APART),
        ).fetchone()
    return Lease(row[0], int(row[1])) if row else None


def renew(ledger: Ledger, lease: Lease, *, now: datetime) -> bool:
    """Say that a job is still being worked on.

    Returns:
        Whether to go on: not when it was cancelled, erased or taken over.
    """
    with ledger.writing(durable=False) as connection:
        changed = connection.execute(
            "UPDATE jobs SET leased_until = ?"
            " WHERE id = ? AND attempts = ? AND state = 'running' AND expires > ?",
            (now.timestamp() + LEASE, lease.job_id, lease.attempt, utc_text(now)),
        ).rowcount
    return bool(changed)


def finish(ledger: Ledger, lease: Lease, *, now: datetime, reason: str | None = None) -> bool:
    """End a job: as done, or as failed where there is a reason. Who is to be told is due then.

    Returns:
        Whether it was still this lease's to end.
    """
    state = State.FAILED if reason else State.DONE
    with ledger.writing() as connection:
        changed = connection.execute(
            "UPDATE jobs SET state = ?, reason = ?, ended = ?, worker = NULL, leased_until = NULL"
            " WHERE id = ? AND attempts = ? AND state = 'running'",
            (state.value, reason, utc_text(now), lease.job_id, lease.attempt),
        ).rowcount
        if changed:
            job_notices.job_ended(connection, lease.job_id, now=now)
    return bool(changed)


def give_back(ledger: Ledger, lease: Lease) -> None:
    """Let somebody else go on with a job at once."""
    with ledger.writing() as connection:
        connection.execute(
            "UPDATE jobs SET state = 'waiting', worker = NULL, leased_until = NULL"
            " WHERE id = ? AND attempts = ? AND state = 'running'",
            (lease.job_id, lease.attempt),
        )


def cancel(ledger: Ledger, job_id: str, caller: str, *, now: datetime) -> Job | None:
    """Stop a job that has not ended; erase one that has.

    Args:
        ledger: the queue.
        job_id: its address.
        caller: see `read`.
        now: the time.

    Returns:
        The cancelled job, whose rows so far stay; None when it was erased: then its files are to be
        deleted.

    Raises:
        NotFound: see `read`.
    """
    read(ledger, job_id, caller, now=now)
    at = utc_text(now)
    with ledger.writing() as connection:
        row = connection.execute(
            "UPDATE jobs SET state = 'cancelled', ended = ?, worker = NULL, leased_until = NULL"
            f" WHERE id = ? AND state IN ('waiting', 'running') RETURNING {_COLUMNS}",
            (at, job_id),
        ).fetchone()
        if row is None:
            connection.execute("DELETE FROM jobs WHERE id = ?", (job_id,))
            forget(connection, location_of(job_id))
        else:
            job_notices.drop(connection, job_id)
        note(connection, at, "job_cancelled" if row else "job_erased", caller, job_id)
    return _job(row) if row else None


def over(ledger: Ledger, *, now: datetime) -> list[str]:
    """Ids of the jobs whose term is over and that are still there."""
    with ledger.reading() as connection:
        rows = connection.execute("SELECT id FROM jobs WHERE expires <= ?", (utc_text(now),))
        return [row[0] for row in rows]


def location_of(job_id: str) -> str:
    """The address of a job in the API."""
    return f"/api/v1/jobs/{job_id}"


def known(ledger: Ledger) -> frozenset[str]:
    """Ids of all jobs that there are."""
    with ledger.reading() as connection:
        return frozenset(row[0] for row in connection.execute("SELECT id FROM jobs"))


def _job(row: tuple[str, str, str, str, str, str | None, str | None, str, int, str | None]) -> Job:
    job_id, owner, kind, state, created, started, ended, expires, attempts, reason = row
    return Job(
        *(job_id, owner, kind, State(state), created, started, ended, expires, attempts, reason)
    )
