"""Word files (DOCX): paragraphs, tables, footnotes, tracked insertions; deletions left out.

mammoth turns the file into HTML, and the same walk as for web pages reads that. Before it sees
anything, only the parts with text are taken over into a fresh archive (`corpus.archives`), so that
pictures cost nothing and hostile parts never reach a parser. The file's own dates are those of the
program or the template and are not taken for the document's.

Rejected: python-docx (drops tracked insertions and content controls), and mammoth's raw text (glues
words around a soft line break).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree
from zipfile import BadZipFile

import mammoth

from corpus.archives import check_xml, packed, unpacked
from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.readers.elements import parse_html
from corpus.readers.extracted import TextBuilder
from corpus.readers.markup import PageBlock, walk

_WANTED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml"
    r"|word/(?:_rels/)?[^/]+\.xml(?:\.rels)?"
)
_CORE = "{http://purl.org/dc/elements/1.1/}"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a Word file.

    Args:
        origin: file name or address.
        stream: the whole file, at its beginning.

    Returns:
        One document; footnotes stand at its end.

    Raises:
        UnreadableSource: a damaged, hostile or encrypted archive, or no text in it.
    """
    content = stream.read()
    parts = unpacked(origin, content, lambda name: _WANTED.fullmatch(name) is not None)
    if "word/document.xml" not in parts and "_rels/.rels" not in parts:
        raise UnreadableSource(origin, "there is no Word document in the archive")
    for part in parts.values():
        check_xml(origin, part)
    text = TextBuilder()
    for block in _blocks(origin, parts):
        text.add(block.written, block.kind, block.level, speaker=block.speaker)
    yield text.reading(origin, content, _fields(parts))


def _blocks(origin: str, parts: dict[str, bytes]) -> Iterator[PageBlock]:
    try:
        converted = mammoth.convert_to_html(
            packed(parts), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture)
        )
    except (BadZipFile, KeyError, ValueError, AttributeError, OSError) as broken:
        raise UnreadableSource(origin, "it is no Word document, or damaged") from broken
    tree = parse_html(f"<html><body>{converted.value}</body></html>")
    if tree is None:
        return
    for link in list(tree.iter("a")):
        target = link.get("href", "")
        if re.match(r"#(?:foot|end)note-(?:ref-)?\d+", target):
            # the number in the text and the arrow in the note are the program's, not the author's
            parent = link.getparent()
            if parent is not None:
                link.drop_tree() if parent.tag != "sup" else parent.drop_tree()
    yield from walk(tree)


def _no_picture(_: object) -> dict[str, str]:
    return {"src": ""}


def _fields(parts: dict[str, bytes]) -> dict[str, str]:
    core = parts.get("docProps/core.xml")
    if core is None:
        return {}
    try:
        tree = ElementTree.fromstring(core)
    except ElementTree.ParseError:
        return {}
    return {
        "title": " ".join((tree.findtext(f"{_CORE}title") or "").split()),
        "author": " ".join((tree.findtext(f"{_CORE}creator") or "").split()),
        "language": (tree.findtext(f"{_CORE}language") or "").strip(),
    }
