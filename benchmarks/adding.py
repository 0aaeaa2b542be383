"""``python -m benchmarks.adding [FILES ...] [--turns N]``: what adding costs, a file or a passage.

With ``--turns`` one dump of that many turns goes into a new home: passages a second, and the
processor time of the thread that reads and stores apart from that of the index's own threads.

Otherwise many files are added and linked. Files of five turns each, grown from the court turns
beside the project, go into a new home as `verifier corpus add` takes them: reading, then looking
and linking, then the same folder again. The time is the processor's, so that other work on the
machine counts little. More than linear growth shows as a rising figure a file.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.corpora import grown, write
from corpus.fetching.fetch import fetch
from corpus.gathering.gathering import gather
from corpus.gathering.places import places_of
from corpus.home import Home
from corpus.keeping.tasks import Budget
from corpus.translation.registers import Registers
from corpus.weaving.weaving import weave

_COURT = Path(__file__).resolve().parents[2] / "shared" / "data" / "court"
_NOW = "2026-01-01T00:00:00Z"
_TURNS = 5
_REAL = 25_000
"""Turns that are passed over: the grown ones behind them come in any number."""
_A_FOLDER = 500
_NAMES = ("Judge Alder", "Mr. Birch")


def write_files(folder: Path, count: int) -> None:
    """Write files of five turns each, five hundred a folder.

    Args:
        folder: made with its parents.
        count: how many files.
    """
    turns = islice(grown(_COURT, _REAL + (count + 1) * _TURNS), _REAL, None)
    for number, five in zip(range(count), _fives(turns), strict=False):
        below = folder / f"{number // _A_FOLDER:03d}"
        below.mkdir(parents=True, exist_ok=True)
        said = "\n\n".join(f"{_NAMES[n % 2]}: {words}" for n, words in enumerate(five))
        head = f"Title: Hearing {number}\nDate: 20{number % 20:02d}-03-04\nKind: transcript\n\n"
        (below / f"{number:05d}.txt").write_text(f"{head}{said}\n", "utf-8")


def _fives(turns: Iterator[object]) -> Iterator[list[str]]:
    while five := [str(getattr(turn, "text", "")) for turn in islice(turns, _TURNS)]:
        yield five


def measured(count: int) -> str:
    """One row of the table: milliseconds of the processor a file."""
    with tempfile.TemporaryDirectory() as top, Home.open(Path(top) / "home") as home:
        folder = Path(top) / "files"
        write_files(folder, count)
        places = list(places_of(str(folder)))

        def add() -> int:
            return sum(1 for _ in gather(home, places, fetch=fetch, now=_NOW))

        def link() -> int:
            woven = weave(home, budget=Budget(wait=True), registers=Registers.load(None))
            return sum(1 for _ in woven)

        cells = [_cost(step, count) for step in (add, link, add)]
        return f"| {count:,} | {home.store.summary().passages:,} | {' | '.join(cells)} |"


def _cost(step: Callable[[], int], count: int) -> str:
    began = time.process_time()
    step()
    return f"{(time.process_time() - began) / count * 1000:.2f}"


def dump(turns: int) -> str:
    """One row of the other table: a dump of turns, as ``corpus add --no-wait`` takes it in."""
    with tempfile.TemporaryDirectory() as top, Home.open(Path(top) / "home") as home:
        corpus = Path(top) / "turns.jsonl"
        _, size = write(grown(_COURT, turns), corpus)
        wall, own, every = time.perf_counter(), time.thread_time(), time.process_time()
        for _ in gather(home, places_of(str(corpus)), fetch=fetch, now=_NOW):
            pass
        wall, own = time.perf_counter() - wall, time.thread_time() - own
        every = time.process_time() - every
        passages = home.store.summary().passages
        disk = sum(f.stat().st_size for f in home.folder.rglob("*") if f.is_file())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        return (
            f"| {turns:,} | {passages:,} | {passages / wall:,.0f} | {every:.1f} | {own:.1f}"
            f" | {every / passages * 1e6:.0f} | {memory:.2f} | {disk / size:.2f} |"
        )


def _table(columns: list[str], rows: Iterator[str]) -> None:
    sys.stdout.write(f"| {' | '.join(columns)} |\n{'|--:' * len(columns)}|\n")
    for row in rows:
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adding")
    parser.add_argument("files", type=int, nargs="*")
    parser.add_argument("--turns", type=int, action="append", default=[])
    given = parser.parse_args()
    if given.turns:
        of_turns = ["turns", "passages", "a second", "processor s", "of it reading and storing"]
        of_turns += ["microseconds a passage", "GB resident", "times the text on disk"]
        _table(of_turns, map(dump, given.turns))
    if given.files or not given.turns:
        of_files = ["files", "passages", "reading ms", "looking and linking ms", "again ms"]
        _table(of_files, map(measured, given.files or [500, 1000, 2000]))
