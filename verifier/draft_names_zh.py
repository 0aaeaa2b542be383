"""Names in running Chinese text, where nothing sets them apart.

Problem: a person is named once beside an office and then without it; no space, no capital shows it.

Method: what stands beside a word for an office and looks like a name; transliterated names by their
dots; and three characters with a family name first that come twice, once where a name begins and
ends (a comma, a particle). All of it only tells who may be meant by a pronoun or a short form.

Rejected: taking every run that begins with a family name (half of them are other words).
"""

from __future__ import annotations

import re
from collections import defaultdict

from verifier.draft_parts import Subject, SubjectKind
from verifier.draft_shapes_zh import DEEDS, DOTTED, TRANSLITERATED, is_name
from verifier.draft_subjects_zh import read_subject, subject_zh
from verifier.draft_words import DraftWords

LATIN_NAME = re.compile(r"[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]*)+")
_BUT = "却卻则則"
_CONTRAST = re.compile(f"([\u3400-\u9fff]{{2,3}}?)[{_BUT}]")
_TITLES_BEHIND = frozenset(
    (
        "先生 女士 太太 小姐 婆婆 伯伯 婶婶 嬸嬸 奶奶 爷爷 爺爺 "
        "大爷 大爺 大妈 大媽 阿姨 叔叔 大叔 大姐 大哥 老师 老師 师傅 師傅"
    ).split()
)
_PLACE_ENDS = "村镇鎮县縣市省区區校院班系队隊社部局司家店厂廠馆館届屆岁歲"
"""What ends where somebody is from, before a name with an office behind it."""
_LONGEST_NICKNAME = 10
_LONGEST_ROLE = 8
_HALVES = "强強表指认認称稱回"
_VERB_BEHIND = re.compile(
    "[强強][调調]|表[示态態达達]|指[出责責着著]|[认認][为為]|[称稱]|回[应應答复憶忆]"
)
_TIME = re.compile("[年月日号號底期周週]$|[年月]")
_OWNED = re.compile("[住岁歲自][^，。“「\n]{0,14}?的([\u3400-\u9fff]{2,3})(?=(，)?)")
"""A name behind where somebody lives, or an age."""
_NICKNAMED = re.compile("[老小阿][\u3400-\u9fff]")
_CALLED = re.compile("[名]?叫([\u3400-\u9fff]{2,3})(?=[，。])")
_ACTS = re.compile(f"[{DEEDS}]|今年|连忙|回忆|介绍|表示|认为|告诉|觉得|记得")
_MARKED = re.compile(
    "(?:人[称稱]|[外绰綽诨诨][号號]|[叫喊][他她]|[称稱][他她]?[为為]?|[昵暱][称稱]|[网網艺藝花笔筆化]名)"
    "[是叫作做为為]{0,2}[“「]([\u3400-\u9fff]{2,6})[”」]"
)
"""A nickname in marks."""
_NICKED = re.compile("[”」]([\u3400-\u9fff]{2,3})(?=[在说說表认認告也则則就，是对對])")
"""A name behind a nickname in marks."""
_DOTS = ("\u00b7", "\u2022", "\u30fb")
_JOINS = "的是和与與跟对對向给給把让讓被问問找请請"
"""Small words right before a name that comes again."""
_BEHIND_OWNED = re.compile(
    "(?<=[\n。！？”」])[^，。！？“「\n]{2,12}的([\u3400-\u9fff]{3})"
    "(?=[不没沒要会會站坐说說笑摇搖点點叹嘆愣把从從在也却卻就只跟对對])"
)
"""A name behind what somebody does, with a verb behind it."""
_TRADE = re.compile("[\u3400-\u9fff]{1,2}[员員师師家手匠](?=[\u3400-\u9fff]{2})")
"""A word that ends like one for a trade."""
_INTRODUCED = re.compile(
    "(?:(?<![\u3400-\u9fff])|(?<=的))([\u3400-\u9fff]{2,3}?)"
    "(?=曾?[是为為当當]一|今年|[，,]?[\\d一二三四五六七八九十]{2,3}[岁歲]|出生)"
)
"""A name with an age or what he is behind it."""
_CLAUSE = 60
"""Characters between a name and its verb."""
_NEAR = 3000
"""Characters in which a name is looked for again; more would cost more than it tells."""
_ZH_BEFORE = "\n？！，。、；：的“”「」（( "
_ZH_BEHIND = (
    "，。、的在对對向表说說称稱昨今是与與和及也将將则則认認指强強告曾已日当當于就还還站坐走给給笑听聽看想把被让讓从從到没沒："
    "（("
)


