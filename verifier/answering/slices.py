"""Slices of stored text, read once an answer.

Problem: an answer shows a match, each step of its alignment and what stands around it, and every
one of these texts is read back from the store. Method: what is read is read with a margin and kept
until the answer is given, so that the next slice is mostly there already. What lies within one of
the passages that were aligned is cut from that passage: it is the stored text as well, compared
with its checksum when it was read.

Rejected: slicing the running text the claim was aligned with (what lies between two passages is
white space there and may be markup in the store).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.models import Passage
from verifier.answering.steps import Slice

_MARGIN = 600
"""Characters read on either side: the context that is shown and a sentence; more is read in vain
for a short quote, less is read again for a long one."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Stored text ``[start, start + len(text))``; ``last`` when the stored text ends there."""

    rendition_id: int
    start: int
    text: str
    last: bool

    def holds(self, rendition_id: int, start: int, end: int) -> bool:
        reach = self.start + len(self.text)
        return rendition_id == self.rendition_id and self.start <= start and (
            end <= reach or self.last
        )


class Slices:
    """Reads slices for one answer; a `Slice` like the store's own. Not shared between threads.

    Args:
        read: the store's.
        passages: those that were read from it for this answer.
    """

    def __init__(self, read: Slice, passages: Iterable[Passage] = ()) -> None:
        self._read = read
        self._kept: list[_Stretch] = []
        self._passages: dict[int, list[Passage]] = {}
        for passage in passages:
            self._passages.setdefault(passage.rendition_id, []).append(passage)

    def __call__(self, rendition_id: int, start: int, end: int) -> str:
        """Stored text ``[start, end)``, cut to the length of the text.

        Args:
            rendition_id: the version.
            start: offset in code points, not below 0.
            end: end offset.

        Raises:
            NotFound: no such rendition.
            StoreCorrupt: a piece of the stretch or of its margin does not match its checksum.
        """
        for passage in self._passages.get(rendition_id, ()):
            if passage.start <= start and end <= passage.end:
                return passage.text[start - passage.start : end - passage.start]
        kept = next((k for k in self._kept if k.holds(rendition_id, start, end)), None)
        if kept is None:
            first, last = max(0, start - _MARGIN), end + _MARGIN
            text = self._read(rendition_id, first, last)
            kept = _Stretch(rendition_id, first, text, len(text) < last - first)
            self._kept.append(kept)
        return kept.text[start - kept.start : end - kept.start]
