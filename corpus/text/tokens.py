"""Tokens: the words of a text in the form in which they are compared, with offsets into it.

Problem: words must be equal when only their form differs, and every token must say where in the
stored text it stands.

Method: tokens (level 2) are cut from level 1 (`corpus.text.folding`), case folded, and carry the
offsets of the stored text. Most text needs no folding to be cut into tokens; a white list of
characters recognises it, and then the tokens are cut from the stored text itself. Text whose only
characters beyond ASCII are typographic marks is cut by a pattern of its own, which knows 128
characters and runs three times as fast. All ways give the same tokens (a property test).

Rejected: cutting tokens at every apostrophe ("we're" would become "were" after a lost mark), and
words for Chinese (a segmenter guesses, and two guesses would not align).

Source: `VERDICTS.md`, level L2, of the project's specification.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from operator import add

from corpus.text.folding import DASHES, clusters, one_by_one, typography
from corpus.text.folding import MAX_MARKS as MAX_MARKS
from corpus.text.folding import Folded as Folded
from corpus.text.folding import Level as Level
from corpus.text.folding import Removal as Removal
from corpus.text.folding import fold as fold
from corpus.text.folding import is_invisible as is_invisible
from corpus.text.folding import visible_offsets as visible_offsets

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)


def _mark_ranges() -> str:
    """Combining marks as the inside of a character class: Python's ``\\w`` leaves them out."""
    points = [
        p
        for block in ((0x300, 0x1F00), (0x20D0, 0x20F1), (0x302A, 0x3030), (0xA66F, 0xABFF))
        for p in range(*block)
        if unicodedata.category(chr(p)) in ("Mn", "Mc")
    ]
    out, first = [], points[0]
    for p, following in zip(points, [*points[1:], 0], strict=True):
        if following != p + 1:
            out.append(f"{chr(first)}-{chr(p)}")
            first = following
    return "".join(out)


_MARKS = _mark_ranges()
_CURRENCY = "".join(
    re.escape(chr(p)) for p in (0x24, *range(0xA2, 0xA6), *range(0x20A0, 0x20C1), 0xE3F)
)
_LETTER = rf"(?:[^\W_{_UNSPACED}]|[{_MARKS}])"
_NOT_WORD_BEFORE = r"(?<![^\W_])"
_TOKEN = re.compile(
    rf"[{_UNSPACED}][{_MARKS}]*"  # one character of a script without spaces
    rf"|(?:(?<!\w)[^\W\d_{_UNSPACED}]\.){{2,}}"  # U.S.
    rf"|\d+(?:[.,:\uff1a]\d+)*{_LETTER}*"  # 250,000 / 3.5 / 1990s
    rf"|{_LETTER}+(?:['\u2018\u2019\u201b]{_LETTER}+)*"
    rf"|[%\u2030&@#+{_CURRENCY}]"
    rf"|(?:{_NOT_WORD_BEFORE}(?<![\-\u2010-\u2015\u2212]))[-\u2212\u2013](?=\d)"
)
_PARTED = re.compile(f"({_TOKEN.pattern})")
_INNER = str.maketrans("\u2018\u2019\u201b\uff1a", "''':")
_PARTING = "\u201a\u3001\u3002\uff0c\uff61"
# Marks that part words and numbers although their plain forms may stand inside one: between two
# years a wide full stop ends a sentence and is no decimal point.
_UNSPACED_TOKEN = re.compile(f"[{_UNSPACED}]")
_PLAIN = re.compile(
    "[\t\n\r -_a-~\u00a0\u00a1-\u00a7\u00a9\u00ab\u00ac\u00ae\u00b0\u00b1\u00b6\u00b7\u00bb\u00bf"
    "-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f"
    "\u2010-\u2015\u2018-\u201e\u2022\u20ac\u3001-\u3003\u3008-\u3011"
    "\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3\uff0c\uff01\uff1f\uff1a\uff1b"
    "\uff08\uff09]*"
)
_STRAIGHT = tuple(
    zip(
        "\u2018\u2019\u201b\uff1a\u2212\u2013"
        "\u00a0\u201a\u201c\u201d\u201e\u2022"
        "\u2010\u2011\u2012\u2014\u2015",
        "'" * 3 + ":--" + " " * 6 + "\x7f" * 5,
        strict=True,
    )
)
"""Typographic marks as ASCII of the same length; a dash that is no minus as a character that no
plain text holds. Replaced one by one: `str.translate` looks at each character and takes ten times
as long."""
_ASCII_TOKEN = re.compile(
    r"[a-z][a-z0-9]+(?:'[a-z0-9]+)*"  # first, because most tokens are: a word of several letters
    r"|(?:(?<![a-z0-9_])[a-z]\.){2,}"
    r"|[a-z](?:'[a-z0-9]+)*"
    r"|\d+(?:[.,:]\d+)*[a-z0-9]*"
    r"|[%&@#+$]"
    r"|(?<![a-z0-9\-\x7f])-(?=\d)"
)
"""`_TOKEN` for lower-case ASCII, alternative for alternative."""
_AROUND = ".,;:!?'\"()[]"
"""What may stand around a word of one spelling and is no token, nor part of one."""
_KEPT = 200_000
"""Spellings kept: some 40 MB; more than a language uses in a year of speeches."""
_KEPT_NORMS = 65_536
_LONGEST = 32
"""Longer ones are addresses and the like, and do not come again."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, as parallel columns (a column is what the aligner works on).

    Attributes:
        norms: level 2 forms, case folded.
        starts: offset of each token in the stored text.
        ends: end offset of each token.
    """

    norms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.norms)


