"""Where the words for whoever acts end in a part of a Chinese clause.

Problem: between the subject and its verb anything may stand ("局长李明在会上展示照片时说"), so that
taking known words off from the right leaves half of a sentence with the name.

Method: from the left, the first word for somebody (a name, a pronoun, an office, a body) before
which nothing begins to be told; what belongs to it by "的" or follows it without a break belongs to
the same words ("李明的律师王芳", "桥东局办公室主任王芳"). Where a small word or a verb comes first,
no end is given.

Rejected: a grammar of the clause (its verbs are an open class, and only the subject is asked for).
"""

from __future__ import annotations

import re

from verifier.drafts.names.shapes_zh import (
    DEEDS,
    DOTTED,
    dotted_in,
    ends_role,
    foreign_at,
    is_name,
    may_be_given,
    splits_role,
)
from verifier.drafts.words import DraftWords

_BREAK = re.compile(
    "[对對向跟给給与與和把被让讓从從到在于於是有问問找见見看听聽说說叫使请請将將因为為由以用，,、：:；;“”「」]"
)
"""Characters with which something is told: no word for somebody is looked for behind them."""
_BODY = re.compile(
    "公司|方面|代表处|代表团|办事处|办公室|办公厅|部门|当局|使馆|秘书处|白宫|央行|机构|组织|网站|频道|电视台|电台|报社|通讯社|编辑部|出版社|剧院|剧团|"
    "乐团|博物馆|美术馆|图书馆|展馆|酒店|餐厅|学校|中学|小学|幼儿园|工会|商会|景区|园区|机场|街道办|居委会|村委会|业委会|家委会|"
    "项目组|课题组|专案组|剧组|节目组|团队|门店|企业|基金会|律所|事务所|拍卖行|物业|球会|足协|篮协|奥委会|组委会|教会|王室|"
    "集团|集團|证券|證券|银行|銀行|法院|检察院|檢察院|协会|協會|学会|學會|委员会|委員會|管委会|指挥部|指揮部|公告栏|公告欄|布告栏|布告欄|学院|學院|大队|大隊|支队|支隊|办事处|辦事處|政府|管理处|管理處|俱乐部|俱樂部|通报|通報|公告|声明|聲明|说明|說明|通知|公开信|公開信|致歉信|判决书|判決書|裁定书|裁定書|报告|報告|起诉书|起訴書|平台|大学|大學|医院|醫院|研究所|研究院"
    "|联盟|聯盟|中心|官方微博|官方账号|微博|公众号|公眾號|官微|官网|官網|账号|賬號|帳號|视频号|科(?![技学學研创創])|[局委厅廳处處署社队隊厂廠校院府](?![长長员員])"
)
_SOFT = frozenset("科部局委厅廳处處署社队隊方厂廠校院府")
"""Characters that end the word for a body, and stand in many others."""
_THINGS = frozenset("处团函费費证證楼樓室席节節园園宿餐装裝群圈站")
"""Characters that make a thing of a word for somebody."""
_MEMBERS = re.compile("理事|董事|监事|監事|委员|委員|同学|同學|校友|家长|家長|业主|業主|学生|學生")
"""Whose body is called by them."""
_AGENTS = frozenset("官人者员員师師长長家手匠工")
"""Characters that end a word for somebody by what he does."""
_JOINS = re.compile(
    "兼|暨|、|及|/|有关|有關|相关|相關|方面|在[读讀职職任校编編岗崗]|CEO|CFO|CTO|COO|CMO"
)
_BROUGHT_IN = re.compile("[一有某][位名个個]|多[位名]")
_LATIN = re.compile(r"[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]*)*")
_BEHIND = frozenset(
    DEEDS + "在于於并並还還再先刚剛一两兩三则則随隨当當接受面谈談表认認告回称稱说說"
    "指强強透介坦解补補写寫道问問答喊笑哭"
    "边邊经經通因为為等及其直连連立马馬突忽始终終都同特特别公开開急忙提建呼宣承否重反质質批评評感叹嘆撰留发發出抵赶趕离離"
    "姓钻鑽挤擠冲衝退迎穿戴蹲跪爬翻整理清收负負"
)
"""Characters with which what somebody does begins, behind a name that is on no list."""
_TOLD = frozenset(DEEDS) - frozenset("能可会會合关關补補低后後")
"""Characters with which what somebody does begins, that are rare in the names of bodies."""
_DONE = re.compile(f"[{DEEDS}的了着著們们等、受时時前中]")
"""Characters that are in no name behind an office."""
_TELLING = ("adverbs", "verbs", "acts")
_MOST_UNKNOWN, _LONGEST_BODY = 4, 4
_MOST_BETWEEN = 10
"""Characters between two words that are one office."""


