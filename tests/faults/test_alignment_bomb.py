"""A claim of one word over and over: `alignment-bomb`.

Measured by `python -m benchmarks.hostile`; here the guard is ten times as long as the limit.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import pytest

from corpus.ingest import read_source
from tests.conftest import VERBATIM
from tests.desks import THEN, Desk

GUARD = 10.0


BOMBS = [
    (("ab " * 1_667)[:5_000], "it stands there word for word, in thousands of places"),
    (("ab " * 30 + "cd ") * 53, "it stands nowhere, and almost everywhere"),
    (" ".join(f"ab{'' if k % 3 else k} ab" for k in range(900))[:5_000], "broken at every third"),
]


@pytest.mark.parametrize(("quote", "why"), BOMBS)
def test_a_claim_of_one_word_over_and_over_is_answered(desk: Desk, quote: str, why: str) -> None:
    """Switched off: the most runs that are chained in `verifier.aligning.align`."""
    text = "Title: Drumming\n\n" + "ab " * 6_600
    list(desk.home.add(read_source("drumming.txt", text.encode()), now=THEN))
    client = desk.client()
    with ThreadPoolExecutor(2) as pool:
        began = perf_counter()
        bomb = pool.submit(client.post, "/api/v1/verify", json={"quote": quote})
        other = client.post("/api/v1/verify", json={"quote": VERBATIM})
        answer = bomb.result(timeout=GUARD)
    assert perf_counter() - began < GUARD, why
    assert answer.status_code == 200
    assert other.get_json()["verdict"]["code"] == "verbatim"
