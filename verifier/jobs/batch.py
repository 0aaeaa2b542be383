"""Whole files from the command line: rows in, one answer a row out, going on where it stopped.

Problem: a long run is interrupted (a closed laptop, a kill), and nothing may be lost, doubled, half
written or checked twice; the output has to be readable at any moment; one bad row must not cost the
others.

Method: a job's own file (`verifier.jobs.file`), as the service has it, lies beside the output while
the run lasts, as ``OUT.job``: an answer and its counter are stored in one transaction, and only
then written to the output. CSV and JSONL grow as it goes; the job's file remembers how long the
output was, so that a run that goes on cuts off what may be torn and writes it again from what is
stored, without checking anything again. Workbooks and pages are written at the end, beside the
output, and take its name when they are whole. When all is written, the job's file goes.

An output without its job's file (its run has ended, or somebody moved it) is taken as it stands, if
it answers these rows (`verifier.jobs.earlier`).

Rejected: the output as the only state. It cannot say how many rows were checked, a workbook cannot
be gone on with, and the answer to a repeated quote would have to be read back from a guarded table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import NotFound, UnreadableSource
from corpus.locks import only_writer
from verifier.jobs.earlier import answered_earlier
from verifier.jobs.file import JobFile, remove
from verifier.jobs.output import ANEW, Growing, write_whole
from verifier.jobs.results import Form
from verifier.jobs.work import Asking, work
from verifier.remembering.job_models import Flavour, Format, Progress
from verifier.tables.formats import open_input
from verifier.tables.rows import Input

_FORMATS = {
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
}
_ENDINGS = "its name has to end with .csv, .xlsx, .html or .jsonl"


@dataclass(frozen=True, slots=True)
class Files:
    """What is read and what is written.

    Attributes:
        source: CSV, XLSX or JSONL, by its ending.
        target: CSV, XLSX, HTML or JSONL, by its ending.
        column: header of the column of quotes; None for the usual names.
        sheet: of a workbook; None for its first.
        raw: CSV without byte order mark and formula guard.
    """

    source: Path
    target: Path
    column: str | None = None
    sheet: str | None = None
    raw: bool = False

    @property
    def form(self) -> Form:
        """How answers are written.

        Raises:
            UnreadableSource: the ending of the output is none that can be written.
        """
        kind = _FORMATS.get(self.target.suffix.lower())
        if kind is None:
            raise UnreadableSource(self.target.name, _ENDINGS)
        return Form(kind, Flavour.RAW if self.raw else Flavour.SPREADSHEET)

    @property
    def state(self) -> Path:
        """The job's own file while the run lasts."""
        return self.target.with_name(f"{self.target.name}.job")


@dataclass(frozen=True, slots=True)
class Run:
    """A file to be answered.

    Attributes:
        total: rows of the input.
        done: rows that an earlier run has answered.
        before: those of them that only the output tells of.
        points: those of ``before`` that have something to look at, or a problem.
        notes: what was assumed about the input, in sentences.
        files: what is read and what is written.
        input: the rows.
        job: their answers; None where all stands in the output already.
    """

    total: int
    done: int
    before: int
    points: int
    notes: tuple[str, ...]
    files: Files
    input: Input
    job: JobFile | None

    def steps(self, ask: Asking) -> Iterator[Progress]:
        """Answer the rest and write the output. Nothing happens until iterated.

        Args:
            ask: see `verifier.jobs.work.work`.

        Yields:
            How far it is; what is counted is in the output, where it grows.

        Raises:
            UnreadableSource: the output was changed while the run was interrupted.
            LeaseLost: another run with this output was started.
            StorageFull: no space; the same command goes on when there is.
        """
        if self.job is None:
            return
        attempt, form = self.job.take_next(), self.files.form
        try:
            grows = form.format in (Format.CSV, Format.JSONL)
            out = (
                Growing(self.job, self.files.target, self.files.form, self.input) if grows else None
            )
            with out or nullcontext():
                if out is not None:
                    out.write()
                yield self.job.progress()
                for progress in work(self.job, attempt, self.input.rows(), ask):
                    if out is not None:
                        out.write()
                    yield progress
                if out is not None:
                    out.write()
                else:
                    write_whole(self.job, self.files.target, self.files.form, self.input)
        finally:
            self.job.close()
        remove(self.files.state)


@contextmanager
def alone(files: Files) -> Iterator[None]:
    """Keep other runs away from an output for the length of the block.

    Raises:
        StoreBusy: there is one.
    """
    lock = files.target.with_name(f"{files.target.name}.lock")
    with only_writer(lock, 0):
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def open_run(files: Files, *, force: bool = False) -> Run:
    """Prepare to answer a whole file, going on where an earlier run stopped; see `alone`.

    Args:
        files: what is read and what is written.
        force: start anew instead of going on.

    Returns:
        The run; nothing is answered until its steps are taken.

    Raises:
        UnsupportedFormat: the source is of no known kind.
        UnreadableSource: the source is no text; the output is the source, has another ending, or
            belongs to another run or file.
        NoQuoteColumn: a table without a column of quotes.

    Cost: two passes over the source, in constant memory.
    """
    source, target, form = files.source, files.target, files.form
    if target.exists() and target.samefile(source):
        raise UnreadableSource(source.name, "the answers would be written over the claims")
    rows = open_input(source, source.name, column=files.column, sheet=files.sheet)
    if force:
        remove(files.state)
        target.unlink(missing_ok=True)
    about = _about(files)
    job = _interrupted(files, about)
    if job is not None:
        return _going_on(job, files, rows)
    total = sum(1 for _ in rows.rows())
    earlier = answered_earlier(target, form, rows)
    before = earlier.rows
    if total == before and earlier.size == _length(target):
        return Run(total, before, before, earlier.points, rows.notes, files, rows, None)
    about |= {"before": before, "points": earlier.points}
    job = JobFile.create(files.state, about, total, done=before)
    job.note_written(before, earlier.size)
    return Run(total, before, before, earlier.points, rows.notes, files, rows, job)


def _length(target: Path) -> int | None:
    return target.stat().st_size if target.exists() else None


def _going_on(job: JobFile, files: Files, rows: Input) -> Run:
    progress, before = job.progress(), int(job.about["before"])
    points = int(job.about.get("points", 0))
    return Run(progress.total, progress.done, before, points, rows.notes, files, rows, job)


def _about(files: Files) -> dict[str, object]:
    """What must be the same for a run to be gone on with."""
    with files.source.open("rb") as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
    form = files.form
    return {
        "sha256": digest,
        "column": files.column,
        "sheet": files.sheet,
        "form": [form.format.value, form.flavour.value],
    }


def _interrupted(files: Files, about: dict[str, object]) -> JobFile | None:
    """The job's file of an interrupted run; None without one."""
    try:
        job = JobFile.open(files.state)
    except NotFound:
        return None
    try:
        known = job.about
    except NotFound:  # killed before it was told anything
        job.close()
        remove(files.state)
        return None
    if {name: known.get(name) for name in about} != about:
        job.close()
        reason = f"its run was begun with another file or other options; {ANEW}"
        raise UnreadableSource(files.target.name, reason)
    return job
