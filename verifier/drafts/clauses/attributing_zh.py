"""The attributing clause beside a quotation, in Chinese.

Method: as for languages with spaces, on characters: before the quotation the last verb of saying of
the sentence with a subject, behind it the first that ends its clause. A verb before a colon leads
to the next quotation.
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.attributing import REACH
from verifier.drafts.clauses.papers_zh import paper_of, written_zh
from verifier.drafts.clauses.subjects_zh import read_subject, subject_zh
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.clauses.verbs_zh import verbs_of
from verifier.drafts.names.heads_zh import head_end
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import is_name
from verifier.drafts.words import DraftWords

_MARKED = re.compile("[\u201c\u300c]([^\u201c\u201d\u300c\u300d]{2,12})[\u201d\u300d]$")
_CALLED = re.compile(
    "(?:ID|昵称|暱稱|网名|網名|[账賬帳][号號]|用[户戶]名|署名|[笔筆]名|名)[是为為叫]?$"
)
_OF_ROLE = re.compile("的[\u3400-\u9fff]{2,6}")
_SHORT = 12
"""Characters of an attribution without a known verb."""
_HE = re.compile("[他她]")
_MOST_ACTING, _MOST_BEFORE_COLON = 6, 16
"""Characters of what somebody does right before he speaks."""
_GIVES = re.compile(
    "[把将將][^\uff0c。\u201c\u300c]{1,20}?(?:[称稱]之?[为為作]|比[作喻][为為成]?|"
    "(?:形容|描述|概括|归结|歸結|总结|總結)[为為成]|[视視][为為作]|看作|[说說]成)$"
)
_IS_WORDS = re.compile(
    "[\uff0c的]?(?:理由|原因|答案|回答|回复|答复|回應|回应|说法|說法|解释|解釋|评价|評價|建议|建議"
    "|忠告|要求|说辞|說辭|判断|判斷|态度|態度|主张|主張|结论|結論|感受|反应|反應|口头禅|那句|的话|一句"
    "|口頭禪|遗言|意思|句话|句話|[说說喊答写寫讲講]的)[只就仅僅都]?是$"
    "|[，：](?:理由|原因|依据)是[^，。：\u201c]{1,12}$"
)
"""What one says, with "is" before the marks."""
_GOT = re.compile(
    "(?:横幅|橫幅|标语|標語|招牌)[^。]{0,24}上面?[还還只就都]?[写寫印][着著有了][^\uff0c。]{0,6}[\uff1a:]?$|"
    "(?:得到|收到|等来|等來|换来|換來)[了的][^\uff0c。]{0,8}(?:答[复復覆]|回[复復覆应應答]|答案)[^\uff0c。]{0,8}[\uff1a:]?$"
)
"""An answer that one gets, from whomever."""
_NOUN_BEFORE = re.compile(
    "(?:的|发表|發表|提出|[作做给給][出了]|进行|進行|收到|受到|引发|引發|行政|任何|一[个個条條份种種项項])[了过過]?$"
)
"""Behind which a word for saying is a noun ("发表声明")."""
_PASSIVE = re.compile("[被遭]$")
_RELATIVE = re.compile("[过過]?的(?![是话話]?[\uff1a:\uff0c,]?$)(?!是)")
"""Behind a verb that only tells of which words ("他讲过的话")."""
_TURNED_TO = re.compile(
    "向([^\uff0c。向]{2,10}?)(?:反映|反應|咨询|諮詢|询问|詢問|求证|求證|投诉|投訴|举报|舉報|求助|打听|打聽|查询|查詢)"
)
"""Whom somebody asks who gets an answer."""
_LABEL = re.compile("[“「][^，。！？”」]{1,5}[”」]")
_VIEWED = re.compile(
    "(?<![\u3400-\u9fff])(?:在([^\uff0c。在]{1,16}?)(?:看来|看來|眼里|眼裡|眼中)|用([^\uff0c。用]{1,12}?)的[话話][说說讲講])"
)
"""Whose view or whose words these are, with which a part begins."""
_REPLY = re.compile(
    "(?<![\u3400-\u9fff])([^\uff0c。\u201c\u201d的]{1,12})的(?:回答|回应|回應|回复|回覆|答复|答覆|反问|反問|一句话|一句話|这句话|這句話)"
    "[^\uff0c。：是]{1,12}[\uff1a:]$"
)
"""Whose answer does something to those who hear it."""
_CITED = re.compile(
    "(?:[社报台网刊]|媒体|新闻|周刊)[^，。“]{0,6}(?:援引|引述|引用|转引)(?P<who>[^，。“]{2,24}?)的(?:话|说法|消息|表态|分析|观点|报道|介绍)(?:报道|说|称|指出)?[，：说称道]"
)
"""Whose words somebody else passes on."""
_THIS = re.compile("[这那该]")
_VOICE = re.compile(
    "(?:传来|响起|听到|听见|传出)了?(?P<who>[^，。“]{1,12}?)的(?:声音|喊声|叫声|回答|应答|嗓音|怒吼|哭喊|吆喝|回话|抱怨)[，：]$"
)
"""Whose voice is heard."""
_WROTE = re.compile(
    "[是有]([^\uff0c。是有]{1,10}?)(?:[亲親][手笔筆])?[写寫留说說问問题題]的[\uff1a:]$"
)
"""Who wrote it, behind "is" ("是组长写的：")."""
_SENTENCE = re.compile("[。！？!?\n；]")
_DIRECT = re.compile(r"(?:道|过|過|着|著|说|說)?[我你他她]?\s*[\uff0c\uff1a,:\u2014]{0,2}\s*")


def clause_before_zh(
    text: str, floor: int, at: int, words: DraftWords, *, matrix: bool = False
) -> Clause | None:
    """The clause that leads to a quotation.

    Args:
        text: the draft.
        floor: where it begins at the earliest.
        at: where the quotation opens.
        words: the Chinese lists.
        matrix: whether the first verb of saying counts, of a sentence that tells more.

    Returns:
        The clause, without a subject when only a verb leads to the words; None without.
    """
    floor = max(floor, at - REACH)
    part = text[floor:at]
    borders = [m.end() for m in _SENTENCE.finditer(part.rstrip())]
    start = floor + (borders[-1] if borders else 0)
    end = floor + len(part.rstrip())
    if start >= end:
        return None
    cited = _CITED.search(text, start, end)
    source = read_subject(text, *cited.span("who"), words) if cited else None
    if source is not None and source.kind is not SubjectKind.OWN:
        return Clause(source.start, end, source, False)
    voice = _VOICE.search(text, start, end)
    heard = read_subject(text, *voice.span("who"), words) if voice else None
    if heard is not None:
        return Clause(heard.start, end, heard, True)
    wrote = _WROTE.search(text, start, end)
    if wrote:
        return Clause(wrote.start(1), end, read_subject(text, *wrote.span(1), words), True)
    written = written_zh(text, start, at, words)
    if written is not None:
        return written
    got = _GOT.search(text, start, end)
    asked = _TURNED_TO.search(text, start, got.start()) if got else None
    if asked:
        turned_to = read_subject(text, *asked.span(1), words)
        return Clause(start, end, turned_to, True) if turned_to else None
    if got:
        return Clause(start, end, Subject(start, end, text[start:end], SubjectKind.OWN), True)
    reply = _REPLY.search(text, start, end)
    if reply:
        subject = read_subject(text, *reply.span(1), words)
        if subject is not None and subject.kind is not SubjectKind.OWN:
            return Clause(reply.start(1), end, subject, True)
    told = _IS_WORDS.search(text, start, end)
    if told:
        subject = subject_zh(text, start, told.start(), words)
        subject = subject or paper_of(text, start, told.start())
        return Clause(start, end, subject, True)
    beside = _beside(text, start, end, words) or _gives(text, start, end, words)
    if beside is not None:
        return beside
    viewed = None if _LABEL.match(text, at) else _VIEWED.search(text, start, end)
    by = read_subject(text, *viewed.span(viewed.lastindex or 1), words) if viewed else None
    if viewed and by is not None and by.kind is not SubjectKind.OWN:
        return Clause(viewed.start(), end, by, False)
    elided: Clause | None = None
    verbs = list(verbs_of(words.language).finditer(text, start, at + 1))
    for verb in verbs if matrix else reversed(verbs):
        if verb.start() >= at or _RELATIVE.match(text, verb.end(), end):
            continue
        direct = _DIRECT.fullmatch(text, verb.end(), at) is not None
        colon = text[end - 1] in "\uff1a:"
        if _PASSIVE.search(text, max(start, verb.start() - 1), verb.start()):
            continue  # whoever is told to
        noun = _NOUN_BEFORE.search(text, max(start, verb.start() - 4), verb.start())
        if noun and not (direct and colon):
            continue
        subject = subject_zh(text, start, verb.start(), words)
        apart = text[start : start + 1] == "的" or subject is None
        if direct and start == floor and apart:
            subject = _in_marks(text, floor, verb.start(), words) or subject
        if subject is not None:
            return Clause(subject.start, end, subject, direct)
        if direct and elided is None:
            elided = Clause(verb.start(), end, None, True)
    labelled = None if elided else _label(text, start, end, words)
    if elided is None and labelled is None and start == floor and text[end - 1] in "\uff1a:":
        called = _in_marks(text, floor, end, words)
        labelled = Clause(start, end, called, True) if called else None
    return _according(text, start, end, words) or labelled or elided


def _beside(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A name and what he does right before the words ("……，李明皱起眉头，")."""
    if text[end - 1] not in "\uff0c,\uff1a:":
        return None
    begin = max(start, *(text.rfind(c, start, end - 1) + 1 for c in "\uff0c,"))
    if text[end - 1] in "\uff1a:" and begin > start:
        head = _head_of(text, begin, end - 1, words)
        if head is not None:
            return Clause(begin, end, head, True)
    known = words.phrases["names"].match(text, begin, end - 1)
    known = known or _HE.match(text, begin, end - 1)
    colon = text[end - 1] in "\uff1a:"
    most = _MOST_BEFORE_COLON if colon else _MOST_ACTING
    if known is None or not 1 < end - 1 - known.end() <= most or begin == start:
        return None
    if text[known.end()] == "\u7684":
        return None
    if verbs_of(words.language).search(text, known.end(), end):
        return None
    kind = SubjectKind.PRONOUN if known.group() in words.pronouns else SubjectKind.NAME
    subject = Subject(*known.span(), known.group(), kind)
    return Clause(begin, end, subject, True)


