"""What the bare text of a candidate tells, and which candidates are worth more than a glance.

Problem: cutting a passage into tokens costs as much as all the rest of the search for it, and of
two hundred candidates few can win.

Method: the beginnings of the claim's words, its neighbouring words and the letters of its runs are
looked for as plain substrings of the folded text, in C. What is not there as a substring is not
there as tokens, so no exact place is lost; the weight is a bound from above in spirit and picks the
others.

Rejected: keeping the tokens of all passages (twice the text in memory or on disk), comparing
characters (`partial_ratio` costs fifty microseconds a candidate, a substring half of one).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.models import Excerpt
from corpus.text.tokens import is_unspaced

_SATURATION, _LENGTH = 2.0, 0.75
"""As in `verifier.finding.retrieve`, where they were measured."""
_SHORTLISTED = 16
"""Passages cut into tokens beside those that could hold all words. On changed sentences the right
place was never below the tenth of the cheap order; a few more are a millisecond."""
_OF_THE_INDEX = 8
"""The index's own first ones are kept whatever the cheap order says: it knows the word pairs."""
_PROBED = 40
"""Rarest words a passage is probed for; more tell nothing and cost time on long claims."""
_SHORTEST_PROBE = 4
_ENDING = 3
"""Letters at the end of a word that its other forms may change."""
_SETTLED = 0.6
"""Share of the claim's weight at which a first candidate is clear; a reworded one stays below."""
_ODD = re.compile(
    "[\u00a8\u00aa\u00ad\u00af\u00b2-\u00b5\u00b8-\u00ba\u0132\u0133\u013f\u0140\u0149"
    "\u017f\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u036f\u0483-\u0489\u0591-\u08ff\u1100-\u11ff"
    "\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u209f"
    "\u2100-\u214f\u2460-\u24ff\u3099-\u309a\u3131-\u33ff\ufb00-\ufbff\ufe00-\uff00"
    "\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uffef]"
)
"""Characters that folding changes by more than their case: a text with one is not judged by
substrings and is cut into tokens like the best."""
_BETWEEN = re.compile(r"[\W_]+")
"""What may stand between two words; without it a run of words is a run of letters."""
_PLAINER = tuple(
    zip(
        "\u2018\u2019\u201b\uff1a\u2212\u2013\u2014\u2026\u201c\u201d\u201e\u00ab\u00bb",
        "''':--" + " " * 7,
        strict=True,
    )
)
"""Marks as what folding makes of them, and those that part words as white space."""


class Sketch(NamedTuple):
    """What the bare text of a candidate tells, before it is cut into tokens.

    Attributes:
        passage: the candidate.
        share: part of the claim's weight that may stand in it, in [0, 1]; 0 where the text cannot
            be judged.
        possible: the runs of the claim may stand in it as they are.
        text: the case-folded text; empty where the text cannot be judged.
    """

    passage: Excerpt
    share: float
    possible: bool
    text: str


def sketch(
    norms: Sequence[str],
    weights: Sequence[float],
    runs: Sequence[Sequence[str]],
    candidates: Sequence[Excerpt],
) -> list[Sketch]:
    """Look at candidates without cutting them into tokens.

    Args:
        norms: level 2 tokens of the claim.
        weights: rarity of each.
        runs: its tokens cut at marks of editing; each run stands together where all words stand.
        candidates: passages in the order of the index.

    Returns:
        One sketch a candidate, in their order.

    Cost: about 5 microseconds a candidate for a claim of 20 words.
    """
    worth = dict(zip(norms, weights, strict=True))
    rarest = sorted(worth, key=lambda n: -worth[n])
    probes = _probes(norms, worth, rarest[:_PROBED])
    unspaced = any(map(is_unspaced, norms))
    if unspaced:  # texts are then compared without what stands between words
        probes = [(_BETWEEN.sub("", probe), weight) for probe, weight in probes]
    letters = [_BETWEEN.sub("", "".join(run)) for run in runs]
    whole = sum(weight for _, weight in probes) or 1.0
    out: list[Sketch] = []
    for passage in candidates:
        text = passage.text
        if not text.isascii():
            if _ODD.search(text):
                out.append(Sketch(passage, 0.0, True, ""))
                continue
            for odd, plain in _PLAINER:  # a tenth of the time of `translate`
                text = text.replace(odd, plain)
        text = text.casefold()
        if unspaced:  # neighbours with a comma between them are neighbours
            text = _BETWEEN.sub("", text)
        held = sum([weight for probe, weight in probes if probe in text])
        possible = held >= whole * 0.999
        if possible:
            bare = _BETWEEN.sub("", text)
            possible = all(run in bare for run in letters)
        out.append(Sketch(passage, held / whole, possible, text))
    return out


def shortlist(sketches: Sequence[Sketch], alike: Sequence[int]) -> list[Sketch]:
    """The candidates that are worth cutting into tokens.

    Args:
        sketches: in the order of the index.
        alike: passage ids of those that are `worded_alike`, see `verifier.finding.word_order`.

    Returns:
        In the order of the index: its first ones, those with the greatest weight of words that may
        stand in them, and those that are worded alike.
    """
    average = max(1.0, sum([len(s.text) for s in sketches]) / max(1, len(sketches)))
    weights = [_weight(s, average) for s in sketches]
    heaviest = sorted(range(len(sketches)), key=lambda at: (-weights[at], at))
    kept = {*range(min(_OF_THE_INDEX, len(sketches))), *heaviest[:_SHORTLISTED]}
    return [s for at, s in enumerate(sketches) if at in kept or s.passage.id in alike]


def _weight(candidate: Sketch, average: float) -> float:
    """What a candidate may be ranked by, in a unit of its own: above in spirit, and most where its
    text cannot be judged."""
    if candidate.possible and not candidate.text:
        return math.inf
    length = len(candidate.text) / average
    return candidate.share / (1 + _SATURATION * (1 - _LENGTH + _LENGTH * length))


def settled(sketches: Sequence[Sketch]) -> bool:
    """Whether one candidate may hold most of the claim's weight."""
    return any(s.share >= _SETTLED for s in sketches)


def _probes(
    norms: Sequence[str], worth: Mapping[str, float], rarest: Sequence[str]
) -> list[tuple[str, float]]:
    """Strings to look for with their weights: beginnings of words, pairs of characters.

    The beginning is what all forms of a word share, more or less; one character of a script
    without spaces stands nearly everywhere, so two neighbours are looked for instead.
    """
    probes = [
        (norm[: max(_SHORTEST_PROBE, len(norm) - _ENDING)], worth[norm])
        for norm in rarest
        if not is_unspaced(norm)
    ]
    pairs = {
        first + second: worth[first] + worth[second]
        for first, second in pairwise(norms)
        if is_unspaced(first) and is_unspaced(second)
    }
    probes.extend(sorted(pairs.items(), key=lambda pair: -pair[1])[:_PROBED])
    return probes or [(norm, worth[norm]) for norm in rarest]