def names_beside(text: str, start: int, end: int, words: DraftWords) -> list[tuple[int, int, str]]:
    """Names beside an office, and transliterated ones with their dots.

    Args:
        text: the draft.
        start: offset of a part outside quotation marks.
        end: its end offset.
        words: the Chinese lists.

    Returns:
        Start, end and office of each name, in order.
    """
    found: dict[int, tuple[int, str]] = {}
    for match in DOTTED.finditer(text, start, end):
        subject = read_subject(text, match.start(), _verb_in(match, words), words)
        if subject is not None:
            found[subject.start] = (subject.end, subject.role)
    for match in words.phrases["roles"].finditer(text, start, end):
        for length in (2, 3, 4):
            at = match.end()
            behind = text[at + length : at + length + 1]
            third = text[at + 2 : at + 3]
            if length == 3 and third and third in DEEDS and _length(text, at, words) == 2:
                continue
            if behind in _HALVES and not _VERB_BEHIND.match(text, at + length):
                continue  # 强 of a name, and not of 强调
            if behind in _ZH_BEHIND and is_name(text[at : at + length], words):
                found.setdefault(at, (at + length, match.group()))
                break
        else:
            for length in dict.fromkeys((_length(text, match.end(), words), 2)):
                if is_name(text[match.end() : match.end() + length], words):
                    found.setdefault(match.end(), (match.end() + length, match.group()))
                    break
        # transliterated, by a nickname, or before what sets him against another
        foreign = TRANSLITERATED.match(text, match.end(), end)
        if foreign and text[foreign.end() : foreign.end() + 1] not in _DOTS:
            found[match.end()] = (foreign.end(), match.group())
        if _NICKNAMED.match(text, match.end(), end):
            found.setdefault(match.end(), (match.end() + 2, match.group()))
        contrast = _CONTRAST.match(text, match.end(), end)
        if contrast and text[contrast.end(1)] in _BUT:
            found.setdefault(match.end(), (contrast.end(1), match.group()))
        titled = len(match.group()) > 1
        if titled and match.start() > start and text[match.start() - 1] in words.surnames:
            first = match.start() - 1
            before = text[first - 1] if first else "\n"
            common = match.group() not in _TITLES_BEHIND
            ends_role = _role_ends(text, first, words) and not common
            if ends_role or before in _ZH_BEFORE + ("" if common else "的迷人"):
                found.setdefault(first, (match.end(), match.group()))
        latin = LATIN_NAME.match(text, match.end(), end)
        if latin:
            found.setdefault(match.end(), (latin.end(), match.group()))
        named = match.end() in found
        for length in (3, 2) if len(match.group()) > 1 and not named else ():
            at = match.start() - length
            inside = _inside_role(text, at, words)
            bound = at <= start or text[at - 1] in _ZH_BEFORE + _JOINS
            bound = bound or _role_ends(text, at, words) or text[at - 1] in _PLACE_ENDS
            if at >= start and bound and not inside and is_name(text[at : match.start()], words):
                found.setdefault(at, (match.start(), match.group()))
                break
    for match in _TRADE.finditer(text, start, end):
        for length in (3, 2):
            at = match.end()
            bound = text[at + length : at + length + 1] in _ZH_BEHIND + "，。"
            if at not in found and bound and is_name(text[at : at + length], words):
                found[at] = (at + length, match.group())
    for match in _BEHIND_OWNED.finditer(text, max(0, start - 1), end):
        if is_name(match.group(1), words):
            found.setdefault(match.start(1), (match.end(1), ""))
    for match in _INTRODUCED.finditer(text, start, end):
        if is_name(match.group(1), words):
            found.setdefault(match.start(1), (match.end(1), ""))
    return [(at, *found[at]) for at in sorted(found)]


