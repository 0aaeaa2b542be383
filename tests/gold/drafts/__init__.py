"""Articles written for the purpose, and how much of their quotations is found.

Every article is a text with a list beside it: the quoted words in order, what they are, and the
fullest name that the article gives to whoever says them. ``python -m tests.gold.drafts`` prints the
figures and every difference; a folder behind it measures articles that are not among these.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from verifier.drafts.article import find_quotations
from verifier.drafts.models import DraftKind, DraftQuotation

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Expected:
    """A quotation as a reader would mark it.

    Attributes:
        pieces: spans of the quoted words.
        kind: what it is.
        speakers: the right answers; more than one where a nameless speaker can be told in two ways.
    """

    pieces: tuple[tuple[int, int], ...]
    kind: DraftKind
    speakers: tuple[str | None, ...]

    @property
    def is_checked(self) -> bool:
        """Whether it is somebody's words."""
        return self.kind in (DraftKind.QUOTATION, DraftKind.BLOCK_QUOTE)


@dataclass(slots=True)
class Figures:
    """Counts over articles."""

    quotations: int = 0
    edges: int = 0
    speakers: int = 0
    others: int = 0
    others_reported: int = 0
    invented: int = 0
    differences: list[str] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        """Add the counts of another article."""
        for name in ("quotations", "edges", "speakers", "others", "others_reported", "invented"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.differences += other.differences


def articles(folder: Path = FOLDER) -> Iterator[tuple[str, str, str, tuple[Expected, ...]]]:
    """Name, text, language and expected quotations of every article of a folder, by name."""
    for path in sorted(folder.glob("*.toml")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        listed = tomllib.loads(path.read_text(encoding="utf-8"))
        yield path.stem, text, listed["language"], tuple(_placed(text, listed["quotation"]))


def _placed(text: str, listed: list[dict[str, object]]) -> Iterator[Expected]:
    at = 0
    for one in listed:
        spans = []
        pieces = one["pieces"]
        assert isinstance(pieces, list)
        for piece in pieces:
            at = text.index(piece, at)
            spans.append((at, at + len(piece)))
            at += len(piece)
        speaker = one.get("speaker")
        speakers = tuple(speaker) if isinstance(speaker, list) else (speaker,)
        kind = DraftKind(str(one.get("kind", "quotation")))
        yield Expected(tuple(spans), kind, speakers)


def compare(name: str, text: str, language: str, expected: tuple[Expected, ...]) -> Figures:
    """Count what is found of one article's quotations."""
    figures = Figures()
    found = {q.start: q for q in find_quotations(text, language)}
    starts = {e.pieces[0][0] for e in expected}
    for one in expected:
        quotation = found.get(one.pieces[0][0])
        words = text[one.pieces[0][0] : one.pieces[-1][1]][:60]
        checked = quotation is not None and quotation.is_checked
        if not one.is_checked:
            figures.others += 1
            figures.others_reported += checked
            if checked:
                figures.differences.append(f"{name}: reported though {one.kind}: {words}")
            continue
        figures.quotations += 1
        same = checked and quotation is not None and quotation.pieces == one.pieces
        figures.edges += same
        if not same:
            figures.differences.append(f"{name}: edges: {words} | {_shown(text, quotation)}")
        if quotation is not None and checked and quotation.speaker in one.speakers:
            figures.speakers += 1
        else:
            who = quotation.speaker if quotation else None
            figures.differences.append(f"{name}: speaker: {words} | {one.speakers[0]} | {who}")
    for start, quotation in found.items():
        if start not in starts and quotation.is_checked:
            figures.invented += 1
            figures.differences.append(f"{name}: invented: {_shown(text, quotation)}")
    return figures


def _shown(text: str, quotation: DraftQuotation | None) -> str:
    if quotation is None:
        return "nothing"
    return f"{quotation.kind} {[text[slice(*p)] for p in quotation.pieces]}"


def measure(folder: Path = FOLDER) -> Figures:
    """The figures over all articles of a folder."""
    total = Figures()
    for article in articles(folder):
        total.add(compare(*article))
    return total
