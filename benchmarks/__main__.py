"""``python -m benchmarks``: build, ask, compare, print. See ``benchmarks/README.md``."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks import ours, peers, table
from benchmarks.claims import Claim, make, worst
from benchmarks.corpora import SEED, Turn, grown, real_turns, walked_turns, write
from benchmarks.postgres import trigrams
from benchmarks.rightness import as_good, is_right, kept

_CUT_FROM = 100_000
"""Claims are cut from the first passages, so that the same ones can be asked at every size."""
_SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "court"


def main() -> int:
    """Run what was asked for and print Markdown."""
    given = _arguments()
    with ExitStack() as stack:
        folder = given.folder
        if folder is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        turns = list(grown(given.court, min(given.passages[0], _CUT_FROM)))
        absent = list(islice(walked_turns(list(real_turns(given.court)), SEED + 1), 4_000))
        claims = make(turns, absent, given.claims, seed=5)
        warm = random.Random(1).sample(make(turns, absent, 30, seed=6), 200)
        print(f"{table.machine()}\n")
        for passages in given.passages:
            _ours(given, folder, passages, claims, warm, turns)
        _peers(given, folder, claims, turns)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--claims", type=int, default=100, help="claims of each kind")
    parser.add_argument("--folder", type=Path, help="kept and used again; temporary when absent")
    parser.add_argument("--court", type=Path, default=_SHARED, help="holds passages.jsonl.gz")
    parser.add_argument("--exhaustive", type=int, default=2, help="claims of each kind compared")
    parser.add_argument("--misses", action="store_true", help="compare them with every passage")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--peer-passages", type=int, default=100_000)
    return parser.parse_args()


def _ours(
    given: argparse.Namespace,
    folder: Path,
    passages: int,
    claims: Sequence[Claim],
    warm: Sequence[Claim],
    turns: Sequence[Turn],
) -> None:
    corpus = folder / f"{passages}.jsonl"
    if not corpus.exists():
        write(grown(given.court, passages), corpus)
    size = _text_bytes(given.court, passages)
    home = folder / f"home-{passages}"
    taken = ours.take_in(corpus, home)
    opened, answered = ours.start_up(home)
    print(f"## Ours, {taken.passages:,} passages of {passages:,} turns, {size / 1e6:.0f} MB\n")
    if taken.memory:
        print(f"- taken in: {taken.seconds:.0f} s, {taken.passages / taken.seconds:,.0f} a s,")
        print(f"  {taken.memory / 1e9:.2f} GB resident")
    print(f"- home on disk {taken.disk / size:.2f} times the text")
    print(f"- start-up {opened:.2f} s; first answer after {answered:.2f} s")
    answers = ours.ask(home, claims, warm)
    print("\n".join(["", *table.kinds_table(answers), ""]))
    if given.misses:
        _misses(answers, [turn.text for turn in grown(given.court, passages)])
    for asked in ours.ask(home, worst(turns), warm[:20]):
        print(f"- worst, {asked.claim.kind}: {asked.seconds * 1000:.0f} ms ({asked.code})")
    mixed = [c for c in claims if not c.kind.startswith("500")]
    mixed += [c for c in claims if c.kind.startswith("500")][: max(1, len(mixed) // 50)]
    random.Random(2).shuffle(mixed)
    rate = ours.batch(home, mixed, 2)
    print(f"- batch over 2 processes: {rate:.0f} claims a second\n", flush=True)


def _misses(answers: Sequence[ours.Asked], texts: Sequence[str]) -> None:
    """What the exhaustive comparison says of the claims whose place was not the right one."""
    wrong = [a for a in answers if a.claim.origin is not None and not a.right]
    for kind in dict.fromkeys(a.claim.kind for a in wrong):
        asked = sum(a.claim.kind == kind for a in answers)
        missed = [a for a in wrong if a.claim.kind == kind]
        good = sum(as_good(a.claim, a.shown, texts) for a in missed)
        share = 1 - (len(missed) - good) / asked
        print(f"- {kind}: {len(missed)} misses, {good} as good as of all passages: {share:.1%}")


def _text_bytes(court: Path, passages: int) -> int:
    return sum(len(turn.text.encode()) for turn in grown(court, passages))


def _peers(
    given: argparse.Namespace, folder: Path, claims: Sequence[Claim], turns: Sequence[Turn]
) -> None:
    if given.no_peers:
        return
    texts = [turn.text for turn in turns[: given.peer_passages]]
    few = [c for c in claims if c.origin is not None]
    home = folder / f"home-{given.passages[0]}"
    ours.ask(home, few[:50])
    print(f"## Ours and the peers, the same claims, {len(texts):,} passages\n")
    print("\n".join(table.PEER_HEAD))
    with ExitStack() as stack:
        found: Iterator[peers.Peer | str] = iter(
            (
                peers.exhaustive(texts),
                peers.fts5(texts, folder),
                stack.enter_context(trigrams(texts, folder / "postgres")),
                peers.plain_bm25(texts),
                peers.near_matches(texts),
            )
        )
        missing = []
        for peer in found:
            if isinstance(peer, str):
                missing.append(peer)
                continue
            _peer(peer, given, home, few)
    for reason in missing:
        print(f"\nNot measured: {reason}.")


def _peer(peer: peers.Peer, given: argparse.Namespace, home: Path, claims: Sequence[Claim]) -> None:
    """One peer beside ours, on the claims that it has time for."""
    asked: list[Claim] = []
    for kind in dict.fromkeys(c.kind for c in claims):
        of_kind = [c for c in claims if c.kind == kind and len(c.quote) <= peer.longest]
        asked += of_kind[: given.exhaustive * peer.many]
    answers = ours.ask(home, asked, asked)
    times, right, agreed = [], [], 0
    for claim, answer in zip(asked, answers, strict=True):
        began = perf_counter()
        text = peer.find(claim)
        times.append(perf_counter() - began)
        right.append(is_right(claim, text, text))
        theirs = kept(claim, text) if text else 0
        agreed += answer.right or (answer.shown is not None and kept(claim, answer.shown) >= theirs)
    us = table.percentile((a.seconds for a in answers), 0.5)
    print(table.peer_row(peer.name, peer.built, peer.passages, times, right, us), flush=True)
    shown = sum(a.right for a in answers) / len(answers)
    print(
        f"| ours on these | {peer.passages:,} | | {len(answers)} | {shown:.0%} | {us * 1000:,.1f}"
        f" | {table.percentile((a.seconds for a in answers), 0.99) * 1000:,.1f} | 1.0 |"
    )
    if peer.name.startswith("rapidfuzz"):
        share = agreed / len(answers)
        print(f"| ours as good as that one | | | {len(answers)} | {share:.0%} | | | |")


if __name__ == "__main__":
    sys.exit(main())
