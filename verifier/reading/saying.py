"""The closed word lists around quotes: who says, who asks, what is no name.

Six lists, one a language, are read as one: a Russian sentence can stand in English quotation marks,
and the language of a claim is known only after its quoted words are. Words of scripts without
spaces are looked for as parts of a stretch, all others as whole words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.text.tokens import is_unspaced

LANGUAGES = ("en", "zh", "de", "fr", "es", "ru")
"""The languages that have a list; in others an attribution is known by its shape only."""

NAME_PARTICLES = frozenset(
    {"de", "del", "der", "den", "van", "von", "al", "el", "la", "le", "bin", "ibn", "of", "the"}
    | {"da", "dos", "di", "du"}
)
"""Small words inside names and titles."""


@dataclass(frozen=True, slots=True)
class Words:
    """A closed list: whole words, and a pattern for scripts without spaces.

    Attributes:
        spaced: case-folded words.
        unspaced: finds the longest of the other words in a stretch.
    """

    spaced: frozenset[str]
    unspaced: re.Pattern[str]

    def __contains__(self, word: object) -> bool:
        return word in self.spaced

    def among(self, norms: Iterable[str], stretch: str) -> bool:
        """Whether one of the words stands in a stretch.

        Args:
            norms: the tokens of the stretch.
            stretch: its text, for scripts without spaces.
        """
        return any(n in self.spaced for n in norms) or bool(self.unspaced.search(stretch))


@dataclass(frozen=True, slots=True)
class Sayings:
    """The lists of all languages.

    Attributes:
        verbs: verbs of saying, in the forms that attributions use.
        dash_verbs: those of languages where a pair of dashes parts an attribution from the quote.
        pronouns: of the third person.
        dialogue: words of the first and second person, which make a stretch the speaker's own.
        conjunctions: words that go on with a sentence instead of interrupting it.
        turns: labels of a turn that name nobody (Q, A).
        roles: words for an office or a part in a conversation.
        not_labels: words that stand before a colon and name nobody.
        sic: what is written in brackets after an error of the source.
    """

    verbs: Words
    dash_verbs: Words
    pronouns: Words
    dialogue: Words
    conjunctions: Words
    turns: Words
    roles: Words
    not_labels: Words
    sic: frozenset[str]


def _words(entries: Iterable[str]) -> Words:
    spaced: set[str] = set()
    unspaced: set[str] = set()
    for entry in entries:
        (unspaced if is_unspaced(entry[0]) else spaced).add(entry.casefold())
    longest_first = sorted(unspaced, key=lambda w: (-len(w), w))
    pattern = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return Words(frozenset(spaced), re.compile(pattern))


@cache
def load_sayings() -> Sayings:
    """Read the lists that come with the package.

    Returns:
        The lists of all `LANGUAGES` as one; read once a process.
    """
    folder = files("verifier").joinpath("lexicons").joinpath("saying")
    lists = [
        tomllib.loads(folder.joinpath(f"{tag}.toml").read_text(encoding="utf-8"))
        for tag in LANGUAGES
    ]

    def every(field: str) -> Words:
        return _words(entry for one in lists for entry in one[field])

    return Sayings(
        verbs=every("verbs"),
        dash_verbs=_words(v for one in lists if one["dash_parts"] for v in one["verbs"]),
        pronouns=every("pronouns"),
        dialogue=_words(w for one in lists for w in one["first_person"] + one["second_person"]),
        conjunctions=every("conjunctions"),
        turns=every("turns"),
        roles=every("roles"),
        not_labels=every("not_labels"),
        sic=frozenset(entry.casefold() for one in lists for entry in one["sic"]),
    )
