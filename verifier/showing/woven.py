"""The pieces of a joined quote where they stand: numbered, with the words between them.

Problem: two sentences from two paragraphs read as one thought; a reader must see both in their
source, and what was said between them. Method: where all pieces are from one source and in its
order, the source is read from the first to the last; a long stretch between them loses its middle.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from corpus.text.tokens import counted_words, tokens
from verifier.report import Report, VerdictCode
from verifier.showing.presentation import Run

Reader = Callable[[int, int, int], str]
"""Stored text by passage, start and end in the source; empty where it cannot be read."""
_LONGEST = 900
_KEPT = 380


def woven(report: Report, read: Reader) -> list[tuple[Run, int]]:
    """The stretch of a source that holds all pieces of a joined quote.

    Args:
        report: any report.
        read: reads the source.

    Returns:
        Runs with the number of the piece, 0 for ``cut`` ones between two pieces; empty when the
        quote is not joined, when its pieces are from several sources or stand in another order
        there, and when the source cannot be read.
    """
    match = report.match
    if match is None or report.verdict.code is not VerdictCode.STITCHED:
        return []
    pieces = sorted(match.pieces, key=lambda p: p.claim)
    if len({p.source_id for p in pieces}) != 1:
        return []
    runs = [(Run("piece", pieces[0].exact), 1)]
    for number, (before, piece) in enumerate(pairwise(pieces), 2):
        if piece.source[0] < before.source[1]:
            return []
        gap = read(piece.passage_id, before.source[1], piece.source[0])
        if not gap and piece.source[0] > before.source[1]:
            return []
        words = next((at for at, c in enumerate(gap) if c.isalnum()), len(gap))
        runs += [
            (run, 0) for run in (Run("same", gap[:words]), Run("cut", gap[words:])) if run.text
        ]
        runs += [(Run("piece", piece.exact), number)]
    return runs


def between(runs: Sequence[tuple[Run, int]]) -> list[tuple[int, int, str, int]]:
    """What stands between two pieces: the numbers of both, the words, and how many they are.

    Args:
        runs: from `woven`.

    Returns:
        One item for each gap with words, in order; long ones without their middle.
    """
    found = []
    for at, (run, _) in enumerate(runs):
        if run.kind == "cut":
            second = runs[at + 1][1]
            found.append((second - 1, second, _short(run.text.strip()), _words(run.text)))
    return found


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_KEPT]} [\u2026] {text[-_KEPT:]}"


def _words(text: str) -> int:
    return round(counted_words(tokens(text).norms))
