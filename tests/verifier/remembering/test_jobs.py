"""The queue: claimed by one at a time, renewed, taken over once, cancelled, erased."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.errors import NotFound
from verifier.clock import APART
from verifier.remembering import jobs
from verifier.remembering.audit import events
from verifier.remembering.checks import NEWSROOM
from verifier.remembering.jobs import LEASE, State
from verifier.remembering.ledger import Ledger

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SOON, OVER = timedelta(seconds=LEASE - 1), timedelta(seconds=LEASE)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path)
    yield opened
    opened.close()


def add(ledger: Ledger, *names: str, owner: str = "me") -> None:
    for name in names:
        with ledger.writing() as connection:
            jobs.add(connection, name, owner, "csv", days=30, now=NOW)


def state(ledger: Ledger, name: str) -> State:
    return jobs.read(ledger, name, "me", now=NOW).state


def test_jobs_are_claimed_in_the_order_they_came(ledger: Ledger) -> None:
    add(ledger, "b", "a")
    assert [jobs.ahead_of(ledger, name) for name in "ba"] == [0, 1]
    claimed = [jobs.claim(ledger, "w", now=NOW) for _ in range(3)]
    assert [lease and lease.job_id for lease in claimed] == ["b", "a", None]
    assert jobs.read(ledger, "b", "me", now=NOW).started == "2026-03-01T12:00:00Z"


def test_many_claim_one_job_and_one_has_it(ledger: Ledger) -> None:
    """Switched off: the lock that `Ledger.writing` takes first (`BEGIN` in its place)."""
    add(ledger, *[f"j{n}" for n in range(5)])
    with ThreadPoolExecutor(8) as pool:
        claimed = list(pool.map(lambda _: jobs.claim(ledger, "w", now=NOW), range(20)))
    assert sorted(lease.job_id for lease in claimed if lease) == [f"j{n}" for n in range(5)]


@pytest.mark.parametrize(
    ("later", "again", "why"),
    [
        (timedelta(0), False, "it is being worked on"),
        (SOON, False, "its worker may still say something"),
        (OVER, True, "its worker said nothing for the whole lease"),
        (timedelta(days=-1), True, "a clock that was set back must not lock it for a day"),
        (timedelta(seconds=-APART - 1), True, "nor for less: who works says so again soon"),
        (timedelta(seconds=-1), False, "somebody who looked at the clock a moment earlier"),
    ],
)
def test_a_lease_that_is_over_is_taken_over_once(
    ledger: Ledger, later: timedelta, again: bool, why: str
) -> None:
    """Switched off: `leased_until` in `verifier.remembering.jobs.claim`."""
    add(ledger, "a")
    first = jobs.claim(ledger, "w1", now=NOW)
    second = jobs.claim(ledger, "w2", now=NOW + later)
    assert (second is not None) is again, why
    if first and second:
        assert second.attempt > first.attempt
        assert jobs.claim(ledger, "w3", now=NOW + later) is None, "and by one only"
        assert not jobs.renew(ledger, first, now=NOW + later)
        assert not jobs.finish(ledger, first, now=NOW + later)
        jobs.give_back(ledger, first)
        assert state(ledger, "a") is State.RUNNING
        assert jobs.finish(ledger, second, now=NOW + later)


def test_a_heartbeat_keeps_the_lease(ledger: Ledger) -> None:
    add(ledger, "a")
    lease = jobs.claim(ledger, "w", now=NOW)
    assert lease is not None
    assert jobs.renew(ledger, lease, now=NOW + SOON)
    assert jobs.claim(ledger, "v", now=NOW + OVER) is None
    assert jobs.claim(ledger, "v", now=NOW + SOON + OVER) is not None


def test_what_is_given_back_is_claimed_at_once(ledger: Ledger) -> None:
    add(ledger, "a")
    lease = jobs.claim(ledger, "w", now=NOW)
    assert lease is not None
    jobs.give_back(ledger, lease)
    assert state(ledger, "a") is State.WAITING
    assert jobs.claim(ledger, "v", now=NOW) is not None


@pytest.mark.parametrize(
    ("reason", "ended"), [(None, State.DONE), ("csv-no-quote-column", State.FAILED)]
)
def test_a_job_ends(ledger: Ledger, reason: str | None, ended: State) -> None:
    add(ledger, "a")
    lease = jobs.claim(ledger, "w", now=NOW)
    assert lease is not None
    assert jobs.finish(ledger, lease, now=NOW, reason=reason)
    job = jobs.read(ledger, "a", "me", now=NOW)
    assert (job.state, job.reason, job.ended) == (ended, reason, "2026-03-01T12:00:00Z")
    assert jobs.claim(ledger, "w", now=NOW + OVER) is None
    assert not jobs.renew(ledger, lease, now=NOW)


@pytest.mark.parametrize("claimed", [False, True])
def test_a_job_is_stopped_and_then_erased(ledger: Ledger, claimed: bool) -> None:
    add(ledger, "a")
    lease = jobs.claim(ledger, "w", now=NOW) if claimed else None
    stopped = jobs.cancel(ledger, "a", "me", now=NOW)
    assert stopped is not None
    assert stopped.state is State.CANCELLED
    assert lease is None or not jobs.renew(ledger, lease, now=NOW)
    assert jobs.claim(ledger, "w", now=NOW + OVER) is None
    assert jobs.cancel(ledger, "a", "me", now=NOW) is None
    with pytest.raises(NotFound):
        jobs.read(ledger, "a", "me", now=NOW)
    told = [each.event for each in events(ledger)]
    assert sorted(told) == ["job_added", "job_cancelled", "job_erased"]


def test_a_job_is_its_owners(ledger: Ledger) -> None:
    """Switched off: comparing the owner in `verifier.remembering.jobs.read`."""
    add(ledger, "mine")
    add(ledger, "ours", owner=NEWSROOM)
    for ask in (jobs.read, jobs.cancel):
        with pytest.raises(NotFound):
            ask(ledger, "mine", "somebody", now=NOW)
    assert state(ledger, "mine") is State.WAITING
    assert jobs.read(ledger, "ours", "somebody", now=NOW).owner == NEWSROOM
    refused = [each for each in events(ledger) if each.event == "job_refused"]
    assert {(each.who, each.subject) for each in refused} == {("somebody", "mine")}


def test_a_job_over_its_term_is_not_there(ledger: Ledger) -> None:
    add(ledger, "a")
    over = NOW + timedelta(days=30)
    with pytest.raises(NotFound):
        jobs.read(ledger, "a", "me", now=over)
    assert jobs.claim(ledger, "w", now=over) is None
