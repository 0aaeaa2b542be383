"""HTML to blocks: a walk over the tree of a page that keeps every word.

Problem: pages mark paragraphs by `<p>`, by nested `<section>`s, by `<div>`s or by two `<br>`s, and
taking "the text" of an element glues paragraphs together or breaks lines inside words.

Method: one walk without recursion. A block ends where an element begins or ends that is not
inline, and at two line breaks in a row; a single one stays a line break. White space counts as in a
browser.

Rejected: `text_content()` and extractors' own text (measured: two thirds of a page of sections
gone).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corpus.blocks import BlockKind
from corpus.readers.elements import INLINE, Element
from corpus.readers.turn_tables import turn_rows

_SILENT = frozenset(
    "script style noscript template svg iframe object embed applet canvas audio video head title"
    " select option button input textarea datalist map area param track link meta base".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Break hints that pages put between letters; they are no part of the wording."""


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of a page before it is stored.

    Attributes:
        written: its text, white space as a browser shows it.
        level: depth of a heading; 0 for everything else.
        linked: characters of it that are links.
        speaker: who says it, where a table tells; the name is a line of the text then.
    """

    written: str
    kind: BlockKind
    level: int = 0
    linked: int = 0
    speaker: str | None = None


def walk(root: Element, skip: Collection[Element] = ()) -> Iterator[PageBlock]:
    """The blocks of an element in the order of the page.

    Args:
        root: where to begin.
        skip: elements whose text is left out.

    Returns:
        Blocks with a letter, digit or sign in them; rules as "* * *".

    Cost: linear in the size of the page.
    """
    return _Walk(frozenset(skip)).blocks(root)


class _Walk:
    def __init__(self, skip: frozenset[Element]) -> None:
        self.skip = skip
        self.run: list[str] = []
        self.linked = 0
        self.links = 0
        self.exact = 0
        self.quotes = 0
        self.heading = 0

    def blocks(self, root: Element) -> Iterator[PageBlock]:
        stack: list[tuple[Element, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                yield from self._leave(element)
                if element is not root:
                    self._text(element.tail)
                continue
            tag = element.tag
            if not isinstance(tag, str) or self._left_out(element):
                if element is not root:
                    self._text(element.tail)
                continue
            yield from self._enter(element)
            if tag == "table" and (turns := turn_rows(element, self._cell)):
                for turn in turns:
                    for part in turn.paragraphs:
                        yield PageBlock(part, BlockKind.PARAGRAPH, speaker=turn.speaker)
                self._text(element.tail)
                continue
            self._text(element.text)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
        yield from self._flush()

    def _cell(self, cell: Element) -> list[str]:
        return [block.written for block in walk(cell, self.skip)]

    def _left_out(self, element: Element) -> bool:
        if element.tag in _SILENT or element in self.skip or "hidden" in element.attrib:
            return True
        return bool(_HIDDEN.search(element.get("style", "")))

    def _enter(self, element: Element) -> Iterator[PageBlock]:
        tag = element.tag
        if tag == "br":
            self.run.append("\n")
        elif tag == "a":
            self.links += 1
        elif tag not in INLINE:
            yield from self._flush()
            if tag == "hr":
                yield PageBlock("* * *", BlockKind.RULE)
            self.heading = _HEADINGS.get(str(tag), self.heading)
            self.quotes += tag == "blockquote"
            self.exact += tag == "pre"

    def _leave(self, element: Element) -> Iterator[PageBlock]:
        tag = element.tag
        if tag == "a":
            self.links -= 1
        elif tag not in INLINE and tag != "br":
            yield from self._flush()
            self.heading = 0 if tag in _HEADINGS else self.heading
            self.quotes -= tag == "blockquote"
            self.exact -= tag == "pre"

    def _text(self, written: str | None) -> None:
        if not written:
            return
        written = written.translate(_UNSEEN)
        self.run.append(written if self.exact else _SPACES.sub(" ", written))
        if self.links:
            self.linked += len(written.strip())

    def _flush(self) -> Iterator[PageBlock]:
        whole, linked = "".join(self.run), self.linked
        self.run, self.linked = [], 0
        kind = BlockKind.PARAGRAPH
        if self.heading:
            kind = BlockKind.HEADING
        elif self.quotes:
            kind = BlockKind.QUOTE
        for part in re.split(r" *\n(?: *\n)+ *", whole):
            lines = (re.sub(r"[ \u00a0]{2,}", " ", line).strip(" ") for line in part.split("\n"))
            written = "\n".join(line for line in lines if line).strip()
            if written:
                level = self.heading if kind is BlockKind.HEADING else 0
                yield PageBlock(written, kind, level, min(linked, len(written)))
