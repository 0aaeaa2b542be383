"""Whole files: one answer a row, in order, going on where it stopped."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from corpus.errors import NoQuoteColumn, StoreBusy, UnreadableSource
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.jobs.answering import answer_row
from verifier.jobs.batch import Files, alone, open_run
from verifier.jobs.file import JobFile
from verifier.jobs.workers import answered_here
from verifier.remembering.job_models import Progress
from verifier.service import Service
from verifier.tables.cells import COLUMNS

ROWS = [
    {"id": "a", "quote": VERBATIM, "note": "ignored"},
    {"id": 7, "quote": ""},
    {"quote": ABSENT, "speaker": None},
    {"id": "d", "quote": ALTERED, "date": "2023"},
    {"id": "e", "quote": 5},
    {"id": "f", "quote": RENDERED},
]


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    lines = [json.dumps(row) for row in ROWS]
    lines[3:3] = ["", "{not json"]
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


class Asked:
    """A service that answers here, and counts the questions."""

    def __init__(self, service: Service) -> None:
        self.quotes: list[object] = []
        self._service = service

    def __call__(self, tasks: Any) -> Any:
        return answered_here(self._answer, tasks)

    def _answer(self, body: Any) -> bytes:
        self.quotes.append(body["quote"])
        return answer_row(self._service, body, 20_000)


def begin(service: Service, files: Files, **options: Any) -> tuple[Iterator[Progress], Asked, Any]:
    ask, opened = Asked(service), open_run(files, **options)
    return opened.steps(ask), ask, opened


def run(
    service: Service, source: Path, target: Path, *, force: bool = False, **files: Any
) -> tuple[int, int]:
    steps, _, opened = begin(service, Files(source, target, **files), force=force)
    list(steps)
    return opened.total, opened.done


def answers(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_each_row_has_one_answer_in_order(service: Service, claims: Path, tmp_path: Path) -> None:
    target = tmp_path / "reports.jsonl"
    run(service, claims, target)
    found = answers(target)
    assert not target.with_name("reports.jsonl.job").exists()
    assert [each["row_id"] for each in found] == ["a", 7, None, None, "d", "e", "f"]
    assert [each.get("problem", {}).get("type") for each in found] == [
        None, "quote-empty", None, "invalid-request", None, "invalid-request", None,
    ]  # fmt: skip


@pytest.mark.parametrize("torn", ["", '{"row_id": "d", "ver', "\n"])
@pytest.mark.parametrize("kept", range(8))
def test_an_interrupted_run_goes_on_where_it_stopped(
    service: Service, claims: Path, tmp_path: Path, kept: int, torn: str
) -> None:
    whole, target = tmp_path / "whole.jsonl", tmp_path / "reports.jsonl"
    run(service, claims, whole)
    lines = whole.read_text("utf-8").splitlines(keepends=True)
    broken = "".join(lines[:kept])
    target.write_text(broken + (torn if torn != "\n" else lines[-1].rstrip("\n")), "utf-8")
    assert run(service, claims, target) == (7, kept)
    assert [a["row_id"] for a in answers(target)] == [a["row_id"] for a in answers(whole)]
    assert target.read_text("utf-8").startswith(broken)


def test_force_starts_anew(service: Service, claims: Path, tmp_path: Path) -> None:
    target = tmp_path / "reports.jsonl"
    target.write_text('{"row_id": "old"}\n' * 3)
    run(service, claims, target, force=True)
    assert [each["row_id"] for each in answers(target)[:2]] == ["a", 7]


def test_a_quote_may_be_longer_than_at_the_other_doors(service: Service, tmp_path: Path) -> None:
    source, target = tmp_path / "c.jsonl", tmp_path / "r.jsonl"
    long = [VERBATIM * 100, "x" * 20_001]
    source.write_text("\n".join(json.dumps({"quote": each}) for each in long))
    run(service, source, target)
    assert ["problem" in each for each in answers(target)] == [False, True]
    assert answers(target)[1]["problem"]["type"] == "quote-too-long"


TABLE = (
    "\ufeffNr;Quote;Who;Note\r\n"
    f'1;"{ALTERED}";Ada Lindqvist;=1+1\r\n'
    '2;"line one\r\nline two";;-x\r\n'
    "3;short row\r\n"
    f"4;{VERBATIM};;\r\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    path.write_bytes(TABLE.encode())
    return path


def test_a_table_comes_back_with_answers_beside_its_cells(
    service: Service, table: Path, tmp_path: Path
) -> None:
    target = tmp_path / "answers.csv"
    run(service, table, target)
    written = target.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.endswith(b"\r\n")
    rows = list(csv.reader(written.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    assert rows[0] == ["Nr", "Quote", "Who", "Note", *(f"qv_{name}" for name in COLUMNS)]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3", "4"]
    assert rows[1][3] == "'=1+1"
    assert rows[2][1] == "line one\r\nline two"
    status, error = rows[0].index("qv_status"), rows[0].index("qv_error")
    assert [row[status] for row in rows[1:]] == ["ok", "ok", "error", "ok"]
    assert "cells" in rows[3][error]


def test_a_raw_table_is_exact(service: Service, table: Path, tmp_path: Path) -> None:
    target = tmp_path / "answers.csv"
    run(service, table, target, raw=True)
    assert target.read_bytes().startswith(b"Nr;Quote;")
    assert ";=1+1;" in target.read_text("utf-8")


@pytest.mark.parametrize("cut", range(0, 2400, 80))
def test_a_table_cut_anywhere_is_made_whole(
    service: Service, table: Path, tmp_path: Path, cut: int
) -> None:
    whole, target = tmp_path / "whole.csv", tmp_path / "answers.csv"
    run(service, table, whole)
    target.write_bytes(whole.read_bytes()[:cut])
    run(service, table, target)
    assert target.read_bytes() == whole.read_bytes()


def test_a_table_may_be_answered_with_full_reports(
    service: Service, table: Path, tmp_path: Path
) -> None:
    target = tmp_path / "reports.jsonl"
    run(service, table, target)
    assert [each["row_id"] for each in answers(target)] == ["1", "2", None, "4"]


def test_files_that_do_not_fit_each_other_are_refused(
    service: Service, claims: Path, table: Path, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableSource):
        run(service, claims, claims)
    (tmp_path / "none.csv").write_text("a,b\n1,2\n")
    with pytest.raises(NoQuoteColumn):
        run(service, tmp_path / "none.csv", tmp_path / "out.jsonl")
    assert claims.read_text("utf-8").startswith('{"id": "a"')


def test_answers_to_another_file_are_not_gone_on_with(
    service: Service, claims: Path, tmp_path: Path
) -> None:
    target = tmp_path / "reports.jsonl"
    target.write_text('{"row_id": "old"}\n' * 8)
    with pytest.raises(UnreadableSource):
        run(service, claims, target)


KINDS = ["jsonl", "csv"]


def told(path: Path) -> list[Any]:
    """The output without what differs from run to run."""
    if path.suffix == ".jsonl":
        keys = ("row_id", "verdict", "match", "problem")
        return [{key: row.get(key) for key in keys} for row in answers(path)]
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    at = rows[0].index("qv_checked_at")
    return [row[:at] for row in rows]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stop", [1, 3, 6])
def test_a_run_that_is_stopped_goes_on_and_checks_nothing_again(
    service: Service, table: Path, tmp_path: Path, kind: str, stop: int
) -> None:
    """Switched off: the job's file (`open_run` always makes a new one)."""
    source = tmp_path / "twice.csv"
    body = table.read_bytes()
    source.write_bytes(body + body.split(b"\r\n", 1)[1])  # each row twice
    whole, target = tmp_path / f"whole.{kind}", tmp_path / f"answers.{kind}"
    run(service, source, whole)
    asked: list[object] = []
    for _ in range(20):
        opened = open_run(Files(source, target))
        if opened.job is None:
            break
        ask = Asked(service)
        for count, progress in enumerate(opened.steps(ticking(ask)), start=1):
            if count >= stop and progress.done > opened.done:
                break
        asked += ask.quotes
    assert len(asked) == 3, "one row is ragged, the other three are there twice"
    assert told(target) == told(whole)
    assert not list(tmp_path.glob("*.job*"))


