"""An output that lies there: whose rows it answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UnreadableSource
from verifier.jobs.earlier import Earlier, answered_earlier, records
from verifier.jobs.results import Form, Writing
from verifier.remembering.job_models import Format
from verifier.serving.problems import Problem
from verifier.tables.formats import open_input
from verifier.tables.rows import Input

PROBLEM = Problem("quote-empty", "There is no quote", 422, "Give the quoted words.")
TABLE = 'Note;Quote\r\n"two\nlines";one\r\n=1+1;"tw;o"\r\n;three\r\n'
LINES = '{"id": 1, "quote": "one"}\n{"id": 2, "quote": "two"}\n{"quote": "three"}\n'


def given(folder: Path, kind: str) -> Input:
    path = folder / f"claims.{kind}"
    path.write_bytes((TABLE if kind == "csv" else LINES).encode())
    return open_input(path, path.name)


def answered(folder: Path, source: Input, form: Form, count: int = 3) -> Path:
    target = folder / "out"
    with target.open("wb") as out:
        writing = Writing(form, out, source)
        for row, _ in zip(source.rows(), range(count), strict=False):
            writing._writer.row(row, PROBLEM)
    return target


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_what_was_answered_is_known_again(tmp_path: Path, kind: str, count: int) -> None:
    source, form = given(tmp_path, kind), Form(Format(kind))
    target = answered(tmp_path, source, form, count)
    found = answered_earlier(target, form, source)
    assert found == Earlier(count, target.stat().st_size, count)


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_an_output_cut_anywhere_is_ours(tmp_path: Path, kind: str) -> None:
    source, form = given(tmp_path, kind), Form(Format(kind))
    whole = answered(tmp_path, source, form).read_bytes()
    ends = [0]
    for record, complete in records(tmp_path / "out", table=kind == "csv"):
        assert complete
        ends.append(ends[-1] + len(record))
    assert ends[-1] == len(whole)
    header = 1 if kind == "csv" else 0
    for cut in range(len(whole) + 1):
        (tmp_path / "cut").write_bytes(whole[:cut])
        found = answered_earlier(tmp_path / "cut", form, source)
        assert found.rows == max(0, sum(end <= cut for end in ends) - 1 - header), cut
        assert found.size == (ends[found.rows + header] if found.rows else 0), cut


@pytest.mark.parametrize(
    ("kind", "there", "why"),
    [
        ("csv", b"my,own\r\nprecious,thing\r\n", "somebody's table"),
        ("csv", b"precious", "somebody's line"),
        ("csv", None, "the same columns, another row"),
        ("jsonl", b"precious words\n", "somebody's text"),
        ("jsonl", b"precious words", "somebody's line"),
        ("jsonl", b'{"row_id": 9, "problem": {}}\n', "another row"),
        ("jsonl", b'{"row_id": 1, "claim": {"text": "other"}, "verdict": {}}\n', "another quote"),
        ("jsonl", b'{"row_id": 1}\n', "no answer"),
        ("jsonl", b'[{"row_id": 1}]\n', "no object"),
        ("xlsx", b"PK", "a workbook is whole or not there"),
        ("html", b"<!doctype html>", "a page, too"),
    ],
)
def test_what_is_not_ours_is_refused(
    tmp_path: Path, kind: str, there: bytes | None, why: str
) -> None:
    """Switched off: comparing records with rows in `verifier.jobs.earlier._action`."""
    form = Form(Format(kind))
    source = given(tmp_path, "jsonl" if kind == "jsonl" else "csv")
    target = tmp_path / "out"
    if there is None:
        there = answered(tmp_path, source, form).read_bytes().replace(b"tw;o", b"tw;O")
    target.write_bytes(there)
    with pytest.raises(UnreadableSource, match="--force"):
        answered_earlier(target, form, source)
    assert target.read_bytes() == there, why


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_more_answers_than_rows_are_refused(tmp_path: Path, kind: str) -> None:
    source, form = given(tmp_path, kind), Form(Format(kind))
    target = answered(tmp_path, source, form)
    kept = target.read_bytes()
    target.write_bytes(kept + kept.splitlines(keepends=True)[-1])
    with pytest.raises(UnreadableSource, match="3 rows"):
        answered_earlier(target, form, source)


@pytest.mark.parametrize("there", [None, b""])
def test_nothing_there_is_nothing_answered(tmp_path: Path, there: bytes | None) -> None:
    if there is not None:
        (tmp_path / "out").write_bytes(there)
    source = given(tmp_path, "csv")
    assert answered_earlier(tmp_path / "out", Form(Format.XLSX), source) == Earlier()
