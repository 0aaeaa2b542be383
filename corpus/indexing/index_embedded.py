"""The embedded index: passages found by rare words and word pairs, in a folder beside the store.

Problem: which few of a million passages are worth comparing with a claim, in milliseconds, when up
to a third of the claim's words may be wrong?

Method: a passage is kept as its words and its pairs of neighbouring words. Passages that have the
claim's rarest pairs together come first: they may hold all of it. Then a claim asks for its rarest
*existing* words and pairs, as a scored OR; the passages that share most weight come first. Words
that stand in very many passages cost most and tell least, so they are asked for only when little
else is left. `corpus.indexing.index_asking` puts the questions. Terms are built as values and never
pass through a query language.

What is durable: the back end commits its segments, then a small file with the revision of the store
is replaced in one step. Whoever opens the index compares that file with the number of passages the
segments hold; if they disagree (the power went in between), the revision is 0: time to rebuild.

Rejected: "at least m of the k rarest words" (the wrong words of a bad quote *are* the rarest:
measured recall 10-45 % against about 100 %), character n-grams (a larger index, and the
candidates of another tokenizer), asking with every word (common ones cost most and find least).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

import tantivy

from corpus.errors import IndexUnavailable, StorageFull
from corpus.indexing.index import Hit, IndexState
from corpus.indexing.index_asking import schema, sharing, together
from corpus.indexing.index_note import read_note, signature, write_note
from corpus.indexing.query_terms import (
    Field,
    QueryPolicy,
    choose_terms,
    pairs_text,
    plain_letters,
    weights,
    whole_terms,
)

_META = "meta.json"  # the back end replaces this file at each commit and each merge
_LOT = 128  # passages taken from the giver before they are handed on
_FREQUENCIES = 100_000  # counts kept: about 15 MB
_WRITER_MEMORY = 1_000_000_000  # holds 1.5 million passages and more, so that they are one segment
_WRITERS = 1  # several share that out: smaller segments, which are merged again, in no fixed order


@contextmanager
def _faults() -> Iterator[None]:
    """The failures of the back end, a panic in its core included, in the words of the project."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        text = str(error)
        if "No space left" in text or "StorageFull" in text or "QuotaExceeded" in text:
            raise StorageFull(text) from error
        raise IndexUnavailable(text) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise IndexUnavailable(str(error)) from error
        raise


