"""The quoted stretches of a draft, paragraph by paragraph.

Problem: one quotation can run over paragraphs, be set apart without marks, or stand behind a dash.

Method: the stretches of each paragraph; one that is not closed is joined with the next paragraph
when that opens again or closes it. A block quote loses its outer marks and its signature. Where the
language has it, a paragraph that a dash opens is speech.

Rejected: marks over the whole text (one that is missing turns the rest inside out).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verifier.drafts.clauses.after_zh import clause_after_zh
from verifier.drafts.clauses.following import clause_after
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.models import Span
from verifier.drafts.names.parts import SubjectKind, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.quotations.blocks import Block
from verifier.drafts.quotations.dashes import spoken_behind_dash
from verifier.drafts.quotations.marks import Stretch, stretches
from verifier.drafts.words import DraftWords
from verifier.reading.interruptions import MOST_WORDS

_PAUSE = re.compile("[,.!?\uff0c\u3002\uff01\uff1f]")
_REACH_OF_OPEN = 1500
"""Characters of a stretch that is not closed in which its attribution is looked for."""
_SIGNED = re.compile(r"(?:[\u2014\u2013\u2015]|--?)\s*(?=\S)")


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


def found_in(text: str, paragraphs: tuple[Block, ...], words: DraftWords) -> list[Found]:
    """Everything in marks, behind a dash or set apart, before attributions are looked for.

    Args:
        text: the draft.
        paragraphs: its paragraphs and block quotes.
        words: the lists of its language.

    Returns:
        One for each stretch, in order; what goes on in the next paragraph is one with it.
    """
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
        dashed = spoken_behind_dash(text, *span) if words.language == "es" else None
        if dashed is not None:
            found.append(_dashed(text, span, before, dashed, words))
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


def _dashed(
    text: str,
    span: Span,
    before: Span | None,
    dashed: tuple[tuple[Span, ...], Span],
    words: DraftWords,
) -> Found:
    """A paragraph of speech that a dash opens, with the clause of its reporter."""
    pieces, reporter = dashed
    last = text[pieces[0][1] - 1]
    clause = clause_after(text, *reporter, "," if last.isalnum() else last, words)
    outer = (span[0], max(pieces[-1][1], reporter[1] if reporter[1] == span[1] else 0))
    return Found(outer, pieces, span, before, clause, opens_sentence=True)


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
