"""The note beside the segments of an index: which revision of the store they hold.

Problem: the segments are durable before anybody knows what they hold, and the power may go in
between. Method: a small file is replaced in one step after the segments were committed; it counts
for exactly as many passages as they hold. Rejected: the revision inside the segments (the back end
keeps it with a commit and loses it with a merge).
"""

from __future__ import annotations

import json
import os
from pathlib import Path

FORMAT = 1
"""Counts up when terms are made differently; an index of another format asks to be rebuilt."""
_NOTE = "state.json"


def write_note(folder: Path, revision: int, passages: int) -> None:
    """Replace the note, in one step and on disk.

    Args:
        folder: of the index.
        revision: of the store, as the segments hold it now.
        passages: how many they hold.

    Raises:
        OSError: it cannot be written.
    """
    state = {"format": FORMAT, "revision": revision, "passages": passages}
    waiting = folder / f"{_NOTE}.new"
    with waiting.open("w", encoding="utf-8") as file:
        json.dump(state, file)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(folder / _NOTE)


def read_note(folder: Path, passages: int) -> int:
    """The revision that was committed, or 0 where the note does not fit the segments.

    Args:
        folder: of the index.
        passages: how many the segments hold.
    """
    try:
        state = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        fits = state["format"] == FORMAT and state["passages"] == passages
        return int(state["revision"]) if fits else 0
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def signature(folder: Path, beside: str) -> tuple[int, ...]:
    """What changes when the note or the file beside it is replaced; zeros for a missing one."""
    seen: list[int] = []
    for name in (beside, _NOTE):
        try:
            found = os.stat(os.path.join(folder, name))  # asked several times a question
        except FileNotFoundError:
            seen += (0, 0, 0)
        else:
            seen += (found.st_ino, found.st_mtime_ns, found.st_size)
    return tuple(seen)
