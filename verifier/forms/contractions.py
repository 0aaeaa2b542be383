"""Contractions and abbreviations written out: the other ways to write the same words.

Source: the lists ``contractions``, ``endings``, ``apostrophe`` and ``abbreviations`` of a language.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from verifier.forms.spelling import pairs
from verifier.forms.wordlists import section

_MOST_READINGS = 256
"""Readings of a run with many contractions: enough for eight of them, few enough to stay quick."""


def readings(run: tuple[str, ...], language: str) -> frozenset[tuple[str, ...]]:
    """All ways to write a run without contractions.

    Args:
        run: level 2 tokens.
        language: primary language tag.

    Returns:
        Runs of tokens; the run alone when it has none, or too many to try all ways.
    """
    choices = [expansions(norm, language) for norm in run]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _MOST_READINGS:
        return frozenset({run})
    return frozenset(tuple(" ".join(way).split()) for way in product(*choices))


@lru_cache(maxsize=16_384)
def expansions(norm: str, language: str) -> tuple[str, ...]:
    """A token and what it may be short for, each as words parted by spaces."""
    norm = pairs(language, "apostrophe", "restored").get(norm, norm)
    listed = section(language, "contractions").get(norm)
    if listed:
        return (norm, *listed)
    for ending, meanings in section(language, "endings").items():
        if norm.endswith(ending) and len(norm) > len(ending):
            return (norm, *(f"{norm[: -len(ending)]} {m}" for m in meanings))
    return (norm,)


def written_out(run: tuple[str, ...], language: str) -> tuple[str, ...]:
    """A run with its abbreviations written out."""
    short = section(language, "abbreviations")
    return tuple(" ".join(str(short.get(norm, norm)) for norm in run).split())
