"""How the nouns of the corpus stand in the rows of the store, and back.

Pure: no SQL, no connection. Column lists stand beside the functions that read them in that order.
The checksum of a piece of text covers everything that says where the text belongs (rendition,
offsets, turn, speaker), so that a damaged page cannot hand a right text to a wrong speaker.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from corpus.describing.fidelity import FidelityFinding, settled
from corpus.errors import StoreCorrupt
from corpus.models import (
    DateBasis,
    DateEvidence,
    DateOf,
    DatePrecision,
    Description,
    DraftPassage,
    DraftSource,
    Excerpt,
    Fidelity,
    Passage,
    PassageKind,
    Provenance,
    Source,
    SourceKind,
    SourceState,
    Speaker,
    TranslationEvidence,
)

Row = Sequence[Any]

DESCRIPTION_COLUMNS = (
    "title, creator, publisher, kind, language, language_basis, date, date_precision, date_basis,"
    " date_of, url, archived_url, provenance, fidelity, fidelity_reason"
)
SOURCE_COLUMNS = f"s.id, s.origin, s.state, r.sha256, r.version, r.added_at, {DESCRIPTION_COLUMNS}"
PASSAGE_COLUMNS = (
    'p.id, p.rendition_id, s.id, p.ordinal, p.start, p."end", p.turn, p.kind, p.speaker, p.date,'
    " p.locator, p.checksum, p.text, v.name, v.aliases"
)
EXCERPT_COLUMNS = (
    'p.id, p.rendition_id, p.ordinal, p.start, p."end", p.turn, p.kind, p.speaker, p.date,'
    " p.locator, p.checksum, p.text"
)
PASSAGE_ROW_COLUMNS = (
    'id, rendition_id, ordinal, start, "end", turn, kind, speaker, date, locator, checksum, text'
)

_EMPTY_PROVENANCE = "{}"


def source_id(origin: str) -> str:
    """The id of the source with this origin: the same in every store that holds it."""
    digest = hashlib.sha256(origin.encode("utf-8", "surrogatepass")).digest()
    return "s_" + base64.b32encode(digest[:10]).decode("ascii").lower()


def checksum(text: str, *place: object) -> int:
    """32 bits over a piece of text and the fields that say where it belongs."""
    return zlib.crc32(text.encode(), zlib.crc32(repr(place).encode()))


def description_row(described: Description) -> tuple[object, ...]:
    """The values of `DESCRIPTION_COLUMNS`."""
    date = described.date
    of_date = (date.edtf, date.precision, date.basis, date.of) if date else (None,) * 4
    provenance = described.provenance
    as_json = (
        _EMPTY_PROVENANCE
        if provenance == Provenance()
        else json.dumps(asdict(provenance), ensure_ascii=False)
    )
    return (
        described.title,
        described.creator,
        described.publisher,
        described.kind,
        described.language,
        described.language_basis,
        *of_date,
        described.url,
        described.archived_url,
        as_json,
        described.fidelity,
        described.fidelity_reason,
    )


def new_source(draft: DraftSource, id: str, version: int, added_at: str) -> Source:
    """The source a draft becomes."""
    described = draft.description
    found = settled(
        FidelityFinding(described.fidelity, described.fidelity_reason),
        described.kind,
        described.provenance,
    )
    return Source(
        id=id,
        origin=draft.origin,
        title=described.title,
        creator=described.creator,
        publisher=described.publisher,
        kind=described.kind,
        language=described.language,
        language_basis=described.language_basis,
        date=described.date,
        url=described.url,
        archived_url=described.archived_url,
        sha256=draft.sha256,
        version=version,
        state=SourceState.ACTIVE,
        added_at=added_at,
        provenance=described.provenance,
        fidelity=found.fidelity,
        fidelity_reason=found.reason,
    )


def read_source(row: Row) -> Source:
    """The source in a row of `SOURCE_COLUMNS`.

    Raises:
        StoreCorrupt: a column holds what no version of the program wrote.
    """
    id, origin, state, sha256, version, added_at, title, creator, publisher, kind = row[:10]
    language, basis, date, precision, date_basis, date_of, url, archived_url = row[10:18]
    provenance, fidelity, reason = row[18:]
    try:
        evidence = (
            DateEvidence(date, DatePrecision(precision), DateBasis(date_basis), DateOf(date_of))
            if date is not None
            else None
        )
        made_from = _read_provenance(provenance)
        found = settled(
            FidelityFinding(Fidelity(fidelity or Fidelity.UNKNOWN), reason or ""),
            SourceKind(kind),
            made_from,
        )
        return Source(
            id=id,
            origin=origin,
            title=title,
            creator=creator,
            publisher=publisher,
            kind=SourceKind(kind),
            language=language,
            language_basis=basis,
            date=evidence,
            url=url,
            archived_url=archived_url,
            sha256=sha256,
            version=version,
            state=SourceState(state),
            added_at=added_at,
            provenance=made_from,
            fidelity=found.fidelity,
            fidelity_reason=found.reason,
        )
    except (ValueError, TypeError) as error:
        raise StoreCorrupt(f"the description of source {id} is damaged") from error


@lru_cache(maxsize=1024)
def _read_provenance(as_json: str) -> Provenance:
    fields: dict[str, Any] = json.loads(as_json)
    evidence = tuple(TranslationEvidence(**e) for e in fields.pop("evidence", ()))
    return Provenance(**fields, evidence=evidence)


def passage_row(
    id: int, rendition_id: int, ordinal: int, draft: DraftPassage, number: int | None, text: str
) -> tuple[object, ...]:
    """The values of `PASSAGE_ROW_COLUMNS`; ``number`` is the speaker's in the rendition."""
    place = (
        id,
        rendition_id,
        ordinal,
        draft.start,
        draft.end,
        draft.turn,
        str(draft.kind),
        number,
        draft.date,
        draft.locator,
    )
    return (*place, checksum(text, *place), text)


