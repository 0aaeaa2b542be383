"""What is asked: quotes cut from a corpus and spoilt by a known amount.

A changed word is replaced by one drawn from the running words of the corpus, so that common words
replace and are replaced as often as they are written. Each claim remembers the passage it was cut
from; `rightness` says whether an answer is that place or one as good.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.corpora import Turn

_HAN = re.compile("[\u4e00-\u9fff]")
_COMMON = 120
"""The words that open this many places of the frequency list are what "common only" is made of."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A quote and where it was cut from.

    Attributes:
        kind: class of the claim, a row of the table.
        quote: what is asked.
        origin: the text it was cut from; None for an absent one.
        changed: share of words that were replaced.
        chinese: whether it is in Chinese.
    """

    kind: str
    quote: str
    origin: str | None
    changed: float = 0.0
    chinese: bool = False


def make(turns: Sequence[Turn], absent: Sequence[Turn], many: int, seed: int) -> list[Claim]:
    """Claims of every kind.

    Args:
        turns: a part of the corpus to cut from.
        absent: turns that are not in the corpus.
        many: claims a kind.
        seed: the same seed gives the same claims.
    """
    rng = random.Random(seed)
    english = [t.text for t in turns if not _HAN.search(t.text)]
    chinese = [t.text for t in turns if _HAN.search(t.text)]
    running = [w for text in english for w in text.split()]
    characters = [c for text in chinese for c in text if _HAN.match(c)]
    common = _common(running)
    out: list[Claim] = []
    long = [text for text in english if len(text.split()) >= 45]
    for name, share in (("verbatim", 0.0), ("10 %", 0.1), ("30 %", 0.3), ("50 %", 0.5)):
        for text in rng.choices(long, k=many):
            quote = _cut(rng, text.split(), rng.randint(10, 40))
            out.append(Claim(name, _spoilt(rng, quote, share, running), text, share))
    for text in rng.choices([t for t in english if len(t.split()) >= 12], k=many):
        quote = _cut(rng, text.split(), rng.randint(5, 7))
        out.append(Claim("5-7 words", " ".join(quote), text))
    for text, quote in _of_common(rng, english, common, many):
        out.append(Claim("common only", " ".join(quote), text))
    for turn in rng.choices([t for t in absent if len(t.text.split()) >= 45], k=many):
        quote = turn.text.split()[: rng.randint(10, 40)]
        out.append(Claim("absent", _spoilt(rng, quote, 0.9, running), None, 0.9))
    longest = [text for text in english if len(text.split()) >= 500]
    for text in rng.choices(longest, k=many) if longest else ():
        quote = _cut(rng, text.split(), 500)
        out.append(Claim("500 words", _spoilt(rng, quote, 0.05, running), text, 0.05))
    for name, share in (("zh verbatim", 0.0), ("zh 10 %", 0.1), ("zh 30 %", 0.3)):
        for text in rng.choices(chinese, k=many) if chinese else ():
            cut = _cut(rng, list(text), min(len(text), rng.randint(20, 60)))
            if sum(1 for c in cut if _HAN.match(c)) < 10:
                continue
            spoilt = [
                rng.choice(characters) if _HAN.match(c) and rng.random() < share else c for c in cut
            ]
            out.append(Claim(name, "".join(spoilt), text, share, chinese=True))
    return out


def worst(turns: Sequence[Turn]) -> list[Claim]:
    """Questions that cost most: common words alone, a thousand words, a phrase of everybody's."""
    running = [w for t in turns if not _HAN.search(t.text) for w in t.text.split()]
    common = sorted(_common(running))
    rng = random.Random(3)
    return [
        Claim("40 stop words", " ".join(rng.choices(common, k=40)), None),
        Claim("1,000 running words", " ".join(running[5000:6000]), None),
        Claim("1,000 stop words", " ".join(rng.choices(common, k=1000)), None),
        Claim("equal places", "Thank you, Mr. Chief Justice.", None),
        Claim("of the", "of the of the of the", None),
    ]


def _cut(rng: random.Random, words: list[str], length: int) -> list[str]:
    start = rng.randint(0, max(0, len(words) - length))
    return words[start : start + length]


def _spoilt(rng: random.Random, words: list[str], share: float, running: Sequence[str]) -> str:
    """Exactly the share of the words replaced."""
    changed = list(words)
    for at in rng.sample(range(len(changed)), round(share * len(changed))):
        changed[at] = rng.choice(running)
    return " ".join(changed)


def _common(running: Sequence[str]) -> frozenset[str]:
    counts: dict[str, int] = {}
    for word in running:
        if word.isalpha() and word.islower():
            counts[word] = counts.get(word, 0) + 1
    return frozenset(sorted(counts, key=lambda w: -counts[w])[:_COMMON])


def _of_common(
    rng: random.Random, texts: Sequence[str], common: frozenset[str], many: int
) -> list[tuple[str, list[str]]]:
    """Stretches of 7 to 12 words that are all common."""
    found: list[tuple[str, list[str]]] = []
    order = list(texts)
    rng.shuffle(order)
    for text in order:
        words = text.split()
        run = 0
        for at, word in enumerate(words):
            run = run + 1 if word in common else 0
            if run == 9:
                found.append((text, words[at - 8 : at + 1]))
                break
        if len(found) == many:
            break
    return found
