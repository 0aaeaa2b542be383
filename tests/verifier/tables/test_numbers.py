"""Stored numbers are written as a person sees them."""

from __future__ import annotations

import pytest

from verifier.tables.numbers import shown_number


@pytest.mark.parametrize(
    ("stored", "form", "shown", "why"),
    [
        ("45398", "yyyy-mm-dd", "2024-04-16", "a day"),
        ("45398", "dd/mm/yyyy", "2024-04-16", "in whatever order it is shown"),
        ("45398", "[$-407]d. mmmm yyyy;@", "2024-04-16", "with a country"),
        ("45398.5", "yyyy-mm-dd hh:mm", "2024-04-16 12:00", "a day with its time"),
        ("45398", "mmm yy", "2024-04", "a month"),
        ("0.5", "h:mm", "12:00:00", "a time of day"),
        ("0.45", "0%", "45%", "a percentage"),
        ("0.4567", "0.0%", "45.7%", "with a decimal"),
        ("1234567.5", "#,##0.00", "1,234,567.50", "thousands"),
        ("12", "0.00", "12.00", "decimals"),
        ("12", "", "12", "no format"),
        ("12.0", "General", "12", "a whole number"),
        ("0.1", "General", "0.1", "a fraction"),
        ("1E+20", "General", "1e+20", "a large one"),
        ("-5", "0", "-5", "a sign"),
        ("1", "yyyy-mm-dd", "1900-01-01", "the first day"),
        ("1e9", "yyyy-mm-dd", "1e9", "a day that no calendar has"),
        ("abc", "0%", "abc", "no number"),
        ("5", '0" days"', "5", "words of a format are none of its letters"),
    ],
)
def test_a_number_is_shown_by_its_format(stored: str, form: str, shown: str, why: str) -> None:
    assert shown_number(stored, form) == shown, why


def test_days_may_be_counted_from_1904() -> None:
    assert shown_number("0", "yyyy-mm-dd", since_1904=True) == "1904-01-01"
