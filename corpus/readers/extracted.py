"""What a reader hands on when the text had to be taken out of a format: pages, PDFs, captions.

The stored text of such a source is the blocks that the reader took out, joined by blank lines, and
offsets are into it. What the format declares about the document came from beside the text, so the
top of the text is still looked at for a date line or a by-line (`corpus.ingest`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from corpus.blocks import Block, BlockKind, Reading
from corpus.errors import UnreadableSource

BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Extracted(Reading):
    """A document whose text was taken out of a format.

    Attributes:
        notes: what could not be taken out, in words for the person who gave the file; empty when
            all could.
        framed: above the text may stand a date line or a by-line, as on pages.
    """

    notes: tuple[str, ...] = ()
    framed: bool = True


class TextBuilder:
    """Collects blocks and writes the text that they are slices of."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._at = 0

    def add(
        self,
        written: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        *,
        speaker: str | None = None,
        date: str | None = None,
        locator: str | None = None,
    ) -> None:
        """Add one block; nothing happens when there is only white space in it.

        Args:
            written: its text; white space around it is dropped.
            kind: what it is by its markup.
            level: depth of a heading; 0 for everything else.
        """
        written = written.strip()
        if not written:
            return
        if self._pieces:
            self._at += len(BREAK)
        end = self._at + len(written)
        self._blocks.append(Block(self._at, end, kind, level, speaker, date, locator))
        self._pieces.append(written)
        self._at = end

    def reading(
        self,
        origin: str,
        content: bytes,
        fields: Mapping[str, str] | None = None,
        *,
        marked: bool = False,
        framed: bool = True,
        notes: tuple[str, ...] = (),
    ) -> Extracted:
        """The document.

        Args:
            origin: file name or address.
            content: the bytes as given.
            fields: what the format declares.
            marked: the blocks carry their speakers.
            framed: above the text may stand a date line or a by-line.
            notes: what could not be taken out.

        Raises:
            UnreadableSource: no block has a letter or a digit.
        """
        text = BREAK.join(self._pieces)
        if not any(c.isalnum() for c in text):
            raise UnreadableSource(origin, "there is no text in it")
        kept = {name: value for name, value in (fields or {}).items() if value}
        digest = hashlib.sha256(content).hexdigest()
        span = title_span(text, self._blocks, kept.get("title"))
        blocks = tuple(self._blocks)
        return Extracted(origin, digest, text, blocks, kept, span, marked, notes, framed)


def title_span(text: str, blocks: list[Block], title: str | None) -> tuple[int, int] | None:
    """Where a title stands as a block of its own; None when it does not."""
    wanted = " ".join(title.split()).casefold() if title else ""
    for block in blocks:
        if wanted and " ".join(text[block.start : block.end].split()).casefold() == wanted:
            return block.start, block.end
    return None


def to_json(readings: list[Reading]) -> bytes:
    """Readings as bytes that another process can hand over without being trusted."""
    return json.dumps([asdict(r) for r in readings], ensure_ascii=True).encode()


def from_json(content: bytes) -> list[Reading]:
    """What `to_json` wrote.

    Raises:
        ValueError, KeyError, TypeError: the bytes are something else.
    """
    return [_reading(entry) for entry in json.loads(content)]


def _reading(entry: dict[str, Any]) -> Extracted:
    text = str(entry["text"])
    blocks = tuple(Block(**{**b, "kind": BlockKind(b["kind"])}) for b in entry["blocks"])
    at = 0
    for block in blocks:
        if not at <= block.start < block.end <= len(text):
            raise ValueError("blocks do not fit the text")
        at = block.end
    span = entry["title_span"]
    return Extracted(
        origin=str(entry["origin"]),
        sha256=str(entry["sha256"]),
        text=text,
        blocks=blocks,
        fields={str(k): str(v) for k, v in entry["fields"].items()},
        title_span=(int(span[0]), int(span[1])) if span else None,
        marked=bool(entry["marked"]),
        notes=tuple(map(str, entry["notes"])),
        framed=bool(entry["framed"]),
    )
