"""What stands around a quote and is not part of it: outer marks, a label, attributions.

Problem: outer marks come in every style, nested, reopened at each paragraph, or with one missing;
and inside them or outside stand words that are not the speaker's.

Method: level by level from the outside. A level is lifted when everything outside its quotation
marks is nothing, an ellipsis, or an attribution; else the marks are inside the text and stay. One
without a partner is lifted at the edge of the text and reported. Inside a lifted level only marks
that are again the outermost are looked at; an interruption inside a second level is looked for only
under straight marks, which is what a table or a program puts around a pasted quote.

Rejected: lifting marks wherever they stand (a quotation inside a quotation is part of the words).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from verifier.models import ClaimPiece, PieceKind
from verifier.reading.editing_marks import editing_marks
from verifier.reading.interruptions import Where, dash_parts, is_attribution
from verifier.reading.quotation_marks import QuotedStretch, Span, scan_marks
from verifier.reading.saying import Sayings
from verifier.reading.speaker_labels import find_label

_LEVELS = 4
_BLOCK_QUOTE = re.compile(r"^[ \t]*(>(?:[ \t]?>)*)(?!>)(?=[ \t]|\S)", re.MULTILINE)
_EMPHASIS = re.compile(r"[*_]{1,3}")
_DIALOGUE_DASH = re.compile(r"(?:[\u2014\u2013\u2015]|--?(?=\s))(?=\s*\S)(?!\d)")


@dataclass(slots=True)
class Surroundings:
    """What was lifted off, in offsets of the visible text.

    Attributes:
        pieces: outer marks, label and interruptions, without overlap, in no order.
        speaker: the name in the label, or empty.
        unbalanced: marks without a partner, as written.
    """

    pieces: list[ClaimPiece] = field(default_factory=list)
    speaker: str = ""
    unbalanced: list[str] = field(default_factory=list)

    def lift(self, span: Span, kind: PieceKind) -> None:
        """Take a stretch off the quote; an empty one is nothing."""
        if span[0] < span[1]:
            self.pieces.append(ClaimPiece(*span, kind))


def read_surroundings(
    text: str,
    is_known: Callable[[str], bool],
    source_has: Callable[[str], bool] | None,
    sayings: Sayings,
) -> Surroundings:
    """Find what stands around the quoted words.

    Args:
        text: a claim without invisible characters.
        is_known: whether a name or alias of a speaker of the corpus.
        source_has: whether the corpus has these words before a colon or opening mark, or None.
        sayings: the closed lists.

    Returns:
        What can be lifted; nothing for a text without any of it.

    Cost: linear; at most four levels of marks.
    """
    around = Surroundings()
    for found in _BLOCK_QUOTE.finditer(text):
        around.lift(found.span(1), PieceKind.OUTER_MARK)
    start, end = _trim(text, 0, len(text))
    if around.pieces and around.pieces[0].start == start:
        start, end = _trim(text, around.pieces[0].end, end)
    spoken = labelled = False
    interruptible = True
    for _level in range(_LEVELS):
        start, end = _lift_emphasis(text, start, end, around)
        dash = _DIALOGUE_DASH.match(text, start, end)
        if dash and not spoken:
            spoken = True
            around.lift(dash.span(), PieceKind.OUTER_MARK)
            start, end = _trim(text, dash.end(), end)
        if not labelled:
            label = find_label(text[:end], start, is_known, source_has, sayings)
            if label is not None:
                labelled = True
                around.lift((label.start, label.end), PieceKind.LABEL)
                around.speaker = label.name
                start, end = _trim(text, label.end, end)
        level = _Level(text, start, end, interruptible, source_has, sayings)
        inside = level.lift(around)
        if inside is None:
            break
        if len(level.stretches) > 1 or level.stretches[0].reopenings:
            break
        interruptible = text[level.stretches[0].opening[0]] in "\"'\uff02"
        start, end = _trim(text, *inside)
    for span in dash_parts(text, start, end, spoken, sayings):
        if not any(p.start < span[1] and span[0] < p.end for p in around.pieces):
            around.lift(span, PieceKind.INTERRUPTION)
    return around


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _lift_emphasis(text: str, start: int, end: int, around: Surroundings) -> Span:
    """Markdown's marks around the whole (`*...*`)."""
    found = _EMPHASIS.match(text, start, end)
    if not found:
        return start, end
    mark = found.group()
    inside = found.end(), end - len(mark)
    whole = text[inside[0] : inside[1]]
    if not text.endswith(mark, start, end) or not whole.strip() or mark[0] in whole:
        return start, end
    if whole[0].isspace() or whole[-1].isspace() or inside[0] >= inside[1]:
        return start, end
    around.lift(found.span(), PieceKind.OUTER_MARK)
    around.lift((inside[1], end), PieceKind.OUTER_MARK)
    return inside


