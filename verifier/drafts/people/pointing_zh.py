"""Whom "这位前锋", "该负责人" and "老人" stand for in a Chinese draft.

Problem: somebody is named once and then pointed at by what he is, and the noun stands beside no
name; or it points back at somebody without a name ("一位药师 … 该药师").

Method: an office alone is whoever spoke last under it, else its holder. Behind "this" it is the
nearest person without a name who was brought in by the same noun, else the person in focus whose
gender the noun does not deny. A word for the aged is the one to whom the draft gives such an age.

Rejected: the nearest name whatever the noun (a young doctor would speak as "老人").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from verifier.drafts.clauses.subjects_zh import read_subject
from verifier.drafts.names.margins_zh import without_leads
from verifier.drafts.names.parts import Subject
from verifier.drafts.people.focus import person_before
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.roster import People

_THIS = re.compile("(?:上述|[该該此]|[这這那](?=[位名个個]))[位名个個]?")
_ONE = re.compile("[一几幾][位名个個家]")
_AGED = re.compile("老人家?|老[汉漢伯太奶爷爺先两兩]|大[爷爺娘妈媽]")
_AGE = re.compile(
    "(\\d\\d)[多余餘]?[岁歲]|([五六七八九])十[一二三四五六七八九多]?[岁歲]"
    "|年[过過近届屆]([五六七八九])[旬十]"
)
_ABROAD = re.compile(
    "(?:[美英法德韩泰]国|日本|俄罗斯|意大利|西班牙|葡萄牙|荷兰|比利时|瑞[典士]|挪威|丹麦|芬兰|奥地利|波兰|捷克|匈牙利|希腊|土耳其|"
    "巴西|阿根廷|智利|墨西哥|加拿大|澳大利亚|新西兰|印度|伊朗|越南|埃及|南非|肯尼亚|塞尔维亚|克罗地亚|乌克兰|爱尔兰|苏格兰|"
    "摩洛哥|乌拉圭|哥伦比亚|新加坡|马来西亚|印尼|菲律宾)[籍裔]?(?:女|男|老|年轻)?"
    "(?:导演|作家|演员|歌手|画家|艺术家|摄影师|教练|主帅|前锋|后卫|中场|门将|选手|球员|球星|车手|老将|小将|名将|诗人|学者|科学家|指挥家|钢琴家|设计师|建筑师|厨师)"
)
"""What somebody from abroad is called by once he is named."""
_OLD = 55
_TENS = {sign: 10 * tens for tens, sign in enumerate("一二三四五六七八九", 1)}
_REACH = 3000
"""Characters before a word for the aged in which an age is looked for."""
_ALONE = 3
"""Characters of a noun that tells of nobody's body."""
_NEAR = 24
"""Characters between an age and the name it belongs to."""
_FEMININE = re.compile("[女妇婦妈媽母奶姑娘婆姨姐妹嫂妻]")
_MASCULINE = re.compile("[男爷爺父爸叔伯汉漢哥弟夫]")


def pointed_at(people: People, subject: Subject, previous: str | None) -> str:
    """Whom a noun for somebody stands for.

    Args:
        people: who is named in the draft.
        subject: an office or another noun for somebody.
        previous: who spoke last.

    Returns:
        A name, or the words for somebody without one; the noun itself when it points at nobody.
    """
    if previous and previous.endswith(subject.text):
        return previous  # "邹明的律师" and then "律师"
    holder = in_office(people, subject)
    return holder if holder != subject.text else _meant(people, subject, previous) or holder


