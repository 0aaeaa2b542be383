"""Levels 0 and 1 of a text: what of its form is folded away, and the way back.

Problem: a claim and a source differ in ways that nobody would call a difference (curly quotes, a
line break, a soft hyphen), and every answer must still point at the stored text, letter by letter.

Method: a text is folded one *cluster* (a character and its combining marks) at a time, and each
folded character remembers which stored code points it came from. Level 0 is NFC without invisible
characters and with white space folded; level 1 folds typography and compatibility forms as well.

Rejected: folding the whole string and searching for the result again (ambiguous where words
repeat), and NFKC for everything ("10\N{SUPERSCRIPT TWO}" would become "102").

Source: Unicode Standard Annex 15 (normalization forms), Unicode Technical Report 36 (invisible and
bidirectional controls); `VERDICTS.md`, levels L0 and L1, of the project's specification.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

MAX_MARKS = 8
"""Combining marks kept on one letter: more than any script needs, few enough to stop stacked ones
from growing into the lines above; the rest is removed and listed."""

_CJK_SIDE = (
    "\u3000-\u303f\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003ffff"
)
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d\u301e\u301f"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc\u02bb\u00b4\u0060"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_FOLDS = (
    dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(DASHES, "-")
    | {"\u2026": "...", "\u3002": ".", "\uff61": ".", "\u3001": ",", "\u2044": "/"}
)
_KEPT_TAGS = ("<super>", "<sub>", "<fraction>")
_SPACE_CONTROLS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
_VISIBLE_FORMAT = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)


_SINGLE = re.compile(
    "[\t-\r\x1c-~\u00a0-\u00ac\u00ae-\u02ff\u0386\u0388-\u0482\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff9d]*"
)
"""Characters that are neither invisible nor combining and are their own normal form: in a text of
nothing else each is a cluster of its own."""


class Level(IntEnum):
    """How much of a text's form is folded away."""

    STRICT = 0
    TYPOGRAPHY = 1


