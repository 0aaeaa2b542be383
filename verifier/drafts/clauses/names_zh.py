"""Names in running Chinese text, where nothing sets them apart.

Problem: a person is named once beside an office and then without it; no space, no capital shows it.

Method: what stands beside a word for an office and looks like a name; transliterated names by their
dots; and three characters with a family name first that come twice, once where a name begins and
ends (a comma, a particle). All of it only tells who may be meant by a pronoun or a short form.

Rejected: taking every run that begins with a family name (half of them are other words).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.named_zh import BODIES
from verifier.drafts.clauses.subjects_zh import read_subject, subject_zh
from verifier.drafts.names.families_zh import family_keys, long_family
from verifier.drafts.names.heads_zh import held
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import (
    DEEDS,
    DOTTED,
    TITLES_BEHIND,
    ends_role,
    foreign_at,
    is_name,
)
from verifier.drafts.words import DraftWords

BY_SURNAME = re.compile("老[\u3400-\u9fff](?=$|[却卻也说說则則把又就不没沒笑摇搖叹嘆点點的，])")
"""An elder by his family name, where that is no part of a longer name."""
LATIN_NAME = re.compile(r"[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]*)+")
_BUT = "却卻则則"
_CONTRAST = re.compile(f"([\u3400-\u9fff]{{2,3}}?)[{_BUT}]")
_PLACE_ENDS = "村镇鎮县縣市省区區校院班系队隊社部局司家店厂廠馆館届屆岁歲"
"""What ends where somebody is from, before a name with an office behind it."""
_HALVES = "强強表指认認称稱回"
_VERB_BEHIND = re.compile(
    "[强強][调調]|表[示态態达達]|指[出责責着著]|[认認][为為]|[称稱]|回[应應答复憶忆]"
)
_NICKNAMED = re.compile("[老小阿][\u3400-\u9fff]")
_AGED = re.compile("([\u3400-\u9fff]{2,4})[（(](?:\\d\\d[岁歲]|化名|音)")
"""A name behind an office with an age in brackets."""
_SMALL = "和于於从從向都有要会會能时時方"
"""Family names that are mostly small words before what somebody is called by."""
_DOTS = ("\u00b7", "\u2022", "\u30fb")
JOINS = "的是和与與跟对對向给給把让讓被问問找请請"
"""Small words right before a name that comes again."""
_BEHIND_OWNED = re.compile(
    "(?<=[\n。！？”」])[^，。！？“「\n]{2,12}的([\u3400-\u9fff]{3})"
    "(?=[不没沒要会會站坐说說笑摇搖点點叹嘆愣把从從在也却卻就只跟对對])"
)
"""A name behind what somebody does, with a verb behind it."""
_TRADE = re.compile("[\u3400-\u9fff]{1,2}[人者户戶员員师師家手匠](?=[\u3400-\u9fff]{2})")
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
ZH_BEFORE = "\n？！，。、；：的“”「」（( "
ZH_BEHIND = (
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
        for length in (2, 3, 4, 5):
            at = match.end()
            behind = text[at + length : at + length + 1]
            third = text[at + 2 : at + 3]
            if length == 3 and third and third in DEEDS and _length(text, at, words) == 2:
                continue
            if behind in _HALVES and not _VERB_BEHIND.match(text, at + length):
                continue  # 强 of a name, and not of 强调
            told = (words.phrases[n].match(text, at + length) for n in ("acts", "adverbs"))
            acts = any(found and len(found.group()) > 1 for found in told)
            acts = acts or text[at + length + 1 : at + length + 2] in ("着", "著", "了")
            if (behind in ZH_BEHIND or acts) and is_name(text[at : at + length], words):
                found.setdefault(at, (at + length, match.group()))
                break
        else:
            family = len(long_family(text[match.end() : match.end() + 4], words))
            longest = (family + 2, family + 1) if family else ()
            for length in dict.fromkeys((*longest, _length(text, match.end(), words), 2)):
                if is_name(text[match.end() : match.end() + length], words):
                    found.setdefault(match.end(), (match.end() + length, match.group()))
                    break
        rare = held(text, match.end(), end, words) if match.end() not in found else None
        if rare is not None:
            found[match.end()] = (rare, match.group())
        aged = _AGED.match(text, match.end(), end)
        if aged and match.end() not in found:
            found[match.end()] = (aged.end(1), match.group())
        # transliterated, by a nickname, or before what sets him against another
        foreign = foreign_at(text, match.end(), end, words)
        if foreign and text[foreign.end() : foreign.end() + 1] not in _DOTS:
            found[match.end()] = (foreign.end(), match.group())
        called = text[match.end() : match.end() + 2]
        if _NICKNAMED.match(text, match.end(), end) and not words.has("adverbs", called):
            found.setdefault(match.end(), (match.end() + 2, match.group()))
        contrast = _CONTRAST.match(text, match.end(), end)
        if contrast and text[contrast.end(1)] in _BUT:
            found.setdefault(match.end(), (contrast.end(1), match.group()))
        titled = len(match.group()) > 1
        first = match.start() - 1
        family = first >= start and text[first] in words.surnames and text[first] not in _SMALL
        if titled and family:
            before = text[first - 1] if first else "\n"
            common = match.group() not in TITLES_BEHIND
            apart = ends_role(text, first, words) and not common
            if apart or before in ZH_BEFORE + ("" if common else "的迷人"):
                found.setdefault(first, (match.end(), match.group()))
        latin = LATIN_NAME.match(text, match.end(), end)
        if latin:
            found.setdefault(match.end(), (latin.end(), match.group()))
        named = match.end() in found
        person = len(match.group()) > 1 and match.group() not in BODIES
        for length in (3, 2) if person and not named else ():
            at = match.start() - length
            inside = inside_role(text, at, words)
            bound = at <= start or text[at - 1] in ZH_BEFORE + JOINS
            bound = bound or ends_role(text, at, words) or text[at - 1] in _PLACE_ENDS
            if at >= start and bound and not inside and is_name(text[at : match.start()], words):
                found.setdefault(at, (match.start(), match.group()))
                break
    for match in _TRADE.finditer(text, start, end):
        for length in (3, 2):
            at = match.end()
            bound = text[at + length : at + length + 1] in ZH_BEHIND + "，。"
            bound = bound or (length == 3 and text[at + 3 : at + 4] in DEEDS)
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


def opens_part_zh(text: str, start: int, end: int, words: DraftWords) -> bool:
    """Whether a Chinese name is the subject of a part of its own, and not of what is told.

    Args:
        text: the draft.
        start: where it begins, with the office before it.
        end: its end offset.
        words: the Chinese lists.
    """
    if (
        words.language != "zh"
        or text[start - 1 : start] != "\uff0c"
        or text[end : end + 1] in ("\u7684", "\uff0c")
    ):
        return False
    return not any(words.has("verbs", text[start - 1 - n : start - 1]) for n in (1, 2, 3))


def _length(text: str, at: int, words: DraftWords) -> int:
    """Two before a verb of saying, or when they come again nearby without the third, else three."""
    if words.phrases["verbs"].match(text, at + 2):
        return 2
    near = text[max(0, at - _NEAR) : at + _NEAR]
    twice, thrice = near.count(text[at : at + 2]), near.count(text[at : at + 3])
    return 2 if twice > thrice or (thrice == 1 and text[at + 2 : at + 3] in DEEDS) else 3


def inside_role(text: str, at: int, words: DraftWords) -> bool:
    """Whether an offset stands inside a word for an office.

    Args:
        text: the draft.
        at: the offset.
        words: the Chinese lists.
    """
    roles = words.phrases["roles"].finditer(text, max(0, at - 4), at + 4)
    return any(role.start() < at < role.end() for role in roles)


def _verb_in(match: re.Match[str], words: DraftWords) -> int:
    """The end of a dotted name: the first verb of saying behind its dot, else the whole."""
    dot = re.search("[\u00b7\u2022\u30fb]", match.group())
    after = match.start() + (dot.end() if dot else 0)
    verb = words.phrases["verbs"].search(match.string, after, match.end())
    return verb.start() if verb else match.end()


def names_in_zh(text: str, start: int, end: int, words: DraftWords) -> list[tuple[int, str, str]]:
    """The names of a part outside quotation marks, in Chinese.

    Args:
        text: the draft.
        start: offset of the part.
        end: its end offset.
        words: the Chinese lists, with the names that the draft shows.

    Returns:
        Offset, name and office, in order, one for each offset.
    """
    found: dict[int, tuple[str, str]] = {}
    for first, last, role in names_beside(text, start, end, words):
        found[first] = (_without_verb(text[first:last], words), role)
    families = {name[0] for name in words.names} | set(re.findall("姓([\u3400-\u9fff])", text))
    for match in BY_SURNAME.finditer(text, start, end):
        if match.group()[1] in families and match.group() not in words.names:
            found.setdefault(match.start(), (match.group(), ""))
    for subject in names_speaking(text, start, end, words):
        found.setdefault(subject.start, (_without_verb(subject.text, words), subject.role))
    return [(at, *found[at]) for at in sorted(found)]


def _without_verb(name: str, words: DraftWords) -> str:
    """A name without the character behind it that was taken for a part of it."""
    if len(name) > 4 or family_keys(name, words)[1:]:
        return name
    shorter = (name[:length] for length in range(len(name) - 1, 1, -1))
    return next((known for known in shorter if known in words.names), name)
