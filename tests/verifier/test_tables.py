"""Tables of quotes: read as newsrooms write them, written so that spreadsheets stay harmless."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import InvalidRequest, NoQuoteColumn
from tests.conftest import ALTERED
from verifier.problems import problem_of
from verifier.service import Question, Service
from verifier.tables import COLUMNS, answer_cells, guard, read_table, write_record


@pytest.mark.parametrize(
    ("text", "headers", "delimiter", "bodies", "why"),
    [
        ("quote,speaker\na,b\n", "quote speaker", ",", [{"quote": "a", "speaker": "b"}], "plain"),
        ("Quote;Who\r\n1,5;b\r\n", "Quote Who", ";", [{"quote": "1,5", "speaker": "b"}], "Europe"),
        ("id\tclaim\n7\ta, b; c\n", "id claim", "\t", [{"id": "7", "quote": "a, b; c"}], "tabs"),
        ("sep=;\nquote;x\na;b\n", "quote x", ";", [{"quote": "a"}], "said by the file itself"),
        ('quote\n"a\nb"\n', "quote", ",", [{"quote": "a\nb"}], "a line break inside a cell"),
        (
            "We fight on.\nAsk not.\n",
            "quote",
            ",",
            [{"quote": "We fight on."}, {"quote": "Ask not."}],
            "one column, no header",
        ),
        ("quote,quote\na,b\n", "quote quote", ",", [{"quote": "a"}], "the first of two"),
        (
            "引文,发言人\n你好,林\n",
            "引文 发言人",
            ",",
            [{"quote": "你好", "speaker": "林"}],
            "Chinese names",
        ),
        ("quote,speaker\n,b\n", "quote speaker", ",", [{"quote": "", "speaker": "b"}], "no quote"),
    ],
)
def test_a_table_is_read_by_its_header(
    text: str, headers: str, delimiter: str, bodies: list[object], why: str
) -> None:
    table = read_table(text)
    assert (list(table.headers), table.delimiter) == (headers.split(), delimiter), why
    assert [record.body for record in table.records] == bodies, why


def test_a_table_without_quotes_names_the_headers_it_has() -> None:
    with pytest.raises(NoQuoteColumn) as refused:
        read_table("name,age\nA,1\n")
    assert refused.value.headers == ("name", "age")


@pytest.mark.parametrize(
    ("text", "codes", "why"),
    [
        ("quote,speaker\na,b,c\nd,e\nf\n", ["ragged", None, "ragged"], "too many and too few"),
        ('quote,speaker\na,b\n"c,d\ne,f\n', [None, "not-csv"], "a mark without its partner"),
    ],
)
def test_a_bad_record_does_not_cost_the_others(
    text: str, codes: list[str | None], why: str
) -> None:
    found = [
        record.body.faults[0][1] if isinstance(record.body, InvalidRequest) else None
        for record in read_table(text).records
    ]
    assert found == codes, why


@pytest.mark.parametrize(
    "cell", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "＋1", "＠x", "\r=1"]
)
def test_no_cell_can_be_taken_for_a_formula(cell: str) -> None:
    assert guard(cell) == "'" + cell
    assert next(csv.reader(io.StringIO(write_record([cell], ",", raw=True), newline=""))) == [cell]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2))
def test_raw_records_are_read_back_exactly(cells: list[str]) -> None:
    line = write_record(cells, ";", raw=True)
    assert list(csv.reader(io.StringIO(line, newline=""), delimiter=";")) == [cells]


def test_an_answer_fills_the_documented_columns(service: Service) -> None:
    report = service.verify(Question(ALTERED, speaker="Ada Lindqvist"))
    cells = dict(zip(COLUMNS, answer_cells(3, report), strict=True))
    assert report.match is not None
    assert (cells["row"], cells["status"], cells["verdict"]) == (3, "ok", "altered_wording")
    assert (cells["words_differ"], cells["source_text"]) == (1, report.match.exact)
    assert cells["changes"] == "replaced: “everyone” → “anyone”"
    assert cells["source_date"] == "2023-05-12"


def test_a_problem_says_why_there_is_no_answer() -> None:
    cells = dict(
        zip(COLUMNS, answer_cells(1, problem_of(InvalidRequest([("", "x", "Why.")]))), strict=True)
    )
    assert (cells["status"], cells["error"]) == ("error", "invalid-request: Why.")
    assert cells["verdict"] is None
