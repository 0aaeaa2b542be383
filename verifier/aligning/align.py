"""Where the words of a claim stand in running text: exact edges on word tokens.

Problem: given the tokens of a claim and of a stretch of one turn, find the words of the claim in
order, with the true first and last word, when a claim may leave out, add or change words.

Method, three steps, each cheaper than the next is dear:

1. *Exact places*: the claim's tokens joined by a separator are searched for in the joined tokens of
   the stretch (the separator keeps whole words whole).
2. *The densest region*: a window slides over the stretch and keeps the weight of the claim's words
   in it, each counted as often as the claim has it. Only that region goes on.
3. *Chaining*: all maximal common runs of tokens are chained so that the weight of the kept words,
   less a cost for every break, is greatest. The cost grows with the source words that are skipped,
   so that a stray "the" far away is not kept, and a left-out clause is one gap and not a row of
   replaced words. Long input is first cut at runs that occur once on both sides.

Rejected: unit-cost edit distance (five left-out words become three replaced ones and a shifted
edge), a character window (`partial_ratio_alignment` cuts words and takes seconds on long input),
and a plain longest common subsequence (it does not say which of several it gives; kept here as the
bounded way out for repetitive text).

Source: Eppstein, Galil, Giancarlo, Italiano, "Sparse dynamic programming I" (1992), for chaining of
common runs; Bram Cohen's patience diff for cutting at unique runs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from verifier.aligning.anchors import Run as Run
from verifier.aligning.anchors import anchors_of
from verifier.aligning.chains import best_chain

_SEPARATOR = "\x1f"
_RUNS = 700
"""Runs that are chained at most; chaining is quadratic and 700 take about 30 ms."""


def joined(norms: Sequence[str]) -> str:
    """Tokens as one string in which a run of whole tokens is a substring."""
    return _SEPARATOR + _SEPARATOR.join(norms) + _SEPARATOR if norms else _SEPARATOR


def exact_places(needle: str, hay: str, most: int | None = None) -> list[int]:
    """Token positions at which one joined run stands in another.

    Args:
        needle: what `joined` gave for the run looked for; not empty.
        hay: what `joined` gave for the text.
        most: how many places are wanted; all of them when absent.

    Returns:
        Positions of the first token, in order, the first ones; overlapping places included; empty
        when there is none or the needle has no token.
    """
    if needle == _SEPARATOR:
        return []
    places: list[int] = []
    tokens_before, counted_to = 0, 0
    at = hay.find(needle)
    while at >= 0 and (most is None or len(places) < most):
        tokens_before += hay.count(_SEPARATOR, counted_to, at)
        counted_to = at
        places.append(tokens_before)
        at = hay.find(needle, at + 1)
    return places


def densest_region(
    claim: Sequence[str], weights: Sequence[float], source: Sequence[str], width: int
) -> tuple[int, int]:
    """The stretch of the source that holds the most weight of the claim's words.

    Args:
        claim: tokens of the claim.
        weights: one weight, above 0, a token of the claim.
        source: tokens of the text.
        width: tokens of the stretch, above 0.

    Returns:
        ``(first, last)`` of the stretch, half-open; the first of equally good ones; the whole
        source when it is not wider.

    Cost: linear in the source.
    """
    if len(source) <= width:
        return 0, len(source)
    wanted = Counter(claim)
    worth = dict(zip(claim, weights, strict=True))
    have = dict.fromkeys(wanted, 0)
    held, best, best_last = 0.0, -1.0, width
    shared = [(at, token) for at, token in enumerate(source) if token in wanted]
    out = 0  # of the shared ones, how many lie before the stretch
    for last, token in shared:
        have[token] += 1
        if have[token] <= wanted[token]:
            held += worth[token]
        while shared[out][0] <= last - width:
            gone = shared[out][1]
            if have[gone] <= wanted[gone]:
                held -= worth[gone]
            have[gone] -= 1
            out += 1
        if held > best + 1e-9:
            best, best_last = held, max(width, last + 1)
    return max(0, best_last - width), best_last


def chain(
    claim: Sequence[str],
    source: Sequence[str],
    weights: Sequence[float],
    joints: frozenset[int] = frozenset(),
) -> tuple[Run, ...]:
    """The runs of equal tokens that make the best alignment, free at both ends of the source.

    Args:
        claim: tokens of the claim.
        source: tokens of the region.
        weights: worth of each claim token; 1 for a content word.
        joints: claim positions before which a mark of editing stands; skipping source words there
            costs little.

    Returns:
        Runs in order on both sides, not overlapping; neighbouring runs are never adjacent on both
        sides. Empty when no token is shared. Of equally good chains the one with fewer breaks,
        then the earlier one.

    Cost: quadratic in the number of common runs, at most `_RUNS`; beyond it the input is cut at
    unique runs, and what is left over is a longest common subsequence in C++.
    """
    runs = _common_runs(claim, source)
    if runs is None:
        return _cut_and_chain(claim, source, weights, joints)
    return _merge(best_chain(runs, weights, joints))


def _common_runs(claim: Sequence[str], source: Sequence[str]) -> list[Run] | None:
    """All maximal common runs, or None when there are too many to chain."""
    places: dict[str, list[int]] = defaultdict(list)
    wanted = set(claim)
    for j, token in enumerate(source):
        if token in wanted:
            places[token].append(j)
    runs: list[Run] = []
    for i, token in enumerate(claim):
        for j in places.get(token, ()):
            if i and j and claim[i - 1] == source[j - 1]:
                continue
            length = 1
            while (
                i + length < len(claim)
                and j + length < len(source)
                and claim[i + length] == source[j + length]
            ):
                length += 1
            runs.append(Run(i, j, length))
            if len(runs) > _RUNS:
                return None
    return runs


def _merge(runs: list[Run]) -> tuple[Run, ...]:
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if (
            last is not None
            and last.claim + last.length == run.claim
            and last.source + last.length == run.source
        ):
            out[-1] = Run(last.claim, last.source, last.length + run.length)
        else:
            out.append(run)
    return tuple(out)


def _cut_and_chain(
    claim: Sequence[str],
    source: Sequence[str],
    weights: Sequence[float],
    joints: frozenset[int],
) -> tuple[Run, ...]:
    """Chain between fixed points; a longest common subsequence where there are none."""
    anchors = anchors_of(claim, source)
    if not anchors:
        blocks = LCSseq.editops(list(claim), list(source)).as_matching_blocks()
        return _merge([Run(b.a, b.b, b.size) for b in blocks if b.size])
    out: list[Run] = []
    claim_at, source_at = 0, 0
    for anchor in [*anchors, Run(len(claim), len(source), 0)]:
        inside = chain(
            claim[claim_at : anchor.claim],
            _near(source, source_at, anchor, claim_at, first=not out),
            weights[claim_at : anchor.claim],
            frozenset(j - claim_at for j in joints),
        )
        shift = source_at if out else _near_start(source_at, anchor, claim_at)
        out.extend(Run(r.claim + claim_at, r.source + shift, r.length) for r in inside)
        if anchor.length:
            out.append(anchor)
        claim_at, source_at = anchor.claim + anchor.length, anchor.source + anchor.length
    return _merge(out)


def _near_start(source_at: int, anchor: Run, claim_at: int) -> int:
    """Before the first fixed point the source is free; what the claim cannot use stays out."""
    return max(source_at, anchor.source - 2 * (anchor.claim - claim_at) - 40)


def _near(
    source: Sequence[str], source_at: int, anchor: Run, claim_at: int, *, first: bool
) -> Sequence[str]:
    if first:
        return source[_near_start(source_at, anchor, claim_at) : anchor.source]
    if anchor.length == 0:
        return source[source_at : source_at + 2 * (anchor.claim - claim_at) + 40]
    return source[source_at : anchor.source]


def compact(runs: Sequence[Run], span: int) -> tuple[Run, ...]:
    """The part of a chain that keeps most tokens within a stretch of the source.

    Args:
        runs: a chain, in order.
        span: longest stretch in source tokens.

    Returns:
        Neighbouring runs of the chain, the first of equally good choices; a run longer than the
        stretch stands alone and whole.
    """
    best: tuple[Run, ...] = ()
    kept, first = 0, 0
    most = -1
    for last, run in enumerate(runs):
        kept += run.length
        while first < last and run.source + run.length - runs[first].source > span:
            kept -= runs[first].length
            first += 1
        if kept > most:
            most, best = kept, tuple(runs[first : last + 1])
    return best
