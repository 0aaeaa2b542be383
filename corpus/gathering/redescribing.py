"""A description put right: the same text again, said to be by somebody else or of another day.

Problem: a wrong date or publisher is found when the file is long gone, and a report that was given
before has to go on showing what it showed. Method: the stored text of the current version and its
passages become a draft with the changed description; the store makes a new version of it, because
only its description differs. It is made when the home asks for it, which is under its lock, so that
a text that came in meanwhile is never put back.

Where the kind changes and nobody has declared how near the text is to what was said, that is told
anew. Rejected: changing the row of the current version (old reports would cite what they never
saw), and reading the file again (it may have changed, or be nowhere).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from corpus.describing.dates import parse_date
from corpus.describing.fidelity import Basis, fidelity_of
from corpus.describing.metadata import EVENTS
from corpus.errors import InvalidRequest, NotFound
from corpus.keeping.store import Store
from corpus.models import (
    DateBasis,
    DateEvidence,
    DateOf,
    Description,
    DraftPassage,
    DraftSource,
    Fidelity,
    Source,
    SourceKind,
    SourceState,
)

FIELDS = ("title", "creator", "publisher", "date", "url", "kind", "fidelity")
"""What can be put right."""


def put_right(store: Store, source_id: str, said: Mapping[str, str]) -> Iterator[DraftSource]:
    """The current text of a source with its description put right, for `Home.add`.

    Args:
        store: of the home that the draft is for.
        source_id: of an active source.
        said: some of `FIELDS`; the others stay as they are.

    Yields:
        One draft; nothing is read before it is asked for.

    Raises:
        NotFound: no such source, or it was withdrawn.
        InvalidRequest: as `redescribed`.
    """
    source = store.source(source_id)
    if source.state is not SourceState.ACTIVE:
        raise NotFound("source")
    rendition = store.current_rendition(source_id)
    text = store.rendition_text(rendition)
    yield DraftSource(
        origin=source.origin,
        sha256=source.sha256,
        text=text,
        description=redescribed(source, text, said),
        passages=tuple(
            DraftPassage(p.start, p.end, p.turn, p.kind, p.speaker, p.date, p.locator)
            for p in store.rendition_passages(rendition)
        ),
    )


def redescribed(source: Source, text: str, said: Mapping[str, str]) -> Description:
    """The description of a source with some fields put right.

    Args:
        source: as it is described now.
        text: its text; read only where the kind changes.
        said: some of `FIELDS`; a kind and a fidelity by their names.

    Raises:
        InvalidRequest: a field that is blank, or a date that is none.
    """
    plain = {name: " ".join(said[name].split()) for name in FIELDS if name in said}
    if blank := [name for name, value in plain.items() if not value]:
        raise InvalidRequest([(f"/{name}", "too-short", "Nothing is in it.") for name in blank])
    kind = SourceKind(plain.get("kind", source.kind))
    described = Description(
        title=plain.get("title", source.title),
        creator=plain.get("creator", source.creator),
        publisher=plain.get("publisher", source.publisher),
        kind=kind,
        language=source.language,
        language_basis=source.language_basis,
        date=_date(plain["date"], kind, source) if "date" in plain else source.date,
        url=plain.get("url", source.url),
        archived_url=source.archived_url,
        provenance=source.provenance,
        fidelity=source.fidelity,
        fidelity_reason=source.fidelity_reason,
    )
    if "fidelity" in plain:
        declared = Fidelity(plain["fidelity"])
        return replace(described, fidelity=declared, fidelity_reason=Basis.DECLARED.value)
    if kind is not source.kind and source.fidelity_reason != Basis.DECLARED:
        found = fidelity_of(None, kind, source.provenance, text)
        return replace(described, fidelity=found.fidelity, fidelity_reason=found.reason)
    return described


def _date(written: str, kind: SourceKind, source: Source) -> DateEvidence:
    found = parse_date(written)
    if found is None:
        fault = ("/date", "invalid", "Not a date such as 2024-04-16, 2024-04 or 2024.")
        raise InvalidRequest([fault])
    event = kind in EVENTS or (source.date is not None and source.date.of is DateOf.EVENT)
    of = DateOf.EVENT if event else DateOf.PUBLICATION
    return DateEvidence(found.edtf, found.precision, DateBasis.DECLARED, of)
