"""CSV files are read as newsrooms write them, and nothing about them is guessed silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import InvalidRequest, NoQuoteColumn
from verifier.tables.csv_files import CsvInput
from verifier.tables.rows import Row


def opened(folder: Path, content: str | bytes, column: str | None = None) -> CsvInput:
    path = folder / "claims.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return CsvInput(path, path.name, column)


def codes(rows: list[Row]) -> list[str | None]:
    return [r.body.faults[0][1] if isinstance(r.body, InvalidRequest) else None for r in rows]


@pytest.mark.parametrize(
    ("text", "headers", "delimiter", "bodies", "why"),
    [
        ("quote,speaker\na,b\n", "quote speaker", ",", [{"quote": "a", "speaker": "b"}], "plain"),
        ("Quote;Who\r\n1,5;b\r\n", "Quote Who", ";", [{"quote": "1,5", "speaker": "b"}], "Europe"),
        ("id\tclaim\n7\ta, b; c\n", "id claim", "\t", [{"quote": "a, b; c"}], "tabs"),
        ("sep=;\nquote;x\na;b\n", "quote x", ";", [{"quote": "a"}], "said by the file itself"),
        ("sep=\t\nquote\tx\na\tb\n", "quote x", "\t", [{"quote": "a"}], "the same with a tab"),
        ('quote\n"a\nb"\n', "quote", ",", [{"quote": "a\nb"}], "a line break inside a cell"),
        ("quote\rone\rtwo\r", "quote", ",", [{"quote": "one"}, {"quote": "two"}], "an old Mac"),
        (
            "We fight on.\nAsk not.\n",
            "quote",
            ",",
            [{"quote": "We fight on."}, {"quote": "Ask not."}],
            "one column, no header",
        ),
        (
            "We fight on, he said.\nAsk not, my friends, what.\n",
            "quote",
            ",",
            [{"quote": "We fight on, he said."}, {"quote": "Ask not, my friends, what."}],
            "one quote a line, with commas in it",
        ),
        ("quote,quote\na,b\n", "quote quote", ",", [{"quote": "a"}], "the first of two"),
        ("quote,speaker\n,b\n", "quote speaker", ",", [{"quote": "", "speaker": "b"}], "no quote"),
        ("quote,\na,b\n", ["quote", ""], ",", [{"quote": "a"}], "a blank header"),
        ("quote,x\na,b,,\n", "quote x", ",", [{"quote": "a"}], "blank cells beyond the header"),
        ("quote,x\n\na,b\n,\n", "quote x", ",", [{"quote": "a"}], "blank lines are no rows"),
        ("quote\n", "quote", ",", [], "a header alone"),
        ('quote\na, b\n"c, d"\n', "quote", ",", [{"quote": "a, b"}, {"quote": "c, d"}], "one"),
    ],
)
def test_a_table_is_read_by_its_header(
    tmp_path: Path, text: str, headers: str | list[str], delimiter: str, bodies: object, why: str
) -> None:
    found = opened(tmp_path, text)
    wanted = headers.split() if isinstance(headers, str) else headers
    assert (list(found.headers), found.delimiter) == (wanted, delimiter), why
    assert [row.body for row in found.rows()] == bodies, why


@pytest.mark.parametrize(
    ("text", "headers", "why"),
    [
        ("name,age\nA,1\n", ["name", "age"], "two columns"),
        ("a;b;c\n1;2\n3;4;5;6\n", ["a", "b", "c"], "ragged, and still a table"),
        ("", [], "nothing at all"),
    ],
)
def test_a_table_without_quotes_names_the_headers_it_has(
    tmp_path: Path, text: str, headers: list[str], why: str
) -> None:
    with pytest.raises(NoQuoteColumn) as refused:
        opened(tmp_path, text)
    assert list(refused.value.headers) == headers, why


@pytest.mark.parametrize(
    ("text", "column", "quotes", "why"),
    [
        ("a;b;c\n1;2;3\n", "b", ["2"], "by its header"),
        ("a;B ;c\n1;2;3\n", "b", ["2"], "case and blanks do not matter"),
        ("a;;\n1;2;3\n", "#2", ["2"], "a blank header by its number"),
        ("quote,other\nx,y\n", "other", ["y"], "against a known name"),
        ("Sentences\nx\n", "Sentences", ["x"], "one column with an unknown header"),
    ],
)
def test_a_column_can_be_chosen(
    tmp_path: Path, text: str, column: str, quotes: list[str], why: str
) -> None:
    found = opened(tmp_path, text, column)
    assert [dict(row.body)["quote"] for row in found.rows() if row.body] == quotes, why  # type: ignore[arg-type]


def test_a_chosen_column_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(NoQuoteColumn) as refused:
        opened(tmp_path, "only\n1\n", "other")
    assert refused.value.headers == ("only",)


@pytest.mark.parametrize(
    ("content", "quote", "note"),
    [
        ("quote\nnaïve café\n".encode("utf-8-sig"), "naïve café", ""),
        ("quote\nnaïve café\n".encode("utf-16"), "naïve café", ""),
        ("quote,a\nnaïve café ਊ,b\n".encode("utf-16-le"), "naïve café ਊ", "UTF-16"),
        ("quote,a\nnaïve café ਊ,b\n".encode("utf-16-be"), "naïve café ਊ", "UTF-16"),
        ("quote\nDas Café der Müller, déjà vu à Paris\n".encode("cp1252"), "", "Windows-1252"),
        ("引文\n这座桥将在春天重新开放。没有人知道\n".encode("gb18030"), "", "GB18030"),
    ],
)
def test_what_is_assumed_about_the_bytes_is_said(
    tmp_path: Path, content: bytes, quote: str, note: str
) -> None:
    found = opened(tmp_path, content)
    (row,) = found.rows()
    assert not isinstance(row.body, InvalidRequest)
    known = quote or content.decode("cp1252" if "1252" in note else "gb18030").splitlines()[1]
    assert row.body["quote"] == known
    assert (note in " ".join(found.notes)) if note else not any("Read as" in n for n in found.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_byte_that_fits_no_encoding_costs_its_row_and_is_named(
    tmp_path: Path, encoding: str
) -> None:
    sound = "quote,speaker\nDas Café schön über Paris,Jürgen\nÀ bientôt mes chères amies,b\n"
    bad = b"caf\x81 noir,x\n"
    start = len(sound.encode(encoding))
    rows = list(opened(tmp_path, sound.encode(encoding) + bad + b"ok,y\n").rows())
    assert codes(rows) == [None, None, "undecodable", None]
    assert isinstance(rows[2].body, InvalidRequest)
    assert f"offset {start + bad.index(0x81):,}" in rows[2].body.faults[0][2]
    assert rows[2].cells == ("caf\ufffd noir", "x")


def test_rows_can_be_read_again_and_count_from_one(tmp_path: Path) -> None:
    found = opened(tmp_path, "quote,id\na,7\n\nb,8\n")
    first, second = list(found.rows()), list(found.rows())
    assert first == second
    assert [(row.number, row.row_id) for row in first] == [(1, "7"), (2, "8")]
