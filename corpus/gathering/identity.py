"""Which source a file is: decided by where it stands, then by its name and its bytes.

Problem: a source is known by its origin, the name of a file below what was given. Two folders may
hold different files of one name (``a/interview.txt``, ``b/interview.txt``); taken for one source,
the second would put the first out of the search as its old version. And the same file must stay the
same source when it is named from another working directory, through a folder above, or after its
folder was moved.

Method, in this order:

1. A file at a place that a source was read from is that source, whatever it is called now; other
   bytes there are its new version.
2. A name that no other place holds is free, and the file is a new source (or one whose place was
   never noted).
3. Where another place holds the name, the same bytes are the same source: a copy, or the file after
   it was moved; unless both stand there and are described differently. The first place goes on
   being the source's for as long as there is a file.
4. Anything else is a source of its own, under its name with folders in front until it is free:
   ``b/interview.txt``.

So a version comes only from the place of the version before, or out of a description put right.

Rejected: knowing a file by its absolute path (a corpus that moves to another machine would come in
twice, and paths of a desk would stand in reports), by its bytes alone (an edited file would be a
new source beside its old text; the same letter in two papers is two sources), by the given path
(``corpus add .`` and ``corpus add folder`` would differ).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.describing.sidecars import read_sidecar
from corpus.keeping.store import Store
from corpus.models import Source

Peek = Callable[[str], tuple[str, str] | None]
"""A name to the origin and hash of the first document of the file under it; None without one."""
_Said = Mapping[str, str]


@dataclass(slots=True)
class _Taken:
    """What was read under a name and may not be in the store yet."""

    digest: str
    said: _Said
    origins: list[str]


class Identity:
    """Names for the files of one run of gathering; remembers what it gave out."""

    def __init__(self, store: Store) -> None:
        """Nothing is read until the first file asks.

        Args:
            store: the corpus.
        """
        self._store = store
        self._names: dict[str, str] | None = None
        self._owners: dict[str, str] = {}
        self._lot: dict[str, _Taken] = {}

    def name_of(self, given: str, path: Path, digest: str, said: _Said, peek: Peek) -> str:
        """What a file is known by.

        Args:
            given: its path below what was given.
            path: where it stands, resolved.
            digest: SHA-256 of its bytes.
            said: what a list and its sidecar say about it.
            peek: reads the file, for one that may hold several sources.

        Returns:
            ``given``, or the name that the source at this place has, or ``given`` with folders in
            front.

        Cost: the first call reads a row for every file of the corpus.
        """
        known = self._places().get(str(path))
        if known is not None:
            return known
        for name in _longer(given, path):
            owner = self._owners.get(name)
            if owner is None or self._same(name, Path(owner), digest, said, peek):
                return name
        return str(path)

    def twins(self, name: str, digest: str) -> list[str]:
        """The origins that this lot gave for the same bytes under the same name; maybe none."""
        taken = self._lot.get(name)
        return taken.origins if taken is not None and taken.digest == digest else []

    def note(self, name: str, path: Path, digest: str, said: _Said, origin: str) -> bool:
        """Remember that a document of a file went in, or is there.

        Args:
            name: as `name_of` gave it.
            path: where the file stands, resolved.
            digest: as there.
            said: as there.
            origin: of the document: the name, or the name and more.

        Returns:
            Whether this is the source's place; not for a copy of a file that still stands.
        """
        taken = self._lot.get(name)
        if taken is None or taken.digest != digest:
            taken = self._lot[name] = _Taken(digest, said, [])
        taken.origins.append(origin)
        owner = self._owners.get(name)
        if owner is not None and owner != str(path) and Path(owner).is_file():
            return False
        self._owners[name] = str(path)
        self._places()[str(path)] = name
        return True

    def end_lot(self) -> None:
        """All that was noted is in the store now."""
        self._lot = {}

    def _places(self) -> dict[str, str]:
        if self._names is None:
            self._names = {}
            for path, origin in self._store.files():
                name = name_in(origin, path)
                self._names[path] = name
                self._owners.setdefault(name, path)
        return self._names

    def _same(self, name: str, owner: Path, digest: str, said: _Said, peek: Peek) -> bool:
        """Whether the file is what was read under a name from another place."""
        stands = owner.is_file()
        if (taken := self._lot.get(name)) is not None:
            return taken.digest == digest and (said == taken.said or not said)
        newest = self._store.newest(name)
        if newest is not None:
            if newest.source.sha256 != digest:
                return False
            return not stands or agrees(newest.source, said) or said == read_sidecar(owner)
        if stands:  # several sources in one file: their hashes are of their own rows
            with owner.open("rb") as other:
                return file_digest(other) == digest
        first = peek(name)
        if first is None:
            return False
        newest = self._store.newest(first[0])
        return newest is not None and newest.source.sha256 == first[1]


def _longer(given: str, path: Path) -> Iterator[str]:
    """A name, and the same with more and more of the folders of the file in front."""
    yield given
    before = [p for p in path.parts if p != path.anchor][: -len(Path(given).parts)]
    for at in range(len(before) - 1, -1, -1):
        yield "/".join([*before[at:], given])


def file_digest(stream: IO[bytes]) -> str:
    """SHA-256 of what is left in a stream, in hexadecimal digits."""
    return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]


def name_in(origin: str, path: str) -> str:
    """The name of a file in the origin of one of its sources.

    Args:
        origin: the name, with ``#`` and the source behind it when the file holds several.
        path: where the file stands; its last part may hold a ``#``, too.
    """
    last = Path(path).name
    at = origin.find(last)
    while at >= 0:
        end = at + len(last)
        if (at == 0 or origin[at - 1] == "/") and origin[end : end + 1] in ("", "#"):
            return origin[:end]
        at = origin.find(last, at + 1)
    return origin.partition("#")[0]


def agrees(source: Source, said: Mapping[str, str]) -> bool:
    """Whether a source is described as somebody says it is.

    Args:
        source: as it is held.
        said: fields of a sidecar or a list; those that a description does not show one by one, such
            as the speaker, count as said anew.
    """
    held = {
        "title": source.title,
        "url": source.url,
        "author": source.creator,
        "publisher": source.publisher,
        "kind": source.kind.value,
        "fidelity": source.fidelity.value if source.fidelity_reason == "declared" else None,
        "translator": source.provenance.translator,
        "translation-of": source.provenance.translation_of,
        "date": source.date.edtf if source.date else None,
        "language": source.language if source.language_basis == "declared" else None,
        "translated-from": source.provenance.translated_from,
    }
    return all(name in held and held[name] == value for name, value in said.items())
