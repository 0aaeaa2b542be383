"""What else could find the place: each peer behind one shape, on the same passages.

A peer gives the text of its first place; none of them says what differs, who said it or whether
the place is a translation, so their times are those of a part of the work.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from time import perf_counter

from rapidfuzz import fuzz, process

from benchmarks.claims import Claim
from corpus.text.tokens import terms

_LONGEST = 1_000
"""Longer claims take minutes each where every passage is compared (500 words: four minutes)."""
_NEAR = 2_000
"""Passages that fuzzysearch is given: more would take minutes a claim."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One way of finding a place.

    Attributes:
        name: a row of the table.
        built: seconds to prepare the passages.
        find: the text of the first place for a claim; None where nothing is found.
        passages: how many passages it was given.
        many: how many claims a kind it can be asked in the time there is.
        longest: longest claim in characters that it answers in that time.
    """

    name: str
    built: float
    find: Callable[[Claim], str | None]
    passages: int
    many: int
    longest: int = 1_000_000


def exhaustive(texts: Sequence[str]) -> Peer:
    """Every passage compared in C++; shorter ones than the claim would all be perfect, so they
    are left out."""

    def find(claim: Claim) -> str | None:
        long_enough = [text for text in texts if len(text) >= len(claim.quote)]
        best = process.extractOne(claim.quote, long_enough, scorer=fuzz.partial_ratio)
        return best[0] if best else None

    return Peer("rapidfuzz partial_ratio, all", 0.0, find, len(texts), 1, _LONGEST)


def fts5(texts: Sequence[str], folder: Path) -> Peer:
    """SQLite's full text index, asked for any of the claim's words, ordered by bm25."""
    path = folder / "fts5.sqlite3"
    path.unlink(missing_ok=True)
    began = perf_counter()
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE p USING fts5(words, text UNINDEXED)")
    rows = ((" ".join(terms(text)), text) for text in texts)
    while chunk := list(islice(rows, 20_000)):
        base.executemany("INSERT INTO p VALUES (?, ?)", chunk)
    base.commit()
    built = perf_counter() - began

    def find(claim: Claim) -> str | None:
        asked = " OR ".join('"' + word.replace('"', "") + '"' for word in set(terms(claim.quote)))
        row = base.execute(
            "SELECT text FROM p WHERE p MATCH ? ORDER BY bm25(p) LIMIT 1", (asked,)
        ).fetchone()
        return row[0] if row else None

    return Peer("SQLite FTS5, bm25", built, find, len(texts), 4)


def plain_bm25(texts: Sequence[str]) -> Peer | str:
    """bm25s over all words, no pairs and no alignment."""
    if find_spec("bm25s") is None:
        return "bm25s is not installed"
    import bm25s

    began = perf_counter()
    model = bm25s.BM25()
    model.index([list(terms(text)) for text in texts], show_progress=False)
    built = perf_counter() - began

    def find(claim: Claim) -> str | None:
        found, _ = model.retrieve([list(terms(claim.quote))], k=1, show_progress=False)
        return texts[int(found[0][0])]

    return Peer("bm25s", built, find, len(texts), 4)


def near_matches(texts: Sequence[str]) -> Peer | str:
    """fuzzysearch over a few passages, the claim's own among them by chance only."""
    if find_spec("fuzzysearch") is None:
        return "fuzzysearch is not installed"
    from fuzzysearch import find_near_matches

    few = texts[:_NEAR]

    def find(claim: Claim) -> str | None:
        allowed = max(1, int(len(claim.quote) * claim.changed))
        for text in few:
            if find_near_matches(claim.quote, text, max_l_dist=min(allowed, 12)):
                return text
        return None

    return Peer(f"fuzzysearch, {_NEAR} passages", 0.0, find, len(few), 1, _LONGEST)
