"""Which names stand on one side of a difference and not on the other.

Problem: a name has no list, only a form, and the form differs a language: capitals in most, none in
Chinese, capitals on every noun in German, and a capital at the head of a sentence says nothing.

Method: evidence for each token. Certain: a capital inside a sentence, an acronym, a capital inside
the word, a Latin word in Chinese, a listed place, a run of characters used for foreign names, a
surname beside a title or a verb of saying. Weak: a capital at the head of a sentence, believed only
when nothing else explains the difference and the word is common nowhere. A text in capitals, or
without any, gives no evidence; then only the other side's does. In German a capital counts only
beside a title, in an acronym, or in a pair of capitals without an article before it.

Rejected: a gazetteer of people (never complete, out of date), and a statistical recogniser (not
deterministic across versions).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.text.tokens import is_unspaced
from verifier.meanings.differences import Side
from verifier.meanings.lexicon import Lexicon, Word, lexicon

_LATIN = re.compile(r"[^\W\d_]{2,}", re.UNICODE)
_NOT_NAMES_DE = ("ung", "heit", "keit", "schaft", "tion", "tät", "nis", "tum", "chen", "ismus")
_FOREIGN = 2
"""Characters of the shortest foreign name in Chinese script; one alone is an ordinary word."""


@dataclass(frozen=True, slots=True)
class NameToken:
    """A token that is, or may be, part of a name."""

    token: int
    norm: str
    certain: bool


def names(
    side: Side, first: int, last: int, entries: Lexicon, listed: Mapping[int, bool], window: str
) -> list[NameToken]:
    """The name tokens in a stretch of one side.

    Args:
        side: the text.
        first: first token of the stretch.
        last: the token after the last.
        entries: the lists of the language.
        listed: tokens that another class explains; true where they may be part of a name all the
            same (New York, but not March).
        window: running text in which a word may stand in small letters elsewhere.

    Returns:
        Tokens in order; empty when the side's capitals are no evidence.
    """
    if entries.language in ("zh", "ja"):
        return _chinese(side, first, last, entries)
    table = entries.raw.get("name", {})
    titles, common = frozenset(table.get("titles", ())), frozenset(table.get("common", ()))
    out: list[NameToken] = []
    for at in range(first, last):
        surface, norm = side.surfaces[at], bare(side.norms[at])
        if not side.cased or not surface[0].isupper() or norm in titles:
            continue
        if not listed.get(at, True):
            continue
        if (at in listed or norm in common) and not _in_capitals(side, at):
            continue
        if len(norm) < 2 and not surface.isupper():
            continue
        inner = any(c.isupper() for c in surface[1:])
        if side.norms[at].startswith(("i'", "let's")):
            continue
        if entries.language == "de" and not inner:
            if _german(side, at, table):
                out.append(NameToken(at, norm, True))
            continue
        if side.opens(at) and not inner:
            if norm.endswith(("ly", "ing")) or re.search(rf"\b{re.escape(norm)}\b", window):
                continue
            out.append(NameToken(at, norm, False))
        else:
            out.append(NameToken(at, norm, len(norm) > 1))
    return out


def _in_capitals(side: Side, at: int) -> bool:
    """Whether an ordinary word stands inside a run of capitals (New York)."""
    following = side.surfaces[at + 1][:1] if at + 1 < len(side.surfaces) else ""
    return following.isupper() and not side.opens(at) and not side.border_before(at + 1)


def bare(norm: str) -> str:
    """A token without the ending of a possessive."""
    return norm[:-2] if norm.endswith("'s") else norm.removesuffix("'")


def _german(side: Side, at: int, table: dict[str, list[str]]) -> bool:
    """A capital beside a title, or one of two capitals with no article before them."""
    norm = side.norms[at]
    if norm.endswith(_NOT_NAMES_DE):
        return False
    titles = frozenset(table.get("titles", ()))
    articles = frozenset(table.get("articles", ()))
    capital = [i >= 0 and side.surfaces[i][:1].isupper() for i in (at - 1, at - 2)]
    if at > 0 and side.norms[at - 1] in titles:
        return True
    if at > 1 and capital[0] and side.norms[at - 2] in titles:
        return True
    if capital[0] and not side.border_before(at) and side.norms[at - 1] not in articles:
        return not side.opens(at - 1) or capital[1]
    following = at + 1 < len(side.norms) and side.surfaces[at + 1][:1].isupper()
    if following and not side.border_before(at + 1):
        return at > 0 and side.norms[at - 1] not in articles and not side.opens(at)
    before = side.norms[at - 1] if at > 0 else ""
    return before in frozenset(table.get("before_places", ())) and not any(
        side.norms[i] == norm and i > 0 and side.norms[i - 1] in articles
        for i in range(len(side.norms))
    )


def _chinese(side: Side, first: int, last: int, entries: Lexicon) -> list[NameToken]:
    found = _chinese_names(side.norms, side.gaps, entries.language)
    words = entries.read(side.norms[first:last], [False] * (last - first))
    return [
        NameToken(first + word.token, word.norm, True)
        for word in words
        if first + word.token in found
    ]


@lru_cache(maxsize=64)
def _chinese_names(norms: tuple[str, ...], gaps: tuple[str, ...], language: str) -> frozenset[int]:
    """The tokens of names; kept, because every difference of a side asks for them."""
    entries = lexicon(language)
    words = entries.read(norms, [False] * len(norms))
    text = "".join(w.norm if is_unspaced(w.norm) else "\n" for w in words)
    table = entries.raw.get("name", {})
    found: set[int] = set()
    for place in table.get("places", ()):
        at = text.find(place)
        while at >= 0:
            found.update(range(at, at + len(place)))
            at = text.find(place, at + len(place))
    for pattern in _chinese_forms(language):
        for match in pattern.finditer(text):
            found.update(range(*match.span(1 if pattern.groups and match.group(1) else 0)))
    for at, norm in enumerate(norms):
        if _LATIN.fullmatch(norm):
            found.add(at)
        elif at > 0 and "\u00b7" in gaps[at]:
            found.update((at - 2, at - 1, at, at + 1))
    return frozenset(found)


@cache
def _chinese_forms(language: str) -> tuple[re.Pattern[str], ...]:
    """What foreign names, and surnames beside a title or a verb of saying, look like."""
    table = lexicon(language).raw.get("name", {})
    foreign, surnames = table.get("transliteration", ""), table.get("surnames", "")
    if not foreign:
        return ()
    titles = "|".join(map(re.escape, table.get("titles", ())))
    speech = "|".join(map(re.escape, table.get("speech", ())))
    return (
        re.compile(rf"[{foreign}]{{{_FOREIGN + 1},}}"),
        re.compile(
            rf"[{surnames}{foreign}][^\n]{{0,3}}?(?={titles})|(?:{titles})([{surnames}][^\n]{{1,2}}"
            rf"|[{foreign}]{{2,}})(?={speech})|(?<![^\n])[{surnames}][^\n]{{1,2}}(?={speech})"
        ),
    )


def differing(
    ours: Sequence[NameToken],
    others: Collection[str],
    certain_there: bool,
    explained: bool,
) -> list[NameToken]:
    """The names of one side that the other side does not have.

    Args:
        ours: name tokens of this side.
        others: all words of the other side of the difference, without possessive endings.
        certain_there: whether the other side has a certain name.
        explained: whether another class explains the difference.

    Returns:
        Tokens in order. An uncertain one counts beside a certain one on either side, or when
        nothing else explains the difference and the other side has words at its place.
    """
    found = [n for n in ours if n.norm not in others]
    anchored = certain_there or any(n.certain for n in found)
    return [n for n in found if n.certain or anchored or (not explained and bool(others))]


def words_without_endings(words: Sequence[Word]) -> frozenset[str]:
    """The words of a stretch as `differing` compares them."""
    return frozenset(bare(w.norm) for w in words)