@dataclass(frozen=True, slots=True)
class Removal:
    """Characters that were taken out because nobody can see them.

    Attributes:
        start: offset in the stored text.
        end: end offset.
        name: Unicode name or code point of the first one.
    """

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    Attributes:
        text: the folded text.
        starts: for each folded character, the offset at which its cluster begins.
        ends: for each folded character, the end offset of its cluster.
        removals: invisible characters and surplus combining marks, in order.
    """

    text: str
    starts: array[int]
    ends: array[int]
    removals: tuple[Removal, ...]


def is_invisible(char: str) -> bool:
    """Whether one character is removed at level 0: controls, format characters, selectors."""
    if char in _SPACE_CONTROLS:
        return False
    if _INVISIBLE.match(char):
        return True
    category = unicodedata.category(char)
    return category == "Cc" or (category == "Cf" and char not in _VISIBLE_FORMAT)


def visible_offsets(text: str) -> Sequence[int]:
    """Offsets of the characters that level 0 keeps, in order; all of them for most texts."""
    if _SINGLE.fullmatch(text):
        return range(len(text))
    return [at for at, char in enumerate(text) if not is_invisible(char)]


def clusters(text: str, removals: list[Removal]) -> Iterator[tuple[str, int, int]]:
    """Visible clusters with the stretch of stored text each came from."""
    if _SINGLE.fullmatch(text):
        yield from zip(text, range(len(text)), range(1, len(text) + 1), strict=True)
        return
    cluster, start, end, marks = "", 0, 0, 0
    for at, char in enumerate(text):
        if is_invisible(char):
            _note(removals, at, char)
            continue
        if cluster and (unicodedata.combining(char) or "\u1161" <= char <= "\u11ff"):
            marks += 1
            if marks > MAX_MARKS:
                _note(removals, at, char)
            else:
                cluster += char
            end = at + 1
            continue
        if cluster:
            yield unicodedata.normalize("NFC", cluster), start, end
        cluster, start, end, marks = char, at, at + 1, 0
    if cluster:
        yield unicodedata.normalize("NFC", cluster), start, end


def _note(removals: list[Removal], at: int, char: str) -> None:
    if removals and removals[-1].end == at:
        last = removals.pop()
        removals.append(Removal(last.start, at + 1, last.name))
    else:
        removals.append(Removal(at, at + 1, unicodedata.name(char, f"U+{ord(char):04X}")))


@lru_cache(maxsize=16_384)
def typography(cluster: str) -> str:
    """One cluster at level 1, without the steps that look at its neighbours."""
    if cluster in _FOLDS:
        return _FOLDS[cluster]
    if cluster.isascii() or unicodedata.decomposition(cluster[0]).startswith(_KEPT_TAGS):
        return cluster
    folded = unicodedata.normalize("NFKC", cluster)
    return "".join(_FOLDS.get(c, c) for c in folded)


_BESIDE_CJK = re.compile(rf"(?<=[{_CJK_SIDE}]) +| +(?=[{_CJK_SIDE}])")
_TIDY = re.compile(r"\.(?: ?\.){2,}| *-(?:[ -]*-)? *|(?<![\w*_])[*_]+(?=\S)|(?<=\S)[*_]+(?![\w*_])")


def fold(text: str, level: Level) -> Folded:
    """Fold a text to a level and keep the way back to it.

    Level 0: NFC; invisible, bidirectional and control characters and more than `MAX_MARKS`
    combining marks removed; white space folded to one space, none beside a Chinese or Japanese
    character. Level 1 folds quotation marks, apostrophes, dashes (with the spaces around them),
    ellipses, compatibility forms other than superscripts, subscripts and fractions, and drops the
    emphasis marks of Markdown.

    Args:
        text: any text.
        level: `Level.STRICT` or `Level.TYPOGRAPHY`.

    Returns:
        The folded text with one pair of offsets a character; empty for an empty text.

    Cost: linear, about a microsecond a character.
    """
    form = typography if level is Level.TYPOGRAPHY else str
    folded = one_by_one(text, form)
    if folded is None or "  " in folded.text:
        folded = _by_clusters(text, form)
    folded = _substitute(folded, _BESIDE_CJK, lambda found: "")
    if level is Level.TYPOGRAPHY:
        folded = _substitute(folded, _TIDY, _tidy)
    return folded


def one_by_one(text: str, form: Callable[[str], str]) -> Folded | None:
    """A text in which each character becomes one other, white space a space.

    Args:
        text: any text.
        form: what becomes of a character that is no white space.

    Returns:
        None where the text has other clusters than single characters, or one of them becomes
        several: such a text is folded cluster by cluster.
    """
    if not _SINGLE.fullmatch(text):
        return None
    forms = {char: " " if char.isspace() else form(char) for char in set(text)}
    if any(len(new) != 1 for new in forms.values()):
        return None
    count = len(text)
    changed = {ord(char): new for char, new in forms.items() if char != new}
    plain = text.translate(changed) if changed else text
    return Folded(plain, array("q", range(count)), array("q", range(1, count + 1)), ())


def _by_clusters(text: str, form: Callable[[str], str]) -> Folded:
    removals: list[Removal] = []
    chars: list[str] = []
    starts, ends = array("q"), array("q")
    for cluster, start, end in clusters(text, removals):
        for char in " " if cluster.isspace() else form(cluster):
            if char == " " and chars and chars[-1] == " ":
                ends[-1] = end
                continue
            chars.append(char)
            starts.append(start)
            ends.append(end)
    return Folded("".join(chars), starts, ends, tuple(removals))


def _tidy(found: str) -> str:
    if found[0] == ".":
        return "..."
    return "-" if "-" in found else ""


def _substitute(folded: Folded, pattern: re.Pattern[str], replace: Callable[[str], str]) -> Folded:
    """Replace in a folded text; every new character points at the whole stretch it stands for."""
    chars: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    for match in pattern.finditer(folded.text):
        first, last = match.span()
        chars.append(folded.text[at:first])
        starts.extend(folded.starts[at:first])
        ends.extend(folded.ends[at:first])
        new = replace(match.group())
        chars.append(new)
        starts.extend([folded.starts[first]] * len(new))
        ends.extend([folded.ends[last - 1]] * len(new))
        at = last
    if at == 0:
        return folded
    chars.append(folded.text[at:])
    starts.extend(folded.starts[at:])
    ends.extend(folded.ends[at:])
    return Folded("".join(chars), starts, ends, folded.removals)
