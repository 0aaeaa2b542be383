"""Rows of several sizes, odd headers, and no quotes at all: `csv-ragged`."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from corpus.errors import InvalidRequest, NoQuoteColumn
from tests.conftest import VERBATIM
from tests.verifier.table_answers import written
from verifier.service import Service
from verifier.serving.problems import problem_of
from verifier.tables.formats import open_input


def test_rows_of_other_sizes_are_errors_and_keep_all_their_cells(
    service: Service, tmp_path: Path
) -> None:
    """Switched off: comparing sizes in `verifier.tables.columns`; the last cell in
    `cells`.
    """
    path = tmp_path / "claims.csv"
    path.write_text(f"quote,,x,x\n{VERBATIM},b,c,d\na,b,c\na,b,c,d,e\na,b\n", "utf-8")
    source = open_input(path, path.name)
    assert source.headers == ("quote", "", "x", "x")
    faulty = [isinstance(row.body, InvalidRequest) for row in source.rows()]
    assert faulty == [False, True, True, True]
    text = written(service, source, "csv", "raw").decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert [row[:4] for row in rows[1:]] == [
        [VERBATIM, "b", "c", "d"],
        ["a", "b", "c", ""],
        ["a", "b", "c", "d,e"],
        ["a", "b", "", ""],
    ]


@pytest.mark.parametrize("text", ["name,,age,name\nA,1\nB,2,3,4,5\n", "name;;age;name\nA;1;;\n"])
def test_without_quotes_the_headers_are_listed(tmp_path: Path, text: str) -> None:
    """Switched off: `NoQuoteColumn` in `verifier.tables.columns`."""
    path = tmp_path / "claims.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(NoQuoteColumn) as refused:
        open_input(path, path.name)
    problem = problem_of(refused.value)
    assert (problem.type, problem.status) == ("csv-no-quote-column", 422)
    assert "name" in problem.detail and "age" in problem.detail
