"""The list of a corpus: where its sources are, without their texts.

A source that came from an address, or says at which it stands, is listed by it; another by the name
of its file, which has to lie beside the list then. Several documents of one file are one entry.
"""

from __future__ import annotations

from corpus.gathering.places import is_address
from corpus.gathering.source_lists import ListedSource, listed
from corpus.keeping.store import Store
from corpus.models import SourceState

_PAGE = 500


def list_of(store: Store) -> list[ListedSource]:
    """The entries for all active sources, in the order in which they came.

    Args:
        store: the corpus.

    Returns:
        One entry an address; of several sources with one address the first is described.
    """
    entries: dict[str, ListedSource] = {}
    after: str | None = None
    while page := store.sources(after=after, limit=_PAGE):
        for source in page:
            if source.state is not SourceState.ACTIVE:
                continue
            entry = listed(source)
            name, hash, _ = entry.address.partition("#")
            if hash and not is_address(entry.address):
                entry = ListedSource(name)  # one document of several in a file
            entries.setdefault(entry.address, entry)
        after = page[-1].id
    return list(entries.values())
