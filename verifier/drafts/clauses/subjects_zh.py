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

from verifier.drafts.clauses.owned_zh import MOST_DONE, NO_DEED, owned_zh
from verifier.drafts.names.bodies import body_opening_zh
from verifier.drafts.names.heads_zh import ends_in_body, head_end
from verifier.drafts.names.margins_zh import names_nobody, stripped, without_leads
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import (
    DEEDS,
    TRANSLITERATED,
    dotted_in,
    dotted_start,
    has_particle,
    is_name,
)
from verifier.drafts.words import DraftWords

_HAN = "\u3400-\u9fff"
_LATIN = re.compile(r"[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*)*")
_PERSON = re.compile(f"[{_HAN}]{{1,8}}(?:[学學]家|[专專]家|工作者|者|[人队隊团團]?[员員]|[师師])")
"""A word for a person by what he does."""
_INDEFINITE = re.compile("有[位名个個]|[一这這那多两兩几幾]+[位名个個]|某")
_NEGATED = re.compile("没有|沒有|从未|從未|不曾|没人|無人|无人|谁|[没沒未]$")
_ADDRESSED = frozenset("对對向与與和让讓被给給问問跟把由")
_PLACE_ENDS = "下上里裡裏中外旁边邊前后後的内內"
_TRADE = re.compile(f"[{_HAN}][长長员員师師家手者总總]([{_HAN}]{{2,3}})$")
"""A name behind a word that ends like one for a trade or an office."""
_LONGEST = 24
_DONE = re.compile(f"[{DEEDS}的了着著们們与與及等、]|[沉默低头頭怒气氣急忙高声聲]|[^{_HAN}]")
"""Characters that are in no name behind an office."""
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
_FOREIGN = re.compile(TRANSLITERATED.pattern + "$")


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
    stop = verb
    for part in reversed(re.split("([，,；;：:、])", text[start:verb])):
        begin = stop - len(part)
        if part and part not in "，,；;：:、":
            subject = read_subject(text, begin, stop, words)
            if subject is not None:
                return subject
        stop = begin
    return None


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
    end = head_end(text, start, stop, words)
    start, stop = (start, end) if end else stripped(text, start, stop, words)
    if start >= stop:
        return None
    part = text[start:stop]
    if _REPORTS.search(part):
        return Subject(start, stop, part, SubjectKind.OWN)
    if _OWN.match(part):
        return Subject(start, stop, part, SubjectKind.OWN)
    if part in words.pronouns:
        return Subject(start, stop, part, SubjectKind.PRONOUN)
    owned = owned_zh(text, start, stop, words)
    if owned is not None:
        return owned
    if part[0] == "其" and end and words.phrases["roles"].search(part):
        office = _last_role(part, words)
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
    if indefinite and indefinite.start() and part[indefinite.start() - 1] in _PLACE_ENDS:
        return read_subject(text, start + indefinite.start(), stop, words)
    called = _NAMED.search(part) if indefinite else None
    if called and (called.group(1) in words.names or is_name(called.group(1), words)):
        begin, end = start + called.start(1), start + called.end(1)
        return Subject(begin, end, called.group(1), SubjectKind.NAME)
    letter = _LETTER_SAYS.match(part)
    if letter and letter.end() == len(part):
        kinds = [m.group() for m in _LETTER.finditer(text, max(0, start - _LETTER_REACH), start)]
        if kinds:
            return Subject(start, start + 1, kinds[-1], SubjectKind.ROLE, letter.group(1))
    if _OTHER.fullmatch(part):
        return Subject(start, stop, part, SubjectKind.ROLE)
    behind = part.rfind("的") + 1 if indefinite else 0
    named = None
    if indefinite and not behind:
        office = _last_role(part, words)
        behind = office[1] if office and 1 < len(part) - office[1] < 4 else 0
    if not indefinite or indefinite.end() <= behind:
        named = _known_in(part[behind:], words) or _name_in(part[behind:], words)
    if named is not None:
        begin, end, role = named
        begin, end = begin + behind, end + behind
        return Subject(start + begin, start + end, part[begin:end], SubjectKind.NAME, role)
    if words.phrases["roles"].fullmatch(part) or words.has("generic_roles", part):
        return Subject(start, stop, part, SubjectKind.ROLE, part)
    office = _last_role(part, words)
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
    if words.phrases["verbs"].search(part, part.rfind("的") + 1):
        return None
    if indefinite and len(part) <= _LONGEST:
        before = part[indefinite.start() - 1 : indefinite.start()]
        if before in ("有", "的") or (before and indefinite.group()[0] == "有"):
            part, start = part[indefinite.start() :], start + indefinite.start()
            office = _last_role(part, words)
        if office and part[office[1] : office[1] + 1] not in "的":
            part = part[: office[1]]
        return Subject(start, start + len(part), part, SubjectKind.ROLE)
    if office and office[1] == len(part) and len(part) <= _LONGEST:
        return Subject(start, stop, part, SubjectKind.ROLE, part[slice(*office)])
    if _PERSON.fullmatch(part) and not has_particle(part):
        return Subject(start, stop, part, SubjectKind.ROLE, part)
    he = _HE.search(part)
    if he and "的" not in part and he.group() in words.pronouns:
        return Subject(start + he.start(), start + he.end(), he.group(), SubjectKind.PRONOUN)
    says = end and part[-1] in _OFFICES and words.phrases["verbs"].match(text, stop)
    if end and len(part) <= _LONGEST and (says or ends_in_body(part)):
        return Subject(start, stop, part, SubjectKind.ROLE, part[-2:])
    opens = words.phrases["roles"].match(part)
    rest = part[opens.end() :] if opens else ""
    done = len(rest) <= MOST_DONE and not NO_DEED.search(rest)
    if opens and done and rest[:1] not in words.surnames:
        role = opens.group()
        return Subject(start, start + len(role), role, SubjectKind.ROLE, role)
    return None


