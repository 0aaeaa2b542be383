"""Working through the queue: to the end, stopped, cancelled, taken over, brought down."""

from __future__ import annotations

import io
import json
import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from verifier.config import Settings
from verifier.exchange.job_view import JobView
from verifier.jobs import runner as job_runner
from verifier.jobs.answers import packed_problem
from verifier.jobs.folder import Given, erase, job_file
from verifier.jobs.intake import show_job, take_job
from verifier.jobs.runner import Runner
from verifier.jobs.workers import Answering
from verifier.remembering import jobs
from verifier.remembering.callers import Caller
from verifier.remembering.jobs import LEASE, State
from verifier.remembering.ledger import Ledger
from verifier.serving.problems import Problem

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@contextmanager
def answering_at_once() -> Iterator[Answering]:
    """Answers with the quote itself."""
    yield lambda body: packed_problem(Problem("x", "x", 422, body["quote"]))


@contextmanager
def answering_slowly() -> Iterator[Answering]:
    """The same, a twentieth of a second a row."""

    def answer(body: Any) -> bytes:
        time.sleep(0.05)
        return packed_problem(Problem("x", "x", 422, body["quote"]))

    yield answer


@contextmanager
def answering_by_name() -> Iterator[Answering]:
    """Answers with the number of its process."""
    yield lambda body: packed_problem(Problem("x", "x", 422, str(os.getpid())))


class Queue:
    """A queue of its own with one file in it."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(home=folder)
        self.ledger = Ledger.open(folder)
        self.now = NOW

    def add(self, rows: int) -> JobView:
        lines = "".join(f'{{"id": {n}, "quote": "quote {n}"}}\n' for n in range(rows))
        given = Given(io.BytesIO(lines.encode()), "a.jsonl")
        return take_job(self.ledger, self.settings, Caller(), given, now=NOW)

    def show(self, job: JobView) -> JobView:
        return show_job(self.ledger, self.settings, Caller(), job.id, now=NOW)

    def runner(self, opener: Any = answering_at_once, **more: Any) -> Runner:
        return Runner(
            self.settings.home, self.ledger, opener, 1, now=lambda: self.now, pause=0.05, **more
        )

    def details(self, job: JobView) -> list[str]:
        file = job_file(self.settings.home, job.id)
        from verifier.jobs.answers import json_of

        found = [json.loads(json_of(answer)[1])["detail"] for _, answer in file.answers()]
        file.close()
        return found


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    opened = Queue(tmp_path)
    yield opened
    opened.ledger.close()


def until(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold; far longer than it takes is waited for."""
    for _ in range(3_000):
        if holds():
            return True
        time.sleep(0.01)
    return False


def test_jobs_are_worked_through_in_order(queue: Queue) -> None:
    first, second = queue.add(30), queue.add(3)
    assert (first.waiting_behind, second.waiting_behind) == (0, 1)
    runner = queue.runner()
    assert [runner.run_once() for _ in range(3)] == [True, True, False]
    shown = queue.show(first)
    assert (shown.state, shown.counts.done, shown.counts.checked) == (State.DONE, 30, 30)
    assert (shown.share_done, shown.seconds_left) == (1.0, 0)
    assert queue.details(first) == [f"quote {n}" for n in range(30)]
    assert queue.show(second).state is State.DONE


def test_told_to_stop_it_gives_the_job_back_with_its_rows(queue: Queue) -> None:
    """Switched off: `give_back` in `verifier.jobs.runner`."""
    job = queue.add(60)
    runner = queue.runner(answering_slowly)
    runner.start()
    assert until(lambda: queue.show(job).counts.done > 3)
    assert queue.show(job).seconds_left is not None
    assert runner.stop()
    left = queue.show(job)
    assert (left.state, 3 < left.counts.done < 60) == (State.WAITING, True)
    assert queue.runner().run_once()
    whole = queue.show(job)
    assert (whole.state, whole.counts.done, whole.counts.checked) == (State.DONE, 60, 60)
    assert queue.details(job) == [f"quote {n}" for n in range(60)]


def test_a_cancelled_job_ends_and_keeps_its_rows(queue: Queue) -> None:
    """Switched off: asking `renew` in `Runner._watched`."""
    job = queue.add(400)
    runner = queue.runner(answering_slowly, heartbeat=-1.0)
    runner.start()
    assert until(lambda: queue.show(job).counts.done > 3)
    stopped = jobs.cancel(queue.ledger, job.id, Caller().owner, now=NOW)
    assert stopped is not None
    following = queue.add(1)
    assert until(lambda: queue.show(following).state is State.DONE)
    assert runner.stop()
    kept = queue.show(job)
    assert (kept.state, 3 < kept.counts.done < 400) == (State.CANCELLED, True)
    assert kept.seconds_left == 0
    assert queue.details(job) == [f"quote {n}" for n in range(kept.counts.done)]


