"""Quotes that are joined from separate places, and the map of their pieces.

Problem: two honest sentences that stand far apart, in the other order, in two speakers' mouths or
in two sources make a quote that nobody said in one go, and no single place shows it.

Method: the best place gives the first pieces (its exact runs). What it leaves unmatched is looked
for, as the longest exact run each time, in every window that was aligned; of equally long runs one
in its own turn is taken before one in the same source, and that before one in another, where a
piece has to be longer. Pieces that one turn holds in order within
the gap that a mark (or no mark) allows are no joined quote.

Rejected: looking for pieces anywhere first (a common phrase of one changed word's neighbourhood
would be "found" in another speech).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import counted_words
from verifier.aligning.places import Place
from verifier.models import Claim, Join, Op, Window
from verifier.policy import Policy

_SEED = 3


@dataclass(frozen=True, slots=True)
class StitchedPiece:
    """An exact run of a claim's tokens in one window.

    Attributes:
        claim_first: first token of the claim, ``claim_last`` the one after the last.
        window: where it stands.
        source_first: first token of the window.
    """

    claim_first: int
    claim_last: int
    window: Window
    source_first: int

    @property
    def source_last(self) -> int:
        """The window token after the last one."""
        return self.source_first + self.claim_last - self.claim_first

    @property
    def start(self) -> int:
        """Offset of the piece in the stored text."""
        return self.window.tokens.starts[self.source_first]

    @property
    def end(self) -> int:
        """End offset of the piece in the stored text."""
        return self.window.tokens.ends[self.source_last - 1]


def stitched(
    claim: Claim,
    best: Place,
    windows: Sequence[Window],
    policy: Policy,
    is_content: Callable[[str], bool],
) -> tuple[StitchedPiece, ...]:
    """The pieces of a joined quote.

    Args:
        claim: the claim.
        best: the best single place.
        windows: all running text that was aligned; the best place's window among them.
        policy: the least sizes, the gaps and the cover.
        is_content: whether a token is a content word.

    Returns:
        At least two pieces in the order of the claim, or nothing when the claim is no joined quote.
    """
    sizes = _Sizes(claim, policy, is_content)
    home = best.alignment.window
    pieces = [
        StitchedPiece(e.claim_first, e.claim_last, home, e.source_first)
        for e in best.alignment.edits
        if e.op is Op.EQUAL and sizes.enough(e.claim_first, e.claim_last, home, e.source_first)
    ]
    if not pieces:
        return ()
    nearest_first = sorted(windows, key=lambda w: _distance(w, home))
    while True:
        found = [
            run
            for window in nearest_first
            if (run := _longest_free_run(claim, pieces, window, sizes, _elsewhere(window, home)))
        ]
        if not found:
            break
        pieces.append(max(found, key=lambda run: run.claim_last - run.claim_first))
    pieces.sort(key=lambda p: p.claim_first)
    norms = claim.tokens.norms
    covered = sum(counted_words(norms[p.claim_first : p.claim_last]) for p in pieces)
    if len(pieces) < 2 or covered < policy.stitch_cover * counted_words(norms):
        return ()
    if all(_one_go(claim, a, b, policy) for a, b in pairwise(pieces)):
        return ()
    return tuple(pieces)


def _elsewhere(window: Window, home: Window) -> bool:
    return window.passages[0].source_id != home.passages[0].source_id


def _distance(window: Window, home: Window) -> int:
    here, there = window.passages[0], home.passages[0]
    if window is home:
        return 0
    if here.rendition_id != there.rendition_id:
        return 3
    return 1 if here.turn == there.turn else 2


@dataclass(frozen=True, slots=True)
class _Sizes:
    """How long a piece has to be."""

    claim: Claim
    policy: Policy
    is_content: Callable[[str], bool]

    def enough(
        self, first: int, last: int, window: Window, at: int, *, elsewhere: bool = False
    ) -> bool:
        norms = self.claim.tokens.norms[first:last]
        words = counted_words(norms)
        content = counted_words([n for n in norms if self.is_content(n)])
        policy = self.policy
        if elsewhere:
            return (
                words >= policy.stitch_words_elsewhere
                and content >= policy.stitch_content_elsewhere
            )
        if words >= policy.stitch_words and content >= policy.stitch_content:
            return True
        return words >= policy.stitch_sentence and _is_sentence(window, at, at + last - first)


def _is_sentence(window: Window, first: int, last: int) -> bool:
    start = window.tokens.starts[first] - window.start
    end = window.tokens.ends[last - 1] - window.start
    for begin, finish in sentence_spans(window.text):
        if begin <= start < finish:
            return (
                not any(c.isalnum() for c in window.text[begin:start])
                and end <= finish
                and not any(c.isalnum() for c in window.text[end:finish])
            )
    return False


def _longest_free_run(
    claim: Claim,
    pieces: Sequence[StitchedPiece],
    window: Window,
    sizes: _Sizes,
    elsewhere: bool,
) -> StitchedPiece | None:
    norms, hay = claim.tokens.norms, window.tokens.norms
    taken = [False] * len(norms)
    for piece in pieces:
        taken[piece.claim_first : piece.claim_last] = [True] * (
            piece.claim_last - piece.claim_first
        )
    seeds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(norms) - _SEED + 1):
        if not any(taken[i : i + _SEED]):
            seeds[norms[i : i + _SEED]].append(i)
    if not seeds:
        return None
    best: StitchedPiece | None = None
    threes = enumerate(zip(*(hay[k:] for k in range(_SEED)), strict=False))
    for j, seed in [(j, seed) for j, seed in threes if seed in seeds]:
        for i in seeds[seed]:
            last = i + _SEED
            while (
                last < len(norms)
                and j + last - i < len(hay)
                and not taken[last]
                and norms[last] == hay[j + last - i]
            ):
                last += 1
            longer = best is None or last - i > best.claim_last - best.claim_first
            if longer and sizes.enough(i, last, window, j, elsewhere=elsewhere):
                best = StitchedPiece(i, last, window, j)
    return best


def _one_go(claim: Claim, first: StitchedPiece, second: StitchedPiece, policy: Policy) -> bool:
    """Whether one turn holds two neighbouring pieces in order, as near as their mark allows."""
    here, there = first.window.passages[0], second.window.passages[0]
    if (here.rendition_id, here.turn) != (there.rendition_id, there.turn):
        return False
    if second.start < first.end:
        return False
    marked = any(
        s.join is Join.ELLIPSIS and first.claim_last <= s.first <= second.claim_first
        for s in claim.segments
    )
    limit = policy.ellipsis_gap if marked else policy.silent_gap
    return words_between(first, second) <= limit


def words_between(first: StitchedPiece, second: StitchedPiece) -> int:
    """Source words from the end of one piece to the start of the next, both in one turn.

    When the pieces lie in windows that do not overlap the words in between are at least as many as
    what the windows show; that is enough to be too far.
    """
    words = _words_in(first.window, first.end, second.start)
    shown = first.window.tokens.ends[-1]
    if second.start > shown:
        words += _words_in(second.window, shown, second.start)
    return int(words)


def _words_in(window: Window, start: int, end: int) -> float:
    """Words of a window that begin in ``[start, end)``."""
    starts = window.tokens.starts
    return counted_words(window.tokens.norms[bisect_left(starts, start) : bisect_left(starts, end)])