def ticking(ask: Asked) -> Any:
    """The same, with a pause between the answers in which what is there is stored."""

    def answered(tasks: Any) -> Any:
        for each in ask(tasks):
            sleep(0.11)
            yield each

    return answered


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tail", [b"", b'"torn record, ', b"x\n", b"\n\n"])
def test_what_was_written_and_not_noted_is_written_again(
    service: Service, table: Path, tmp_path: Path, kind: str, tail: bytes
) -> None:
    """Switched off: cutting off in `verifier.jobs.output`."""
    whole, target = tmp_path / f"whole.{kind}", tmp_path / f"answers.{kind}"
    run(service, table, whole)
    opened = open_run(Files(table, target))
    for progress in opened.steps(ticking(Asked(service))):
        if progress.done:
            break
    job = JobFile.open(tmp_path / f"answers.{kind}.job")
    assert job.written() == (progress.done, target.stat().st_size)
    job.close()
    with target.open("ab") as out:
        out.write(tail)
    assert run(service, table, target)[1] == progress.done
    assert told(target) == told(whole)


def test_an_output_that_was_changed_meanwhile_is_not_gone_on_with(
    service: Service, table: Path, tmp_path: Path
) -> None:
    target = tmp_path / "answers.jsonl"
    for progress in open_run(Files(table, target)).steps(ticking(Asked(service))):
        if progress.done:
            break
    target.write_text("")
    with pytest.raises(UnreadableSource, match="changed"):
        run(service, table, target)
    assert run(service, table, target, force=True) == (4, 0)
    assert len(answers(target)) == 4