def _head_of(text: str, begin: int, stop: int, words: DraftWords) -> Subject | None:
    """Whoever acts in the last part before a colon, when it has no verb of saying."""
    if verbs_of(words.language).search(text, begin, stop + 1):
        return None
    head = head_end(text, begin, stop, words)
    subject = read_subject(text, begin, head, words) if head and head < stop else None
    if subject is None or subject.kind is not SubjectKind.ROLE or subject.start != begin:
        return None
    return subject if _THIS.match(subject.text) else None


def _gives(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A person who calls something so ("李明把它称为“……”")."""
    found = _GIVES.search(text, start, end)
    subject = subject_zh(text, start, found.start(), words) if found else None
    if subject is None or subject.kind not in (SubjectKind.NAME, SubjectKind.PRONOUN):
        return None
    return Clause(subject.start, end, subject, False)


def _label(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A name or an office right before a colon, as headlines have it."""
    if text[end - 1] not in "\uff1a:":
        return None
    begin = max(start, *(text.rfind(c, start, end - 1) + 1 for c in "\uff0c \u3000\n"))
    part = text[begin : end - 1]
    anybody = words.phrases["anybody"].search(part)
    if anybody and anybody.start() <= _MOST_ACTING:
        return Clause(begin, end, Subject(begin, end - 1, part, SubjectKind.OWN), True)
    roles = words.phrases["roles"]
    line = begin == 0 or text[begin - 1] == "\n"
    if part in words.names or (line and is_name(part, words)):
        return Clause(begin, end, Subject(begin, end - 1, part, SubjectKind.NAME), True)
    if roles.fullmatch(part):
        return Clause(begin, end, Subject(begin, end - 1, part, SubjectKind.ROLE, part), True)
    office = [match for match in roles.finditer(part) if match.end() == len(part)]
    if line and office and head_end(text, begin, end - 1, words) == end - 1:
        subject = read_subject(text, begin, end - 1, words)
        return Clause(begin, end, subject, True) if subject else None
    return None


def _in_marks(text: str, end: int, verb: int, words: DraftWords) -> Subject | None:
    """The name in marks beside a word for a person (网友“老桥墩”写道, ID为“老桥墩”的网友说)."""
    found = _MARKED.search(text, max(0, end - _SHORT - 8), end)
    if found is None or is_name(text[end : end + 2], words) or is_name(text[end : end + 3], words):
        return None
    behind = _OF_ROLE.match(text, end, verb)
    called = _CALLED.search(text, max(0, found.start() - 6), found.start())
    if behind and called and words.phrases["roles"].search(behind.group()):
        return Subject(*found.span(1), found.group(1), SubjectKind.NAME)
    role = None
    for match in words.phrases["roles"].finditer(text, max(0, found.start() - 6), found.start()):
        role = match
    if role is None or role.end() != found.start():
        return None
    return Subject(*found.span(1), found.group(1), SubjectKind.NAME, role.group())


def _according(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """ "据李明介绍，" and "用李明的话说，"."""
    opened = words.phrases["according"].match(text, start, end)
    if opened is None:
        return None
    ended = words.phrases["according_ends"].search(text, opened.end(), end)
    if ended is None:
        return None
    subject = read_subject(text, opened.end(), ended.start(), words)
    return Clause(opened.start(), ended.end(), subject, False) if subject else None
