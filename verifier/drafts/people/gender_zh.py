"""What the pronouns of a Chinese draft tell about the gender of its people.

Problem: no title and no given name tells it, and "she" may be either of two who are named.

Method: a sentence that begins with "he" or "she" goes on about the only one named in the sentence
before, when that begins with the name. What such places say of a name without contradiction is
known of it everywhere.

Rejected: a pronoun behind a comma (the subject of one sentence is left out, not repeated), the
nearest name (it is an object as often as a subject), and lists of given names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from verifier.drafts.models import Span
from verifier.drafts.words import DraftWords

_HE = re.compile(
    "(?:^|(?<=[\n。！？，；”」]))(?:但|而|后来|随后|如今|现在|当时|那时|这时|有时|曾经|据说)?(?P<he>[他她])(?![们的])"
)

_LEAD = 3
"""Characters of a small word before a pronoun."""
_BY_NAME = {**dict.fromkeys("姐嫂婶姨婆太", "f"), **dict.fromkeys("叔伯哥爷", "m")}
"""What the last character of a name for a neighbour tells."""
_OPENS = ("", *"\n。！？，”」")


def genders_zh(
    text: str,
    narration: Sequence[Span],
    sentences: Sequence[int],
    named: Sequence[tuple[int, str]],
    words: DraftWords,
) -> dict[str, str]:
    """The gender of those of whom the pronouns tell it.

    Args:
        text: the draft.
        narration: the parts outside quotation marks.
        sentences: offsets at which sentences begin, in order.
        named: where each name stands, and its fullest form, in order.
        words: the Chinese lists.

    Returns:
        ``m`` or ``f`` by name; nothing for a name of which the places disagree.

    Cost: linear in the narration.
    """
    told: dict[str, set[str]] = defaultdict(set)
    starts = [at for at, _ in named]
    openers = {name for at, name in named if text[at - 1 : at] in _OPENS}
    for start, end in narration:
        for match in _HE.finditer(text, start, end):
            at = match.start("he")
            index = bisect_right(sentences, at) - 1
            first = sentences[index] if index >= 0 else 0
            if index < 1 or "\n" in text[sentences[index - 1] : at] or at - first > _LEAD:
                continue
            near = _between(named, starts, sentences[index - 1], first)
            if len(near) == 1 and near <= openers:
                told[near.pop()].add(words.pronouns[match.group("he")])
    for _, name in named:
        if len(name) == 2 and name[1] in _BY_NAME:
            told[name] = {_BY_NAME[name[1]]}
    return _agreed(told)


def _between(
    named: Sequence[tuple[int, str]], starts: Sequence[int], first: int, last: int
) -> set[str]:
    low, high = bisect_left(starts, first), bisect_left(starts, last)
    return {name for _, name in named[low:high]}


def _agreed(told: Mapping[str, set[str]]) -> dict[str, str]:
    return {name: next(iter(all_)) for name, all_ in told.items() if len(all_) == 1}