class _Level:
    """One level of quotation marks, outermost first."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        interruptible: bool,
        source_has: Callable[[str], bool] | None,
        sayings: Sayings,
    ) -> None:
        self.text, self.start, self.end = text, start, end
        self.interruptible, self.source_has, self.sayings = interruptible, source_has, sayings
        self.scan = scan_marks(text, start, end)
        self.stretches = self.scan.stretches
        self.outside: list[Span] = []

    def lift(self, around: Surroundings) -> Span | None:
        """Lift the marks and what stands outside them.

        Returns:
            The span inside the outermost marks; None when there are none to lift.
        """
        if not self.stretches:
            self._report_strays(around)
            return None
        if not self._is_outer():
            self._lift_edges(around)
            return None
        for span in self.outside:
            around.lift(span, PieceKind.INTERRUPTION)
        for stretch in self.stretches:
            for mark in (stretch.opening, stretch.closing, *stretch.reopenings):
                around.lift(mark, PieceKind.OUTER_MARK)
            if not stretch.balanced:
                around.unbalanced.append(self._mark_of(stretch))
        self._report_strays(around)
        return self.stretches[0].opening[1], self.stretches[-1].closing[0]

    def _mark_of(self, stretch: QuotedStretch) -> str:
        there = stretch.opening if stretch.opening[0] < stretch.opening[1] else stretch.closing
        return self.text[slice(*there)]

    def _is_outer(self) -> bool:
        """Whether everything outside the marks is nothing, dots or an attribution."""
        begin = self.start
        left = ""
        for index, stretch in enumerate(self.stretches):
            where = Where.BETWEEN if index else Where.BEFORE
            if not self._passes(begin, stretch.opening[0], left, where):
                return False
            inside = self.text[stretch.opening[1] : stretch.closing[0]].rstrip()
            left, begin = inside[-1:], stretch.closing[1]
        return self._passes(begin, self.end, left, Where.AFTER)

    def _passes(self, start: int, end: int, left: str, where: Where) -> bool:
        at = start
        for mark in editing_marks(self.text[start:end], self.sayings):
            if not self._part_passes(at, start + mark.start, left, where):
                return False
            at = start + mark.end
        return self._part_passes(at, end, left, where)

    def _part_passes(self, start: int, end: int, left: str, where: Where) -> bool:
        start, end = _trim(self.text, start, end)
        words = self.text[start:end]
        if not any(c.isalnum() for c in words):
            return not words or where is not Where.BEFORE
        if not self.interruptible or not is_attribution(words, left, where, self.sayings):
            return False
        if where is Where.BEFORE and self.source_has is not None:
            named = words.rstrip(":\uff1a,\uff0c ")
            if self.source_has(named):
                return False
        self.outside.append((start, end))
        return True

    def _lift_edges(self, around: Surroundings) -> None:
        """Marks without a partner at the ends of a text whose other marks are part of it."""
        for stretch in self.stretches:
            if not stretch.balanced:
                around.unbalanced.append(self._mark_of(stretch))
                for mark, edge in ((stretch.opening, self.start), (stretch.closing, self.end)):
                    if edge in mark:
                        around.lift(mark, PieceKind.OUTER_MARK)
        for stray in self.scan.strays:
            if stray[1] == self.end:
                around.lift(stray, PieceKind.OUTER_MARK)
        self._report_strays(around)

    def _report_strays(self, around: Surroundings) -> None:
        around.unbalanced += [self.text[slice(*stray)] for stray in self.scan.strays]
