"""Texts that are hard to compare: `alignment-bomb`, `dmp-timeout`.

Both are measured in `benchmarks/`; here the guard is ten times as long as the limit.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

from corpus.home import Home
from corpus.ingest import read_source
from tests.conftest import VERBATIM
from tests.desks import THEN, Desk
from verifier.service import Question, Service

GUARD = 10.0


def test_a_claim_of_one_word_over_and_over_is_answered(desk: Desk) -> None:
    """Switched off: alignment by word tokens (a character window takes its place)."""
    text = "Title: Drumming\n\n" + "ab " * 6_600
    list(desk.home.add(read_source("drumming.txt", text.encode()), now=THEN))
    client = desk.client()
    with ThreadPoolExecutor(2) as pool:
        began = perf_counter()
        bomb = pool.submit(client.post, "/api/v1/verify", json={"quote": ("ab " * 1_667)[:5_000]})
        other = client.post("/api/v1/verify", json={"quote": VERBATIM})
        answer = bomb.result(timeout=GUARD)
    assert perf_counter() - began < GUARD
    assert answer.status_code == 200
    assert other.get_json()["verdict"]["code"] == "verbatim"


def test_long_texts_differ_by_words_and_never_as_one_replacement(tmp_path: Path) -> None:
    """Switched off: the differ's time-out is left at its default in `verifier.diff`."""
    words = [f"w{k % 97}x{k % 89}y{k % 83}" for k in range(1_700)]
    changed = [word if k % 7 else f"{word}z" for k, word in enumerate(words)]
    with Home.open(tmp_path) as home:
        list(home.add(read_source("long.txt", " ".join(words).encode()), now=THEN))
        asked = Question(" ".join(changed), limit=20_000)
        began = perf_counter()
        report = Service.open(home).verify(asked)
    assert perf_counter() - began < GUARD
    if report.match is not None and report.match.alignment:
        assert len(report.match.alignment) > 100
    assert report.verdict.code.value != "verbatim"
