"""Where the words stand without which no rule about translations can hold.

Problem: every text that comes in is read for a few dozen words, and one pattern of all of them,
blind to case, takes half a microsecond a character: more than all other work on a source together.

Method: each word begins with a few fixed characters, its head. The heads are looked for in the text
in small letters with the search for a plain substring, which runs at memory speed, and the pattern
itself is tried only where one stands. Heads with a common beginning are looked for once. The
places are those that the pattern finds by itself (a property test over all scripts): small letters
are made character by character, also of those that a pattern blind to case takes for another (the
dotless i, the long s, the Kelvin sign).

Rejected: one pattern over the text in small letters (half the time: nearly every letter begins some
head), an automaton for many words (another compiled dependency for this alone), case folding
(sharp s becomes two letters, and every place behind it moves).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

_SHARED = 5
"""Characters from which on a common beginning is looked for once. Shorter ones ("tra", "ori") stand
everywhere, and each place costs as much as a thousand characters of looking."""
_LEAST = 3
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_PART = re.compile(r"\\b|\\(?P<escaped>\W)|\[(?P<one>[^\]^\\-]+)\]|(?P<plain>[^\\\[\](){}|?*+.^$])")
_OPTIONAL = ("?", "*", "{")
_SPELLINGS = 8

SAME = {
    "\u0130": "i",
    "\u0131": "i",
    "\u017f": "s",
    "\u03c2": "\u03c3",
    "\u1c80": "\u0432",
    "\u1c81": "\u0434",
    "\u1c82": "\u043e",
    "\u1c83": "\u0441",
    "\u1c84": "\u0442",
    "\u1c85": "\u0442",
    "\u1c86": "\u044a",
}
"""What a pattern blind to case takes for another letter and small letters alone do not unite."""


_ASCII = bytes(range(128))
_CURLED, _STRAIGHT = "\u2019", "'"


@dataclass(frozen=True, slots=True)
class Stems:
    """Words without which no rule holds, as one pattern and as what to look for first.

    Attributes:
        pattern: all of them, blind to case.
        heads: in small letters; wherever the pattern matches, one of them begins.
        beyond: those of them with a letter beyond ASCII, and these letters.
    """

    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    beyond: tuple[tuple[str, frozenset[str]], ...]

    @classmethod
    def of(cls, alternatives: Iterable[str]) -> Stems:
        """Compile patterns that each begin with fixed characters.

        Args:
            alternatives: regular expressions without a bare ``|`` outside of brackets.

        Raises:
            ValueError: one begins with fewer than three fixed characters (one of a script without
                spaces), so that looking for them would be no gain.
        """
        written = tuple(alternatives)
        heads = tuple(_shared(sorted({small_letters(h) for each in written for h in _heads(each)})))
        beyond = tuple(
            (h, frozenset(c for c in h if not c.isascii())) for h in heads if not h.isascii()
        )
        return cls(re.compile("|".join(written), re.IGNORECASE), heads, beyond)

    def found(self, text: str, place: int = 0) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer(text, place)`` gives.

        Cost: about 20 nanoseconds a character of Latin text, a twentieth of that.
        """
        small, heads = self._looked_for(text)
        starts: set[int] = set()
        for head in heads:
            at = small.find(head, place)
            while at >= 0:
                starts.add(at)
                at = small.find(head, at + 1)
        end = place
        for at in sorted(starts):
            match = self.pattern.match(text, at) if at >= end else None
            if match is not None:
                yield match
                end = match.end()

    def _looked_for(self, text: str) -> tuple[str, list[str]]:
        """The text in small letters, and the heads whose letters it has.

        A text in which only marks are beyond ASCII is made ASCII: it is searched in half the time.
        """
        text = text.replace(_CURLED, _STRAIGHT)
        rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        letters = set(map(small_letters, set(rest.decode("utf-8", "surrogatepass"))))
        absent = {head for head, needed in self.beyond if not needed <= letters}
        heads = [head for head in self.heads if head not in absent]
        if len(absent) == len(self.beyond) and not any(map(str.isascii, letters)):
            return text.encode("ascii", "replace").decode("ascii").lower(), heads
        return small_letters(text), heads


def small_letters(text: str) -> str:
    """A text in small letters, character by character, so that no place moves.

    Letters that a pattern blind to case takes for one are one letter here, and so are apostrophes.
    """
    text = text.replace(_CURLED, _STRAIGHT)
    if text.isascii():
        return text.lower()
    small = text.replace("\u0130", "i").lower()  # the only letter that would become two
    for written, plain in SAME.items():
        small = small.replace(written, plain)
    return small


def _heads(alternative: str) -> Iterator[str]:
    """The fixed characters that a pattern begins with, a spelling each."""
    parts: list[str] = []
    at = 0
    while (part := _PART.match(alternative, at)) is not None:
        end = part.end()
        if alternative.startswith(_OPTIONAL, end):
            break
        one = part["one"] or part["escaped"] or part["plain"]
        if one is not None:
            parts.append(one)
        at = end
    spellings = ["".join(each) for each in product(*_within(parts))]
    for head in spellings:
        if len(head) < _LEAST and not _UNSPACED.match(head):
            raise ValueError(f"{alternative!r} begins with too little to look for")
    return iter(spellings)


def _within(parts: list[str]) -> list[str]:
    """As many parts as do not make too many spellings."""
    many = 1
    for index, part in enumerate(parts):
        many *= len(part)
        if many > _SPELLINGS:
            return parts[:index]
    return parts


def _shared(heads: list[str]) -> Iterator[str]:
    """Sorted heads with those of a common beginning made one."""
    group = ""
    for head in heads:
        common = _common(group, head)
        if group and (common == group or len(common) >= _SHARED):
            group = common
            continue
        if group:
            yield group
        group = head
    if group:
        yield group


def _common(a: str, b: str) -> str:
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    return a[: min(len(a), len(b)) if same is None else same]
