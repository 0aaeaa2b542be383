"""Which candidates matter beside the one that a claim was most likely taken from.

Problem: beside a clear leader a handful of candidates hold most of the claim's words by chance, and
reading and aligning each costs half a millisecond; but another place may be the better one, or the
one where a joined quote goes on.

Method: a candidate that holds about as many words as the leader matters when it also has them where
the claim has them (`verifier.finding.word_order`); one that has four words in a row which the
leader lacks matters whatever else it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from corpus.text.tokens import is_unspaced
from verifier.finding.sketch import Sketch
from verifier.finding.word_order import InStep, in_step

_NEARLY = 0.7
"""Share of the leader's share from which another candidate may turn out to be the better place."""
_AS_WORDED = 0.6
"""Share of the most that any candidate has in step, from which those that hold nearly as much as
the leader are aligned. A better place whose words stand in several pieces has less of them in step,
and has four in a row that the leader lacks. With 0.4 the same 550 reports were given."""
_ROW = 4
"""Words of the shortest piece of a joined quote."""
_PART = 2
"""Neighbours that are looked for before a row is: of three rows that begin one after the other all
hold the same two, which is one search instead of three."""
_FEW_ROWS = 64
"""Rows that are looked for in less time than a text is cut at its spaces."""


def rivals(
    norms: Sequence[str], weights: Sequence[float], sketches: Sequence[Sketch], steps: InStep
) -> list[tuple[Sketch, float]]:
    """The candidates that matter beside a clear leader, the leader itself among them.

    Args:
        norms: level 2 tokens of the claim.
        weights: rarity of each, above 0.
        sketches: in the order of the index; one of them holds most of the claim, see
            `verifier.finding.sketch.settled`.
        steps: of the same, or of the first of them; not empty.

    Returns:
        Those that may hold all of the claim, those that hold nearly as much as the leader and have
        it in step, those of the leader's source, the one with most in step, and those with four
        words of the claim in a row that do not stand so in the leader (a joined quote may go on
        there); each with its share in step, most first, equal ones in the order of the index.
    """
    leader = max(sketches, key=lambda s: (s.share, -len(s.text)))
    worded = sketches[steps.leader]
    rows = _rows_beside(norms, leader)
    least = _AS_WORDED * max(steps.shares)

    def matters(s: Sketch) -> bool:
        return (
            s.possible
            or s is worded
            or s.passage.rendition_id == leader.passage.rendition_id
            or rows.stand_in(s.text)
        )

    kept: list[tuple[Sketch, float]] = []
    for at, s in enumerate(sketches):
        certain = matters(s)
        if certain or s.share >= _NEARLY * leader.share:
            known = at < len(steps.shares)
            share = steps.shares[at] if known else in_step(norms, weights, [s]).shares[0]
            if certain or share >= least:
                kept.append((s, share))
    return sorted(kept, key=lambda rival: -rival[1])


def goes_on_elsewhere(norms: Sequence[str], leader: Sketch, sketches: Sequence[Sketch]) -> bool:
    """Whether another candidate has four words of the claim in a row that the leader has not.

    Args:
        norms: level 2 tokens of the claim.
        leader: one of the candidates.
        sketches: the candidates.
    """
    rows = _rows_beside(norms, leader)
    return any(rows.stand_in(s.text) for s in sketches)


class _Rows:
    """Words of a claim in a row, to be looked for in many texts.

    Args:
        rows: each with the neighbours in it that are looked for first.
    """

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        self._rows = rows
        self._by_part: dict[str, list[str]] = {}
        self._by_pair: dict[tuple[str, str], list[str]] = {}
        many = len(rows) > _FEW_ROWS and all(row.count(" ") == _ROW - 1 for row, _ in rows)
        for row, part in rows:
            if many:  # the inner words are whole ones, the outer ones may be parts of words
                _, second, third, _ = row.split(" ")
                self._by_pair.setdefault((second, third), []).append(row)
            else:
                self._by_part.setdefault(part, []).append(row)

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        return any(row in text for row in self._likely(text))

    def beside(self, text: str) -> _Rows:
        """Those that do not stand in a text."""
        there = {row for row in self._likely(text) if row in text}
        return _Rows([(row, part) for row, part in self._rows if row not in there])

    def _likely(self, text: str) -> Iterable[str]:
        if self._by_pair:
            shared = self._by_pair.keys() & set(pairwise(text.split()))
            return chain.from_iterable([self._by_pair[pair] for pair in shared])
        return chain.from_iterable([rows for part, rows in self._by_part.items() if part in text])


def _rows_beside(norms: Sequence[str], leader: Sketch) -> _Rows:
    """Words of the claim that stand in a row in it, and not in a candidate."""
    gap = "" if any(map(is_unspaced, norms)) else " "  # as the texts of sketches are then
    rows = []
    for at in range(len(norms) - _ROW + 1):
        row = norms[at : at + _ROW]
        first = -at % (_ROW - _PART + 1)
        rows.append((gap.join(row), gap.join(row[first : first + _PART])))
    return _Rows(rows).beside(leader.text)
