"""From what a caller sends to documents for the store.

Problem: the name of a file is written by whoever sends it: it can climb folders, forge a line, run
backwards, or be the name of another source.

Method: a document that comes over the network is known by its bytes. Its origin is their SHA-256;
nothing is ever opened or overwritten by its name, and the same bytes with another description are
a new version of the same source. The name, rid of everything that is not plain text, becomes the
title where the document has none, and its ending tells the format. Only what the service fetches
by itself is known by its address, so that the page as it stands there later is its next version.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import IO, Any

from corpus.errors import InvalidRequest, NoTextLayer, UnsupportedFormat
from corpus.gathering.gathering import Failure, Fetch, gather
from corpus.gathering.places import Place
from corpus.home import Home
from corpus.ingest import read_source
from corpus.keeping.deposit import Added
from corpus.keeping.versions import Version
from corpus.models import DraftSource
from corpus.readers.registry import ending, known_formats
from verifier.remembering.refusals import TooLarge

_LONGEST_NAME = 120
_FIELDS = (
    *("title", "author", "publisher", "date", "url", "language", "kind", "fidelity"),
    *("speaker", "translated_from", "translator", "translation_of"),
)


def from_json(given: Mapping[str, Any]) -> list[DraftSource]:
    """The document that somebody gave as text or as rows.

    Args:
        given: as `verifier.exchange.asking.load_source` gives it.

    Raises:
        UnreadableSource: there is no text in it.
    """
    said = _said(given)
    if given["text"] is not None:
        return _read(given["text"].encode(), "txt", said, None)
    source = given.get("title") or "rows"
    lines = [
        json.dumps({"source": source} | {k: v for k, v in row.items() if v}, ensure_ascii=False)
        for row in given["rows"]
    ]
    return _read("\n".join(lines).encode(), "jsonl", said, None)


def from_address(
    home: Home, given: Mapping[str, Any], *, fetch: Fetch, now: str
) -> list[Added | Version]:
    """Take in what stands at an address, all of it or nothing.

    Args:
        home: the corpus; the source is known by its address in it.
        given: as `verifier.exchange.asking.load_source` gives it, without text and rows.
        fetch: an address to its content, under a guard.
        now: UTC time, ISO 8601 with ``Z``.

    Returns:
        What became of each document; a version where it stands there unchanged. Never empty.

    Raises:
        InvalidRequest: it was refused, did not answer as it must, or cannot be read.
        NoTextLayer, UnsupportedFormat: as for a file.
        StoreBusy, StorageFull: as `Home.add`.

    Cost: seconds; the home is locked only once the content is here and read.
    """
    said = _said(given)
    place = Place(said.pop("url"), fields=said)
    taken: list[Added | Version] = []
    for event in gather(home, [place], fetch=fetch, now=now):
        if isinstance(event, Failure):
            if isinstance(event.cause, NoTextLayer | UnsupportedFormat):
                raise event.cause
            detail = f"Nothing was added: {event.reason}."
            raise InvalidRequest([("/url", "not-fetched", detail)])
        if isinstance(event, Added | Version):
            taken.append(event)
    return taken


def from_file(name: str, stream: IO[bytes], *, most: int) -> list[DraftSource]:
    """The documents in an uploaded file.

    Args:
        name: as the sender wrote it; only its ending is believed, and that only if the bytes fit.
        stream: the file.
        most: bytes that are taken.

    Raises:
        TooLarge: there are more bytes.
        UnsupportedFormat, UnreadableSource, NoTextLayer: as `corpus.ingest.read_source`.
    """
    content = stream.read(most + 1)
    if len(content) > most:
        raise TooLarge(most)
    form = ending(name.strip())
    return _read(content, form if form in known_formats() else "", {}, shown_name(name))


def shown_name(name: str) -> str | None:
    """A file name that can be shown.

    Args:
        name: anything.

    Returns:
        Its last part without controls, line breaks, direction marks and lone surrogates, at most
        120 characters; None when nothing is left. Markup in it is kept: it is text, and escaped
        wherever it is shown.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(c for c in last if not unicodedata.category(c).startswith("C"))
    return " ".join(plain.split())[:_LONGEST_NAME].strip(". ") or None


def _said(given: Mapping[str, Any]) -> dict[str, str]:
    return {name.replace("_", "-"): given[name] for name in _FIELDS if given.get(name)}


def _read(
    content: bytes, form: str, said: Mapping[str, str], title: str | None
) -> list[DraftSource]:
    origin = f"sha256-{hashlib.sha256(content).hexdigest()}{'.' if form else ''}{form}"
    drafts = read_source(origin, content, fields=said)
    return [_titled(draft, title) for draft in drafts]


def _titled(draft: DraftSource, title: str | None) -> DraftSource:
    if draft.description.title or title is None:
        return draft
    return replace(draft, description=replace(draft.description, title=title))