def _meant(people: People, subject: Subject, previous: str | None) -> str | None:
    this = _THIS.match(subject.text)
    noun = subject.text[this.end() :] if this else subject.text
    if _AGED.match(noun):
        aged = _aged(people, subject.start)
        if aged is not None:
            return aged
        told = person_before(people, subject.start, _gender(noun), None)
        return told if told is None or people.is_named(told) else None
    if noun in ("后者", "前者"):
        return _of_two(people, subject.start, latter=noun == "后者")
    if noun == "对方":
        return _other_side(people, subject.start)
    if _ABROAD.fullmatch(noun) and people.mentions and people.mentions[0].start < subject.start:
        return person_before(people, subject.start, "", previous)
    if this is None or _ONE.search(noun) or people.words.has("bodies", noun) or not noun:
        return None
    held = [
        entries[before - 1]
        for role, entries in people.by_role.items()
        if role.endswith(noun) and (before := bisect_left(entries, (subject.start, "")))
    ]
    if held:
        return people.fullest(max(held)[1], subject.start)
    for one in reversed(people.nameless_between(max(0, subject.start - _REACH), subject.start)):
        same = one.role and noun.endswith(one.role)
        if same and not _THIS.match(one.name) and one.name != subject.text:
            return one.name
    label = _label_before(people, subject.start, noun)
    if label is not None:
        return label
    if this.group()[-1] in "该該此述" and len(noun) > _ALONE:
        return None  # "该部门负责人" is of the body, and no one before
    return person_before(people, subject.start, _gender(noun), previous)


def _gender(noun: str) -> str:
    """The gender that a noun for somebody tells."""
    return "f" if _FEMININE.search(noun) else "m" if _MASCULINE.search(noun) else ""


def _of_two(people: People, at: int, *, latter: bool) -> str | None:
    """The last, or the last but one, of those who are named before."""
    low = bisect_left(people.starts, at)
    names = [people.fullest(m.name, m.start) for m in people.mentions[max(0, low - 6) : low]]
    names = [name for n, name in enumerate(names) if name not in names[n + 1 :]]
    wanted = 1 if latter else 2
    return names[-wanted] if len(names) >= wanted else None


def _other_side(people: People, at: int) -> str | None:
    """Who is meant by "the other side": whoever its sentence does not begin with."""
    index = bisect_right(people.sentences, at) - 1
    first = people.sentences[index] if index >= 0 else 0
    first = max(first, people.text.rfind("\n", 0, at) + 1)
    low, high = bisect_left(people.starts, first), bisect_left(people.starts, at)
    here = [people.fullest(m.name, m.start) for m in people.mentions[low:high]]
    begins = people.text[first:at].lstrip("但而又也\u201d\u300d\uff0c ")[:1]
    gender = people.words.pronouns.get(begins, "")
    own = person_before(people, first + 1, gender, None) if gender else next(iter(here), None)
    others = [name for name in here if name != own]
    if others:
        return others[-1]
    if own is None or people.words.phrases["roles"].search(people.text, first, at):
        return None
    return person_before(people, first, "", None, lambda name: name == own)


def _label_before(people: People, at: int, noun: str) -> str | None:
    """The words for somebody in which a noun stood before ("该工作人员" of a body's)."""
    text = people.text
    place = text.rfind(noun, max(0, at - _REACH), at)
    if place < 0:
        return None
    begin = max(text.rfind(sign, max(0, place - _NEAR), place) for sign in "，。！？；：、\n“”")
    start = without_leads(text, max(begin + 1, place - _NEAR), place, people.words)
    subject = read_subject(text, start, place + len(noun), people.words)
    named = subject is not None and subject.text.endswith(noun) and subject.text != noun
    return subject.text if subject is not None and named else None


def _aged(people: People, at: int) -> str | None:
    """The last one before an offset to whom the draft gives the age of an elder."""
    found: str | None = None
    for match in _AGE.finditer(people.text, max(0, at - _REACH), at):
        tens = match.group(2) or match.group(3)
        if (int(match.group(1)) if match.group(1) else _TENS[tens]) < _OLD:
            continue
        kin = people.words.phrases["kin"].search(people.text, match.start() - 4, match.start())
        if kin and kin.end() == match.start():
            first = max(people.text.rfind(sign, 0, kin.start()) for sign in "。，\n”」") + 1
            subject = read_subject(people.text, first, kin.end(), people.words)
            found = subject.text if subject is not None else found
            continue
        low = bisect_left(people.starts, match.start() - _NEAR)
        near = [m for m in people.mentions[low : low + 4] if m.start < match.end() + _NEAR]
        begin = max(people.text.rfind(sign, 0, match.start()) for sign in "。\n”」")
        here = [m for m in near if m.start > begin]
        if here:
            one = min(here, key=lambda m: abs(m.start - match.start()))
            found = people.fullest(one.name, one.start)
    return found
