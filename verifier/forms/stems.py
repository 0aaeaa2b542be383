"""Which words carry content, and their stems.

A *content token* is one that is not in the language's closed list of function words; a *stem* is
what two forms of one word share. The rule for a paraphrase counts both, so they have one home.

Source: the Snowball stemmers (snowballstemmer, which takes PyStemmer's compiled ones where they are
installed: the same stems in a twenty-fifth of the time).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

import snowballstemmer

from corpus.text.han import simplified
from verifier.forms.wordlists import primary, words

_ALGORITHMS = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pt": "portuguese",
    "ru": "russian",
}
_KEPT = 131_072
"""Stems kept of one language: some 15 MB, more than a desk meets in a year."""


@cache
def _function_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    listed = frozenset(words(language, "function", "words"))
    return listed, listed | frozenset(words(language, "function", "clitics"))


@lru_cache(maxsize=131_072)
def is_function_word(norm: str, language: str) -> bool:
    """Whether a token carries grammar rather than content.

    A contraction or elision is a function word when all its parts are ("it's", "qu'il", but not
    "year's", "l'eau").

    Args:
        norm: a level 2 token.
        language: a language tag; a language without a list has no function words.

    Returns:
        True when it is on the closed list.
    """
    listed, inside = _function_words(primary(language))
    if not listed:
        return False
    if norm in listed or simplified(norm) in listed:
        return True
    return "'" in norm and all(part in inside for part in norm.split("'"))


def stem(norm: str, language: str) -> str:
    """The stem of a token.

    Args:
        norm: a level 2 token.
        language: a language tag.

    Returns:
        The Snowball stem in English, German, French, Spanish, Russian, Italian and Portuguese; the
        token itself elsewhere.
    """
    return stemmer(language)(norm)


class _Stems(dict[str, str]):
    """The stems of one language's tokens, each made when it is first met: a look into a dictionary
    costs a quarter of a cached call, and running text is asked for word by word."""

    def __init__(self, algorithm: str) -> None:
        super().__init__()
        self._algorithm = algorithm

    def __missing__(self, norm: str) -> str:
        # A stemmer keeps the word it works on in itself, so threads cannot share one.
        found = str(snowballstemmer.stemmer(self._algorithm).stemWord(norm))
        if len(self) >= _KEPT:
            self.clear()
        self[norm] = found
        return found


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer of a language, as a function of one token; the same object for one language."""
    algorithm = _ALGORITHMS.get(primary(language))
    return str if algorithm is None else _Stems(algorithm).__getitem__
