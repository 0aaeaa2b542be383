"""Which of the reviewed claims are worth comparing with a quote.

Problem: a desk may keep ten thousand fact-checks and more, and every quote is held against them.

Method: words and pairs of neighbouring words, chosen as for the passages
(`corpus.indexing.query_terms`), weighed as in BM25. Claims are a line long, so the whole index is
in memory: for each term the numbers of the claims that have it, in arrays of four bytes. It is made
anew when the fact-checks have changed, and never otherwise.

Rejected: a second folder beside the passages' index (one more thing to keep in step, for lines that
fit into memory), a full-text table of the database (see `corpus.keeping.store`), comparing with
every claim (a millisecond each ten).

Source: Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from corpus.indexing.query_terms import Field, QueryPolicy, choose_terms, pairs_of, plain_letters
from corpus.text.han import simplified
from corpus.text.tokens import terms

_SATURATION, _LENGTH = 1.2, 0.75
_QUERY = QueryPolicy(words=32, pairs=24, common_share=0.03, common_from=300, enough=4)
"""Claims of one desk share their topics; a word in a twentieth of them tells little."""
_FEW = 1_000
"""Claims below which the numbers of a word are an accident."""


class ClaimIndex:
    """Finds reviewed claims by the words they share with a quote. Not changed once made."""

    def __init__(self, claims: Iterable[tuple[int, str]]) -> None:
        """Take the claims in.

        Args:
            claims: the number of each fact-check and its claim.

        Cost: about 30 microseconds a claim.
        """
        self._numbers = array("q")
        self._lengths = array("I")
        self._postings: dict[tuple[str, str], array[int]] = {}
        for at, (number, claim) in enumerate(claims):
            words = index_words(claim)
            self._numbers.append(number)
            self._lengths.append(len(words))
            held = [(Field.WORDS.value, word) for word in set(words)]
            held += [(Field.PAIRS.value, pair) for pair in set(pairs_of(words))]
            for term in held:
                self._postings.setdefault(term, array("I")).append(at)
        self._mean = max(1.0, sum(self._lengths) / max(1, len(self._lengths)))

    def __len__(self) -> int:
        return len(self._numbers)

    def rarity(self, word: str) -> float:
        """The weight of a word among the claims, above 0; an unknown one weighs most.

        Where there are few claims they tell little of words, and the weights are nearly the same.
        """
        plain = word if word.isascii() else plain_letters(simplified(word))
        held = self._frequency(Field.WORDS, plain)
        return math.log(1 + max(len(self), _FEW) / (held + 0.5))

    def candidates(self, words: Sequence[str], limit: int) -> list[int]:
        """The fact-checks whose claims share the most weight with a quote.

        Args:
            words: all words of the quote in order, as `index_words` gives them.
            limit: at most this many.

        Returns:
            Their numbers, best first, of equal ones the earlier; empty when no word is known.

        Cost: about a hundred nanoseconds a claim that has one of the chosen words.
        """
        chosen = choose_terms(words, self._frequency, len(self), _QUERY)
        weights: dict[int, float] = {}
        for field, term in chosen:
            held = self._postings[field.value, term]
            weight = self._weight(len(held))
            for at in held:
                weights[at] = weights.get(at, 0.0) + weight

        def rank(at: int) -> float:
            long = 1 - _LENGTH + _LENGTH * self._lengths[at] / self._mean
            return weights[at] * (_SATURATION + 1) / (1 + _SATURATION * long)

        best = nsmallest(limit, ((-rank(at), at) for at in weights))
        return [self._numbers[at] for _, at in best]

    def _frequency(self, field: str, term: str) -> int:
        return len(self._postings.get((str(field), term), ()))

    def _weight(self, held: int) -> float:
        return math.log(1 + (len(self) - held + 0.5) / (held + 0.5))


def index_words(text: str) -> list[str]:
    """The words of a text as the index keeps them: no diacritics, simplified Chinese."""
    return [w if w.isascii() else plain_letters(w) for w in terms(simplified(text))]
