"""A claim and its source side by side, parted into the stretches that differ.

Problem: the meaning of a difference depends on words that do not differ ("five [hundred]", 非[常]),
on words in brackets that are no tokens of the claim, and on what stands between the tokens.

Method: both texts become a `Side` (tokens with surfaces and the gaps between them; the claim's with
its bracketed words in their places), the edits become `Block`s over both, neighbouring changes
become one `Region`, and a region can `grow` until no expression of a list sticks out of it on
either side. Then the two sides of a region are comparable as they stand.

Rejected: comparing edit by edit (one changed run is often cut into an insertion and a deletion),
and comparing whole sentences (a word that moved would hide one that was lost).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from corpus.text.tokens import tokens
from verifier.meanings.lexicon import Span, touching
from verifier.models import Alignment, Claim, Edit, EditKind, Join, Op

_BORDER = re.compile(r"[,;:.!?，。；：！？…]")
_OPENER = re.compile(
    r"[.!?:。！？：…\n\"\u201c\u201d\u201e\u00ab(\[\u2014]|--|\s[-\u2013]\s|(?:^|\s)['\u2018]"
)
_NEAR_BRACKET = 8
"""Source words taken for what an outer bracket may stand for: a noun phrase and its verb."""


class BlockKind(Enum):
    """What happened to a stretch of both sides."""

    KEPT = "kept"
    CHANGED = "changed"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"


@dataclass(frozen=True, slots=True)
class Block:
    """Tokens ``[source_first, source_last)`` against ``[claim_first, claim_last)``."""

    kind: BlockKind
    source_first: int
    source_last: int
    claim_first: int
    claim_last: int
    added_only: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """Blocks ``[first, last)`` that are compared as one difference."""

    kind: BlockKind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Side:
    """Running words of one text.

    Attributes:
        norms: level 2 tokens.
        surfaces: the same as stored.
        gaps: the stored text before each token.
        cased: whether capitals are evidence here (not in a text all in capitals or without any).
    """

    norms: tuple[str, ...]
    surfaces: tuple[str, ...]
    gaps: tuple[str, ...]
    cased: bool

    def text(self, first: int, last: int) -> str:
        """The stored text of tokens ``[first, last)``; empty for an empty range."""
        return "".join(
            (self.gaps[i] if i > first else "") + self.surfaces[i] for i in range(first, last)
        )

    def border_before(self, at: int) -> bool:
        """Whether a clause border stands between a token and the one before it."""
        if at == 0:
            return True
        gap = self.gaps[at]
        return gap != " " and bool(_BORDER.search(gap))

    def opens(self, at: int) -> bool:
        """Whether a capital is due to the place of a token: it begins a sentence or a quotation."""
        return at == 0 or bool(_OPENER.search(self.gaps[at]))


def _cased(surfaces: Sequence[str]) -> bool:
    """Whether capitals tell names from other words: neither none nor nearly all words have one."""
    words = [s for s in surfaces if s[:1].isalpha() and len(s) > 1]
    capital = sum(s[0].isupper() for s in words)
    return capital > 0 and (len(words) < 5 or capital < 0.7 * len(words))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides, and the blocks over them in order."""

    source: Side
    claim: Side
    blocks: tuple[Block, ...]

    def bounds(self, first: int, last: int) -> tuple[int, int, int, int]:
        """Source and claim tokens of blocks ``[first, last)``."""
        head, tail = self.blocks[first], self.blocks[last - 1]
        return head.source_first, tail.source_last, head.claim_first, tail.claim_last

    def regions(self) -> list[Region]:
        """Maximal runs of changed blocks; brackets and ellipses each by themselves."""
        out: list[Region] = []
        for at, block in enumerate(self.blocks):
            if block.kind is BlockKind.KEPT:
                continue
            last = out[-1] if out else None
            if last and last.last == at and last.kind is block.kind is BlockKind.CHANGED:
                out[-1] = Region(last.kind, last.first, at + 1)
            else:
                out.append(Region(block.kind, at, at + 1))
        return out

    def grow(self, region: Region, source: Sequence[Span], claim: Sequence[Span]) -> Region:
        """Widen a region until no expression stands half in it.

        Args:
            region: where to begin.
            source: the source's expressions of a class.
            claim: the claim's.

        Returns:
            The widened region; it never reaches over an ellipsis.
        """
        first, last = region.first, region.last
        while True:
            s_first, s_last, c_first, c_last = self.bounds(first, last)
            spans_s, spans_c = touching(source, s_first, s_last), touching(claim, c_first, c_last)
            left = any(s.first - s.left < s_first for s in spans_s) or any(
                s.first - s.left < c_first for s in spans_c
            )
            right = any(s.last + s.right > s_last for s in spans_s) or any(
                s.last + s.right > c_last for s in spans_c
            )
            left = left and first > 0 and self.blocks[first - 1].kind is not BlockKind.ELLIPSIS
            right = (
                right
                and last < len(self.blocks)
                and self.blocks[last].kind is not BlockKind.ELLIPSIS
            )
            if not left and not right:
                return Region(region.kind, first, last)
            first, last = first - left, last + right


def compare(claim: Claim, alignment: Alignment) -> Comparison:
    """Lay a claim and its source side by side.

    Args:
        claim: the claim, read.
        alignment: where it stands.

    Returns:
        Both sides and the blocks; no blocks for an alignment without edits.
    """
    edits = alignment.edits
    if not edits:
        empty = Side((), (), (), False)
        return Comparison(empty, empty, ())
    low = max(0, edits[0].source_first - 4 * _NEAR_BRACKET)
    high = edits[-1].source_last + 4 * _NEAR_BRACKET
    source = _source_side(alignment, low, high)
    side, places, brackets = _claim_side(claim)
    blocks = _blocks(claim, edits, low, places, brackets)
    return Comparison(source, side, _outer_brackets(blocks, source, claim, brackets))


