"""Bodies that speak under a name of their own ("Dorn Council", "Sindicato de Bomberos").

Problem: the last word of such a name is on no list of names, and a French or Spanish one has a
preposition in it, at which the head of a person's noun phrase ends.

Method: capitals of which the last (in French and Spanish the first) is a word for a body. In
Chinese the end of the word with which a sentence begins tells a body or a paper.

Rejected: taking every run of capitals for a person (the body would be meant by "he").
"""

from __future__ import annotations

import re

from verifier.drafts.names.heads_romance import name_end
from verifier.drafts.names.parts import ATTRIBUTIVE, Subject, SubjectKind, Word, words_of
from verifier.drafts.words import DraftWords
from verifier.reading.saying import NAME_PARTICLES

_BEGINS = "\n。！？；，”」"
_BODY = re.compile(
    "(?:方面|[委协協学學商工总總议議事联聯金研大][会會]|公司|集团|集團|证券|證券|银行|銀行|法院|协会|協會|学会|學會|平台|日报|日報|晚报|晚報|杂志|雜誌|"
    "大学|大學|医院|醫院|[局委厅廳处處署社网網所站队隊方店厂廠校部院府]|联盟|聯盟|中心|通知|公告|声明|聲明|报告|報告|信|说明|說明|告示|"
    "[^图圖秘文遗家情]书|[^圖秘文遺家情]書|通报|通報|公报|公報|快报|快報|纪要|紀要|备忘录|備忘錄|"
    "页面|頁面|屏幕|电子屏|電子屏|短信|博文|推文|弹窗|彈窗|邮件|郵件|帖子|日志|日誌|日记|"
    "日記|碑文|石碑|墓碑|黑板|合同|协议|協議|章程|条例|條例|诉状|訴狀|档案|"
    "檔案|族谱|族譜|县志|縣志|便条|便條|纸条|紙條|字条|字條)"
)
_NO_BODY = re.compile(
    "发布|發布|发出|發出|公布|刊登|贴出|貼出|"
    "[的了着著过過是有在不也都就要能与與这這那并並再又还還说說称稱，“”「」]"
)
_BODY_DOES = (
    "一二三两兩此目则則随隨昨今在对對于於发發公回表认認核调調通宣立当當日近多曾也还還则則称稱说說"
)
"""Characters with which what a body does begins."""
_MOST_DONE = 14
"""Characters of what it does before the verb of saying."""
_LONGEST_BODY = 10


