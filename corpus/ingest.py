"""From bytes to documents ready for the store: read -> describe -> segment.

Everything here is a function of its input; storing and indexing are the caller's. Only `read_path`
and `files_under` open files.
"""

from __future__ import annotations

import io
import logging
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from corpus.blocks import Block, Reading
from corpus.describing.fidelity import fidelity_of
from corpus.describing.metadata import TopFrame, date_of, read_frame
from corpus.describing.sidecars import ENDING, read_sidecar
from corpus.errors import UnreadableSource
from corpus.models import Description, DraftPassage, DraftSource, SourceKind
from corpus.readers import registry
from corpus.readers.extracted import Extracted
from corpus.segment import Layout, segment
from corpus.text.languages import detect_language, primary_tag
from corpus.translation.evidence_map import declared_translation

_SAMPLE = 2500
_log = logging.getLogger(__name__)


def read_source(
    origin: str,
    content: bytes,
    *,
    form: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> list[DraftSource]:
    """Read the documents in some bytes.

    Args:
        origin: file name or address; its ending tells the format.
        content: the bytes as given.
        form: the ending to go by instead, as `corpus.fetching.fetch` tells it.
        fields: what somebody says about the document; it overrides what the document says.

    Returns:
        One document a source in the file, in file order; never empty.

    Raises:
        UnsupportedFormat: no reader takes this file.
        UnreadableSource: a reader takes it and cannot read it, or there is no text in it.
        NoTextLayer: its pages are pictures.
    """
    return list(read_stream(origin, io.BytesIO(content), form=form, fields=fields))


def read_stream(
    origin: str,
    stream: BinaryIO,
    *,
    form: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[DraftSource]:
    """Read the documents of a stream one by one; only the current one is held.

    Args:
        origin: file name or address.
        stream: seekable, at its beginning.
        form: the ending to go by instead of the origin's.
        fields: what somebody says about the document; it overrides what the document says.

    Raises:
        UnsupportedFormat, UnreadableSource, NoTextLayer: as `read_source`, before the first
            document is given.

    What a reader had to leave out is logged, a line a note.
    """
    empty = True
    for reading in registry.read(origin, stream, form):
        for note in reading.notes if isinstance(reading, Extracted) else ():
            _log.warning("%r: %s", reading.origin, note)
        draft = _draft(reading, fields or {})
        if draft.passages:
            empty = False
            yield draft
    if empty:
        raise UnreadableSource(origin, "there is no text in it")


def read_path(path: Path) -> Iterator[DraftSource]:
    """Read a file, or every file of a known format in a folder, with what its sidecar says.

    Args:
        path: a file or a folder.

    Returns:
        Documents in the sorted order of the files. The origin is the file's name; in a folder, its
        path below the folder.

    Raises:
        UnsupportedFormat, UnreadableSource: as `read_source`; to go on after a file that cannot be
            read, walk `files_under` and read each.
        OSError: the file cannot be opened.
    """
    for file in files_under(path):
        origin = file.relative_to(path).as_posix() if path.is_dir() else file.name
        with file.open("rb") as stream:
            yield from read_stream(origin, stream, fields=read_sidecar(file))


def files_under(path: Path) -> Iterator[Path]:
    """The files that `read_path` reads, in that order.

    Args:
        path: a file, which is given as it is; or a folder, whose files of known formats are given,
            folders below it included, hidden files left out.
    """
    if not path.is_dir():
        yield path
        return
    known = registry.known_formats()
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        described = file.name.endswith(ENDING)
        if file.is_file() and not hidden and not described and registry.ending(file.name) in known:
            yield file


def _draft(reading: Reading, said: Mapping[str, str]) -> DraftSource:
    frame = _frame(reading)
    if said:
        frame = replace(frame, fields={**frame.fields, **said})
        reading = replace(reading, fields={**reading.fields, **said})
    layout = segment(reading, frame)
    return DraftSource(
        origin=reading.origin,
        sha256=reading.sha256,
        text=reading.text,
        description=_describe(reading, frame, layout),
        passages=_located(layout.passages, reading.blocks),
    )


def _frame(reading: Reading) -> TopFrame:
    """The top of a document; what a format declares beside its text does not hide it."""
    if not isinstance(reading, Extracted) or not reading.framed or reading.marked:
        return read_frame(reading)
    frame = read_frame(replace(reading, fields={}, title_span=None))
    title = reading.title_span or (None if "title" in reading.fields else frame.title)
    return replace(frame, fields={**frame.fields, **reading.fields}, title=title)


def _located(
    passages: tuple[DraftPassage, ...], blocks: tuple[Block, ...]
) -> tuple[DraftPassage, ...]:
    """The passages with the page or time code of the block each begins in."""
    if not any(block.locator for block in blocks):
        return passages
    starts = [block.start for block in blocks]
    return tuple(
        p if p.locator else replace(p, locator=blocks[bisect_right(starts, p.start) - 1].locator)
        for p in passages
    )


def _describe(reading: Reading, frame: TopFrame, layout: Layout) -> Description:
    fields = frame.fields
    kind = _kind(fields.get("kind"), layout.kind)
    language = primary_tag(fields["language"]) if "language" in fields else None
    url = fields.get("url")
    provenance = declared_translation(reading.text, layout.own_words, fields, url)
    found = fidelity_of(fields.get("fidelity"), kind, provenance, reading.text)
    return Description(
        title=fields.get("title"),
        creator=fields.get("author") or layout.author,
        publisher=fields.get("publisher"),
        kind=kind,
        language=language or detect_language(_sample(reading, layout)),
        language_basis="declared" if language else "detected",
        date=date_of(fields.get("date"), kind, reading),
        url=url,
        provenance=provenance,
        fidelity=found.fidelity,
        fidelity_reason=found.reason,
    )


def _kind(written: str | None, seen: SourceKind) -> SourceKind:
    try:
        return SourceKind(written.strip().casefold()) if written else seen
    except ValueError:
        return seen


def _sample(reading: Reading, layout: Layout) -> str:
    """Enough of the passages to tell the language."""
    sample: list[str] = []
    length = 0
    for passage in layout.passages:
        sample.append(reading.text[passage.start : passage.end])
        length += passage.end - passage.start
        if length > _SAMPLE:
            break
    return " ".join(sample)
