"""What is equal in a chain that no rule of wording can hold for.

Problem: naming what differs is most of the cost of an alignment, and most chains of an answer are
far too thin to be more than the measure of how close a passage is.

Method: of a chain that matches too few words only what could still be tidying (fillers and slips,
however many) is looked at; the first difference that is not ends it, and the equal steps are kept
alone. They are what closeness and joined quotes read.

Rejected: leaving such chains out (the closest passages are ordered by them).
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.aligning.align import Run
from verifier.aligning.diff import CLOSE, TIDY_KINDS, Namer
from verifier.models import Alignment, Claim, Op, Window


def outline(
    claim: Claim, window: Window, runs: Sequence[Run], language: str, least: float
) -> Alignment | None:
    """Only what is equal, where no rule of wording can hold for a chain.

    Args:
        claim: the claim.
        window: the running text that was aligned.
        runs: as for `align_edits`.
        language: of the source.
        least: share of the claim's tokens that must be equal in an altered wording.

    Returns:
        The equal steps and folds of the runs alone, from the first run to the last; None where a
        rule may hold: where enough words are matched, and where all that differs may be tidying.
    """
    if sum(run.length for run in runs) >= min(CLOSE, least) * len(claim.tokens):
        return None
    namer = Namer(claim, window, language, close=False)
    if all(edit.kind in TIDY_KINDS or edit.op is Op.MARKED for edit in namer.differing(runs)):
        return None
    edits = tuple(edit for run in runs for edit in namer.matched(run))
    return Alignment(window, edits, runs[0].source, runs[-1].source + runs[-1].length)
