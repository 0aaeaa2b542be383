"""Silent edits: reading files and addresses of the corpus again and comparing their texts.

Problem: a page is changed after it was quoted, and nobody says so. Method: everything that can be
reached is read by the reader it came through, and its text is compared with the version we hold;
nothing is stored, so that looking changes nothing (adding it again makes the new version). A file
is looked for where it was last read from. Equal bytes are not read; other bytes with the same
sentences are no edit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.describing.sidecars import read_sidecar
from corpus.errors import InvalidInput
from corpus.fetching.fetch import Fetched
from corpus.gathering.changes import sentence_diff
from corpus.gathering.gathering import reason_of
from corpus.gathering.identity import name_in
from corpus.gathering.places import is_address
from corpus.ingest import read_source
from corpus.keeping.store import Store
from corpus.models import DraftSource, Source, SourceState

_PAGE = 200


class Outcome(StrEnum):
    """What became of a source since it was read."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"
    NOT_LOOKED = "not_looked"


@dataclass(frozen=True, slots=True)
class Seen:
    """A source next to what stands at its place now.

    Attributes:
        source: at the version we hold.
        outcome: what became of it; ``not_looked`` when its place is not known, or is an address
            and nothing may be fetched.
        diff: by sentences; only for a changed one.
        reason: why it could not be read.
    """

    source: Source
    outcome: Outcome
    diff: tuple[str, ...] = ()
    reason: str = ""


def look_again(store: Store, *, fetch: Callable[[str], Fetched] | None = None) -> Iterator[Seen]:
    """Read the active sources again, one by one, in the order in which they came.

    Args:
        store: the corpus.
        fetch: an address to its content; None to leave addresses alone.

    Yields:
        One entry a source.

    Cost: reads every file whose bytes have changed once for each source in it.
    """
    places = store.places()
    after: str | None = None
    while page := store.sources(after=after, limit=_PAGE):
        for source in page:
            if source.state is SourceState.ACTIVE:
                yield _look(store, source, places.get(source.id), fetch)
        after = page[-1].id


def _look(
    store: Store, source: Source, place: str | None, fetch: Callable[[str], Fetched] | None
) -> Seen:
    try:
        if is_address(source.origin):
            if fetch is None:
                return Seen(source, Outcome.NOT_LOOKED)
            fetched = fetch(source.origin.partition("#")[0])
            content, form, fields = fetched.content, fetched.form, {}
        elif place is None:
            return Seen(source, Outcome.NOT_LOOKED)
        else:
            path = Path(place)
            content, form, fields = path.read_bytes(), None, read_sidecar(path)
        if hashlib.sha256(content).hexdigest() == source.sha256:
            return Seen(source, Outcome.SAME)
        whole = name_in(source.origin, place) if place else source.origin.partition("#")[0]
        drafts = read_source(whole, content, form=form, fields=fields)
        return _compared(store, source, drafts)
    except InvalidInput as failed:
        return Seen(source, Outcome.UNREADABLE, reason=reason_of(failed))
    except FileNotFoundError:
        return Seen(source, Outcome.GONE, reason="the file is not there any more")
    except OSError as failed:
        return Seen(source, Outcome.UNREADABLE, reason=failed.strerror or str(failed))


def _compared(store: Store, source: Source, drafts: list[DraftSource]) -> Seen:
    found = {draft.origin: draft for draft in drafts}
    draft = found.get(source.origin)
    if draft is None and is_address(source.origin) and len(drafts) == 1:
        draft = drafts[0]  # the address was given with the place on the page
    if draft is None:
        return Seen(source, Outcome.GONE, reason="it is not in its file any more")
    held = store.rendition_text(store.current_rendition(source.id))
    names = (f"version {source.version}", "now")
    diff = () if held == draft.text else tuple(sentence_diff(held, draft.text, names))
    return Seen(source, Outcome.CHANGED if diff else Outcome.SAME, diff)