def names_speaking(text: str, start: int, end: int, words: DraftWords) -> list[Subject]:
    """Names before a verb of saying, whether something is quoted there or not.

    Args:
        text: the draft.
        start: offset of a part outside quotation marks.
        end: its end offset.
        words: the Chinese lists.
    """
    found: list[Subject] = []
    for match in words.phrases["verbs"].finditer(text, start, end):
        floor = max(start, match.start() - _CLAUSE)
        last = max(text.rfind(sign, floor, match.start()) for sign in "\n。！？；")
        subject = subject_zh(text, max(floor, last + 1), match.start(), words)
        if subject is not None and subject.kind is SubjectKind.NAME:
            found.append(subject)
    return found


def _length(text: str, at: int, words: DraftWords) -> int:
    """Two before a verb of saying, or when they come again nearby without the third, else three."""
    if words.phrases["verbs"].match(text, at + 2):
        return 2
    near = text[max(0, at - _NEAR) : at + _NEAR]
    twice, thrice = near.count(text[at : at + 2]), near.count(text[at : at + 3])
    return 2 if twice > thrice or (thrice == 1 and text[at + 2 : at + 3] in DEEDS) else 3


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
                if _inside_role(text, at, words):
                    continue
                if before in _ZH_BEFORE + _JOINS and text[at + 3 : at + 4] in _ZH_BEHIND + DEEDS:
                    begins.add(name)
    longer = {name[:2] for name in count if count[name] > 1}
    twice = {pair for pair in acting if len(short[pair]) > 1} - longer
    return {name for name in begins if count[name] > 1} | twice


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
    marked = {m.group(1) for m in _MARKED.finditer(text) if text.count(m.group(1)) > 1}
    found = marked | repeated_names(text, narration, words)
    for start, end in narration:
        found |= {text[first:last] for first, last, _ in names_beside(text, start, end, words)}
        speaking = {one.text for one in names_speaking(text, start, end, words)}
        found |= {name for name in speaking if len(name) == 3 and text.count(name) > 1}
        found |= {match.group(1) for match in _CALLED.finditer(text, start, end)}
        found |= {
            match.group(1)
            for match in _NICKED.finditer(text, max(0, start - 1), end)
            if _role_ends(text, _opened(text, match.start()), words)
        }
        found |= {_owned(match, text) for match in _OWNED.finditer(text, start, end)}
    count = {
        name: text.count(name)
        for name in found
        if "\u00b7" in name
        or name in marked
        or (name and not _TIME.search(name) and is_name(name, words))
    }
    parts = {part for name in count if "\u00b7" in name for part in name.split("\u00b7")[1:]}
    count |= {part: text.count(part) for part in parts if len(part) > 1}
    longer = {name for name in count if len(name) > 2 and count.get(name[:-1], 0) > count[name]}
    return frozenset(
        name for name in count if name not in longer and not words.phrases["roles"].fullmatch(name)
    )


def _inside_role(text: str, at: int, words: DraftWords) -> bool:
    """Whether an offset stands inside a word for an office."""
    roles = words.phrases["roles"].finditer(text, max(0, at - 4), at + 4)
    return any(role.start() < at < role.end() for role in roles)


def _role_ends(text: str, at: int, words: DraftWords) -> bool:
    """Whether a word for an office ends at an offset."""
    roles = words.phrases["roles"].finditer(text, max(0, at - _LONGEST_ROLE), at)
    return any(role.end() == at and len(role.group()) > 1 for role in roles)


def _opened(text: str, at: int) -> int:
    """Where the mark opens that a nickname closes."""
    return max(text.rfind(sign, max(0, at - _LONGEST_NICKNAME), at) for sign in "“「")


def _owned(match: re.Match[str], text: str) -> str:
    """The name behind an age or a home: all three characters when they end a part or come again."""
    name = match.group(1)
    whole = match.group(2) is not None or text.count(name) > 1
    whole = whole or text[match.end(1) : match.end(1) + 1] in _ZH_BEHIND + DEEDS
    return name if whole else name[:2] if text.count(name[:2]) > 1 else ""


def _verb_in(match: re.Match[str], words: DraftWords) -> int:
    """The end of a dotted name: the first verb of saying behind its dot, else the whole."""
    dot = re.search("[\u00b7\u2022\u30fb]", match.group())
    after = match.start() + (dot.end() if dot else 0)
    verb = words.phrases["verbs"].search(match.string, after, match.end())
    return verb.start() if verb else match.end()
