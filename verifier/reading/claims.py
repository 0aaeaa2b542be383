"""Reading a claim: what of the pasted text are the quoted words, and what is around them.

Problem: people paste quotes with their marks, a name before them, "he said" in the middle, dots,
brackets, and characters that nobody sees. Only the quoted words may be compared, and nothing of
the rest may be lost.

Method: offsets are those of the text as given; the steps work on its visible characters. First what
surrounds the quote is lifted (marks, label, attributions; level by level for nested marks), then
marks of editing are found in what is left. Every gap between two of them is a quoted stretch; its
tokens are cut on their own, so no word is glued together over a mark. An invisible character
belongs to the piece before it.

Rejected: cleaning the text first and reading the clean one (offsets would no longer be those of the
text that the caller holds), and one regular expression for the whole (it cannot say what it saw).

Source: `VERDICTS.md`, "Reading a claim", of the project's specification.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field

from corpus.errors import QuoteEmpty, QuoteTooLong, QuoteUnreadable
from corpus.text.tokens import Tokens, fold_for_tokens, tokens, visible_offsets
from verifier.models import Claim, ClaimPiece, Join, PieceKind, Segment, Warned
from verifier.reading.editing_marks import EditingMark, case_brackets, editing_marks
from verifier.reading.homoglyphs import mixed_words
from verifier.reading.quotation_marks import MARKS
from verifier.reading.saying import load_sayings
from verifier.reading.surroundings import Surroundings, read_surroundings

DEFAULT_LIMIT = 5000
_SURROGATE = re.compile("[\ud800-\udfff]")
_CHUNK = 256
_NOT_A_WORD = MARKS | set("<>.\u2026\u3002\uff0e\uff61\u2025\u22ef[](){}\uff3b\uff3d\uff08\uff09*_")
_STRONGEST = (Join.ELLIPSIS, Join.BRACKET, Join.SIC, Join.INTERRUPTION)
_UNSEEN = "\u2060"


def read_claim(
    text: str,
    *,
    speaker: str | None = None,
    date: str | None = None,
    language: str | None = None,
    limit: int = DEFAULT_LIMIT,
    known_speakers: Callable[[str], bool] | Container[str] = (),
    source_has: Callable[[str], bool] | None = None,
    detect_language: Callable[[str], str],
    whole: bool = False,
) -> Claim:
    """Read a claimed quote as a journalist writes it.

    Args:
        text: the quote as given; offsets of the claim count its code points.
        speaker: the claimed speaker; a leading label is taken when none is given.
        date: the claimed date (EDTF level 0); passed on.
        language: a declared BCP 47 tag; its primary subtag is kept.
        limit: most code points, before and after compatibility folding.
        known_speakers: tells whether a label is a name or alias of a speaker of the corpus.
        source_has: tells whether the corpus has these words before a colon or opening mark at that
            place; such words are not lifted. None when nobody can tell.
        detect_language: names the language of the quoted words, ``und`` when unsure.
        whole: lift nothing off: a sentence that quotes somebody may itself be the quote.

    Returns:
        The claim. Its pieces cover every visible character; its tokens stand in quoted pieces only,
        and a token with a case bracket (``[T]he``) spans the brackets. A quote of signs alone has
        no tokens and one empty segment.

    Raises:
        QuoteTooLong: more than ``limit`` code points before or after folding.
        QuoteUnreadable: lone surrogates.
        QuoteEmpty: nothing but white space, marks, dots and brackets is quoted.

    Cost: linear; about ten milliseconds for 5,000 characters.
    """
    _check(text, limit)
    sayings = load_sayings()
    is_known = known_speakers if callable(known_speakers) else known_speakers.__contains__
    offsets = visible_offsets(text)
    visible = text if len(offsets) == len(text) else "".join(text[at] for at in offsets)
    around = Surroundings()
    if not whole:
        around = read_surroundings(visible, is_known, source_has, sayings)
    parts = _parts(visible, around, editing_marks(visible, sayings))
    if not any(_has_words(visible[p.start : p.end]) for p in parts if p.kind in _WORDED):
        raise QuoteEmpty("no words, numbers or signs in the quote")

    place = _Placement(text, offsets)
    reading = _Reading()
    for part in parts:
        piece = ClaimPiece(*place.span(part.start, part.end), part.kind)
        reading.pieces.append(piece)
        if part.kind is PieceKind.QUOTED:
            reading.quote(_cut(text, piece, place.case_brackets(visible)))
        else:
            reading.mark(part.join, part.words)
    found = Tokens(tuple(reading.norms), tuple(reading.starts), tuple(reading.ends))
    words = " ".join(text[p.start : p.end] for p in reading.pieces if p.kind is PieceKind.QUOTED)
    return Claim(
        text=text,
        pieces=tuple(reading.pieces),
        segments=tuple(reading.segments) or (Segment(0, 0),),
        tokens=found,
        speaker=(speaker or "").strip() or around.speaker or None,
        date=date,
        language=_primary(language) or _primary(detect_language(words)) or "und",
        language_basis="declared" if _primary(language) else "detected",
        removals=fold_for_tokens(text).removals,
        warnings=(
            *(Warned("unbalanced_marks", mark) for mark in around.unbalanced),
            *(Warned("mixed_script", word) for word in mixed_words(visible)),
        ),
        lead_bracket=reading.lead_bracket,
        tail_bracket=" ".join(reading.brackets) if reading.segments else "",
    )


_WORDED = (PieceKind.QUOTED, PieceKind.BRACKET)


def _check(text: str, limit: int) -> None:
    """Refuse what cannot be read; folding is counted in chunks, never built as a whole."""
    if len(text) > limit:
        raise QuoteTooLong(len(text), limit)
    if _SURROGATE.search(text):
        raise QuoteUnreadable("lone surrogates are not text")
    if text.isascii():
        return
    folded = sum(
        len(unicodedata.normalize("NFKC", text[at : at + _CHUNK]))
        for at in range(0, len(text), _CHUNK)
    )
    if folded > limit:
        raise QuoteTooLong(folded, limit)


def _has_words(stretch: str) -> bool:
    return any(not c.isspace() and c not in _NOT_A_WORD for c in stretch)


def _primary(tag: str | None) -> str:
    return re.split("[-_]", (tag or "").strip())[0].casefold()


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece in offsets of the visible text."""

    start: int
    end: int
    kind: PieceKind
    join: Join | None = None
    words: str = ""


