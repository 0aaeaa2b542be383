"""Web pages and saved pages: the text of the article, whole, and nothing of the site around it.

Problem: extractors find the article on most pages and on some silently keep a third of it (pages
built of nested sections), drop its headings, or glue its paragraphs together.

Method: where a page marks its article (`#js_content`, `itemprop="articleBody"`, `<article>`,
`<main>`), that is the place; else trafilatura is asked, on the page with sections written as divs.
It only *points*: the smallest element that holds what it found is the place, and our own walk reads
every block of it. A guard compares the sentences of the place with those of the whole page without
its navigation; when too many are left out, the page is read whole.

Rejected: an extractor's own text (see above), and always reading the page whole (comments and
teasers of other articles would be quoted as this one's).
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from typing import BinaryIO

import trafilatura

from corpus.blocks import BlockKind, Reading
from corpus.errors import UnreadableSource
from corpus.readers.elements import Element, parse_html, serialised
from corpus.readers.extracted import TextBuilder
from corpus.readers.markup import PageBlock, walk
from corpus.readers.page_fields import page_fields
from corpus.text.encoding import decode

_PLACES = (
    '//*[@id="js_content"]',
    '//*[@itemprop="articleBody"]',
    "//article[not(ancestor::article)]",
    '//main | //*[@role="main"]',
)
_CHROME = (
    ".//nav | .//footer | .//aside | .//dialog | .//form[not(.//p[2])]"
    ' | .//*[@role="navigation" or @role="banner" or @role="contentinfo" or @role="search"'
    ' or @role="complementary" or @role="dialog"]'
)
_CHROME_NAME = re.compile(
    r"(?:^|[-_ ])(?:comments?|related|recommend(?:ed|ations?)?|sidebar|footer|nav|navbar|menu"
    r"|cookies?|share|sharing|social|promo|newsletter|breadcrumbs?|advert(?:isement)?|ads"
    r"|popup|modal|subscribe|teasers?)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]")
_TAG = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.I)
_SECTION = re.compile(r"(</?)section\b", re.IGNORECASE)
_ENOUGH = 0.6
"""Of the page's sentences: a place that holds fewer is not the article, or not all of it."""
_ENOUGH_MARKED = 0.35
"""The same for a place the page itself marks; comments may well be longer than the article."""
_POINTED = 0.9


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a web page, or one that a browser saved (HTML or MHTML).

    Args:
        origin: file name or address.
        stream: the whole page, at its beginning.

    Returns:
        One document; its text is that of the article, block by block.

    Raises:
        UnreadableSource: no text in a known encoding, or none could be taken out of the page.
    """
    content = stream.read()
    page, fields = _archived(origin, content)
    tree = parse_html(page)
    blocks = [] if tree is None else list(article(tree, page))
    if tree is None or not any(c.isalnum() for b in blocks for c in b.written):
        shown = sum(c.isalnum() for c in _TAG.sub(" ", page))
        why = "its text could not be taken out of the page" if shown else "there is no text in it"
        raise UnreadableSource(origin, why)
    text = TextBuilder()
    for block in blocks:
        text.add(block.written, block.kind, block.level, speaker=block.speaker)
    yield text.reading(origin, content, {**page_fields(tree), **fields})


def article(tree: Element, page: str) -> Iterator[PageBlock]:
    """The blocks of a page's article.

    Args:
        tree: the whole page.
        page: its markup, for the extractor that points to the article.
    """
    body = tree.find("body")
    whole = tree if body is None else body
    chrome = _chrome(whole)
    everything = list(walk(whole, chrome))
    prose = _prose(everything)
    for path in _PLACES:
        places = [e for e in _elements(tree, path) if e not in chrome]
        if not places:
            continue
        place = max(places, key=lambda e: _prose(list(walk(e, chrome))))
        blocks = list(walk(place, chrome))
        if _prose(blocks) > 0 and _prose(blocks) >= _ENOUGH_MARKED * prose:
            return iter(_headed(tree, place, blocks))
    pointed = _pointed_at(whole, page, chrome)
    if pointed is not None:
        blocks = list(walk(pointed, chrome))
        if _prose(blocks) >= _ENOUGH * prose:
            return iter(_headed(tree, pointed, blocks))
    return iter(everything or list(walk(whole)))


def _headed(tree: Element, place: Element, blocks: list[PageBlock]) -> list[PageBlock]:
    """The blocks with the page's only main heading before them, when it stands outside."""
    headings = list(tree.iter("h1"))
    if len(headings) != 1 or place in headings[0].iterancestors():
        return blocks
    if any(b.kind is BlockKind.HEADING and b.level == 1 for b in blocks):
        return blocks
    return [*walk(headings[0]), *blocks]


