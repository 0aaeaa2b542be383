"""The closed lists of words that touch the meaning, one file a language.

Problem: whether "not" or "only" differs must be decided by a list that a reader can look up, and a
word of the list must not be found inside a longer expression in which it means something else.

Method: ``lexicons/meaning/<language>.toml`` holds, a class, groups of expressions with one meaning
and the exceptions. A text is read as words (a contraction as the words it stands for, a Chinese
character as one) and matched from left to right, the longest expression first; an exception takes
its words and gives nothing.

Rejected: regular expressions (unreadable in a second language), and a part-of-speech tagger (not
deterministic across versions, and it errs most on the short functional words that matter here).
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from corpus.text.han import simplified
from corpus.text.tokens import tokens
from verifier.models import Risk

_FOLDER = files("verifier") / "lexicons" / "meaning"
LANGUAGES = tuple(sorted(path.name.removesuffix(".toml") for path in _FOLDER.iterdir()))
"""Languages with a file of their own."""

_SHIELD = ""
_LONGEST_SPAN = 64
"""Tokens that no expression reaches over, its unit and its number included."""
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Expressions by their first word, longest first; an empty meaning shields the words."""


class Word(NamedTuple):
    """A word as it is read; a tuple, because every word of an answer becomes one.

    Attributes:
        norm: its level 2 form; in Chinese a simplified character.
        token: position of its token.
        part: whether the token is a contraction of several words.
        parted: whether a clause border stands before it.
    """

    norm: str
    token: int
    part: bool = False
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens ``[first, last)`` that are one expression of a class.

    Attributes:
        first: first token.
        last: the token after the last.
        meaning: what the group of the expression is called; equal for equal meanings.
        weak: counts only against another expression of its class.
        part: whether it is part of a contraction.
        left: tokens before it that belong to it (the number of a unit).
        right: tokens after it that belong to it.
    """

    first: int
    last: int
    meaning: str
    weak: bool = False
    part: bool = False
    left: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, ready to be matched.

    Attributes:
        language: primary language tag.
        version: of the file; empty when there is none.
        contractions: a token and the words it stands for.
        endings: an ending after which a contraction is cut, and the word it stands for.
        elisions: what stands before an apostrophe, and the word it stands for.
        classes: expressions of each class.
        weak: meanings and words of a class that count only against another of the class.
        raw: the file, for rules that need more than expressions (names, verbs, antonyms).
    """

    language: str
    version: str
    contractions: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[str, str], ...]
    elisions: Mapping[str, str]
    classes: Mapping[Risk, Phrases]
    weak: Mapping[Risk, frozenset[str]]
    raw: Mapping[str, Any]

    def read(self, norms: Sequence[str], parted: Sequence[bool]) -> list[Word]:
        """Tokens as words: contractions by their words, Chinese in simplified characters.

        Args:
            norms: level 2 tokens.
            parted: for each token, whether a clause border stands before it.

        Returns:
            The words in order, each with the position of its token.
        """
        out: list[Word] = []
        chinese = self.language == "zh"
        for at, norm in enumerate(norms):
            if chinese or (norm not in self.contractions and "'" not in norm):
                out.append(Word(simplified(norm) if chinese else norm, at, False, parted[at]))
            else:
                forms = self._forms(norm)
                out.extend(
                    Word(form, at, len(forms) > 1, parted[at] and k == 0)
                    for k, form in enumerate(forms)
                )
        return out

    def _forms(self, norm: str) -> tuple[str, ...]:
        if norm in self.contractions:
            return self.contractions[norm]
        if "'" not in norm:
            return (norm,)
        for ending, word in self.endings:
            if norm.endswith(ending) and len(norm) > len(ending):
                return (*self._forms(norm[: -len(ending)]), word)
        head, _, tail = norm.partition("'")
        if head in self.elisions:
            return (self.elisions[head], *self._forms(tail))
        if tail in ("s", "d"):
            return (head, "'" + tail)
        return (norm,)

    def spans(self, code: Risk, words: Sequence[Word]) -> list[Span]:
        """The expressions of a class, from left to right, the longest first.

        Args:
            code: the class.
            words: what `read` returned.

        Returns:
            Spans in order; empty when the class has no list in this language.

        Cost: linear in the words.
        """
        phrases = self.classes.get(code)
        if not phrases:
            return []
        weak = self.weak[code]
        return [
            Span(
                words[first].token,
                words[last - 1].token + 1,
                meaning,
                meaning in weak,
                words[first].part or words[last - 1].part,
            )
            for first, last, meaning in matches(words, phrases)
            if meaning != _SHIELD
        ]

    def shields(self, code: Risk, words: Sequence[Word]) -> list[tuple[int, int]]:
        """Token ranges of the exceptions of a class."""
        return [
            (words[first].token, words[last - 1].token + 1)
            for first, last, meaning in matches(words, self.classes.get(code, {}))
            if meaning == _SHIELD
        ]


