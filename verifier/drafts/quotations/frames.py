"""The frames in which a few words in marks are somebody's, where no verb of saying leads to them.

Problem: "mocked the ...", "wants a ...", "thanked them for their ..." and "Cole's ... remark" give
a fragment to somebody, and none of these says that he said it.

Method: the verb that governs the fragment is looked for backwards in its sentence, over articles,
prepositions, adjectives and one object, and never over a comma or another clause; its subject is
the speaker. Some verbs govern only what stands right behind them ("wants"), some also a part of
their object ("criticised the ... handling"). What begins inside a phrase ("not for sale") needs no
verb of the lists, only a person or a body that opens its sentence. Words in parentheses (a party,
an age) are passed over. A negation changes nothing: the words are named.

Rejected: any verb with a person for subject (he also opens, visits and photographs things).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.attributing import sentence_before
from verifier.drafts.clauses.subjects import subject_after, subject_before
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.clauses.verbs import in_compound
from verifier.drafts.models import Span
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.quotations.fragments import begins_inside, is_attribute, moved, opening, speaks
from verifier.drafts.quotations.frames_beside import (
    agent_before,
    agent_behind,
    document,
    headline,
    in_own_words,
    meant,
    possessed,
    turned,
    uttered,
)
from verifier.drafts.words import DraftWords

_MOST_BETWEEN = 8
"""Words between a governing verb and the fragment."""
_REACH_BEHIND = 160
_MOST_SUBJECT = 6
"""Words of the subject of a relative clause."""
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_NOBODY = frozenset(("se", "on", "man", "es", "it", "uno"))
_OBJECT_RELATIVES = frozenset(("which", "that", "whom", "que", "qu", "what"))
_PARENTHESIS = re.compile(r"\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]")
_NAMED_BETWEEN = re.compile(r", [A-Z][^,.;:]{2,50},(?= as(?: an?| the)?\s*$)")
"""A name that explains an object ("referred to one widow, Ada Vane, as")."""
_NOT = re.compile(
    r"\b(?:not|never|nicht|nie|kein(?:e[nmrs]?)?|ne|n['\u2019]|pas|jamais|no|nunca|jam\u00e1s)\b ?"
)


def framed(text: str, floor: int, outer: Span, words: DraftWords) -> Clause | None:
    """The frame that gives a fragment to somebody.

    Args:
        text: the draft.
        floor: where the paragraph or the quotation before ends.
        outer: the fragment with its marks.
        words: the lists of a language with spaces between words.

    Returns:
        A clause with its subject, marked as a frame; None when nothing says whose words they are.

    Cost: linear in the sentence.
    """
    start, end = sentence_before(text, floor, outer[0])
    behind = _line(text, outer[1])
    local = _without_parentheses(text[start:end])
    if words.language == "en":
        local = _NAMED_BETWEEN.sub(lambda m: " " * len(m.group()), local)
    quoted = text[outer[0] + 1 : outer[1] - 1].strip()
    found = (
        in_own_words(local, behind, words)
        or meant(local, words)
        or uttered(local, words)
        or document(local, behind, words)
        or possessed(local, behind, words)
        or agent_behind(behind, outer[1] - start, words)
        or agent_before(local, behind, words)
        or _governed(local, quoted, behind, words)
        or turned(local, behind, outer[1] - start, words)
        or _phrased(local, quoted, behind, words)
    )
    if found is not None:
        subject = found.subject
        if subject is not None:
            subject = moved(subject, start)
        return Clause(found.start + start, max(end, start), subject, False, framed=True)
    return headline(text, outer, behind, words)


def _line(text: str, at: int) -> str:
    """What stands behind the marks, to the end of the sentence."""
    part = text[at : at + _REACH_BEHIND]
    return re.split(r"(?<=[.!?])\s|\n", part)[0]


def _without_parentheses(part: str) -> str:
    """A sentence with blanks for words in parentheses, so that offsets stay."""
    return _PARENTHESIS.sub(lambda m: " " * len(m.group()), part)


def _governed(local: str, quoted: str, behind: str, words: DraftWords) -> Clause | None:
    """The verb before a fragment that governs it, with its subject."""
    run = words_of(local, 0, len(local))
    open_ = _NOT.sub(lambda m: " " * len(m.group()), local)
    for index in range(len(run) - 1, max(-1, len(run) - 2 - _MOST_BETWEEN), -1):
        verb = run[index]
        between = run[index + 1 :]
        if re.search("[,;:]", local[verb.end :]):
            return None
        if index + 1 < len(run) and words.has("clause_openers", run[index + 1].text):
            linked = run[index + 1].text.casefold() in ("as", "als", "como", "comme", "wie")
            if not linked:
                continue
        if verb.text[0].isupper() and index:
            continue
        worded = words.has("degrees", quoted.split(" ")[0])
        if not _governs(run, index, behind, words, worded=worded) or _is_passive(run, index, words):
            continue
        if _is_recalled(local, run, index, words) or _is_trade_name(run, index, words):
            return None
        before = [w for w in run[:index] if not _NOT.fullmatch(w.text + " ")]
        near = before and not open_[before[-1].end : verb.start].strip()
        inner = _in_relative(open_, before, words) if near else None
        subject = inner or subject_before(open_, before, verb, words)
        if subject is None and words.language != "en":
            subject = subject_after(open_, between, words) if between else None
            subject = subject if subject is not None and speaks(subject, words) else None
        if subject is None:
            subject = opening(open_, before, words)
        if subject is None or subject.kind is SubjectKind.OWN:
            continue
        if subject.text.casefold() in _NOBODY:
            return None
        if inner is None and not speaks(subject, words):
            continue
        if words.has("inscriptions", subject.role):
            continue
        return Clause(min(subject.start, verb.start), len(local), subject, False)
    return None


def _phrased(local: str, quoted: str, behind: str, words: DraftWords) -> Clause | None:
    """A person or a body that opens the sentence of words which begin inside a phrase."""
    run = words_of(local, 0, len(local))
    if len(run) < 2 or not begins_inside(quoted, words) or is_attribute(behind, 0, words):
        return None
    if any(words.has("namings", w.text) for w in run) or _is_passive(run, len(run) - 1, words):
        return None
    subject = opening(local, run, words)
    if subject is None or subject.kind is SubjectKind.OWN or not speaks(subject, words):
        return None
    if subject.end >= run[-1].end or "," in local[subject.end + 1 :]:
        return None
    behind_it = next((w.text for w in run if w.start >= subject.end), "")
    told = words.language == "de" and subject.kind is not SubjectKind.PRONOUN
    if told and words.has("reported", behind_it):
        return None  # "Die Ministerin habe": another says so
    return Clause(subject.start, len(local), subject, False)


def _is_passive(run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether a form of "be" makes nobody of whoever does it ("is now called")."""
    if words.language != "en" or run[index].text.endswith("ing"):
        return False
    return any(w.text.casefold() in _BE for w in run[max(0, index - 2) : index])


