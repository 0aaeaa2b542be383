"""Working through the queue while the service answers: one thread, and its worker processes.

Problem: a job takes minutes or hours; requests must be answered as if nothing went on, the process
may be told to end or be killed at any moment, and several services may share one home. Method: one
thread asks every second whether a job waits, claims it, and has worker processes answer its rows;
it says that it is alive every few seconds, learns by the answer whether the job was cancelled or
taken over, and gives the job back when it is told to stop. What is stored is stored; whoever claims
the job next goes on behind it. The processes stay for some minutes after a job: a file of ten rows
takes a tenth of the time that starting one does.

Rejected: working in the request (nobody waits so long), in this process (threads share one
processor, so every request would wait for the rows), a second service (two things to start; there
is `verifier work` for those who want one), processes that wait from the start or for ever (each
holds a hundred megabytes, and most services see no file for hours).
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from corpus.errors import NotFound, QuoteVerifierError, StoreBusy
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.jobs.answering import answering
from verifier.jobs.folder import job_file, job_input
from verifier.jobs.work import work
from verifier.jobs.workers import Opener, Workers
from verifier.remembering.job_models import LeaseLost
from verifier.remembering.jobs import LEASE, Lease, claim, finish, give_back, renew
from verifier.remembering.ledger import Ledger
from verifier.serving.alongside import Alongside
from verifier.serving.logs import described
from verifier.serving.problems import problem_of

_log = logging.getLogger("verifier")
_PAUSE = 0.25
"""Seconds between looks at the queue: a look is one small question to the ledger, and a small file
should not wait longer than it takes."""
_IDLE = 300.0
"""Seconds for which processes are kept after a job: as long as a desk takes for the next file."""
_HEARTBEAT = LEASE / 12
"""Seconds: also how long a cancelled job goes on at most."""
_AFTER_FAILURE = 10.0
_STOPPING = 10.0
_TRIES = 5
"""How often in a row a job may be begun without one more row being done: a file that brings its
process down must not do so for ever."""


class Runner(Alongside):
    """The thread; `start` and `stop` may each be called once."""

    def __init__(
        self,
        home: Path,
        ledger: Ledger,
        opener: Opener,
        workers: int,
        *,
        now: Callable[[], datetime] = utc_now,
        pause: float = _PAUSE,
        heartbeat: float = _HEARTBEAT,
        idle: float = _IDLE,
    ) -> None:
        """Nothing happens until `start`.

        Args:
            home: folder of the service.
            ledger: the queue; stays open until `stop` has returned.
            opener: what each worker process opens to answer.
            workers: how many.
            now: the clock.
            pause: seconds between looks at the queue.
            heartbeat: seconds between signs of life.
            idle: seconds for which processes are kept after a job.
        """
        super().__init__("jobs", pause=pause, after_failure=_AFTER_FAILURE, patience=_STOPPING)
        self._home = home
        self._ledger = ledger
        self._crew = Workers(opener, workers)
        self._now = now
        self._heartbeat = heartbeat
        self._idle = idle
        self._worked = 0.0
        self._name = f"process {os.getpid()}"

    def run_once(self) -> bool:
        """Work on one job until it ends, or this is told to stop, and keep no process.

        Returns:
            Whether there was one.
        """
        try:
            return self._one()
        finally:
            self._crew.close()

    def _one(self) -> bool:
        lease = claim(self._ledger, self._name, now=self._now())
        if lease is None:
            return False
        try:
            self._work(lease)
        except LeaseLost:
            pass  # whoever has it goes on
        except NotFound:
            finish(self._ledger, lease, now=self._now(), reason="not-found")
        except StoreBusy:
            give_back(self._ledger, lease)
        except QuoteVerifierError as error:
            problem = problem_of(error)
            if problem.status < 500:
                finish(self._ledger, lease, now=self._now(), reason=problem.type)
            else:
                give_back(self._ledger, lease)
                raise
        return True

    def _work(self, lease: Lease) -> None:
        file = job_file(self._home, lease.job_id)
        try:
            if file.take(lease.attempt) >= _TRIES:
                finish(self._ledger, lease, now=self._now(), reason="internal")
                return
            rows = job_input(self._home, lease.job_id, file).rows()
            whole = False
            try:
                whole = self._watched(lease, work(file, lease.attempt, rows, self._crew.answered))
            finally:
                if not whole:
                    self._crew.close()  # with the questions that it has in hand
                self._worked = time.monotonic()
            if whole:
                finish(self._ledger, lease, now=self._now())
        finally:
            file.close()

    def _watched(self, lease: Lease, steps: Iterator[object]) -> bool:
        """Take the steps of a job while it is ours; whether it came to its end."""
        alive = self._now().timestamp()
        for _ in steps:
            if self._stopping.is_set():
                steps.close()  # type: ignore[attr-defined] # stores what is answered
                give_back(self._ledger, lease)
                return False
            at = self._now().timestamp()
            if not 0 <= at - alive < self._heartbeat:
                alive = at
                if not renew(self._ledger, lease, now=self._now()):
                    steps.close()  # type: ignore[attr-defined]
                    return False
        return True

    def look(self) -> bool:
        """Work on one job until it ends; see `verifier.serving.alongside.Alongside.look`."""
        found = self._one()
        if not found and self._crew.running and time.monotonic() - self._worked >= self._idle:
            self._crew.close()
        return found

    def leave(self) -> None:
        """See `verifier.serving.alongside.Alongside.leave`."""
        self._crew.close()

    def tell(self, error: Exception) -> None:
        """See `verifier.serving.alongside.Alongside.tell`."""
        name, place = described(error)
        fields = {"event": "job_stopped", "error": name, "at": place}
        _log.error("a job stopped: %s at %s", name, place, extra={"fields": fields})


def runner_of(settings: Settings, ledger: Ledger, workers: int | None = None) -> Runner:
    """A runner with the real clock and the service of the settings.

    Args:
        settings: of the service.
        ledger: the queue.
        workers: how many processes; as the settings say when None.
    """
    opener = partial(answering, settings)
    return Runner(settings.home, ledger, opener, workers or settings.job_workers)


@contextmanager
def working_along(settings: Settings, ledger: Ledger) -> Iterator[Runner]:
    """Work through the queue for as long as the block runs."""
    runner = runner_of(settings, ledger)
    with runner.running():
        yield runner
