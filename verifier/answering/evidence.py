"""From an alignment to what is shown: slices of the stored source, read back and not remembered.

Every text here is ``stored[start:end]``. The steps of an alignment tile both sides: joined in order
their source texts are the match, letter by letter, and their claim texts the claim from its first
to its last quoted word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.models import Passage
from corpus.text.tokens import counted_words
from verifier.aligning.align import chain
from verifier.aligning.wording import similarity
from verifier.answering.selectors import selectors
from verifier.answering.steps import Slice as Slice
from verifier.answering.steps import steps_of
from verifier.judging.paraphrase import NearSentences
from verifier.judging.stitching import StitchedPiece, words_between
from verifier.models import Alignment, Claim, Edit, Op, Window
from verifier.policy import Policy
from verifier.report import AlignmentStep, Counts, LeftOut, Match, MatchPiece

_HALF_WORD_FIRST = re.compile(r"^[^\s\u2e80-\uffef]{1,40}(?=\s)")
_HALF_WORD_LAST = re.compile(r"(?<=\s)[^\s\u2e80-\uffef]{1,40}\Z")


def passage_at(window: Window, offset: int) -> Passage:
    """The passage of a window that holds an offset; the last one before it in a gap."""
    held = window.passages[0]
    for passage in window.passages:
        if passage.start <= offset:
            held = passage
    return held


def place_match(
    claim: Claim, alignment: Alignment, counts: Counts, read: Slice, p: Policy
) -> Match:
    """A match in one place.

    Args:
        claim: the claim.
        alignment: where it stands and what differs.
        counts: of the alignment.
        read: reads stored text.
        p: how much context is shown.
    """
    steps = steps_of(claim, alignment, read)
    pieces = tuple(_pieces(claim, alignment, read))
    return _match(
        alignment.window,
        alignment.start,
        alignment.end,
        read,
        p,
        similar=similarity(counts),
        pieces=pieces,
        steps=steps,
        left_out=tuple(_left_out(alignment, read)),
    )


def stitched_match(claim: Claim, pieces: Sequence[StitchedPiece], read: Slice, p: Policy) -> Match:
    """A match in several places: `exact` is the longest piece, the map holds all of them.

    Args:
        claim: the claim.
        pieces: in the order of the claim, at least two.
        read: reads stored text.
        p: how much context is shown.
    """
    shown: list[MatchPiece] = []
    previous: StitchedPiece | None = None
    for piece in pieces:
        between = None
        if previous is not None and _same_turn(previous.window, piece.window):
            between = words_between(previous, piece)
            if piece.start < previous.end:
                between = -words_between(piece, previous)
        shown.append(
            _piece(
                claim,
                piece.window,
                piece.claim_first,
                piece.claim_last,
                piece.source_first,
                piece.source_last,
                read,
                between,
            )
        )
        previous = piece
    longest = max(pieces, key=lambda k: k.claim_last - k.claim_first)
    edit = Edit(
        Op.EQUAL, longest.claim_first, longest.claim_last, longest.source_first, longest.source_last
    )
    alone = Alignment(longest.window, (edit,), longest.source_first, longest.source_last)
    matched = sum(k.claim_last - k.claim_first for k in pieces)
    return _match(
        longest.window,
        longest.start,
        longest.end,
        read,
        p,
        similar=min(1.0, matched / len(claim.tokens)),
        pieces=tuple(shown),
        steps=steps_of(claim, alone, read),
        left_out=(),
    )


def sentences_match(claim: Claim, near: NearSentences, read: Slice, p: Policy) -> Match:
    """Nearest sentences: a place that is shown, without an alignment.

    Args:
        claim: the claim.
        near: the sentences.
        read: reads stored text.
        p: how much context is shown.

    Returns:
        The match; its similarity is that of the words which stand in the sentences in order.
    """
    return _match(
        near.window,
        near.start,
        near.end,
        read,
        p,
        similar=_in_order(claim, near),
        pieces=(),
        steps=(),
        left_out=(),
    )


def _in_order(claim: Claim, near: NearSentences) -> float:
    tokens = near.window.tokens
    inside = [
        norm
        for norm, start in zip(tokens.norms, tokens.starts, strict=True)
        if near.start <= start < near.end
    ]
    norms = claim.tokens.norms
    runs = chain(norms, inside, [1.0] * len(norms))
    if not runs:
        return 0.0
    kept = sum(run.length for run in runs)
    skipped = runs[-1].source + runs[-1].length - runs[0].source - kept
    return max(0.0, (kept - max(0, skipped - (len(norms) - kept))) / len(norms))


def _match(
    window: Window,
    start: int,
    end: int,
    read: Slice,
    p: Policy,
    *,
    similar: float,
    pieces: tuple[MatchPiece, ...],
    steps: tuple[AlignmentStep, ...],
    left_out: tuple[LeftOut, ...],
) -> Match:
    passage = passage_at(window, start)
    rendition = passage.rendition_id
    exact = read(rendition, start, end)
    before = read(rendition, max(0, start - p.context_chars), start)
    after = read(rendition, end, end + p.context_chars)
    if len(before) == p.context_chars:
        before = _HALF_WORD_FIRST.sub("", before)
    if len(after) == p.context_chars:
        after = _HALF_WORD_LAST.sub("", after)
    return Match(
        passage_id=passage.id,
        source_id=passage.source_id,
        exact=exact,
        context_before=before,
        context_after=after,
        speaker=passage.speaker.name if passage.speaker else None,
        similarity=round(similar, 4),
        selectors=selectors(exact, before, after, start, end),
        offset_unit="unicode_code_point",
        start=start,
        end=end,
        pieces=pieces,
        alignment=steps,
        left_out=left_out,
    )


def _same_turn(first: Window, second: Window) -> bool:
    a, b = first.passages[0], second.passages[0]
    return (a.rendition_id, a.turn) == (b.rendition_id, b.turn)


def _piece(
    claim: Claim,
    window: Window,
    c1: int,
    c2: int,
    s1: int,
    s2: int,
    read: Slice,
    between: int | None,
) -> MatchPiece:
    start, end = window.tokens.starts[s1], window.tokens.ends[s2 - 1]
    passage = passage_at(window, start)
    return MatchPiece(
        claim=(claim.tokens.starts[c1], claim.tokens.ends[c2 - 1]),
        source=(start, end),
        exact=read(passage.rendition_id, start, end),
        source_id=passage.source_id,
        passage_id=passage.id,
        speaker=passage.speaker.name if passage.speaker else None,
        date=passage.date,
        words_from_previous=between,
    )


def _pieces(claim: Claim, alignment: Alignment, read: Slice) -> list[MatchPiece]:
    """One piece for each quoted segment that has words in the source."""
    out: list[MatchPiece] = []
    norms = alignment.window.tokens.norms
    reached: int | None = None
    for segment in claim.segments:
        spans = [
            (max(e.claim_first, segment.first), min(e.claim_last, segment.last), e)
            for e in alignment.edits
            if e.op is not Op.MARKED and e.source_last > e.source_first
        ]
        spans = [(a, b, e) for a, b, e in spans if a < b]
        if not spans:
            continue
        first, last = spans[0], spans[-1]
        s1 = first[2].source_first + _shift(first[2], first[0])
        s2 = last[2].source_last - _shift_back(last[2], last[1])
        if s2 <= s1 or (reached is not None and s1 < reached):
            continue
        between = None if reached is None else int(counted_words(norms[reached:s1]))
        out.append(_piece(claim, alignment.window, first[0], last[1], s1, s2, read, between))
        reached = s2
    return out


def _shift(edit: Edit, at: int) -> int:
    inside = at - edit.claim_first
    return min(inside, edit.source_last - edit.source_first) if inside else 0


def _shift_back(edit: Edit, at: int) -> int:
    inside = edit.claim_last - at
    return min(inside, edit.source_last - edit.source_first) if inside else 0


def _left_out(alignment: Alignment, read: Slice) -> list[LeftOut]:
    tokens = alignment.window.tokens
    rendition = alignment.window.passages[0].rendition_id
    out = []
    for edit in alignment.edits:
        if edit.op in (Op.DELETE, Op.MARKED) and edit.source_last > edit.source_first:
            start, end = tokens.starts[edit.source_first], tokens.ends[edit.source_last - 1]
            out.append(LeftOut((start, end), read(rendition, start, end), edit.op is Op.MARKED))
    return out
