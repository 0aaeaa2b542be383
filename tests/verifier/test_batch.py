"""Whole files: one answer a row, in order, going on where it stopped."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import NoQuoteColumn, UnreadableSource
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.batch import complete_records, jsonl_rows, open_run
from verifier.schemas import report_json
from verifier.service import Question, Service
from verifier.tables import COLUMNS

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


def run(service: Service, source: Path, target: Path, **options: Any) -> tuple[int, int]:
    opened = open_run(service, source, target, 20_000, **({"force": False} | options))
    list(opened.answers)
    return opened.total, opened.done


def answers(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def without_times(report: dict[str, Any]) -> dict[str, Any]:
    kept = {k: v for k, v in report.items() if k not in ("id", "row_id")}
    return kept | {"engine": {**report["engine"], "took_ms": 0}}


def test_each_row_has_one_answer_in_order(service: Service, claims: Path, tmp_path: Path) -> None:
    target = tmp_path / "reports.jsonl"
    run(service, claims, target)
    found = answers(target)
    assert [each["row_id"] for each in found] == ["a", 7, None, None, "d", "e", "f"]
    assert [each.get("problem", {}).get("type") for each in found] == [
        None, "quote-empty", None, "invalid-request", None, "invalid-request", None,
    ]  # fmt: skip


def test_a_row_gets_the_report_of_the_other_doors(
    service: Service, claims: Path, tmp_path: Path
) -> None:
    target = tmp_path / "reports.jsonl"
    run(service, claims, target)
    direct = report_json(service.verify(Question(ALTERED, date="2023", limit=20_000)))
    assert without_times(answers(target)[4]) == json.loads(json.dumps(without_times(direct)))


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


class Stumbling:
    """A service that fails at one quote as no service should."""

    def __init__(self, service: Service) -> None:
        self.verify: Callable[[Question], Any] = lambda question: (
            1 // 0 if question.quote == ABSENT else service.verify(replace(question))
        )


def test_whatever_goes_wrong_with_a_row_stays_with_it(
    service: Service, claims: Path, tmp_path: Path
) -> None:
    target = tmp_path / "reports.jsonl"
    run(Stumbling(service), claims, target)  # type: ignore[arg-type]
    found = answers(target)
    assert len(found) == 7
    assert found[2]["problem"]["type"] == "internal"
    assert found[6]["verdict"]["code"] == "verbatim"


def test_a_byte_order_mark_and_blank_lines_are_no_rows() -> None:
    lines = [b'\xef\xbb\xbf{"quote": "a"}\n', b"\n", b"  \n", b'{"quote": "b"}']
    rows = list(jsonl_rows(lines))
    assert [(row.number, row.body) for row in rows] == [(1, {"quote": "a"}), (2, {"quote": "b"})]


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
        run(service, claims, tmp_path / "out.csv")
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


def test_no_file_has_no_records(tmp_path: Path) -> None:
    assert complete_records(tmp_path / "none.jsonl", table=False) == 0