def head_end(text: str, start: int, stop: int, words: DraftWords) -> int | None:
    """Where the words for whoever acts end.

    Args:
        text: the draft.
        start: offset of a part of a clause.
        stop: its end offset.
        words: the Chinese lists, with the names that the draft shows.

    Returns:
        An offset behind `start`, at most `stop`; None when nobody is told before something else.
    """
    end: int | None = None
    stop = min(stop, len(text))
    at = begin = start
    while at < stop:
        brought_in = _BROUGHT_IN.match(text, at, stop)
        if brought_in and at > start:
            if end is not None and text[end:at].strip("上里裡中内內的"):
                break
            end, at = None, brought_in.end()
            begin = at
            continue
        joined = _JOINS.match(text, at, stop)
        if joined and end == at:
            at = end = joined.end()
            continue
        found = _word_at(text, at, stop, begin if end is None else end, words)
        if found is None:
            char = text[at]
            if char == "的":
                begin = at + 1
                if end is not None and end != at:
                    last = _word_at(text, at + 1, stop, at + 1, words)
                    end = last if last == stop else end
                    break
                end = None if end is None else at + 1
            elif (end is not None and at - end > _MOST_BETWEEN) or _stops(text, at, end):
                break
            at += 1
            continue
        at = end = found
    return None if end is None or end <= start or text[end - 1] == "的" else end


def body_name(text: str, at: int, last: int, stop: int, words: DraftWords) -> bool:
    """Whether a name ends a part a few characters behind the word for a body ("公司副总简佩文")."""
    if not 0 < at - last <= _MOST_UNKNOWN or text[at] not in words.surnames:
        return False
    end = _shaped(text, at, stop, words)
    known = end is not None and end - at > 2 and end == stop
    return known and ends_in_body(text[max(0, last - _LONGEST_BODY) : last])


def ends_in_body(part: str) -> bool:
    """Whether a part ends in the word for a body or a paper.

    Args:
        part: words for whoever acts.
    """
    found = (match for match in _BODY.finditer(part) if match.end() == len(part))
    begins = _BREAK.match(part) is None
    return begins and any(match.group() not in _SOFT for match in found)


def _stops(text: str, at: int, end: int | None) -> bool:
    """Whether what is told begins at an offset."""
    if end is not None:
        return text[at] in _TOLD or _BREAK.match(text, at) is not None
    if _BREAK.match(text, at) is None:
        return False
    return text.find("的", at) < 0