def _parts(visible: str, around: Surroundings, edits: list[EditingMark]) -> list[_Part]:
    """Everything visible, in order: what was lifted, the marks of editing, the gaps between."""
    lifted = sorted(around.pieces, key=lambda p: (p.start, -p.end))
    parts: list[_Part] = []
    at = 0
    queue = iter(edits)
    edit = next(queue, None)
    for piece in (*lifted, ClaimPiece(len(visible), len(visible), PieceKind.QUOTED)):
        if piece.start < at:
            continue
        while edit is not None and edit.start < piece.end:
            if edit.start >= at and edit.end <= piece.start:
                parts.extend(_gap(visible, at, edit.start, PieceKind.QUOTED))
                parts.append(_Part(edit.start, edit.end, edit.kind, edit.join, edit.words))
                at = edit.end
            edit = next(queue, None)
        parts.extend(_gap(visible, at, piece.start, PieceKind.QUOTED))
        parts.extend(_gap(visible, piece.start, piece.end, piece.kind))
        at = piece.end
    return parts


def _gap(visible: str, start: int, end: int, kind: PieceKind) -> list[_Part]:
    """One part without the white space at its ends; none when nothing is left."""
    while start < end and visible[start].isspace():
        start += 1
    while start < end and visible[end - 1].isspace():
        end -= 1
    join = Join.INTERRUPTION if kind is PieceKind.INTERRUPTION else None
    return [_Part(start, end, kind, join)] if start < end else []


@dataclass(slots=True)
class _Placement:
    """The way from the visible text back to the text as given."""

    text: str
    offsets: Sequence[int]
    _case: list[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch with the invisible characters after it."""
        first = self.offsets[start] if start else 0
        last = self.offsets[end] if end < len(self.offsets) else len(self.text)
        return first, last

    def case_brackets(self, visible: str) -> list[int]:
        """Offsets of the brackets of every ``[T]he``."""
        if self._case is None:
            self._case = [self.offsets[at] for at in case_brackets(visible)]
        return self._case


def _cut(text: str, piece: ClaimPiece, brackets: list[int]) -> Tokens:
    """Tokens of one quoted stretch; the brackets of ``[T]he`` are read as if nobody saw them."""
    low, high = bisect_left(brackets, piece.start), bisect_left(brackets, piece.end)
    stretch = text[piece.start : piece.end]
    if low == high:
        cut = tokens(stretch)
        starts = tuple(s + piece.start for s in cut.starts)
        return Tokens(cut.norms, starts, tuple(e + piece.start for e in cut.ends))
    chars = list(stretch)
    opening = {}
    for at in range(low, high, 2):
        chars[brackets[at] - piece.start] = chars[brackets[at + 1] - piece.start] = _UNSEEN
        opening[brackets[at]] = brackets[at + 1]
    cut = tokens("".join(chars))
    begin_at = {}
    for first, last in opening.items():
        index = bisect_left(cut.starts, first - piece.start)
        if index < len(cut) and cut.starts[index] + piece.start < last:
            begin_at[index] = first
    starts = tuple(begin_at.get(i, s + piece.start) for i, s in enumerate(cut.starts))
    return Tokens(cut.norms, starts, tuple(e + piece.start for e in cut.ends))


@dataclass(slots=True)
class _Reading:
    """Tokens and segments as they grow from left to right."""

    pieces: list[ClaimPiece] = field(default_factory=list)
    norms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    brackets: list[str] = field(default_factory=list)
    lead_bracket: str = ""

    def mark(self, join: Join | None, words: str) -> None:
        """Something stands between the quoted words before and those to come."""
        if join is not None:
            self.joins.append(join)
        if words:
            self.brackets.append(words)

    def quote(self, cut: Tokens) -> None:
        """A quoted stretch: a new segment after a join, else more of the last one."""
        if not cut:
            return
        first = len(self.norms)
        self.norms += cut.norms
        self.starts += cut.starts
        self.ends += cut.ends
        words = " ".join(self.brackets)
        if not self.segments:
            self.lead_bracket = words
            self.segments.append(Segment(0, len(self.norms)))
        elif self.joins:
            join = min(self.joins, key=_STRONGEST.index)
            self.segments.append(Segment(first, len(self.norms), join, words))
        else:
            last = self.segments.pop()
            self.segments.append(Segment(last.first, len(self.norms), last.join, last.bracket))
        self.joins, self.brackets = [], []
