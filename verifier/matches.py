"""Where a claim stands, as it is told: a slice of a stored source, its pieces and its steps.

Part of the report (see `verifier.report`); the names are those of the JSON.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.models import EditKind, Op

Span = tuple[int, int]
"""Half-open offsets in code points."""


@dataclass(frozen=True, slots=True)
class AlignmentStep:
    """One edit with both texts; the slices rebuild both sides.

    Attributes:
        op: what it does, from the source to the claim.
        claim: offsets into the claim; empty span for what the claim lacks.
        source: offsets into the stored text; empty span for what the source lacks.
    """

    op: Op
    claim: Span
    source: Span
    claim_text: str
    source_text: str
    kind: EditKind


@dataclass(frozen=True, slots=True)
class MatchPiece:
    """One piece of the claim and where it stands.

    Attributes:
        words_from_previous: source words between the previous piece's end and this one's start;
            None for the first piece or when the pieces are in different turns.
    """

    claim: Span
    source: Span
    exact: str
    source_id: str
    passage_id: int
    speaker: str | None
    date: str | None
    words_from_previous: int | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Source words inside the match that the claim does not have."""

    source: Span
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Selector:
    """A W3C Web Annotation selector: a text quote or a text position.

    Source: https://www.w3.org/TR/annotation-model/#selectors
    """

    type: str
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """The closest place: one slice of a stored source, and how the claim's words lie in it."""

    passage_id: int
    source_id: str
    exact: str
    context_before: str
    context_after: str
    speaker: str | None
    similarity: float
    selectors: tuple[Selector, ...]
    offset_unit: str
    start: int
    end: int
    pieces: tuple[MatchPiece, ...]
    alignment: tuple[AlignmentStep, ...]
    left_out: tuple[LeftOut, ...]
