"""Feeds (RSS 2.0, RSS 1.0 and Atom): every entry that carries its text is a document.

A feed is XML from a stranger: `corpus.archives.check_xml` runs first. An entry's markup is read by
the same walk as a web page. An entry that gives a summary only is given, too: it is what the feed
says; its kind of fidelity is the caller's to judge.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from corpus.archives import check_xml
from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.readers.elements import parse_html
from corpus.readers.extracted import TextBuilder
from corpus.readers.markup import walk

_ATOM = "{http://www.w3.org/2005/Atom}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_RSS1 = "{http://purl.org/rss/1.0/}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_Node = ElementTree.Element


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read the entries of a feed.

    Args:
        origin: file name or address; each entry gets ``name#id``.
        stream: the whole feed, at its beginning.

    Returns:
        One document an entry with text, in the order of the feed. Its hash is of the entry, so
        that an entry stays the same when the feed goes on.

    Raises:
        UnreadableSource: no well-formed XML, a document type is declared, or it is no feed, or no
            entry has text.
    """
    content = stream.read()
    check_xml(origin, content)
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as broken:
        raise UnreadableSource(origin, "its XML is damaged") from broken
    if root.tag not in {"rss", f"{_ATOM}feed", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"}:
        raise UnreadableSource(origin, "it is XML, but no feed")
    entries = [e for e in root.iter() if e.tag in {"item", f"{_RSS1}item", f"{_ATOM}entry"}]
    site = _first(root, "channel/title", f"{_RSS1}channel/{_RSS1}title", f"{_ATOM}title")
    language = _first(root, "channel/language", f"channel/{_DC}language") or root.get(
        _XML_LANGUAGE, ""
    )
    given = 0
    for number, entry in enumerate(entries, start=1):
        reading = _entry(origin, entry, number, {"publisher": site, "language": language})
        if reading is not None:
            given += 1
            yield reading
    if not given:
        raise UnreadableSource(origin, "no entry of it has text")


def _entry(origin: str, entry: _Node, number: int, shared: dict[str, str]) -> Reading | None:
    title = _plain(_first(entry, "title", f"{_RSS1}title", f"{_ATOM}title"))
    url = _first(entry, "link", f"{_RSS1}link") or _atom_link(entry)
    fields = {
        "title": title,
        "url": url if url.startswith(("http://", "https://")) else "",
        "author": _plain(_first(entry, f"{_DC}creator", f"{_ATOM}author/{_ATOM}name", "author")),
        "date": _first(entry, "pubDate", f"{_ATOM}published", f"{_DC}date", f"{_ATOM}updated"),
        **shared,
    }
    tree = parse_html(f"<html><body>{_markup(entry)}</body></html>")
    text = TextBuilder()
    for block in walk(tree) if tree is not None else ():
        text.add(block.written, block.kind, block.level, speaker=block.speaker)
    name = _first(entry, "guid", f"{_ATOM}id") or url or str(number)
    try:
        return text.reading(f"{origin}#{name}", ElementTree.tostring(entry), fields)
    except UnreadableSource:
        return None


def _markup(entry: _Node) -> str:
    """The fullest text an entry gives, as HTML."""
    for path in (f"{_ATOM}content", _CONTENT, "description", f"{_RSS1}description",
                 f"{_ATOM}summary"):  # fmt: skip
        node = entry.find(path)
        if node is None:
            continue
        if node.get("type") == "xhtml":
            for part in node.iter():
                part.tag = str(part.tag).removeprefix(_XHTML).removeprefix(_ATOM)
            return ElementTree.tostring(node, encoding="unicode", method="html")
        written = node.text or ""
        if written.strip():
            return html.escape(written) if node.get("type") == "text" else written
    return ""


def _atom_link(entry: _Node) -> str:
    for link in entry.iterfind(f"{_ATOM}link"):
        if link.get("rel", "alternate") == "alternate":
            return link.get("href", "")
    return ""


def _first(node: _Node, *paths: str) -> str:
    for path in paths:
        found = " ".join((node.findtext(path) or "").split())
        if found:
            return found
    return ""


def _plain(written: str) -> str:
    """A title as words: feeds write markup and entities into it."""
    tree = parse_html(f"<html><body>{written}</body></html>") if "<" in written else None
    if tree is None:
        return html.unescape(written)
    return " ".join(block.written for block in walk(tree))