def _is_recalled(local: str, run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether a relative clause only mentions it ("who had promised a ...")."""
    if not words.has("determiners", run[-1].text):
        return False
    part = local[: run[index].start].rpartition(",")[2]
    lead = [w for w in run[:index] if w.start >= run[index].start - len(part)]
    return any(
        words.has("relatives", w.text) and not words.has("clause_openers", w.text) for w in lead
    ) and not any(words.has("determiners", w.text) for w in lead)


def _is_trade_name(run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether it is what a trade calls a thing (English: "what the researchers call a")."""
    if words.language != "en" or run[index].text not in ("call", "calls", "term"):
        return False
    what = next((w for w in reversed(run[max(0, index - 4) : index]) if w.text == "what"), None)
    return what is not None and all(
        w.text[0].islower() for w in run[:index] if w.start > what.start
    )


def _in_relative(local: str, run: list[Word], words: DraftWords) -> Subject | None:
    """The subject inside a relative clause on an object ("which the mayor called")."""
    low = max(0, len(run) - _MOST_SUBJECT)
    for index in range(len(run) - 1, low, -1):
        word, before = run[index], run[index - 1]
        if "," in local[before.end : word.start]:
            return None
        opens = words.has("determiners", word.text) or word.text[0].isupper()
        if opens and before.text.casefold() in _OBJECT_RELATIVES:
            return noun_phrase(local, run[index:], words) or _unknown(local, run[index:])
        bound = any(
            words.has(name, before.text)
            for name in ("prepositions", "determiners", "conjunctions", "auxiliaries", "verbs")
        )
        contact = words.language == "en" and before.text[0].islower() and not bound
        if contact and words.has("determiners", word.text):
            subject = noun_phrase(local, run[index:], words)
            return subject if subject is not None and speaks(subject, words) else None
    return None


def _unknown(local: str, run: list[Word]) -> Subject | None:
    """A short noun phrase with a determiner whose noun is on no list ("ses adversaires")."""
    run = run[:3]
    label = " ".join(local[run[0].start : run[-1].end].split())
    several = len(run) > 1
    return Subject(run[0].start, run[-1].end, label, SubjectKind.ROLE) if several else None


def _governs(run: list[Word], index: int, behind: str, words: DraftWords, *, worded: bool) -> bool:
    """Whether a verb makes a fragment behind it its subject's words."""
    between = run[index + 1 :]
    small = ("determiners", "prepositions", "leads", "auxiliaries")
    near = all(any(words.has(name, w.text) for name in small) for w in between)
    attribute = is_attribute(behind, 0, words) and not worded

    def listed(*names: str) -> bool:
        found = any(words.has(name, run[index].text) for name in names)
        return found or in_compound(run, index, words, names)

    if listed("wanting"):
        return near and not attribute
    if listed("evaluating"):
        return True
    if listed("framing", "calling"):
        return not attribute
    if listed("judging"):
        last = between[-1].text if between else ""
        open_ = any(words.has(name, last) for name in ("determiners", "prepositions"))
        return bool(between) and (not open_ or last == "as")
    return False
