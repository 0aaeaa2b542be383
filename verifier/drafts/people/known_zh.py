"""The names that a Chinese draft shows to be such.

Problem: a name counts as known where something shows it once; everywhere else it may then be read
without a sign.

Method: names beside an office, before a verb of saying twice, behind "called", an age or a home,
nicknames in marks, and what comes again where a name can begin and end. Where one begins with
another that comes more often, only that one is kept.

Rejected: a threshold over all signs (one office beside a name is enough, ten commas are not).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from verifier.drafts.clauses.names_zh import (
    JOINS,
    ZH_BEFORE,
    ZH_BEHIND,
    inside_role,
    names_beside,
    names_speaking,
)
from verifier.drafts.names.families_zh import long_family
from verifier.drafts.names.heads_zh import held
from verifier.drafts.names.shapes_zh import (
    DEEDS,
    ends_role,
    is_name,
    may_be_given,
)
from verifier.drafts.words import DraftWords

_TIME = re.compile("[年月日号號底期周週]$|[年月]")
_OWNED = re.compile("[住岁歲自][^，。“「\n]{0,14}?的([\u3400-\u9fff]{2,3})(?=(，)?)")
"""A name behind where somebody lives, or an age."""
_CALLED = re.compile("[名]?叫([\u3400-\u9fff]{2,3})(?=[，。])")
_DAY = re.compile("星期|周[一二三四五六日]|[\\d今昨前去本上]")
_SAYS = ("说", "說", "称", "稱")
_HAN_ONLY = re.compile("[\u3400-\u9fff]+")
_OPENS = re.compile("(?<=[\n。！？”」；])|\\A")
_AGED_BEHIND = re.compile("[（(](?:现年|今年|現年)?\\d\\d[岁歲]")
_ACTS = re.compile(f"[{DEEDS}]|今年|连忙|回忆|介绍|表示|认为|告诉|觉得|记得")
_MARKED = re.compile(
    "(?:人[称稱]|[外绰綽诨诨][号號]|[叫喊][他她]|[称稱][他她]?[为為]?|[昵暱][称稱]|[网網艺藝花笔筆化]名)"
    "[是叫作做为為]{0,2}[“「]([\u3400-\u9fff]{2,6})[”」]"
)
"""A nickname in marks."""
_NICKED = re.compile("[”」]([\u3400-\u9fff]{2,3})(?=[在说說表认認告也则則就，是对對])")
"""A name behind a nickname in marks."""
_LONGEST_NICKNAME = 10
_FAMILIAR = re.compile(
    "[^\\W\\d_大小老阿二三四五表堂师学空的姑嫂婶伯叔哥姐姨妈爷奶公婆](?:叔|伯|婶|嫂|姨|婆|姐|哥|爷|太)"
)
_MIDDLE_NAME = re.compile("[\u3400-\u9fff]氏[\u3400-\u9fff]{2}")


def repeated_names(text: str, narration: list[tuple[int, int]], words: DraftWords) -> set[str]:
    """Names that come twice, with a family name first.

    Three characters stand once where a name begins; two stand before different characters, once
    where a sentence begins with somebody who acts.
    """
    count: dict[str, int] = defaultdict(int)
    begins: set[str] = set()
    short: dict[str, set[str]] = defaultdict(set)
    acting: set[str] = set()
    for start, end in narration:
        for at in range(start, end - 2):
            if text[at] not in words.surnames:
                continue
            if text[at + 1 : at + 2] not in DEEDS and is_name(text[at : at + 2], words):
                pair = text[at : at + 2]
                short[pair].add(text[at + 2])
                if text[at - 1 : at] in "\n。！？”」 " and _ACTS.match(text, at + 2):
                    acting.add(pair)
            name = text[at : at + 3]
            if is_name(name, words):
                count[name] += 1
                before = text[at - 1] if at > start else "\n"
                if inside_role(text, at, words):
                    continue
                if before in ZH_BEFORE + JOINS and text[at + 3 : at + 4] in ZH_BEHIND + DEEDS:
                    begins.add(name)
    longer = {name[:2] for name in count if count[name] > 1}
    twice = {pair for pair in acting if len(short[pair]) > 1} - longer
    return {name for name in begins if count[name] > 1} | twice


def opening_names(
    text: str, start: int, end: int, words: DraftWords, again: Counter[str]
) -> set[str]:
    """Names with which a sentence opens, before an age in brackets or what somebody does.

    Args:
        text: the draft.
        start: offset of a part outside quotation marks.
        end: its end offset.
        words: the Chinese lists.
        again: how often a sentence opens with what fits no list, before a verb; counted on.

    Returns:
        Names of three characters (four behind a family name of two), and of two before an age or
        a verb of saying of two characters.
    """
    found: set[str] = set()
    for match in _OPENS.finditer(text, max(0, start - 1), end):
        at = match.end()
        longest = 4 if text[at : at + 2] in words.surnames else 3
        for length in (longest, longest - 1):
            stop = at + length
            if stop > end or not is_name(text[at:stop], words):
                continue
            aged = _AGED_BEHIND.match(text, stop) is not None
            told = words.phrases["verbs"].match(text, stop)
            says = told is not None and (length == longest or len(told.group()) > 1)
            acts = any(words.phrases[n].match(text, stop) for n in ("acts", "adverbs"))
            if aged or says or (acts and length == longest):
                found.add(text[at:stop])
                break
        else:
            again.update(_actor(text, at, end, words))
    return found


def _actor(text: str, at: int, end: int, words: DraftWords) -> list[str]:
    """Two or three characters that open a sentence before a verb, when they are no common word."""
    common = ("roles", "verbs", "acts", "adverbs", "leads", "own", "kin", "generic_roles")
    for stop in (at + 3, at + 2):
        name = text[at:stop]
        if stop > end or not _HAN_ONLY.fullmatch(name) or not may_be_given(name, words):
            continue
        if any(words.has(n, name) or words.phrases[n].match(text, at, stop) for n in common):
            continue
        lists = ("verbs", "acts", "adverbs", "titles")
        behind = (words.phrases[n].match(text, stop) for n in lists)
        acts = any(found and (len(found.group()) > 1 or found.group() in _SAYS) for found in behind)
        if acts or text[stop : stop + 1] in ("在", "是"):
            return [name]
    return []


def known_names(text: str, narration: list[tuple[int, int]], words: DraftWords) -> frozenset[str]:
    """The names that a draft shows by an office beside them, a dot, or by coming again.

    Args:
        text: the draft.
        narration: the parts outside quotation marks.
        words: the Chinese lists.

    Returns:
        Names of two to four characters and dotted ones; where one begins with another that comes
        more often, only that one.
    """
    familiar = familiar_names(text, narration, words)
    marked = familiar | {m.group(1) for m in _MARKED.finditer(text) if text.count(m.group(1)) > 1}
    found = marked | repeated_names(text, narration, words)
    rare: set[str] = set()
    again: Counter[str] = Counter()
    for start, end in narration:
        beside = list(names_beside(text, start, end, words))
        found |= {text[first:last] for first, last, _ in beside}
        rare |= {
            text[first:last]
            for first, last, _ in beside
            if text[last : last + 1] in "（(" or held(text, first, end, words)
        }
        speaking = {one.text for one in names_speaking(text, start, end, words)}
        found |= {name for name in speaking if len(name) == 3 and text.count(name) > 1}
        found |= {match.group(1) for match in _CALLED.finditer(text, start, end)}
        found |= opening_names(text, start, end, words, again)
        found |= {
            match.group(1)
            for match in _NICKED.finditer(text, max(0, start - 1), end)
            if ends_role(text, _opened(text, match.start()), words)
        }
        found |= {_owned(match, text) for match in _OWNED.finditer(text, start, end)}
    rare |= {name for name, times in again.items() if times > 1}
    rare |= {m.group(1) for m in _CALLED.finditer(text) if text.count(m.group(1)) > 1}
    count = {
        name: text.count(name)
        for name in found | rare
        if "\u00b7" in name
        or name in marked
        or (name and not _TIME.search(name) and (name in rare or is_name(name, words)))
    }
    parts = {part for name in count if "\u00b7" in name for part in name.split("\u00b7")[1:]}
    parts |= {family for name in count if (family := long_family(name, words)) in text}
    count |= {part: text.count(part) for part in parts if len(part) > 1}
    longer = {name for name in count if len(name) > 2 and count.get(name[:-1], 0) > count[name]}
    longer -= {name for name in longer if long_family(name, words) == name[:-1]}
    return frozenset(
        name for name in count if name not in longer and not words.phrases["roles"].fullmatch(name)
    )


def familiar_names(text: str, narration: list[tuple[int, int]], words: DraftWords) -> set[str]:
    """What elders and neighbours are called by, and Vietnamese names with "Thi", that come twice.

    Args:
        text: the draft.
        narration: the parts outside quotation marks.
        words: the Chinese lists.
    """
    found: set[str] = set()
    for start, end in narration:
        for match in _FAMILIAR.finditer(text, max(0, start - 1), end):
            at = match.start()
            apart = at == 0 or text[at - 1] in ZH_BEFORE + JOINS or ends_role(text, at, words)
            name = match.group()
            if apart and not words.has("roles", name) and text.count(name) > 1:
                found.add(name)
        for match in _MIDDLE_NAME.finditer(text, start, end):
            whole, short = match.group(), match.group()[:3]
            if match.group()[0] in words.surnames and text.count(short) > 1:
                found.add(whole if text.count(whole) == text.count(short) else short)
    return found


def _opened(text: str, at: int) -> int:
    """Where the mark opens that a nickname closes."""
    return max(text.rfind(sign, max(0, at - _LONGEST_NICKNAME), at) for sign in "“「")


def _owned(match: re.Match[str], text: str) -> str:
    """The name behind an age or a home: all three characters when they end a part or come again."""
    name = match.group(1)
    whole = match.group(2) is not None or text.count(name) > 1
    whole = whole or _DAY.match(text, match.end(1)) is not None
    whole = whole or text[match.end(1) : match.end(1) + 1] in ZH_BEHIND + DEEDS
    return name if whole else name[:2] if text.count(name[:2]) > 1 else ""
