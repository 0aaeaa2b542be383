"""The corrected quote: what a journalist can paste instead of the claim.

Always the source's own words, read back from the store: whole, or with ellipses where the claim
leaves words out and nothing of weight is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text.tokens import Level, fold
from verifier.aligning.places import Place
from verifier.answering.answer import Shown, in_characters
from verifier.answering.evidence import Slice
from verifier.examined import Examined
from verifier.judging.stitching import StitchedPiece
from verifier.models import Claim, Finding, Join, Op, Window
from verifier.report import CorrectedQuote, VerdictCode

_FINAL = ".!?\u2026\u3002\uff01\uff1f"


def corrected_quote(
    claim: Claim,
    examined: Examined,
    place: Shown,
    findings: Sequence[Finding],
    read: Slice,
    credit: str | None,
) -> CorrectedQuote | None:
    """The words to paste: the source's own, with an ellipsis where the claim leaves words out.

    An ellipsis that swallows a word with a bearing on the meaning would be no honest one: then the
    source's words are given whole.

    Args:
        claim: the claim.
        examined: what was found.
        place: the shown place.
        findings: differences that touch the meaning.
        read: reads stored text.
        credit: credit line of a translation.

    Returns:
        None when the pieces of a joined quote have different speakers or sources.
    """
    dots = "\u2026\u2026" if in_characters(claim) else " \u2026 "
    rendition = place.window.passages[0].rendition_id
    if examined.pieces:
        owners = {(p.source_id, p.speaker) for p in place.match.pieces}
        if len(owners) > 1:
            return None
        in_order = sorted(examined.pieces, key=lambda p: (p.start, p.end))
        parts = [_piece(p, read) for p in in_order]
        return CorrectedQuote(dots.join(parts), credit)
    cut = examined.code in (VerdictCode.MARKED_EDITS, VerdictCode.ABRIDGED_UNMARKED)
    if examined.judged is None or not cut or findings:
        return CorrectedQuote(_whole(place, read), credit)
    parts = _kept_parts(claim, examined.judged.place, read, rendition)
    text = dots.join(parts) + _final_mark(place)
    return CorrectedQuote(text, credit)


def _kept_parts(claim: Claim, place: Place, read: Slice, rendition: int) -> list[str]:
    """Source stretches between the words that are left out at an ellipsis or silently."""
    brackets = {s.first for s in claim.segments if s.join is Join.BRACKET}
    tokens = place.alignment.window.tokens
    parts: list[str] = []
    start = place.alignment.source_first
    for edit in place.alignment.edits:
        cut = edit.op is Op.DELETE or (
            edit.op is Op.MARKED and edit.claim_first not in {*brackets, 0, len(claim.tokens)}
        )
        if cut and edit.source_last > edit.source_first:
            if edit.source_first > start:
                first, last = tokens.starts[start], tokens.ends[edit.source_first - 1]
                parts.append(_clean(read(rendition, first, last)))
            start = edit.source_last
    last = place.alignment.source_last
    if last > start:
        parts.append(_clean(read(rendition, tokens.starts[start], tokens.ends[last - 1])))
    return parts


def _whole(place: Shown, read: Slice) -> str:
    rendition = place.window.passages[0].rendition_id
    return _clean(read(rendition, place.start, place.end)) + _final_mark(place)


def _final_mark(place: Shown) -> str:
    """The mark that ends the source sentence, when the match reaches its end."""
    return _mark_at(place.window, place.end)


def _piece(piece: StitchedPiece, read: Slice) -> str:
    """One piece of a joined quote with the mark that ends its sentence: its words end there."""
    words = _clean(read(piece.window.passages[0].rendition_id, piece.start, piece.end))
    return words + _mark_at(piece.window, piece.end)


def _mark_at(window: Window, end: int) -> str:
    at = end - window.start
    return window.text[at] if at < len(window.text) and window.text[at] in _FINAL else ""


def _clean(text: str) -> str:
    """Line breaks and markup folded away; the words and their punctuation stay."""
    return fold(text, Level.STRICT).text.strip().strip("*_")