def _prose(blocks: list[PageBlock]) -> int:
    """Characters of blocks that read like sentences and are not mostly links."""
    return sum(
        len(b.written)
        for b in blocks
        if _SENTENCE.search(b.written) and b.linked < len(b.written) / 2
    )


def _chrome(body: Element) -> frozenset[Element]:
    """Elements that are the site's: by their role, or by the name their authors gave them."""
    by_role = set(_elements(body, _CHROME))
    longest = sum(len(b.written) for b in walk(body)) / 2
    by_name = (
        e
        for e in body.iter("div", "section", "ul", "ol", "aside", "p")
        if _CHROME_NAME.search(f"{e.get('class', '')} {e.get('id', '')}")
        and sum(len(b.written) for b in walk(e)) < longest
    )
    return frozenset(by_role | set(by_name))


def _pointed_at(body: Element, page: str, chrome: frozenset[Element]) -> Element | None:
    """The smallest element that holds what trafilatura takes for the article."""
    found = trafilatura.extract(
        _SECTION.sub(r"\1div", serialised(body) if len(page) < 50 else page),
        include_comments=False, favor_recall=True,
    )  # fmt: skip
    wanted = {_key(line) for line in (found or "").split("\n") if _key(line)}
    total = sum(map(len, wanted))
    place, inside = None, body
    while total:
        children = [e for e in inside if isinstance(e.tag, str) and e not in chrome]
        best = max(children, key=lambda e: _held(e, wanted, chrome), default=None)
        if place is None and _held(inside, wanted, chrome) < _POINTED * total / 2:
            return None
        place = inside
        if best is None or _held(best, wanted, chrome) < _POINTED * _held(inside, wanted, chrome):
            return place
        inside = best
    return None


def _held(element: Element, wanted: set[str], chrome: frozenset[Element]) -> int:
    lines = (line for b in walk(element, chrome) for line in b.written.split("\n"))
    return sum(len(key) for key in {_key(line) for line in lines} & wanted)


def _key(line: str) -> str:
    return "".join(c for c in line if c.isalnum())


def _elements(tree: Element, path: str) -> list[Element]:
    found = tree.xpath(path)
    return [e for e in found if isinstance(e, Element)] if isinstance(found, list) else []


def _archived(origin: str, content: bytes) -> tuple[str, dict[str, str]]:
    """The markup of a page; of a saved archive the markup and the address inside it."""
    if not re.match(rb"(?:[A-Za-z-]+:[^\n]*\n[ \t]*){2,}", content[:2000]):
        return decode_page(origin, content), {}
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            page = decode_page(origin, payload if isinstance(payload, bytes) else b"")
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location", "")
            return page, {"url": str(address)} if str(address).startswith("http") else {}
    raise UnreadableSource(origin, "there is no page in the archive")


def decode_page(origin: str, content: bytes) -> str:
    """The markup of a page: UTF-8 where it is, else the encoding the page names, else a guess.

    Raises:
        UnreadableSource: not text in any known encoding.
    """
    named = _CHARSET.search(content[:4096])
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        label = named.group(1).decode("ascii").lower()
        wider = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252"}
        for encoding in ("utf-8", wider.get(label, label)):
            try:
                return content.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(origin, content)