def _known_in(part: str, words: DraftWords) -> tuple[int, int, str] | None:
    """Span of the first known name that is no addressee, and the office before it."""
    named = words.phrases["names"].finditer(part)
    spans = [m.span() for m in named if part[m.start() - 1 : m.start()] not in _ADDRESSED]
    if not spans:
        return None
    found = spans[-1] if spans[-1][1] == len(part) else spans[0]
    role = _last_role(part[: found[0]], words) or _last_role(part[found[1] : found[1] + 4], words)
    before = part[: found[0]]
    return (*found, before[slice(*role)] if role and before else "")


def _last_role(part: str, words: DraftWords) -> tuple[int, int] | None:
    found = None
    for match in words.phrases["roles"].finditer(part):
        found = match.span()
    return found


def _name_in(part: str, words: DraftWords) -> tuple[int, int, str] | None:
    """Span of the name in a part, and the office beside it."""
    dotted = dotted_in(part, words)
    role = _last_role(part, words)
    if dotted:
        begin, end = dotted
        inside = _last_role(part[begin:end].split("\u00b7")[0], words)
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
        named = is_name(rest, words) or (2 <= len(rest) <= 3 and not _DONE.search(rest))
        return (role[1], len(part), office) if named else _at_the_end(part, words)
    # the office stands behind: 李明局长, 清河大学李明教授
    for length in (3, 2, 4):
        begin = role[0] - length
        if begin >= 0 and is_name(part[begin : role[0]], words):
            return begin, role[0], office
    known = part[role[0] - 1 : role[0]] in words.surnames
    others = [m.end() for m in words.phrases["roles"].finditer(part, 0, role[0])]
    if known and (role[0] - 1 in others or part[role[0] - 2 : role[0] - 1] == "的"):
        return role[0] - 1, role[1], office
    if role[0] == 1 and part[0] in words.surnames:
        return 0, role[1], office
    return None


def _at_the_end(part: str, words: DraftWords) -> tuple[int, int, str] | None:
    """A name of three characters behind a word for somebody that is on no list."""
    if len(part) < 5 or not is_name(part[-3:], words):
        return None
    return len(part) - 3, len(part), ""