class EmbeddedIndex:
    """`corpus.indexing.index.PassageIndex` in a folder.

    Searching is safe from many threads and processes. One process writes at a time; the lock is
    taken with the first change and given back by `commit`.
    """

    def __init__(
        self,
        folder: Path,
        policy: QueryPolicy,
        fold_word: Callable[[str], str],
    ) -> None:
        self._folder = folder
        self._policy = policy
        self._fold_other = lru_cache(maxsize=65_536)(fold_word)
        self._lock = threading.Lock()
        self._schema = schema()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._index.config_reader("manual")  # the other way starts a thread that watches the folder
        self._seen: tuple[int, ...] | None = None
        self._state = IndexState(0, 0)
        self._writer: tantivy.IndexWriter | None = None
        self._highest = 0
        self._frequencies: dict[tuple[str, str], int] = {}
        self._refresh()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        policy: QueryPolicy | None = None,
        fold_word: Callable[[str], str] = plain_letters,
    ) -> EmbeddedIndex:
        """Open an index, making the folder where needed.

        Args:
            folder: holds nothing but the index.
            policy: how many terms a claim asks for.
            fold_word: what a word with letters beyond ASCII is kept and asked for as; the same
                function at every opening (another one needs a rebuild).

        Raises:
            IndexUnavailable: the folder holds something that cannot be opened.
        """
        with _faults():
            folder.mkdir(parents=True, exist_ok=True)
            return cls(folder, policy or QueryPolicy(), fold_word)

    def add(self, passages: Iterable[tuple[int, Sequence[str]]]) -> None:
        """See `corpus.indexing.index.PassageIndex.add`.

        Raises:
            IndexUnavailable: another process is writing.
            StorageFull: no space left.

        Cost: about 15 microseconds a passage here, more in the threads of the back end.
        """
        given = iter(passages)
        while lot := list(islice(given, _LOT)):  # what the giver raises is no fault of the index
            with _faults():
                self._add(self._open_writer(), lot)

    def _add(self, writer: tantivy.IndexWriter, passages: list[tuple[int, Sequence[str]]]) -> None:
        for passage_id, words in passages:
            key = str(passage_id)
            if passage_id <= self._highest:
                writer.delete_documents_by_term("key", key)
            else:
                self._highest = passage_id
            text = " ".join(words)
            if not text.isascii():
                words = self._fold(words)
                text = " ".join(words)
            document = tantivy.Document()
            document.add_unsigned("id", passage_id)
            document.add_text("key", key)
            document.add_text("words", text)
            document.add_text("pairs", pairs_text(words))
            writer.add_document(document)

    def remove(self, passage_ids: Iterable[int]) -> None:
        """See `corpus.indexing.index.PassageIndex.remove`."""
        for passage_id in passage_ids:
            with _faults():
                self._open_writer().delete_documents_by_term("key", str(passage_id))

    def clear(self) -> None:
        """See `PassageIndex.clear`; searches see the old passages until `commit`."""
        with _faults():
            self._open_writer().delete_all_documents()
            self._highest = 0

    def commit(self, revision: int, *, going_on: bool = False) -> None:
        """See `corpus.indexing.index.PassageIndex.commit`; gives the write lock back unless going
        on.

        Raises:
            StorageFull: no space left; searches see what they saw before.
        """
        with _faults():
            self._open_writer().commit()
            if not going_on:
                self._close_writer(wait=True)
            self._index.reload()
            write_note(self._folder, revision, self._index.searcher().num_docs)
            self._refresh()

    def rollback(self) -> None:
        """Forget the changes since the last commit and give the write lock back."""
        with suppress(IndexUnavailable, StorageFull), _faults():
            self._close_writer(wait=False)

    def near(self, words: Sequence[str], limit: int) -> list[Hit]:
        """See `corpus.indexing.index.PassageIndex.near`; ties go to the lower passage id.

        Raises:
            IndexUnavailable: the index cannot be read.

        Cost: about a third of `candidates`; a millisecond on a million passages.
        """
        return self._found(words, limit, self._policy.near(), self._policy.near_hits)

    def candidates(self, words: Sequence[str], limit: int) -> list[Hit]:
        """See `corpus.indexing.index.PassageIndex.candidates`; ties go to the lower passage id.

        Raises:
            IndexUnavailable: the index cannot be read.

        Cost: one look into the dictionary a distinct word and pair, then the postings of the
        chosen ones; a few milliseconds on a million passages.
        """
        return self._found(words, limit, self._policy, limit)

    def _found(
        self, words: Sequence[str], limit: int, policy: QueryPolicy, beside: int
    ) -> list[Hit]:
        """The passages that may hold the whole claim, then those that share most with it.

        Args:
            words: the claim.
            limit: at most this many.
            policy: which terms passages are asked for that need not hold the whole claim.
            beside: at most this many of those.
        """
        if limit <= 0:
            return []
        with _faults():
            searcher, folded = self._searcher(), self._fold(words)
            frequency = partial(self._frequency, searcher)
            whole = whole_terms(folded, frequency, self._policy)
            found = together(searcher, self._schema, whole, limit)
            entire = len(found)
            if most := min(limit - entire, beside):
                terms = choose_terms(folded, frequency, searcher.num_docs, policy)
                weighed = weights(terms, frequency, searcher.num_docs)
                if len(folded) > self._policy.long:
                    weighed = [(field, term, None) for field, term in terms]
                found += sharing(searcher, self._schema, weighed, most)
        return [Hit(id, rank, rank < entire) for rank, id in enumerate(dict.fromkeys(found))]

    def document_frequency(self, words: Sequence[str]) -> list[int]:
        """See `corpus.indexing.index.PassageIndex.document_frequency`."""
        with _faults():
            searcher = self._searcher()
            return [self._frequency(searcher, Field.WORDS, word) for word in self._fold(words)]

    def state(self) -> IndexState:
        """See `corpus.indexing.index.PassageIndex.state`; revision 0 asks for a rebuild."""
        with _faults():
            self._refresh()
        return self._state

    def close(self) -> None:
        """See `PassageIndex.close`; changes that were not committed are lost."""
        self.rollback()
        del self._index

    @property
    def writing(self) -> bool:
        """Whether there are changes that were not committed (and the write lock is held)."""
        return self._writer is not None

    def _frequency(self, searcher: tantivy.Searcher, field: str, term: str) -> int:
        """In how many passages a term stands; kept, because most claims share most words."""
        known = self._frequencies.get((field, term))
        if known is None:
            known = searcher.doc_freq(field, term)
            if len(self._frequencies) >= _FREQUENCIES:
                self._frequencies.clear()
            self._frequencies[field, term] = known
        return known

    def _fold(self, words: Sequence[str]) -> list[str]:
        return [w if w.isascii() else (self._fold_other(w) or w) for w in words]

    def _searcher(self) -> tantivy.Searcher:
        self._refresh()
        return self._index.searcher()

    def _refresh(self) -> None:
        """See what other processes have committed; a look at two files when there is nothing."""
        seen = signature(self._folder, _META)
        if seen == self._seen:
            return
        with self._lock:
            self._index.reload()
            self._frequencies = {}
            passages = self._index.searcher().num_docs
            self._state = IndexState(read_note(self._folder, passages), passages)
            self._seen = seen

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_WRITER_MEMORY, _WRITERS)
            self._index.reload()
            newest = self._index.searcher().search(
                tantivy.Query.all_query(), 1, count=False, order_by_field="id"
            )
            self._highest = max((int(value) for value, _ in newest.hits), default=0)
        return self._writer

    def _close_writer(self, *, wait: bool) -> None:
        writer, self._writer = self._writer, None
        if writer is not None and wait:
            writer.wait_merging_threads()
        elif writer is not None:
            writer.rollback()
