"""The elements of an HTML page: markup to a tree, and back.

Problem: a page that is nested 3,000 deep empties the usual extractors, and they say nothing.

Method: before parsing, containers deeper than `_DEEPEST` are flattened, so that no parser limit is
met; nothing but the nesting is lost.

Rejected: raising the parser's limits alone (it still returns an empty tree at 20,000 levels).
"""

from __future__ import annotations

import re

from lxml import etree, html

Element = html.HtmlElement

_DEEPEST = 150
_NESTING = re.compile(
    r"<(/?)(div|section|span|table|tbody|ul|ol|dl|blockquote|article|main|center|font|b|i|em"
    r"|strong|a|form|fieldset|figure|small|big|u|s|sub|sup|header|aside|nav|details)\b[^<>]*>",
    re.IGNORECASE,
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter"
    " output picture progress q ruby rb rt rp rtc s samp small span strike strong sub sup time tt"
    " u var wbr nobr source".split()
)
"""Elements that begin and end within a line of text."""


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
        return "" if tag.group(2).lower() in INLINE else "<br><br>"

    return _NESTING.sub(replacement, markup)
