"""The value of a number, however it is written.

Fourteen is 14, 250,000 is 250000, 三百二十万 is 320万: the comparison of a quote with its source
must know, and must never call two different numbers one. So whatever can be read in two ways has
no value, ordinals are kept apart from cardinals, and decades (1990s, nineties) are no numbers.

`number_digits` reads figures, `number_words` words in languages with spaces, `number_characters`
Chinese. Each offers "the longest number that begins here"; this module is the door to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache

from verifier.forms.number_characters import character_runs, read_characters
from verifier.forms.number_digits import Reading
from verifier.forms.number_words import beginnings, read_words
from verifier.forms.wordlists import phrases, primary, words

Run = tuple[int, int, Fraction, bool]
"""First token, the token after the last, value, whether it is an ordinal."""


def read_number(
    norms: Sequence[str], at: int, language: str, *, any_group: bool = False
) -> Reading | None:
    """The longest number that begins at a token.

    Args:
        norms: level 2 tokens.
        at: position to read at, below ``len(norms)``.
        language: a language tag; without lists only digits are read.
        any_group: join every following group of three digits ("12 345"); see `read_figure`.

    Returns:
        Where it ends, its value, whether it is an ordinal; None when no number begins there or it
        can be read in two ways.
    """
    if norms[at] == "-" and at + 1 < len(norms):
        found = read_number(norms, at + 1, language, any_group=any_group)
        if found is None or found.ordinal or not norms[at + 1][:1].isdecimal():
            return None
        return found._replace(value=-found.value)
    if primary(language) == "zh":
        return read_characters(norms, at, any_group=any_group)
    if not _may_begin(norms[at], primary(language)):
        return None
    return read_words(norms, at, language, any_group=any_group)


@lru_cache(maxsize=65_536)
def _may_begin(norm: str, language: str) -> bool:
    """Whether any number may begin with a token: next to no word does, and all are asked."""
    listed, joined = beginnings(language)
    # a first sign beyond ASCII may be a fraction
    figure = norm[:1].isdecimal() or not norm[:1].isascii()
    return figure or norm in listed or bool(joined and joined in norm)


def whole_number(norms: Sequence[str], language: str) -> Reading | None:
    """The number that a whole run of tokens is.

    Args:
        norms: level 2 tokens ("1", "billion").
        language: a language tag.

    Returns:
        Its value and whether it is an ordinal; None when the run is no number, more than one, a
        decade, or can be read in two ways, and for an empty run.
    """
    if not norms:
        return None
    found = read_number(norms, 0, language, any_group=True)
    return found if found is not None and found.end == len(norms) else None


@cache
def _percent_signs(language: str) -> tuple[tuple[tuple[str, ...], ...], frozenset[str]]:
    """The ways to write per cent, and the words they begin with."""
    signs = tuple(phrases(language, "percent", "words"))
    return signs, frozenset(sign[0] for sign in signs)


def number_runs(norms: Sequence[str], language: str) -> list[Run]:
    """The numbers in a list of tokens, each as long as it can be.

    "one" is reported wherever it stands: whether it is a pronoun is for the caller to say.

    Args:
        norms: level 2 tokens.
        language: a language tag.

    Returns:
        ``(first, last, value, ordinal)`` in order, ``last`` being the token after the run; empty
        when there are none.
    """
    if primary(language) == "zh":
        return character_runs(norms)
    runs: list[Run] = []
    units_of_time = words(language, "numbers", "ambiguous_after_tens")
    tag, taken = primary(language), 0
    signs, heads = _percent_signs(tag)
    for at, norm in enumerate(norms):
        if at < taken or not (norm == "-" or norm in heads or _may_begin(norm, tag)):
            continue
        # "por ciento", "pour cent": a hundred is in the words, but it is not meant.
        if norm in heads:
            sign = next((p for p in signs if tuple(norms[at : at + len(p)]) == p), None)
            if sign:
                taken = at + len(sign)
                continue
        found = read_number(norms, at, language)
        counted = at > 0 and (norms[at - 1] == "per" or bool(runs and runs[-1][1] == at))
        if found is None or (norm in units_of_time and counted):
            continue
        runs.append((at, found.end, found.value, found.ordinal))
        taken = found.end
    return runs
