"""``python -m benchmarks.hostile``: what input that was made to hurt costs, and whom.

Problem: a test can say that a hostile quote is answered; how long it takes, and how long everybody
else waits meanwhile, is a figure of a machine. Method: one served process with its default
settings, the starter corpus and one text of twenty thousand characters that repeats itself. Each
body is sent alone and timed; then ordinary questions are sent at a steady pace, first in quiet and
then while one hostile quote after another is being answered, and the two are compared.

Only a child process on the loopback address is asked, for a bounded time.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import table
from benchmarks.load import Answer, Claim, send, served
from corpus.home import Home
from corpus.ingest import read_source
from verifier.commands.home import now, starter_sources, weave_now
from verifier.config import Settings
from verifier.desk import registers_of

_VERIFY = "/api/v1/verify"
_FORM = "application/x-www-form-urlencoded"
_REPEATED = "Title: Drumming\n\n" + "ab " * 6_600
_LONG = [f"w{k % 97}x{k % 89}y{k % 83}" for k in range(400)]
_ORDINARY = "I have nothing to offer but blood, toil, tears and sweat, and a little more time."
_TIMES = 5
_PACE, _MANY = 5, 100
"""Ordinary questions a second, and how many of them in each of the two runs."""


@dataclass(frozen=True, slots=True)
class Body:
    """One hostile body: its name among the faults, where it goes, and what it holds."""

    name: str
    path: str
    media: str
    content: bytes


def bodies() -> list[Body]:
    """Every body that is timed alone."""
    bombs = {f"alignment-bomb {k}": quote for k, quote in enumerate(bombs_of(), start=1)}
    swapped = " ".join(word if k % 7 else f"{word}z" for k, word in enumerate(_LONG))
    quotes = bombs | {
        "dmp-timeout": swapped[:5_000],
        "nfkc-18x": "\ufdfa" * 5_000,
        "zalgo": "a" + "\u0301" * 4_990 + " few words more",
        "one word, 5,000 letters": "a" * 5_000,
    }
    asked = [
        Body(name, _VERIFY, "application/json", json.dumps({"quote": quote}).encode())
        for name, quote in quotes.items()
    ]
    nested = b"[" * 100_000 + b"]" * 100_000
    return [
        *asked,
        Body("json-depth", _VERIFY, "application/json", nested),
        Body("quote-1MB-form", "/check", _FORM, b"quote=" + b"a" * 1_000_000),
    ]


def bombs_of() -> list[str]:
    """Quotes that stand almost everywhere in the text that repeats itself."""
    return [
        ("ab " * 1_667)[:5_000],
        ("ab " * 30 + "cd ") * 53,
        " ".join(f"ab{'' if k % 3 else k} ab" for k in range(900))[:5_000],
    ]


def main() -> None:
    """Time everything and print Markdown."""
    with tempfile.TemporaryDirectory() as beside:
        folder = Path(beside) / "home"
        build(folder)
        with served(folder) as (_process, port):
            print(f"{table.machine()}\n")
            print("| body | status | median ms | slowest ms |\n|---|--:|--:|--:|")
            for body in bodies():
                print(alone(port, body), flush=True)
            quiet = asyncio.run(send(port, ordinary(), _PACE))
            beset = asyncio.run(_beset(port))
    print()
    for name, answers in (("quiet", quiet), ("beside hostile quotes", beset)):
        print(f"Ordinary questions, {name}: {_late(answers)}.")
    ratio = _percentile(beset, 0.95) / _percentile(quiet, 0.95)
    print(f"95 of 100 ordinary questions wait {ratio:.1f} times as long.")


def build(folder: Path) -> None:
    """A home with the starter corpus and the text that repeats itself."""
    with Home.open(folder) as home:
        for _ in home.add(starter_sources(), now=now()):
            pass
        for text in (_REPEATED, "Title: Numbered\n\n" + " ".join(_LONG)):
            for _ in home.add(read_source(f"{text[7:14]}.txt", text.encode()), now=now()):
                pass
        weave_now(home, registers_of(Settings()))


def alone(port: int, body: Body) -> str:
    """One row: a body sent a few times, one after the other."""
    found = [_timed(port, body) for _ in range(_TIMES)]
    times = [seconds * 1000 for seconds, _ in found]
    return (
        f"| {body.name} | {found[0][1]} | {table.percentile(times, 0.5):,.0f} | {max(times):,.0f} |"
    )


def ordinary() -> list[Claim]:
    """Ordinary questions, none the same as another."""
    return [Claim("ordinary", f"{_ORDINARY} {k}") for k in range(_MANY)]


def _timed(port: int, body: Body) -> tuple[float, int]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    try:
        connection.request("POST", body.path, body.content, {"Content-Type": body.media})
        status = connection.getresponse().status
    finally:
        connection.close()
    return time.perf_counter() - began, status


async def _beset(port: int) -> list[Answer]:
    """Ordinary questions while one hostile quote after another is answered."""
    hostile = asyncio.create_task(_drum(port))
    answers = await send(port, ordinary(), _PACE)
    hostile.cancel()
    return answers


async def _drum(port: int) -> None:
    for quote in _again(bombs_of()):
        await send(port, [Claim("hostile", quote)], 1)


def _again(quotes: Sequence[str]) -> Iterator[str]:
    while True:
        yield from quotes


def _late(answers: Sequence[Answer]) -> str:
    failed = sum(answer.error is not None for answer in answers)
    late = (f"{name} {_percentile(answers, share):,.0f} ms" for name, share in _SHARES)
    return f"{', '.join(late)}, {failed} failed"


_SHARES = (("p50", 0.5), ("p95", 0.95))


def _percentile(answers: Sequence[Answer], share: float) -> float:
    return table.percentile([answer.seconds * 1000 for answer in answers], share)


if __name__ == "__main__":
    main()
