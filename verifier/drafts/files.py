"""The text of a draft in a file: plain, Markdown, web page or Word.

Problem: a draft is looked for quotations in its own text, and a format that sets a quotation apart
by its markup has no mark for it in the text.

Method: the readers of the corpus. A plain text stays as it is, so that offsets are those of the
file; of a page or a Word file its paragraphs are taken, and what it sets apart as a quotation gets
the ``>`` of a plain text.

Rejected: readers of our own for drafts (two ways to read one file drift apart).
"""

from __future__ import annotations

import io
from itertools import islice
from typing import IO

from corpus.blocks import BlockKind, Reading
from corpus.errors import UnreadableSource, UnsupportedFormat
from corpus.readers import registry
from corpus.readers.extracted import BREAK, Extracted
from verifier.remembering.refusals import TooLarge

FORMATS = ("txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx")
"""File name endings of drafts."""
_NAME = "the draft"
"""Stands for the file in errors: its name may tell what the article is about."""


def draft_text(name: str, stream: IO[bytes], *, most: int) -> str:
    """The text of a draft.

    Args:
        name: of the file; only its ending counts, and none is plain text.
        stream: the file, at its beginning.
        most: bytes that are taken.

    Returns:
        Paragraphs parted by empty lines; a plain text as it stands.

    Raises:
        TooLarge: there are more bytes.
        UnsupportedFormat: no draft has this ending, or the bytes are of another format.
        UnreadableSource: it is damaged, or there is no text in it.
    """
    content = stream.read(most + 1)
    if len(content) > most:
        raise TooLarge(most)
    form = registry.ending(name.strip()) or "txt"
    if form not in FORMATS:
        raise UnsupportedFormat(_NAME, FORMATS)
    readings = list(islice(registry.read(_NAME, io.BytesIO(content), form), 1))
    if not readings:
        raise UnreadableSource(_NAME, "there is no text in it")
    return _written(readings[0])


def _written(reading: Reading) -> str:
    if not isinstance(reading, Extracted):
        return reading.text
    paragraphs = []
    for block in reading.blocks:
        text = reading.text[block.start : block.end]
        if block.kind is BlockKind.QUOTE:
            text = "\n".join(f"> {line}" for line in text.splitlines())
        paragraphs.append(text)
    return BREAK.join(paragraphs)
