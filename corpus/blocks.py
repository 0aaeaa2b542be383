"""What a reader hands on: the text as stored, cut into blocks, and what the file declares.

A block is a paragraph, a heading, a quoted paragraph or a rule, as a stretch of the text with its
markup still in it; where passages begin and end is decided in `corpus.segment`, so that every
format is judged by the same rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FIELD_NAMES = (
    "title",
    "url",
    "author",
    "publisher",
    "date",
    "language",
    "kind",
    "fidelity",
    "speaker",
    "translated-from",
    "translator",
    "translation-of",
)
"""The fields a file may declare about itself, under the names of the header lines."""


class BlockKind(StrEnum):
    """What a block is by its markup."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start, end)`` of the text without white space around it.

    Attributes:
        level: depth of a heading, 1 the highest; 0 for everything else.
        speaker: who says it, where the format itself tells (records, captions).
        date: its own date as the format gives it (ISO 8601), where it has one.
        locator: page, time code or row, where the format has such a thing.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    speaker: str | None = None
    date: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read.

    Attributes:
        origin: file name or address; for one of several in a file, ``name#source``.
        sha256: of the bytes the document was read from.
        text: the decoded text, which is stored as it is.
        blocks: in order, not overlapping, none empty.
        fields: what the file declares about itself, keys out of `FIELD_NAMES`, no empty values.
        title_span: where the declared title stands in the text, if it does.
        marked: the blocks carry their speakers; nobody has to look for labels.
    """

    origin: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    title_span: tuple[int, int] | None = None
    marked: bool = False
