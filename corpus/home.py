"""A home: the folder that holds the store and the index made from it, kept in step.

Problem: the store is the truth and the index is derived; a crash between the two, or two processes
adding at once, must never leave an index that claims to know everything and does not. "Not found"
would then be said of words that are in the corpus.

Method: whoever changes a home holds its write lock, so changes reach the index in the order of
their revisions. The store commits first; the index remembers the revision of the last source it
has taken in. In step means: no text has changed since *and* the numbers of passages are equal.
After a crash the index lags, and what changed since its revision is taken in again; where it cannot
be told what it holds, it is rebuilt.

Rejected: writing the index first (it would find passages that do not exist), a queue of index work
in the database (a second truth), trusting equal revisions alone (a damaged index keeps its own).
"""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path

from corpus.errors import IndexUnavailable, StorageFull, StoreError
from corpus.indexing.bulk_terms import bulk_terms
from corpus.indexing.index_embedded import EmbeddedIndex
from corpus.indexing.query_terms import plain_letters
from corpus.keeping.deposit import Added, Change
from corpus.keeping.store import Store
from corpus.locks import Use, only_writer
from corpus.models import DraftSource, SourceState

DATABASE = "corpus.sqlite3"
INDEX = "index"
LOCK = "writing.lock"
USE = "open.lock"

SMALL = 5_000
"""Passages that opening takes in by itself: about a second. More is left to the caller, who can say
that it will take a while."""

_INDEX_BATCH = 2_000_000
"""Passages between commits of the index: two minutes of catching up after a crash. A question is
put to every segment that a commit leaves, and takes 1.2 times as long with six as with one (240
questions at 1,156,600 passages)."""
_CHUNK = 2_000


