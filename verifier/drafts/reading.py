"""From paragraphs to quotations with the clauses beside them.

Problem: one quotation can be interrupted, run over paragraphs, or be set apart without marks, and
the same words between two stretches belong to the one before or the one behind.

Method: the stretches of each paragraph; one that is not closed is joined with the next paragraph
when that opens again or closes it; two with nothing but one attribution between them, which ends in
a comma or a dash, are one quotation. Then each gets the clause that leads to it or follows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import counted_words, is_unspaced, tokens
from verifier.drafts.clauses.after_zh import clause_after_zh
from verifier.drafts.clauses.attributing import clause_before, sentence_before
from verifier.drafts.clauses.attributing_zh import clause_before_zh
from verifier.drafts.clauses.following import clause_after
from verifier.drafts.clauses.inside import clause_inside
from verifier.drafts.clauses.told import around
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.models import Span
from verifier.drafts.names.parts import Subject, SubjectKind, words_of
from verifier.drafts.names.script_zh import as_read
from verifier.drafts.people.companies import name_clubs
from verifier.drafts.people.gender_zh import genders_zh
from verifier.drafts.people.given import tell_by_given_names
from verifier.drafts.people.holders import bring_back_holders
from verifier.drafts.people.known_zh import known_names
from verifier.drafts.people.roster import People
from verifier.drafts.quotations.blocks import Block, blocks
from verifier.drafts.quotations.found import Found, found_in
from verifier.drafts.quotations.fragments import LONG
from verifier.drafts.quotations.frames import framed
from verifier.drafts.quotations.frames_beside import gapped
from verifier.drafts.quotations.frames_zh import framed_zh
from verifier.drafts.quotations.sharing import same_sentence, told_behind
from verifier.drafts.quotations.titles import over_title
from verifier.drafts.words import DraftWords, is_given, with_names
from verifier.reading.interruptions import MOST_WORDS

_GOES_ON = re.compile("[,;\u2014\u2013\uff0c\uff1b-]$")
_CALLED_AS = re.compile(r"\b(?:he|she|they|it) [^.!?;:\n]{4,80} as(?: an?| the)?\s$")
"""Somebody calls it so in what another reports ("he referred to her as "...", Cole said")."""
_PARTICIPLE = 32
"""Characters behind German words in which their participle stands."""
_LEADS = (",", ":", "\uff0c", "\uff1a")
_COLONS = (":", "\uff1a")
_LABEL = 8
_FINAL = ".!?\u3002\uff01\uff1f"


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as it was read: what is in marks or set apart, in order, and who is named."""

    found: tuple[Found, ...]
    people: People
    words: DraftWords


def read_draft(text: str, words: DraftWords) -> Reading:
    """Read a draft.

    Args:
        text: the draft.
        words: the lists of its language.

    Returns:
        Everything in quotation marks or apart, with the clauses beside it.

    Cost: linear.
    """
    text = as_read(text) if words.language == "zh" else text
    paragraphs = blocks(text)
    found = found_in(text, paragraphs, words)
    if words.language == "zh":
        words = with_names(words, known_names(text, _narration(text, found), words))
    found = _with_clauses(text, found, paragraphs, words)
    people = People(text, words, [start for start, _ in sentence_spans(text)])
    people.read(_narration(text, found))
    for one in found:
        subject = one.clause.subject if one.clause else None
        if subject is not None and _is_name(people, subject):
            people.mention(subject)
    people.repeat(_narration(text, found))
    if words.language == "zh":
        named = [(m.start, people.fullest(m.name, m.start)) for m in people.mentions]
        told = genders_zh(text, people.narration, people.sentences, named, words)
        people.gender = {**told, **people.gender}
    for one in found:
        subject = one.clause.subject if one.clause else None
        if subject is not None and _is_name(people, subject):
            people.spoken.add(people.fullest(subject.text, subject.start))
    name_clubs(people)
    tell_by_given_names(people)
    bring_back_holders(people, _narration(text, found))
    return Reading(tuple(found), people, words)


