"""Working through a file of quotes: every row one answer, in order, from where it stopped.

The command and the service do the same here, with other rows, other workers and other ideas of when
to stop: rows come in, workers answer them, answers and counters go into the job's file a few at a
time. A row that asks what an earlier one asked is not asked again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from corpus.errors import InvalidRequest
from verifier.jobs.answers import Head, digest_of, head_of, lost, unreadable
from verifier.jobs.file import JobFile
from verifier.jobs.workers import LOST, Answered, Task
from verifier.remembering.job_models import Entry, Progress
from verifier.tables.rows import Row

_MOST = 64
_EVERY = 0.1
"""Seconds between transactions: what a kill can cost is a tenth of a second of checking beside what
the workers have in hand, and storing costs nothing to speak of."""
Asking = Callable[[Iterable[Task]], Iterator[Answered | None]]
"""Answers tasks in order; see `verifier.jobs.workers.Workers.answered`."""


def work(
    file: JobFile,
    attempt: int,
    rows: Iterable[Row],
    ask: Asking,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Progress]:
    """Answer the rest of a file's rows. Nothing happens until iterated.

    Args:
        file: of the job, taken under the attempt.
        attempt: see `JobFile.take`.
        rows: all rows of the file, numbered from 1 without gaps.
        ask: answers questions.
        clock: seconds that only go forward.

    Yields:
        How far the job is, whenever answers were stored and about ten times a second: a moment to
        look whether to go on. Closing the iterator stores what is answered so far.

    Raises:
        LeaseLost: somebody else has taken the job.
        StorageFull: no space left; what was stored before stays.
    """
    progress, batch, began = file.progress(), list[Entry](), clock()
    asked = _Asked(file)

    def store(now: float) -> Progress:
        nonlocal batch, began
        ready, batch = batch, []
        seconds, began = now - began, now
        stored = file.store(attempt, ready, seconds)
        asked.forget(ready)
        return stored

    try:
        for got in ask(asked.tasks(islice(rows, progress.done, None))):
            if got is not None:
                batch.append(asked.settled(*got))
            now = clock()
            if batch and (len(batch) >= _MOST or now - began >= _EVERY):
                progress = store(now)
                yield progress
            elif got is None:
                yield progress
    except GeneratorExit:
        if batch:
            store(clock())
        raise
    if batch:
        yield store(clock())


class _Asked:
    """Which questions were asked before, in the file and in what is not stored yet."""

    def __init__(self, file: JobFile) -> None:
        self._file = file
        self._numbers: dict[bytes, int] = {}
        self._heads: dict[bytes, Head] = {}

    def tasks(self, rows: Iterable[Row]) -> Iterator[Task]:
        for row in rows:
            if isinstance(row.body, InvalidRequest):
                yield Task(Entry(row.number, answer=unreadable(row.body), failed=True))
                continue
            digest = digest_of(row.body)
            first = self._numbers.get(digest)
            if first is None and (known := self._file.first_with(digest)):
                first = known[0]
            if first is not None:
                yield Task(Entry(row.number, digest, same_as=first))
                continue
            self._numbers[digest] = row.number
            yield Task(Entry(row.number, digest), dict(row.body))

    def settled(self, entry: Entry, answer: bytes | None) -> Entry:
        """An entry with its answer, or with what is counted of the one it shares."""
        if entry.digest is None:
            return entry
        if answer is not None:
            answer = lost() if answer == LOST else answer
            head = self._heads[entry.digest] = head_of(answer)
        else:
            head = self._heads.get(entry.digest) or self._stored(entry.digest)
        return replace(
            entry,
            answer=answer,
            fine=head.fine,
            failed=head.failed,
            version=head.version,
            verdict=head.verdict,
        )

    def forget(self, stored: Iterable[Entry]) -> None:
        """Leave to the file what it knows now."""
        for entry in stored:
            if entry.digest is not None and entry.same_as is None:
                del self._numbers[entry.digest], self._heads[entry.digest]

    def _stored(self, digest: bytes) -> Head:
        known = self._file.first_with(digest)
        assert known is not None, "an earlier row is stored before a later one"
        return head_of(known[1])
