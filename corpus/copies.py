"""A copy of the whole corpus in one file, and back.

Problem: a copy must be whole while others write, and bringing one back must leave the old corpus or
the new one, never a mixture, whatever happens in between. Method: SQLite's own backup, both ways:
the copy is one transaction for readers of the store, and so is bringing it back. The index is
emptied first and made anew afterwards, so that a crash leaves one that knows it is behind. The
revision goes on counting beyond both, so that nobody takes the one corpus for the other. Whoever
has the corpus open keeps passages, standings and numbers of it in memory, so bringing one back is
refused while a service, or another command, has it open, and nobody can open it meanwhile.

Rejected: copying the files of a home (the write-ahead log beside them belongs to the same moment
only by luck), putting a file in the place of the open one (a log that is left over would be applied
to it), telling the service to begin anew (answers in the making would mix two corpora).
"""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus.errors import StoreError, UnreadableSource
from corpus.home import LOCK, Home
from corpus.keeping.store import Store
from corpus.locks import only_writer

_TRIAL = "restoring.sqlite3"
_TIMEOUT = 30.0


def back_up(store: Store, target: Path) -> None:
    """Copy the corpus as it is now into a new file.

    Args:
        store: the corpus.
        target: must not exist; it appears when it is whole.

    Raises:
        UnreadableSource: there is a file of that name.
        StorageFull: no space; nothing is left behind.
        OSError: its folder cannot be written to.
    """
    if target.exists():
        raise UnreadableSource(target.name, "there is a file of that name; it is left as it is")
    partial = target.with_name(f"{target.name}.part")
    partial.unlink(missing_ok=True)
    try:
        store.backup(partial)
        partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)


def bring_back(home: Home, copy: Path, *, replacing: bool = False) -> int:
    """Put the corpus of a copy in the place of a home's.

    Args:
        home: whose corpus is replaced.
        copy: made by `back_up`, by this version of the program or an older one; it is not changed.
        replacing: whether a corpus that is there already may go.

    Returns:
        How many sources there are now.

    Raises:
        UnreadableSource: the copy is none or damaged, or a corpus would be replaced unasked.
        StoreInUse: somebody else has this home open.
        StorageFull: no space; the corpus stays as it was.

    Cost: reads the copy twice and makes the index anew.
    """
    if home.store.summary().sources and not replacing:
        raise UnreadableSource(copy.name, "there is a corpus already; --force replaces it")
    with home.use.alone():
        trial = home.folder / _TRIAL
        _forget(trial)
        try:
            store = _sound(copy, trial)
            try:
                with only_writer(home.folder / LOCK, _TIMEOUT):
                    home.index.clear()
                    home.index.commit(0)
                    home.store.replace(store)
            finally:
                store.close()
        finally:
            _forget(trial)
        home.catch_up()
    return home.store.summary().sources


def _sound(copy: Path, trial: Path) -> Store:
    """The store in a copy of the copy, migrated; refused when it is not as it was written."""
    shutil.copyfile(copy, trial)
    try:
        store = Store.open(trial)
    except StoreError as broken:
        reason = str(broken).replace(_TRIAL, "it")
        raise UnreadableSource(copy.name, f"it is no copy of a corpus: {reason}") from broken
    found = store.damaged()
    if found:
        store.close()
        raise UnreadableSource(copy.name, f"it is damaged: {found[0]}")
    return store


def _forget(trial: Path) -> None:
    for left in trial.parent.glob(f"{trial.name}*"):
        left.unlink()
