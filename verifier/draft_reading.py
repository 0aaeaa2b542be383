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

from corpus.sentences import sentence_spans
from verifier.draft_blocks import Block, blocks
from verifier.draft_clauses import clause_after, clause_before, sentence_before
from verifier.draft_clauses_zh import clause_after_zh, clause_before_zh
from verifier.draft_marks import Stretch, stretches
from verifier.draft_models import Span
from verifier.draft_names import SubjectKind, noun_phrase, words_of
from verifier.draft_people import People
from verifier.draft_verbless import Clause
from verifier.draft_words import DraftWords
from verifier.interruptions import MOST_WORDS

_GOES_ON = re.compile("[,;\u2014\u2013\uff0c\uff1b-]$")
_PAUSE = re.compile("[,.!?\uff0c\u3002\uff01\uff1f]")
_REACH_OF_OPEN = 1500
"""Characters of a stretch that is not closed in which its attribution is looked for."""
_COLONS = (":", "\uff1a")
_FINAL = ".!?\u3002\uff01\uff1f"
_SIGNED = re.compile(r"(?:[\u2014\u2013\u2015]|--?)\s*(?=\S)")
_STARTS = re.compile("[\"\u201c\u201e\u00ab\u00bb\u300c\u300e\u2018'\u201a]")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch or several that are one quotation.

    Attributes:
        outer: with its marks.
        pieces: the quoted words.
        paragraph: where it stands (the first one, when there are several).
        before: the paragraph before, when that is narration.
        clause: the attributing clause beside it.
        opens_sentence: whether no word stands before it in its sentence.
        is_block: whether it is set apart.
        balanced: whether both marks are there.
    """

    outer: Span
    pieces: tuple[Span, ...]
    paragraph: Span
    before: Span | None
    clause: Clause | None = None
    opens_sentence: bool = False
    is_block: bool = False
    balanced: bool = True


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
    paragraphs = blocks(text)
    found = _stretches(text, paragraphs, words)
    found = _with_clauses(text, found, paragraphs, words)
    people = People(text, words, [start for start, _ in sentence_spans(text)])
    people.read(_narration(text, found))
    for one in found:
        subject = one.clause.subject if one.clause else None
        if subject is not None and subject.kind is SubjectKind.NAME:
            people.mention(subject)
    people.repeat(_narration(text, found))
    for one in found:
        subject = one.clause.subject if one.clause else None
        if subject is not None and subject.kind is SubjectKind.NAME:
            people.spoken.add(people.fullest(subject.text, subject.start))
    return Reading(tuple(found), people, words)


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


def _stretches(text: str, paragraphs: tuple[Block, ...], words: DraftWords) -> list[Found]:
    found: list[Found] = []
    pending: Stretch | None = None
    for index, block in enumerate(paragraphs):
        span = (block.start, block.end)
        earlier = paragraphs[index - 1] if index else None
        before = (earlier.start, earlier.end) if earlier and not earlier.is_quote else None
        if block.is_quote:
            found.append(_set_apart(text, block, before, words))
            pending = None
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None

        def goes_on(sign: str, following: Block | None = following) -> bool:
            if following is None or following.is_quote:
                return False
            first = text[following.start]
            return first == sign or (sign == "\u00ab" and first in "\u00ab\u00bb")

        def end_of_open(start: int, stop: int) -> int:
            return _end_of_open(text, start, stop, words)

        inside = stretches(text, *span, end_of_open, goes_on=goes_on)
        for number, one in enumerate(inside):
            joins = number == 0 and pending is not None and found
            if joins and pending is not None and _continues(one, pending, block.start):
                last = found.pop()
                pieces = (*last.pieces, one.inner)
                outer = (last.outer[0], one.outer[1])
                found.append(replace(last, outer=outer, pieces=pieces, balanced=one.closed))
            else:
                balanced = one.opened and one.closed
                found.append(Found(one.outer, (one.inner,), span, before, balanced=balanced))
        last_one = inside[-1] if inside else None
        open_to_end = last_one and not last_one.closed and last_one.inner[1] == block.end
        pending = last_one if open_to_end else None
    return found


def _continues(one: Stretch, pending: Stretch, start: int) -> bool:
    """Whether a stretch goes on with the one that the paragraph before left open."""
    if one.outer[0] != start:
        return False
    guillemets = {one.sign, pending.sign} == {"\u00ab", "\u00bb"}
    return not one.opened or one.sign == pending.sign or guillemets


def _end_of_open(text: str, start: int, stop: int, words: DraftWords) -> int:
    """Where a stretch without a closing mark ends: before the first clause that says who speaks."""
    after = clause_after_zh if words.language == "zh" else clause_after
    for comma in _PAUSE.finditer(text[start : min(stop, start + _REACH_OF_OPEN)]):
        at = start + comma.end()
        clause = after(text, at, stop, text[at - 1], words)
        if clause is not None and clause.subject is not None and clause.direct:
            begins = not text[at : clause.start].strip()
            if begins and clause.subject.kind is not SubjectKind.OWN:
                return at
    return stop


def _set_apart(text: str, block: Block, before: Span | None, words: DraftWords) -> Found:
    """A block quote without its outer marks and without its signature."""
    lines = list(block.lines)
    clause: Clause | None = None
    signed = _SIGNED.match(text, *lines[-1])
    if signed and len(lines) > 1:
        run = words_of(text, signed.end(), lines[-1][1])
        subject = noun_phrase(text, run, words) if 0 < len(run) <= MOST_WORDS else None
        if subject is not None and subject.start == run[0].start:
            clause = Clause(signed.start(), lines[-1][1], subject, True)
            lines.pop()
    start, end = lines[0][0], lines[-1][1]
    inside = stretches(text, start, end, lambda _, stop: stop, goes_on=lambda _: False)
    whole = len(inside) == 1 and inside[0].outer == (start, end) and inside[0].closed
    if whole and inside[0].opened:
        lines[0] = (inside[0].inner[0], lines[0][1])
        lines[-1] = (lines[-1][0], inside[0].inner[1])
    lines = [line for line in lines if line[0] < line[1]] or [(start, end)]
    span = (block.start, block.end)
    return Found((start, end), tuple(lines), span, before, clause, is_block=True)


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
        if before is None and done and one.outer[0] > floor > one.paragraph[0]:
            before = _same_sentence(text, done[-1], one.outer[0])
        after = one.clause
        while not one.is_block:
            ahead = found[index + 1] if index + 1 < len(found) else None
            stop = ending[index]
            if ahead is not None:
                stop = min(stop, ahead.outer[0])
            last = text[one.pieces[-1][1] - 1]
            clause = behind(text, one.outer[1], stop, last, words)
            after = after or clause
            led = before and before.subject and text[before.end - 1] in _COLONS
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
        opens = sentence_before(text, floor, one.outer[0])
        done.append(
            replace(
                one, clause=_choose(text, one, before, after), opens_sentence=opens[0] >= opens[1]
            )
        )
        index += 1
    return done


def _same_sentence(text: str, last: Found, at: int) -> Clause | None:
    """The report that leads to the quotation before, when its sentence goes on to this one."""
    clause = last.clause
    if clause is None or clause.subject is None or clause.end > last.outer[0]:
        return None
    if re.search("[.!?\u3002\uff01\uff1f]", text[last.pieces[-1][1] - 1 : at]):
        return None
    return replace(clause, direct=False)


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
    led_to = text[max(0, one.outer[0] - 2) : one.outer[0]].rstrip()[-1:] in _COLONS
    if led_to and not one.is_block and text[one.pieces[-1][1] - 1] in _FINAL:
        return before  # what follows is a sentence of its own
    if after and after.direct:
        return after
    if before and (before.subject or before.direct):
        return before
    return after


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
    if words.language != "zh":
        run = words_of(between, 0, len(between))
        if len(run) > MOST_WORDS or sum(words.has("verbs", w.text) for w in run) > 1:
            return False
    return True
