"""How likely it is that sentences of two languages say the same.

Problem: nothing of the wording is shared, documents lose sentences on the way, and two unrelated
articles on one subject must not be linked because their sentences are of similar length.

Method: every sign is a likelihood ratio (seen in a linked pair against seen by chance), and the
ratios are multiplied: the lengths (a normal law of their log ratio, against the spread of lengths
in these texts), each number, Latin word and name that both sides have or one lacks, and each word
of the lexicon with or without a partner on the other side. Chance is read off the two texts, so
that a name in every line tells nothing. The order of sentences comes in through the lattice.

Rejected: lengths alone (Gale and Church: right on clean parliament minutes, lost after the first
missing paragraph); translating one side first (a model, or a service that sees the texts).

Source: Gale and Church 1993 (lengths); Moore 2002 (lengths and words together).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.linking.bilingual import Entry, Lexicon
from corpus.linking.chain import Stretch, heaviest_chain
from corpus.linking.lattice import Costs, SentenceLink, align
from corpus.linking.sides import UNSPACED, Side, joined, log_ratio, side_of, spread

COSTS = Costs(begin=-2.4, sentence=-0.8)
_PRIORS = {(1, 1): 0.0, (1, 2): -2.5, (2, 1): -2.5, (2, 2): -5.0}
_KEPT = {"number": 0.8, "word": 0.8, "name": 0.8}
"""How often a sign of each kind is there on the other side of a right link."""
_MISSED = {"number": 0.7, "word": 0.5, "name": 0.0}
"""How much of a missing sign counts: numbers are kept, names are often not pinyin at all."""
_SPACED_SAY, _UNSPACED_SAY = 0.7, 0.35
"""What lexical evidence counts for: the words of a sentence depend on each other, and characters
are seen again in their pairs."""
_MOST, _LEAST = 12.0, -12.0
_RARE = 0.03
"""Share of the sentences that a striking sign may stand in."""
_SIZES = 32
"""Sizes of a sentence that are told apart, in half octaves."""
_WORTH = -4.0
"""Pairs below are not tried together with their neighbours."""


class Evidence:
    """Log odds that sentences of two texts belong together."""

    def __init__(
        self,
        a: Sequence[str],
        language_a: str,
        b: Sequence[str],
        language_b: str,
        lexicon: Lexicon | None,
    ) -> None:
        """Look at both texts once.

        Args:
            a: sentences of one text.
            language_a: its tag.
            b: sentences of the other text.
            language_b: its tag.
            lexicon: from the first language to the second, or None.
        """
        self._a = [[side_of(text, language_a) for text in a]]
        self._b = [[side_of(text, language_b) for text in b]]
        for sides in (self._a, self._b):
            sides.append([joined(x, y) for x, y in zip(sides[0], sides[0][1:], strict=False)])
        self._lexicon = lexicon
        self._say_a, self._say_b = (
            _UNSPACED_SAY if language[:2] in UNSPACED else _SPACED_SAY
            for language in (language_a, language_b)
        )
        self._ratio = log_ratio(self._a[0], self._b[0], language_a, language_b, lexicon)
        self._spread = max(0.5, math.hypot(spread(self._a[0]), spread(self._b[0])))
        one_script = (language_a[:2] in UNSPACED) == (language_b[:2] in UNSPACED)
        self._asked_a = language_a[:2] in UNSPACED
        # between two alphabets most words in Latin letters are just words
        self._tables = {
            "number": self._table(0),
            "word": {} if one_script else self._table(1),
            "name": self._table(2) if "zh" in (language_a[:2], language_b[:2]) else {},
        }
        self._entries_a: list[list[list[_Known]]] = []
        self._entries_b: list[list[list[_Known]]] = []
        self._pairs: dict[tuple[int, int, int, int], float] = {}
        if lexicon:
            rates_a = _rates(self._a[0], lexicon.a, self._b[0])
            rates_b = _rates(self._b[0], lexicon.b, self._a[0])
            self._entries_a = [_known(sides, rates_a) for sides in self._a]
            self._entries_b = [_known(sides, rates_b) for sides in self._b]

    def _table(self, kind: int) -> dict[str, float]:
        """How many sentences have each mark, of the side where it is commoner."""
        rates: dict[str, float] = {}
        for sides in (self._a[0], self._b[0]):
            counts = Counter(mark for side in sides for mark in side.marks[kind])
            for mark, n in counts.items():
                rates[mark] = max(rates.get(mark, 0.0), (n + 0.5) / (len(sides) + 2))
        return rates

    def odds(self, a: int, b: int, down: int, right: int) -> float:
        """Log odds that ``[a, a + down)`` and ``[b, b + right)`` say the same, order aside."""
        if down + right > 2:
            near = max(
                self.odds(row, column, 1, 1)
                for row in range(a, a + down)
                for column in range(b, b + right)
            )
            if near < _WORTH:
                return -math.inf
        key = (a, b, down, right)
        if key not in self._pairs:
            self._pairs[key] = self._odds(*key)
        return self._pairs[key]

    def _odds(self, a: int, b: int, down: int, right: int) -> float:
        side_a, side_b = self._a[down - 1][a], self._b[right - 1][b]
        odds = self._lengths(side_a.length, side_b.length) + self.content(a, b, down, right)
        return max(_LEAST, min(_MOST, odds)) + _PRIORS[down, right]

    def content(self, a: int, b: int, down: int, right: int) -> float:
        """Log odds from what the sentences hold, their lengths aside."""
        marks = self._marks(self._a[down - 1][a], self._b[right - 1][b])
        return marks + self._words(a, b, down, right)

    def _lengths(self, a: int, b: int) -> float:
        off = math.log((b + 2) / (a + 2)) - self._ratio
        spread = math.sqrt(0.06 + 1.5 / (min(a, b) + 2))
        return _normal(off, spread) - _normal(off, max(self._spread, 1.2 * spread))

    def _marks(self, a: Side, b: Side) -> float:
        """Log likelihood ratio of the numbers, Latin words and names of two sides."""
        odds = 0.0
        for kind, (name, table) in enumerate(self._tables.items()):
            if not table:
                continue
            kept, missed = _KEPT[name], _MISSED[name]
            in_a, in_b = a.marks[kind], b.marks[kind]
            both = in_a & in_b
            for mark in sorted(both):  # one order, so that sums are the same in every process
                odds += max(0.0, math.log(kept / table[mark]))
            if missed:
                asked = in_a ^ in_b
                if name == "word":  # those of the alphabetic side are its ordinary words
                    asked = (in_a if self._asked_a else in_b) - both
                for mark in sorted(asked):
                    odds += missed * math.log((1 - kept) / (1 - min(0.7, table[mark])))
        return odds

    def _words(self, a: int, b: int, down: int, right: int) -> float:
        if self._lexicon is None:
            return 0.0
        volume_a, volume_b = self._a[down - 1][a].volume, self._b[right - 1][b].volume
        one = _hits(self._entries_a[down - 1][a], b, right, volume_b)
        other = _hits(self._entries_b[right - 1][b], a, down, volume_a)
        return self._say_a * one + self._say_b * other

    def likeness(self, a: int, b: int, down: int, right: int) -> float:
        """The odds as a share between 0 and 1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.odds(a, b, down, right)))))

    def anchors(self) -> list[Stretch]:
        """The chain of pairs with striking marks, which bounds where links are looked for."""
        holders: dict[str, list[int]] = {}
        tables = {mark: rate for table in self._tables.values() for mark, rate in table.items()}
        for at, side in enumerate(self._b[0]):
            for mark in set().union(*side.marks):
                if tables.get(mark, 1.0) < _RARE:
                    holders.setdefault(mark, []).append(at)
        found = []
        for row, side in enumerate(self._a[0]):
            near = {at for mark in set().union(*side.marks) for at in holders.get(mark, ())}
            for term in self._entries_a[0][row] if self._lexicon else ():
                if len(term.places) <= _RARE * len(self._b[0]):
                    near.update(term.places)
            for column in sorted(near):
                odds = self.odds(row, column, 1, 1)
                if odds > 2.0:
                    found.append(Stretch(row, row + 1, column, column + 1, odds))
        return heaviest_chain(found)


