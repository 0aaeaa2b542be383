"""CSV of passages: the same as JSON lines with the same columns."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.readers import records, table


def read(content: str | bytes, origin: str = "talks.csv") -> list[Reading]:
    data = content.encode() if isinstance(content, str) else content
    return list(table.read(origin, io.BytesIO(data)))


def test_rows_of_a_source_are_one_document_with_speakers_dates_and_row_numbers() -> None:
    content = (
        "source,text,speaker,date,language\na,One.,Ana,2020-05-01,en\nb,Two.,,,\na,Three.,Bo,,\n"
    )
    first, second = read(content)
    assert (first.origin, first.text, first.marked) == ("talks.csv#a", "One.\n\nThree.", True)
    assert [(b.speaker, b.date, b.locator) for b in first.blocks] == [
        ("Ana", "2020-05-01", "row 2"),
        ("Bo", None, "row 4"),
    ]
    assert first.fields["language"] == "en" and second.text == "Two."


FORMS = [
    ('text;speaker\n"Yes; indeed";Ana\n', "Yes; indeed", "semicolons"),
    ("text\tspeaker\nYes, indeed\tAna\n", "Yes, indeed", "tabs"),
    ("sep=;\r\ntext;speaker\r\nYes;Ana\r\n", "Yes", "a line for spreadsheets"),
    ('\ufeffText,Speaker\n"He said ""yes""",Ana\n', 'He said "yes"', "a mark, capitals, quotes"),
    ('text,speaker\n"one\ntwo",Ana\n', "one\ntwo", "a line break in a cell"),
    ("text,speaker,note\nYes,Ana,x\n", "Yes", "a column nobody knows"),
    ("text,speaker\n\n ,\nYes,Ana\n", "Yes", "empty rows"),
    ("translated-from,text,speaker\nde,Yes,Ana\n", "Yes", "hyphens in names"),
]


@pytest.mark.parametrize(("content", "said", "why"), FORMS)
def test_tables_are_read_as_spreadsheets_write_them(content: str, said: str, why: str) -> None:
    (reading,) = read(content)
    assert (reading.text, reading.blocks[0].speaker) == (said, "Ana"), why
    assert reading.fields["title"] == "talks", "without a column source the file is the source"
    assert reading.sha256 == sha256(content.encode()).hexdigest()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("quote,speaker\nx,Ana\n", "no column text"),
        ("text,speaker\nx,Ana,Bo\n", "row 2 has more cells"),
        ('text,speaker\nx,Ana\n"y,Bo\n', "row 3 cannot be read"),
        ("source,text\n,x\n", ""),
        (b"text\n\x00\x01\x02\x03\x04", "binary"),
    ],
)
def test_a_table_that_cannot_be_read_names_the_row(content: str | bytes, reason: str) -> None:
    if not reason:
        assert read(content)[0].fields["title"] == "talks", "an empty cell is no name"
        return
    with pytest.raises(UnreadableSource) as refused:
        read(content)
    assert reason in refused.value.reason


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
ROWS = st.lists(st.tuples(st.sampled_from(["a", "b"]), CELLS, CELLS), min_size=1, max_size=8)


@given(ROWS)
@settings(max_examples=100, deadline=None)
def test_both_forms_of_the_same_rows_are_the_same_text_in_the_same_places(
    rows: list[tuple[str, str, str]],
) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("source", "text", "speaker"), *rows])
    lines = "".join(
        json.dumps({"source": s, "text": t if t.strip() else "", "speaker": v}) + "\n"
        for s, t, v in rows
    )
    from_table = read(written.getvalue())
    from_lines = list(records.read("talks.csv", io.BytesIO(lines.encode())))
    assert [
        (r.origin, r.text, [(b.start, b.end, b.speaker) for b in r.blocks]) for r in from_table
    ] == [(r.origin, r.text, [(b.start, b.end, b.speaker) for b in r.blocks]) for r in from_lines]
