"""Which candidates have a claim's words where the claim has them.

Problem: of a quote with half of its words replaced, what is left are mostly common words, and many
passages hold more of them by chance than the one it was taken from.

Method: what is left stands as far apart as in the claim. For every candidate the words that stand
at one distance from their places in the claim are weighed together (one line of the dot plot of
claim and text), with half of what stands one word off, for a word that was put in or left out. Rare
words weigh more, by the root of their rarity: five words in step are no chance, however common.

Counted on 400 quotes of 10 to 40 words with half of the words replaced, at 1,000,000 turns, where
the right passage was among 200 candidates (389): first by this 371, with the rarity itself 365, by
words wherever they stand 232, by the words of two neighbours 289, by the longest common subsequence
261, by a chain of words with a cost for every word of a gap 362.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.text.tokens import is_unspaced
from verifier.finding.sketch import Sketch

LONG = 120
"""Words of a claim that no passage holds all of, as a rule."""
_WORDED_ALIKE = 4
"""Candidates that are aligned for their words in step, whatever single words weigh. Of the 389 the
right one was among the first 4 with 384, among the first 2 with 380."""
_ONE_OFF = 0.5
_WORTH_A_LOOK = 0.5
"""A line that has less than this of the best one cannot win by what stands beside it, nearly."""
_KEPT = 0.5
"""Share in step from which a rule about wording may hold."""
_CLEAR, _AHEAD = 0.45, 0.6
"""Share in step, and the next one's share of it, at which a place is the claim's and no chance: so
it is for about 45 of 120 quotes with half of their words replaced, and for none of 120 that stand
nowhere."""
_NEARLY_ALL = 0.75
"""Share in step from which what is left is too little for a piece of a joined quote."""
_BY_CHANCE, _ORDER = 0.3, 1.5
"""Beyond which share in step order is worth something beside the weight of the words wherever they
stand, and how much. Counted on the 400 quotes (380 right in the end, 376 without it) and on
reworded sentences (3,094 of 3,200, 3,095; with the square of the share and no bound 3,088)."""
_MARKS = bytes(
    code if code > 127 or chr(code).isalnum() or chr(code) == "'" else ord(" ")
    for code in range(256)
)


@dataclass(frozen=True, slots=True)
class InStep:
    """How much of a claim candidates have in step.

    Attributes:
        shares: part of the claim's weight, in [0, 1], one a candidate; 0 where the text cannot be
            judged.
    """

    shares: tuple[float, ...]

    @property
    def leader(self) -> int:
        """Position of the candidate that has most, the first of equal ones."""
        return max(range(len(self.shares)), key=lambda at: (self.shares[at], -at))

    @property
    def kept(self) -> bool:
        """Whether one has so much that a rule about wording may hold."""
        return max(self.shares, default=0.0) >= _KEPT

    @property
    def whole(self) -> bool:
        """Whether one is clearly the place, and what it lacks is no piece of its own."""
        return self.clear and max(self.shares) >= _NEARLY_ALL

    @property
    def clear(self) -> bool:
        """Whether one has far more than all the others, and more than chance gives."""
        first, second = sorted([0.0, 0.0, *self.shares])[:-3:-1]
        return first >= _CLEAR and second <= _AHEAD * first


def in_step(
    norms: Sequence[str],
    weights: Sequence[float],
    sketches: Sequence[Sketch],
    known: tuple[float, ...] = (),
) -> InStep:
    """The share of a claim that stands in each candidate as far apart as in the claim.

    Args:
        norms: level 2 tokens of the claim.
        weights: rarity of each, above 0.
        sketches: the candidates.
        known: the shares of the first of them.

    Of a claim of more than 120 words, what stands there anywhere: so much is no chance.

    Cost: about 25 microseconds a candidate for a claim of 20 words.
    """
    if len(norms) > LONG:
        return InStep(tuple([s.share for s in sketches]))
    unspaced = any(map(is_unspaced, norms))
    worth = [math.sqrt(weight) for weight in weights]
    whole = sum(worth) or 1.0
    places: dict[str | bytes, list[tuple[int, float]]] = {}
    for at, (norm, weight) in enumerate(zip(norms, worth, strict=True)):
        places.setdefault(norm if unspaced else norm.encode(), []).append((at, weight))
    texts = [s.text if unspaced else split_words(s.text) for s in sketches[len(known) :]]
    return InStep(known + tuple([min(1.0, _best_line(t, places) / whole) for t in texts]))


def split_words(text: str) -> list[bytes]:
    """The words of a case-folded text, roughly: cut wherever a sign stands.

    Bytes, because marks are taken out of them in a tenth of the time.
    """
    return text.encode(errors="surrogatepass").translate(_MARKS).split()


def _best_line(
    words: Sequence[str | bytes], places: dict[str | bytes, list[tuple[int, float]]]
) -> float:
    lines: dict[int, float] = {}
    held = lines.get
    for at, wanted in enumerate(map(places.get, words)):
        if wanted is not None:
            for place, weight in wanted:
                line = at - place
                lines[line] = held(line, 0.0) + weight
    least = _WORTH_A_LOOK * max(lines.values(), default=0.0)
    return max(
        [
            weight + _ONE_OFF * (held(line - 1, 0.0) + held(line + 1, 0.0))
            for line, weight in lines.items()
            if weight >= least
        ],
        default=0.0,
    )


def worded_alike(sketches: Sequence[Sketch], steps: InStep) -> list[int]:
    """Passage ids of the candidates with most of the claim's words in step, most first.

    Args:
        sketches: in the order of the index; of equal ones the first are taken.
        steps: of the same, or of the first of them.
    """
    order = sorted(range(len(steps.shares)), key=lambda at: (-steps.shares[at], at))
    return [sketches[at].passage.id for at in order[:_WORDED_ALIKE]]


def order_worth(share: float, whole: float) -> float:
    """What a share in step adds to what a candidate is ranked by.

    Args:
        share: see `InStep`.
        whole: weight of all words of the claim.
    """
    return _ORDER * max(0.0, share - _BY_CHANCE) * whole
