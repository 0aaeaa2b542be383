"""The product: taken in as anybody would, asked as every door asks it."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from time import perf_counter

from benchmarks.claims import Claim
from benchmarks.rightness import is_right
from corpus.errors import QuoteVerifierError
from corpus.home import Home
from verifier.report import Report
from verifier.service import Question, Service
from verifier.serving.garbage import collect_seldom

_ADD = """
import atexit, re
from verifier.cli import main
atexit.register(lambda: print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]))
main()
"""
"""The command, telling its greatest resident memory in kB at its end; what the parent would be told
counts its own memory from before the new program was loaded."""
LIMIT = 20_000
"""Longest question in characters; the desk's own limit is lower."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a corpus in cost.

    Attributes:
        seconds: wall time of the command.
        passages: passages in the home.
        memory: greatest resident memory in bytes.
        disk: size of the home in bytes.
    """

    seconds: float
    passages: int
    memory: int
    disk: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One answer.

    Attributes:
        claim: what was asked.
        seconds: wall time.
        right: see `rightness`.
        code: the verdict.
        shown: the text of the place, or of the nearest one.
    """

    claim: Claim
    seconds: float
    right: bool
    code: str
    shown: str | None


def take_in(corpus: Path, folder: Path) -> Taken:
    """Run ``verifier corpus add --no-wait`` on a corpus in a process of its own.

    All of it is found afterwards; looking at it for translations and linking are the service's.

    Args:
        corpus: JSON lines.
        folder: the home; nothing is added when it already holds something.
    """
    known = _passages(folder)
    began = perf_counter()
    memory = 0
    if not known:
        done = subprocess.run(
            [sys.executable, "-c", _ADD, "corpus", "add", "--no-wait", corpus],
            env={**os.environ, "VERIFIER_HOME": str(folder)},
            stdout=subprocess.PIPE,
            check=True,
        )
        memory = int(done.stdout.split()[-1]) * 1024
    seconds = perf_counter() - began if not known else float("nan")
    disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Taken(seconds, known or _passages(folder), memory, disk)


def _passages(folder: Path) -> int:
    with Home.open(folder) as home:
        return home.index.state().passages if home.in_step() else 0


def ask(folder: Path, claims: Sequence[Claim], warm: Sequence[Claim] = ()) -> list[Asked]:
    """Ask one service one claim after the other.

    Args:
        folder: the home.
        claims: what is asked and timed.
        warm: what is asked before, as a server that has been running for a while was.
    """
    with Home.open(folder) as home:
        service = Service.open(home)
        for claim in warm:
            service.verify(Question(claim.quote, limit=LIMIT))
        collect_seldom()  # as every process does that answers
        return [_ask(home, service, claim) for claim in claims]


def _ask(home: Home, service: Service, claim: Claim) -> Asked:
    began = perf_counter()
    report = service.verify(Question(claim.quote, limit=LIMIT))
    seconds = perf_counter() - began
    match = report.match or next(iter(report.nearest), None)
    if match is None:
        return Asked(claim, seconds, False, report.verdict.code, None)
    passage = home.store.passages([match.passage_id])[0].text
    right = is_right(claim, match.exact, passage)
    return Asked(claim, seconds, right, report.verdict.code, match.exact)


def start_up(folder: Path) -> tuple[float, float]:
    """Seconds until a home is open and a service stands on it, and until its first answer."""
    code = (
        "import sys, json; from time import perf_counter as now; from pathlib import Path;"
        "from corpus.home import Home; from verifier.service import Service, Question;"
        "a = now(); home = Home.open(Path(sys.argv[1])); service = Service.open(home); b = now();"
        "service.verify(Question('a quote that nobody has asked for yet')); c = now();"
        "print(json.dumps([b - a, c - a]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, check=True, text=True
    )
    opened, answered = json.loads(done.stdout)
    return opened, answered


def batch(folder: Path, claims: Sequence[Claim], processes: int) -> float:
    """Claims a second over several processes that share the index through the file system."""
    context = multiprocessing.get_context("spawn")
    ready, go = context.Barrier(processes + 1), context.Barrier(processes + 1)
    parts = [list(claims[k::processes]) for k in range(processes)]
    workers = [context.Process(target=_work, args=(folder, part, ready, go)) for part in parts]
    for worker in workers:
        worker.start()
    ready.wait()
    began = perf_counter()
    go.wait()
    for worker in workers:
        worker.join()
    return len(claims) / (perf_counter() - began)


def _work(folder: Path, claims: Sequence[Claim], ready: Barrier, go: Barrier) -> None:
    with Home.open(folder) as home:
        service = Service.open(home)
        for claim in claims[:20]:
            service.verify(Question(claim.quote, limit=LIMIT))
        collect_seldom()
        ready.wait()
        go.wait()
        questions = (Question(claim.quote, limit=LIMIT) for claim in claims)
        for answer in service.verify_many(questions):
            assert isinstance(answer, Report | QuoteVerifierError)
