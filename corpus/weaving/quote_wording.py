"""Quotations and passages side by side: long ones, what they share, who is named around them.

Problem: looking for the passage that a quotation rewords, and for the pages that may reword a new
passage, has to measure the same way. Method: functions on texts; only how rare a word is comes from
an index.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from corpus.indexing.index import PassageIndex
from corpus.linking.monolingual import word_forms
from corpus.models import Speaker
from corpus.text.quotations import quotations
from corpus.text.sentences import sentence_spans
from corpus.text.tokens import counted_words, is_unspaced, terms

FEWEST_WORDS = 9
"""Words of a quotation from which its wording tells whose sentence it rewords."""
MOST_WORDS = 150
LIKE = 0.45
"""Cosine from which a sentence of a person the page names is the one that was reworded."""
SHARED = 4
"""Forms that are not everywhere and stand in both."""
COMMON = 0.3
"""Share of rarity below which a form is everywhere."""
_MOST_QUOTATIONS = 80
_SENTENCES = 3
_RUN = 5
_WHOLE = 0.9
_NAME_PART = re.compile(r"[^\W\d_]{3,}")


def long_quotations(text: str) -> list[tuple[int, int]]:
    """Outermost quotations of a length that tells; the words without the marks."""
    found: list[tuple[int, int]] = []
    reach = 0
    for each in quotations(text):
        if each.opens < reach:
            continue
        reach = each.closes
        start, end = each.opens + 1, each.closes
        if FEWEST_WORDS <= counted_words(terms(text[start:end])) <= MOST_WORDS:
            found.append((start, end))
    return found[:_MOST_QUOTATIONS]


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """One, two or three neighbouring sentences, at every place where they begin."""
    spans = sentence_spans(text)
    for first in range(len(spans)):
        for last in range(first, min(first + _SENTENCES, len(spans))):
            yield spans[first][0], spans[last][1]


def rarity_of(index: PassageIndex, quoted: str) -> dict[str, float]:
    """How rare each form of a quotation is, 0 to 1; unspaced pairs count alike."""
    words = list(dict.fromkeys(terms(quoted)))
    many = max(2, index.state().passages)
    held = dict(zip(words, index.document_frequency(words), strict=True))
    found: dict[str, float] = {}
    for word, times in held.items():
        for form in () if is_unspaced(word) else word_forms(word):
            rare = math.log((many + 1) / (times + 1)) / math.log(many + 1)
            found[form] = min(found.get(form, 1.0), max(rare, 0.02))
    return found


def weight_of(form: str, rarity: Mapping[str, float]) -> float:
    """How much a form counts: its rarity, or what a form of another text counts."""
    return rarity.get(form, 1.0 if is_unspaced(form[0]) else 0.8)


def own_words(text: str) -> str:
    """A passage without what it quotes: a quotation of a quotation proves no wording.

    One that stands in marks as a whole is taken as it is.
    """
    kept, at = "", 0
    for each in quotations(text):
        if each.opens >= at and each.closes - each.opens < _WHOLE * len(text):
            kept += text[at : each.opens] + " "
            at = each.closes + 1
    return kept + text[at:]


def likeness(one: str, other: str, rarity: Mapping[str, float]) -> tuple[float, int]:
    """Cosine of two stretches by their rare forms, and how many of those they share."""
    a, b = Counter(word_forms(one)), Counter(word_forms(other))

    def weight(form: str) -> float:
        return weight_of(form, rarity)

    product = sum(a[f] * b[f] * weight(f) ** 2 for f in a if f in b)
    if not product:
        return 0.0, 0
    size = math.sqrt(
        sum((n * weight(f)) ** 2 for f, n in a.items())
        * sum((n * weight(f)) ** 2 for f, n in b.items())
    )
    return product / size, sum(1 for f in a if f in b and weight(f) > COMMON)


def in_runs(one: str, other: str) -> float:
    """The share of the first text's words that stand in common runs of some length."""
    words, others = terms(one), terms(other)
    unspaced = sum(map(is_unspaced, words))
    size = 2 * _RUN if 2 * unspaced > len(words) else _RUN
    held = {tuple(others[at : at + size]) for at in range(len(others) - size + 1)}
    covered = [False] * len(words)
    for at in range(len(words) - size + 1):
        if tuple(words[at : at + size]) in held:
            covered[at : at + size] = [True] * size
    return sum(covered) / len(words) if words else 0.0


def is_named(speaker: Speaker, text: str) -> bool:
    """Whether a page names somebody outside the quotation."""
    for part in names_of(speaker):
        whole = rf"(?<!\w){re.escape(part)}(?!\w)"
        if re.search(re.escape(part) if is_unspaced(part[0]) else whole, text):
            return True
    return False


def names_of(speaker: Speaker) -> tuple[str, ...]:
    """By what a page names somebody: the last part of a Latin name, else the whole of it."""
    found: dict[str, None] = {}
    for name in (speaker.name, *speaker.aliases):
        for part in _NAME_PART.findall(name)[-1:] if name.isascii() else [name]:
            found[part] = None
    return tuple(found)
