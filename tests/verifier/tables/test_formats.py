"""The ending tells the format, the bytes have to agree, and every output has every row."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from pathlib import Path

import pytest
import xlsxwriter

from corpus.errors import UnreadableSource, UnsupportedFormat
from tests.conftest import ABSENT, ALTERED, VERBATIM
from tests.verifier.table_answers import answered, written
from verifier.service import Service
from verifier.tables.cells import COLUMNS, answer_cells, guard, original_cells
from verifier.tables.formats import open_input
from verifier.tables.outputs import OUTPUTS, writer
from verifier.tables.rows import Input, Row

TABLE = f"""id,quote,speaker,source_url,notes
1,{VERBATIM},Ada Lindqvist,https://library.example/opening,=1+1
2,{ALTERED},Ada Lindqvist,https://other.example/,
3,{ABSENT},,,
4,too,few
5,a,b,c,d,e
"""


def table(folder: Path, text: str = TABLE, name: str = "claims.csv") -> Input:
    path = folder / name
    path.write_bytes(text.encode())
    return open_input(path, name)


@pytest.mark.parametrize(
    ("name", "content", "error", "why"),
    [
        ("claims.pages", b"x", UnsupportedFormat, "no format we know"),
        ("claims", b"quote\na\n", UnsupportedFormat, "no ending"),
        ("claims.csv", b"PK\x03\x04zip", UnreadableSource, "a workbook called a table"),
        ("claims.xlsx", b"quote\na\n", UnreadableSource, "a table called a workbook"),
        ("claims.xlsx", b"\xd0\xcf\x11\xe0old", UnreadableSource, "an old workbook"),
        ("claims.csv", b"%PDF-1.7", UnreadableSource, "a PDF"),
        ("claims.csv", bytes(range(256)) * 9, UnreadableSource, "no text"),
        ("claims.xlsx", b"PK\x03\x04zip", UnreadableSource, "half an archive"),
    ],
)
def test_bytes_that_are_not_what_the_name_says_are_refused(
    tmp_path: Path, name: str, content: bytes, error: type[Exception], why: str
) -> None:
    path = tmp_path / "upload"
    path.write_bytes(content)
    with pytest.raises(error):
        open_input(path, name)


@pytest.mark.parametrize("kind", OUTPUTS)
def test_every_output_has_every_row_in_order(service: Service, tmp_path: Path, kind: str) -> None:
    source = table(tmp_path)
    content = written(service, source, kind)
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert [row[0] for row in rows[1:]] == ["1", "2", "3", "4", "5"]
    elif kind == "jsonl":
        lines = [json.loads(line) for line in content.splitlines()]
        assert [each["row_id"] for each in lines] == ["1", "2", "3", None, None]
        assert ["problem" in each for each in lines] == [False, False, False, True, True]
    elif kind == "xlsx":
        path = tmp_path / "out.xlsx"
        path.write_bytes(content)
        back = open_input(path, path.name)
        assert [row.cells[0] for row in back.rows()] == ["1", "2", "3", "4", "5"]
        assert back.headers[-1] == "qv_checked_at"
    else:
        page = content.decode()
        assert sorted(page.find(f'id="row-{n}"') > 0 for n in range(1, 6)) == [True] * 5


def test_no_such_output_is_made(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such output"):
        writer("pdf", "raw", io.BytesIO(), table(tmp_path))


def test_a_table_goes_on_where_it_stands(service: Service, tmp_path: Path) -> None:
    source = table(tmp_path)
    whole, parts = written(service, source, "csv"), io.BytesIO()
    rows = answered(service, source)
    for some in (rows[:2], rows[2:]):
        answers = writer("csv", "spreadsheet", parts, source)
        for row, answer in some:
            answers.row(row, answer)
        answers.close()
    assert parts.getvalue() == whole


def test_the_spreadsheet_flavour_is_guarded_and_the_raw_one_exact(
    service: Service, tmp_path: Path
) -> None:
    source = table(tmp_path, TABLE.replace(",", ";").replace("sep", "sep"))
    found = {}
    for flavour in ("spreadsheet", "raw"):
        content = written(service, source, "csv", flavour)
        assert content.startswith(b"\xef\xbb\xbf") == (flavour == "spreadsheet")
        assert b"\r\n" in content and b";qv_row;" in content.replace(b'"', b"")
        text = content.decode("utf-8-sig")
        found[flavour] = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert found["raw"][1][4] == "=1+1"
    assert found["spreadsheet"][1][4] == "'=1+1"


@pytest.mark.parametrize(
    ("cells", "wanted", "why"),
    [
        (("a", "b", "c"), ["a", "b", "c"], "as many as headers"),
        (("a",), ["a", "", ""], "too few"),
        (("a", "b", "c", "d", "e"), ["a", "b", "c,d,e"], "too many are kept in the last"),
        (("a", "b", "c", "", " "), ["a", "b", "c"], "blank ones are none"),
        ((), ["", "", ""], "unreadable"),
    ],
)
def test_the_original_cells_stand_under_their_headers(
    tmp_path: Path, cells: tuple[str, ...], wanted: list[str], why: str
) -> None:
    source = table(tmp_path, "quote,x,y\na,b,c\n")
    assert original_cells(source, Row(1, None, {}, cells)) == wanted, why


@pytest.mark.parametrize(
    "cell",
    [
        *("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "＋1", "＠x"),
        *("\r=1", "\n=1", "\u200b=1", "\u00a0@x", "\ufeff+1", "\u202e=1"),
    ],
)
def test_no_cell_can_be_taken_for_a_formula(cell: str) -> None:
    assert guard(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "a=1", "“=1”", "1-1", "é", "  a"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guard(cell) == cell


def test_an_answer_fills_the_documented_columns(service: Service, tmp_path: Path) -> None:
    cells = [
        dict(zip(COLUMNS, answer_cells(row, answer), strict=True))
        for row, answer in answered(service, table(tmp_path))
    ]
    first, second, third, fourth, fifth = cells
    assert (second["row"], second["status"], second["verdict"]) == (2, "ok", "altered_wording")
    assert second["changes"] == "replaced: “everyone” → “anyone”"
    assert (second["words_differ"], second["source_date"]) == (1, "2023-05-12")
    assert [c["attribution"] for c in (first, second)] == ["same source_same", "same source_other"]
    assert (third["verdict"], third["source_text"]) == ("not_found", None)
    assert (fourth["status"], fourth["verdict"]) == ("error", None)
    assert fifth["error"] == (
        "invalid-request: It has 6 cells, the header has 5. The last ones are kept together."
    )


def test_jsonl_takes_the_same_fields_and_can_become_a_table(
    service: Service, tmp_path: Path
) -> None:
    lines = [
        {"quote": VERBATIM, "id": 7, "source_url": "https://library.example/opening", "extra": 1},
        {"quote": None},
    ]
    text = "\ufeff" + "\n\n".join(map(json.dumps, lines)) + '\n["no object"]\n{"quote": "' + "[" * 9
    source = table(tmp_path, text, "claims.jsonl")
    rows = list(csv.DictReader(io.StringIO(written(service, source, "csv").decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == ["7", "", "", ""]
    assert [row["qv_status"] for row in rows] == ["ok", "error", "error", "error"]
    assert rows[0]["qv_attribution"] == "not_claimed source_same"
    first = json.loads(written(service, source, "jsonl").splitlines()[0])
    assert (first["row_id"], first["source_match"]) == (7, "source_same")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, kind: str) -> None:
    peaks = []
    for rows in (2_000, 20_000):
        path = tmp_path / f"{rows}.{kind}"
        lines = [("quote", "note"), *((f"words of row {n}", "x" * 50) for n in range(rows))]
        if kind == "csv":
            path.write_text("".join(f"{a},{b}\n" for a, b in lines))
        else:
            with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
                sheet = book.add_worksheet()
                for number, line in enumerate(lines):
                    sheet.write_row(number, 0, line)
        tracemalloc.start()
        try:
            assert sum(1 for _ in open_input(path, path.name).rows()) == rows
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0] + 500_000
