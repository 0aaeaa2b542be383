"""Fixed points of an alignment: runs of words that stand once on both sides.

Long texts are aligned piece by piece between such runs, because a run of three words that is
unique here and there belongs together.

Source: Bram Cohen's patience diff; longest increasing subsequence by patience sorting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

_ANCHOR = 3
"""Tokens of a run that is trusted as a fixed point when it occurs once on both sides."""


class Run(NamedTuple):
    """``length`` equal tokens: claim from ``claim`` on, source from ``source`` on.

    A tuple, because it is made in three times fewer steps and most runs of an answer are thrown
    away.
    """

    claim: int
    source: int
    length: int


def anchors_of(claim: Sequence[str], source: Sequence[str]) -> list[Run]:
    """Runs that occur once on both sides, in the same order on both.

    Args:
        claim: tokens of the claim.
        source: tokens of the text.

    Returns:
        The longest such list, in order, not overlapping; empty when there is none.
    """
    once_claim = _single_places(claim)
    once_source = _single_places(source)
    pairs = sorted((i, once_source[g]) for g, i in once_claim.items() if g in once_source)
    tails: list[int] = []
    tail_at: list[int] = []
    previous: list[int] = []
    for at, (_, j) in enumerate(pairs):
        k = bisect_left(tails, j)
        previous.append(tail_at[k - 1] if k else -1)
        if k == len(tails):
            tails.append(j)
            tail_at.append(at)
        else:
            tails[k], tail_at[k] = j, at
    picked: list[tuple[int, int]] = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        picked.append(pairs[at])
        at = previous[at]
    out: list[Run] = []
    for i, j in reversed(picked):
        last = out[-1] if out else None
        if last is None or (i >= last.claim + last.length and j >= last.source + last.length):
            out.append(Run(i, j, _ANCHOR))
        elif i - last.claim == j - last.source:
            out[-1] = Run(last.claim, last.source, i - last.claim + _ANCHOR)
    return out


def _single_places(tokens: Sequence[str]) -> dict[tuple[str, ...], int]:
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(tokens) - _ANCHOR + 1):
        gram = tuple(tokens[at : at + _ANCHOR])
        seen[gram] = -1 if gram in seen else at
    return {gram: at for gram, at in seen.items() if at >= 0}
