"""``python -m benchmarks.load``: a steady stream of questions to one served process.

Problem: a program that sends its next question only when it has the last answer slows down with
the server, and shows fine times of a server that cannot keep up. Method: every request has its
moment in a plan made beforehand, is sent then whatever became of the others, and its time counts
from that moment. Each goes over a connection of its own, as from callers who know nothing of one
another, to a server with its default settings.

The corpus is the starter corpus and the court turns. The court turns are not looked at for
translations and not compared: that is the work of minutes after adding, and would be measured here
instead of answering. Only a child process on the loopback address is asked, for a bounded time.

Rejected: threads that wait for answers (as many as there may be late answers, and they take the
cores from the server), a load generator of others (one more program to have, for twenty lines).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import table
from benchmarks.corpora import real_turns, write
from corpus.home import DATABASE, Home
from corpus.ingest import read_path
from corpus.text.sentences import sentence_spans
from verifier.commands.home import now, starter_sources, weave_now
from verifier.config import PREFIX, Settings
from verifier.desk import registers_of

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "court"
_MARK = "benchmark"
"""File in a home that was made here; no other home is touched."""
_SERVE = "from verifier.cli import main; main()"
_MIX = {"verbatim": 0.40, "10-30 % changed": 0.30, "absent": 0.15, "short": 0.15}
_WARM_UP = 100
_PATIENCE = 30.0
"""Seconds after which an answer that has not come counts as an error."""
_START = 120.0
_MOST_SECONDS, _MOST_RATE = 600, 500


@dataclass(frozen=True, slots=True)
class Claim:
    """What one request asks: its kind in the mix, and the words."""

    kind: str
    quote: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one request.

    Attributes:
        kind: of its claim.
        seconds: from the planned moment until the last byte.
        error: status or failure in a word; None for status 200.
        code: the verdict; empty where there is none.
    """

    kind: str
    seconds: float
    error: str | None
    code: str


def main() -> int:
    """Run what was asked for and print Markdown; status 1 when a request failed."""
    given = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # also then the child is ended
    with ExitStack() as stack:
        folder = given.home or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "home"
        build(given.court, folder)
        asked = claims(given.court, given.seconds * given.rate + _WARM_UP, seed=11)
        process, port = stack.enter_context(served(folder))
        print(f"{table.machine()}\n", flush=True)
        asyncio.run(send(port, asked[:_WARM_UP], 10))
        before, began = _cpu_seconds(process), time.perf_counter()
        answers = asyncio.run(send(port, asked[_WARM_UP:], given.rate))
        took = time.perf_counter() - began
        print("\n".join(_shown(answers, given.rate, took)))
        busy = (_cpu_seconds(process) - before) / took
        print(f"\nServer: {busy:.2f} cores busy, {_resident(process):.0f} MB resident at its most.")
    return 1 if any(a.error for a in answers) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help=f"at most {_MOST_SECONDS}")
    parser.add_argument("--rate", type=int, default=50, help="requests a second")
    parser.add_argument("--home", type=Path, help="kept and used again; temporary when absent")
    parser.add_argument("--court", type=Path, default=_SHARED, help="holds passages.jsonl.gz")
    given = parser.parse_args()
    if not 1 <= given.seconds <= _MOST_SECONDS or not 1 <= given.rate <= _MOST_RATE:
        parser.error(f"from 1 to {_MOST_SECONDS} seconds and from 1 to {_MOST_RATE} a second")
    return given


def build(court: Path, folder: Path) -> None:
    """Fill a home with the starter corpus and the court turns; one made before stays as it is.

    Args:
        court: holds ``passages.jsonl.gz``.
        folder: of the home; empty, absent or made here.

    Cost: about a minute.
    """
    if (mark := folder / _MARK).exists():
        return
    if folder.exists() and any(folder.iterdir()):
        raise SystemExit(f"{folder} holds something else; give an empty folder.")
    with Home.open(folder) as home, tempfile.TemporaryDirectory() as beside:
        began = time.perf_counter()
        for _ in home.add(starter_sources(), now=now()):
            pass
        weave_now(home, registers_of(Settings()))
        turns, _size = write(real_turns(court), Path(beside) / "court.jsonl")
        for _ in home.add(read_path(Path(beside) / "court.jsonl"), now=now()):
            pass
        assert home.in_step()
        passages = home.index.state().passages
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("DELETE FROM weaving")  # or the server would do it while it is asked
    connection.close()
    mark.touch()
    seconds = time.perf_counter() - began
    print(f"Built from {turns:,} turns: {passages:,} passages, {seconds:.0f} s.", flush=True)


def claims(court: Path, many: int, seed: int) -> list[Claim]:
    """Claims of the mix in random order, from the sentences of 20,000 turns.

    Args:
        court: holds ``passages.jsonl.gz``.
        many: how many.
        seed: the same seed gives the same claims.
    """
    rng = random.Random(seed)
    texts = rng.sample([turn.text for turn in real_turns(court)], 20_000)
    found = [text[a:b].split() for text in texts for a, b in sentence_spans(text)]
    running = [word for words in found for word in words]
    long = [words for words in found if 8 <= len(words) <= 40]
    short = [words for words in found if 3 <= len(words) <= 6]
    kinds = rng.choices(list(_MIX), list(_MIX.values()), k=many)
    return [Claim(kind, " ".join(_words(rng, kind, long, short, running))) for kind in kinds]


