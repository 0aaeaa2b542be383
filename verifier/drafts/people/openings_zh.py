"""With whom a Chinese sentence begins, and who is brought in without a name.

Method: a name known from elsewhere in the draft within the first characters, or a pronoun; kin of
the one who is named ("her son"). Without a name: "one", a measure for people, and an office.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from verifier.drafts.clauses.owned_zh import owned_zh
from verifier.drafts.clauses.subjects_zh import read_subject, subject_zh
from verifier.drafts.models import Span
from verifier.drafts.names.heads_zh import head_end
from verifier.drafts.names.margins_zh import without_leads
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import DEEDS, is_name, shaped
from verifier.drafts.people.nameless_zh import are_many
from verifier.drafts.people.roster import People

_ASKS = re.compile("(?<![学學访訪疑询詢慰])(?:问起|問起|问到|問到|问|問)(?![题題卷答])")
_ASKS_OUT = re.compile("问[道了他她]?[，：]")
_QUESTION = 160
_TRADE = re.compile("[\u3400-\u9fff]{1,3}[员員师師长長匠]")
_BODY_PART = re.compile(
    "(?:^|(?<=[\n。！？”」，]))(?P<who>[^\uff0c。“的]{1,10})的(?:话|声音|嗓音|嗓门|语气|语速|眼[睛圈眶神里泪]|目光|手[指心]?|脸[上色]?|表情|神情|笑容|脾气|话匣子|回忆|记忆|态度|嘴角|眉头)"
)
"""What of somebody a sentence tells."""
_IS_HE = re.compile("(?:正是|就是|便是|(?<=的)是|(?<=人)是)[^\uff0c\u3002\uff1a]{0,24}$")
_PARTS = 5
"""Parts of a sentence, with the commas between them, in which the first name is looked for."""
_SHORT = 3
_NEAR = 12
"""Characters in front of the name in which only an office or a time stands."""


def opening_zh(people: People, first: int, last: int) -> Subject | None:
    """The person with whom a sentence begins.

    Args:
        people: who is named in the draft.
        first: offset of the sentence.
        last: its end offset.
    """
    text = people.text
    while first < last and text[first] in "\uff0c,\u3001\uff1b ":
        first += 1
    part = max(text.rfind("\uff0c", first, last), text.rfind(",", first, last)) + 1
    colon = re.search("[\uff1a:]\\s*$", text[first:last]) is not None
    if part > first and colon:
        leading = _leading(people, part, last) or _kin(people, first, last)
        if leading is not None:
            return leading
    told = people.words.phrases["verbs"].search(text, first, part)
    other = _other_last(people, part, last) if part > first and not (colon or told) else None
    if other is not None:
        return other
    shown = _shown(people, first, last)
    if shown is not None:
        return shown
    mention = people.mention_behind(first - 1)
    if mention is not None and mention.start <= min(last, first + _NEAR):
        kin = people.words.phrases["roles"].match(text, mention.end + 1)
        if kin and text[mention.end] == "\u7684":
            whole = text[mention.start : kin.end()]
            return Subject(mention.start, kin.end(), whole, SubjectKind.ROLE, kin.group())
        return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME)
    here = [m for m in people.nameless_between(first, last) if _opens_part(text, m.start, first)]
    nameless = here[-1] if here else None
    if nameless is not None:
        name, role = nameless.name, nameless.role
        return Subject(nameless.start, nameless.end, name, SubjectKind.ROLE, role)
    for begin in (part, first) if colon else ():
        relative = owned_zh(text, begin, min(last, begin + _NEAR), people.words)
        if relative is not None:
            return relative
        office = people.words.phrases["roles"].match(text, begin, last)
        office = office or _TRADE.match(text, begin, last)
        if office and text[office.end() : office.end() + 1] in DEEDS:
            return Subject(*office.span(), office.group(), SubjectKind.ROLE, office.group())
        length = shaped(text, begin, last, people.words)
        if length:
            return Subject(begin, begin + length, text[begin : begin + length], SubjectKind.NAME)
    for length in (2, 1):
        if text[first : min(first + length, last)] in people.words.pronouns:
            return read_subject(text, first, min(first + length, last), people.words)
    return _heading(people, first, last) if colon else _named_first(people, first, last)


def _named_first(people: People, first: int, last: int) -> Subject | None:
    """The name in the first part of a sentence in which anybody acts."""
    begin = first
    for part in re.split("([\uff0c,])", people.text[first:last])[:_PARTS]:
        start = without_leads(people.text, begin, begin + len(part), people.words)
        end = head_end(people.text, start, begin + len(part), people.words)
        if end is not None:
            subject = read_subject(people.text, start, end, people.words)
            if subject is None or subject.kind is SubjectKind.NAME:
                return subject if subject and people.stands_at(subject.start) else None
            one = subject.kind is SubjectKind.ROLE and not are_many(subject.role or subject.text)
            office = people.words.phrases["roles"].search(subject.text)
            return subject if one and office else None
        begin += len(part)
    return None


def _other_last(people: People, part: int, last: int) -> Subject | None:
    """Whoever acts in the last part of a sentence that began with another one."""
    stop = last
    while stop > part and not people.text[stop - 1].isalnum():
        stop -= 1
    end = head_end(people.text, part, stop, people.words)
    subject = read_subject(people.text, part, end, people.words) if end else None
    if subject is None or end == stop or subject.start != part:
        return None
    if subject.kind is SubjectKind.NAME:
        return subject if people.stands_at(subject.start) else None
    again = people.words.has("generic_roles", subject.text) or people.words.has("kin", subject.text)
    return subject if subject.kind is SubjectKind.ROLE and again else None


def _heading(people: People, first: int, last: int) -> Subject | None:
    """Whoever acts in the last part of a sentence that says who does ("李明在会上发了火：")."""
    text, words = people.text, people.words
    stop = last
    for part in reversed(re.split("([\uff0c,])", text[first:last])):
        begin = stop - len(part)
        start = without_leads(text, begin, stop, words)
        end = head_end(text, start, stop, words) if part not in "\uff0c," else None
        subject = read_subject(text, start, end, words) if end else None
        if subject is not None:
            return subject
        stop = begin
    return None


def asked_zh(people: People, first: int, last: int) -> Subject | None:
    """Whoever is asked in a sentence after which the answer stands ("记者问李明……").

    Args:
        people: who is named in the draft.
        first: offset of the sentence.
        last: its end offset.
    """
    is_he = _is_he(people, first, last)
    if is_he is not None:
        return is_he
    found = _ASKS.search(people.text, first, last)
    if found is None:
        return None
    mention = people.mention_behind(found.end() - 1)
    if mention is not None and mention.start <= min(last, found.end() + 3):
        return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME)
    for length in (2, 1):
        if people.text[found.end() : found.end() + length] in people.words.pronouns:
            return read_subject(people.text, found.end(), found.end() + length, people.words)
    name = people.text[found.end() : min(last, found.end() + 3)]
    if len(name) == 3 and is_name(name, people.words):
        return Subject(found.end(), found.end() + 3, name, SubjectKind.NAME)
    return None


def asker_zh(people: People, before: Span | None) -> Subject | None:
    """Who asks, without marks, the question with which a paragraph of narration ends.

    Args:
        people: who is named in the draft.
        before: the paragraph before, if it is narration.

    Returns:
        A name or a pronoun; None when it ends in no question, or the author asks.
    """
    text, words = people.text, people.words
    if before is None or words.language != "zh" or text[slice(*before)].rstrip()[-1:] != "？":
        return None
    floor = max(before[0], before[1] - _QUESTION)
    found = list(_ASKS_OUT.finditer(text, floor, before[1]))
    if not found:
        return None
    first = max(floor, *(text.rfind(sign, floor, found[-1].start()) + 1 for sign in "。！？\n”"))
    subject = subject_zh(text, first, found[-1].start(), words)
    kinds = (SubjectKind.NAME, SubjectKind.PRONOUN)
    return subject if subject is not None and subject.kind in kinds else None


def goes_on_zh(people: People, last_end: int, end: int) -> bool:
    """Whether a whole sentence is quoted behind a few words, in Chinese, which may be another's.

    Args:
        people: who is named in the draft.
        last_end: where the quotation before ends, with its mark.
        end: where this one ends.
    """
    if people.words.language != "zh":
        return False
    few, whole = people.text[last_end - 2 : last_end - 1], people.text[end - 2 : end - 1]
    return few.isalnum() and not whole.isalnum()


def _is_he(people: People, first: int, last: int) -> Subject | None:
    """The name with which a sentence ends that says who it is ("送他上山的正是村医李明。")."""
    stop = last
    while stop > first and not people.text[stop - 1].isalnum():
        stop -= 1
    at = bisect_left(people.starts, stop) - 1
    mention = people.mentions[at] if at >= 0 else None
    if mention is None or mention.start < first or mention.end != stop:
        return None
    if not _IS_HE.search(people.text, first, mention.start):
        return None
    return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME)


def _shown(people: People, first: int, last: int) -> Subject | None:
    """Whose voice, eyes or hands a sentence tells of ("老人的话多了起来。")."""
    found = _BODY_PART.search(people.text, first, last)
    if found is None or people.words.phrases["names"].search(people.text, first, found.start()):
        return None
    begin = without_leads(people.text, found.start("who"), found.end("who"), people.words)
    return read_subject(people.text, begin, found.end("who"), people.words)


def _opens_part(text: str, at: int, first: int) -> bool:
    """Whether only a word or two stand before somebody in his part of a sentence."""
    comma = max(text.rfind(c, first, at) for c in "\uff0c,")
    return at - max(comma + 1, first) <= _SHORT


def _leading(people: People, part: int, last: int) -> Subject | None:
    """Whoever the last part of a sentence begins with, when that leads to the quotation."""
    relative = owned_zh(people.text, part, min(last, part + _NEAR), people.words)
    if relative is not None:
        return relative
    mention = people.mention_behind(part - 1)
    if mention is not None and mention.start <= min(last, part + 1):
        return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME)
    for length in (2, 1):
        if people.text[part : part + length] in people.words.pronouns:
            return read_subject(people.text, part, part + length, people.words)
    return None


def _kin(people: People, first: int, last: int) -> Subject | None:
    """A relative without a name with whom a part of the sentence begins."""
    kin = people.words.phrases.get("kin")
    for match in kin.finditer(people.text, first, last) if kin else ():
        begins = match.start() == first or people.text[match.start() - 1] in "\uff0c,"
        if begins and not people.stands_at(match.end()):
            return Subject(*match.span(), match.group(), SubjectKind.ROLE, match.group())
    return None
