"""How alike two sentences of one language are, and how much of two texts is the same word for word.

Problem: a back-translation keeps the order and the rare words of its original and changes the rest;
page furniture, summaries and other works about the same subject must stay without a link.

Method: the cosine of the sentences' words, weighted by how rare each is in the two texts, with
words cut to their first letters so that forms of one word meet, and pairs of characters for scripts
without spaces. The cosine becomes log odds by a straight line whose slope grows with the weight of
the lighter sentence: two words in common mean little between short sentences.

Rejected: Snowball stems (the language must be known, and five letters do as well here); edit
distance (a rewording moves clauses); word embeddings (a model).

Source: Salton and Buckley 1988 (weights and cosine); McNamee and Mayfield 2004 (words cut to n
letters); `TRANSLATION.md` of the project's specification (runs of six words).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus.linking.chain import Stretch, heaviest_chain
from corpus.linking.lattice import Costs, SentenceLink, align
from corpus.text.han import simplified
from corpus.text.tokens import counted_words, is_unspaced, terms

COSTS = Costs(begin=-2.0, sentence=-0.1)
RUN_WORDS = 6
_CUT = 5
_EVEN = 0.24
"""Cosine at which a link is as likely as not: unrelated sentences on one subject stay below."""
_SLOPE = 16.0
_FULL_WEIGHT = 5
"""Words from which a sentence has its full say."""
_MOST, _LEAST = 9.0, -5.0
_STRIKING = 0.4
_PAIRS = 20_000
"""Sentence pairs that one word may join: in long texts, commoner words are left out altogether."""
_PRIORS = {(1, 1): 0.0, (1, 2): -1.0, (2, 1): -1.0, (2, 2): -2.0}


def word_forms(text: str) -> list[str]:
    """What a text is compared by: words cut short, and pairs of unspaced characters.

    Args:
        text: any text.

    Returns:
        In text order; a lone unspaced character stands for itself; signs are left out.
    """
    norms = terms(simplified(text))
    if text.isascii():
        return [form for norm in norms if (form := _form(norm))]
    out: list[str] = []
    before = ""
    for norm in norms:
        if is_unspaced(norm):
            if before:
                out.append(before + norm)
            before = norm
            continue
        before = ""
        if form := _form(norm):
            out.append(form)
    return out or ([before] if before else [])


@lru_cache(maxsize=65_536)
def _form(norm: str) -> str:
    """A spaced word cut short; empty for a sign."""
    if not norm[0].isalnum():
        return ""
    return norm if norm[0].isdigit() else norm.removesuffix("'s")[:_CUT]


class Likeness:
    """Cosines between the sentences of two texts, and between neighbours taken together."""

    def __init__(self, a: Sequence[str], b: Sequence[str]) -> None:
        """Weigh the words of two texts.

        Args:
            a: sentences of one text.
            b: sentences of the other.

        Cost: grows with the pairs of sentences that share a word which is not common.
        """
        counts_a = [Counter(word_forms(s)) for s in a]
        counts_b = [Counter(word_forms(s)) for s in b]
        found = Counter(form for counts in (*counts_a, *counts_b) for form in counts)
        total = len(counts_a) + len(counts_b)
        in_a = Counter(form for counts in counts_a for form in counts)
        rarity = {
            form: math.log((total + 1) / n)
            for form, n in found.items()
            if in_a[form] * (n - in_a[form]) <= _PAIRS
        }
        self._a = [_weighted(c, rarity) for c in counts_a]
        self._b = [_weighted(c, rarity) for c in counts_b]
        self._words_a = [sum(c.values()) for c in counts_a]
        self._words_b = [sum(c.values()) for c in counts_b]
        self._square_a = [_dot(v, v) for v in self._a]
        self._square_b = [_dot(v, v) for v in self._b]
        self._next_a = [_dot(v, w) for v, w in zip(self._a, self._a[1:], strict=False)]
        self._next_b = [_dot(v, w) for v, w in zip(self._b, self._b[1:], strict=False)]
        self._shared = self._products()

    def _products(self) -> list[dict[int, float]]:
        holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, vector in enumerate(self._b):
            for form, weight in vector.items():
                holders[form].append((at, weight))
        out: list[dict[int, float]] = []
        for vector in self._a:
            row: dict[int, float] = defaultdict(float)
            for form, weight in vector.items():
                for at, other in holders.get(form, ()):
                    row[at] += weight * other
            out.append(dict(row))
        return out

    def cosine(self, a: int, b: int, down: int, right: int) -> float:
        """Likeness of sentences ``[a, a + down)`` and ``[b, b + right)``, 0 to 1."""
        shared = sum(
            self._shared[row].get(column, 0.0)
            for row in range(a, a + down)
            for column in range(b, b + right)
        )
        if not shared:
            return 0.0
        square_a = sum(self._square_a[a : a + down]) + 2 * sum(self._next_a[a : a + down - 1])
        square_b = sum(self._square_b[b : b + right]) + 2 * sum(self._next_b[b : b + right - 1])
        return min(1.0, shared / math.sqrt(square_a * square_b))

    def odds(self, a: int, b: int, down: int, right: int) -> float:
        """Log odds that these sentences belong together."""
        cosine = self.cosine(a, b, down, right)
        words = min(sum(self._words_a[a : a + down]), sum(self._words_b[b : b + right]))
        say = min(1.0, (words + 1) / _FULL_WEIGHT)
        odds = say * max(_LEAST, min(_MOST, _SLOPE * (cosine - _EVEN)))
        if (down, right) == (1, 1):
            return odds
        # taking a neighbour in must tell more than either sentence alone
        return odds + _PRIORS[down, right]

    def anchors(self) -> list[Stretch]:
        """The chain of striking pairs, which bounds where links are looked for."""
        found = []
        for row, columns in enumerate(self._shared):
            square = self._square_a[row]
            for column, shared in columns.items():  # most pairs of sentences in two long texts
                if not shared:
                    continue
                cosine = min(1.0, shared / math.sqrt(square * self._square_b[column]))
                if cosine >= _STRIKING:
                    found.append(Stretch(row, row + 1, column, column + 1, cosine))
        return heaviest_chain(found)


def _weighted(counts: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    return {f: (1 + math.log(n)) * rarity[f] for f, n in counts.items() if f in rarity}


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[form] for form, weight in one.items() if form in other)


def links_within(
    a: Sequence[str], b: Sequence[str]
) -> tuple[tuple[SentenceLink, ...], list[float]]:
    """Link the sentences of two texts in one language; see
    `corpus.linking.ways_in.link_same_language`.

    Returns:
        The links, and for each the log odds that its words alone give it.
    """
    likeness = Likeness(a, b)
    links = align(len(a), len(b), likeness.odds, likeness.cosine, COSTS, likeness.anchors())
    return links, [likeness.odds(*link.place) for link in links]


def run_share(a: Sequence[str], b: Sequence[str], links: Sequence[SentenceLink]) -> float:
    """The share of linked words that stand in exact common runs of six words or more.

    Args:
        a: sentences of one text.
        b: sentences of the other.
        links: what links them.

    Returns:
        0 to 1, of the words of both sides; two unspaced characters count as a word, so that there
        a run takes twelve characters. 0 without links. Runs may go over sentence ends, within
        neighbouring links.
    """
    inside = total = 0.0
    for stretch in _neighbouring(links):
        words_a = terms(" ".join(a[stretch[0].start_a : stretch[-1].end_a]))
        words_b = terms(" ".join(b[stretch[0].start_b : stretch[-1].end_b]))
        shared = set(_windows(words_a)) & set(_windows(words_b))
        for words in (words_a, words_b):
            covered = [False] * len(words)
            for at, window in enumerate(_windows(words)):
                if window in shared:
                    covered[at : at + len(window)] = [True] * len(window)
            inside += counted_words([w for w, c in zip(words, covered, strict=True) if c])
            total += counted_words(words)
    return inside / total if total else 0.0


def _neighbouring(links: Sequence[SentenceLink]) -> list[list[SentenceLink]]:
    """Links in runs that leave nothing out between them."""
    out: list[list[SentenceLink]] = []
    for link in links:
        if out and (out[-1][-1].end_a, out[-1][-1].end_b) == (link.start_a, link.start_b):
            out[-1].append(link)
        else:
            out.append([link])
    return out


def _windows(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of the least length that counts, one for every word they begin at."""
    unspaced = sum(map(is_unspaced, words))
    size = 2 * RUN_WORDS if 2 * unspaced > len(words) else RUN_WORDS
    return [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
