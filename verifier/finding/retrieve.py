"""Which passages are worth aligning: from the index's candidates to the few that can win.

The index ranks by words and word pairs as they stand. A claim that was reworded shares stems rather
than forms, so the candidates are ranked again by the weight of the claim's stems that stand in
them, rarer ones more, long passages held back a little, as in BM25.

Source: Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.models import Excerpt
from corpus.text.tokens import is_unspaced, terms
from verifier.finding.sketch import Sketch
from verifier.finding.word_order import split_words
from verifier.forms.stems import stemmer
from verifier.forms.variants import token_keys

_SATURATION = 2.0
_LENGTH = 0.75
"""BM25's constants, chosen on reworded sentences (half of the round trips, first place right): 2.0
and 0.75 give 97.1 %, the usual 1.2 and 0.75 give 96.5 %, forms instead of stems 95.9 %, counting
each word once regardless of length 94.8 %."""


_BEGINNING = 3
"""Bytes that forms of one word have in common, irregular ones apart."""
_IN_ORDER, _IN_STEP = 0.5, 2.0
"""What words in order and words in step add to words wherever they stand. Counted on quotes with 40
to 60 % of the words replaced at 1,000,000 turns, where the right place was among those aligned (220
of 242 first; 140 by words wherever they stand), and on reworded sentences (2,142 of 2,194 first;
2,138). Words in step count by the square of their share: a few are chance, many are not."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate passage with the weight of the claim's words in it.

    Attributes:
        passage: the candidate.
        weight: what it is ranked by.
    """

    passage: Excerpt
    weight: float


def rarity(frequencies: Sequence[int], passages: int) -> tuple[float, ...]:
    """Weight of each word by the number of passages it stands in (inverse document frequency).

    Args:
        frequencies: passages a word stands in; 0 for a word that is nowhere.
        passages: passages of the corpus.

    Returns:
        One weight, above 0, a word; the same order.
    """
    return tuple(
        math.log1p((passages - min(n, passages) + 0.5) / (n + 0.5)) + 0.05 for n in frequencies
    )


class Kindred:
    """The words of a text that may be forms of a claim's words.

    Problem: a word that was not met before costs some seven microseconds until its stem is known,
    and of the words of a candidate about a quarter begin like one of the claim (27 %, counted on
    absent and half-changed claims). Method: forms of a word have their first letters in common; the
    others are counted and no more. Lost are words that are written in quite another way (a number
    in words or digits, an abbreviation).

    Args:
        norms: level 2 tokens of the claim.
    """

    def __init__(self, norms: Sequence[str]) -> None:
        self._unspaced = any(map(is_unspaced, norms))
        self._beginnings = {norm.encode()[:_BEGINNING] for norm in norms}
        self._signs = [norm for norm in set(norms) if not norm.replace("'", "").isalnum()]

    def of(self, candidate: Sketch) -> tuple[Sequence[str], int]:
        """Level 2 tokens that may be of the claim, and how many tokens the text has, about."""
        if self._unspaced or not candidate.text:
            whole = terms(candidate.passage.text)
            return whole, len(whole)
        words, beginnings = split_words(candidate.text), self._beginnings
        kept = [word.decode() for word in words if word[:_BEGINNING] in beginnings]
        for sign in self._signs:
            kept += [sign] * candidate.text.count(sign)
        return kept, len(words)


def rank(
    norms: Sequence[str],
    keys: Sequence[str],
    weights: Sequence[float],
    candidates: Sequence[Sketch],
    language_of: Callable[[Excerpt], str],
) -> list[Ranked]:
    """Order candidates by the weight of the claim's words in them.

    Args:
        norms: level 2 tokens of the claim.
        keys: level 3 key of each.
        weights: rarity of each.
        candidates: in the order of the index.
        language_of: a passage's language; what the claim's language is taken for may be wrong in a
            short claim, and the words are compared in the source's.

    Returns:
        All candidates, heaviest first; ties keep the order of the index.
    """
    by_language: dict[str, dict[str, float]] = {}
    kindred = Kindred(norms)
    texts = [kindred.of(candidate) for candidate in candidates]
    average = max(1.0, sum(length for _, length in texts) / max(1, len(texts)))
    ranked: list[Ranked] = []
    for candidate, (have, length) in zip(candidates, texts, strict=True):
        language = language_of(candidate.passage)
        stem = stemmer(language)
        worth = by_language.get(language)
        if worth is None:
            worth = by_language[language] = _worth(keys, weights, stem)
        damped = _SATURATION * (1 - _LENGTH + _LENGTH * length / average)
        counts = Counter(map(stem, token_keys(have, language)))
        held = [(worth[root], counts[root]) for root in worth if root in counts]
        total = sum([w * many * (_SATURATION + 1) / (many + damped) for w, many in held])
        ranked.append(Ranked(candidate.passage, total))
    ranked.sort(key=lambda r: -r.weight)
    return ranked


def closeness(anywhere: float, in_order: float, in_step: float, whole: float) -> float:
    """What aligned places are ordered by when no rule of wording holds.

    Args:
        anywhere: what the candidate was ranked by.
        in_order: weight of the claim's words in its best alignment there.
        in_step: share of the claim's words that stand as far apart there as in the claim.
        whole: weight of all words of the claim.
    """
    return anywhere + _IN_ORDER * in_order + _IN_STEP * in_step**2 * whole


def _worth(
    keys: Sequence[str], weights: Sequence[float], stem: Callable[[str], str]
) -> dict[str, float]:
    """Weight of each stem of the claim: that of its rarest form."""
    worth: dict[str, float] = {}
    for key, weight in zip(keys, weights, strict=True):
        root = stem(key)
        worth[root] = max(weight, worth.get(root, 0.0))
    return worth
