"""The closest sentences when no wording matches: enough content words in two neighbours.

Problem: a claim that nobody worded like this may still be about a passage, and the reader wants to
see that passage, labelled as what it is.

Method: content words are compared by their stems (by pairs of characters in Chinese and Japanese,
where a single character says little), in every sentence and every two neighbouring sentences of one
turn. The smallest stretch with most shared stems wins, the rarer ones on a tie.

A share of the claim alone proves little: of any ten words in any order some three or four stand in
some two sentences of a large corpus (27 in 100 claims made of random words passed so). Hence one
sentence must hold several of them, or have them beside each other, and they must be a good part
of what the sentences say, or most of what the claim says (3 in 100 pass, and no passage of 182
that another translation rightly led to is lost).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import is_unspaced
from verifier.models import Window


@dataclass(frozen=True, slots=True)
class NearSentences:
    """One or two neighbouring sentences that share content with a claim.

    Attributes:
        window: where they stand.
        start: offset of the first word in the stored text.
        end: end offset, final punctuation included.
        share: share of the claim's content units that stand in them, in [0, 1].
        weight: worth of the shared units, rarer ones more.
        together: content units of the claim in one of the sentences, and pairs of neighbouring
            words that both have.
        common: units that both have, as a share of the mean of what either has, in [0, 1].
    """

    window: Window
    start: int
    end: int
    share: float
    weight: float
    together: int
    common: float


class ContentWords:
    """What a claim is about, in the terms in which sentences are compared with it.

    Attributes:
        units: stems of the claim's content words; pairs of characters where words have no spaces.
        unspaced: whether words of the claim have no spaces between them.
    """

    def __init__(
        self,
        norms: Sequence[str],
        weights: Sequence[float],
        is_content: Callable[[str], bool],
        stem: Callable[[str], str],
    ) -> None:
        """Read a claim's tokens.

        Args:
            norms: level 2 tokens of the claim.
            weights: rarity of each.
            is_content: whether a token is a content word.
            stem: the stemmer of the language in which sentences will be compared.
        """
        self._is_content, self._stem = is_content, stem
        self.units = self.of(norms)
        self._worth = {stem(n): w for n, w in zip(norms, weights, strict=True)}
        self._wanted = frozenset(self.units)
        self._pairs = frozenset(_pairs(norms))
        self.unspaced = any(map(is_unspaced, norms))

    def of(self, norms: Sequence[str]) -> list[str]:
        """Distinct content units of a run of tokens, in order; empty for function words only."""
        units: dict[str, None] = {}
        for at, norm in enumerate(norms):
            if is_unspaced(norm):
                following = norms[at + 1] if at + 1 < len(norms) else ""
                if is_unspaced(following) and (
                    self._is_content(norm) or self._is_content(following)
                ):
                    units[norm + following] = None
            elif self._is_content(norm):
                units[self._stem(norm)] = None
        return list(units)

    def shared(self, norms: Sequence[str]) -> frozenset[str]:
        """Units of the claim that stand in a run of tokens."""
        found = {
            root
            for norm, root in zip(norms, map(self._stem, norms), strict=True)
            if root in self._wanted and not is_unspaced(norm) and self._is_content(norm)
        }
        if self.unspaced:
            found.update(self._wanted.intersection(self.of(norms)))
        return frozenset(found)

    def pairs(self, norms: Sequence[str]) -> int:
        """Pairs of neighbouring words of the claim that stand in a run of tokens; none in scripts
        without spaces, whose units are pairs already."""
        return len(self._pairs.intersection(_pairs(norms)))

    def roots(self, norms: Sequence[str]) -> frozenset[str]:
        """Stems of all words of the claim, function words too, that stand in a run of tokens."""
        return frozenset(self._worth.keys() & map(self._stem, norms))

    def weight(self, roots: frozenset[str]) -> float:
        """What some of the claim's stems weigh together, whatever order the set has."""
        return fsum(self._worth[root] for root in roots)


def nearest_sentences(content: ContentWords, window: Window) -> NearSentences | None:
    """The one or two neighbouring sentences of a window that share most with a claim.

    Args:
        content: what the claim is about.
        window: running text of one turn.

    Returns:
        The stretch with most content units, of those one sentence rather than two, then that with
        the greatest weight of all words, then the first; None when no word is shared.
    """
    tokens = window.tokens
    spans = sentence_spans(window.text)
    runs: list[Sequence[str]] = []
    first = 0
    for _, end in spans:
        last = bisect_left(tokens.starts, window.start + end, first)
        runs.append(tokens.norms[first:last])
        first = last
    units = list(map(content.shared, runs))
    roots = list(map(content.roots, runs))
    best: tuple[int, float, float] = (0, -2.0, 0.0)
    chosen: tuple[int, int] | None = None
    for first in range(len(spans)):
        for last in (first, first + 1):
            if last >= len(spans):
                continue
            shared, held = units[first], roots[first]
            if last > first:
                shared, held = shared | units[last], held | roots[last]
                if content.unspaced:  # two characters on either side of the border may be a unit
                    shared |= content.shared((*runs[first][-1:], *runs[last][:1]))
            if len(shared) < best[0]:
                continue
            weight = content.weight(held)
            key = (len(shared), -float(last - first), round(weight, 6))
            if weight > 0 and key > best:
                best, chosen = key, (first, last)
    if chosen is None:
        return None
    first, last = chosen
    norms = [norm for run in runs[first : last + 1] for norm in run]
    units_held = units[first] if last == first else content.shared(norms)
    return NearSentences(
        window,
        spans[first][0] + window.start,
        spans[last][1] + window.start,
        len(units_held) / max(1, len(content.units)),
        content.weight(roots[first] | roots[last]),
        max(map(len, units[first : last + 1])) + content.pairs(norms),
        2 * len(units_held) / max(1, len(content.units) + len(content.of(norms))),
    )


def _pairs(norms: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((a, b) for a, b in pairwise(norms) if not (is_unspaced(a) or is_unspaced(b)))
