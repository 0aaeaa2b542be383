"""Writing sources into the store: a batch of drafts in one transaction.

Problem: a source must go in whole or not at all, and a million passages must go in within a minute
or two.

Method: all drafts of a batch share one transaction (one flush to disk); ids are given out here and
the rows go in with one ``executemany`` a table, so that a passage costs no statement of its own.
A source is known by its origin. The same bytes with the same description again change nothing;
other bytes, or a description that was put right, become a new version, and the passages of the old
one stay, to be read by the reports that point at them. What
has come in waits for `corpus.weaving.weaving` from the same transaction on (triggers of the
schema).

Rejected: one transaction a source (a flush to disk for each post of a dump), replacing the rows of
an old version (old reports would point at nothing), knowing a source by its bytes (the same letter
in two papers is two sources).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.errors import UnreadableSource
from corpus.keeping.rows import (
    DESCRIPTION_COLUMNS,
    PASSAGE_ROW_COLUMNS,
    SOURCE_COLUMNS,
    description_row,
    gap_row,
    new_source,
    passage_row,
    read_source,
    source_id,
    speaker_row,
)
from corpus.models import DraftSource, Source, Speaker


class Change(StrEnum):
    """What adding a draft did."""

    NEW = "new"
    NEW_VERSION = "new_version"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one draft.

    Attributes:
        source: the source as it is now.
        rendition_id: its current rendition.
        passage_ids: the passages of that rendition, in order.
        retired: the passages of the version before; empty unless ``change`` is a new version.
        revision: the revision of the store with this source in it.
    """

    source: Source
    change: Change
    rendition_id: int
    passage_ids: range
    retired: range
    revision: int


@dataclass(slots=True)
class _Batch:
    """Rows that wait for the end of the batch, and the next free numbers."""

    revision: int
    next_rendition: int
    next_passage: int
    speakers: list[tuple[object, ...]] = field(default_factory=list)
    passages: list[tuple[object, ...]] = field(default_factory=list)
    gaps: list[tuple[object, ...]] = field(default_factory=list)


def deposit(connection: sqlite3.Connection, drafts: Sequence[DraftSource], now: str) -> list[Added]:
    """Write drafts inside a transaction that the caller holds.

    Args:
        connection: in a transaction with the write lock.
        drafts: checked by `check_draft`; of two with one origin the later is the newer version.
        now: UTC time, ISO 8601 with ``Z``.

    Returns:
        One entry a draft, in order.
    """
    numbers = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    revision = connection.execute("SELECT value FROM counters WHERE name = 'revision'").fetchone()
    batch = _Batch(
        revision=revision[0],
        next_rendition=numbers.get("renditions", 0) + 1,
        next_passage=numbers.get("passages", 0) + 1,
    )
    added = [_deposit_one(connection, batch, draft, now) for draft in drafts]
    connection.executemany("INSERT INTO speakers VALUES (?, ?, ?, ?)", batch.speakers)
    connection.executemany(
        f"INSERT INTO passages ({PASSAGE_ROW_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        batch.passages,
    )
    connection.executemany("INSERT INTO gaps VALUES (?, ?, ?, ?)", batch.gaps)
    if batch.revision != revision[0]:
        connection.execute(
            "UPDATE counters SET value = ? WHERE name = 'revision'", (batch.revision,)
        )
    return added


