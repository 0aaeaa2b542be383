"""Rows of a file of quotes, and what a file looks like to whoever answers them.

The engine that answers knows rows, inputs and writers only; what a CSV file or a workbook is,
`verifier.tables.formats` and its parts know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from corpus.errors import InvalidRequest
from verifier.report import Report
from verifier.serving.problems import Problem

ASKED = ("quote", "speaker", "date", "language", "source_url")
"""The fields of a row that make its question; see `verifier.exchange.asking.load_row`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file.

    Attributes:
        number: from 1, blank lines not counted.
        row_id: the row's ``id``, of any JSON type; None without one.
        body: the fields of a question, or the fault that keeps the row from being one.
        cells: the original cells of a table's record.
    """

    number: int
    row_id: object
    body: Mapping[str, object] | InvalidRequest
    cells: tuple[str, ...] = ()


class Input(Protocol):
    """A file of quotes that can be read as often as needed, in constant memory."""

    @property
    def kind(self) -> str:
        """``csv``, ``xlsx`` or ``jsonl``."""

    @property
    def headers(self) -> tuple[str, ...]:
        """The columns as they stand; known keys for JSONL; ``quote`` without a header."""

    @property
    def delimiter(self) -> str:
        """Between the cells of a CSV file; a comma for other kinds."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for people: what was assumed about the file."""

    def rows(self) -> Iterator[Row]:
        """The rows from the first one on, in file order; blank lines are passed over.

        Returns:
            A fresh iterator; a row that cannot be read has a fault for a body.
        """


class Writer(Protocol):
    """Writes one record a row, in the order in which it is given them."""

    def row(self, row: Row, answer: Report | Problem) -> None:
        """Write a row with its answer."""

    def close(self) -> None:
        """Write what can only be written at the end; the stream stays open."""
