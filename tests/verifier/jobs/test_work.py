"""From rows to answers: each row one, each question once, from where it stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import InvalidRequest
from verifier.jobs.answers import digest_of, json_of, packed_problem
from verifier.jobs.file import JobFile
from verifier.jobs.work import work
from verifier.jobs.workers import LOST, Answered, Task
from verifier.remembering.job_models import LeaseLost, Progress
from verifier.serving.problems import Problem
from verifier.tables.rows import Row

FAULT = InvalidRequest([("", "ragged", "It has 1 cell.")])


class Answers:
    """Stands in for workers: answers with the quote itself, and counts what it was asked."""

    def __init__(self, clock: list[float] | None = None) -> None:
        self.asked: list[str] = []
        self.clock = clock if clock is not None else [0.0]

    def __call__(self, tasks: Iterable[Task]) -> Iterator[Answered | None]:
        for task in tasks:
            if task.question is None:
                yield task.tag, None
                continue
            quote = task.question["quote"]
            self.asked.append(quote)
            self.clock[0] += 1.0
            yield None
            yield task.tag, LOST if quote == "lost" else said(quote)


def said(quote: str) -> bytes:
    return packed_problem(Problem("x", "x", 422, quote))


def rows(*quotes: str | None) -> list[Row]:
    return [
        Row(n, None, FAULT if quote is None else {"quote": quote})
        for n, quote in enumerate(quotes, start=1)
    ]


def made(folder: Path, total: int) -> JobFile:
    return JobFile.create(folder / "job.sqlite3", {}, total)


def details(file: JobFile) -> list[str]:
    return [json.loads(json_of(answer)[1])["detail"] for _, answer in file.answers()]


def test_each_row_has_an_answer_and_each_question_is_asked_once(tmp_path: Path) -> None:
    """Switched off: `first_with` and `_numbers` in `verifier.jobs.work`."""
    file, ask = made(tmp_path, 7), Answers()
    given_rows = rows("a", "b", None, "a", "c", "b", None)
    last = list(work(file, file.take_next(), given_rows, ask))[-1]
    assert ask.asked == ["a", "b", "c"]
    assert (last.done, last.checked, last.duplicates, last.failed) == (7, 3, 2, 7)
    told = details(file)
    assert [told[n] for n in (0, 1, 3, 4, 5)] == ["a", "b", "a", "c", "b"]
    assert told[2] == told[6] == "See errors for each field."
    file.close()


def test_a_row_that_nobody_lived_to_answer_is_said_to_be_one(tmp_path: Path) -> None:
    file = made(tmp_path, 3)
    list(work(file, file.take_next(), rows("a", "lost", "lost"), Answers()))
    assert "ended its process twice" in details(file)[1]
    assert details(file)[2] == details(file)[1]
    file.close()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", None]), max_size=30),
    st.lists(st.integers(0, 20), max_size=6),
)
def test_stopped_anywhere_it_comes_to_the_same(
    tmp_path_factory: pytest.TempPathFactory, quotes: list[str | None], stops: list[int]
) -> None:
    """Switched off: `islice` behind `done` in `work`."""
    whole = made(tmp_path_factory.mktemp("whole"), len(quotes))
    list(work(whole, whole.take_next(), rows(*quotes), Answers()))
    parts, ask = made(tmp_path_factory.mktemp("parts"), len(quotes)), Answers()
    clock = iter(range(10**6))
    for stop in [*stops, 10_000]:
        steps = work(parts, parts.take_next(), rows(*quotes), ask, clock=lambda: next(clock))
        for _, _step in zip(range(stop), steps, strict=False):
            pass
        steps.close()  # type: ignore[attr-defined]
    assert list(parts.answers()) == list(whole.answers())
    one, other = parts.progress(), whole.progress()
    assert (one.done, one.checked, one.duplicates, one.failed) == (
        *(other.done, other.checked, other.duplicates, other.failed),
    )
    assert one.checked == len({quote for quote in quotes if quote})
    whole.close()
    parts.close()


def test_closing_stores_what_is_answered(tmp_path: Path) -> None:
    """Switched off: storing at `GeneratorExit` in `work`."""
    file, ask = made(tmp_path, 3), Answers()
    steps = work(file, file.take_next(), rows("a", "b", "c"), ask, clock=lambda: 0.0)
    while len(ask.asked) < 2:
        next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert file.progress().done == 1
    file.close()


def test_the_pace_is_the_time_that_was_worked(tmp_path: Path) -> None:
    clock = [100.0]
    file = made(tmp_path, 4)
    steps = list(
        work(file, file.take_next(), rows("a", "b"), Answers(clock), clock=lambda: clock[0])
    )
    assert steps[-1].seconds == 2.0
    assert steps[-1].seconds_left == 2.0
    file.close()


def test_who_was_taken_over_stops(tmp_path: Path) -> None:
    file = made(tmp_path, 3)
    clock = iter(range(100))
    steps = work(file, file.take_next(), rows("a", "b", "c"), Answers(), clock=lambda: next(clock))
    progress = next(p for p in steps if p.done)
    assert isinstance(progress, Progress)
    file.take_next()
    with pytest.raises(LeaseLost):
        list(steps)
    assert file.progress().done == 1
    file.close()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"quote": "a"}, {"quote": "a"}, True),
        ({"quote": "a"}, {"quote": "a "}, False),
        ({"quote": "a"}, {"quote": "A"}, False),
        ({"quote": "a"}, {"quote": "a", "speaker": "b"}, False),
        ({"quote": "a", "speaker": "b"}, {"speaker": "b", "quote": "a"}, True),
        ({"quote": "a", "speaker": "b"}, {"quote": "a", "date": "b"}, False),
        ({"quote": "a", "source_url": "x"}, {"quote": "a"}, False),
        ({"quote": 5}, {"quote": "5"}, False),
        ({"quote": "\ud800"}, {"quote": "\ud800"}, True),
    ],
)
def test_a_question_is_the_same_sign_by_sign(
    one: dict[str, object], other: dict[str, object], same: bool
) -> None:
    assert (digest_of(one) == digest_of(other)) is same
