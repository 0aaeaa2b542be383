"""What stands around the subject in a part of a Chinese clause.

Problem: before a subject stand small words, a time and a place, behind it more of them, an adverb,
whom it was said to, and how somebody stood there.

Method: closed lists and shapes, taken off one after the other until nothing changes. A part that
begins with "facing" or "speaking of", or with a verb of saying, has no subject.

Rejected: taking off what is on no list (a name may be on none).
"""

from __future__ import annotations

import re

from verifier.drafts.words import DraftWords

_HAN = "\u3400-\u9fff"
_FRAME = re.compile(
    r"(?:在|于|就|当|當|对|對|向|跟|针对|針對|面对|面對|等(?=[^人等，]{2})|谈及|談及|谈到|談到|接受|通过|通過|[去今前明]年|上[周月]|本[周月]|[昨今][日天]|以|用|给|給|"
    r"[\d一二三四五六七八九十两兩]+(?:月|[日号點点时時])|周[一二三四五六日]|星期).*$"
)
_LEADING = re.compile(
    r"^(?:[\d一二三四五六七八九十]+(?:[年月日]|号(?![楼院线馆]))(?:[上下]午|晚|凌晨|清晨|傍晚|中午)?|(?:本|上|下)?(?:周|星期)[一二三四五六日天末]"
    r"|(?:当|當|在|于|就|对|對).*?(?:时|時|中|后|後|上|里|裡|前|问题|問題)(?!的))+[，,]?"
)
_DATELINE = re.compile(
    "(?:【[^】\\n]{1,40}】|（[^）\\n]{0,20}(?:记者|通讯员|讯|电|报道|网|社|报|台)[^）\\n]{0,30}）|"
    "(?:本报|本台|本网|新华社|中新社|央视|综合)[^，。：（“\\n]{0,16}?(?:电|讯|报道|消息)|"
    "\\d{1,2}[:：]\\d\\d|\\s)+"
)
_ADVERBIAL = re.compile(rf"[{_HAN}]{{2}}地$")
_LONG_ADVERBIAL = re.compile(rf"[{_HAN}]{{1,4}}地$")
_TOLD = re.compile(
    "(?:回[应應复復覆]|答[复復覆]|告[诉訴知])(?:本[报報刊台]|[记記]者|媒[体體]|我[们們]?|外界)[时時]?$"
)
"""To whom it was said, before a further verb."""
_POSTURE = re.compile(f"(?:一[边邊面].*|边.*|[站坐走躺蹲靠]|[{_HAN}]?[着著].*)$")
_PREPOSED = re.compile(
    "[把给給](?!关|關)|被(?!告|害|申请|申請|上诉|上訴)|从(?!业|業)|從(?!業)|对(?!方|手|面)|對(?!方|手|面)|向(?!导|導)|"
    "面对|面對|作为|作為|身为|身為|对于|對於|关于|關於|至于|至於|随着|隨著|由于|由於|因为|因為|为了|為了|如果|虽然|雖然|尽管|儘管|除了|通过|通過|经过|經過"
    "|谈及|談及|谈到|談到|谈起|談起|说到|說到|说起|說起|提到|提及|提起|讲到|講到|聊到|聊起|问及|問及|问到|問到|被问|被問|看到|看着|看著|听到|聽到|想到|回到|等到"
    "|当被|當被|每当|每當|直到|自从|自從|按照|根据|根據|比起|除此"
)
"""With what a part begins that names no subject."""


def behind_dateline(text: str, start: int, stop: int) -> int:
    """Where a sentence begins behind the paper and the reporter it comes from.

    Args:
        text: the draft.
        start: offset of the sentence.
        stop: its end offset.

    Returns:
        The offset behind "【……】", "（记者 ……）" and "本报北京3日电"; `start` without any.
    """
    if start and text[start - 1] != "\n":
        return start
    found = _DATELINE.match(text, start, stop)
    return found.end() if found and found.end() < stop else start


def names_nobody(text: str, start: int, stop: int, words: DraftWords) -> bool:
    """Whether a part begins with what no subject begins with ("面对记者", "表示公司曾").

    Args:
        text: the draft.
        start: offset of the part behind its leads.
        stop: its end offset.
        words: the Chinese lists.
    """
    told = words.phrases["verbs"].match(text, start, stop)
    preposed = _PREPOSED.match(text, start, stop) is not None
    return preposed or (told is not None and not _opens(text, told, stop, words))


def _opens(text: str, verb: re.Match[str], stop: int, words: DraftWords) -> bool:
    """Whether what looks like a verb begins the word for somebody ("评论家")."""
    role = words.phrases["roles"].match(text, verb.start(), stop)
    known = words.phrases["names"].match(text, verb.start(), stop)
    return any(found and found.end() > verb.end() for found in (role, known))


def without_leads(text: str, start: int, stop: int, words: DraftWords) -> int:
    """Where a part begins behind white space, time, place and small words.

    Args:
        text: the draft.
        start: offset of a part of a clause.
        stop: its end offset.
        words: the Chinese lists.
    """
    while start < stop and text[start].isspace():
        start += 1
    leading = _LEADING.match(text[start:stop])
    if leading and leading.end() < stop - start:
        start += leading.end()
    start += text[start : start + 2] in ("当一", "當一")
    lead = words.phrases["leads"].match(text, start, stop)
    while lead and lead.end() > start:
        if lead.group() == "有" and text[lead.end() : lead.end() + 1] in "位名个個":
            break
        start = lead.end()
        lead = words.phrases["leads"].match(text, start, stop)
    return start


def stripped(text: str, start: int, stop: int, words: DraftWords) -> tuple[int, int]:
    """A part without time, place, addressee and adverbs at its end.

    Args:
        text: the draft.
        start: offset of the part.
        stop: its end offset.
        words: the Chinese lists.
    """
    changed = True
    while changed and start < stop:
        before = stop
        while start < stop and (text[stop - 1].isspace() or text[stop - 1] in "，,"):
            stop -= 1
        posture = _POSTURE.search(text[start:stop])
        if posture and posture.start() > 0:
            stop = start + posture.start()
        told = _TOLD.search(text[start:stop])
        if told and told.start() > 0:
            stop = start + told.start()
        known = words.phrases["names"].match(text, start, stop)
        floor = known.end() if known else start + 1
        adverbial = _ADVERBIAL.search(text[floor:stop])
        adverbial = adverbial or _LONG_ADVERBIAL.search(text[floor:stop])
        if adverbial:
            stop = floor + adverbial.start()
        for length in (4, 3, 2, 1):
            if stop - length > start and words.has("adverbs", text[stop - length : stop]):
                stop -= length
                break
        frame = _FRAME.search(text[start:stop])
        named = words.phrases["names"].finditer(text, start, stop)
        if any(match.end() == stop for match in named):
            frame = None  # where somebody lives, and not where it was said
        if frame and frame.start() > 0:
            stop = start + frame.start()
        changed = stop != before
    if start < stop and words.has("adverbs", text[start:stop]):
        return stop, stop
    return start, stop