def tokens(text: str, start: int = 0) -> Tokens:
    """Cut a text into level 2 tokens with offsets into it.

    A token is a word (an apostrophe inside stays), a number with its inner punctuation, one
    character of a script without spaces (Chinese, Japanese, Korean, Thai ...), or a sign with a
    meaning (``% & @ # +``, currency signs, a minus before a digit). Hyphens, dashes and slashes
    part words.

    Args:
        text: any text; offsets count its code points.
        start: offset of its first character, where it is a piece of a longer text.

    Returns:
        The tokens in order; empty when the text has none.

    Cost: about 0.06 microseconds a character on text in ASCII and typographic marks, 0.25 on other
    plain text, ten times that on text that needs folding.
    """
    straight = _straight(text)
    if straight is not None:
        return _ascii_tokens(straight, start)
    if _PLAIN.fullmatch(text):
        parts = _PARTED.split(text)  # what lies between tokens, and the tokens
        offsets = list(accumulate(map(len, parts), initial=start))
        return Tokens(tuple(map(_norm, parts[1::2])), tuple(offsets[1:-1:2]), tuple(offsets[2::2]))
    folded = fold_for_tokens(text)
    found = list(_TOKEN.finditer(folded.text))
    return Tokens(
        tuple([_norm(m[0]) for m in found]),
        tuple([folded.starts[m.start()] + start for m in found]),
        tuple([folded.ends[m.end() - 1] + start for m in found]),
    )


def _straight(text: str) -> str | None:
    """A plain text as lower-case ASCII of the same length; None where it has other letters."""
    if not _PLAIN.fullmatch(text):
        return None
    if not text.isascii():
        for mark, plain in _STRAIGHT:
            text = text.replace(mark, plain)
    return text.lower() if text.isascii() else None


class _Spellings(dict[str, tuple[str, ...]]):
    """The tokens of each spelling in lower-case ASCII, cut when it is first met.

    A token holds no white space and is recognised by its neighbours within its spelling alone, so
    that a text can be parted at white space and each spelling looked up.
    """

    def __missing__(self, spelling: str) -> tuple[str, ...]:
        word = spelling.strip(_AROUND)
        if word.isalpha():  # most are
            found: tuple[str, ...] = (sys.intern(word),)
        else:
            found = tuple(map(_norm, _ASCII_TOKEN.findall(spelling)))
        if len(spelling) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[spelling] = found
        return found


_SPELLINGS = _Spellings()


def _ascii_terms(straight: str) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(_SPELLINGS.__getitem__, straight.split())))


def _ascii_tokens(straight: str, start: int) -> Tokens:
    """Tokens of lower-case ASCII: each is the next place of its letters behind the one before.

    Nothing between two tokens holds a letter, a digit or a sign that could be taken for a token,
    apart from the hyphen, which may be a minus further on.
    """
    norms = _ascii_terms(straight)
    if "-" in norms:
        found = list(_ASCII_TOKEN.finditer(straight))
        begun = tuple([m.start() + start for m in found])
        return Tokens(norms, begun, tuple([m.end() + start for m in found]))
    find, lengths, dotted = straight.find, list(map(len, norms)), "." in "".join(norms)
    starts: list[int] = []
    at = 0
    for norm, length in zip(norms, lengths, strict=True):
        at = find(norm, at)
        starts.append(at + start)
        at += length
    ends = list(map(add, starts, lengths))
    if dotted:  # the last full stop of an initialism is not in its form
        for k, norm in enumerate(norms):
            if norm[-2:-1] == "." and not norm[0].isdigit():
                ends[k] += 1
    return Tokens(norms, tuple(starts), tuple(ends))


def fold_for_tokens(text: str) -> Folded:
    """Level 1 without the steps that join or drop characters: what tokens are cut from."""
    folded = one_by_one(text, _token_form)
    if folded is not None:
        return folded
    removals: list[Removal] = []
    chars: list[str] = []
    starts, ends = array("q"), array("q")
    for cluster, start, end in clusters(text, removals):
        for char in " " if cluster.isspace() else _token_form(cluster):
            chars.append(char)
            starts.append(start)
            ends.append(end)
    return Folded("".join(chars), starts, ends, tuple(removals))


def _token_form(cluster: str) -> str:
    return cluster if cluster in DASHES or cluster in _PARTING else typography(cluster)


class _Norms(dict[str, str]):
    """The level 2 form of each token's surface: a look costs half of a cached call."""

    def __missing__(self, surface: str) -> str:
        if len(surface) == 1:
            found = "-" if surface in "\u2212\u2013" else surface.casefold()
        else:
            found = surface.removesuffix(".").casefold().translate(_INNER)
        if len(self) >= _KEPT_NORMS:
            self.clear()
        found = self[surface] = sys.intern(found)
        return found


_norm = _Norms().__getitem__


@lru_cache(maxsize=65_536)
def is_unspaced(norm: str) -> bool:
    """Whether a token is one character of a script that writes no spaces between words."""
    return not norm.isascii() and bool(_UNSPACED_TOKEN.match(norm))


def counted_words(norms: tuple[str, ...] | list[str]) -> float:
    """How many words a run of tokens counts as: two Chinese or Japanese characters are one."""
    if "".join(norms).isascii():
        return len(norms)
    unspaced = sum(1 for n in norms if is_unspaced(n))
    return len(norms) - unspaced / 2


def terms(text: str) -> tuple[str, ...]:
    """The level 2 tokens of a text without their offsets: what is looked for in an index."""
    straight = _straight(text)
    if straight is not None:
        return _ascii_terms(straight)
    if _PLAIN.fullmatch(text):
        return tuple(map(_norm, _TOKEN.findall(text)))
    return tokens(text).norms