def _source_side(alignment: Alignment, low: int, high: int) -> Side:
    window = alignment.window
    starts, ends = window.tokens.starts[low:high], window.tokens.ends[low:high]
    text, off = window.text, window.start
    surfaces = tuple([text[s - off : e - off] for s, e in zip(starts, ends, strict=True)])
    between = [text[e - off : s - off] for e, s in zip(ends, starts[1:], strict=False)]
    gaps = ("", *between) if starts else ()
    return Side(window.tokens.norms[low:high], surfaces, gaps, _cased(surfaces))


def _claim_side(claim: Claim) -> tuple[Side, list[int], dict[int, tuple[int, int]]]:
    """The claim's words with the bracketed ones, where each token went, where each bracket is."""
    norms: list[str] = []
    surfaces: list[str] = []
    gaps: list[str] = []
    places: list[int] = []
    brackets: dict[int, tuple[int, int]] = {}
    count = len(claim.tokens)
    inserted = {s.first: s.bracket for s in claim.segments if s.join is Join.BRACKET}
    inserted |= {0: claim.lead_bracket} if claim.lead_bracket else {}
    inserted |= {count: claim.tail_bracket} if claim.tail_bracket else {}
    joins = {s.first: s.join for s in claim.segments if s.join}
    for at in range(count + 1):
        if inserted.get(at):
            words = tokens(inserted[at])
            brackets[at] = (len(norms), len(norms) + len(words))
            for k, norm in enumerate(words.norms):
                norms.append(norm)
                surfaces.append(inserted[at][words.starts[k] : words.ends[k]])
                gaps.append(inserted[at][words.ends[k - 1] : words.starts[k]] if k else " ")
        if at == count:
            break
        places.append(len(norms))
        norms.append(claim.tokens.norms[at])
        surfaces.append(claim.text[claim.tokens.starts[at] : claim.tokens.ends[at]])
        if at in joins:
            gaps.append("\u2026" if joins[at] is Join.ELLIPSIS else " ")
        else:
            before = claim.tokens.ends[at - 1] if at else claim.tokens.starts[0]
            gaps.append(claim.text[before : claim.tokens.starts[at]])
    places.append(len(norms) if count not in brackets else brackets[count][0])
    return Side(tuple(norms), tuple(surfaces), tuple(gaps), _cased(surfaces)), places, brackets


def _blocks(
    claim: Claim,
    edits: Sequence[Edit],
    low: int,
    places: Sequence[int],
    brackets: dict[int, tuple[int, int]],
) -> list[Block]:
    """The edits as blocks; a bracket that stands for nothing is a block by itself."""
    joins = {s.first: s.join for s in claim.segments}
    marked = {e.claim_first for e in edits if e.op is Op.MARKED}
    placed: set[int] = set()
    out: list[Block] = []
    for edit in edits:
        first = edit.claim_first
        s_first, s_last = edit.source_first - low, edit.source_last - low
        inner = first in brackets and 0 < first < len(claim.tokens)
        if inner and first not in placed and first not in marked:
            placed.add(first)
            out.append(Block(BlockKind.BRACKET, s_first, s_first, *brackets[first]))
        c_first = places[first]
        c_last = places[edit.claim_last - 1] + 1 if edit.claim_last > first else c_first
        if edit.op is Op.MARKED:
            if first in brackets and first not in placed:
                placed.add(first)
                out.append(Block(BlockKind.BRACKET, s_first, s_last, *brackets[first]))
            else:
                ellipsis = joins.get(first) is Join.ELLIPSIS
                kind = BlockKind.ELLIPSIS if ellipsis else BlockKind.CHANGED
                out.append(Block(kind, s_first, s_last, c_first, c_last))
        elif edit.op is Op.EQUAL:
            for k, place in enumerate(places[first : edit.claim_last]):
                if k > 0 and first + k in brackets:
                    placed.add(first + k)
                    at = s_first + k
                    out.append(Block(BlockKind.BRACKET, at, at, *brackets[first + k]))
                out.append(Block(BlockKind.KEPT, s_first + k, s_first + k + 1, place, place + 1))
        else:
            same = edit.op is Op.FOLD or edit.kind is EditKind.FILLER
            kind = BlockKind.KEPT if same else BlockKind.CHANGED
            out.append(Block(kind, s_first, s_last, c_first, c_last))
    return out


def _outer_brackets(
    blocks: list[Block], source: Side, claim: Claim, brackets: dict[int, tuple[int, int]]
) -> tuple[Block, ...]:
    """Add the brackets before the first and after the last quoted word, when no edit has them."""
    taken = {b.claim_first for b in blocks if b.kind is BlockKind.BRACKET}
    lead, tail = brackets.get(0), brackets.get(len(claim.tokens))
    if lead and lead[0] not in taken:
        last = blocks[0].source_first
        first = last
        while first > 0 and last - first < _NEAR_BRACKET and not source.border_before(first):
            first -= 1
        blocks.insert(0, Block(BlockKind.BRACKET, first, last, *lead, added_only=True))
    if tail and tail[0] not in taken:
        first = last = blocks[-1].source_last
        while (
            last < len(source.norms)
            and last - first < _NEAR_BRACKET
            and not source.border_before(last)
        ):
            last += 1
        blocks.append(Block(BlockKind.BRACKET, first, last, *tail, added_only=True))
    return tuple(blocks)
