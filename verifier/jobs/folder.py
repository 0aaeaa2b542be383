"""The folder of a job: the file that was given, and the job's own file beside it.

A folder is there before its job is in the queue and goes after its job has left it; what is between
(a process died) belongs to nobody and is swept away. Nothing in it is called by a name that
somebody gave.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from corpus.errors import NotFound, StorageFull, StoreError
from verifier.jobs.file import JobFile
from verifier.remembering.refusals import TooLarge, TooManyRows
from verifier.tables.formats import open_input
from verifier.tables.rows import Input

FOLDER = "jobs"
_FILE = "answers.sqlite3"
_GIVEN = "given"
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")
_CHUNK = 1 << 20
STRAY = 3_600.0
"""Seconds for which a folder without a job may belong to a request that is still at work, or wait
for somebody to choose a column."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file of quotes as somebody gave it.

    Attributes:
        stream: its bytes, from the beginning.
        name: a file name; only its ending is looked at.
        column: header of the column of quotes; None for the usual names.
        sheet: of a workbook; None for its first.
    """

    stream: BinaryIO
    name: str
    column: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be.

    Attributes:
        bytes: of the file.
        rows: in it.
    """

    bytes: int
    rows: int


def take_in(home: Path, job_id: str, given: Given, limits: Limits) -> Input:
    """Make the folder of a new job.

    Args:
        home: folder of the service.
        job_id: see `verifier.remembering.checks.new_id`.
        given: the file.
        limits: how large it may be.

    Returns:
        The file as it can be read from now on.

    Raises:
        TooLarge: more bytes than are taken.
        TooManyRows: more rows than are taken.
        UnsupportedFormat: it is none of the known ones.
        NoQuoteColumn: a table without a column of quotes.
        UnreadableSource: it is no text, or damaged.
        StorageFull: no space; nothing was kept.

    Cost: one pass over the rows, in constant memory.
    """
    folder = home / FOLDER / job_id
    try:
        folder.mkdir(mode=0o700, parents=True)
        path = folder / (_GIVEN + _ending(given.name))
        _copy(given.stream, path, limits.bytes)
        about = {"name": path.name, "column": given.column, "sheet": given.sheet}
        found = _opened(folder, about)
        total = 0
        for total, _ in enumerate(found.rows(), start=1):
            if total > limits.rows:
                raise TooManyRows(limits.rows)
        JobFile.create(folder / _FILE, about | {"notes": found.notes}, total).close()
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise StorageFull(f"the file was not kept: {error.strerror}") from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return found


def job_file(home: Path, job_id: str) -> JobFile:
    """The answers of a job.

    Raises:
        NotFound: they are gone.
    """
    return JobFile.open(home / FOLDER / job_id / _FILE)


def job_input(home: Path, job_id: str, file: JobFile) -> Input:
    """The rows of a job.

    Raises:
        NotFound: they are gone.
    """
    try:
        return _opened(home / FOLDER / job_id, file.about)
    except FileNotFoundError:
        raise NotFound("job") from None


def erase(home: Path, job_id: str) -> None:
    """Delete all that is kept of a job; nothing where nothing is.

    Raises:
        StoreError: something of it is still there.
    """
    folder = home / FOLDER / job_id
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        raise StoreError("the files of a job could not be deleted")


def erase_strays(home: Path, known: Collection[str], *, now: datetime) -> int:
    """Delete the folders that belong to no job.

    Args:
        home: folder of the service.
        known: ids of the jobs there are.
        now: the time; a folder that was made a moment ago is left alone.

    Returns:
        How many went.
    """
    folder = home / FOLDER
    gone = 0
    for each in folder.iterdir() if folder.is_dir() else ():
        try:
            stray = each.name not in known and now.timestamp() - each.stat().st_mtime > STRAY
        except FileNotFoundError:
            continue  # another process sweeps too
        if stray:
            shutil.rmtree(each, ignore_errors=True)
            gone += 1
    return gone


def _opened(folder: Path, about: dict[str, str | None]) -> Input:
    name = about["name"] or ""
    return open_input(folder / name, name, column=about["column"], sheet=about["sheet"])


def _ending(name: str) -> str:
    ending = Path(name).suffix.lower()
    return ending if _ENDING.fullmatch(ending) else ""


def _copy(stream: BinaryIO, path: Path, most: int) -> None:
    size = 0
    with path.open("wb") as out:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise TooLarge(most)
            out.write(chunk)
