"""Text and Markdown files: which lines belong together.

Problem: one file puts a blank line between paragraphs, one puts every paragraph on a line of its
own, one breaks its lines at a width, and one does all three in turn.

Method: blank lines, headings, rules and list items always end a block. Lines that stand together
are one wrapped paragraph, unless every one of them closes with a final mark, or the file has no
blank lines and its lines do not look wrapped (they are long, or of very unequal length).
A leading group of known ``Key: value`` lines before a blank line declares the document's fields.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

from corpus.blocks import FIELD_NAMES, Block, BlockKind, Reading
from corpus.errors import UnreadableSource
from corpus.readers.front_matter import read_front_matter
from corpus.text.encoding import decode

_HEADING = re.compile(r"(#{1,6})[ \t]+\S")
_RULE = re.compile(r"(?:[-*_=~][ \t]*){3,}")
_BULLET = re.compile(r"[-*+\u2022\u00b7\u25cf][ \t]+\S")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]*)[ \t]*:[ \t]*(.*)")
_CLOSING_MARKS = "\"'\u201d\u2019\u00bb)\\]\u300d\u300f\uff09*_"
_CLOSED = re.compile(rf"[.!?\u2026\u3002\uff01\uff1f][{_CLOSING_MARKS}]*$")
_ENDS_SENTENCE = re.compile(r"[a-z\u3400-\u9fff][.!?\u3002\uff01\uff1f]$")
_NAMING_FIELDS = ("speaker", "author", "translator")
_LONGEST_NAME = 80
_WRAP_LIMIT = 130
"""Wider than any width at which editors break lines, narrower than most paragraphs."""
_FULL_LINE = 0.6
_FEW_BLANKS = 0.1

_Line = tuple[int, int]


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a text or Markdown file.

    Args:
        origin: file name or address.
        stream: the whole file, at its beginning.

    Returns:
        One document.

    Raises:
        UnreadableSource: not text in a known encoding, or no letters in it.
    """
    content = stream.read()
    text = decode(origin, content)
    if not any(c.isalnum() for c in text):
        raise UnreadableSource(origin, "there is no text in it")
    fields, body, title_span = read_fields(text)
    yield Reading(
        origin=origin,
        sha256=hashlib.sha256(content).hexdigest(),
        text=text,
        blocks=tuple(cut_blocks(text, body)),
        fields=fields,
        title_span=title_span,
    )


def read_fields(text: str) -> tuple[dict[str, str], int, tuple[int, int] | None]:
    """The fields that a text declares in its first lines.

    Args:
        text: the decoded file.

    Returns:
        The fields, the offset at which the body begins, and where the title's value stands. No
        fields and 0 when the first lines are anything else: an unknown key, a sentence as the name
        of a speaker, or no blank line after them.
    """
    if (front := read_front_matter(text)) is not None:
        return front
    fields: dict[str, str] = {}
    title_span = None
    at = 0
    for start, end in _lines(text, 0):
        if fields and _breaks(text, at, start) > 1:
            return fields, start, title_span
        match = _FIELD.fullmatch(text[start:end].rstrip())
        if match is None or not _declares(key := match.group(1).lower(), value := match.group(2)):
            return {}, 0, None
        if value:
            fields[key] = value
        if key == "title" and value:
            title_span = (start + match.start(2), start + match.start(2) + len(value))
        at = end
    return {}, 0, None


def _declares(key: str, value: str) -> bool:
    if key not in FIELD_NAMES:
        return False
    if key in _NAMING_FIELDS:
        return len(value) <= _LONGEST_NAME and not _ENDS_SENTENCE.search(value)
    return True


def cut_blocks(text: str, begin: int = 0) -> Iterator[Block]:
    """Cut a text into blocks.

    Args:
        text: the decoded text.
        begin: where its body begins.

    Returns:
        Blocks in order, without white space around them; everything between them is white space.
    """
    lines = list(_lines(text, begin))
    line_is_paragraph = _one_paragraph_a_line(text, lines)
    group: list[_Line] = []
    quoted = False
    before = begin
    for start, end in lines:
        line = text[start:end]
        blank_before = _breaks(text, before, start) > 1
        before = end
        bare_quote = line.startswith(">") and not line.strip("> \t")
        heading = _HEADING.match(line)
        rule = _RULE.fullmatch(line)
        is_quote = line.startswith(">")
        alone = bare_quote or heading or rule
        if group and (blank_before or alone or is_quote != quoted or _BULLET.match(line)):
            yield from _flush(text, group, quoted, line_is_paragraph)
            group = []
        if bare_quote:
            continue
        if heading:
            yield Block(start, end, BlockKind.HEADING, len(heading.group(1)))
        elif rule:
            yield Block(start, end, BlockKind.RULE)
        else:
            group.append((start, end))
            quoted = is_quote
    yield from _flush(text, group, quoted, line_is_paragraph)


def _flush(
    text: str, group: list[_Line], quoted: bool, line_is_paragraph: bool
) -> Iterator[Block]:
    if not group:
        return
    kind = BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH
    closed = all(_CLOSED.search(text[start:end]) for start, end in group[:-1])
    if line_is_paragraph or (closed and len(group) > 1):
        for start, end in group:
            yield Block(start, end, kind)
    else:
        yield Block(group[0][0], group[-1][1], kind)


def _lines(text: str, begin: int) -> Iterator[_Line]:
    """Lines with something on them, without the white space around it."""
    for match in _LINE.finditer(text, begin):
        line = match.group()
        left = len(line) - len(line.lstrip())
        right = len(line.rstrip())
        if left < right:
            yield match.start() + left, match.start() + right


def _breaks(text: str, start: int, end: int) -> int:
    """Line ends between two offsets, however they are written."""
    between = text[start:end]
    return len(between.splitlines()) - 1 + bool(between[-1:] in "\n\r\u2028\u2029" and between)


def _one_paragraph_a_line(text: str, lines: list[_Line]) -> bool:
    if len(lines) < 2:
        return True
    gaps = sum(
        1
        for (_, end), (start, _) in pairwise(lines)
        if _breaks(text, end, start) > 1
    )
    if gaps > len(lines) * _FEW_BLANKS:
        return False
    lengths = [end - start for start, end in lines]
    longest = max(lengths)
    full = sum(1 for n in lengths[:-1] if n >= longest * _FULL_LINE)
    wrapped = longest <= _WRAP_LIMIT and full > 0.6 * (len(lengths) - 1)
    closed = sum(1 for start, end in lines[:-1] if _CLOSED.search(text[start:end]))
    return not wrapped or closed > 0.6 * (len(lengths) - 1)
