"""A quotation mark without a partner in the middle of a file: `csv-unterminated`."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InvalidRequest
from verifier.tables.formats import open_input


@pytest.mark.parametrize(
    ("quoted", "broken"),
    [
        (False, '"words of row 500,Ada,2024'),
        (False, 'words of row 500,"Ada,2024'),
        (True, '"words, of row 500,"Ada","2024"'),
        (True, '"words, of row 500","Ada","2024'),
    ],
)
def test_the_error_names_the_row_and_costs_no_other(
    tmp_path: Path, quoted: bool, broken: str
) -> None:
    """Switched off: `_resume` in `verifier.tables.records`, so that reading goes on at the end."""
    mark, comma = ('"', ",") if quoted else ("", "")
    lines = [
        ",".join(f"{mark}{cell}{mark}" for cell in (f"words{comma} of row {n}", "Ada", "2024"))
        for n in range(1, 1001)
    ]
    lines[499] = broken
    path = tmp_path / "claims.csv"
    path.write_text("\n".join(["quote,speaker,date", *lines, ""]), "utf-8")
    rows = list(open_input(path, path.name).rows())
    faulty = [row for row in rows if isinstance(row.body, InvalidRequest)]
    assert [row.number for row in rows] == list(range(1, 1001))
    assert [row.number for row in faulty] == [500]
    assert isinstance(faulty[0].body, InvalidRequest)
    assert faulty[0].body.faults[0][2].startswith("Row 500: Line 501 is not CSV")
    assert [row.cells[0] for row in rows if row is not faulty[0]] == [
        f"words{comma} of row {n}" for n in range(1, 1001) if n != 500
    ]