def _word_at(text: str, at: int, stop: int, last: int, words: DraftWords) -> int | None:
    """The end of a word for somebody at an offset; None without."""
    known = words.phrases["names"].match(text, at, stop)
    if known:
        return known.end()
    role = words.phrases["roles"].match(text, at, stop)
    if role and text[role.end() : role.end() + 1] in _THINGS and role.end() < stop:
        return None  # "律师函"
    if role and (len(role.group()) > 1 or _ends_word(text, role.end(), stop, words)):
        longer = (words.phrases["roles"].match(text, n, stop) for n in range(at + 1, role.end()))
        end = max([role.end(), *(other.end() for other in longer if other)])
        return end + 1 if _MEMBERS.fullmatch(text, at, end) and text[end : end + 1] == "会" else end
    body = _BODY.match(text, at, stop)
    soft = body is not None and body.group() in _SOFT
    if body and at >= last + soft and not (soft and not _ends_word(text, body.end(), stop, words)):
        return body.end()
    if at != last:
        if body_name(text, at, last, stop, words):
            return _shaped(text, at, stop, words)
        by_trade = text[at] in _AGENTS and _shaped(text, at + 1, stop, words) is not None
        return at + 1 if by_trade else None
    ended = ends_role(text, at, words)
    for length in (2, 1) if not ended else ():
        if text[at : at + length] in words.pronouns and at + length <= stop:
            owner = text[at] == "其" and words.phrases["roles"].search(text, at, at + _MOST_BETWEEN)
            return None if owner and owner.end() <= stop else at + length
    dotted = DOTTED.match(text, at, stop)
    if dotted:
        inside = dotted_in(dotted.group(), words)
        return at + inside[1] if inside else None
    latin = _LATIN.match(text, at, stop)
    if latin and text[at - 1 : at].isalpha():
        return latin.end()
    rare = held(text, at, stop, words)
    foreign = foreign_at(text, at, stop, words)
    if foreign and (ended or _acts(text, foreign.end(), stop, words)):
        return foreign.end()
    return _shaped(text, at, stop, words) or rare


def held(text: str, at: int, stop: int, words: DraftWords) -> int | None:
    """The end of two or three characters behind an office, whatever they are, before a verb.

    Args:
        text: the draft.
        at: where they begin.
        stop: where the part ends.
        words: the Chinese lists.

    Returns:
        Their end offset; None without an office right before, and for small words, verbs and times.
    """
    if at >= stop or not ends_role(text, at, words):
        return None
    if text[at - 1] in "们們" or text[at] in _BEHIND or splits_role(text, at, words):
        return None
    if any(words.phrases[n].match(text, at) for n in (*_TELLING, "leads", "roles")):
        return None
    for end in (at + 4, at + 3, at + 2):
        if end > stop or _DONE.search(text, at, end) or _BREAK.search(text, at, end):
            continue
        if not may_be_given(text[at:end], words):
            continue
        if text[end - 1] in "来來去":
            continue
        over = end == stop or text[end] in "（("
        found = [words.phrases[n].match(text, end) for n in _TELLING]
        told = any(verb and len(verb.group()) > 1 - (end == at + 3) for verb in found)
        told = end > at + 2 and (told or text[end : end + 1] in ("把", "将", "將", "被"))
        if (over and end < at + 4) or told:
            return end  # two characters before a verb are mostly a noun ("男子情绪激动")
    return None


def _shaped(text: str, at: int, stop: int, words: DraftWords) -> int | None:
    if words.phrases["places"].match(text, at, stop):
        return None
    longest = 4 if text[at : at + 2] in words.surnames else 3
    for length in range(longest, 1, -1):
        end = at + length
        if end <= stop and is_name(text[at:end], words) and _acts(text, end, stop, words):
            return end
    return None


def _acts(text: str, at: int, stop: int, words: DraftWords) -> bool:
    if at == stop or text[at] in _BEHIND or text[at] in "的，（(":
        return True
    if words.phrases["roles"].match(text, at, stop):
        return True
    return any(words.phrases[n].match(text, at) for n in _TELLING)


def _ends_word(text: str, at: int, stop: int, words: DraftWords) -> bool:
    """Whether a character that ends the word for a body does so here."""
    if at >= stop or text[at] in _BEHIND or text[at] in "的，、":
        return True
    role = words.phrases["roles"].match(text, at, stop)
    return (role is not None and len(role.group()) > 1) or _BODY.match(text, at, stop) is not None
