"""The chain of common runs that keeps most of a claim's worth.

Problem: of all runs of words that two texts share, take those that go together: in order on both
sides, most worth, few and short breaks.

Method: dynamic programming over the runs in their order. The predecessors of a run are gone through
from the best down, and left at the first that could not win if the break cost nothing.

Rejected: all predecessors in their order (five times the work, the same chains).

Source: Eppstein, Galil, Giancarlo, Italiano, "Sparse dynamic programming I" (1992).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from verifier.aligning.anchors import Run

_BREAK, _SAME_LENGTH, _SKIP, _ADD = 0.15, 0.05, 0.03, 0.01
"""In units of one content word: a lone content word is worth keeping over 28 skipped words, a lone
function word over 15; a change of as many words as it replaces costs next to nothing."""
_MARKED_SKIP = 0.004
"""Source words skipped at a marked ellipsis: 75 of them cost less than half a word."""
_EQUAL = 1e-9


def best_chain(runs: list[Run], weights: Sequence[float], joints: frozenset[int]) -> list[Run]:
    """Chain of greatest weight less cost; an overlapping successor is trimmed at its start.

    Args:
        runs: maximal common runs, by their place in the claim, then in the source.
        weights: worth of each claim token; 1 for a content word.
        joints: claim positions before which a mark of editing stands.

    Returns:
        Runs in order on both sides; the first of equally good chains; empty for no runs.

    Cost: quadratic in the runs at worst, some five times less as a rule.
    """
    total = [0.0]
    for weight in weights:
        total.append(total[-1] + weight)
    # columns instead of runs: the inner loop is where long claims spend their time
    claims, sources = [run.claim for run in runs], [run.source for run in runs]
    claim_ends = [run.claim + run.length for run in runs]
    source_ends = [run.source + run.length for run in runs]
    scores: list[float] = []
    trims: list[int] = []
    before: list[int] = []
    # predecessors from the heaviest down: from one that could not win if the break cost nothing,
    # none can; of two equally good ones the earlier is taken all the same
    heaviest: list[int] = []
    losses: list[float] = []
    columns = zip(claims, sources, claim_ends, strict=True)
    for number, (claim, source, claim_end) in enumerate(columns):
        whole = total[claim_end] - total[claim]
        best, best_trim, best_before = whole, 0, -1
        for other in heaviest:
            score_there = scores[other]
            if score_there + whole <= best:
                break
            if sources[other] >= source or claims[other] >= claim:
                continue
            claim_gap, source_gap = claim - claim_ends[other], source - source_ends[other]
            trim, kept = 0, whole
            if claim_gap < 0 or source_gap < 0:
                trim = max(-claim_gap, -source_gap)
                if claim + trim >= claim_end:
                    continue
                kept = total[claim_end] - total[claim + trim]
            # what the break costs: written out here, because a call costs as much as all of it
            if joints and any(claim_ends[other] <= joint <= claim + trim for joint in joints):
                cost = _SAME_LENGTH + _MARKED_SKIP * (source_gap + trim)
            elif claim_gap == source_gap:
                cost = _SAME_LENGTH
            elif source_gap > claim_gap:
                cost = _BREAK + _SKIP * (source_gap - claim_gap)
            else:
                cost = _BREAK + _ADD * (claim_gap - source_gap)
            score = score_there + kept - cost
            if score > best + _EQUAL or (other < best_before and score > best - _EQUAL):
                best, best_trim, best_before = score, trim, other
        place = bisect_right(losses, -best)
        losses.insert(place, -best)
        heaviest.insert(place, number)
        scores.append(best)
        trims.append(best_trim)
        before.append(best_before)
    if not runs:
        return []
    at = max(range(len(runs)), key=lambda k: (scores[k], -runs[k].source))
    out: list[Run] = []
    while at >= 0:
        run, trim = runs[at], trims[at]
        out.append(Run(run.claim + trim, run.source + trim, run.length - trim))
        at = before[at]
    return out[::-1]
