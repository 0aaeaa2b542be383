"""Records come out as they went in, and a mark without its partner costs one of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.tables.lines import Encoding, Line
from verifier.tables.records import Raw, records, written

UTF8 = Encoding("utf-8", 0)
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\x1f"))


def lines(text: str) -> Iterator[Line]:
    at = 0
    for line in io.StringIO(text, newline=""):
        yield Line(line, at)
        at += len(line.encode())


def read(text: str, width: int, delimiter: str = ",") -> list[Raw]:
    return list(records(lines(text), delimiter, width, UTF8))


@pytest.mark.parametrize(
    ("text", "width", "cells", "broken", "why"),
    [
        ('"a,b\nc,d\n', 2, [("a,b",), ("c", "d")], [1], "the next line is a record"),
        ('a,"b\nc,d\ne,f\n', 2, [("a", "b"), ("c", "d"), ("e", "f")], [1], "a mark left open"),
        ('"a","b\n"c","d"\n', 2, [("a", "b"), ("c", "d")], [1], "closed by the next row's"),
        ('"a,"b"\nc,d\n', 2, [('a,b"',), ("c", "d")], [1], "inside one line"),
        (
            'a,"b\nc,d\n"e\nf",g\n',
            2,
            [("a", "b"), ("c", "d"), ("e\nf", "g")],
            [1],
            "a sound cell of two lines behind it stays whole",
        ),
        (
            '"a,b,c\nd,e,f\ng,h,i\nj",k,l\nm,n,o\n',
            3,
            [("a,b,c",), ("d", "e", "f"), ("g", "h", "i"), ('j"', "k", "l"), ("m", "n", "o")],
            [1],
            "rows that would make one cell of the right number of cells",
        ),
        ('"a\nb",c,d\n', 2, [("a\nb", "c", "d")], [], "ragged over two lines, but whole"),
        ('"a\nb, c\nd",e\n', 2, [("a\nb, c\nd", "e")], [], "lines of a poem with a comma"),
        ('say "a" now,b\n', 2, [('say "a" now', "b")], [], "marks inside a bare cell"),
    ],
)
def test_one_missing_mark_costs_one_record(
    text: str, width: int, cells: list[tuple[str, ...]], broken: list[int], why: str
) -> None:
    found = read(text, width)
    assert [raw.cells for raw in found] == cells, why
    assert [at for at, raw in enumerate(found, 1) if raw.fault] == broken, why


def test_a_file_of_open_marks_is_read_in_bounded_work() -> None:
    found = read('a","c' + "x" * 300 + "\n" + ('a","c' + "x" * 300 + "\n") * 3_000, 2)
    assert len(found) == 3_001
    assert all(raw.fault and raw.fault[0] == "not-csv" for raw in found)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1))
def test_what_is_written_is_read_back_exactly(table: list[list[str]]) -> None:
    text = "".join(written(row, ";") for row in table)
    wanted = [tuple(row) for row in table if any(cell.strip() for cell in row)]
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";")) == table
    if not any("\n" in cell for row in table for cell in row):
        assert [raw.cells for raw in read(text, 3, ";")] == wanted


@given(st.lists(st.tuples(st.sampled_from(["a", "b b", "“ü”"]), CELLS), max_size=30), st.data())
def test_rows_after_a_broken_one_are_all_there(
    table: list[tuple[str, str]], data: st.DataObject
) -> None:
    plain = [(a, "".join(c for c in b if c not in '",\n')) for a, b in table]
    rows = [f"{a},{b}\n" for a, b in plain]
    at = data.draw(st.integers(0, len(rows)))
    found = read("".join([*rows[:at], '"open,mark\n', *rows[at:]]), 2)
    sound = [raw.cells for raw in found if raw.fault is None]
    assert sound == plain
    assert sum(raw.fault is not None for raw in found) == 1
