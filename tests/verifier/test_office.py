"""What a spreadsheet program makes of the files of answers: the right cells, and nothing else."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from tests.verifier.table_answers import written
from verifier.service import Service
from verifier.tables.formats import open_input

FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Comma, quotation mark, UTF-8, all cells as they are shown."""
IN_SEMICOLONS = "CSV:59,34,76,1,,0,false,true,false"
LINES = (
    "id;quote;speaker;sum;note",
    f'1;"{VERBATIM}";Ada Lindqvist;=1+1;"two\nlines, and a ""mark"" in it"',
    f'2;"{ALTERED}";Tomas Reiter;007;2024-04-16',
    f'3;"{ABSENT}";;1/2;@SUM(A1)',
    f'4;"{RENDERED}";;-5;10%',
    "5;我们修建这座图书馆，不是为了十二位安静的读者;林晓;=cmd|'/c calc'!A1;لم نبن",
    "6;too few",
)


def opened(path: Path, folder: Path, source: str = "") -> list[list[str]]:
    """The cells of a file as LibreOffice has them."""
    program = shutil.which("soffice")
    if program is None or not Path("/usr/lib/libreoffice/program/libsclo.so").exists():
        pytest.skip("LibreOffice Calc is not installed")
    out = folder / "opened"
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter={source}"] if source else []
    command += ["--convert-to", FILTER, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    found = list(out.glob("*.csv"))
    assert len(found) == 1
    with found[0].open(encoding="utf-8", newline="") as cells:
        return list(csv.reader(cells))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_libreoffice_shows_the_cells_that_were_written(
    service: Service, tmp_path: Path, kind: str
) -> None:
    claims = tmp_path / "claims.csv"
    claims.write_text("\n".join(LINES), "utf-8")
    source = open_input(claims, claims.name)
    raw = written(service, source, "csv", "raw").decode()
    wanted = list(csv.reader(raw.splitlines(keepends=True), delimiter=";"))
    path = tmp_path / f"answers.{kind}"
    path.write_bytes(written(service, source, kind))
    cells = opened(path, tmp_path, IN_SEMICOLONS if kind == "csv" else "")
    width, row, speaker, total = len(wanted[0]), wanted[0].index("qv_row"), 2, 3
    assert cells[0][:width] == wanted[0]
    assert [line[row] for line in cells] == [line[row] for line in wanted]
    for found, line in zip(cells[1:], wanted[1:], strict=True):
        assert found[1] == line[1] and found[speaker] == line[speaker]
        assert [c for c in found if c.startswith("#") or "Err:" in c] == []
        for name in ("qv_headline", "qv_source_text", "qv_changes", "qv_corrected_quote"):
            assert found[wanted[0].index(name)] == line[wanted[0].index(name)], name
    guarded = "'" if kind == "csv" else ""
    assert cells[1][total] == f"{guarded}=1+1"
    assert cells[5][total] == f"{guarded}=cmd|'/c calc'!A1"
    assert cells[1][4] == 'two\nlines, and a "mark" in it'
    if kind == "xlsx":  # a CSV file cannot keep a spreadsheet from reading numbers
        assert [line[:5] for line in cells] == [line[:5] for line in wanted]
