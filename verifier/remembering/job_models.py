"""The values of a job: one row's entry, how far it is, the forms of its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LeaseLost(Exception):
    """Somebody else works on the job now; what this run has in hand is not stored."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row's answer, or the row whose answer it shares.

    Attributes:
        number: of the row, from 1.
        digest: of its question; None for a row that asks nothing.
        same_as: number of the earlier row with the same question.
        answer: see `verifier.jobs.answers`; None for a duplicate.
        fine: whether there is nothing to look at.
        failed: whether it is a problem instead of a report.
        version: of the corpus it was compared with; None for a problem.
        verdict: its code; None for a problem.
    """

    number: int
    digest: bytes | None = None
    same_as: int | None = None
    answer: bytes | None = None
    fine: bool = False
    failed: bool = False
    version: int | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        total: rows of the file.
        done: rows with an answer: the first so many of the file.
        checked: questions that were put to the service; each once.
        duplicates: rows that share the answer of an earlier one.
        fine: rows with nothing to look at.
        failed: rows with a problem instead of a report; the rest of the rows that are done have
            something to look at.
        seconds: time worked so far.
        first_version: the corpus's version at the first report; None before it.
        verdicts: rows with a report, by the code of its verdict, in no order.
    """

    total: int
    done: int = 0
    checked: int = 0
    duplicates: int = 0
    fine: int = 0
    failed: int = 0
    seconds: float = 0.0
    first_version: int | None = None
    verdicts: Mapping[str, int] = field(default_factory=dict)

    @property
    def pace(self) -> float | None:
        """Rows a second so far; None before the first row and where no time was measured."""
        return self.done / self.seconds if self.done and self.seconds else None

    @property
    def seconds_left(self) -> float | None:
        """What the rest takes at the pace so far; None before the first row, 0 after the last."""
        if not self.done and self.total:
            return None
        return self.seconds / max(1, self.done) * (self.total - self.done)


class Format(StrEnum):
    """The forms of a file of answers."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    HTML = "html"


class Flavour(StrEnum):
    """Whether a table is written for spreadsheets or exactly."""

    SPREADSHEET = "spreadsheet"
    RAW = "raw"
