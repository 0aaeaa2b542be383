"""Uploads that wait for somebody to say which column has the quotes.

Problem: a table without a known header cannot become a job, and who has uploaded 50 MB should not
have to do it again for one click.

Method: the file is kept in a folder beside those of the jobs, with its owner, at an address that
nobody guesses, for an hour. It belongs to no job, so that it goes with whatever was left behind
(`verifier.jobs.folder.erase_strays`) if nobody chooses. Only so many wait at a time: each may be as
large as an upload, and nobody needs more than one for long.

Rejected: letting a new upload take the place of the oldest (somebody may be looking at it), a limit
for each caller alone (everybody without a token is one, and the disk is everybody's).
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from corpus.errors import InvalidInput, NoQuoteColumn, NotFound, StorageFull
from verifier.jobs.folder import FOLDER, STRAY
from verifier.remembering.checks import new_id
from verifier.remembering.refusals import TooManyWaiting
from verifier.tables.formats import KINDS, open_input
from verifier.tables.xlsx import sheets_of

_ABOUT = "waiting.json"
_ROWS = 5
_ID_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Pending:
    """An upload as it is shown to whoever chooses.

    Attributes:
        id: unguessable.
        path: where it is.
        name: a name with its ending, not the one that was given.
        sheets: names of a workbook's sheets; empty for other files.
        sheet: the one that is shown; None for the first.
        headers: its columns; some may be blank or the same.
        rows: the first rows.
    """

    id: str
    path: Path
    name: str
    sheets: tuple[str, ...]
    sheet: str | None
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def keep_upload(
    home: Path, stream: BinaryIO, name: str, owner: str, *, most: int, now: datetime
) -> str:
    """Keep an upload until a column is chosen.

    Args:
        home: folder of the service.
        stream: the file, seekable; its size was judged before.
        name: as it was given; only its ending is looked at.
        owner: who may choose.
        most: uploads that may wait at a time, of all callers together.
        now: the time.

    Returns:
        Its id.

    Raises:
        TooManyWaiting: there are as many; it was not kept.
        StorageFull: it was not kept.
    """
    upload = new_id()
    folder = home / FOLDER / upload
    ending = PurePosixPath(name.lower()).suffix
    kept = f"given{ending if ending in KINDS else ''}"
    try:
        folder.mkdir(mode=0o700, parents=True)
        (folder / _ABOUT).write_text(json.dumps({"name": kept, "owner": owner}), "utf-8")
        if _waiting(home, now) > most:  # this one among them, so that two at once are not let in
            raise TooManyWaiting(most)
        stream.seek(0)
        with (folder / kept).open("wb") as file:
            shutil.copyfileobj(stream, file)
    except TooManyWaiting:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise StorageFull(f"the file was not kept: {error.strerror}") from error
    return upload


def _waiting(home: Path, now: datetime) -> int:
    return sum(not _over(each, now) for each in (home / FOLDER).glob(f"*/{_ABOUT}"))


def _over(about: Path, now: datetime) -> bool:
    """Whether the term of an upload is over, or it is gone."""
    try:
        return now.timestamp() - about.stat().st_mtime > STRAY
    except FileNotFoundError:
        return True


def pending(
    home: Path, upload: str, owner: str, sheet: str | None = None, *, now: datetime
) -> Pending:
    """An upload with its columns and its first rows.

    Args:
        home: folder of the service.
        upload: its id, as it came in an address.
        owner: who asks.
        sheet: which sheet of a workbook to show; chosen when None.
        now: the time.

    Raises:
        NotFound: no upload of this owner waits under that id, or its term is over.
        InvalidInput: there is no such sheet.
    """
    folder = home / FOLDER / upload
    if len(upload) != _ID_LENGTH or not upload.isalnum():
        raise NotFound("upload")
    try:
        about = json.loads((folder / _ABOUT).read_text("utf-8"))
    except FileNotFoundError:
        raise NotFound("upload") from None
    if about["owner"] != owner or _over(folder / _ABOUT, now):
        raise NotFound("upload")
    name = about["name"]
    path = folder / name
    sheets = sheets_of(path, name) if KINDS.get(PurePosixPath(name).suffix) == "xlsx" else ()
    headers, rows = _head(path, name, sheet)
    return Pending(upload, path, name, sheets, sheet, headers, rows)


def forget_upload(home: Path, upload: str) -> None:
    """Delete an upload that has become a job."""
    shutil.rmtree(home / FOLDER / upload, ignore_errors=True)


def _head(
    path: Path, name: str, sheet: str | None
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    try:
        found = open_input(path, name, column="#1", sheet=sheet)
    except NoQuoteColumn as empty:
        return empty.headers, ()
    width = len(found.headers)
    rows = (row.cells[:width] for row in islice(found.rows(), _ROWS))
    return found.headers, tuple((*cells, *[""] * (width - len(cells))) for cells in rows)


def chosen_column(headers: tuple[str, ...], given: str) -> str:
    """The column that a form names by its number.

    Args:
        headers: of the table.
        given: a number from 1, as it came.

    Returns:
        As `verifier.tables.columns.columns_of` takes it.

    Raises:
        InvalidInput: no such column.
    """
    if not given.isdecimal() or not 0 < int(given) <= len(headers):
        raise InvalidInput("choose one of the columns")
    return f"#{int(given)}"
