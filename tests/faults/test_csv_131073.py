"""One cell that is longer than any quote: `csv-131073`."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InvalidRequest
from verifier.tables.formats import open_input


@pytest.mark.parametrize(
    ("long", "why"),
    [("x" * 131_073, "a cell"), ("x" * 3_000_000, "a line that is longer than any record")],
)
@pytest.mark.parametrize("column", [0, 1])
def test_the_row_is_an_error_and_the_others_are_read(
    tmp_path: Path, long: str, column: int, why: str
) -> None:
    """Switched off: the limit in `verifier.tables.columns` (a cell), in `lines` (a line)."""
    cells = ["a", "b"]
    cells[column] = long
    path = tmp_path / "claims.csv"
    path.write_text("quote,note\none,x\n" + ",".join(cells) + "\ntwo,y\n", "utf-8")
    rows = list(open_input(path, path.name).rows())
    assert [isinstance(row.body, InvalidRequest) for row in rows] == [False, True, False], why
    assert isinstance(rows[1].body, InvalidRequest)
    assert rows[1].body.faults[0][1] == "too-long"
    assert rows[2].cells == ("two", "y")
    assert sum(map(len, rows[1].cells)) <= 1_000_000
