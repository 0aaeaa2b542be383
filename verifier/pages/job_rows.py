"""Single answers of a job: one row, and the first rows that need a look."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.errors import NotFound
from verifier.jobs.answers import head_of, read_back
from verifier.jobs.folder import job_file
from verifier.report import Report
from verifier.serving.problems import Problem


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """A row of a job.

    Attributes:
        number: from 1.
        answer: the report, or why there is none.
    """

    number: int
    answer: Report | Problem


def row_of(home: Path, job_id: str, number: int) -> AnsweredRow:
    """One row of a job that the caller may read.

    Raises:
        NotFound: it is not answered (yet), or the job's files are gone.
    """
    file = job_file(home, job_id)
    try:
        for found, answer in islice(file.answers(number - 1), 1):
            if found == number:
                return AnsweredRow(number, read_back(answer))
        raise NotFound("row")
    finally:
        file.close()


def first_to_look_at(home: Path, job_id: str, most: int) -> tuple[AnsweredRow, ...]:
    """The first rows so far that need a look, in file order.

    Args:
        home: folder of the service.
        job_id: of a job that the caller may read.
        most: how many are wanted.

    Raises:
        NotFound: the job's files are gone.

    Cost: the rows before the last of them are passed over without being unpacked.
    """
    file = job_file(home, job_id)
    try:
        wanted = ((n, a) for n, a in file.answers() if not head_of(a).fine)
        return tuple(AnsweredRow(n, read_back(a)) for n, a in islice(wanted, most))
    finally:
        file.close()
