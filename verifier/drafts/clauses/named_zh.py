"""The name in the words for whoever acts, in Chinese, and the office beside it.

Method: a name that the draft shows elsewhere; one behind the last "的"; a transliterated one with
its dots; what an office before or behind leaves over; else a run that looks like a name.

Rejected: the longest run that looks like a name (offices are full of family names).
"""

from __future__ import annotations

import re

from verifier.drafts.names.shapes_zh import (
    DEEDS,
    TITLES_BEHIND,
    TRANSLITERATED,
    dotted_in,
    dotted_start,
    ends_role,
    is_name,
)
from verifier.drafts.words import DraftWords

_HAN = "\u3400-\u9fff"
_LATIN = re.compile(r"[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*)*")
_ADDRESSED = frozenset("对對向与與和让讓被给給问問跟把由")
_TRADE = re.compile(f"[{_HAN}][长長员員师師家手者总總]([{_HAN}]{{2,3}})$")
"""A name behind a word that ends like one for a trade or an office."""
_DONE = re.compile(f"[{DEEDS}的了着著们們与與及等、]|[沉默低头頭怒气氣急忙高声聲]|[^{_HAN}]")
"""Characters that are in no name behind an office."""
_SMALL = frozenset("和于从向都有要会能时方")
"""Family names that are mostly small words."""
_NAME_BEHIND = (
    "的、，“”（）学院部局处司厅科室校会社所站队厂店行团委府庭办台组方"
    "市县区镇乡村省州国家长员师士人者刊报网馆届"
)
"""Behind what a name with its office behind it stands."""
BODIES = frozenset(
    "公司 主办方 承办方 校方 院方 警方 馆方 园方 厂方 店方 资方 军方 检方 物业 当局".split()
)
"""Offices that are bodies, before which no name of a person stands."""
_FOREIGN = re.compile(TRANSLITERATED.pattern + "$")


def known_in(part: str, words: DraftWords) -> tuple[int, int, str] | None:
    """Span of the first known name that is no addressee, and the office before it.

    Args:
        part: a part of a clause.
        words: the Chinese lists, with the names that the draft shows.
    """
    named = words.phrases["names"].finditer(part)
    spans = [m.span() for m in named if part[m.start() - 1 : m.start()] not in _ADDRESSED]
    if not spans:
        return None
    found = spans[-1] if spans[-1][1] == len(part) else spans[0]
    role = last_role(part[: found[0]], words) or last_role(part[found[1] : found[1] + 4], words)
    before = part[: found[0]]
    return (*found, before[slice(*role)] if role and before else "")


def last_role(part: str, words: DraftWords) -> tuple[int, int] | None:
    """Where the last word for an office stands in a part; None without.

    Args:
        part: a part of a clause.
        words: the Chinese lists.
    """
    found = None
    for match in words.phrases["roles"].finditer(part):
        found = match.span()
    return found


def name_in(part: str, words: DraftWords) -> tuple[int, int, str] | None:
    """Span of what looks like a name in a part, and the office beside it.

    Args:
        part: a part of a clause, without time, place and adverbs.
        words: the Chinese lists.
    """
    dotted = dotted_in(part, words)
    role = last_role(part, words)
    behind = part.rfind("的") + 1
    if behind and 1 < len(part) - behind < 5 and is_name(part[behind:], words):
        before = last_role(part[:behind], words)
        return behind, len(part), part[slice(*before)] if before else ""
    if dotted:
        begin, end = dotted
        inside = last_role(part[begin:end].split("\u00b7")[0], words)
        if inside and inside[1] < end - begin:
            return begin + inside[1], end, part[begin + inside[0] : begin + inside[1]]
        dot = part.find("\u00b7", begin, end)
        begin = dotted_start(part, dot) if dot > 0 else begin
        return begin, end, part[slice(*role)] if role else ""
    latin = None
    for latin in _LATIN.finditer(part):
        if latin.end() == len(part):
            break
    if latin and latin.end() == len(part) and not words.phrases["roles"].fullmatch(latin.group()):
        return latin.start(), latin.end(), part[slice(*role)] if role else ""
    foreign = _FOREIGN.search(part)
    if foreign and role is None:
        return foreign.start(), len(part), ""
    trade = _TRADE.search(part)
    if trade and (role is None or role[1] < trade.start(1)) and is_name(trade.group(1), words):
        return trade.start(1), len(part), ""
    if role is None:
        owned = part.rfind("的") + 1
        if owned and is_name(part[owned:], words):
            return owned, len(part), ""
        return (0, len(part), "") if is_name(part, words) else _at_the_end(part, words)
    office = part[slice(*role)]
    if role[1] < len(part):
        rest = part[role[1] :]
        may_be = 2 <= len(rest) <= 3 and not _DONE.search(rest) and not words.has("adverbs", rest)
        named = is_name(rest, words) or may_be
        return (role[1], len(part), office) if named else _at_the_end(part, words)
    # the office stands behind: 李明局长, 清河大学李明教授
    for length in (3, 2, 4) if office not in BODIES else ():
        begin = role[0] - length
        apart = begin <= 0 or part[begin - 1] in _NAME_BEHIND or ends_role(part, begin, words)
        if begin >= 0 and apart and is_name(part[begin : role[0]], words):
            return begin, role[0], office
    known = part[role[0] - 1 : role[0]] in words.surnames
    others = [m.end() for m in words.phrases["roles"].finditer(part, 0, role[0])]
    addressed = office in TITLES_BEHIND and part[role[0] - 1 : role[0]] not in _SMALL
    if known and (addressed or role[0] - 1 in others or part[role[0] - 2 : role[0] - 1] == "的"):
        return role[0] - 1, role[1], office
    if role[0] == 1 and part[0] in words.surnames:
        return 0, role[1], office
    return None


def _at_the_end(part: str, words: DraftWords) -> tuple[int, int, str] | None:
    """A name of three characters behind a word for somebody that is on no list."""
    if len(part) < 5 or not is_name(part[-3:], words):
        return None
    return len(part) - 3, len(part), ""
