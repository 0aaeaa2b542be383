"""The readers of formats that are read apart, with the imports that only their process needs.

A line in the registry is one of these functions; the reader's own libraries are loaded by the
process that reads, not by the one that asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from corpus.blocks import Reading
from corpus.sandbox import read_apart


def web_page(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a web page as `corpus.readers.web_page.read` does, in a process of its own."""
    return read_apart("corpus.readers.web_page", origin, stream)


def feed(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a feed as `corpus.readers.feed.read` does, in a process of its own."""
    return read_apart("corpus.readers.feed", origin, stream)


def pdf(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a PDF file as `corpus.readers.pdf.read` does, in a process of its own."""
    return read_apart("corpus.readers.pdf", origin, stream)


def word_document(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a Word file as `corpus.readers.word_document.read` does, in a process of its own."""
    return read_apart("corpus.readers.word_document", origin, stream)