def _is_name(people: People, subject: Subject) -> bool:
    """Whether the subject of a clause is somebody's name; one German noun may be anything."""
    if subject.kind is not SubjectKind.NAME:
        return False
    lone = people.words.language == "de" and " " not in subject.text and not subject.role
    known = people.stands_at(subject.start) or is_given(subject.text, people.words)
    return not lone or known or subject.text in people.by_part


def _narration(text: str, found: list[Found]) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for one in found:
        for first, last in one.pieces:
            if at < first:
                spans.append((at, first))
            at = last
    spans.append((at, len(text)))
    return spans


def _with_clauses(
    text: str, found: list[Found], paragraphs: tuple[Block, ...], words: DraftWords
) -> list[Found]:
    spaced = words.language != "zh"
    lead = clause_before if spaced else clause_before_zh
    behind = clause_after if spaced else clause_after_zh
    ends = {(b.start, b.end) for b in paragraphs}
    done: list[Found] = []
    index = 0
    ending = _block_ends(found, ends)
    while index < len(found):
        one = found[index]
        floor = max(one.paragraph[0], done[-1].outer[1] if done else 0)
        before = None
        if floor < one.outer[0]:
            before = lead(text, floor, one.outer[0], words)
        elif one.before and text[one.before[1] - 1] in _COLONS:
            low = max(one.before[0], done[-1].outer[1] if done else 0)
            before = lead(text, low, one.before[1], words)
        if words.language == "de" and done and floor < one.outer[0]:
            before = over_title(text, done[-1], one, words) or before
        if done and done[-1].clause is not None and done[-1].paragraph == one.paragraph:
            before = gapped(text, done[-1].outer[1], one.outer[0], words) or before
        on = before is not None and before.subject is not None and before.subject.text == "on"
        if (before is None or on) and done and one.outer[0] > floor > one.paragraph[0]:
            before = same_sentence(text, done[-1], one.outer[0]) or before
        after = one.clause
        while not one.is_block:
            ahead = found[index + 1] if index + 1 < len(found) else None
            stop = ending[index]
            if ahead is not None:
                stop = min(stop, ahead.outer[0])
            last = text[one.pieces[-1][1] - 1]
            label = ahead is not None and not spaced and _is_label(text, one, ahead)
            at, stop = (ahead.outer[1], ending[index]) if label and ahead else (one.outer[1], stop)
            clause = behind(text, at, stop, last, words)
            after = after or clause
            led = before and before.subject and text[before.end - 1] in _COLONS
            led = led or (not spaced and before and before.direct and before.subject)
            if led and last in _FINAL:
                break  # what follows leads to a new quotation
            if ahead is None or ahead.is_block or not _interrupts(text, one, ahead, clause, words):
                break
            pieces = (*one.pieces, *ahead.pieces)
            one = replace(
                one,
                outer=(one.outer[0], ahead.outer[1]),
                pieces=pieces,
                balanced=one.balanced and ahead.balanced,
            )
            index += 1
        if words.language == "de" and after and _is_new_sentence(text, one, done):
            after = None
        if not (before and before.direct and text[before.end - 1] in _COLONS):
            inside = (clause_inside(text, *piece, words) for piece in one.pieces)
            after = next((clause for clause in inside if clause), after)
        opens = sentence_before(text, floor, one.outer[0])
        if before is None and after is None and words.language == "de" and opens[0] < opens[1]:
            stop = min(ending[index], one.outer[1] + _PARTICIPLE)
            by = around(text, opens, (one.outer[1], stop), words)
            before = Clause(by.start, opens[1], by, False) if by is not None else None
        clause = _framed(text, floor, one, _choose(text, one, before, after), words)
        done.append(replace(one, clause=clause, opens_sentence=opens[0] >= opens[1]))
        index += 1
    return told_behind(text, done)


