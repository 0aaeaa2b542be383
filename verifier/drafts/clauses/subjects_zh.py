"""Who says it, in Chinese: the subject before a verb of saying.

Problem: no spaces and no capitals; the office stands before the name or behind it, and between
subject and verb stand time, place and addressee.

Method: the clause up to the verb is cut at commas; from the part nearest to the verb that still has
words after time, place, addressee and adverbs are taken off, the name is what an office leaves
over, or a run of two to four characters that begins with a family name, or a transliterated name
with its dots. Everything else is kept as the words that name the speaker.

Rejected: a segmenter with a dictionary (it knows the famous and misses everybody else).
"""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.drafts.clauses.named_zh import known_in, last_role, name_in
from verifier.drafts.clauses.owned_zh import MOST_DONE, NO_DEED, owned_zh
from verifier.drafts.clauses.referred_zh import asked_before, kin_before, line_of, relative_before
from verifier.drafts.names.bodies import body_opening_zh
from verifier.drafts.names.heads_zh import ends_in_body, head_end
from verifier.drafts.names.margins_zh import behind_dateline, names_nobody, stripped, without_leads
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import (
    DEEDS,
    has_particle,
    is_name,
)
from verifier.drafts.words import DraftWords

_HAN = "\u3400-\u9fff"
_PERSON = re.compile(f"[{_HAN}]{{1,8}}(?:[学學]家|[专專]家|工作者|者|[人队隊团團]?[员員]|[师師])")
"""A word for a person by what he does."""
_INDEFINITE = re.compile("有[位名个個]|[一这這那多两兩几幾]+[位名个個]|某")
_NEGATED = re.compile("没有|沒有|从未|從未|不曾|没人|無人|无人|谁|[没沒未]$")
_PLACE_ENDS = "下上里裡裏中外旁边邊前后後的内內"
_LONGEST = 24
_NAMED = re.compile(f"(?:名叫|叫做|叫作|叫)([{_HAN}]{{2,3}})的")
"""The name in what brings somebody in ("一个叫周楠的小伙子")."""
_LETTER_SAYS = re.compile("(信|函|书|書)[中里裡上]")
_LETTER = re.compile("[请請致公举舉感表联聯慰倡建][愿願歉开開报報谢謝扬揚名问問议議][信函书書]")
"""A letter that is known by what it is for, and not by who wrote it."""
_LETTER_REACH = 120
_OWN = re.compile(
    "我们|我們|咱们|咱們|笔者|筆者|记者(?![站会會协協])|記者(?![站会會协協])|我(?![国國市省县縣区區校院队隊方军軍厂廠])"
)
"""With what a part begins that tells of the author."""
_REPORTS = re.compile("[（(](?:[^）)]{0,4})[记記]者$|[报報]道[记記]者$")
"""A dateline."""
_OTHER = re.compile("(?:另|其中)一[家位名个個方]|前者|后者|後者")
_OFFICES = "科股局委厅廳署院部"
"""Characters that end the word for an office, right before a verb of saying."""
_HE = re.compile("[他她](?!们|們)")
_POSTED = re.compile("(?:^|的)((?:[一这這][条條则則个個])?(?:评论|評論|留言|弹幕|彈幕|帖子|跟帖))$")
"""What somebody without a name posted."""
_NEAR_VERB = 6
_ASIDE = re.compile("（[^）]*）")
_TELLS = re.compile("[在于了过设位属成有由受获]")
"""What tells something of a body before its name."""
_WHOEVER = re.compile("[^，。：“]{2,12}的(?:人|人们|朋友|邻居|同事|街坊)")
"""People who are known by what they do ("熟悉他的人")."""
_ANNOUNCES = re.compile(
    "公告[称说]|发布公告|发公告|发布声明|发声明|发布通报|发布财报|声明称|通告称|宣布|致歉|回应称"
)
_FIRM = re.compile(f"[{_HAN}A-Za-z]{{3,10}}")
_MADE_KNOWN_BY = re.compile(
    "[^，。的]{0,6}(?:消息|视频|照片|信息|通知|公告|声明|数据|报告|决定|文章|结果|讣告)[^，。的]{0,2}由"
)
"""What somebody makes known, before him."""
_MAKES = re.compile(
    "(?:发布|发出|公布|刊登|贴出|印发|下发|出具|发表|寄出|发来|张贴|挂出|提交|发送)"
)
"""What a body does with a paper."""
_OF_BODY = re.compile(
    "[^，。]{2,16}(?:所属|所在|所驻|隶属|涉事|位于[^，。的]{1,8})的(?=[^，。的]{4})"
)
_PLACED = re.compile("([^在的]{2,14})在(?![读职任校编岗场])[^，。的]{2,14}$")
_BODY_BEFORE = re.compile(
    "(?:[局处部司厅科室院校会社所站队厂店行团委府庭办台组方]|公司|集团|平台|中心|大学|机构|单位|企业|学校|法院)$"
)


