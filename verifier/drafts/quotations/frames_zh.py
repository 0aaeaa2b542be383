"""The frames in which a few words in marks are somebody's, in Chinese.

Method: as for languages with spaces, on characters. A verb that governs the fragment, over an
object without a comma, with its subject before it; a passive whose agent is named (被……斥为); the
possessor of a noun for words behind the marks; and, in a headline, an office before a verb of
attacking. What is called so by nobody named (被称为) is a name.

Rejected: every verb of the lists of saying (they are looked for already, and found).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.subjects_zh import read_subject, subject_zh
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.models import Span
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.quotations.fragments import is_attribute
from verifier.drafts.words import DraftWords

_REACH = 60
_MOST_OBJECT = 16
"""Characters between a governing verb and the marks."""
_SENTENCE = re.compile("[。！？!?\n；]")
_BORDER = re.compile('[\uff0c,：:\u201c\u201d\u300c\u300d"]')
_BY = re.compile(
    "[被遭](?P<who>[^\uff0c。\u201c\u300c]{2,12}?)"
    "(?:[斥称稱批骂罵讽諷嘲轟轰形容比作评價价评说說喻视視看贬貶]{1,4}[为為作是成]?)$"
)
_DENIED = re.compile(
    "(?:拒[绝絕]|不[愿願肯想再]|从不|從不|没有?|沒有?)[^\uff0c。]{0,6}?"
    "(?:[用以]|把[^\uff0c。]{1,8}[叫称稱][作为為]|将[^\uff0c。]{1,8}[叫称稱][作为為])$"
)
_HEADLINE_VERB = re.compile(
    "(?:痛批|怒批|狠批|直批|猛批|炮[轰轟]|砲轟|怒[轰轟斥呛嗆]|痛斥|[驳駁]斥?|[轰轟批斥讽諷嘲酸呛嗆怼懟吁籲喊曝赞讚]|回[应應]|自[称稱曝嘲])$"
)
_REMARK = re.compile(
    "(?:的)?(?:这[句番种一]|那[句番种一])?(?:承[诺諾]|言[论論]|[说說]法|回[应應]|表[态態]|[评評][价價]|批[评評]|指[责責]|辩解|辯解"
    "|喊声|呼声|叫声|骂声|嘘声|呼喊|声浪|声(?=[持此不一在，。响])|解[释釋]|道歉|比喻|豪言|誓言|保[证證]|[提忠警]告|[呼号號][吁籲]|[质質]疑|名言|言[辞辭]|[讲講][话話]|口[头頭][禅禪])"
)
_BODY = re.compile(
    "([\u3400-\u9fff]{1,7}?[党黨会會局部署院厅廳司委团團队隊方社府校所厂廠行盟站协協们們商庭派])"
    "(?:$|(?:将|將|把|对|對|就|向|点名|點名|公开|公開|再次|也|都|曾|则|則|一再|随后|隨後|昨|今|还|還|拒|一致).{0,12}$)"
)
_VIEW = re.compile(
    "(?:在|依|按|照|按照)(?P<who>[^\uff0c。]{2,12}?)(?:看来|看來|眼中|眼里|眼裡|之见|心中|的[说說]法|的[话話][说說]?)[\uff0c,]?[^\uff0c。]{0,14}$"
)
_WITH = re.compile("(?:用|以|借)(?:一句|这句|一个|这样的话)?$")
_PUTS = re.compile(
    "(?:一词|一语|二字|[两三四五六]个字|这句话|这样的字眼)?来?(?:形容|描述|介绍|概括|评价|称呼|比喻|回应|回答|作答|解释|总结|"
    "调侃|自嘲|定义|表达|反驳|安慰|鼓励|鞭策|要求|搪塞|打发|回绝|拒绝|推脱|概述|说明|赞扬|称赞|批评|讽刺|指代|作为回应|回敬)"
)
CALLS = re.compile(
    "(?:把|将)[^，。\u201c]{1,16}?(?:叫做|叫作|称作|称为|称之为|定义为|定性为|描述[成为]|说成|包装成|美其名曰|唤作)$"
)
"""Who calls something so."""
_SO_CALLED = re.compile(
    "(?P<who>[^\uff0c。“的是]{1,8})(?:(?P<by>所说|所称|所言)|口中|嘴里|口里|笔下)的$"
)
_FINDS = re.compile(
    "(?:称|夸|赞|说|形容|批评|评价|盛赞|称赞|笑称|直呼|认为|觉得|坦言|直言)(?:这|那|该|此|整|全|自己|对手|对方)[^\uff0c。“]{1,10}$"
)
"""Who finds something to be so."""
_RISES = re.compile(
    "(?P<who>观众席|看台|人群|现场|台下|场内|场边|队伍|会场|教室|球迷区|车厢|礼堂|广场|议场|旁听席|评论区|直播间)[上里中内]?"
    "[^，。\u201c]{0,6}?(?:响起|传来|传出|爆发出|爆出|发出|喊出|高喊|齐喊|掀起|飘来)[了过]?(?:一阵|阵阵|一片|一声|震天的)?$"
)
_CRY = re.compile(
    "的?(?:喊声|呼声|呼喊|口号|声音|叫声|叫喊|吆喝|欢呼|歌声|笑声|质疑|抱怨|嘘声|惊呼|怒吼|议论|喝彩|齐呼|呐喊)"
)
_LABEL = re.compile("([\u3400-\u9fff]{2,8})[\uff1a:]")
_OWNER = re.compile('([^\uff0c,。：:\u201c\u201d\u300c\u300d"的]{2,12})(?:[那这這][句番])?的?$')


def framed_zh(text: str, floor: int, outer: Span, words: DraftWords) -> Clause | None:
    """The frame that gives a fragment to somebody; arguments and answer as for `framed`."""
    floor = max(floor, outer[0] - _REACH)
    part = text[floor : outer[0]]
    borders = [m.end() for m in _SENTENCE.finditer(part)]
    start = floor + (borders[-1] if borders else 0)
    while start < outer[0] and text[start].isspace():
        start += 1
    if start >= outer[0]:
        return None
    told = (
        _by(text, start, outer, words)
        or _possessed(text, start, outer, words)
        or _denied(text, start, outer, words)
        or _worded(text, start, outer, words)
        or _cried(text, start, outer)
    )
    if told is not None or is_attribute(text, outer[1], words):
        return told
    return (
        _viewed(text, start, outer, words)
        or _governed(text, start, outer, words)
        or _headline(text, start, outer, words)
    )


def _clause(subject: Subject | None, end: int) -> Clause | None:
    if subject is None or subject.kind is SubjectKind.OWN:
        return None
    return Clause(subject.start, end, subject, False, framed=True)


def _viewed(text: str, start: int, outer: Span, words: DraftWords) -> Clause | None:
    """Whose view it is ("在李明看来")."""
    found = _VIEW.search(text, start, outer[0])
    if found is None:
        return None
    span = found.span("who")
    subject = read_subject(text, *span, words)
    return _clause(subject or Subject(*span, found.group("who"), SubjectKind.ROLE), outer[0])


def _by(text: str, start: int, outer: Span, words: DraftWords) -> Clause | None:
    """A passive with its agent ("被李明斥为")."""
    found = _BY.search(text[start : outer[0]])
    if found is None:
        return None
    subject = read_subject(text, start + found.start("who"), start + found.end("who"), words)
    return _clause(subject, outer[0])


def _possessed(text: str, start: int, outer: Span, words: DraftWords) -> Clause | None:
    """The possessor of a noun for words behind the marks ("李明的“……”承诺")."""
    if not _REMARK.match(text, outer[1]):
        return None
    owner = _OWNER.search(text, start, outer[0])
    if owner is None or text[outer[0] - 1] not in "的句番":
        return None
    subject = read_subject(text, *owner.span(1), words)
    return _clause(subject, outer[0])


def _denied(text: str, start: int, outer: Span, words: DraftWords) -> Clause | None:
    """Who refuses to call it so ("李明拒绝用“……”来形容")."""
    found = _DENIED.search(text, start, outer[0])
    if found is None:
        return None
    subject = read_subject(text, start, found.start(), words)
    return _clause(subject, outer[0])


def _worded(text: str, start: int, outer: Span, words: DraftWords) -> Clause | None:
    """Who puts it so: "李明用“……”来形容", "李明把它叫做“……”"."""
    begins = _WITH.search(text, start, outer[0])
    if begins and _PUTS.match(text, outer[1]):
        return _clause(subject_zh(text, start, begins.start(), words), outer[0])
    called = _SO_CALLED.search(text, start, outer[0])
    who = read_subject(text, *called.span("who"), words) if called else None
    if who is not None and (who.kind is SubjectKind.NAME or (called and called.group("by"))):
        return _clause(who, outer[0])
    finds = _FINDS.search(text, start, outer[0])
    if finds:
        return _clause(subject_zh(text, start, finds.start(), words), outer[0])
    calls = CALLS.search(text, start, outer[0])
    if calls is None:
        return None
    who = subject_zh(text, start, calls.start(), words)
    return _clause(who or _body(text, start, calls.start()), outer[0])


def _cried(text: str, start: int, outer: Span) -> Clause | None:
    """The crowd from which a cry comes ("看台上响起“……”的喊声")."""
    found = _RISES.search(text, start, outer[0])
    if found is None or not _CRY.match(text, outer[1]):
        return None
    return _clause(Subject(*found.span("who"), found.group("who"), SubjectKind.ROLE), outer[0])


def _governed(text: str, start: int, outer: Span, words: DraftWords) -> Clause | None:
    """The nearest governing verb of the part before the marks, with its subject."""
    borders = [m.end() for m in _BORDER.finditer(text, start, outer[0])]
    begin = borders[-1] if borders else start
    for verb in reversed(list(words.phrases["framing"].finditer(text, begin, outer[0]))):
        if outer[0] - verb.end() > _MOST_OBJECT or verb.start() == start:
            continue
        if re.search("[被遭]", text[begin : verb.start()]):
            return None
        who = subject_zh(text, start, verb.start(), words)
        found = _clause(who or _body(text, begin, verb.start()), outer[0])
        if found is not None:
            return found
    return None


def _body(text: str, start: int, end: int) -> Subject | None:
    """A body by its last character, at the start of its clause."""
    found = _BODY.match(text, start, end)
    if found is None:
        return None
    return Subject(start, start + len(found.group(1)), found.group(1), SubjectKind.ROLE)


def _headline(text: str, start: int, outer: Span, words: DraftWords) -> Clause | None:
    """An office or a name at the start of a line, and a verb of attacking before the marks."""
    line = text[outer[1] : outer[1] + _REACH].partition("\n")[0]
    if _SENTENCE.search(line):
        return None
    label = _LABEL.match(text, text.rfind("\n", 0, outer[0]) + 1, outer[0])
    if label is not None and not line.strip() and text[outer[0] - 1] in "是像\u4e3a\u70ba":
        return _clause(Subject(*label.span(1), label.group(1), SubjectKind.ROLE), outer[0])
    if start and text[start - 1] != "\n":
        return None
    found = _HEADLINE_VERB.search(text[start : outer[0]])
    if found is None:
        return None
    part = re.split("[ \u3000\uff0c]", text[start : start + found.start()])[-1]
    begin = start + found.start() - len(part)
    subject = read_subject(text, begin, start + found.start(), words) if part else None
    if subject is None and 2 <= len(part) <= 6:
        subject = Subject(begin, begin + len(part), part, SubjectKind.ROLE)
    return _clause(subject, outer[0])
