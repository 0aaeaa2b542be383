"""Whoever is somebody's, in Chinese ("李明的律师", "她丈夫").

Problem: the words begin with a name or a pronoun, and speak of somebody else.

Method: a known name with "的" and an office, or a name or pronoun right before a word for kin; what
an elder is called by ("王桂兰奶奶") belongs to the name itself. A name of his own goes before.

Rejected: any noun behind "的" (most are things).
"""

from __future__ import annotations

import re

from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import TITLES_BEHIND, is_name
from verifier.drafts.words import DraftWords

MOST_DONE = 8
"""Characters of what somebody does between the word for him and the verb."""
NO_DEED = re.compile("[的和与與及、被]")
"""Characters in what somebody does of whom the words before do not tell."""


def owned_zh(text: str, start: int, stop: int, words: DraftWords) -> Subject | None:
    """Whoever is somebody's ("李明的律师", "她丈夫"), and his own name where it follows.

    Args:
        text: the draft.
        start: offset of a part of a clause.
        stop: its end offset.
        words: the Chinese lists.
    """
    owner = words.phrases["names"].match(text, start, stop)
    at = owner.end() if owner else start
    for length in (2, 1) if owner is None else ():
        if text[start : start + length] in words.pronouns:
            at = start + length
            break
    if at == start:
        return None
    joined = text[at : at + 1] == "\u7684"
    office = words.phrases["roles" if joined else "kin"].match(text, at + joined, stop)
    if office is None or (owner and not joined and office.group() in TITLES_BEHIND):
        return None  # "邢桂兰奶奶" is she herself
    if owner and not joined and len(owner.group()) < 2:
        return None
    rest = text[office.end() : stop]
    known = words.phrases["names"].match(text, office.end(), stop)
    last = known.end() if known else stop if is_name(rest, words) else office.end()
    if last > office.end():
        name = text[office.end() : last]
        return Subject(office.end(), last, name, SubjectKind.NAME, office.group())
    if len(rest) > MOST_DONE or NO_DEED.search(rest):
        return None
    return Subject(start, office.end(), text[start : office.end()], SubjectKind.ROLE)
