"""A lexicon learned from parallel text, one small enough to read.

Problem: sentences of two languages share hardly a word, a bundled dictionary would be large and
never the right one, and a corpus that holds translations holds parallel text already.

Method: count in how many sentence pairs two terms stand together; keep the pairs that stand
together more often than chance allows (the log-likelihood ratio test); let expectation maximisation
decide which of them explain each other and which only keep company. For every term the lexicon
notes how often its partners are found where they should be, and how often they stand anywhere, so
that a hit and a miss both have a likelihood. Chinese and Japanese are read as characters and pairs
of characters, other scripts as words cut to their first letters.

Rejected: a word segmenter (a dictionary of a hundred megabytes for a step that pairs of characters
do); full alignment models (order and fertility gain little at sentence level); raw co-occurrence
(the company a word keeps is taken for its translation); sentence embeddings (a model).

Source: Dunning 1993 (log-likelihood ratio); Brown et al. 1993 (model 1); Moore 2002 (bilingual
sentence alignment by length and model 1).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.text.han import simplified
from corpus.text.tokens import is_unspaced, tokens

_CUT = 6
_SURE = 10.83
"""Log-likelihood ratio above which two terms hardly keep company by chance (one in a thousand)."""
_TOGETHER = 2
_ROUNDS = 4
_NOBODY = 0.1
"""What a term that explains nothing competes with in expectation maximisation."""
_SHARE = 0.06
_PARTNERS = 8
_HOLDS = 0.7
"""Share of the hits that hold on text the lexicon was not learned from, by leaving texts out."""
_HEADER = "bilingual lexicon 1"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one term.

    Attributes:
        partners: terms of the other language that say it, likeliest first.
        found: share of sentence pairs with this term in which a partner stands too, smoothed.
        chance: how many of the other language's terms are one of the partners, 0 to 1.
    """

    partners: tuple[str, ...]
    found: float
    chance: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms of two languages that say each other.

    Attributes:
        language_a: tag of the one language.
        language_b: tag of the other.
        ratio: letters of the second language for one of the first.
        a: entries of the first language's terms.
        b: entries of the second language's terms.
    """

    language_a: str
    language_b: str
    ratio: float
    a: Mapping[str, Entry]
    b: Mapping[str, Entry]

    def flipped(self) -> Lexicon:
        """The same lexicon with the languages in the other order."""
        return Lexicon(self.language_b, self.language_a, 1 / self.ratio, self.b, self.a)

    def to_text(self) -> str:
        """Write the lexicon as lines of plain text, in one order for one content."""
        head = (_HEADER, self.language_a, self.language_b, f"{self.ratio:.4f}")
        lines = ["\t".join(head)]
        for side, entries in (("a", self.a), ("b", self.b)):
            for term, entry in sorted(entries.items()):
                numbers = (f"{entry.found:.4f}", f"{entry.chance:.6f}")
                lines.append("\t".join((side, term, *numbers, " ".join(entry.partners))))
        return "\n".join(lines) + "\n"

    @classmethod
    def from_text(cls, text: str) -> Lexicon:
        """Read what `to_text` wrote.

        Raises:
            ValueError: the text is not a lexicon.
        """
        lines = text.splitlines()
        head = lines[0].split("\t") if lines else []
        if len(head) != 4 or head[0] != _HEADER:
            raise ValueError("not a bilingual lexicon")
        sides: dict[str, dict[str, Entry]] = {"a": {}, "b": {}}
        for number, line in enumerate(lines[1:], 2):
            cells = line.split("\t")
            if len(cells) != 5 or cells[0] not in sides:
                raise ValueError(f"line {number} is not an entry of a lexicon")
            side, term, found, chance, partners = cells
            sides[side][term] = Entry(tuple(partners.split()), float(found), float(chance))
        return cls(head[1], head[2], float(head[3]), sides["a"], sides["b"])


def lexical_terms(text: str) -> list[str]:
    """What a text is looked up by: words cut short; characters and pairs where none are spaced.

    Args:
        text: any text; traditional characters count as simplified ones.

    Returns:
        In text order, with repetitions; numbers and signs are left out.
    """
    out: list[str] = []
    before, border = "", -1
    found = tokens(simplified(text))
    for norm, start, end in zip(found.norms, found.starts, found.ends, strict=True):
        if is_unspaced(norm):
            out.append(norm)
            if before and start == border:
                out.append(before + norm)
            before, border = norm, end
            continue
        before = ""
        if norm[0].isalpha():
            out.append(norm.removesuffix("'s")[:_CUT])
    return out


def letters(text: str) -> int:
    """How long a text is, white space aside."""
    return sum(1 for char in text if not char.isspace())


def learn_lexicon(pairs: Iterable[tuple[str, str]], language_a: str, language_b: str) -> Lexicon:
    """Learn a lexicon from sentences and their translations.

    Args:
        pairs: a sentence (or a few) and the same in the other language.
        language_a: tag of the first one's language.
        language_b: tag of the second one's.

    Returns:
        The lexicon; without entries when there are too few pairs to tell chance from translation.
        The same pairs in the same order give the same lexicon.

    Cost: time grows with the product of the lengths of each pair, about a millisecond a pair.
    """
    texts = list(pairs)
    bags = [(lexical_terms(a), lexical_terms(b)) for a, b in texts]
    sides = [(list(dict.fromkeys(a)), list(dict.fromkeys(b))) for a, b in bags]
    kept = _significant(sides)
    shares = _shares(sides, kept)
    turned_kept: dict[str, set[str]] = defaultdict(set)
    for a, partners in shares.items():
        for b in partners:
            turned_kept[b].add(a)
    back = _shares([(b, a) for a, b in sides], turned_kept)
    joint: dict[str, dict[str, float]] = defaultdict(dict)
    for a, partners in shares.items():
        for b, share in partners.items():
            strength = max(share, back.get(b, {}).get(a, 0.0))
            if strength >= _SHARE:
                joint[a][b] = strength
    turned: dict[str, dict[str, float]] = defaultdict(dict)
    for a, partners in joint.items():
        for b, strength in partners.items():
            turned[b][a] = strength
    long_a, long_b = sum(letters(a) for a, _ in texts), sum(letters(b) for _, b in texts)
    return Lexicon(
        language_a,
        language_b,
        long_b / long_a if long_a and long_b else 1.0,
        _entries(joint, sides, [b for _, b in bags]),
        _entries(turned, [(b, a) for a, b in sides], [a for a, _ in bags]),
    )


Sides = Sequence[tuple[Sequence[str], Sequence[str]]]


def _significant(sides: Sides) -> dict[str, set[str]]:
    """Pairs of terms that stand together more often than chance allows."""
    with_a = Counter(term for a, _ in sides for term in a)
    with_b = Counter(term for _, b in sides for term in b)
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for a, b in sides:
        common = [term for term in b if with_b[term] >= _TOGETHER]
        for term in a:
            if with_a[term] >= _TOGETHER:
                together[term].update(common)
    kept: dict[str, set[str]] = {}
    for a, counts in together.items():
        sure = {
            b
            for b, n in counts.items()
            if n >= _TOGETHER
            and n * len(sides) > with_a[a] * with_b[b]
            and _likelihood_ratio(n, with_a[a], with_b[b], len(sides)) > _SURE
        }
        if sure:
            kept[a] = sure
    return kept


def _likelihood_ratio(both: int, one: int, other: int, total: int) -> float:
    """Dunning's test of independence for a table of two by two."""
    cells = (both, one - both, other - both, total - one - other + both)
    margins = (one * other, one * (total - other), (total - one) * other)
    expected = (*margins, (total - one) * (total - other))
    return 2 * sum(n * math.log(n * total / e) for n, e in zip(cells, expected, strict=True) if n)


