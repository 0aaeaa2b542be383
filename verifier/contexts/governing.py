"""Which clause governs a match, and what it does to it, in languages that write spaces.

Problem: a quote can be cut out of a clause that denies it, makes it conditional or puts it in
somebody else's mouth, and most negations and conditions before a quote do nothing to it.

Method: look at how the words before the match end. They end with a complementiser ("that") or a
verb that takes a clause: the clause before governs. With a conjunction of condition: the match is
the condition. With a comma: only a conditional clause or a hedge before it governs. With a colon:
only words that introduce speech. Anywhere else the match begins inside its own clause, and a
negation there is its own.

Rejected: frame words within so many words of the match (it flags "Nobody was hurt, and ..." and
misses long clauses).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.contexts.clauses import Clause, Lexicon, Place, cut, last_conjunct
from verifier.contexts.governors import (
    governor_of,
    is_negated,
    reports_others,
    speaks_for_others,
    subject_words,
)
from verifier.models import Context

_NEGATION, _CONDITION = Context.HEAD_HAS_NEGATION, Context.HEAD_HAS_CONDITION
_REPORT = Context.HEAD_REPORTS_OTHERS
_RESTARTS = ("\u2014", "\u2013", "--", "-")
_AT_END = ("weak_modals", "supposed", "measures")
""""It may [rain]", "the worst case is [we lose]", "more than [five died]"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A code and the words it rests on: offsets in the words before the match."""

    code: Context
    start: int
    end: int


def governing(head: str, lists: Lexicon) -> list[Frame]:
    """What the words before a match do to it.

    Args:
        head: the sentence from its first word to the match.
        lists: of its language, not Chinese.

    Returns:
        Frames in the order found, at most one a code; empty when nothing governs.
    """
    if not re.search(r"\w", head):
        return []
    clauses = cut(head)
    last = clauses[-1]
    text = head[last.start : last.end]
    bare = _without_conjunction(text, lists)
    if not bare.strip():
        return _after_border(head, clauses, lists)
    found = _complement(head, clauses, lists)
    if found is not None:
        return found
    if len(bare) < len(text.rstrip()):
        # "If A and [B]": joined to a clause, the match shares its condition and nothing else
        plain = lists.blank("not_a_condition", text)
        opens = lists.find("conditions", plain, Place.START)
        return [Frame(_CONDITION, last.start, last.end)] if opens else []
    subject = lists.find("bare_subjects", head, Place.END)
    if subject and re.search(r"\w", head[: subject.start()]):
        # only the subject is cut off: "If the price falls, we [will stop]"
        return governing(head[: subject.start()], lists)
    return _inside(head, last, lists)


def _without_conjunction(text: str, lists: Lexicon) -> str:
    while found := lists.find("coordinators", text, Place.END):
        text = text[: found.start()]
    return text


def _complement(head: str, clauses: list[Clause], lists: Lexicon) -> list[Frame] | None:
    """The match is what a clause says, thinks or asks: None when it is not."""
    mark = lists.find("complementisers", head, Place.END)
    asked = lists.find("whether", head, Place.END)
    condition = lists.find("conditions", head, Place.END)
    if condition and not lists.find("not_a_condition", head, Place.END):
        before = head[: condition.start()]
        if not lists.find("complementisers", before, Place.END) and _asks(before, lists):
            asked = condition
        else:
            return [Frame(_CONDITION, condition.start(), condition.end())]
    if asked:
        frames = [Frame(_CONDITION, asked.start(), asked.end())]
        return frames + [f for f in _judge(head, asked.start(), lists) if f.code is _REPORT]
    if mark:
        return _judge(head, mark.start(), lists)
    taker = lists.find("clause_takers", head, Place.END)
    if taker is None and (thing := lists.find("objects", head, Place.END)):
        taker = lists.find("clause_takers", head[: thing.start()], Place.END)
    return _judge(head, len(head), lists) if taker else None


def _asks(before: str, lists: Lexicon) -> bool:
    return lists.find("asking", before, Place.END) is not None


def _judge(head: str, stop: int, lists: Lexicon) -> list[Frame]:
    """What the clause that ends at ``stop`` does to its complement."""
    start, stop, subject = _governing_clause(head, stop, lists)
    clause = lists.blank("not_a_negation", head[start:stop])
    frames: list[Frame] = []
    governor = governor_of(clause, lists)
    negated = is_negated(clause, governor, lists)
    if not negated and subject and lists.find("negation", subject):
        negated = True
    denies = lists.find("negative_governors", clause)
    affirmed = lists.find("affirmed_by_negation", clause)
    if (negated or denies) and not (negated and affirmed):
        # "I don't deny that" and "no doubt that" affirm
        frames.append(Frame(_NEGATION, start, stop))
    opens = lists.find("conditions", clause, Place.START)
    supposed = lists.find("suppositions", clause) or lists.find("hedges", clause)
    if (opens and not lists.find("not_a_condition", clause)) or (supposed and not negated):
        frames.append(Frame(_CONDITION, start, stop))
    if reports_others(subject, clause, governor, lists):
        frames.append(Frame(_REPORT, start, stop))
    return frames


def _governing_clause(head: str, stop: int, lists: Lexicon) -> tuple[int, int, str]:
    """Its start and end, and the subject where words in between part them."""
    joined = _without_conjunction(head[:stop], lists)
    again = joined.rstrip(" ,")
    if len(joined.rstrip()) < len(head[:stop].rstrip()):
        # "... that A, and that [B]": the clause before the first "that" governs both
        earlier = lists.find_last("complementisers", again)
        if earlier:
            again = again[: earlier.start()].rstrip(" ,")
    stop = len(again)
    clauses = cut(again)
    last = clauses[-1]
    start = last.start + last_conjunct(lists, again[last.start : last.end])
    subject = ""
    if len(clauses) > 2 and clauses[-2].border == "," and clauses[-3].border == ",":
        governor = governor_of(again[start:stop], lists)
        # "Nobody, not even the board, believes that": the subject stands before the insertion
        if governor and not subject_words(again[start : start + governor.start()], lists):
            subject = again[clauses[-3].start : clauses[-3].end] + " "
    if len(clauses) > 1 and clauses[-2].border == "," and not governor_of(again[start:], lists):
        start = clauses[-2].start
    if lists.find("plain_openers", again[start:stop], Place.START) and len(clauses) > 1:
        # "I do not believe, as some say, that [X]": the insertion does not govern
        start, stop = clauses[-2].start, clauses[-2].end
    start += len(again[start:stop]) - len(again[start:stop].lstrip())
    return start, stop, subject


def _after_border(head: str, clauses: list[Clause], lists: Lexicon) -> list[Frame]:
    """The words before the match end with a mark, maybe with a conjunction behind it."""
    before = [c for c in clauses[:-1] if head[c.start : c.end].strip()]
    if not before:
        return []
    last = before[-1]
    text = head[last.start : last.end]
    if last.border in (":", "\uff1a"):
        return _colon(head, last, lists)
    if last.border != ",":
        return []
    for clause in before[:-4:-1]:
        text = head[clause.start : clause.end]
        if clause is not last and clause.border != ",":
            return []
        first = clause is before[0] or before[before.index(clause) - 1].border in _RESTARTS
        if found := _preposed(text, first, lists):
            return [Frame(found, clause.start + len(text) - len(text.lstrip()), clause.end)]
        if len(re.findall(r"\w+", text)) > 3 or lists.find("plain_openers", text, Place.START):
            return []
    return []


def _preposed(text: str, opens_sentence: bool, lists: Lexicon) -> Context | None:
    if lists.find("hearsay", text, Place.WHOLE) or lists.find("hearsay", text, Place.END):
        return _REPORT
    if lists.find("hedges", text, Place.WHOLE):
        return _CONDITION
    blanked = lists.blank("not_a_condition", text)
    if lists.find("conditions", blanked, Place.START):
        return _CONDITION
    if lists.find("suppositions", blanked, Place.START) and opens_sentence:
        return _CONDITION
    if opens_sentence and lists.find("inversions", text, Place.START):
        return _CONDITION
    found = lists.find("conditions", blanked)
    if found:
        prior = blanked[: found.start()]
        leads = ("complementisers", "coordinators", "clause_takers", "plain_openers")
        if any(lists.find(name, prior, Place.END) for name in leads) and not _asks(prior, lists):
            return _CONDITION
    return None


def _colon(head: str, last: Clause, lists: Lexicon) -> list[Frame]:
    """Only words that introduce speech govern what follows a colon."""
    text = head[last.start : last.end]
    begin = last.start + last_conjunct(lists, text)
    clause = head[begin : last.end]
    noun = lists.find("report_nouns", clause, Place.END) or lists.find("hearsay", clause)
    if noun:
        return [Frame(_REPORT, begin, last.end)]
    said = lists.find_last("saying", clause)
    if said is None or len(re.findall(r"\w+", clause[said.end() :])) > 2:
        return []
    if lists.find("negation", lists.blank("not_a_negation", clause)):
        return [Frame(_NEGATION, begin, last.end)]
    if speaks_for_others(clause[: said.start()], lists):
        return [Frame(_REPORT, begin, last.end)]
    return []


def _refuses(text: str, lists: Lexicon) -> bool:
    """"refused to [sign]": a verb of refusal with an infinitive behind it."""
    found = lists.find_last("negative_governors", text)
    return bool(found and re.match(r"\s+(?:to|zu|de|\u00e0|a)\b", text[found.end() :]))


def _inside(head: str, last: Clause, lists: Lexicon) -> list[Frame]:
    """The match begins inside its own clause."""
    begin = last.start + last_conjunct(lists, head[last.start : last.end])
    text = lists.blank("not_a_negation", lists.blank("not_a_condition", head[begin : last.end]))
    frames: list[Frame] = []
    mark = lists.find_last("complementisers", text)
    if mark:
        prior = text[: mark.start()]
        governor = governor_of(prior, lists)
        if governor and len(subject_words(prior[governor.end() :], lists)) <= 4:
            frames.extend(_judge(head, begin + mark.start(), lists))
            begin, text = begin + mark.end(), text[mark.end() :]
    if relative := lists.find_last("relatives", text):
        begin, text = begin + relative.end(), text[relative.end() :]
    codes = {f.code for f in frames}
    if lists.find("than", text, Place.END):
        # "nothing is dearer to me than [this]" denies nothing of it
        text = lists.blank("none_better", text)
    if _NEGATION not in codes and (
        lists.find("negation", text) or _refuses(text, lists)
    ):
        frames.append(Frame(_NEGATION, begin, last.end))
    ends = any(lists.find(name, text, Place.END) for name in _AT_END)
    # "Most [councils lie]", but not "I met most [of the council]"
    whole = lists.find("limiters", text, Place.WHOLE)
    hedged = ends or whole or lists.find("hedges", text)
    opens = lists.find("conditions", text, Place.START)
    if _CONDITION not in codes and (hedged or opens):
        frames.append(Frame(_CONDITION, begin, last.end))
    if _REPORT not in codes and lists.find("hearsay", text):
        frames.append(Frame(_REPORT, begin, last.end))
    return frames
