"""A run of ``verifier batch`` that is killed again and again, and what stands on disk each time."""

from __future__ import annotations

import csv
import os
import random
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import QuoteVerifierError
from verifier.jobs.file import JobFile

_COMMAND = "from verifier.cli import main; main()"
_CHECKED = re.compile(r"(\d+) rows answered: .* Checked: (\d+), asked before in this file: (\d+)")
_LATEST = 0.5
"""Seconds at most between the moment that is waited for and the kill; less where a file is so short
that it would come to its end in that time."""
_LOOK_EVERY = 0.01


@dataclass(frozen=True, slots=True)
class Counted:
    """What a run says at its end.

    Attributes:
        rows: answered.
        checked: put to the service.
        duplicates: asked before.
    """

    rows: int
    checked: int
    duplicates: int

    @classmethod
    def read(cls, said: str) -> Counted:
        """What stands in the last line that a run wrote.

        Raises:
            RuntimeError: it did not come to its end.
        """
        found = _CHECKED.search(said)
        if found is None:
            raise RuntimeError(f"the run did not come to its end: {said}")
        return cls(*(int(number) for number in found.groups()))


def start(
    home: Path, source: Path, target: Path, workers: int, *options: str
) -> subprocess.Popen[str]:
    """Begin a run in a process of its own."""
    return subprocess.Popen(
        [
            *(sys.executable, "-c", _COMMAND, "batch", str(source), "-o", str(target)),
            *("--workers", str(workers), *options),
        ],
        env={**os.environ, "VERIFIER_HOME": str(home)},
        stderr=subprocess.PIPE,
        text=True,
    )


def run(home: Path, source: Path, target: Path, workers: int, *options: str) -> Counted:
    """Run to the end."""
    with start(home, source, target, workers, *options) as process:
        _, said = process.communicate()
    return Counted.read(said)


def killed(
    home: Path,
    source: Path,
    target: Path,
    workers: int,
    kills: int,
    total: int,
    seed: int,
    latest: float = _LATEST,
) -> list[int]:
    """Kill runs with one output at random moments, in order of their rows.

    Args:
        home: folder of the corpus.
        source: the file of quotes.
        target: a table.
        workers: processes of each run.
        kills: how many.
        total: rows before which the last kill is begun; those of the file, or fewer.
        seed: of the moments.
        latest: seconds at most between a moment and its kill.

    Returns:
        How many rows were stored at each kill.

    Raises:
        AssertionError: the output cannot be read after one of them.
    """
    rng = random.Random(seed)
    # the first comes while a run is starting, before any row
    moments = [0, *sorted(rng.randrange(total * 19 // 20) for _ in range(kills - 1))]
    stored = []
    for moment in moments:
        with start(home, source, target, workers) as process:
            while process.poll() is None and rows_stored(target) <= moment > 0:
                time.sleep(_LOOK_EVERY)
            time.sleep(rng.random() * latest)
            process.kill()
            process.communicate()
        stored.append(rows_stored(target))
        readable(target)
    return stored


def rows_stored(target: Path) -> int:
    """Rows that an interrupted run has stored."""
    try:
        job = JobFile.open(target.with_name(f"{target.name}.job"))
        done = job.progress().done
        job.close()
    except QuoteVerifierError:
        return 0
    return done


def readable(target: Path) -> int:
    """Read a table that is being written, strictly; how many records it has."""
    if not target.exists():
        return 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.reader(file, delimiter=";", strict=True))
    widths = {len(record) for record in records}
    assert len(widths) <= 1, f"records of {sorted(widths)} cells"
    return max(0, len(records) - 1)


def without_times(target: Path) -> list[list[str]]:
    """The records of a table without the cell that says when each was checked."""
    with target.open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.reader(file, delimiter=";", strict=True))
    at = records[0].index("qv_checked_at")
    return [record[:at] + record[at + 1 :] for record in records]