@dataclass(frozen=True, slots=True)
class _Known:
    """A term with partners.

    Attributes:
        places: sentences of the other text that hold a partner.
        hit: log likelihood ratio of finding one, by size of the other sentence.
        miss: of finding none.
    """

    places: frozenset[int]
    hit: tuple[float, ...]
    miss: tuple[float, ...]


def _size(volume: int) -> int:
    return min(_SIZES - 1, round(2 * math.log2(volume + 1)))


def _rates(
    sides: Sequence[Side], entries: Mapping[str, Entry], others: Sequence[Side]
) -> dict[str, _Known]:
    """What finding or missing each term's partners says, given how common they are here."""
    holders: dict[str, set[int]] = {}
    for at, other in enumerate(others):
        for word in other.words:
            holders.setdefault(word, set()).add(at)
    out = {}
    for word in sorted(set[str]().union(*(side.words for side in sides))):
        entry = entries.get(word)
        if not entry:
            continue
        places = frozenset[int]().union(*(holders.get(p, set()) for p in entry.partners))
        anywhere = (len(places) - 0.5) / (len(others) + 1)
        hits, misses = [], []
        for size in range(_SIZES):
            by_chance = max(anywhere, 1 - math.exp(-entry.chance * 2 ** (size / 2)))
            tells = entry.found > by_chance
            hits.append(math.log(entry.found / by_chance) if tells else 0.0)
            misses.append(math.log((1 - entry.found) / (1 - by_chance)) if tells else 0.0)
        out[word] = _Known(places, tuple(hits), tuple(misses))
    return out


def _known(sides: Sequence[Side], rates: Mapping[str, _Known]) -> list[list[_Known]]:
    return [[rates[word] for word in sorted(side.words) if word in rates] for side in sides]


def _hits(known: Sequence[_Known], first: int, count: int, volume: int) -> float:
    """Log likelihood ratio of the partners found and missed in a few sentences of the other."""
    size = _size(volume)
    if count == 1:
        return sum(t.hit[size] if first in t.places else t.miss[size] for t in known)
    at = range(first, first + count)
    return sum(t.miss[size] if t.places.isdisjoint(at) else t.hit[size] for t in known)


def _normal(off: float, spread: float) -> float:
    return -math.log(spread) - 0.5 * (off / spread) ** 2


def links_across(
    a: Sequence[str], language_a: str, b: Sequence[str], language_b: str, lexicon: Lexicon | None
) -> tuple[tuple[SentenceLink, ...], list[float]]:
    """Link sentences of two languages; see `corpus.linking.ways_in.link_across_languages`.

    Returns:
        The links, and for each the log odds that what it holds gives it, its lengths aside.
    """
    evidence = Evidence(a, language_a, b, language_b, lexicon)
    anchors = evidence.anchors()
    links = align(len(a), len(b), evidence.odds, evidence.likeness, COSTS, anchors)
    return links, [evidence.content(*link.place) for link in links]
