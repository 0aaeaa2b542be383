"""``python -m benchmarks.adding [FILES ...]``: what adding and linking many files costs, a file.

Files of five turns each, grown from the court turns beside the project, go into a new home as
`verifier corpus add` takes them: reading, then looking and linking, then the same folder again. The
time is the processor's, so that other work on the machine counts little. More than linear growth
shows as a rising figure a file.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.corpora import grown
from corpus.fetch import fetch
from corpus.gathering import gather
from corpus.home import Home
from corpus.places import places_of
from corpus.registers import Registers
from corpus.weaving import weave
from corpus.weaving_models import Budget

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


if __name__ == "__main__":
    sys.stdout.write("| files | passages | reading ms | looking and linking ms | again ms |\n")
    sys.stdout.write("|--:|--:|--:|--:|--:|\n")
    for given in sys.argv[1:] or ["500", "1000", "2000"]:
        sys.stdout.write(f"{measured(int(given))}\n")
        sys.stdout.flush()