def body_of(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """A body with what it is the body of ("Sindicato de Bomberos"), in French and Spanish.

    Args:
        text: the draft.
        run: words that begin a noun phrase.
        words: the lists of the language.

    Returns:
        The name without its article; None for anything else.
    """
    if words.language not in ("fr", "es"):
        return None
    first = 1 if words.has("determiners", run[0].text) else 0
    near = run[first : first + 5]
    if len(near) < 2:
        return None
    capitals = near[0].text[0].isupper() and near[1].text[0].isupper()
    listed = any(words.has(n, near[0].text) for n in ("groups", "bodies", "impersonal"))
    if first and capitals and listed:  # "la Policía Local", "la Corporación Local del Sur"
        end = name_end(text, near[1].end, run[first + 2 :], words)
        label = " ".join(text[near[0].start : end].split())
        return Subject(near[0].start, end, label, SubjectKind.ROLE, label.casefold())
    if len(near) < 3 or not near[0].text[0].isupper() or near[1].text not in ATTRIBUTIVE:
        return None
    if not any(words.has(n, near[0].text) for n in ("groups", "bodies")):
        return None
    if not near[2].text[0].isupper():
        return None
    last = 3 if len(near) > 3 and near[3].text[0].isupper() else 2
    label = " ".join(text[near[0].start : near[last].end].split())
    role = near[0].text.casefold()
    return Subject(near[0].start, near[last].end, label, SubjectKind.ROLE, role)


def paper_in(text: str, start: int, end: int, words: DraftWords) -> str | None:
    """A paper that a sentence brings in, unless somebody writes it there.

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset.
        words: the lists of the language.

    Returns:
        The noun with its article ("an unsigned letter"), the last one of several; None without.
    """
    run = words_of(text, start, end)
    if words.language != "en" or any(words.has("writing", word.text) for word in run):
        return None
    for index in range(len(run) - 1, 0, -1):
        if not any(words.has(n, run[index].text) for n in ("impersonal", "works", "papers")):
            continue
        for first in range(index - 1, max(-1, index - 4), -1):
            if run[first].text.casefold() in ("a", "an", "one", "another"):
                return " ".join(text[run[first].start : run[index].end].split())
            if any(words.has(n, run[first].text) for n in ("determiners", "prepositions")):
                break
    return None


def paper_owned(text: str, start: int, end: int, words: DraftWords) -> Subject | None:
    """A paper with an article or an owner that a sentence brings in ("Her statement was read").

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset.
        words: the lists of the language.

    Returns:
        The last noun of it with its small word; None without, and in other languages.
    """
    run = words_of(text, start, end)
    if words.language != "en":
        return None
    for index in range(len(run) - 1, 0, -1):
        noun = run[index].text.casefold()
        if not (words.has("papers", noun) or words.has("written", noun)):
            continue
        for first in range(index - 1, max(-1, index - 4), -1):
            if words.has("determiners", run[first].text):
                label = " ".join(text[run[first].start : run[index].end].split())
                return Subject(run[first].start, run[index].end, label, SubjectKind.ROLE, noun)
            if words.has("prepositions", run[first].text):
                break
    return None


def guild_in(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """A body that belongs to its members by name ("The Bakers' Guild"), with its article.

    Args:
        text: the draft.
        run: the words that begin a noun phrase.
        words: the lists of the language.
    """
    if words.language != "en" or run[0].text.casefold() != "the":
        return None
    named = run[1:2]
    while len(named) < len(run) - 1 and run[len(named) + 1].text[0].isupper():
        named = run[1 : len(named) + 2]
    owners = [n for n, w in enumerate(named[:-1]) if w.text.endswith(("s'", "s\u2019", "n's"))]
    if not owners or not named[0].text[0].isupper():
        return None
    if not any(words.has(n, named[-1].text) for n in ("groups", "bodies")):
        return None
    label = " ".join(text[run[0].start : named[-1].end].split())
    role = named[-1].text.casefold()
    return Subject(run[0].start, named[-1].end, label, SubjectKind.ROLE, role)


def body_by_name(text: str, head: list[Word], words: DraftWords) -> Subject | None:
    """A body by its name without an article ("Dorn Council", "Northern Bank").

    Args:
        text: the draft.
        head: the words of a noun phrase up to its first preposition or verb.
        words: the lists of the language.

    Returns:
        The name; None for anything else.
    """
    named = head
    while named and named[-1].text[0].islower():
        named = named[:-1]
    if len(named) < 2 or not words.has("groups", named[-1].text):
        return None
    if not all(w.text[0].isupper() or w.text.casefold() in NAME_PARTICLES for w in named):
        return None
    label = " ".join(text[named[0].start : named[-1].end].split())
    role = named[-1].text.casefold()
    return Subject(named[0].start, named[-1].end, label, SubjectKind.ROLE, role)


def body_opening_zh(text: str, start: int, part: str) -> str:
    """The body or paper with which a part of a Chinese clause opens its sentence.

    Args:
        text: the draft.
        start: offset of the part.
        part: the words of the part.

    Returns:
        What stands for the body ("the bank" of "the bank soon wrote"); empty without.
    """
    opens = not text[:start].rstrip(" \u3000") or text[:start].rstrip(" \u3000")[-1] in _BEGINS
    if not opens:
        return ""
    for match in _BODY.finditer(part):
        body, rest = part[: match.end()], part[match.end() :]
        goes_on = not rest or (rest[0] in _BODY_DOES and len(rest) <= _MOST_DONE)
        if goes_on and 2 <= len(body) <= _LONGEST_BODY and not _NO_BODY.search(body):
            return body
    again = 2 < len(part) <= _LONGEST_BODY and text.count(part) > 1
    return part if again and not _NO_BODY.search(part) else ""