def _words(
    rng: random.Random, kind: str, long: list[list[str]], short: list[list[str]], running: list[str]
) -> list[str]:
    if kind == "short":
        return rng.choice(short)
    words = list(rng.choice(long))
    if kind == "absent":  # words of the corpus, as frequent as there, in no order
        return rng.choices(running, k=len(words))
    if kind != "verbatim":
        for at in rng.sample(range(len(words)), round(rng.uniform(0.1, 0.3) * len(words)) or 1):
            words[at] = rng.choice(running)
    return words


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, int]]:
    """``verifier serve`` on a free loopback port, ended with the block.

    Args:
        folder: the home; what the server writes goes into a file beside it.

    Yields:
        Process id and port.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith(PREFIX)}
    environment |= {f"{PREFIX}HOME": str(folder)}
    written = folder.with_name(f"{folder.name}.log")
    with written.open("wb") as sink:
        child = subprocess.Popen(
            [sys.executable, "-c", _SERVE, "serve", "--host", "127.0.0.1", "--port", "0"],
            cwd=Path(__file__).resolve().parents[1],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=sink,
        )
    try:
        yield child.pid, _port(child, written)
    finally:
        child.terminate()
        try:
            child.wait(40)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _port(child: subprocess.Popen[bytes], written: Path) -> int:
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline and child.poll() is None:
        if found := re.search(r"Listening on http://127\.0\.0\.1:(\d+)", written.read_text()):
            return int(found[1])
        time.sleep(0.05)
    raise SystemExit(f"The server did not start:\n{written.read_text()[-2000:]}")


async def send(port: int, asked: Sequence[Claim], rate: float) -> list[Answer]:
    """Send every claim at its moment, and wait for what is still to come at the end.

    Args:
        port: of the server on the loopback address.
        asked: in the order of sending.
        rate: requests a second.

    Returns:
        One answer a claim, in the same order.
    """
    loop, running = asyncio.get_running_loop(), []
    start = loop.time() + 0.1
    for number, claim in enumerate(asked):
        moment = start + number / rate
        await asyncio.sleep(max(0.0, moment - loop.time()))
        running.append(asyncio.create_task(_ask(port, claim, moment)))
    return list(await asyncio.gather(*running))


async def _ask(port: int, claim: Claim, moment: float) -> Answer:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(_PATIENCE):
            head, _, body = (await _exchange(port, claim)).partition(b"\r\n\r\n")
        error = None if head.split()[1:2] == [b"200"] else head[9:12].decode() or "nothing came"
    except (OSError, TimeoutError) as failure:
        return Answer(claim.kind, loop.time() - moment, type(failure).__name__, "")
    seconds = loop.time() - moment
    return Answer(claim.kind, seconds, error, "" if error else json.loads(body)["verdict"]["code"])


async def _exchange(port: int, claim: Claim) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        body = json.dumps({"quote": claim.quote}).encode()
        head = (
            f"POST /api/v1/verify HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        return await reader.read()
    finally:
        writer.close()


def _shown(answers: Sequence[Answer], rate: int, took: float) -> Iterator[str]:
    errors = Counter(a.error for a in answers if a.error)
    named = ", ".join(f"{many} {name}" for name, many in errors.most_common()) or "none"
    yield f"{len(answers):,} requests, {rate} a second; all answered after {took:.1f} s"
    yield f"({len(answers) / took:.1f} a second); errors: {named}."
    yield ""
    yield "| claims | sent | errors | p50 ms | p95 ms | p99 ms | slowest ms | verdicts |"
    yield "|---|--:|--:|--:|--:|--:|--:|---|"
    for kind in (*_MIX, "all"):
        yield _row(kind, [a for a in answers if kind in (a.kind, "all")])


def _row(kind: str, answers: Sequence[Answer]) -> str:
    times = [a.seconds * 1000 for a in answers] or [float("nan")]
    late = " | ".join(f"{table.percentile(times, share):,.0f}" for share in (0.5, 0.95, 0.99))
    errors = sum(1 for a in answers if a.error)
    shares = ((c, n / len(answers)) for c, n in Counter(a.code for a in answers).most_common(3))
    told = ", ".join(f"{code or 'none'} {share:.0%}" for code, share in shares if share >= 0.01)
    return f"| {kind} | {len(answers)} | {errors} | {late} | {max(times):,.0f} | {told} |"


def _resident(process: int) -> float:
    """Greatest resident memory of a process so far, in MB."""
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) * 1024 / 1e6 if found else float("nan")


def _cpu_seconds(process: int) -> float:
    """Processor time that the server has used, all threads together."""
    behind = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(behind[11]) + int(behind[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
