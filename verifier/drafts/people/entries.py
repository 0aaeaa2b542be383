"""Entries of what a draft names where: offsets in order, each with a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from verifier.drafts.words import DraftWords

_PLURAL = re.compile(r" (?:are|were|have)\b")
_SHORTEST = 4
"""Letters of a name from which an "s" at its end may be a genitive's."""


def put(entries: list[tuple[int, str]], at: int, name: str) -> None:
    """Keep entries sorted, one a run of the same name: the latest before a place stays the same.

    Args:
        entries: offsets and names, in order; changed in place.
        at: offset of another one.
        name: its name.
    """
    index = bisect_left(entries, (at, name))
    if index == 0 or entries[index - 1][1] != name:
        entries.insert(index, (at, name))


def without_headline(entries: list[tuple[int, str]], text: str, stop: int) -> list[tuple[int, str]]:
    """Entries without those of a headline that the text below replaces ("Late Vane goal wins it").

    Args:
        entries: offsets and names, in order.
        text: the draft.
        stop: end offset of the headline.

    Returns:
        The entries below it when there are any and none repeats a name of the headline, else all.
    """
    below = [entry for entry in entries if entry[0] >= stop]
    repeated = any(text.find(name, stop) >= 0 for at, name in entries if at < stop)
    return entries if repeated or not below else below


def owner_of(
    name: str, by_part: Mapping[str, Sequence[tuple[int, str]]], words: DraftWords
) -> str:
    """A German name without the "s" of its genitive, when the draft has it without ("Vanes").

    Args:
        name: a name.
        by_part: the names of the draft by their last words.
        words: the lists of its language; in others than German nothing changes.
    """
    if words.language != "de" or not name.endswith("s") or len(name) < _SHORTEST:
        return name
    bare = name[:-1]
    held = by_part.get(bare.rpartition(" ")[2], ())
    first = bare.split()[0]
    known = any(full == bare or " " not in bare or full.split()[0] == first for _, full in held)
    return bare if known else name


def nearest(entries: Sequence[tuple[int, str]], at: int) -> str:
    """The latest entry before an offset, else the first one behind it; empty without any."""
    index = bisect_right(entries, at, key=lambda entry: entry[0])
    return entries[max(0, index - 1)][1] if entries else ""


def is_many(text: str, start: int, end: int) -> bool:
    """Whether a name has an English verb in the plural, not as one of two ("Elm Rovers are top").

    Args:
        text: the draft.
        start: offset of the name.
        end: its end offset.
    """
    before = text[max(0, start - 5) : start]
    plural = _PLURAL.match(text, end) is not None
    return plural and not before.endswith(("and ", "or ", ", "))
