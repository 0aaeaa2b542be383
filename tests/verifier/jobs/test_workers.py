"""Processes that answer: in order, past accidents, without reading too far ahead."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import StoreError
from verifier.jobs.workers import LOST, Answering, Task, Workers, answered_here


@contextmanager
def echoing() -> Iterator[Answering]:
    """Answers with what was asked, and does what it is told on the way."""

    def answer(question: Any) -> bytes:
        if question.get("slow"):
            time.sleep(question["slow"])
        if question.get("die"):
            os.kill(os.getpid(), signal.SIGKILL)
        if once := question.get("die_once"):
            mark = Path(once)
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        if trace := question.get("trace"):
            with open(trace, "a") as file:
                file.write(f"{question['n']}\n")
        return json.dumps(question["n"]).encode()

    yield answer


@contextmanager
def failing() -> Iterator[Answering]:
    """Cannot be opened."""
    raise SystemExit(1)
    yield  # makes it a generator


def answers(crew: Workers, questions: list[dict[str, Any]]) -> list[tuple[int, bytes | None]]:
    tasks = (Task(n, {"n": n} | q if q is not None else None) for n, q in enumerate(questions))
    return [each for each in crew.answered(tasks) if each is not None]


def test_answers_come_in_the_order_of_the_questions() -> None:
    questions: list[Any] = [{"slow": 0.3}, *[{}] * 30, None, {"slow": 0.2}, *[{}] * 30]
    with Workers(echoing, 2) as crew:
        found = answers(crew, questions)
    assert [tag for tag, _ in found] == list(range(len(questions)))
    assert [answer for _, answer in found] == [
        None if q is None else str(n).encode() for n, q in enumerate(questions)
    ]


def test_they_answer_what_one_process_would(tmp_path: Path) -> None:
    tasks = [Task("a", {"n": 1}), Task("b"), Task("c", {"n": 3})]
    with echoing() as answer:
        here = list(answered_here(answer, tasks))
    with Workers(echoing, 1) as crew:
        there = [each for each in crew.answered(tasks) if each is not None]
    assert here == there == [("a", b"1"), ("b", None), ("c", b"3")]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_question_that_kills_twice_is_lost_and_no_other(workers: int) -> None:
    """Switched off: `_LIVES` in `verifier.jobs.workers` (the question is given for ever)."""
    questions: list[Any] = [{}, {}, {"die": True}, {}, {"die": True}, *[{}] * 20]
    with Workers(echoing, workers) as crew:
        found = [answer for _, answer in answers(crew, questions)]
    assert [n for n, answer in enumerate(found) if answer == LOST] == [2, 4]
    assert [a for a in found if a != LOST] == [
        str(n).encode() for n in range(len(questions)) if n not in (2, 4)
    ]


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    """Switched off: putting back what it had in hand, in `Workers._bury`."""
    trace = str(tmp_path / "asked")
    questions: list[Any] = [{"trace": trace} for _ in range(40)]
    questions[11]["die_once"] = str(tmp_path / "mark")
    with Workers(echoing, 2) as crew:
        found = [answer for _, answer in answers(crew, questions)]
    assert found == [str(n).encode() for n in range(40)]
    asked = [int(line) for line in Path(trace).read_text().split()]
    assert sorted(asked) == list(range(40)), "nothing that was answered is asked again"


def test_a_question_that_takes_too_long_is_lost() -> None:
    """Switched off: `longest` in `verifier.jobs.workers`."""
    with Workers(echoing, 1, longest=0.5) as crew:
        found = answers(crew, [{}, {"slow": 60}, {}])
    assert [answer for _, answer in found] == [b"0", LOST, b"2"]


def test_little_is_read_ahead() -> None:
    """Switched off: the bound on `slots` in `Workers.answered`."""
    read: list[int] = []

    def tasks() -> Iterator[Task]:
        for n in range(1000):
            read.append(n)
            yield Task(n, {"n": n, "slow": 0.2 if n == 0 else 0})

    ahead = []
    with Workers(echoing, 2) as crew:
        taken = 0
        for each in crew.answered(tasks()):
            if each is not None:
                ahead.append(len(read) - taken)
                taken += 1
    assert taken == 1000
    assert max(ahead) <= 100


def test_there_are_moments_to_do_something_else() -> None:
    with Workers(echoing, 1) as crew:
        steps = list(crew.answered([Task(0, {"n": 0, "slow": 0.8})]))
    assert steps.count(None) >= 3
    assert steps[-1] == (0, b"0")


def test_workers_that_cannot_start_are_told_of() -> None:
    """Switched off: `_BAD_STARTS` in `verifier.jobs.workers` (they are started for ever)."""
    with Workers(failing, 1) as crew, pytest.raises(StoreError):
        answers(crew, [{}])


def test_large_questions_and_answers_do_not_block_each_other() -> None:
    long = "x" * 300_000
    with Workers(echoing, 2) as crew:
        found = answers(crew, [{"n": long + str(n)} for n in range(12)])
    assert [len(answer or b"") for _, answer in found] == [300_003] * 10 + [300_004] * 2


def test_workers_end_with_the_block() -> None:
    with Workers(echoing, 2) as crew:
        steps = crew.answered(Task(n, {"n": n, "slow": 5.0}) for n in range(4))
        next(steps)
        processes = [worker.process.pid for worker in crew._crew]
    assert len(processes) == 2
    for pid in processes:
        assert pid is not None
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