def subject_zh(text: str, start: int, verb: int, words: DraftWords) -> Subject | None:
    """The subject of a verb of saying.

    Args:
        text: the draft.
        start: offset of the sentence.
        verb: offset of the verb.
        words: the Chinese lists.

    Returns:
        The subject; None when no part of the sentence names anybody, or it is negated.
    """
    if _NEGATED.search(text, max(start, verb - 6), verb):
        return None
    start = behind_dateline(text, start, verb)
    stop = verb
    for part in reversed(re.split("([，,；;：:、])", text[start:verb])):
        begin = stop - len(part)
        if part and part not in "，,；;：:、":
            aside = _ASIDE.search(text, begin + 1, stop)
            subject = read_subject(text, begin, aside.start(), words) if aside else None
            subject = subject or read_subject(text, begin, stop, words)
            if subject is not None:
                if subject.kind is SubjectKind.OWN and text[subject.start] in "我咱":
                    return line_of(text, subject.start, words) or subject
                whole = relative_before(text, start, begin, subject, words)
                whole = whole or asked_before(text, start, subject, words)
                whole = whole or kin_before(text, start, subject, words)
                return whole or _without_place(subject)
        stop = begin
    return _announcing(text, start, verb, words)


def _announcing(text: str, start: int, verb: int, words: DraftWords) -> Subject | None:
    """A firm that nothing else shows to be one, before the verb with which firms speak."""
    if not _ANNOUNCES.match(text, verb):
        return None
    start = without_leads(text, start, verb, words)
    start, stop = stripped(text, start, verb, words)
    part = text[start:stop]
    if not _FIRM.fullmatch(part) or has_particle(part) or words.phrases["roles"].search(part):
        return None
    return Subject(start, stop, part, SubjectKind.ROLE)


def _without_place(subject: Subject) -> Subject:
    """The words for a body or somebody without where it was said ("海丰证券在一份研报")."""
    found = _PLACED.match(subject.text) if subject.kind is SubjectKind.ROLE else None
    if found is None:
        return subject
    end = subject.start + found.end(1)
    return replace(subject, end=end, text=found.group(1), role="")


