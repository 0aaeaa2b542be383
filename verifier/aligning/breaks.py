"""On which side of a break a word stands that fits both sides.

Problem: "Religion is the opium of the people" leaves words out, and the source has "Religion is
the sigh [...]. It is the opium of the people": the second "the" fits before the gap and behind it.
A chain of runs keeps the same words either way, and which of them it names decides where the
ellipsis of the corrected quote stands.

Method: articles, prepositions and auxiliaries lean on the word that follows them. So words of the
function-word list at the end of a run are given to the next run when that one can be led on to the
left by the same words, until the run before ends in a content word or at a clause border.

Rejected: the longest run (it tears a name from its article as soon as the other side is longer); a
cost in the chaining itself (every chain pays for what a few breaks need).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.text.tokens import is_unspaced
from verifier.aligning.anchors import Run

_LEFT = 2
"""Words that a run of several keeps: a lone word beside a gap is hardly a place at all."""


def settled(
    runs: Sequence[Run],
    claim: Sequence[str],
    source: Sequence[str],
    leans: Callable[[int], bool],
    joints: frozenset[int] = frozenset(),
) -> tuple[Run, ...]:
    """The same chain, with the words that fit both sides of a break on the better side.

    Args:
        runs: a chain, in order; positions in ``claim`` and ``source``.
        claim: keys of the claim's tokens.
        source: keys of the source's tokens.
        leans: whether the source token at a position leans on the one behind it.
        joints: claim positions before which a mark of editing stands; such a break stays.

    Returns:
        As many runs that keep as many words of the claim. Words of scripts without spaces are left
        where they are: their particles lean to the left.
    """
    out = list(runs[:1])
    for run in runs[1:]:
        before = out[-1]
        moved = 0
        if before.claim + before.length == run.claim and run.claim not in joints:
            moved = _moved(before, run, claim, source, leans)
        out[-1] = Run(before.claim, before.source, before.length - moved)
        out.append(Run(run.claim - moved, run.source - moved, run.length + moved))
    return tuple(out)


def _moved(
    before: Run,
    run: Run,
    claim: Sequence[str],
    source: Sequence[str],
    leans: Callable[[int], bool],
) -> int:
    """How many words go over to the next run."""
    gap = run.source - before.source - before.length
    moved = 0
    while (
        before.length - moved > _LEFT
        and gap > 0
        and leans(before.source + before.length - moved - 1)
        and claim[run.claim - moved - 1] == source[run.source - moved - 1]
        and not is_unspaced(claim[run.claim - moved - 1])
    ):
        moved += 1
    return moved

