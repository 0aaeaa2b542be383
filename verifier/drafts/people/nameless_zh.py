"""People without a name in a Chinese draft, and the offices that it gives to names.

Problem: "一位邻居" brings somebody in and "一名会计" may only tell what the one named before is;
"被告" points at a name that stands sentences away.

Method: "one", a measure for people and a noun for a person bring somebody in, unless "is", "was" or
a name stands right before. A noun that brought somebody in means the same one where it opens a part
of a sentence again. "The defendant is ..., Li" and "Li is ... a baker" give their office to a name.

Rejected: the nearest name for every office (the holder is often named by another one beside it).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set

from verifier.drafts.clauses.names_zh import BY_SURNAME
from verifier.drafts.clauses.subjects_zh import read_subject
from verifier.drafts.models import Span
from verifier.drafts.names.heads_zh import head_end
from verifier.drafts.names.margins_zh import without_leads
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import DEEDS
from verifier.drafts.people.entries import nearest
from verifier.drafts.words import DraftWords

_BREAK = re.compile("[，。；：]")
_PERSON = re.compile(
    "(?:[客者员民众师生友家工手孩汉翁妇商户主匠]|人(?![物类生口工心道情权事家们]))"
)
_BROUGHT_IN = re.compile("(?<!没有)(?<!沒有)另?(?<!第)[一有几幾][位名个個]")
_EXPLAINS = re.compile(
    "(?:[给給向对對跟替把被让讓将將]|[是为為像]|成[了为]?|[当當做]|作[为為])[过過了]?$"
)
_IS = re.compile("(?:[是为為叫]|名叫|[担擔]任|[系係])")
_REACH = 16
"""Characters from the measure to the noun."""
_BODIES = frozenset("部 局 委 公司 主办方 主辦方 主席团 店家 對方 对方".split())
_MANY = frozenset(
    "球迷 居民 网友 網友 村民 市民 观众 觀眾 游客 遊客 乘客 家长 家長 学生 學生 员工 員工 "
    "工人 志愿者 志願者 "
    "队员 隊員 球员 球員 专家 專家 "
    "工作人员 工作人員 人员 人員 人士 医生 醫生 民众 民眾 们 們".split()
)
"""Nouns that mostly stand for several people."""
_PARTS = 3
_CLAUSE = 40
"""Characters of the part of a sentence that gives an office."""
_OBJECT = re.compile("[为為给給对對替帮幫陪请請劝勸问問找叫让讓把]([他她])(?![们們的说說])")
_AUTHOR = re.compile("我(?!们的)|记者|記者|笔者|筆者")
_OVER = re.compile("[。！？\n“「]")
_STARTS = "\n。！？”」；，"
_OTHERS = frozenset("后代 后人 后裔 家属 代表 团队 群体 协会 之间 方面 们".split())
"""What makes other people of the word for somebody."""
_THIS = "该這这位名个個那此"
_OWN_MAN = re.compile("[他她]的[^，。]{1,24}$")
_CALLED_SO = re.compile("(?:[叫喊称]|管)[他她]叫?(?:做|作|为)?$")
_BESIDE = 8
"""Characters beside a name in which what its office is of stands."""
_ENDS = re.compile("[，。；：\n、]|$")
_PART_ENDS = re.compile("[，。；：\n]|$")


def nameless_zh(
    text: str, start: int, end: int, words: DraftWords
) -> Iterator[tuple[Subject, bool]]:
    """The people whom a part outside quotation marks brings in without a name.

    Args:
        text: the draft.
        start: offset of the part.
        end: its end offset.
        words: the Chinese lists, with the names that the draft shows.

    Yields:
        Each with whether it opens its sentence, in order.
    """
    for match in _BROUGHT_IN.finditer(text, start, end):
        over = _BREAK.search(text, match.end(), min(end, match.start() + _REACH))
        stop = over.start() if over else min(end, match.start() + _REACH)
        owner = text.find("的", match.end(), stop)
        role = words.phrases["roles"].match(text, owner + 1, stop) if owner > 0 else None
        role = role or words.phrases["roles"].search(text, match.start() + 2, stop)
        role = role or _PERSON.search(text, match.start() + 3, stop)
        if role is not None and re.search("[遭被]", text[match.end() : role.start()]):
            continue  # "一间幼儿园遭家长投诉"
        if role is None or _explains(text, match.start(), words):
            continue
        label = text[match.start() : role.end()]
        yield Subject(match.start(), role.end(), label, SubjectKind.ROLE, role.group()), True


def opening_roles(
    text: str, start: int, end: int, sentences: Sequence[int], words: DraftWords
) -> Iterator[Subject]:
    """The offices without a name with which sentences begin ("主教练首先走上台").

    Args:
        text: the draft.
        start: offset of a part outside quotation marks.
        end: its end offset.
        sentences: offsets at which sentences begin, in order.
        words: the Chinese lists, with the names that the draft shows.
    """
    for first in sentences[bisect_left(sentences, start) : bisect_left(sentences, end)]:
        for _ in range(_PARTS):
            over = _PART_ENDS.search(text, first, min(end, first + _CLAUSE))
            last = over.start() if over else min(end, first + _CLAUSE)
            begin = without_leads(text, first, last, words)
            stop = head_end(text, begin, last, words)
            if stop or text[last : last + 1] != "，":
                break
            first = last + 1
        subject = read_subject(text, begin, stop, words) if stop else None
        if subject is None or subject.kind is not SubjectKind.ROLE or subject.end != stop:
            continue
        told = any(words.phrases[n].match(text, stop) for n in ("adverbs", "verbs", "acts"))
        acts = stop == last or text[stop] in DEEDS or told
        acts = acts and text[stop : stop + 2] not in _OTHERS  # "屋主后代分成两派"
        acts = acts and text[stop : stop + 1] != "都" and not subject.text.endswith("记者")
        one = not are_many(subject.role) and not words.has("kin", subject.role)
        if subject.role and acts and one:
            yield subject


def are_many(noun: str) -> bool:
    """Whether a noun mostly stands for several people, or for a body.

    Args:
        noun: an office, or the words for somebody that end in one.
    """
    return any(noun.endswith(other) for other in _BODIES | _MANY)


def _explains(text: str, at: int, words: DraftWords) -> bool:
    """Whether a noun only tells what somebody is who is named right before."""
    if _EXPLAINS.search(text, max(0, at - 4), at):
        return True
    names = words.phrases["names"].finditer(text, max(0, at - 8), at - 1)
    return text[at - 1 : at] == "，" and any(name.end() == at - 1 for name in names)


def acted_on(text: str, at: int, gender: str, words: DraftWords) -> bool:
    """Whether somebody does something for "her", so that she is somebody else.

    Args:
        text: the draft.
        at: offset behind the words for somebody.
        gender: what the pronoun that is looked for tells.
        words: the Chinese lists.
    """
    begin = max(text.rfind(sign, 0, at) for sign in "。！？\n")
    if _AUTHOR.match(text, begin + 1):
        return False
    over = _OVER.search(text, at)
    for match in _OBJECT.finditer(text, at, over.start() if over else len(text)):
        if gender and words.pronouns.get(match.group(1)) == gender:
            return True
    return False


def told_before(text: str, at: int, gender: str, words: DraftWords) -> bool:
    """Whether the sentence says "she" before a name, which then is somebody else's.

    Args:
        text: the draft.
        at: where the name stands.
        gender: what the pronoun that is looked for tells.
        words: the Chinese lists.
    """
    begin = max(text.rfind(sign, 0, at) for sign in "。！？\n”」") + 1
    own = _OWN_MAN.match(text[begin:at])
    if own and not words.phrases["kin"].search(text, begin, at):
        return False  # "他的教练、前国手李明倒不这么看"
    if _CALLED_SO.search(text, begin, at):
        return False  # "大家都叫她倪姐"
    signs = (sign for sign in text[begin:at] if words.pronouns.get(sign))
    return any(words.pronouns[sign] == gender for sign in signs)


def again_zh(
    text: str, nouns: dict[str, str], narration: Sequence[Span]
) -> Iterator[tuple[int, int, str]]:
    """Where a noun that brought somebody in opens a part of a sentence again.

    Args:
        text: the draft.
        nouns: the nouns without their measure, and the office in each.
        narration: the parts outside quotation marks.

    Yields:
        Start, end and office.
    """
    if not nouns:
        return
    inside = "|".join(map(re.escape, sorted(nouns, key=lambda noun: (-len(noun), noun))))
    pattern = re.compile(f"(?<=[\n。！？”」，])(?:{inside})")
    for start, end in narration:
        for match in pattern.finditer(text, start, end):
            yield *match.span(), nouns[match.group()]


def offices_zh(
    text: str, narration: Sequence[Span], words: DraftWords
) -> Iterator[tuple[str, int, str]]:
    """Offices that a draft gives to a name in a clause with "is".

    Args:
        text: the draft.
        narration: the parts outside quotation marks.
        words: the Chinese lists, with the names that the draft shows.

    Yields:
        The office, where the name stands, and the name.
    """
    for start, end in narration:
        for match in _IS.finditer(text, start, end):
            first = max(text.rfind(sign, start, match.start()) + 1 for sign in _STARTS)
            first = max(first, start, match.start() - _CLAUSE)
            over = _ENDS.search(text, match.end(), match.end() + _CLAUSE)
            last = over.start() if over else match.end() + _CLAUSE
            before = text[first : match.start()]
            behind = text[match.end() : last]
            office = _last(words.phrases["roles"], before)
            name = _last(words.phrases["names"], behind)
            if office and name and office.end() == len(before) and name.end() == len(behind):
                yield office.group(), match.end() + name.start(), name.group()
                continue
            name = words.phrases["names"].search(before)
            office = _last(words.phrases["roles"], behind)
            if office and name and office.end() == len(behind):
                yield office.group(), first + name.start(), name.group()


def fullest_zh(
    name: str,
    at: int,
    by_part: Mapping[str, Sequence[tuple[int, str]]],
    officials: Set[str],
    words: DraftWords,
) -> str:
    """The fullest form of a Chinese name that the draft gives.

    Args:
        name: the name.
        at: where it stands.
        by_part: where the names stand that a part of a name may be short for.
        officials: names beside which an office stands.
        words: the Chinese lists.

    Returns:
        For an elder by the family name the first one of that family, unless an office brought the
        elder in before; for a family name with an office its nearest bearer; else the nearest
        longer name.
    """
    if BY_SURNAME.fullmatch(name):
        family = [entry for entry in by_part.get("^" + name[1], ()) if len(entry[1]) > 1]
        own = (place for place, other in by_part.get("^" + name[0], ()) if other == name)
        first = next(own, at) if name in officials else at
        return next((full for place, full in family if place <= first), name)
    office = words.phrases["roles"].search(name, 1)
    if office and office.end() == len(name) and office.start() == 1:
        same = [entry for entry in by_part.get("^" + name[0], ()) if entry[1] != name]
        return nearest(same, at) or name
    return nearest(by_part.get(name, ()), at) or name


def held_there(
    text: str, subject: Subject, held: Sequence[tuple[int, str]]
) -> list[tuple[int, str]]:
    """The holders of an office who may be meant by it with what it is the office of.

    Args:
        text: the draft.
        subject: the words for an office ("外交部发言人").
        held: where each holder's name stands, and the name.

    Returns:
        Those beside whom the same body or place stands; all for an office alone.
    """
    of = subject.text.removesuffix(subject.role).lstrip(_THIS)
    if not of or not subject.text.endswith(subject.role):
        return list(held)
    near = len(subject.text) + _BESIDE
    return [(at, name) for at, name in held if of[-2:] in text[max(0, at - near) : at + near]]


def _last(pattern: re.Pattern[str], part: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(part):
        found = match
    return found