@pytest.mark.parametrize("change", ["claims", "column", "raw"])
def test_a_run_of_another_file_or_form_is_not_gone_on_with(
    service: Service, table: Path, tmp_path: Path, change: str
) -> None:
    """Switched off: comparing in `verifier.jobs.batch._interrupted`."""
    target = tmp_path / "answers.csv"
    for _ in open_run(Files(table, target)).steps(Asked(service)):
        break
    if change == "claims":
        table.write_bytes(table.read_bytes() + b"5;more;;\r\n")
    more: dict[str, Any] = {"column": {"column": "Quote"}, "raw": {"raw": True}}.get(change, {})
    with pytest.raises(UnreadableSource, match="another"):
        run(service, table, target, **more)


def test_two_runs_with_one_output_do_not_mix(table: Path, tmp_path: Path) -> None:
    """Switched off: the lock in `verifier.jobs.batch.alone`."""
    files = Files(table, tmp_path / "answers.jsonl")
    with alone(files), pytest.raises(StoreBusy), alone(files):
        pass
    with alone(Files(table, tmp_path / "other.jsonl")):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_a_state_that_was_never_begun_is_begun_anew(
    service: Service, table: Path, tmp_path: Path
) -> None:
    target = tmp_path / "answers.jsonl"
    JobFile._opened(tmp_path / "answers.jsonl.job").close()  # killed before its first transaction
    assert run(service, table, target) == (4, 0)
    assert len(answers(target)) == 4


def test_a_complete_output_is_left_as_it_is(service: Service, table: Path, tmp_path: Path) -> None:
    target = tmp_path / "answers.csv"
    run(service, table, target)
    before = target.read_bytes()
    opened = open_run(Files(table, target))
    assert (opened.job, opened.done) == (None, 4)
    assert list(opened.steps(partial(answered_here, lambda _: b""))) == []
    assert target.read_bytes() == before


def test_an_empty_file_has_an_empty_output(service: Service, tmp_path: Path) -> None:
    source, target = tmp_path / "none.jsonl", tmp_path / "out.jsonl"
    source.write_text("")
    assert run(service, source, target) == (0, 0)
    assert target.read_bytes() == b""
