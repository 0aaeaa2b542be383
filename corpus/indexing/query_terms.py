"""Which words and word pairs of a claim an index is asked for.

Problem: a claim may have up to a third of its words wrong, may be made of common words only, and
may be as long as a chapter; asking for every word is slow and drowns the telling ones.

Method: a passage with the whole claim has all of its pairs, so where all of them exist the passages
that have the rarest few together are asked for first: half a millisecond, and complete however
common the words are. Then count in how many passages each word and each pair of neighbours stands,
and take the rarest that exist at all. Words in very many passages cost most and tell least, so they
are taken only when little else is left. A long claim is cut into sections with an allowance each.
A claim with most of its words kept is found by its rare pairs alone, at a third of the cost: they
are a question of their own, with short sections, so that each piece of a joined quote has its part.
Every index back end chooses here, so that the same claim finds the same candidates in all of them.
Pure.

Rejected: stop-word lists (another one a language; counting finds them by itself), the rarest terms
of a long claim as a whole (one sentence of names would take all the places), BM25 (of quotes with
half of their words replaced it has 237 of 400 first at 1,000,000 turns, the plain sum of what the
shared terms weigh 318: a passage is not closer for being short or for saying a word twice).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, pairwise
from operator import add

_PAIR = "_"  # joins a pair: no token has it, no back end takes it for white space
_PAIRED = 2
_KEPT = 100_000
"""Words kept twice: some 12 MB; more than a language uses in a year of speeches."""
_LONGEST = 32
_IN_SMALL = 16
"""Words of a small corpus that may all be as frequent as a word there can be and not be common."""
_PART = 2
"""Terms that each section may ask for whatever they cost."""
_COUNTED = 4
"""Pairs of a long claim that are counted for one that is asked for."""
_FIRST_DETACHABLE = 10  # combining classes below it make another letter (virama, voicing mark)


class Field(StrEnum):
    """Where an index keeps a term."""

    WORDS = "words"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class QueryPolicy:
    """How many terms a claim asks for.

    Attributes:
        words: rarest words asked for; more finds quotes with more wrong words and costs time.
        pairs: rarest pairs asked for; quotes made of common words only live from these.
        common_share: words and pairs in more than this share of all passages are common; they are
            most of the cost and little of the weight.
        budget: words, and pairs, asked for may stand in so many passages together, as a share of
            all: a claim with many rare words need not be asked for its commoner ones.
        common_from: nothing is common that stands in at most this many passages; in a small corpus
            nothing is expensive.
        enough: with fewer rare terms than this, common words are asked for too.
        section: words of a claim that share one allowance. A longer claim is cut into sections,
            each with its own part, so that its rarest sentence does not take all the places.
        section_least: words (and pairs) that each section may ask for at least.
        together: rarest pairs that a passage with the whole claim is asked for.
        long: words of a claim that no passage holds all of: passages are weighed by the back end
            then, as the long ones hold more of such a claim by chance.
        near_words: as ``words`` when passages close to the claim are asked for.
        near_share: as ``common_share`` then.
        near_section: as ``section`` then.
        near_hits: passages asked for then.
    """

    words: int = 24
    pairs: int = 24
    common_share: float = 0.08
    budget: float = 0.1
    common_from: int = 2_000
    enough: int = 4
    section: int = 256
    section_least: int = 8
    together: int = 8
    long: int = 120
    near_words: int = 6
    near_share: float = 0.01
    near_section: int = 16
    near_hits: int = 32

    def near(self) -> QueryPolicy:
        """What to ask for when the claim is taken to stand somewhere nearly as it is: rare pairs
        from every part of it, and hardly a word. Nothing common, however little is left."""
        return replace(
            self,
            words=self.near_words,
            common_share=self.near_share,
            enough=0,
            section=self.near_section,
            section_least=self.section_least // 2,
        )


def plain_letters(word: str) -> str:
    """A word without its diacritics: a quote typed without them still finds its place.

    Marks that make another letter (the Indic virama, the Japanese voicing mark) stay.
    """
    decomposed = unicodedata.normalize("NFD", word)
    kept = "".join(c for c in decomposed if unicodedata.combining(c) < _FIRST_DETACHABLE)
    return unicodedata.normalize("NFC", kept)


def pairs_of(words: Sequence[str]) -> list[str]:
    """The pairs of neighbouring words, each as one term; empty for fewer than two words."""
    return list(map(add, [word + _PAIR for word in words[:-1]], words[1:]))


def pairs_text(words: Sequence[str]) -> str:
    """`pairs_of` as one text, parted by spaces: what an index takes in, in a third of the time."""
    if len(words) < _PAIRED:
        return ""
    return _PAIR.join([words[0], *map(_TWICE.__getitem__, words[1:-1]), words[-1]])


class _Twice(dict[str, str]):
    """Words written twice, as they stand at the end of one pair and the beginning of the next."""

    def __missing__(self, word: str) -> str:
        found = f"{word} {word}"
        if len(word) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = found
        return found


_TWICE = _Twice()


def weights(
    terms: Sequence[tuple[Field, str]], frequency: Callable[[str, str], int], passages: int
) -> list[tuple[Field, str, float | None]]:
    """What sharing each term is worth: the logarithm of how seldom a passage has it, above 0.

    Args:
        terms: fields and terms.
        frequency: in how many passages a term of a field stands.
        passages: how many passages there are.
    """
    counted = [(field, term, frequency(field, term)) for field, term in terms]
    return [
        (field, term, math.log1p((passages - min(count, passages) + 0.5) / (count + 0.5)))
        for field, term, count in counted
    ]


def whole_terms(
    words: Sequence[str], frequency: Callable[[str, str], int], policy: QueryPolicy
) -> list[tuple[Field, str]]:
    """The fields and terms that stand together in every passage that holds a claim word for word.

    Args:
        words: all words of the claim, in order, as the index keeps them.
        frequency: in how many passages a term of a field stands.
        policy: how many terms to take.

    Returns:
        The rarest pairs, none twice; empty for a single word, and where a pair stands nowhere: no
        passage holds the claim then.
    """
    pairs = _promising(words, frequency, policy, policy.together)
    counted = sorted((frequency(Field.PAIRS, pair), pair) for pair in pairs)
    if not counted or counted[0][0] == 0:
        return []
    return [(Field.PAIRS, pair) for _, pair in counted[: policy.together]]


def _promising(
    words: Sequence[str], frequency: Callable[[str, str], int], policy: QueryPolicy, wanted: int
) -> set[str]:
    """The pairs of a claim that are counted: of a long one only those with its rarer words.

    A look into the dictionary of an index costs some five microseconds, and a pair is rare where
    one of its words is.
    """
    pairs = set(pairs_of(words))
    if len(words) <= policy.long:
        return pairs
    counts = {word: frequency(Field.WORDS, word) for word in set(words)}
    rarer = sorted(pairwise(words), key=lambda pair: min(counts[word] for word in pair))
    return set(map(_PAIR.join, rarer[: _COUNTED * wanted]))


def choose_terms(
    words: Sequence[str],
    frequency: Callable[[str, str], int],
    passages: int,
    policy: QueryPolicy,
) -> list[tuple[Field, str]]:
    """The fields and terms to ask for.

    Args:
        words: all words of the claim, in order, as the index keeps them.
        frequency: in how many passages a term of a field stands.
        passages: how many passages there are.
        policy: how many terms to take.

    Returns:
        Terms that exist, none twice; empty when no word of the claim is known.

    Cost: one call of ``frequency`` a distinct word and pair.
    """
    ceiling = max(policy.common_from, int(passages * policy.common_share))
    budget = max(policy.common_from * _IN_SMALL, passages * policy.budget)
    chosen: dict[tuple[Field, str], None] = {}
    common: set[tuple[int, str]] = set()
    starts = range(0, len(words), policy.section)
    for start in starts:
        part = words[start : start + policy.section]
        # One word more for the pairs, so that the one over the border is not lost.
        beyond = words[start : start + policy.section + 1]
        for field, most in ((Field.WORDS, policy.words), (Field.PAIRS, policy.pairs)):
            share = max(most // len(starts), min(policy.section_least, most))
            words_here = field is Field.WORDS
            terms = set(part) if words_here else _promising(beyond, frequency, policy, share)
            new = [term for term in terms if (field, term) not in chosen]
            counted = sorted((frequency(field, term), term) for term in new)
            rare = [(count, term) for count, term in counted if 0 < count <= ceiling]
            costs = accumulate(count for count, _ in rare[:share])
            chosen.update(
                ((field, term), None)
                for at, (cost, (_, term)) in enumerate(zip(costs, rare, strict=False))
                if at < _PART or cost <= budget / len(starts)
            )
            if words_here:
                common.update(pair for pair in counted if pair[0] > ceiling)
    if len(chosen) < policy.enough:
        rarest = sorted(common)[: policy.words]
        chosen.update(((Field.WORDS, term), None) for _, term in rarest)
    return list(chosen)
