"""Lists of sources: what a desk can hand to another without handing over copyrighted text.

A list is a TOML file with one ``[[source]]`` a document: where it is, what is known about it, and
the hash of its bytes, so that whoever fetches it learns whether it is still the same text. Fetching
is an argument here; the list itself is plain values.

    [[source]]
    address = "https://library.example/opening"
    title = "Opening of the river library"
    date = "2023-05-12"
    language = "en"
    sha256 = "..."
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from corpus.describing.sidecars import fields_of
from corpus.errors import InvalidInput, UnreadableSource
from corpus.models import Source

_HEX = re.compile(r"[0-9a-f]{64}")
_MOST = 100_000
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class ListedSource:
    """One entry of a list.

    Attributes:
        address: a web address, or the path of a file below the folder of the list.
        sha256: of the bytes it had; None when nobody noted it.
        fields: what the list says about it, keys out of `corpus.blocks.FIELD_NAMES`; they
            override what the document says.
    """

    address: str
    sha256: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of one entry.

    Attributes:
        content: the bytes; None when they could not be had.
        form: the file name ending to read them as; None to go by the address.
        changed: the bytes are not those of the hash in the list.
        failure: why there are none.
    """

    listed: ListedSource
    content: bytes | None
    form: str | None = None
    changed: bool = False
    failure: InvalidInput | None = None


def read_list(text: str, origin: str = "list") -> list[ListedSource]:
    """Read a list.

    Args:
        text: TOML.
        origin: the list's name, for the refusal.

    Returns:
        The entries in order; an address that comes twice is refused.

    Raises:
        UnreadableSource: no TOML, an entry without an address, an unknown key, a hash that is
            none; the reason names the entry by its number.
    """
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as broken:
        raise UnreadableSource(origin, f"it is not TOML: {broken}") from broken
    entries = table.pop("source", None)
    if table or not isinstance(entries, list) or not entries:
        raise UnreadableSource(origin, "it must hold [[source]] entries and nothing else")
    if len(entries) > _MOST:
        raise UnreadableSource(origin, f"it holds more than {_MOST} sources")
    listed = [_listed(origin, n, entry) for n, entry in enumerate(entries, start=1)]
    seen: set[str] = set()
    for number, entry in enumerate(listed, start=1):
        if entry.address in seen:
            raise UnreadableSource(origin, f"source {number} has the address of another")
        seen.add(entry.address)
    return listed


def _listed(origin: str, number: int, entry: object) -> ListedSource:
    if not isinstance(entry, dict):
        raise UnreadableSource(origin, f"source {number} is no table")
    rest = dict(entry)
    address, digest = rest.pop("address", None), rest.pop("sha256", None)
    if not isinstance(address, str) or not address.strip():
        raise UnreadableSource(origin, f"source {number} has no address")
    if digest is not None and not (isinstance(digest, str) and _HEX.fullmatch(digest.lower())):
        raise UnreadableSource(origin, f"source {number} has a sha256 that is none")
    try:
        fields = fields_of(origin, rest)
    except UnreadableSource as wrong:
        raise UnreadableSource(origin, f"source {number}: {wrong.reason}") from wrong
    return ListedSource(address.strip(), digest.lower() if digest else None, fields)


def write_list(sources: Iterable[ListedSource]) -> str:
    """Write a list; `read_list` gives the same entries back.

    Args:
        sources: the entries, written in order.
    """
    parts = []
    for source in sources:
        values = {"address": source.address, **source.fields}
        if source.sha256:
            values["sha256"] = source.sha256
        lines = [f"{key.replace('-', '_')} = {_quoted(value)}" for key, value in values.items()]
        parts.append("\n".join(["[[source]]", *lines]) + "\n")
    return "\n".join(parts)


def listed(source: Source) -> ListedSource:
    """The entry for a source of the corpus: its address where it has one, else its origin."""
    provenance = source.provenance
    said = {
        "title": source.title,
        "author": source.creator,
        "publisher": source.publisher,
        "date": source.date.edtf if source.date else None,
        "language": source.language if source.language_basis == "declared" else None,
        "kind": source.kind.value if source.kind.value != "unknown" else None,
        "fidelity": source.fidelity.value if source.fidelity_reason == "declared" else None,
        "translated-from": provenance.translated_from,
        "translator": provenance.translator,
        "translation-of": provenance.translation_of,
    }
    fields = {name: " ".join(value.split()) for name, value in said.items() if value}
    fetched = source.origin.startswith(("http://", "https://"))
    address = source.origin if fetched or not source.url else source.url
    # the hash is of the bytes as given: those of a file say nothing about the page of the same text
    return ListedSource(address, source.sha256 if address == source.origin else None, fields)


def fetched(
    sources: Iterable[ListedSource], fetch: Callable[[str], tuple[bytes, str | None]]
) -> Iterator[Delivery]:
    """Get the bytes of every entry and compare them with its hash.

    Args:
        sources: the entries.
        fetch: an address to bytes and the ending to read them as (None: the address's own).

    Returns:
        One delivery an entry, in order; one that cannot be had does not stop the others.
    """
    for source in sources:
        try:
            content, form = fetch(source.address)
        except InvalidInput as failure:
            yield Delivery(source, None, failure=failure)
            continue
        changed = source.sha256 is not None and sha256(content).hexdigest() != source.sha256
        yield Delivery(source, content, form, changed)


def _quoted(value: str) -> str:
    safe = (
        _ESCAPES.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c)
        for c in value
    )
    return f'"{"".join(safe)}"'