def read_subject(text: str, start: int, stop: int, words: DraftWords) -> Subject | None:
    """Read one part of a clause as the words that name a speaker; None when it does not."""
    anybody = words.phrases["anybody"].search(text, max(start, stop - _NEAR_VERB), stop)
    anybody = anybody or words.phrases["anybody"].match(text, start, stop)
    if anybody:
        return Subject(*anybody.span(), anybody.group(), SubjectKind.OWN)
    start = without_leads(text, start, stop, words)
    start += text[start : start + 1] == "的"  # behind a name in marks
    if names_nobody(text, start, stop, words):
        return None
    by = _MADE_KNOWN_BY.match(text, start, stop)
    start = by.end() if by else start
    end = head_end(text, start, stop, words)
    start, stop = (start, end) if end else stripped(text, start, stop, words)
    if start >= stop:
        return None
    part = text[start:stop]
    if _REPORTS.search(part):
        return Subject(start, stop, part, SubjectKind.OWN)
    if _OWN.match(part, part[0] in "当在"):
        return Subject(start, stop, part, SubjectKind.OWN)
    if part in words.pronouns:
        return Subject(start, stop, part, SubjectKind.PRONOUN)
    owned = owned_zh(text, start, stop, words)
    if owned is not None:
        return owned
    if part[0] == "其" and end and words.phrases["roles"].search(part):
        office = last_role(part, words)
        if office and office[1] == len(part):
            return Subject(start, stop, part, SubjectKind.ROLE)
    for length in (2, 1):
        follows = part[length : length + 1]
        offices = part[0] == "其" and words.phrases["roles"].search(part)
        if part[:length] in words.pronouns and follows not in "的们們" and not offices:
            return Subject(start, start + length, part[:length], SubjectKind.PRONOUN)
    if words.has("own", part):
        return Subject(start, stop, part, SubjectKind.OWN)
    indefinite = _INDEFINITE.search(part)
    if indefinite and indefinite.group() == "某" and part[indefinite.start() - 1] in words.surnames:
        indefinite = None  # "被告人邓某"
    if indefinite and indefinite.start() and part[indefinite.start() - 1] in _PLACE_ENDS:
        return read_subject(text, start + indefinite.start(), stop, words)
    if indefinite and indefinite.end() == len(part) and indefinite.group()[0] != "某":
        return None  # "一位", with what it tells before the noun
    called = _NAMED.search(part) if indefinite else None
    if called and (called.group(1) in words.names or is_name(called.group(1), words)):
        begin, end = start + called.start(1), start + called.end(1)
        return Subject(begin, end, called.group(1), SubjectKind.NAME)
    letter = _LETTER_SAYS.match(part)
    if letter and letter.end() == len(part):
        kinds = [m.group() for m in _LETTER.finditer(text, max(0, start - _LETTER_REACH), start)]
        if kinds:
            return Subject(start, start + 1, kinds[-1], SubjectKind.ROLE, letter.group(1))
    other = _OTHER.match(part)
    alone = other is not None and (other.end() == len(part) or other.group()[-1] == "者")
    if other and alone and part[other.end() : other.end() + 1] in ("", *DEEDS):
        return Subject(start, start + other.end(), other.group(), SubjectKind.ROLE)
    behind = part.rfind("的") + 1 if indefinite else 0
    named = None
    if indefinite and not behind:
        office = last_role(part, words)
        behind = office[1] if office and 1 < len(part) - office[1] < 4 else 0
    if not indefinite or indefinite.end() <= behind:
        named = known_in(part[behind:], words) or name_in(part[behind:], words)
    if named is not None:
        begin, end, role = named
        begin, end = begin + behind, end + behind
        return Subject(start + begin, start + end, part[begin:end], SubjectKind.NAME, role)
    if words.phrases["roles"].fullmatch(part) or words.has("generic_roles", part):
        return Subject(start, stop, part, SubjectKind.ROLE, part)
    office = last_role(part, words)
    relative = _OF_BODY.match(part)
    if relative and office and office[1] == len(part) and not indefinite:
        start += relative.end()  # "事故车辆所属的童安公司负责人"
        part, office = part[relative.end() :], last_role(part[relative.end() :], words)
    body = part.rstrip("上里裡中")
    headed = office is not None and office[1] == len(part) and office[1] - office[0] > 1
    body = "" if indefinite or headed else body_opening_zh(text, start, body)
    if body:
        return Subject(start, start + len(body), body, SubjectKind.ROLE, body[-2:])
    kin = words.phrases["kin"].match(part)
    if kin and not words.phrases["names"].match(part, kin.end()):
        return Subject(start, start + kin.end(), kin.group(), SubjectKind.ROLE, kin.group())
    posted = _POSTED.search(part)
    if posted:
        begin = start + posted.start(1)
        return Subject(begin, stop, text[begin:stop], SubjectKind.ROLE)
    of_body = _of_body(part, indefinite, office) if indefinite else 0
    if of_body:
        return Subject(start, start + of_body, part[:of_body], SubjectKind.ROLE)
    told = words.phrases["verbs"].search(part, part.rfind("的") + 1)
    inside = office is not None and told is not None and told.start() >= office[0]
    if told and not inside and not (end and len(told.group()) == 1 and ends_in_body(part)):
        return None
    if indefinite and len(part) <= _LONGEST:
        before = part[indefinite.start() - 1 : indefinite.start()]
        if before in ("有", "的") or (before and indefinite.group()[0] == "有"):
            part, start = part[indefinite.start() :], start + indefinite.start()
            office = last_role(part, words)
        if office and part[office[1] : office[1] + 1] not in "的":
            part = part[: office[1]]
        return Subject(start, start + len(part), part, SubjectKind.ROLE)
    if office and office[1] == len(part) and len(part) <= _LONGEST:
        return Subject(start, stop, part, SubjectKind.ROLE, part[slice(*office)])
    if _WHOEVER.fullmatch(part) and not words.phrases["names"].fullmatch(part):
        return Subject(start, stop, part, SubjectKind.ROLE)
    if _PERSON.fullmatch(part) and not has_particle(part):
        return Subject(start, stop, part, SubjectKind.ROLE, part)
    he = _HE.search(part)
    if he and "的" not in part and he.group() in words.pronouns:
        return Subject(start + he.start(), start + he.end(), he.group(), SubjectKind.PRONOUN)
    makes = _MAKES.search(part, 2)
    if end and makes and ends_in_body(part):
        part, stop = part[: makes.start()], start + makes.start()
        known = ends_in_body(part) or _FIRM.fullmatch(part)
        return Subject(start, stop, part, SubjectKind.ROLE, part[-2:]) if known else None
    says = end and part[-1] in _OFFICES and words.phrases["verbs"].match(text, stop)
    of = part.rfind("的") + 1
    if end and of and ends_in_body(part[of:]) and _TELLS.search(part[:of]):
        body = part[of:]
        if len(body) > 3:  # "总部设在外地的海丰集团"
            return Subject(start + of, stop, body, SubjectKind.ROLE, body[-2:])
    if end and len(part) <= _LONGEST and (says or ends_in_body(part)):
        return Subject(start, stop, part, SubjectKind.ROLE, part[-2:])
    opens = words.phrases["roles"].match(part)
    rest = part[opens.end() :] if opens else ""
    done = len(rest) <= MOST_DONE and not NO_DEED.search(rest)
    if opens and done and rest[:1] not in words.surnames:
        role = opens.group()
        return Subject(start, start + len(role), role, SubjectKind.ROLE, role)
    return None


def _of_body(part: str, indefinite: re.Match[str], office: tuple[int, int] | None) -> int:
    """Where the words for one of a body end, when the body stands before ("市法院一名法官")."""
    if not indefinite.start() > 1 or office is None or office[0] < indefinite.end():
        return 0
    return office[1] if _BODY_BEFORE.search(part[: indefinite.start()]) else 0
