"""For whom a Chinese pronoun before a verb of saying stands, when that is somebody without a name.

Problem: "Her father put the cup down, and then he said" and "I asked a clerk ... She said" name
nobody, and the person in focus is somebody else.

Method: the relative with whom the sentence, or the one before it, begins; whoever was asked in the
sentence before by what he is.

Rejected: every noun for somebody (most are only spoken about).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.owned_zh import owned_zh
from verifier.drafts.names.margins_zh import without_leads
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.words import DraftWords

_REACH = 120
_BY_KIN = re.compile("[^，。]{0,6}由[他她]?的?")
"""What a relative makes known, before him."""
_LABEL = re.compile("([^，。：“\n]{2,24})：")
_OVER = re.compile("[，；是]")
_FEMALE = re.compile("[女妇妈母奶姑娘婆姨姐妹嫂妻太]")
_ASKED = re.compile(
    "(?P<asked>(?:问|请教|拉住|拦住|叫住)[了过起]?(?:一旁的|身边的|旁边的|那[位个]|这[位个]|一[位名个])?)(?=[^，。？]{2,8}[，：][^。！？\n“]{2,60}？$)"
)


def relative_before(
    text: str, start: int, begin: int, subject: Subject, words: DraftWords
) -> Subject | None:
    """Somebody's relative with whom the sentence begins, for the pronoun behind a comma.

    Args:
        text: the draft.
        start: offset of the sentence.
        begin: offset of the part with the pronoun.
        subject: the pronoun.
        words: the Chinese lists.
    """
    if subject.kind is not SubjectKind.PRONOUN or begin == start:
        return None
    first = without_leads(text, start, begin, words)
    over = _OVER.search(text, first, begin)
    owned = owned_zh(text, first, over.start() if over else begin, words)
    if owned is None or owned.kind is not SubjectKind.ROLE:
        return None
    female = _FEMALE.search(owned.text[-2:]) is not None
    return owned if words.pronouns.get(subject.text) == ("f" if female else "m") else None


def line_of(text: str, at: int, words: DraftWords) -> Subject | None:
    """Whose line of an interview the words "I said" stand in ("李明：……我说过").

    Args:
        text: the draft.
        at: offset of the words.
        words: the Chinese lists, with the names that the draft shows.
    """
    label = _LABEL.match(text, text.rfind("\n", 0, at) + 1, at)
    names = list(words.phrases["names"].finditer(label.group(1))) if label else []
    if label is None or not names or names[-1].end() != len(label.group(1)):
        return None
    start = label.start(1) + names[-1].start()
    return Subject(start, label.end(1), names[-1].group(), SubjectKind.NAME)


def asked_before(text: str, start: int, subject: Subject, words: DraftWords) -> Subject | None:
    """Whoever was asked in the sentence before, by what he is ("我问店员，……？她说").

    Args:
        text: the draft.
        start: offset of the sentence with the pronoun.
        subject: the pronoun.
        words: the Chinese lists.
    """
    if subject.kind is not SubjectKind.PRONOUN:
        return None
    found = _ASKED.search(text, max(0, start - _REACH), start)
    if found is None:
        return None
    return _noun_at(text, found.end("asked"), start, words)


def kin_before(text: str, start: int, subject: Subject, words: DraftWords) -> Subject | None:
    """A relative with whom the sentence before begins, and nobody is named since.

    Args:
        text: the draft.
        start: offset of the sentence with the pronoun.
        subject: the pronoun.
        words: the Chinese lists.
    """
    if subject.kind is not SubjectKind.PRONOUN:
        return None
    floor = max(0, start - _REACH)
    first = max(text.rfind(sign, floor, start - 1) for sign in "。！？\n”") + 1
    by = _BY_KIN.match(text, first, start)
    kin = words.phrases["kin"].match(text, by.end() if by else first, start)
    gender = words.pronouns.get(subject.text)
    told = "f" if kin and words.has("feminine", kin.group()) else "m"
    if kin is None or gender != told or "\n" in text[first:start]:
        return None
    if words.phrases["names"].search(text, kin.end(), start) or text[kin.end()] in "，、的":
        return None
    return Subject(*kin.span(), kin.group(), SubjectKind.ROLE, kin.group())


def _noun_at(text: str, at: int, start: int, words: DraftWords) -> Subject | None:
    role = words.phrases["roles"].match(text, at, start)
    if role is None or text[role.end() : role.end() + 1] not in "，：,:":
        return None
    return Subject(*role.span(), role.group(), SubjectKind.ROLE, role.group())