def _deposit_one(
    connection: sqlite3.Connection, batch: _Batch, draft: DraftSource, now: str
) -> Added:
    known = connection.execute(
        f"SELECT {SOURCE_COLUMNS}, s.sequence, r.id, r.first_passage, r.passages"
        " FROM sources s JOIN renditions r ON r.id = s.rendition_id WHERE s.origin = ?",
        (draft.origin,),
    ).fetchone()
    if known is None:
        batch.revision += 1
        id, version, retired = source_id(draft.origin), 1, range(0)
        sequence = connection.execute(
            "INSERT INTO sources (id, origin, state, rendition_id, changed)"
            " VALUES (?, ?, 'active', ?, ?)",
            (id, draft.origin, batch.next_rendition, batch.revision),
        ).lastrowid
        return _write(connection, batch, draft, now, (sequence, id, version, retired))
    *columns, sequence, rendition_id, first, count = known
    source, passage_ids = read_source(columns), range(first, first + count)
    if source.sha256 != draft.sha256 or _described_anew(connection, source, rendition_id, draft):
        batch.revision += 1
        connection.execute(
            "UPDATE sources SET state = 'active', rendition_id = ?, changed = ? WHERE sequence = ?",
            (batch.next_rendition, batch.revision, sequence),
        )
        place = (sequence, source.id, source.version + 1, passage_ids)
        return _write(connection, batch, draft, now, place)
    change = Change.UNCHANGED
    if source.state != "active":
        batch.revision += 1
        change = Change.NEW  # withdrawn before, and given again: it counts once more
        source = new_source(draft, source.id, source.version, source.added_at)
        connection.execute(
            "UPDATE sources SET state = 'active', changed = ? WHERE sequence = ?",
            (batch.revision, sequence),
        )
    return Added(source, change, rendition_id, passage_ids, range(0), batch.revision)


def _described_anew(
    connection: sqlite3.Connection, source: Source, rendition_id: int, draft: DraftSource
) -> bool:
    """Whether the same bytes come with another description: somebody has put it right."""
    if source.state != "active":
        return False
    if new_source(draft, source.id, source.version, source.added_at) != source:
        return True
    rows = connection.execute("SELECT name FROM speakers WHERE rendition_id = ?", (rendition_id,))
    speaking = {p.speaker.name for p in draft.passages if p.speaker}
    return {name for (name,) in rows} != speaking


def _write(
    connection: sqlite3.Connection,
    batch: _Batch,
    draft: DraftSource,
    now: str,
    place: tuple[int | None, str, int, range],
) -> Added:
    """A new rendition: its row at once, the rows below it at the end of the batch."""
    sequence, id, version, retired = place
    rendition_id, first = batch.next_rendition, batch.next_passage
    batch.next_rendition += 1
    batch.next_passage += len(draft.passages)
    connection.execute(
        "INSERT INTO renditions (id, sequence, version, sha256, length, added_at,"
        f" first_passage, passages, {DESCRIPTION_COLUMNS})"
        f" VALUES ({','.join('?' * 23)})",
        (
            *(rendition_id, sequence, version, draft.sha256, len(draft.text), now),
            *(first, len(draft.passages)),
            *description_row(draft.description),
        ),
    )
    numbers: dict[Speaker, int] = {}
    for ordinal, passage in enumerate(draft.passages):
        speaker = passage.speaker
        number = None if speaker is None else numbers.setdefault(speaker, len(numbers))
        text = draft.text[passage.start : passage.end]
        batch.passages.append(
            passage_row(first + ordinal, rendition_id, ordinal, passage, number, text)
        )
    batch.speakers.extend(speaker_row(rendition_id, n, s) for s, n in numbers.items())
    batch.gaps.extend(gap_row(rendition_id, start, text) for start, text in _gaps(draft))
    return Added(
        new_source(draft, id, version, now),
        Change.NEW if version == 1 else Change.NEW_VERSION,
        rendition_id,
        range(first, first + len(draft.passages)),
        retired,
        batch.revision,
    )


def _gaps(draft: DraftSource) -> Iterator[tuple[int, str]]:
    at = 0
    for passage in draft.passages:
        if passage.start > at:
            yield at, draft.text[at : passage.start]
        at = passage.end
    if at < len(draft.text):
        yield at, draft.text[at:]


def check_draft(draft: DraftSource) -> None:
    """Refuse a draft that cannot be stored as it is.

    Raises:
        UnreadableSource: the text holds lone surrogates, which no encoding can keep.
        ValueError: passages are empty, overlap, are out of order or reach beyond the text; that
            is a fault of the caller, not of the document.
    """
    try:
        draft.text.encode()
        draft.origin.encode()
    except UnicodeEncodeError as error:
        reason = f"character {error.start} is half of a pair and not text"
        raise UnreadableSource(draft.origin, reason) from error
    at = 0
    for passage in draft.passages:
        if not at <= passage.start < passage.end <= len(draft.text):
            raise ValueError(f"{draft.origin}: passage {passage.start}-{passage.end} is misplaced")
        at = passage.end
