"""What is looked at in a sentence before it is compared across a language border.

Problem: every sentence is compared with many, and alone as well as with its neighbour.

Method: read each sentence once into its length, its language-neutral marks and its lexical terms;
two neighbours are joined from what is known of both. Lengths are compared by the usual ratio of
the two languages, pulled a little towards that of the texts at hand.

Rejected: the ratio of the texts alone (an excerpt beside the whole would be out of all proportion).

Source: Gale and Church 1993.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.linking.bilingual import Lexicon, letters, lexical_terms
from corpus.linking.bilingual_anchors import latin_words, names_in_han, names_in_latin, numbers

UNSPACED = ("zh", "ja")
_HAN_RATIO = 3.2
"""Letters of an alphabet for one Chinese character, when no lexicon has measured it."""
_PULL, _FARTHEST = 0.5, 0.2


@dataclass(frozen=True, slots=True)
class Side:
    """What is looked at in a sentence, or in two neighbours.

    Attributes:
        length: letters, white space aside.
        marks: numbers, Latin words and names, as values that do not depend on the language.
        words: lexical terms.
        volume: how many of them there are, with repetitions.
    """

    length: int
    marks: tuple[frozenset[str], ...]
    words: frozenset[str]
    volume: int


def side_of(text: str, language: str) -> Side:
    """Read one sentence in the language with this tag."""
    han = language[:2] == "zh"
    found = lexical_terms(text)
    return Side(
        letters(text),
        (
            frozenset(numbers(text, language)),
            frozenset(latin_words(text)),
            frozenset(names_in_han(text) if han else names_in_latin(text)),
        ),
        frozenset(found),
        len(found),
    )


def joined(one: Side, other: Side) -> Side:
    """Two neighbouring sentences as one."""
    return Side(
        one.length + other.length,
        tuple(x | y for x, y in zip(one.marks, other.marks, strict=True)),
        one.words | other.words,
        one.volume + other.volume,
    )


def spread(sides: Sequence[Side]) -> float:
    """Standard deviation of the log lengths of some sentences; 0 for none."""
    logs = [math.log(side.length + 2) for side in sides]
    mean = sum(logs) / len(logs) if logs else 0.0
    return math.sqrt(sum((x - mean) ** 2 for x in logs) / len(logs)) if logs else 0.0


def log_ratio(
    a: Sequence[Side],
    b: Sequence[Side],
    language_a: str,
    language_b: str,
    lexicon: Lexicon | None,
) -> float:
    """The usual log ratio of lengths; these texts may lack parts, so they only pull at it."""
    if lexicon:
        usual = math.log(lexicon.ratio)
    else:
        unspaced = [language[:2] in UNSPACED for language in (language_a, language_b)]
        usual = (unspaced[0] - unspaced[1]) * math.log(_HAN_RATIO)
    here = math.log((sum(s.length for s in b) + 2) / (sum(s.length for s in a) + 2))
    return usual + max(-_FARTHEST, min(_FARTHEST, _PULL * (here - usual)))
