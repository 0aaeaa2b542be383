"""Dates are read as far as they are written, and no further."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.describing.dates import find_date, parse_date
from corpus.models import DatePrecision

DAY, MONTH, YEAR = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR

WRITTEN = [
    ("2021-03-09", "2021-03-09", DAY, "ISO"),
    ("2021-03-09T07:30:00Z", "2021-03-09", DAY, "the time is no part of the date"),
    ("2021.3.9 13:31", "2021-03-09", DAY, "dotted, year first"),
    ("20210309", "2021-03-09", DAY, "compact"),
    ("9.3.2021", "2021-03-09", DAY, "with dots the day comes first"),
    ("2021年3月9日", "2021-03-09", DAY, "Chinese"),
    ("2021 年 3 月", "2021-03", MONTH, "Chinese, spaced, without a day"),
    ("2021年", "2021", YEAR, "Chinese year"),
    ("March 9, 2021", "2021-03-09", DAY, "American"),
    ("Mar. 9th, 2021", "2021-03-09", DAY, "abbreviated, with an ordinal"),
    ("9 March 2021", "2021-03-09", DAY, "British"),
    ("March 2021", "2021-03", MONTH, "no day is made up"),
    ("1801", "1801", YEAR, "no month is made up"),
    ("9. März 2021", "2021-03-09", DAY, "German"),
    ("9 mars 2021", "2021-03-09", DAY, "French"),
    ("9 de marzo de 2021", "2021-03-09", DAY, "Spanish"),
    ("9 марта 2021", "2021-03-09", DAY, "Russian"),
    ("25/11/2021", "2021-11-25", DAY, "only one reading is possible"),
    ("05/11/2021", "2021", YEAR, "ambiguous: only the year is sure"),
    ("2021-02-30", "2021", YEAR, "no such day"),
]


@pytest.mark.parametrize(("written", "edtf", "precision", "why"), WRITTEN)
def test_a_date_keeps_the_precision_it_was_written_with(
    written: str, edtf: str, precision: DatePrecision, why: str
) -> None:
    found = parse_date(written)
    assert found is not None, why
    assert (found.edtf, found.precision) == (edtf, precision), why


@pytest.mark.parametrize("written", ["", "soon", "3.5", "1", "0999", "2999", "10:30", "12345"])
def test_what_is_no_date_gives_none(written: str) -> None:
    assert parse_date(written) is None


def test_a_date_is_found_inside_a_line_with_its_place() -> None:
    line = "#Harbour · 2021-03-09 · 4 min"
    found = find_date(line)
    assert found is not None
    assert line[found.start : found.end] == "2021-03-09"


@given(st.dates(min_value=datetime.date(1500, 1, 1)))
def test_every_iso_day_up_to_2100_comes_back(day: datetime.date) -> None:
    found = parse_date(str(day))
    if int(str(day)[:4]) > 2100:
        assert found is None
    else:
        assert found is not None and found.edtf == str(day)