def matches(words: Sequence[Word], phrases: Phrases) -> list[tuple[int, int, str]]:
    """Where expressions stand in a run of words: first word, the word after the last, meaning."""
    out: list[tuple[int, int, str]] = []
    taken = 0
    norms = tuple([word.norm for word in words])
    for at in [at for at, norm in enumerate(norms) if norm in phrases]:
        if at < taken:
            continue
        for phrase, meaning in phrases[norms[at]]:
            end = at + len(phrase)
            if norms[at:end] != phrase or any(word.parted for word in words[at + 1 : end]):
                continue
            out.append((at, end, meaning))
            taken = end
            break
    return out


def touching(spans: Sequence[Span], first: int, last: int) -> list[Span]:
    """Spans with a token in ``[first, last)``, or around the place when the range is empty.

    Args:
        spans: in the order of their first tokens.
        first: first token.
        last: the token after the last.
    """
    if len(spans) > _LONGEST_SPAN:
        begin = bisect_left(spans, first - _LONGEST_SPAN, key=_first)
        spans = spans[begin : bisect_left(spans, last + _LONGEST_SPAN, begin, key=_first)]
    return [s for s in spans if s.first - s.left < last and s.last + s.right > first]


def _first(span: Span) -> int:
    return span.first


def phrase_table(entries: Iterable[tuple[str, str]]) -> Phrases:
    """Expressions with their meanings, ready for `matches`."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for text, meaning in entries:
        norms = tokens(text).norms or (text,)
        found.setdefault(norms[0], {}).setdefault(norms, meaning)
    return {
        first: tuple(sorted(table.items(), key=lambda entry: -len(entry[0])))
        for first, table in found.items()
    }


def has_list(language: str) -> bool:
    """Whether a language has lists of its own; elsewhere only digits, signs and names are seen.

    Args:
        language: a language tag (``zh-Hant`` is Chinese).
    """
    return _primary(language) in LANGUAGES


def lexicon(language: str) -> Lexicon:
    """The lists of a language.

    Args:
        language: a language tag.

    Returns:
        Its lists; empty ones, with an empty version, when it has no file.

    Cost: a file is read once a process.
    """
    return _load(_primary(language))


def versions() -> dict[str, str]:
    """The version of each language's lists."""
    return {language: _load(language).version for language in LANGUAGES}


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=32)
def _load(language: str) -> Lexicon:
    if language not in LANGUAGES:
        return Lexicon(language, "", {}, (), {}, {}, {}, {})
    raw = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    classes: dict[Risk, Phrases] = {}
    weak: dict[Risk, frozenset[str]] = {}
    for code in Risk:
        table = raw.get(code.value, {})
        if "groups" not in table:
            continue
        classes[code] = phrase_table(
            [(text, group[0]) for group in table["groups"] for text in group]
            + [(text, _SHIELD) for text in table.get("exceptions", [])]
        )
        weak[code] = frozenset(table.get("weak", []))
    return Lexicon(
        language,
        str(raw["version"]),
        {k: tuple(v.split()) for k, v in raw.get("contractions", {}).items()},
        tuple(raw.get("endings", {}).items()),
        raw.get("elisions", {}),
        classes,
        weak,
        raw,
    )
