"""How the versions of a source look in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.gathering.changes import sentence_diff
from corpus.keeping.store import Store
from corpus.keeping.versions import Version
from verifier.showing.presentation import visible


def version_lines(store: Store, found: list[Version]) -> Iterator[str]:
    """The versions of a source, each with what changed since the one before.

    Args:
        store: for their texts.
        found: oldest first.

    Yields:
        A line a version (number, when it came, hash, passages), parted by tabs; below it the
        diff by sentences, indented.
    """
    before: str | None = None
    for version in found:
        source = version.source
        yield f"{source.version}\t{source.added_at}\t{source.sha256}\t{version.passages} passages"
        text = store.rendition_text(version.rendition_id)
        if before is not None:
            names = (f"version {source.version - 1}", f"version {source.version}")
            diff = sentence_diff(before, text, names)
            yield from (f"  {visible(line)}" for line in diff or ["the same sentences"])
        before = text


def versions_json(found: list[Version]) -> list[dict[str, object]]:
    """The versions of a source for machines, oldest first."""
    return [
        {
            "version": v.source.version,
            "added_at": v.source.added_at,
            "sha256": v.source.sha256,
            "passages": v.passages,
            "title": v.source.title,
            "date": v.source.date.edtf if v.source.date else None,
        }
        for v in found
    ]
