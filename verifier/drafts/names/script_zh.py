"""One script and one width for a Chinese draft, so that every list and rule is asked once.

Problem: a draft of Taipei or Hong Kong has other characters than one of Beijing, some drafts mix
narrow signs with wide ones, and a list that holds both forms of one word lacks one form of another.

Method: the draft is read in simplified characters and wide signs, one for one, so that no offset
moves; what is a mark of aspect, a pronoun or a measure in one script only is folded beside. Names
are given back as the draft writes them.

Rejected: every word of every list in both scripts (the half of it that was missing was found by
drafts that nobody had seen).
"""

from __future__ import annotations

import re

from corpus.text.han import simplified

_HAN = "\u3400-\u9fff"
_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_NARROW = re.compile(f"(?<=[{_HAN}”」』》）])[,:;!?()]|(?<=\\d)[,:;](?=[{_HAN}“「])")
_ASPECT = re.compile("(?<![名显巨原编专论合译土拙遗新旧所])著(?![名作称录述者书有])")
"""The mark of something going on, and not the word for what is written or known."""
_DATELINE = re.compile(
    "^(?:【[^】\n“]{0,40}(?:记者|编译|通讯员|报导|报道|讯|电)[^】\n“]{0,30}】|"
    "[^，。：（“\n]{0,16}[电讯] ?（[^）\n“]{0,20}(?:记者|通讯员)[^）\n“]{0,30}）|"
    "（[^）\n“]{0,20}(?:记者|通讯员|编译)[^）\n“]{0,30}）)+",
    re.MULTILINE,
)
"""The reporter and the paper with which a report begins, who are nobody's speakers."""
_ONE_FOR_ONE = str.maketrans("妳牠祂甚藉", "你它他什借")


def in_full_width(text: str) -> str:
    """A Chinese draft with the wide signs behind Chinese characters; no offset moves.

    Args:
        text: the draft.
    """
    return _NARROW.sub(lambda match: _WIDE[match.group()], text)


def as_read(text: str) -> str:
    """A Chinese draft as the lists and rules read it; as long as the draft.

    Args:
        text: the draft.
    """
    folded = in_full_width(simplified(text)).translate(_ONE_FOR_ONE)
    folded = _ASPECT.sub("\u7740", folded)
    return _DATELINE.sub(lambda match: "\u3000" * len(match.group()), folded)


def as_written(text: str, read: str, name: str | None, at: int) -> str | None:
    """A name in the characters of the draft.

    Args:
        text: the draft.
        read: the same draft as it was read.
        name: a name in it, or the words for somebody, as they were read.
        at: where it may stand; negative when unknown.

    Returns:
        The same stretch of the draft, at its first place when it does not stand at `at`; the name
        as it is when it stands nowhere.
    """
    if name is None or len(text) != len(read):
        return name
    at = at if at >= 0 and read.startswith(name, at) else read.find(name)
    return text[at : at + len(name)] if at >= 0 else name