def _shares(sides: Sides, kept: Mapping[str, set[str]]) -> dict[str, dict[str, float]]:
    """Model 1 on the kept pairs: how much of each term's company every partner explains."""
    shares = {a: dict.fromkeys(sorted(partners), 1.0) for a, partners in kept.items()}
    for _ in range(_ROUNDS):
        counts: dict[str, dict[str, float]] = {a: dict.fromkeys(p, 0.0) for a, p in shares.items()}
        for terms_a, terms_b in sides:
            known = [a for a in terms_a if a in shares]
            present = set(terms_b)
            claims: dict[str, list[tuple[str, float]]] = defaultdict(list)
            for a in known:
                for b, share in shares[a].items():
                    if b in present:
                        claims[b].append((a, share))
            for b, claimants in claims.items():
                total = _NOBODY + sum(share for _, share in claimants)
                for a, share in claimants:
                    counts[a][b] += share / total
        for a, explained in counts.items():
            total = sum(explained.values())
            shares[a] = {b: n / total for b, n in explained.items() if n > 0.01 * total}
    return shares


def _entries(
    joint: Mapping[str, Mapping[str, float]], sides: Sides, other: Sequence[Sequence[str]]
) -> dict[str, Entry]:
    """The partners of every term, and how telling a hit and a miss are."""
    frequency = Counter(term for line in other for term in line)
    total = max(1, sum(frequency.values()))
    best = {
        a: tuple(sorted(partners, key=lambda b: (-partners[b], b))[:_PARTNERS])
        for a, partners in joint.items()
    }
    used: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for terms_a, terms_b in sides:
        present = set(terms_b)
        for a in terms_a:
            if a in best:
                used[a] += 1
                found[a] += any(b in present for b in best[a])
    return {
        a: Entry(
            partners,
            (_HOLDS * found[a] + 0.5) / (used[a] + 2),
            sum(frequency[b] for b in partners) / total,
        )
        for a, partners in best.items()
    }