def gone(pid: str) -> bool:
    """Whether a process has ended; its parent has asked after it."""
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    return False


def test_the_processes_of_a_job_answer_the_next_and_end_when_told(queue: Queue) -> None:
    """Switched off: keeping `_crew` between jobs; `Runner.leave`."""
    runner = queue.runner(answering_by_name)
    runner.start()
    answered = []
    for _ in range(2):
        job = queue.add(3)
        assert until(lambda job=job: queue.show(job).state is State.DONE)  # type: ignore[misc]
        answered += queue.details(job)
    assert len(set(answered)) == 1
    assert not gone(answered[0])
    assert runner.stop()
    assert gone(answered[0])


def test_processes_without_work_end_after_a_while(queue: Queue) -> None:
    """Switched off: `_idle` in `Runner.look`."""
    job, runner = queue.add(3), queue.runner(answering_by_name, idle=0.2)
    with runner.running():
        assert until(lambda: queue.show(job).state is State.DONE)
        first = queue.details(job)[0]
        assert until(lambda: gone(first))
        following = queue.add(1)
        assert until(lambda: queue.show(following).state is State.DONE)
        assert queue.details(following) != [first]


def test_a_process_that_is_killed_while_it_waits_costs_nothing(queue: Queue) -> None:
    job, runner = queue.add(3), queue.runner(answering_by_name)
    with runner.running():
        assert until(lambda: queue.show(job).state is State.DONE)
        os.kill(int(queue.details(job)[0]), signal.SIGKILL)
        following = queue.add(2)
        assert until(lambda: queue.show(following).state is State.DONE)
        assert len(queue.details(following)) == 2


def test_a_job_that_was_taken_over_is_left_alone(queue: Queue) -> None:
    """Switched off: the attempt in `JobFile.store`."""
    job = queue.add(40)
    slow = queue.runner(answering_slowly, heartbeat=1e9)
    slow.start()
    assert until(lambda: queue.show(job).counts.done > 3)
    queue.now += timedelta(seconds=LEASE)
    assert queue.runner().run_once()
    whole = queue.show(job)
    assert (whole.state, whole.counts.done, whole.counts.checked) == (State.DONE, 40, 40)
    assert queue.details(job) == [f"quote {n}" for n in range(40)]
    assert slow.stop()
    assert queue.show(job) == whole


def test_a_job_that_brings_its_process_down_is_not_begun_for_ever(queue: Queue) -> None:
    """Switched off: `_TRIES` in `verifier.jobs.runner`."""
    job = queue.add(2)
    for _ in range(job_runner._TRIES):
        lease = jobs.claim(queue.ledger, "a process that dies", now=queue.now)
        assert lease is not None
        file = job_file(queue.settings.home, job.id)
        file.take(lease.attempt)
        file.close()
        queue.now += timedelta(seconds=LEASE)
    assert queue.runner().run_once()
    ended = queue.show(job)
    assert (ended.state, ended.reason, ended.counts.done) == (State.FAILED, "internal", 0)


def test_a_job_whose_files_are_gone_fails(queue: Queue) -> None:
    job = queue.add(2)
    erase(queue.settings.home, job.id)
    assert queue.runner().run_once()
    assert jobs.read(queue.ledger, job.id, Caller().owner, now=NOW).reason == "not-found"
    assert not queue.runner().run_once()


def test_a_failure_ends_nothing_and_tells_no_text(
    queue: Queue, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    job, tried = queue.add(2), list[int]()
    work = job_runner.work

    def fails(*given: Any, **named: Any) -> Any:
        tried.append(1)
        if len(tried) == 1:
            raise ZeroDivisionError("the secret words of a quote")
        return work(*given, **named)

    monkeypatch.setattr(job_runner, "work", fails)
    monkeypatch.setattr(job_runner, "_AFTER_FAILURE", 0.01)
    runner = queue.runner()
    with caplog.at_level(logging.WARNING, "verifier"):
        runner.start()
        assert until(lambda: bool(caplog.records))
        queue.now += timedelta(seconds=LEASE)
        assert until(lambda: queue.show(job).state is State.DONE)
        assert runner.stop()
    assert [record.message.partition(" at ")[0] for record in caplog.records] == [
        "a job stopped: ZeroDivisionError"
    ]
    assert "secret" not in caplog.text
