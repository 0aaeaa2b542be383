"""From a stretch of one rendition to the stretches of others that say the same.

Problem: links join sentences, and a match is any span of them. Method: of each linked rendition the
linked sentences are taken from the first to the last; where a link on the way is not sure, so is
one sentence on each side, that the right one is on the page even when the link is off by one.

Rejected: word alignment (never sure enough to be shown as a quotation).
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.keeping.store import Store
from corpus.lineage import PassageLink
from corpus.linking.ways_in import SURE
from corpus.models import PassageKind
from corpus.text.sentences import sentence_at, sentence_spans


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Where another rendition says what a stretch does.

    Attributes:
        rendition_id: the other rendition.
        start: offset of its first sentence in its stored text.
        end: end offset of its last sentence.
        posterior: of the least sure link on the way, 0 to 1.
        widened: one more sentence on each side is included, because a link is not sure.
        basis: of that link, see `PassageLink`.
    """

    rendition_id: int
    start: int
    end: int
    posterior: float
    widened: bool
    basis: str


def counterparts(store: Store, rendition_id: int, start: int, end: int) -> list[Counterpart]:
    """The stretches of other renditions that say what ``[start, end)`` of this one does.

    Args:
        store: where both are.
        rendition_id: the rendition of the stretch.
        start: offset in code points.
        end: end offset.

    Returns:
        One stretch a linked rendition, of whole sentences; surest first, then by rendition. Empty
        when no sentence that the stretch touches is linked.
    """
    held: dict[int, list[PassageLink]] = {}
    for link in store.lineage.links_at(rendition_id, start, end):
        held.setdefault(link.rendition_b, []).append(link)
    found = [_joined(store, other, links) for other, links in held.items()]
    return sorted(found, key=lambda c: (-c.posterior, c.rendition_id))


def _joined(store: Store, rendition_id: int, links: list[PassageLink]) -> Counterpart:
    weakest = min(links, key=lambda link: link.posterior)
    start, end = min(link.start_b for link in links), max(link.end_b for link in links)
    widened = weakest.posterior < SURE
    if widened:
        spans = [
            (passage.start + first, passage.start + stop)
            for passage in store.rendition_passages(rendition_id)
            if passage.kind is not PassageKind.HEADING
            for first, stop in sentence_spans(passage.text)
        ]
        before = max(0, sentence_at(spans, start) - 1)
        after = min(len(spans) - 1, sentence_at(spans, end - 1) + 1)
        start, end = spans[before][0], spans[after][1]
    return Counterpart(rendition_id, start, end, weakest.posterior, widened, weakest.basis)
