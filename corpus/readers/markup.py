"""HTML to blocks: a tree, and a walk over it that keeps every word.

Problem: pages mark paragraphs by `<p>`, by nested `<section>`s, by `<div>`s or by two `<br>`s, and
taking "the text" of an element glues paragraphs together or breaks lines inside words. A page that
is nested 3,000 deep empties the usual extractors, and they say nothing.

Method: one walk without recursion. A block ends where an element begins or ends that is not
inline, and at two line breaks in a row; a single one stays a line break. White space counts as in a
browser. Before parsing, containers deeper than `_DEEPEST` are flattened, so that no parser limit
is met; nothing but the nesting is lost.

Rejected: `text_content()` and extractors' own text (measured: two thirds of a page of sections
gone), and raising the parser's limits alone (it still returns an empty tree at 20,000 levels).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree, html

from corpus.blocks import BlockKind
from corpus.readers.turn_tables import turn_rows

Element = html.HtmlElement

_DEEPEST = 150
_NESTING = re.compile(
    r"<(/?)(div|section|span|table|tbody|ul|ol|dl|blockquote|article|main|center|font|b|i|em"
    r"|strong|a|form|fieldset|figure|small|big|u|s|sub|sup|header|aside|nav|details)\b[^<>]*>",
    re.IGNORECASE,
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter"
    " output picture progress q ruby rb rt rp rtc s samp small span strike strong sub sup time tt"
    " u var wbr nobr source".split()
)
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


def parse_html(markup: str) -> Element | None:
    """The tree of a page; None when there is nothing to parse.

    Args:
        markup: the decoded page.
    """
    flat = _flattened(markup.replace("\x00", ""))
    flat = re.sub(r"^\s*<\?xml[^>]*\?>", "", flat)
    parser = html.HTMLParser(huge_tree=True, remove_comments=False, no_network=True)
    try:
        return html.document_fromstring(flat, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def serialised(element: Element) -> str:
    """The markup of an element."""
    return str(html.tostring(element, encoding="unicode"))


def _flattened(markup: str) -> str:
    """The page without containers that are nested deeper than any author writes."""
    depth = deepest = 0
    for tag in _NESTING.finditer(markup):
        depth = max(depth - 1, 0) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    if deepest <= _DEEPEST:
        return markup
    depth = 0

    def replacement(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag.group(1):
            depth = max(depth - 1, 0)
            over = depth >= _DEEPEST
        else:
            depth += 1
            over = depth > _DEEPEST
        if not over:
            return tag.group()
        return "" if tag.group(2).lower() in _INLINE else "<br><br>"

    return _NESTING.sub(replacement, markup)


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
        elif tag not in _INLINE:
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
        elif tag not in _INLINE and tag != "br":
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
