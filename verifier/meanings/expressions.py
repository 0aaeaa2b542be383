"""The expressions of every class that stand on one side of a comparison.

A side is read once: its words, then its expressions by class. Readings that another class or the
form of a word excludes are taken out here: "May" is a month or a modal verb, never both, a modal
verb with a capital inside a sentence is a name, and "US" is no pronoun.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.meanings.differences import Side
from verifier.meanings.lexicon import Lexicon, Span, Word
from verifier.meanings.opposites import opposite_spans
from verifier.meanings.quantities import number_spans, unit_spans
from verifier.models import Risk

LISTED = (
    Risk.NEGATION,
    Risk.NUMBER,
    Risk.UNIT,
    Risk.MODAL,
    Risk.QUANTIFIER,
    Risk.CONDITION,
    Risk.PERSON,
)
"""Classes that are lists of expressions with one meaning each."""


@dataclass(frozen=True, slots=True)
class Expressions:
    """One side, its words and its expressions of each class.

    Attributes:
        side: the text.
        words: the same, read.
        spans: expressions of each class, in order.
        listed: tokens on a list; true where they may be part of a name all the same.
    """

    side: Side
    words: tuple[Word, ...]
    spans: dict[Risk, list[Span]]
    listed: dict[int, bool]

    def inside(self, first: int, last: int) -> list[Word]:
        """The words of tokens ``[first, last)``."""
        words = self.words
        begin = bisect_left(words, first, key=_token)
        return list(words[begin : bisect_left(words, last, begin, key=_token)])


def _token(word: Word) -> int:
    return word.token


def read_side(side: Side, entries: Lexicon) -> Expressions:
    """Read one side of a comparison.

    Args:
        side: the text.
        entries: the lists of its language.

    Returns:
        Its words and expressions; empty lists for classes the language has no list of.
    """
    parted = [side.border_before(at) for at in range(len(side.norms))]
    words = tuple(entries.read(side.norms, parted))
    spans = {code: entries.spans(code, words) for code in (*LISTED, Risk.TENSE)}
    spans[Risk.ANTONYM] = opposite_spans(entries.language, words)
    spans[Risk.NUMBER] = number_spans(side, words, entries)
    spans[Risk.UNIT] = unit_spans(spans[Risk.UNIT], spans[Risk.NUMBER])
    months = {t for s in spans[Risk.NUMBER] for t in range(s.first, s.last)}
    spans[Risk.MODAL] = [
        s
        for s in spans[Risk.MODAL]
        if s.first not in months
        and (s.part or not side.cased or side.opens(s.first) or not _capital(side, s.first))
    ]
    spans[Risk.PERSON] = [
        s
        for s in spans[Risk.PERSON]
        if not (side.cased and len(side.surfaces[s.first]) > 1 and side.surfaces[s.first].isupper())
    ]
    listed = {
        t: code is Risk.ANTONYM
        for code in (Risk.ANTONYM, *LISTED)
        for s in spans[code]
        for t in range(s.first, s.last)
    }
    return Expressions(side, words, spans, listed)


def _capital(side: Side, at: int) -> bool:
    return side.surfaces[at][0].isupper()


def quoted(side: Side, spans: Sequence[Span]) -> str:
    """The stored words of spans; a gap between them is shown."""
    runs: list[list[int]] = []
    for span in sorted(spans, key=lambda s: s.first):
        if runs and span.first <= runs[-1][1]:
            runs[-1][1] = max(runs[-1][1], span.last)
        else:
            runs.append([span.first, span.last])
    return " \u2026 ".join(side.text(first, last) for first, last in runs)
