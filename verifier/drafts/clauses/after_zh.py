"""The attributing clause behind a quotation, in Chinese.

Problem: behind the words stands who says them, or only what somebody does ("李明摇头"), or the next
sentence of the story.

Method: the first verb of saying that ends its clause, a gesture, or a known name with a few
characters of what he does; where more is told the name counts as long as nothing before the words
says who speaks.

Rejected: the name of whoever the next sentence is about (it may be the one who answers).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.following import REACH_BEHIND
from verifier.drafts.clauses.owned_zh import owned_zh
from verifier.drafts.clauses.subjects_zh import read_subject, subject_zh
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.clauses.verbs_zh import verbs_of
from verifier.drafts.names.heads_zh import head_end
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.names.shapes_zh import DEEDS
from verifier.drafts.words import DraftWords

_IS_HE = re.compile("[^\uff0c,。是]{2,16}的[人]?是(?=[^\uff0c,]{2,16}$)")
"""What somebody does, with "is" before his name ("最先开口的是李明")."""
_ACTS = 10
"""Characters of what a known person does right behind the words, to the end of the sentence."""
_NO_ANSWER = re.compile(
    "[没不未](?!有?(?:犹豫|迟疑|抬|停|回头|看|客气|假思索|紧不慢|服气|好意思|耐烦))|沉默|[听聽][了到]|愣|的"
)
_BEHIND = re.compile(
    r"(?:了?一[声句通番]|[几两]句|了句|起来|出来|出声|不已|连连)?(?:道|过|過)?(?:[我你他她]|记者|記者|大家|们|們|本报)*\s*(?=[\uff0c。,.！!？?\u2014]|$)"
)
_MANNER = 20
"""Characters of what somebody does between two stretches of what he says."""
_HE = re.compile("[他她](?![们的])")
_FINAL = "。！？…"
_SO_SAYS = re.compile(
    "(?:曾|总|也|就|便)?(?:这样|如此|这么|这般|如是)(?:形容|描述|回答|解释|介绍|评价|总结|概括|回忆|说|写|告诉|回应|对|向|称|讲|答|理解|定义|安慰|劝|反问|感叹)"
)
"""Words to which "so" points back."""
_LONGEST_NOUN = 8
_SENTENCE = re.compile("[。！？!?\n；]")


_CROWD = re.compile(
    "(?:人群|台下|全场|全場|现场|現場|场内|场外|场边|大家|众人|眾人|人们|人們|观众席|看台|围观)(?![一的有某几幾两兩0-9])"
)
"""A crowd that cries out."""
_CALLED_IN = re.compile(
    "[接收]到([^\uff0c。]{2,12}?)的(?:报警|報警|求助|投诉|投訴|举报|舉報|来电|來電|电话|電話|来信|來信|留言|短信|微信)"
)
"""Whose call or letter is taken."""


def clause_after_zh(text: str, at: int, stop: int, ended: str, words: DraftWords) -> Clause | None:
    """The clause that follows a quotation; arguments and answer as for `clause_after`."""
    stop = min(stop, at + REACH_BEHIND)
    while at < stop and (text[at].isspace() or text[at] in "\uff0c,\u2014"):
        at += 1
    over = _SENTENCE.search(text, at, stop)
    end = over.start() if over else stop
    if at >= end:
        return None
    crowd = _CROWD.match(text, at, end)
    if crowd:
        return Clause(at, end, Subject(at, end, text[at:end], SubjectKind.OWN), True)
    called = _CALLED_IN.search(text, at, end)
    if called:
        caller = read_subject(text, *called.span(1), words)
        return Clause(at, end, caller, True) if caller else None
    so = _SO_SAYS.search(text, at, end)
    by = subject_zh(text, at, so.start(), words) if so and ended in _FINAL else None
    if by is not None and by.kind in (SubjectKind.NAME, SubjectKind.ROLE):
        return Clause(by.start, end, by, text[end - 1] in "\uff0c,")
    unfinished = end
    for verb in verbs_of(words.language).finditer(text, at, min(end + 1, len(text))):
        if verb.end() > end or re.search("[\uff0c,]", text[unfinished : verb.start()]):
            break
        if not _BEHIND.match(text, verb.end(), end):
            unfinished = min(unfinished, verb.start())
            continue  # "分析中心研究员李明说"
        subject = subject_zh(text, at, verb.start(), words)
        return Clause(subject.start, end, subject, True) if subject else None
    if unfinished < end:
        return _manner(text, at, end, ended, words)
    return _gesture(text, at, end, words) or _manner(text, at, end, ended, words)


def _gesture(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """A name and what one does while speaking (“……。”店主李明笑着摇头)."""
    found = words.phrases["gestures"].search(text, at, end)
    subject = subject_zh(text, at, found.start(), words) if found else None
    if subject is None or subject.kind is SubjectKind.OWN:
        return None
    if subject.kind is SubjectKind.ROLE and not words.phrases["roles"].search(subject.text):
        return None
    return Clause(subject.start, end, subject, True)


def _manner(text: str, at: int, end: int, ended: str, words: DraftWords) -> Clause | None:
    """A person and a few characters between two commas, whatever the verb."""
    is_he = _IS_HE.match(text, at, end)
    subject = subject_zh(text, is_he.end(), end, words) if is_he else None
    if subject is not None and subject.kind in (SubjectKind.NAME, SubjectKind.ROLE):
        return Clause(at, end, subject, True)
    known = _named(text, at, end, words)
    if known is not None and known.kind is SubjectKind.ROLE and ended.isalnum():
        known = None  # "嫌校服“像麻袋”，校方答应重做"
    deed = text[known.end : end] if known else ""
    near = 1 <= len(deed) <= (_MANNER if deed[-1:] in "\uff0c," else _ACTS)
    alone = not re.search("[\uff0c,\uff1a]", deed[:-1]) and not _NO_ANSWER.search(deed)
    if known is not None and near and alone:
        return Clause(at, end, known, not ended.isalnum())
    first = re.split("[\uff0c,]", deed)[0]
    told = not re.search("[\uff1a\uff0c,]$|\uff1a", deed) and not _NO_ANSWER.search(first)
    new = known is not None and known.start > at
    over = ended in "\uff1f\uff01\u3002\u2026" and 1 < len(first) <= (_MANNER if new else _ACTS)
    if known is not None and over and text[end - 1] in "\uff0c," and not _NO_ANSWER.search(first):
        return Clause(at, end, known, len(deed) <= 2 * _MANNER)  # between two of his sentences
    if known is not None and told and over:
        return Clause(at, end, known, False)  # "……。”李明说起这事，至今佩服"
    goes_on = ended in "\uff0c,\uff1f\uff01\u3002" and text[end - 1] in "\uff0c,"
    if not goes_on or end - at > _MANNER:
        return None
    whole = head_end(text, at, end, words)
    subject = read_subject(text, at, whole, words) if whole else None
    if subject is not None and subject.kind is SubjectKind.ROLE:
        return Clause(at, end, subject, True)
    for length in range(min(3, end - at), 0, -1):
        subject = read_subject(text, at, at + length, words)
        if subject is not None and subject.kind is not SubjectKind.OWN:
            return Clause(at, end, subject, True)
    return None


def _acting(text: str, at: int, end: int, words: DraftWords) -> Subject | None:
    """A noun for somebody with which a sentence begins, right before what he does."""
    stop = head_end(text, at, end, words)
    if stop is None or stop >= end or stop - at > _LONGEST_NOUN:
        return None
    does = any(words.phrases[n].match(text, stop) for n in ("gestures", "acts", "adverbs"))
    if not does and text[stop] not in DEEDS:
        return None
    subject = read_subject(text, at, stop, words)
    role = subject is not None and subject.kind is SubjectKind.ROLE
    return subject if role and subject is not None and subject.end == stop else None


def _named(text: str, at: int, end: int, words: DraftWords) -> Subject | None:
    """A known name with which a sentence begins, alone or behind an office."""
    he = _HE.match(text, at, end)
    if he:
        return Subject(*he.span(), he.group(), SubjectKind.PRONOUN)
    known = words.phrases["names"].search(text, at, min(end, at + _MANNER))
    if known is None:
        return _acting(text, at, end, words)
    lead = text[at : known.start()]
    offices = [m.end() for m in words.phrases["roles"].finditer(lead)]
    owned = lead[-1:] == "的" and text[end - 1] not in "\uff0c,"
    if lead and not owned and (not offices or offices[-1] != len(lead)):
        return None
    if text[known.end() : known.end() + 1] == "\u7684":
        return owned_zh(text, known.start(), end, words)
    return Subject(*known.span(), known.group(), SubjectKind.NAME)
