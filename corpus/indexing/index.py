"""What an index of passages must do; the embedded and the cluster index both do it.

The index is derived from the store and can always be rebuilt. It knows passages by number only.
Terms come from our own tokenizer, so that every back end finds the same candidates for a claim.
Two kinds of term: words, and adjacent word pairs (``"ask not"``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that shares terms with a query.

    Attributes:
        passage_id: number of the passage in the store.
        rank: 0 for the best; ties keep the order of the back end.
        whole: whether the passage may hold all of the query as it stands; all such come first.
    """

    passage_id: int
    rank: int
    whole: bool = False


@dataclass(frozen=True, slots=True)
class IndexState:
    """Where the index stands against the store.

    Attributes:
        revision: revision of the store at the last commit of the index; 0 for an empty index.
        passages: how many passages can be found.
    """

    revision: int
    passages: int


class PassageIndex(Protocol):
    """Finds passages by the words and word pairs they share with a query."""

    def add(self, passages: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Take passages in; found only after `commit`.

        Args:
            passages: ``(passage_id, words)``, words in text order as `corpus.text.tokens.terms`
                gives them; pairs are made from neighbours here. An id that is already there is
                replaced.
        """

    def remove(self, passage_ids: Iterable[int]) -> None:
        """Take passages out; gone only after `commit`. Unknown ids are ignored."""

    def commit(self, revision: int, *, going_on: bool = False) -> None:
        """Make all changes since the last commit visible, at once, and remember the revision.

        Args:
            revision: of the store.
            going_on: more is coming: a lock is kept, and tidying up may go on beside it.
        """

    def near(self, words: Sequence[str], limit: int) -> list[Hit]:
        """Passages that hold most of a claim, at a fraction of the cost of `candidates`.

        Args:
            words: all words of the claim in order; choosing the terms to ask for is done here.
            limit: at most this many hits; fewer are given, unless many hold the whole claim.

        Returns:
            As of `candidates`, but found by rare pairs from every part of the claim and hardly a
            word: of a claim with half of its words changed, or in words that everybody uses, they
            need not be all that is worth looking at.
        """

    def candidates(self, words: Sequence[str], limit: int) -> list[Hit]:
        """Passages that share the most weight with a claim.

        Args:
            words: all words of the claim in order; choosing the terms to ask for is done here.
            limit: at most this many hits.

        Returns:
            Those that have the rarest pairs of the claim together, then the others, best first;
            empty when no word of the claim is in the corpus. A passage that holds the claim word
            for word is among them unless ``limit`` others have those pairs, too.
        """

    def document_frequency(self, words: Sequence[str]) -> list[int]:
        """In how many passages each word stands; 0 for unknown words; same order as ``words``."""

    def state(self) -> IndexState:
        """The revision and size that searches see now."""

    def clear(self) -> None:
        """Remove everything; the first step of a rebuild."""

    def close(self) -> None:
        """Give back files and locks; the object is not used afterwards."""
