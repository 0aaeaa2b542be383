"""Running text around a candidate: the neighbouring passages of its turn, and their tokens.

A quote does not end where a passage does. A claim is aligned with the running text of a turn, as
much of it as the claim can need on either side of the candidate, with offsets of the stored text.
Tokens of a passage never change (a changed text is another version), so they are kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Protocol

from corpus.models import Passage
from corpus.text.tokens import Tokens, tokens
from verifier.models import Window

_USUAL = 50
"""Tokens of a paragraph: a smaller number reads passages that are not needed, a greater one needs a
second statement where they are short."""


class PassageSource(Protocol):
    """The way of reading passages that a window needs; the store has it."""

    def passages_around(self, passage_id: int, reach: int) -> list[Passage]:
        """A passage and up to ``reach`` others of its turn on either side, in order."""


class RunningText:
    """Reads windows from the store and keeps the tokens of passages it has seen.

    Args:
        source: where passages are read.
        capacity: how many passages' tokens are kept; about 10 kB each for long ones.
    """

    def __init__(self, source: PassageSource, capacity: int = 4096) -> None:
        self._source = source
        self._capacity = capacity
        self._kept: OrderedDict[int, Tokens] = OrderedDict()
        self._lock = Lock()

    def tokens(self, passage: Passage) -> Tokens:
        """Tokens of a passage with offsets into the stored text, kept for the next time."""
        with self._lock:
            kept = self._kept.get(passage.id)
            if kept is not None:
                self._kept.move_to_end(passage.id)
                return kept
        fresh = tokens(passage.text, passage.start)
        with self._lock:
            self._kept[passage.id] = fresh
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        return fresh

    def window(self, passage_id: int, needed: int) -> Window:
        """The running text around one passage.

        Args:
            passage_id: the candidate.
            needed: tokens wanted on either side of the candidate, if the turn has them; at least
                one neighbour on either side is read in any case, for the sentence around a match.

        Cost: one statement for most turns; more where passages are short.
        """
        reach = 1 + needed // _USUAL
        while True:
            around = self._source.passages_around(passage_id, reach)
            at = next(k for k, p in enumerate(around) if p.id == passage_id)
            low, high = around[at].ordinal - reach, around[at].ordinal + reach
            first, enough_before = self._extend(around, at, needed, -1)
            last, enough_after = self._extend(around, at, needed, 1)
            more_before = around[0].ordinal == low > 0
            more_after = around[-1].ordinal == high
            if (enough_before or not more_before) and (enough_after or not more_after):
                break
            reach *= 4
        complete = not (first or more_before or last < len(around) - 1 or more_after)
        whole = around[first : last + 1]
        norms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        text = ""
        for p in whole:
            cut = self.tokens(p)
            norms.extend(cut.norms)
            starts.extend(cut.starts)
            ends.extend(cut.ends)
            # between two passages of a turn stands white space or markup; a blank line stands for
            # it here, padded so that offsets hold
            gap = p.start - whole[0].start - len(text)
            text += ("\n\n" + " " * gap)[:gap] + p.text
        return Window(
            tuple(whole),
            Tokens(tuple(norms), tuple(starts), tuple(ends)),
            text,
            whole[0].start,
            complete,
        )

    def _extend(
        self, around: Sequence[Passage], at: int, needed: int, way: int
    ) -> tuple[int, bool]:
        """How far a window goes to one side, and whether that is as far as wanted."""
        have, edge = 0, at
        while 0 <= edge + way < len(around) and (have < needed or edge == at):
            edge += way
            have += len(self.tokens(around[edge]))
        return edge, have >= needed
