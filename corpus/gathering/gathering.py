"""From places to sources in a home: reading what has changed, going on past what cannot be read.

Problem: a folder of ten thousand files takes minutes, some of them are broken, and the machine is
closed in the middle; the same command must then go on where it stopped. Method: a file whose bytes
are those of the version we hold is passed over by its hash, unread; everything that cannot be read
becomes a failure with its reason and stops nothing. Files go in some hundreds at a time, because
the home is locked meanwhile; what is fetched is fetched before the lock is taken. An address whose
page has other bytes and the very same text is unchanged: pages carry times and tokens. Which source
a file is, `corpus.gathering.identity` decides.

Rejected: a list of what is done beside the corpus (a second truth), trusting the time of a file
(copies keep it, or do not).
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from corpus.describing.sidecars import read_sidecar
from corpus.errors import InvalidInput, NoTextLayer, UnreadableSource, UnsupportedFormat
from corpus.fetching.fetch import Fetched
from corpus.gathering.identity import Identity, agrees, file_digest
from corpus.gathering.places import Place
from corpus.home import Home
from corpus.ingest import read_stream
from corpus.keeping.deposit import Added, Change, check_draft
from corpus.keeping.rows import new_source
from corpus.keeping.versions import Version
from corpus.models import DraftSource, SourceState

Fetch = Callable[[str], Fetched]
Progress = Callable[[int], object]

_FILES = 500
"""Files that go in under one lock: some seconds, in which other writers wait."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A place that gave no source.

    Attributes:
        origin: which.
        reason: why, in words for the person who gave it.
        cause: the refusal itself; None where the system refused.
    """

    origin: str
    reason: str
    cause: InvalidInput | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Differs:
    """A place that gave other bytes than the list it stands in says; they were read all the same.

    Attributes:
        origin: which.
        listed: the hash in the list.
        found: the hash of what it gave.
    """

    origin: str
    listed: str
    found: str


Event = Added | Version | Failure | Differs
"""A source that went in, a version that is still the same, a failure, or a difference."""


def gather(
    home: Home,
    places: Iterable[Place],
    *,
    fetch: Fetch,
    now: str,
    progress: Progress = lambda done: None,
) -> Iterator[Event]:
    """Take what stands at some places into a home. Nothing happens until iterated.

    Args:
        home: the corpus.
        places: what to read.
        fetch: an address to its content.
        now: UTC time, ISO 8601 with ``Z``.
        progress: told how many bytes more have been worked through, and 1 for an address.

    Yields:
        What came of each place: one entry a source or a failure; additions once they are safely in
        the store.

    Raises:
        StoreBusy, StorageFull: as `Home.add`; what was yielded stays.
    """
    gatherer = _Gatherer(home, fetch, progress)
    waiting = iter(places)
    while chunk := list(islice(waiting, _FILES)):
        for lot in _lots(chunk):
            drafts = gatherer.drafts(lot)
            if lot[0].path is None:
                drafts = iter(list(drafts))
            with closing(home.add(drafts, now=now)) as adding:  # type: ignore[type-var]
                for added in adding:
                    yield from gatherer.told()
                    yield added
            gatherer.end_lot()
            yield from gatherer.told()


def _lots(chunk: list[Place]) -> Iterator[list[Place]]:
    """Files together, each address by itself."""
    files: list[Place] = []
    for place in chunk:
        if place.path is not None:
            files.append(place)
            continue
        if files:
            yield files
            files = []
        yield [place]
    if files:
        yield files


class _Gatherer:
    def __init__(self, home: Home, fetch: Fetch, progress: Progress) -> None:
        self._home = home
        self._fetch = fetch
        self._progress = progress
        self._events: list[Event] = []
        self._paths: dict[str, Path] = {}
        self._twins: list[str] = []
        self._identity = Identity(home.store)

    def told(self) -> list[Event]:
        """What there is to tell since the last call."""
        events, self._events = self._events, []
        return events

    def end_lot(self) -> None:
        """Remember where the files stand; what came twice is there by now."""
        known = {
            newest.source.id: str(path)
            for origin, path in self._paths.items()
            if (newest := self._home.store.newest(origin)) is not None
        }
        self._home.store.note_places(known)
        self._paths = {}
        self._identity.end_lot()
        found = map(self._home.store.newest, self._twins)
        self._events.extend(newest for newest in found if newest is not None)
        self._twins = []

    def drafts(self, places: Iterable[Place]) -> Iterator[DraftSource]:
        """The documents of some places that are not in the corpus as they are."""
        for place in places:
            try:
                if place.refused is not None:
                    raise UnreadableSource(place.origin, place.refused)
                if place.path is None:
                    yield from self._of_address(place)
                else:
                    yield from self._of_file(place, place.path)
            except InvalidInput as failed:
                self._events.append(Failure(place.origin, reason_of(failed), failed))
            except OSError as failed:
                self._events.append(Failure(place.origin, failed.strerror or str(failed)))

    def _of_file(self, place: Place, path: Path) -> Iterator[DraftSource]:
        done, size = 0, place.size
        try:
            with path.open("rb") as stream:
                digest = file_digest(stream)
                self._compare(place, digest)
                stands = path.resolve()
                fields = {**read_sidecar(path), **place.fields}

                def peek(name: str) -> tuple[str, str] | None:
                    stream.seek(0)
                    first = next(read_stream(name, stream, fields=fields), None)
                    return None if first is None else (first.origin, first.sha256)

                name = self._identity.name_of(place.origin, stands, digest, fields, peek)
                if twins := self._identity.twins(name, digest):
                    self._twins.extend(twins)
                    return
                if self._known(name, digest, fields):
                    if self._identity.note(name, stands, digest, fields, name):
                        self._paths[name] = stands
                    return
                stream.seek(0)
                for draft in read_stream(name, stream, fields=fields):
                    check_draft(draft)
                    if self._identity.note(name, stands, digest, fields, draft.origin):
                        self._paths[draft.origin] = stands
                    yield draft
                    if not stream.closed and (at := min(stream.tell(), size)) > done:
                        self._progress(at - done)
                        done = at
        finally:
            self._progress(size - done)

    def _of_address(self, place: Place) -> Iterator[DraftSource]:
        try:
            if place.sha256 is not None and self._known(place.origin, place.sha256, place.fields):
                return
            fetched = self._fetch(place.origin)
            digest = hashlib.sha256(fetched.content).hexdigest()
            self._compare(place, digest)
            if self._known(place.origin, digest, place.fields):
                return
            stream = io.BytesIO(fetched.content)
            for draft in read_stream(place.origin, stream, form=fetched.form, fields=place.fields):
                check_draft(draft)
                if not self._same_text(draft):
                    yield addressed(draft, fetched.address)
        finally:
            self._progress(1)

    def _compare(self, place: Place, digest: str) -> None:
        if place.sha256 is not None and place.sha256 != digest:
            self._events.append(Differs(place.origin, place.sha256, digest))

    def _known(self, origin: str, digest: str, said: Mapping[str, str]) -> bool:
        """Whether we hold these bytes, described so; then there is nothing to do but to say so."""
        newest = self._home.store.newest(origin)
        if newest is None or newest.source.state is not SourceState.ACTIVE:
            return False
        if newest.source.sha256 != digest or not agrees(newest.source, said):
            return False
        self._events.append(newest)
        return True

    def _same_text(self, draft: DraftSource) -> bool:
        newest = self._home.store.newest(draft.origin)
        if newest is None or newest.source.state is not SourceState.ACTIVE:
            return False
        described = replace(draft.description, url=draft.description.url or newest.source.url)
        now = new_source(replace(draft, description=described), newest.source.id, 0, "")
        if replace(now, sha256="") != replace(newest.source, sha256="", version=0, added_at=""):
            return False
        if self._home.store.rendition_text(newest.rendition_id) != draft.text:
            return False
        self._events.append(newest)
        return True


def addressed(draft: DraftSource, address: str) -> DraftSource:
    """A fetched document with the address it was found at, where it gives none itself."""
    if draft.description.url:
        return draft
    return replace(draft, description=replace(draft.description, url=address))


def reason_of(failed: InvalidInput) -> str:
    """Why something was not read, without the name of it."""
    if isinstance(failed, NoTextLayer):
        return "its pages are pictures without a text layer"
    if isinstance(failed, UnsupportedFormat):
        return str(failed).removeprefix(f"{failed.origin}: ")
    return str(getattr(failed, "reason", None) or failed)


def change_of(event: Added | Version) -> Change:
    """What adding did; a version that was there is unchanged."""
    return event.change if isinstance(event, Added) else Change.UNCHANGED


def many_of(event: Added | Version) -> int:
    """How many passages the source has now."""
    return len(event.passage_ids) if isinstance(event, Added) else event.passages
