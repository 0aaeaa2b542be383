"""What is printed: one row a kind of claim, one a peer, one a promise."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from benchmarks.ours import Asked


def percentile(values: Iterable[float], share: float) -> float:
    """The value that a share of all values does not exceed; NaN for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def machine() -> str:
    """Cores and memory of this machine, and what else keeps it busy."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {memory:.0f} GB memory, load {load:.1f} at this moment"


def kinds_table(answers: Sequence[Asked]) -> list[str]:
    """Markdown rows: kind, claims, right place, p50 and p99 in milliseconds."""
    out = ["| claims | asked | right place | p50 ms | p99 ms |", "|---|--:|--:|--:|--:|"]
    for kind in dict.fromkeys(a.claim.kind for a in answers):
        of_kind = [a for a in answers if a.claim.kind == kind]
        out.append(_row(kind, of_kind))
    out.append(_row("all", answers))
    return out


def _row(name: str, answers: Sequence[Asked]) -> str:
    times = [a.seconds * 1000 for a in answers]
    known = [a for a in answers if a.claim.origin is not None]
    right = f"{sum(a.right for a in known) / len(known):.1%}" if known else "-"
    middle, late = percentile(times, 0.5), percentile(times, 0.99)
    return f"| {name} | {len(answers)} | {right} | {middle:.1f} | {late:.1f} |"


def peer_row(
    name: str, built: float, passages: int, times: Sequence[float], right: Sequence[bool], us: float
) -> str:
    """One Markdown row: a peer's times and rightness, and how many times slower than ours it is.

    Args:
        name: the peer.
        built: seconds to prepare.
        passages: how many it searched.
        times: seconds a claim.
        right: whether its first place was right, a claim.
        us: our median seconds on the same claims and passages.
    """
    middle = percentile(times, 0.5)
    share = f"{sum(right) / len(right):.0%}" if right else "-"
    return (
        f"| {name} | {passages:,} | {built:.1f} | {len(times)} | {share} | {middle * 1000:,.1f}"
        f" | {percentile(times, 0.99) * 1000:,.1f} | {middle / us:,.1f} |"
    )


PEER_HEAD = (
    "| who | passages | built s | claims | right place | p50 ms | p99 ms | times our p50 |",
    "|---|--:|--:|--:|--:|--:|--:|--:|",
)
