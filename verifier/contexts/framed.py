"""What stands around every piece of a quote: before it, behind it, and inside its ellipses.

Problem: "I love this town. ... The mayor is a crook" shows by its dots that something is left out,
and not that it was "My neighbour says that".

Method: the frame of a place is asked for once (`verifier.contexts.context`), that of a joined quote
for each piece. At an ellipsis within one place both pieces are asked as well, and what governs the
second or limits the first counts when all its words lie in what is left out; a word that the claim
keeps speaks for itself.

Rejected: the frame of the whole stretch alone (an ellipsis could hide any head but the first).
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.aligning.wording import claim_final
from verifier.contexts.context import framings
from verifier.examined import Examined
from verifier.models import Alignment, Claim, Context, Framing, Join, Op, PieceKind, Window
from verifier.report import VerdictCode

_GOVERNS = frozenset(
    (Context.HEAD_HAS_NEGATION, Context.HEAD_HAS_CONDITION, Context.HEAD_REPORTS_OTHERS)
)
_Span = tuple[Window, int, int]


def framed(
    claim: Claim, examined: Examined, shown: _Span, language: str, *, own: bool
) -> tuple[Framing, ...]:
    """The frames of an answer.

    Args:
        claim: the claim.
        examined: what was found.
        shown: running text of the shown place, its start and its end in the stored text.
        language: of the source.
        own: the words are a quotation that the source gives to the claimed speaker.

    Returns:
        Each framing once, offsets of the stored text; empty for a paraphrase, which has no edges.
    """
    if examined.code is VerdictCode.PARAPHRASE:
        return ()
    found: dict[tuple[Context, int], Framing] = {}
    spans = [(p.window, p.start, p.end) for p in examined.pieces] or [shown]
    for at, span in enumerate(spans):
        last = at == len(spans) - 1
        for frame in _frames(
            span,
            language,
            own,
            final=claim_final(claim) if last else "",
            opens=at > 0 or _dots_at_start(claim),
            closes=not last or _dots_at_end(claim),
        ):
            found.setdefault((frame.code, frame.start), frame)
    if examined.judged is not None:
        for frame in _hidden(claim, examined.judged.place.alignment, language, own):
            found.setdefault((frame.code, frame.start), frame)
    return tuple(found.values())


def _frames(
    span: _Span,
    language: str,
    own: bool,
    *,
    final: str = "",
    opens: bool = True,
    closes: bool = True,
) -> Iterator[Framing]:
    window, start, end = span
    for f in framings(
        window.text,
        start - window.start,
        end - window.start,
        language,
        claim_final=final,
        opens_with_dots=opens,
        closes_with_dots=closes,
        reported_is_claimed=own,
    ):
        yield Framing(f.code, f.start + window.start, f.end + window.start, f.text)


def _hidden(claim: Claim, alignment: Alignment, language: str, own: bool) -> Iterator[Framing]:
    """What the words left out at an ellipsis do to the pieces on its sides."""
    dots = {s.first for s in claim.segments if s.join is Join.ELLIPSIS}
    gaps = [
        (e.source_first, e.source_last)
        for e in alignment.edits
        if e.op is Op.MARKED and e.claim_first in dots and e.source_last > e.source_first
    ]
    window = alignment.window
    starts, ends = window.tokens.starts, window.tokens.ends
    firsts = [alignment.source_first, *(last for _, last in gaps)]
    lasts = [*(first for first, _ in gaps), alignment.source_last]
    for at, (first, last) in enumerate(gaps):
        if first <= firsts[at] or last >= lasts[at + 1]:
            continue
        left = (window, starts[firsts[at]], ends[first - 1])
        right = (window, starts[last], ends[lasts[at + 1] - 1])
        hidden = range(left[2], right[1] + 1)
        for codes, span in ((_GOVERNS, right), ({Context.TAIL_HAS_CONDITION}, left)):
            for frame in _frames(span, language, own):
                if frame.code in codes and frame.start in hidden and frame.end in hidden:
                    yield frame


def _dots_at_start(claim: Claim) -> bool:
    first = claim.tokens.starts[0]
    return any(p.kind is PieceKind.ELLIPSIS and p.end <= first for p in claim.pieces)


def _dots_at_end(claim: Claim) -> bool:
    last = claim.tokens.ends[-1]
    return any(p.kind is PieceKind.ELLIPSIS and p.start >= last for p in claim.pieces)