def read_passage(row: Row) -> Passage:
    """The passage in a row of `PASSAGE_COLUMNS`.

    Raises:
        StoreCorrupt: its bytes do not match their checksum.
    """
    id, rendition_id, source, ordinal, start, end, turn, kind, number, date, locator = row[:11]
    kept, text, name, aliases = row[11:]
    place = (id, rendition_id, ordinal, start, end, turn, kind, number, date, locator)
    if checksum(text, *place) != kept or (number is None) != (name is None):
        raise StoreCorrupt(f"passage {id} does not match its checksum")
    return Passage(
        id=id,
        rendition_id=rendition_id,
        source_id=source,
        ordinal=ordinal,
        start=start,
        end=end,
        turn=turn,
        kind=PassageKind(kind),
        speaker=None if name is None else read_speaker(name, aliases),
        text=text,
        date=date,
        locator=locator,
    )


def read_excerpt(row: Row) -> Excerpt:
    """The text in a row of `EXCERPT_COLUMNS`.

    Raises:
        StoreCorrupt: its bytes do not match their checksum.
    """
    *place, kept, text = row
    if checksum(text, *place) != kept:
        raise StoreCorrupt(f"passage {place[0]} does not match its checksum")
    return Excerpt(place[0], place[1], text)


def gap_row(rendition_id: int, start: int, text: str) -> tuple[object, ...]:
    """The text between two passages: rendition, start, checksum, text."""
    return (rendition_id, start, checksum(text, rendition_id, start), text)


def read_gap(row: Row) -> tuple[int, str]:
    """Start and text of a gap.

    Raises:
        StoreCorrupt: its bytes do not match their checksum.
    """
    rendition_id, start, kept, text = row
    if checksum(text, rendition_id, start) != kept:
        raise StoreCorrupt(f"text at {start} of rendition {rendition_id} is damaged")
    return start, text


def speaker_row(rendition_id: int, number: int, speaker: Speaker) -> tuple[object, ...]:
    """Rendition, number, name, aliases."""
    aliases = json.dumps(speaker.aliases, ensure_ascii=False)
    return (rendition_id, number, speaker.name, aliases)


@lru_cache(maxsize=4096)
def read_speaker(name: str, aliases: str) -> Speaker:
    """The speaker with this name and these aliases (JSON)."""
    try:
        return Speaker(name, tuple(json.loads(aliases)))
    except ValueError as error:
        raise StoreCorrupt(f"the aliases of a speaker are damaged: {aliases!r}") from error