def _is_new_sentence(text: str, one: Found, done: list[Found]) -> bool:
    """Whether the words go on somebody's before, and a sentence about another stands behind."""
    if not done or done[-1].paragraph != one.paragraph or done[-1].clause is None:
        return False
    behind = text[one.outer[1] : one.outer[1] + 2].lstrip()
    ended = text[one.pieces[-1][1] - 1] in _FINAL
    return ended and behind[:1].isupper() and done[-1].clause.subject is not None


def _framed(
    text: str, floor: int, one: Found, clause: Clause | None, words: DraftWords
) -> Clause | None:
    """The clause of a few words, marked when their frame gives them to somebody."""
    if one.is_block or len(one.pieces) > 1:
        return clause
    if clause is not None and clause.direct and clause.subject is not None:
        led = text[max(0, one.outer[0] - 2) : one.outer[0]].rstrip()[-1:] in _LEADS
        called = words.language == "en" and _CALLED_AS.search(text, floor, one.outer[0])
        if led or (clause.start > one.outer[0] and not called):
            return clause
    if counted_words(tokens(text[slice(*one.pieces[0])]).norms) > LONG:
        return clause
    find = framed_zh if words.language == "zh" else framed
    frame = find(text, floor, one.outer, words)
    if frame is None:
        return clause
    known = clause.subject if clause is not None else None
    if clause is None or known is None or not frame.subject or frame.subject.start > known.start:
        return frame
    if clause.start > one.outer[0] and frame.subject.kind is not SubjectKind.ROLE:
        return frame  # "he referred to her as "...", Cole said"
    return replace(clause, framed=True)


def _is_label(text: str, one: Found, ahead: Found) -> bool:
    """Whether the name of a body or ship in marks opens the clause behind a quotation."""
    short = ahead.outer[1] - ahead.outer[0] <= _LABEL and len(ahead.pieces) == 1
    if text[one.pieces[-1][1] - 1].isalnum():
        return False
    return short and ahead.outer[0] == one.outer[1] and text[ahead.pieces[0][1] - 1].isalnum()


def _block_ends(found: list[Found], ends: set[Span]) -> list[int]:
    """The end of the paragraph in which each quotation ends."""
    stops = sorted(end for _, end in ends)
    out: list[int] = []
    at = 0
    for one in found:
        while at < len(stops) and stops[at] < one.outer[1]:
            at += 1
        out.append(stops[at] if at < len(stops) else one.outer[1])
    return out


def _choose(text: str, one: Found, before: Clause | None, after: Clause | None) -> Clause | None:
    """The clause that tells who speaks: a colon first, then behind, then a report before."""
    if before and before.direct and before.subject and text[before.end - 1] in _COLONS:
        return before
    close = before is not None and before.direct and before.subject is not None
    led_to = text[max(0, one.outer[0] - 2) : one.outer[0]].rstrip()[-1:] in _COLONS
    comma = text[max(1, one.outer[0] - 1)] == "\uff0c"
    led_to = led_to or (comma and close)
    if led_to and not one.is_block and text[one.pieces[-1][1] - 1] in _FINAL:
        return before  # what follows is a sentence of its own
    if close and is_unspaced(text[max(0, one.outer[0] - 1)]):
        return before  # "念叨着“……”，" and then somebody else
    elided = after and after.subject is None and before and before.subject
    if after and after.direct and not elided:
        return after
    if before and (before.subject or before.direct):
        return before
    return after or before


def _interrupts(
    text: str, one: Found, ahead: Found, clause: Clause | None, words: DraftWords
) -> bool:
    """Whether only an attribution stands between two stretches, so that they are one quotation."""
    if clause is None or not clause.direct or ahead.paragraph != one.paragraph:
        return False
    between = text[one.outer[1] : ahead.outer[0]].strip()
    if not between or len(between) > 200 or not _GOES_ON.search(between):
        return False
    if len(sentence_spans(between)) > 1:
        return False
    if words.language == "zh":
        return not text[one.pieces[-1][1] - 1].isalnum()  # a name in marks, or a part of a sentence
    run = words_of(between, 0, len(between))
    return len(run) <= MOST_WORDS and sum(words.has("verbs", w.text) for w in run) < 2
