"""What the sentences before and behind a quotation tell about its speaker.

Problem: a sentence that names nobody may lead to the words, whoever comes behind them may be meant,
and "she replied" is not whoever asked.

Method: the sentence behind counts when it begins with a name; one before it with three words or
more and nobody in it leaves the words without a speaker.

Rejected: the whole paragraph behind (its people are mostly new).
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.text.sentences import sentence_spans
from verifier.drafts.clauses.attributing import sentence_before
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.names.parts import Subject, SubjectKind, words_of
from verifier.drafts.people.acting import acting
from verifier.drafts.people.roster import People

_ASKS_ZH = re.compile("问[道我他她你们起着]{0,2}[\uff0c\uff1a]?$")
_REPLIES_ZH = re.compile("[答回][道应复说答]?|反问|[说笑摇点]")
_PASSIVE = ("is", "are", "was", "were", "been", "being")
_MARKS = "\"'\u2018\u201c"
_EXCHANGE = 160
"""Characters between the words of one and the answer of another."""
_REACH = 1000
"""Characters behind a quotation in which the next sentence is looked for."""


def opens_behind(people: People, at: int, end: int) -> Subject | None:
    """Whoever the sentence behind a quotation begins with.

    Args:
        people: who is named in the draft.
        at: offset behind the quotation.
        end: end offset of its paragraph.
    """
    spans = sentence_spans(people.text[at : min(end, at + _REACH)])
    if not spans:
        return None
    first, last = at + spans[0][0], at + spans[0][1]
    subject = acting(people, first, last, colon=False)
    zh = people.words.language == "zh"
    named = subject is not None and (zh or subject.kind is SubjectKind.NAME)
    return subject if named else None


def leads_unnamed(people: People, floor: int, at: int) -> bool:
    """Whether a sentence that names nobody leads to the words ("There were shouts of").

    Args:
        people: who is named in the draft.
        floor: where the paragraph or the quotation before ends.
        at: offset of the opening mark.
    """
    if people.words.language == "zh":
        return False
    start, end = sentence_before(people.text, floor, at)
    return len(words_of(people.text, start, end)) > 2


def is_only_told(people: People, floor: int, at: int) -> bool:
    """Whether whoever a sentence begins with is only said to have said or done something.

    Args:
        people: who is named in the draft.
        floor: where the paragraph or the quotation before ends.
        at: offset of the opening mark ("The minister was accused of").
    """
    words = people.words
    if words.language != "en":
        return False
    run = words_of(people.text, *sentence_before(people.text, floor, at))
    for before, word in pairwise(run):
        verb = words.has("calling", word.text) and word.text.endswith("ed")
        if verb and before.text in _PASSIVE and not words.has("agents", run[-1].text):
            return True
    return False


def is_answer(people: People, clause: Clause, last_end: int) -> bool:
    """Whether "he replied" follows the question that another put in quotation marks.

    Args:
        people: who is named in the draft.
        clause: the clause beside the words.
        last_end: where the quotation before ends.
    """
    text, words = people.text, people.words
    subject = clause.subject
    if subject is None or subject.kind is SubjectKind.NAME:
        return False
    if words.language == "zh":
        return _is_answer_zh(text, clause, last_end)
    asked = "?" in text[max(0, last_end - 4) : last_end]
    turn = subject.kind is SubjectKind.PRONOUN and "\n" in text[last_end : subject.start]
    told = re.search(r"[^\W\d_]", text[last_end : subject.start])
    at = last_end + told.start() - 1 if told else last_end
    if words.language == "en" and text[at] not in _MARKS:
        turn = False  # narration stands between, and may tell who asked
    turn = turn and words.language != "de"
    near = subject.kind is SubjectKind.ROLE and words.language in ("fr", "es")
    near = near and words.has("generic_roles", subject.role)
    lead = re.split('[\u00ab\u201c"\u2014]', text[last_end : clause.start])[0]
    near = near and clause.start - last_end <= _EXCHANGE and "?" not in lead
    near = near and not any(words.has("asking", w.text) for w in words_of(lead, 0, len(lead)))
    turn = turn or near  # "Un temps. « ... », répond l'accusé"
    said = re.findall(r"[^\W\d_]+", text[clause.start : clause.end])
    return (asked or turn) and any(words.has("replying", word) for word in said)


def _is_answer_zh(text: str, clause: Clause, last_end: int) -> bool:
    """The same in Chinese, within a sentence ("孩子问“……”，她回答：")."""
    if "\n" in text[last_end : clause.start] or clause.start - last_end > 2:
        return False
    floor = max(0, last_end - _REACH)
    opened = max(text.rfind(sign, floor, max(floor, last_end - 1)) for sign in "\u201c\u300c")
    asks = opened > 0 and _ASKS_ZH.search(text, max(0, opened - 8), opened) is not None
    return asks and _REPLIES_ZH.search(text, clause.start, clause.end) is not None
