"""The lines above the text, and which of them is the headline.

Problem: the headline stands among the site's name, a date, an app's greeting and a by-line.
Method: the first heading is the title; without one, the first line that reads like a headline
(four words or more, no final mark). Lines before it may be passed over only when the page shows a
date or a labelled line up there; otherwise the very first line is the title or there is none.

Rejected: the longest line (a standfirst is longer), and the line that is repeated in the text
(few headlines are).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.blocks import Block, BlockKind
from corpus.describing.furniture import is_furniture
from corpus.text.names import label_shape

LONGEST_TITLE = 250
KEYED = re.compile(
    r"[*_]*(?P<key>[^\W\d_][^:：\n]{0,30}?)[*_]*\s*[:：]\s*[*_]*(?P<value>.*)", re.DOTALL
)
ADDRESS = re.compile(r"https?://\S+")
CLOSED = re.compile(r"[.。!！?？…][\"'”’」』)）*_]*$")
CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

_TAIL = re.compile(r"\s+[-\u2013\u2014|\u00b7_]\s+")
_ENDS_OPEN = re.compile(r"[.。;；,，、:：…]$")
_FRAME_LINES = 25
_FRAME_BLOCKS = 10
_LONG = 200
_HEADLINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class FrameLine:
    """A line above the text.

    Attributes:
        block: index of the block it stands in.
        start: offset of its first character.
        end: end offset.
        text: the line without white space around it.
        alone: it is the only line of its block.
    """

    block: int
    start: int
    end: int
    text: str
    alone: bool


def frame_lines(text: str, blocks: Sequence[Block]) -> list[FrameLine]:
    """The lines before the text begins: before a long paragraph, a second sentence, a label.

    Args:
        text: the text.
        blocks: its blocks.

    Returns:
        At most 25 lines in order; quoted paragraphs and rules are left out.
    """
    lines: list[FrameLine] = []
    if _opens_dialogue(text, blocks):
        return lines
    sentences = 0
    for index, block in enumerate(blocks):
        if block.speaker is not None:
            break
        if block.kind is BlockKind.RULE:
            continue
        written = text[block.start : block.end]
        at = block.start
        pieces = written.splitlines(keepends=True)
        keyed = all(KEYED.match(piece) or ADDRESS.search(piece) for piece in pieces)
        if (not keyed and max(map(_weight, pieces)) > _LONG) or len(lines) >= _FRAME_LINES:
            break
        for piece in pieces:
            bare = piece.strip()
            sentences += bool(CLOSED.search(bare)) and block.kind is BlockKind.PARAGRAPH
            if sentences > 1 or _speaks(bare):
                return lines
            if bare and block.kind is not BlockKind.QUOTE:
                start = at + piece.index(bare)
                lines.append(FrameLine(index, start, start + len(bare), bare, len(pieces) == 1))
            at += len(piece)
    return lines


def _weight(line: str) -> int:
    """Length, a Chinese or Japanese character counting as two."""
    return len(line) + len(CJK.findall(line))


def _opens_dialogue(text: str, blocks: Sequence[Block]) -> bool:
    """The first line is a turn that lacks its final mark: its label comes again, another follows.

    A headline may begin like a label, too; but it is not the first of two turns.
    """
    if len(blocks) < 2:
        return False
    first, second = (text[b.start : b.end] for b in blocks[:2])
    keyed = KEYED.fullmatch(first)
    if keyed is None or not _speaks(second.strip("*_> ")):
        return False
    again = re.compile(rf"\n[*_> ]*{re.escape(keyed.group('key').strip())}[*_]*[:：]")
    return again.search(text, blocks[0].end) is not None


def _speaks(line: str) -> bool:
    """A label with a sentence after it: the dialogue has begun."""
    keyed = KEYED.fullmatch(line)
    if keyed is None or not CLOSED.search(keyed.group("value")):
        return False
    return label_shape(keyed.group("key").strip()) == "name"


def title_heading(text: str, blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Where the title stands that is marked as a heading.

    Args:
        text: the text.
        blocks: its blocks.

    Returns:
        The words of the first heading, if it is of the first level or nothing but short lines
        stand above it; None without one among the first blocks.
    """
    for index, block in enumerate(blocks[:_FRAME_BLOCKS]):
        if block.kind is BlockKind.HEADING:
            written = text[block.start : block.end]
            above = [text[b.start : b.end] for b in blocks[:index]]
            if block.level > 1 and any(CLOSED.search(line) for line in above):
                return None
            bare = written.strip("#*_ \t")
            start = block.start + written.index(bare)
            return start, start + len(bare)
    return None


def title_line(lines: Sequence[FrameLine], meta: Mapping[int, str], blocks: int) -> int | None:
    """Which line reads like a headline.

    Args:
        lines: the lines above the text.
        meta: those that are metadata, with their kind.
        blocks: how many blocks the document has; a document of one block has no title.

    Returns:
        Index of the line, or None.
    """
    dated = next((i for i, kind in meta.items() if kind == "date"), None)
    framed = dated is not None or bool(meta)
    rest = [i for i in range(len(lines)) if i not in meta and not is_furniture(lines[i].text)]
    if not rest or blocks < 2:
        return None
    for index in rest:
        line = lines[index]
        if _is_headline(line.text, framed) and (line.alone or index == 0 or framed):
            # without a date line only the very first line may be the title
            if framed or index == rest[0]:
                return index
            return None
        if not framed and CLOSED.search(line.text):
            return None
    first = lines[rest[0]]
    short = 1 <= size(first.text) < _HEADLINE_WORDS and not CLOSED.search(first.text)
    if rest[0] == 0 and short and first.alone and not _ENDS_OPEN.search(first.text):
        return 0
    return None


def _is_headline(text: str, framed: bool) -> bool:
    bare = text.strip("*_ ")
    if len(bare) > LONGEST_TITLE or _ENDS_OPEN.search(bare) or size(bare) < _HEADLINE_WORDS:
        return False
    return framed or not CLOSED.search(bare)


def without_site(title: str, headings: Iterable[str]) -> tuple[str, str]:
    """A title without the site's name behind it, and that name.

    Args:
        title: as a page or a file declares it, such as "The quay opens - Morning Paper".
        headings: of the text; one of them shows which part is the title.

    Returns:
        The title as it is and no name where no heading is one of its parts.
    """
    title = " ".join(title.split())
    known = {" ".join(heading.split()).casefold() for heading in headings}
    parts = _TAIL.split(title)
    for part in parts:
        if part.casefold() in known:
            site = parts[-1] if parts[-1] != part else parts[0]
            return part, site if site != part else ""
    return title, ""


def size(text: str) -> float:
    """Length of a line in words, two Chinese or Japanese characters being one."""
    east = len(CJK.findall(text))
    return len(WORD.findall(CJK.sub(" ", text))) + east / 2
