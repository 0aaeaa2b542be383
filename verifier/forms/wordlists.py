"""The closed lists of level 3, one file a language, loaded once.

Every list that decides whether a difference is small stands in
``lexicons/variants/<language>.toml`` with a version, so that a reader of a report can look it up
and a change of a list is a change of a file. Words are written casefolded, as level 2 tokens;
lists of single words are one text parted by white space.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("de", "en", "es", "fr", "it", "pt", "ru", "zh")
"""Languages with a file. Italian and Portuguese have only number marks and diacritics."""


@lru_cache(maxsize=1024)
def primary(language: str) -> str:
    """The primary subtag of a language tag, lower case (``zh-Hant`` is ``zh``)."""
    return language.replace("_", "-").partition("-")[0].lower()


@cache
def section(language: str, name: str) -> dict[str, Any]:
    """One table of a language's lists.

    Args:
        language: a language tag.
        name: name of the table ("fillers").

    Returns:
        The table as the file has it; empty when the language or the table is missing.
    """
    found = _lists(primary(language)).get(name, {})
    return found if isinstance(found, dict) else {}


@cache
def words(language: str, table: str, key: str) -> tuple[str, ...]:
    """A list of single words, in the order of the file; empty when it is missing."""
    return tuple(str(section(language, table).get(key, "")).split())


@cache
def phrases(language: str, table: str, key: str) -> tuple[tuple[str, ...], ...]:
    """A list of phrases as runs of tokens, longest first; empty when it is missing.

    A phrase in a script without spaces is written without them, one token a character.
    """
    spaced = primary(language) != "zh"
    found = section(language, table).get(key, [])
    cut = [tuple(p.split()) if spaced or p.isascii() else tuple(p) for p in found]
    return tuple(sorted(cut, key=len, reverse=True))


def versions() -> dict[str, str]:
    """The version of each language's lists."""
    return {language: str(_lists(language)["version"]) for language in LANGUAGES}


@cache
def _lists(language: str) -> dict[str, Any]:
    if language not in LANGUAGES:
        return {}
    folder = files("verifier") / "lexicons" / "variants"
    return tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
