"""The map of a joined quote: which words stand where, in what order, and what stands nowhere.

The list is what is read aloud; the drawing shows the same at a glance: the quote above, the sources
below, a line from each piece to its place. It is drawn in units of which the page is 320 wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from corpus.models import Source
from verifier.report import MatchPiece, Report, VerdictCode
from verifier.showing.presentation import Run, claim_runs, date_words

_WORDS = re.compile(r"\w(?:.*\w)?", re.DOTALL)
WIDTH = 320
_LEAST = 14
"""Width of the shortest piece: a figure must fit in."""
_LEFT = 18
"""Where the bars of the sources begin, beside their letters."""
_ROW = 40


@dataclass(frozen=True, slots=True)
class PieceView:
    """One piece.

    Attributes:
        number: in the order of the quote, from 1.
        letter: of its source, as in the drawing.
        exact: the source's words.
        where: title and date of the source.
        speaker: who says it there, or None.
        distance: where it stands seen from the piece before; empty for the first.
        claim_x, claim_width: where it lies in the drawing of the quote.
        source_x, source_width: where it lies in its source's bar.
        y: top of that bar.
    """

    number: int
    letter: str
    exact: str
    source_id: str
    passage_id: int
    language: str
    where: str
    speaker: str | None
    distance: str
    claim_x: int
    claim_width: int
    source_x: int
    source_width: int
    y: int


@dataclass(frozen=True, slots=True)
class PieceMap:
    """All pieces of a joined quote.

    Attributes:
        pieces: in the order of the quote.
        bars: letter and top of each source's bar.
        height: of the drawing.
        loose: the words of the quote that are in no piece, in order.
        sources: how many sources the pieces are from.
        reordered: whether pieces of one source stand in another order there.
    """

    pieces: tuple[PieceView, ...]
    bars: tuple[tuple[str, int], ...]
    height: int
    loose: tuple[str, ...]
    sources: int
    reordered: bool


def piece_map(report: Report, known: Mapping[str, Source]) -> PieceMap | None:
    """The map of a joined quote.

    Args:
        report: any report.
        known: sources by id; one that is missing is named by its id.

    Returns:
        None for any other quote.
    """
    match = report.match
    if match is None or report.verdict.code is not VerdictCode.STITCHED:
        return None
    pieces = sorted(match.pieces, key=lambda p: p.claim)
    sources = list(dict.fromkeys(p.source_id for p in pieces))
    bars = tuple((chr(ord("A") + n % 26), 46 + n * _ROW) for n in range(len(sources)))
    reach = {s: _reach([p for p in pieces if p.source_id == s]) for s in sources}
    views = []
    for number, piece in enumerate(pieces, 1):
        letter, y = bars[sources.index(piece.source_id)]
        source = known.get(piece.source_id)
        first, last = reach[piece.source_id]
        claim_x, claim_width = _scaled(piece.claim, 0, len(report.claim.text), 0)
        source_x, source_width = _scaled(piece.source, first, last, _LEFT)
        views.append(
            PieceView(
                number=number,
                letter=letter,
                exact=piece.exact,
                source_id=piece.source_id,
                passage_id=piece.passage_id,
                language=source.language if source else "und",
                where=_where(piece, source),
                speaker=piece.speaker,
                distance=_distance(pieces[number - 2], piece) if number > 1 else "",
                claim_x=claim_x,
                claim_width=claim_width,
                source_x=source_x,
                source_width=source_width,
                y=y,
            )
        )
    return PieceMap(
        pieces=tuple(views),
        bars=bars,
        height=bars[-1][1] + 22,
        loose=tuple(r.text for r in claim_runs(report) if r.kind == "added"),
        sources=len(sources),
        reordered=any(
            before.source_id == piece.source_id and before.source > piece.source
            for before, piece in pairwise(pieces)
        ),
    )


def numbered_runs(report: Report) -> list[tuple[Run, int]]:
    """The claim with each piece as one run, and its number; 0 for what is in no piece.

    Args:
        report: one with a map.

    Returns:
        Runs that join to the claim: ``piece``, ``added`` for words in no piece, ``same`` for marks.
    """
    pieces = sorted(report.match.pieces, key=lambda p: p.claim) if report.match else []
    text, at = report.claim.text, 0
    numbered: list[tuple[Run, int]] = []
    for number, piece in enumerate(pieces, 1):
        start, end = max(piece.claim[0], at), piece.claim[1]
        numbered += [(run, 0) for run in _loose(text[at:start])]
        if end > start:
            numbered.append((Run("piece", text[start:end]), number))
            at = end
    return numbered + [(run, 0) for run in _loose(text[at:])]


def _loose(text: str) -> Iterator[Run]:
    """What stands between two pieces: words, and the marks and spaces beside them."""
    words = _WORDS.search(text)
    if words is None:
        yield from (Run("same", part) for part in (text,) if part)
        return
    parts = ("same", text[: words.start()]), ("added", words[0]), ("same", text[words.end() :])
    yield from (Run(kind, part) for kind, part in parts if part)


def _reach(pieces: list[MatchPiece]) -> tuple[int, int]:
    """The stretch of a source that its bar stands for: its pieces with a margin."""
    first, last = min(p.source[0] for p in pieces), max(p.source[1] for p in pieces)
    margin = max(1, (last - first) // 8)
    return first - margin, last + margin


def _scaled(span: tuple[int, int], first: int, last: int, left: int) -> tuple[int, int]:
    room, length = WIDTH - left, max(1, last - first)
    width = max(_LEAST, room * (span[1] - span[0]) // length)
    return min(left + room * (span[0] - first) // length, WIDTH - width), width


def _where(piece: MatchPiece, source: Source | None) -> str:
    if source is None:
        return piece.source_id
    dated = piece.date or date_words(source.date)
    return f"{source.title or source.origin}, {dated}"


def _distance(before: MatchPiece, piece: MatchPiece) -> str:
    if before.source_id != piece.source_id:
        return "in another source than the piece before"
    if before.source > piece.source:
        return "in the source it stands before the piece before"
    words = piece.words_from_previous
    if words is None:
        return "in another turn than the piece before"
    return f"{words} word{'s' if words != 1 else ''} after the piece before"
