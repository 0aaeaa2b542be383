"""What somebody points at, as a list of things to read: files, folders, addresses, source lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.describing.sidecars import ENDING
from corpus.fetching.addresses import has_scheme
from corpus.gathering.source_lists import read_list
from corpus.ingest import files_under

_SCHEMES = ("http://", "https://")
_LIST = ".toml"


@dataclass(frozen=True, slots=True)
class Place:
    """One file or address to read.

    Attributes:
        origin: the address, or the file's path below what was given; what a file is known by is
            decided by `corpus.gathering.identity`.
        path: the file; None for an address.
        sha256: of the bytes that a list expects; None without a list or a hash in it.
        fields: what a list says about it; it overrides what stands in the document.
        refused: why it is not read at all; None for all that may be.
    """

    origin: str
    path: Path | None = None
    sha256: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    refused: str | None = None

    @property
    def size(self) -> int:
        """Bytes of the file; 0 for an address and for a file that is not there."""
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0


def is_address(text: str) -> bool:
    """Whether somebody wrote a web address."""
    return text.lower().startswith(_SCHEMES)


def is_list(path: Path) -> bool:
    """Whether a file is a list of sources by its name; the sidecar of a file is none."""
    return path.name.lower().endswith(_LIST) and not path.name.endswith(ENDING)


def places_of(given: str) -> Iterator[Place]:
    """The places that one argument stands for.

    Args:
        given: a web address; a folder, which gives its files of known formats; a list of sources,
            which gives its entries; any other file.

    Yields:
        Places in the order of the list, or sorted by path.

    Raises:
        UnreadableSource: a list that is none.
        OSError: a list that cannot be opened.
    """
    if is_address(given):
        yield Place(given)
        return
    path = Path(given)
    if has_scheme(given) and not path.exists():
        yield Place(given)  # of no web: refused where it is fetched, with its line in the audit
    elif path.is_dir():
        for file in files_under(path):
            yield Place(file.relative_to(path).as_posix(), file)
    elif is_list(path):
        yield from _listed(path)
    else:
        yield Place(path.name, path)


def _listed(path: Path) -> Iterator[Place]:
    folder = path.resolve().parent
    text = path.read_text("utf-8", errors="replace")
    for entry in read_list(text, path.name):
        if is_address(entry.address) or has_scheme(entry.address):
            yield Place(entry.address, None, entry.sha256, entry.fields)
            continue
        file = (folder / entry.address).resolve()
        below = file.is_relative_to(folder)
        refused = None if below else "it is not below the folder of the list"
        origin = file.relative_to(folder).as_posix() if below else entry.address
        yield Place(origin, file, entry.sha256, entry.fields, refused)
