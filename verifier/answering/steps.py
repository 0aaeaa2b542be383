"""The steps of an alignment as they are shown, with spans that tile both texts.

Joined in order, the source texts of the steps are the match, letter by letter, and their claim
texts the claim from its first to its last quoted word: white space and punctuation between two
steps belong to the one before, and what stands at a mark of editing to a step of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verifier.models import Alignment, Claim, Edit, Op
from verifier.report import AlignmentStep

Slice = Callable[[int, int, int], str]
"""``(rendition_id, start, end)`` -> the stored text of that stretch."""


def steps_of(claim: Claim, alignment: Alignment, read: Slice) -> tuple[AlignmentStep, ...]:
    """The edits, cut at marks of editing, with spans that tile both sides.

    Args:
        claim: the claim.
        alignment: where it stands and what differs.
        read: reads stored text.
    """
    parts = _cut_at_marks(claim, alignment.edits)
    claimed, stored = claim.tokens, alignment.window.tokens
    rendition = alignment.window.passages[0].rendition_id
    c_first, c_last = parts[0].claim_first, parts[-1].claim_last
    c_at = claimed.starts[c_first] if c_first < len(claimed) else len(claim.text)
    s_at = alignment.start
    out: list[AlignmentStep] = []
    for k, part in enumerate(parts):
        after = parts[k + 1] if k + 1 < len(parts) else None
        if part.claim_last >= c_last and not any(
            p.claim_last > p.claim_first for p in parts[k + 1 :]
        ):
            c_end = claimed.ends[c_last - 1] if c_last > c_first else c_at
        elif after is not None and after.op is Op.MARKED and part.claim_last > part.claim_first:
            c_end = claimed.ends[part.claim_last - 1]
        elif part.claim_last == part.claim_first and part.op is not Op.MARKED:
            c_end = c_at
        else:
            c_end = claimed.starts[part.claim_last]
        if part.source_last >= alignment.source_last:
            s_end = alignment.end
        elif part.source_last == part.source_first:
            s_end = s_at
        else:
            s_end = stored.starts[part.source_last]
        c_end, s_end = max(c_at, c_end), max(s_at, s_end)
        out.append(
            AlignmentStep(
                part.op,
                (c_at, c_end),
                (s_at, s_end),
                claim.text[c_at:c_end],
                read(rendition, s_at, s_end),
                part.kind,
            )
        )
        c_at, s_at = c_end, s_end
    return tuple(out)


def _cut_at_marks(claim: Claim, edits: Sequence[Edit]) -> list[Edit]:
    """Edits cut where a mark of editing stands, so that the mark is a step of its own."""
    marks = [s.first for s in claim.segments if s.join is not None]
    marked = {e.claim_first for e in edits if e.op is Op.MARKED}
    out: list[Edit] = []
    for edit in edits:
        rest = edit
        at = edit.claim_first
        if out and at in marks and at not in marked:
            marked.add(at)
            out.append(Edit(Op.MARKED, at, at, edit.source_first, edit.source_first))
        for mark in marks:
            if edit.op is Op.EQUAL and rest.claim_first < mark < rest.claim_last:
                taken = mark - rest.claim_first
                middle = rest.source_first + taken
                out.append(Edit(Op.EQUAL, rest.claim_first, mark, rest.source_first, middle))
                out.append(Edit(Op.MARKED, mark, mark, middle, middle))
                rest = Edit(Op.EQUAL, mark, rest.claim_last, middle, rest.source_last)
        out.append(rest)
    return out
