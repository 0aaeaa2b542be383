"""Whole files: rows a second, processor time a row, memory, and runs that are killed.

    python -m benchmarks.files --folder FOLDER [--court ../shared/data/court] [--rows 20000]

A corpus of the starter's sources and, where they are given, the real court turns; a clean file of
stretches of both, each once; and a file of rows with every oddity (`benchmarks.odd_files`) about
them, which is then killed again and again. Processor time is that of the command and its workers.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import real_turns, write
from benchmarks.killing import Counted, killed, readable, start, without_times
from benchmarks.killing import run as run_whole
from benchmarks.odd_files import write_table
from corpus.starter_corpus import draft_sources
from verifier.tables.formats import open_input

_COMMAND = "from verifier.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost.

    Attributes:
        counted: what it said.
        seconds: on the clock, from start to end of the command.
        processor: seconds of all its processes.
        memory: most bytes that the command and its workers held at one time, by their
            proportional shares; 0 where the system does not tell.
    """

    counted: Counted
    seconds: float
    processor: float
    memory: int


def main() -> None:
    """Measure and print a table of Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--court", type=Path, help="folder of the court turns")
    parser.add_argument("--folder", type=Path, required=True, help="where home and files are kept")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--clean", type=int, default=5_000, help="rows of the clean file")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    home = corpus(given.court, given.folder)
    quotes = stretches(given.court, given.clean, given.seed)
    print(f"{platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print("| file | rows | checked | rows/s | ms processor a row | MB |")
    print("|---|---|---|---|---|---|")
    clean = given.folder / "clean.jsonl"
    with clean.open("w", encoding="utf-8") as file:
        for number, quote in enumerate(quotes):
            file.write(json.dumps({"id": number, "quote": quote}, ensure_ascii=False) + "\n")
    for kind in ("jsonl", "csv"):
        target = given.folder / f"clean-answers.{kind}"
        print(line(f"clean, to {kind}", measured(home, clean, target, given.workers)), flush=True)
    odd, whole = given.folder / "odd.csv", given.folder / "odd-whole.csv"
    write_table(odd, quotes, given.rows, given.seed)
    cost = measured(home, odd, whole, given.workers)
    print(line("odd, to csv", cost), flush=True)
    if given.kills:
        again(home, odd, whole, cost.counted, given)


def again(home: Path, odd: Path, whole: Path, expected: Counted, given: argparse.Namespace) -> None:
    """Kill a run again and again and compare what comes out."""
    target = given.folder / "odd-killed.csv"
    anew(target)
    total = sum(1 for _ in open_input(odd, odd.name).rows())
    stored = killed(home, odd, target, given.workers, given.kills, total, given.seed)
    counted = run_whole(home, odd, target, given.workers)
    same = without_times(target) == without_times(whole)
    print(f"\nRows in: {total}, rows out: {readable(target)}.")
    print(f"Killed {len(stored)} times, with {', '.join(map(str, stored))} rows stored;")
    print(
        f"the output could be read after each. Checked: {counted.checked}, without kills"
        f" {expected.checked}. The same answers: {'yes' if same else 'NO'}."
    )
    if not same or counted != expected:
        sys.exit(1)


def measured(home: Path, source: Path, target: Path, workers: int) -> Cost:
    """Run to the end and see what it takes."""
    anew(target)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began, most, ended = time.perf_counter(), [0], threading.Event()
    with start(home, source, target, workers) as process:
        watch = threading.Thread(target=_watch, args=(process.pid, most, ended))
        watch.start()
        _, said = process.communicate()
        ended.set()
        watch.join()
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(Counted.read(said), seconds, processor, most[0])


def _watch(pid: int, most: list[int], ended: threading.Event) -> None:
    while not ended.wait(0.5):
        most[0] = max(most[0], _memory(pid))


def _memory(pid: int) -> int:
    """Bytes of a process and its children, by their proportional shares."""
    held = 0
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in (str(pid), *children):
            for row in Path(f"/proc/{each}/smaps_rollup").read_text().splitlines():
                if row.startswith("Pss:"):
                    held += int(row.split()[1]) * 1024
    except OSError:
        return held
    return held


def line(name: str, cost: Cost) -> str:
    """One row of the table."""
    rows = cost.counted.rows
    return (
        f"| {name} | {rows:,} | {cost.counted.checked:,} | {rows / cost.seconds:,.0f}"
        f" | {cost.processor / rows * 1000:.2f} | {cost.memory / 1e6:,.0f} |"
    )


def corpus(court: Path | None, folder: Path) -> Path:
    """The home: made once, kept for the next time."""
    home, turns = folder / ("home-court" if court else "home-starter"), folder / "court.jsonl"
    if not (home / "made").exists():
        if court:
            write(real_turns(court), turns)
        environment = {**os.environ, "VERIFIER_HOME": str(home)}
        for added in ("--starter", str(turns))[: 2 if court else 1]:
            command = [sys.executable, "-c", _COMMAND, "corpus", "add", added, "--no-wait"]
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        (home / "made").touch()
    return home


def stretches(court: Path | None, many: int, seed: int) -> list[str]:
    """Stretches of 8 to 40 words of what is in the corpus, each once.

    Returns:
        So many, or as many as there are without looking for ever.
    """
    rng = random.Random(seed)
    texts = [draft.text[p.start : p.end] for draft in draft_sources() for p in draft.passages]
    if court:
        texts += [turn.text for turn in real_turns(court)]
    split = [words for text in texts if len(words := text.split()) >= 8]
    found: dict[str, None] = {}
    for _ in range(20 * many):
        words = rng.choice(split)
        length = rng.randint(8, min(40, len(words)))
        at = rng.randrange(len(words) - length + 1)
        found[" ".join(words[at : at + length])] = None
        if len(found) == many:
            break
    return list(found)


def anew(target: Path) -> None:
    """Take away what an earlier run left."""
    for each in target.parent.glob(f"{target.name}*"):
        each.unlink()


if __name__ == "__main__":
    main()
