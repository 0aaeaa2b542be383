"""Cells that a spreadsheet would calculate: `formula-cells`."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.conftest import VERBATIM
from tests.verifier.table_answers import written
from verifier.service import Service
from verifier.tables.formats import open_input

CELLS = (
    '=HYPERLINK("https://evil.example","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    "\u200b=1",
)


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    rows = [[f"{cell} {VERBATIM}", cell] for cell in CELLS]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["quote", "=note"], *rows])
    return path


def test_a_spreadsheet_gets_guarded_cells_and_others_exact_ones(
    service: Service, claims: Path
) -> None:
    """Switched off: `guard` in `verifier.tables.writers`."""
    source = open_input(claims, claims.name)
    tables = {}
    for flavour in ("spreadsheet", "raw"):
        text = written(service, source, "csv", flavour).decode("utf-8-sig")
        tables[flavour] = list(csv.reader(io.StringIO(text, newline="")))
    assert [row[1] for row in tables["raw"]] == ["=note", *CELLS]
    assert [row[1] for row in tables["spreadsheet"]] == ["'=note", *(f"'{c}" for c in CELLS)]
    assert all(row[0].startswith("'") for row in tables["spreadsheet"][1:])
    lines = [json.loads(line) for line in written(service, source, "jsonl").splitlines()]
    assert [line["claim"]["text"] for line in lines] == [f"{cell} {VERBATIM}" for cell in CELLS]


def test_a_workbook_has_no_formula(service: Service, claims: Path) -> None:
    """Switched off: `write_string` and `strings_to_formulas` in `verifier.tables.sheets`."""
    with zipfile.ZipFile(
        io.BytesIO(written(service, open_input(claims, claims.name), "xlsx"))
    ) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "<f " not in sheet
    assert "=HYPERLINK(" in sheet
