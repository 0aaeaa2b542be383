"""Running text around a candidate: the neighbouring passages of its turn, and their tokens.

A quote does not end where a passage does. A claim is aligned with the running text of a turn, as
much of it as the claim can need on either side of the candidate, with offsets of the stored text.
Tokens of a passage never change (a changed text is another version), so they are kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from corpus.models import Passage
from corpus.text import Tokens, tokens
from verifier.models import Window
from verifier.variants import token_keys

_USUAL = 30
"""Tokens of a short paragraph: fewer statements are needed the nearer this is to what is stored."""


class PassageSource(Protocol):
    """The two ways of reading passages that a window needs; the store has them."""

    def passages(self, ids: Sequence[int]) -> list[Passage]:
        """Passages by number, in the order asked for; missing ones are skipped."""

    def turn_passages(
        self, rendition_id: int, turn: int, first_ordinal: int, last_ordinal: int
    ) -> list[Passage]:
        """Passages of one turn with an ordinal in the inclusive range, in order."""


@dataclass(frozen=True, slots=True)
class PassageTokens:
    """Tokens of one passage with offsets into the stored text, and their level 3 keys."""

    tokens: Tokens
    keys: tuple[str, ...]


class RunningText:
    """Reads windows from the store and keeps the tokens of passages it has seen.

    Args:
        source: where passages are read.
        capacity: how many passages' tokens are kept; about 10 kB each for long ones.
    """

    def __init__(self, source: PassageSource, capacity: int = 4096) -> None:
        self._source = source
        self._capacity = capacity
        self._kept: OrderedDict[int, PassageTokens] = OrderedDict()
        self._lock = Lock()

    def tokens(self, passage: Passage, language: str) -> PassageTokens:
        """Tokens of a passage, kept for the next time."""
        with self._lock:
            kept = self._kept.get(passage.id)
            if kept is not None:
                self._kept.move_to_end(passage.id)
                return kept
        cut = tokens(passage.text)
        shifted = Tokens(
            cut.norms,
            tuple([s + passage.start for s in cut.starts]),
            tuple([e + passage.start for e in cut.ends]),
        )
        fresh = PassageTokens(shifted, tuple(token_keys(cut.norms, language)))
        with self._lock:
            self._kept[passage.id] = fresh
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        return fresh

    def window(self, passage: Passage, needed: int, language: str) -> tuple[Window, list[str]]:
        """The running text around one passage.

        Args:
            passage: the candidate.
            needed: tokens wanted on either side of the candidate, if the turn has them; at least
                one neighbour on either side is read in any case, for the sentence around a match.
            language: of the source, for the keys.

        Returns:
            The window, and the level 3 keys of its tokens.

        Cost: one statement for most turns; more where passages are short.
        """
        reach = 1 + needed // _USUAL
        while True:
            low, high = passage.ordinal - reach, passage.ordinal + reach
            around = self._source.turn_passages(passage.rendition_id, passage.turn, low, high)
            at = next((k for k, p in enumerate(around) if p.id == passage.id), None)
            if at is None:
                around, at = [passage], 0
            first, enough_before = self._extend(around, at, needed, -1, language)
            last, enough_after = self._extend(around, at, needed, 1, language)
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
        keys: list[str] = []
        text = ""
        for p in whole:
            cut = self.tokens(p, language)
            norms.extend(cut.tokens.norms)
            starts.extend(cut.tokens.starts)
            ends.extend(cut.tokens.ends)
            keys.extend(cut.keys)
            # between two passages of a turn stands white space or markup; a blank line stands for
            # it here, padded so that offsets hold
            gap = p.start - whole[0].start - len(text)
            text += ("\n\n" + " " * gap)[:gap] + p.text
        window = Window(
            tuple(whole),
            Tokens(tuple(norms), tuple(starts), tuple(ends)),
            text,
            whole[0].start,
            complete,
        )
        return window, keys

    def _extend(
        self, around: Sequence[Passage], at: int, needed: int, way: int, language: str
    ) -> tuple[int, bool]:
        """How far a window goes to one side, and whether that is as far as wanted."""
        have, edge = 0, at
        while 0 <= edge + way < len(around) and (have < needed or edge == at):
            edge += way
            have += len(self.tokens(around[edge], language).tokens)
        return edge, have >= needed
