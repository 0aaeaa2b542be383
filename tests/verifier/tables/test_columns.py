"""Headers are known in the languages of newsrooms, and a record becomes a question."""

from __future__ import annotations

import pytest

from corpus.errors import InvalidRequest
from verifier.tables.columns import LONGEST_CELL, columns_of, name_of


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Quote", "quote"),
        ("  Claimed-Quote: ", "quote"),
        ("ZITAT", "quote"),
        ("Citação", "quote"),
        ("引用", "quote"),
        ("Цитата", "quote"),
        ("اقتباس", "quote"),
        ("Said by", "speaker"),
        ("Sprecherin", "speaker"),
        ("发言人", "speaker"),
        ("Datum", "date"),
        ("Langue", "language"),
        ("Source URL", "source_url"),
        ("Quelle", "source_url"),
        ("row id", "id"),
        ("Notes", ""),
        ("", ""),
        ("data", ""),
    ],
)
def test_a_header_is_known_by_its_plain_form(header: str, name: str) -> None:
    assert name_of(header) == name


def test_a_record_gives_the_known_fields_that_are_filled_in() -> None:
    columns = columns_of(["ID", "Quote", "Speaker", "Notes", "Quote"])
    row = columns.row(3, ("7", "We built it.", " ", "x", "other"))
    assert (row.number, row.row_id, row.body) == (3, "7", {"quote": "We built it."})


@pytest.mark.parametrize(
    ("cells", "code", "why"),
    [
        (("a",), "ragged", "too few"),
        (("a", "b", "c"), "ragged", "too many"),
        (("a", "b", " "), None, "a blank one too many"),
        (("a" * (LONGEST_CELL + 1), "b"), "too-long", "beyond what a cell may hold"),
        (("a" * LONGEST_CELL, "b"), None, "just what it may hold"),
    ],
)
def test_a_record_of_another_shape_is_a_fault(
    cells: tuple[str, ...], code: str | None, why: str
) -> None:
    body = columns_of(["quote", "x"]).body(cells)
    assert (body.faults[0][1] if isinstance(body, InvalidRequest) else None) == code, why
