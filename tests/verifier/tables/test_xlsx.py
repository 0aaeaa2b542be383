"""Workbooks are read as a person sees them, and only after they have been judged."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from corpus.errors import InvalidRequest, NoQuoteColumn, UnreadableSource
from verifier.tables.xlsx import XlsxInput


def made(folder: Path, fill: Callable[[Any], None]) -> Path:
    """A workbook; ``fill`` is given it."""
    path = folder / "claims.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        fill(book)
    return path


def sheet_of(*rows: list[object]) -> Callable[[Any], None]:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("List")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return fill


def bodies(found: XlsxInput) -> list[object]:
    return [row.body for row in found.rows()]


def test_cells_come_as_the_text_that_is_seen(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        share = book.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, ["id", "quote", "date", "share", "sum", "yes", "sign"])
        sheet.write_number(1, 0, 7)
        sheet.write_rich_string(1, 1, "We ", book.add_format({"bold": True}), "built", " it")
        sheet.write_datetime(1, 2, datetime.datetime(2024, 4, 16), day)
        sheet.write_number(1, 3, 0.45, share)
        sheet.write_formula(1, 4, "=1+1", None, 2)
        sheet.write_boolean(1, 5, True)
        sheet.write_string(1, 6, "a\x01b _x0041_")

    found = XlsxInput(made(tmp_path, fill), "claims.xlsx")
    (row,) = found.rows()
    assert row.cells == ("7", "We built it", "2024-04-16", "45%", "2", "TRUE", "a\x01b _x0041_")
    assert (row.row_id, row.body) == ("7", {"quote": "We built it", "date": "2024-04-16"})
    assert found.notes == ()


def test_the_sheet_with_quotes_is_chosen_and_that_is_said(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("Read me").write_row(0, 0, ["about", "this"])
        book.add_worksheet("Quotes").write_column(0, 0, ["Zitat", "one"])
        hidden = book.add_worksheet("Old")
        hidden.write_column(0, 0, ["quote", "two"])
        hidden.hide()

    path = made(tmp_path, fill)
    found = XlsxInput(path, path.name)
    assert bodies(found) == [{"quote": "one"}]
    assert found.notes == ("Read from the sheet “Quotes”, not from “Read me”, “Old”.",)
    assert bodies(XlsxInput(path, path.name, sheet="old")) == [{"quote": "two"}]
    with pytest.raises(UnreadableSource, match="Read me, Quotes, Old"):
        XlsxInput(path, path.name, sheet="New")


def test_a_title_above_the_header_is_passed_over_and_that_is_said(tmp_path: Path) -> None:
    path = made(tmp_path, sheet_of(["List of March"], [], ["Nr", "Quote"], ["1", "a"]))
    found = XlsxInput(path, path.name)
    assert (found.headers, bodies(found)) == (("Nr", "Quote"), [{"quote": "a"}])
    assert found.notes == ("The header is row 2; what stands above it is passed over.",)


def test_one_column_without_a_header_is_taken_as_quotes(tmp_path: Path) -> None:
    path = made(tmp_path, sheet_of(["We fight on, he said."], ["Ask not."]))
    found = XlsxInput(path, path.name)
    assert bodies(found) == [{"quote": "We fight on, he said."}, {"quote": "Ask not."}]
    assert "every row is taken as a quote" in found.notes[0]


def test_a_merged_cell_holds_for_all_its_rows_and_hidden_rows_are_read(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["speaker", "quote"])
        sheet.merge_range(1, 0, 2, 0, "Ada")
        for number, quote in enumerate(["a", "b", "c"], 1):
            sheet.write(number, 1, quote)
        sheet.set_row(3, None, None, {"hidden": True})

    path = made(tmp_path, fill)
    found = XlsxInput(path, path.name)
    assert bodies(found) == [
        {"speaker": "Ada", "quote": "a"},
        {"speaker": "Ada", "quote": "b"},
        {"quote": "c"},
    ]
    assert found.notes == ("1 hidden rows are read as well.",)


def test_columns_without_a_header_are_kept(tmp_path: Path) -> None:
    path = made(tmp_path, sheet_of(["quote"], ["a", "", "aside"], ["b"]))
    found = XlsxInput(path, path.name)
    assert found.headers == ("quote", "", "")
    assert [row.cells for row in found.rows()] == [("a", "", "aside"), ("b", "", "")]
    assert not any(isinstance(row.body, InvalidRequest) for row in found.rows())


def test_a_workbook_without_quotes_names_its_headers(tmp_path: Path) -> None:
    path = made(tmp_path, sheet_of(["name", "age"], ["a", 1]))
    with pytest.raises(NoQuoteColumn) as refused:
        XlsxInput(path, path.name)
    assert refused.value.headers == ("name", "age")
    assert bodies(XlsxInput(path, path.name, column="name")) == [{"quote": "a"}]


def replaced(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of a workbook with one part changed."""
    copy = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return copy


@pytest.mark.parametrize(
    ("part", "change", "why"),
    [
        (
            "xl/sharedStrings.xml",
            lambda b: b.replace(b"<sst", b'<!DOCTYPE sst [<!ENTITY a "aaa">]><sst'),
            "declares a document type",
        ),
        ("xl/worksheets/sheet1.xml", lambda b: b[:-20], "XML is damaged"),
        (
            "xl/worksheets/sheet1.xml",
            lambda b: b + b" " * 30_000_000,
            "unpacks to more than is allowed",
        ),
        ("xl/workbook.xml", lambda b: b.replace(b"rId1", b"rId9"), "no such sheet"),
    ],
)
def test_a_workbook_that_breaks_a_rule_is_refused(
    tmp_path: Path, part: str, change: Callable[[bytes], bytes], why: str
) -> None:
    path = replaced(made(tmp_path, sheet_of(["quote"], ["a"])), part, change)
    with pytest.raises(UnreadableSource, match=why):
        XlsxInput(path, "claims.xlsx")


def test_a_cell_without_a_place_stands_behind_the_one_before(tmp_path: Path) -> None:
    plain = made(tmp_path, sheet_of(["id", "quote"], ["7", "a"]))
    path = replaced(
        plain,
        "xl/worksheets/sheet1.xml",
        lambda b: b.replace(b' r="A1"', b"").replace(b' r="B1"', b"").replace(b' r="2"', b""),
    )
    assert bodies(XlsxInput(path, "claims.xlsx")) == [{"quote": "a"}]