class Home:
    """Store and index of one folder.

    Attributes:
        store: to read from; changes go through the home, or the index will not know of them.
        index: to search in.
        use: that it is open, for whoever would replace the corpus.
    """

    def __init__(
        self, folder: Path, store: Store, index: EmbeddedIndex, timeout: float, use: Use
    ) -> None:
        self.use = use
        self.store = store
        self.index = index
        self._folder = folder
        self._timeout = timeout

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        timeout: float = 30.0,
        fold_word: Callable[[str], str] = plain_letters,
    ) -> Home:
        """Open a home, making what is missing.

        An index that cannot be opened is thrown away (it is derived). One that lags a little is
        brought up to date, unless another process is writing; otherwise see `in_step`.

        Args:
            folder: made with its parents where it does not exist.
            timeout: seconds to wait for another writer.
            fold_word: see `EmbeddedIndex.open`.

        Raises:
            StoreCorrupt: the database is damaged.
            StoreBusy: the corpus is being replaced.
            StoreError: a file cannot be made or opened.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{folder} cannot be made: {error.strerror}") from error
        with ExitStack() as made:
            made.callback((use := Use(folder / USE, timeout)).close)
            made.callback((store := Store.open(folder / DATABASE, timeout=timeout)).close)
            home = cls(folder, store, _open_index(folder / INDEX, fold_word), timeout, use)
            made.pop_all()
        try:
            home._catch_up_if_small()
        except BaseException:
            home.close()
            raise
        return home

    @property
    def folder(self) -> Path:
        """Where the home is."""
        return self._folder

    def __enter__(self) -> Home:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back files and locks; the object is not used afterwards."""
        self.index.close()
        self.store.close()
        self.use.close()

    def in_step(self) -> bool:
        """Whether the index knows all that the store holds; only then is a search complete.

        Cost: a few small reads.
        """
        state, summary = self.index.state(), self.store.summary()
        # a revision that only told more about texts (a link, a decision) changes no passage
        known = self.store.text_revision() <= state.revision <= summary.revision
        return known and state.passages == summary.passages

    def add(self, drafts: Iterable[DraftSource], *, now: str) -> Iterator[Added]:
        """Take sources in, to be found when the iterator ends. Nothing happens until iterated.

        Args:
            drafts: see `Store.add`.
            now: UTC time, ISO 8601 with ``Z``.

        Yields:
            What became of each draft, in order, once it is safely in the store.

        Raises:
            StoreBusy: another process is changing this home for longer than the time-out.
            StorageFull: no space. What was yielded stays; the index may lag, see `catch_up`.
            UnreadableSource: a draft is not text.

        Cost: about 70 microseconds a passage here, a third of it cutting words, and as much in the
            thread of the index.
        """
        with self._writing(self._timeout):
            self._catch_up_if_small(locked=True)
            sound = self.in_step()
            revision, waiting = self.store.revision(), 0
            given: deque[DraftSource] = deque()
            try:
                for added in self.store.add(_remembered(drafts, given), now=now):
                    self._take_in(added, given.popleft())
                    waiting += len(added.passage_ids)
                    revision = added.revision
                    if sound and waiting >= _INDEX_BATCH:
                        self.index.commit(revision, going_on=True)
                        waiting = 0
                    yield added
            except (IndexUnavailable, StorageFull):
                self.index.rollback()
                raise
            finally:
                # Also when the caller stops early or a draft cannot be read: what the store has
                # taken in so far is found.
                if self.index.writing:
                    self.index.commit(revision if sound else self.index.state().revision)
                    self._catch_up_if_small(locked=True)

    def remove(self, source_id: str) -> None:
        """Withdraw a source: no longer found; old reports still read its text.

        Raises:
            NotFound: no such source.
            StoreBusy: another process is changing this home.
        """
        self.set_state(source_id, SourceState.WITHDRAWN)

    def set_state(self, source_id: str, state: SourceState) -> None:
        """Withdraw a source, or let it be found again.

        Raises:
            NotFound: no such source.
            StoreBusy: another process is changing this home.
        """
        with self._writing(self._timeout):
            self._catch_up_if_small(locked=True)
            sound = self.in_step()
            self.store.set_state(source_id, state)
            if sound and not self.in_step():
                self._catch_up()

    def catch_up(self) -> None:
        """Take into the index what it has missed; rebuild it where that cannot be told.

        Raises:
            StoreBusy: another process is changing this home.
        """
        with self._writing(self._timeout):
            if not self.in_step():
                self._catch_up()
            if not self.in_step():
                self._rebuild()

    def rebuild(self) -> None:
        """Make the index anew from the store; searches see the old one until it is done.

        A damaged passage stays out, and the home stays out of step until it is mended.

        Raises:
            StoreBusy: another process is changing this home.

        Cost: about 0.1 milliseconds a passage.
        """
        with self._writing(self._timeout):
            self._rebuild()

    def _rebuild(self) -> None:
        revision = self.store.revision()
        try:
            self.index.clear()
            self.index.add((p.id, bulk_terms(p.text)) for p in self.store.iter_current_passages())
            self.index.commit(revision)
        except BaseException:
            self.index.rollback()
            raise

    def _catch_up(self) -> None:
        known = self.index.state().revision
        revision = self.store.revision()
        if not 0 < known < revision:
            self._rebuild()  # it knows nothing, or more than there is, or the numbers differ
            return
        try:
            for ids, current in self.store.changed_ranges(known):
                if current:
                    self._add_ids(ids)
                else:
                    self.index.remove(ids)
            self.index.commit(revision)
        except BaseException:
            self.index.rollback()
            raise

    def _catch_up_if_small(self, *, locked: bool = False) -> None:
        if self.in_step():
            return
        state, summary = self.index.state(), self.store.summary()
        lag = summary.passages
        if 0 < state.revision < summary.revision:
            lag = min(lag, sum(len(ids) for ids, _ in self.store.changed_ranges(state.revision)))
        if lag > SMALL:
            return
        try:
            with nullcontext() if locked else self._writing(0):
                self._catch_up()
        except StoreError:
            return  # somebody else is at it, or it cannot be done now: `in_step` tells

    def _take_in(self, added: Added, draft: DraftSource) -> None:
        if added.change is Change.UNCHANGED:
            return
        self.index.remove(added.retired)
        if added.source.sha256 == draft.sha256 and len(added.passage_ids) == len(draft.passages):
            self.index.add(
                (id, bulk_terms(draft.text[p.start : p.end]))
                for id, p in zip(added.passage_ids, draft.passages, strict=True)
            )
        else:
            self._add_ids(added.passage_ids)

    def _add_ids(self, ids: range) -> None:
        for at in range(0, len(ids), _CHUNK):
            passages = self.store.passages(ids[at : at + _CHUNK])
            self.index.add((p.id, bulk_terms(p.text)) for p in passages)

    def _writing(self, timeout: float) -> AbstractContextManager[None]:
        return only_writer(self._folder / LOCK, timeout)


def _remembered(drafts: Iterable[DraftSource], given: deque[DraftSource]) -> Iterator[DraftSource]:
    for draft in drafts:
        given.append(draft)
        yield draft


def _open_index(folder: Path, fold_word: Callable[[str], str]) -> EmbeddedIndex:
    try:
        return EmbeddedIndex.open(folder, fold_word=fold_word)
    except IndexUnavailable:
        shutil.rmtree(folder, ignore_errors=True)
        return EmbeddedIndex.open(folder, fold_word=fold_word)
