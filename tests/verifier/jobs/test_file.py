"""One job's own file: answers and counters in step, whoever works on it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import NotFound, StoreCorrupt
from verifier.jobs.file import JobFile, remove
from verifier.jobs.schema import SCHEMA
from verifier.remembering.job_models import Entry, LeaseLost, Progress


def made(folder: Path, total: int = 10, done: int = 0) -> JobFile:
    return JobFile.create(folder / "job.sqlite3", {"name": "a.csv"}, total, done=done)


def entry(number: int, **more: object) -> Entry:
    return Entry(number, bytes([number] * 16), answer=b"x%d" % number, **more)  # type: ignore[arg-type]


def test_what_is_stored_is_counted_and_there_for_the_next_opener(tmp_path: Path) -> None:
    file = made(tmp_path)
    assert file.take(1) == 0
    first = entry(1, fine=True, version=7, verdict="verbatim")
    file.store(1, [first, entry(2, failed=True)], 0.5)
    again = Entry(3, bytes([1] * 16), same_as=1, fine=True, version=7, verdict="verbatim")
    progress = file.store(1, [again, Entry(4, answer=b"no", failed=True)], 0.5)
    file.close()
    other = JobFile.open(tmp_path / "job.sqlite3")
    expected = Progress(10, 4, 2, 1, 2, 2, 1.0, first_version=7, verdicts={"verbatim": 2})
    assert other.progress() == progress == expected
    assert list(other.answers()) == [(1, b"x1"), (2, b"x2"), (3, b"x1"), (4, b"no")]
    assert list(other.answers(after=2)) == [(3, b"x1"), (4, b"no")]
    assert other.first_with(bytes([1] * 16)) == (1, b"x1")
    assert other.first_with(bytes([9] * 16)) is None
    assert other.about == {"name": "a.csv"}
    other.close()


@pytest.mark.parametrize(
    ("progress", "left", "why"),
    [
        (Progress(10), None, "nothing is measured"),
        (Progress(10, 4, seconds=2.0), 3.0, "half a second a row"),
        (Progress(10, 10, seconds=9.0), 0.0, "nothing is left"),
        (Progress(0), 0.0, "there was nothing"),
    ],
)
def test_what_is_left_follows_from_the_pace(
    progress: Progress, left: float | None, why: str
) -> None:
    assert progress.seconds_left == left, why


def test_a_file_of_an_earlier_version_is_gone_on_with(tmp_path: Path) -> None:
    """Its rows so far are in no verdict; those behind them are."""
    path = tmp_path / "job.sqlite3"
    with closing(sqlite3.connect(path)) as old:
        old.executescript(SCHEMA)
        old.execute("INSERT INTO job VALUES (1, '{}', 3, 1, 0, 0, 1, 1, 0, 1, 0, 0.5, 7, 0, 0)")
        old.execute("INSERT INTO answers VALUES (1, NULL, x'00')")
        old.commit()
    file = JobFile.open(path)
    assert file.progress() == Progress(3, 1, 1, 0, 1, 0, 0.5, 7)
    progress = file.store(file.take_next(), [entry(2, verdict="not_found")], 0.5)
    assert (progress.done, progress.verdicts) == (2, {"not_found": 1})
    file.close()


def test_who_was_taken_over_can_store_nothing(tmp_path: Path) -> None:
    """Switched off: comparing the attempt in `JobFile.store`."""
    file = made(tmp_path)
    file.take(1)
    file.store(1, [entry(1)], 0.1)
    file.take(2)
    with pytest.raises(LeaseLost):
        file.store(1, [entry(2)], 0.1)
    with pytest.raises(LeaseLost):
        file.take(1)
    assert file.store(2, [entry(2)], 0.1).done == 2
    file.close()


def test_attempts_without_a_row_in_between_are_counted(tmp_path: Path) -> None:
    file = made(tmp_path)
    assert [file.take(n) for n in (1, 2, 3)] == [0, 1, 2]
    file.store(3, [entry(1)], 0.1)
    assert [file.take(n) for n in (4, 5)] == [0, 1]
    file.close()


def test_a_transaction_that_fails_leaves_neither_rows_nor_counts(tmp_path: Path) -> None:
    file = made(tmp_path)
    file.take(1)
    with pytest.raises(AssertionError):
        file.store(1, [entry(1), entry(3)], 0.1)
    assert (file.progress().done, list(file.answers())) == (0, [])
    file.close()


def test_rows_answered_elsewhere_are_gone_on_behind(tmp_path: Path) -> None:
    file = made(tmp_path, done=4)
    attempt = file.take_next()
    assert file.store(attempt, [entry(5)], 0.1).done == 5
    assert [number for number, _ in file.answers()] == [5]
    assert file.take_next() == attempt + 1
    file.close()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 250), max_size=4), st.integers(0, 400))
def test_answers_are_read_in_order_however_many_there_are(
    tmp_path_factory: pytest.TempPathFactory, batches: list[int], after: int
) -> None:
    file = made(tmp_path_factory.mktemp("job"), total=1000)
    attempt, number = file.take_next(), 0
    for size in batches:
        entries = [Entry(number + n, answer=b"a%d" % (number + n)) for n in range(1, size + 1)]
        number = file.store(attempt, entries, 0.0).done
    assert [n for n, _ in file.answers(after)] == list(range(after + 1, number + 1))
    file.close()


def test_what_is_none_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        JobFile.open(tmp_path / "none.sqlite3")
    (tmp_path / "text.sqlite3").write_text("no database at all, whatever its name says")
    with pytest.raises(StoreCorrupt):
        JobFile.open(tmp_path / "text.sqlite3")


def test_removing_leaves_nothing_beside(tmp_path: Path) -> None:
    file = made(tmp_path)
    file.take(1)
    assert {p.name for p in tmp_path.iterdir()} > {"job.sqlite3"}
    file.close()
    remove(tmp_path / "job.sqlite3")
    remove(tmp_path / "job.sqlite3")
    assert list(tmp_path.iterdir()) == []
