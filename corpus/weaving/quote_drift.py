"""Quotations inside a page that reword something the corpus has in the speaker's own words.

Problem: an article that was translated, or translated back, quotes people in its translator's
words, and between quotation marks they do most harm. Method: a long quotation is looked up by its
words; where a passage of somebody whom the page names says the same in clearly other words, the
quotation is kept as evidence with its place and the place of what it rewords. Each doubt ends it:
one quotation of the page that stands somewhere word for word, a few words changed in a long run, a
page older than the passage, a passage from a translation, a page on which others speak.

Rejected: quotations in somebody's own speech (people quote from memory), the cosine alone (two
people on one subject share words), looking for rewordings in running text (that is what reports
are).

Source: `TRANSLATION.md` of the project's specification.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.indexing.index import PassageIndex
from corpus.keeping.store import Store
from corpus.lineage import EvidenceRow
from corpus.models import Passage, Speaker
from corpus.text.tokens import terms
from corpus.translation.evidence import Code, Strength
from corpus.translation.evidence_map import evidence
from corpus.translation.registers import Registers
from corpus.weaving.pages import Document, as_drafts, description_of
from corpus.weaving.quote_wording import (
    LIKE,
    SHARED,
    in_runs,
    is_named,
    likeness,
    long_quotations,
    own_words,
    rarity_of,
    stretches,
)

RULE = "quote-drift"
VERSION = "drift-2"
_CANDIDATES = 24
_CLEARLY = 0.08
"""By how much it is more alike than what anybody else said."""
_EXACT = 0.6
_MOST_IN_RUNS = 0.45
"""Share of words in runs that a rewording keeps at most; above it somebody changed a few words."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The stretch of a passage that a quotation is most like."""

    passage: Passage
    start: int
    end: int
    likeness: float
    in_runs: float
    shared: int


def drifted_quotations(
    store: Store, index: PassageIndex, document: Document, text: str, registers: Registers
) -> tuple[EvidenceRow, ...]:
    """The quotations of a page that reword a known passage.

    Args:
        store: where all sources are.
        index: of the same store; what it has not taken in is not found.
        document: the page.
        text: its stored text.
        registers: of speakers and publishers.

    Returns:
        Rows with the place of the quotation's words, the rendition that has the known passage, and
        in ``measured`` the likeness, the share of words in common runs and the passage's place
        (``other_start``, ``other_end``). None at all for a page one of whose quotations is exact.

    Cost: a search and some tens of short comparisons a long quotation; nothing for other pages.
    """
    spans = long_quotations(text)
    if not spans:
        return ()
    finder = _Finder(store, index, document, text, registers)
    found: list[EvidenceRow] = []
    for start, end in spans:
        known, exact = finder.look_up(start, end)
        if exact:
            return ()
        if known is not None and finder.may_be_reworded(known, start, end):
            found.append(_row(text, start, end, known))
    return tuple(found)


def _row(text: str, start: int, end: int, known: _Known) -> EvidenceRow:
    return EvidenceRow(
        code=Code.KNOWN_QUOTE_DRIFT,
        strength=Strength.MEASURED,
        start=start,
        end=end,
        snippet=text[start:end],
        rule=RULE,
        rule_version=VERSION,
        other_id=known.passage.rendition_id,
        measured={
            "likeness": round(known.likeness, 4),
            "run_share": round(known.in_runs, 4),
            "other_start": known.start,
            "other_end": known.end,
        },
    )


class _Finder:
    """Looks quotations of one page up."""

    def __init__(
        self, store: Store, index: PassageIndex, page: Document, text: str, registers: Registers
    ) -> None:
        self._store, self._index, self._registers = store, index, registers
        self._page, self._text = page, text
        self._languages: dict[int, str] = {}
        self._translations: dict[int, bool] = {}

    def look_up(self, start: int, end: int) -> tuple[_Known | None, bool]:
        """What a quotation is most like, and whether it stands somewhere word for word."""
        words = terms(self._text[start:end])
        rarity = rarity_of(self._index, self._text[start:end])
        hits = self._index.candidates(words, _CANDIDATES)
        near: list[_Known] = []
        for passage in self._store.passages([hit.passage_id for hit in hits]):
            if passage.rendition_id == self._page.rendition_id:
                continue
            if self._language(passage.rendition_id) != self._page.source.language:
                continue
            if in_runs(self._text[start:end], own_words(passage.text)) >= _EXACT:
                return None, True
            if passage.speaker is not None:
                near.extend(self._windows(passage, self._text[start:end], rarity))
        best = max(near, key=lambda known: known.likeness, default=None)
        if best is None:
            return None, False
        rival = max(
            (k.likeness for k in near if k.passage.speaker != best.passage.speaker), default=0.0
        )
        return (best if best.likeness >= rival + _CLEARLY else None), False

    def may_be_reworded(self, known: _Known, start: int, end: int) -> bool:
        """Whether nothing speaks against it that a passage was reworded."""
        speaker = known.passage.speaker
        return (
            speaker is not None
            and known.likeness >= LIKE
            and known.shared >= SHARED
            and known.in_runs <= _MOST_IN_RUNS
            and self._nobody_else_speaks(speaker)
            and is_named(speaker, self._text[:start] + " " + self._text[end:])
            and not self._is_older(known.passage)
            and not self._is_translation(known.passage.rendition_id)
        )

    def _windows(
        self, passage: Passage, quoted: str, rarity: Mapping[str, float]
    ) -> Iterator[_Known]:
        for begin, stop in stretches(passage.text):
            said = passage.text[begin:stop]
            like, shared = likeness(quoted, said, rarity)
            place = passage.start + begin, passage.start + stop
            yield _Known(passage, *place, like, in_runs(quoted, said), shared)

    def _language(self, rendition_id: int) -> str:
        if rendition_id not in self._languages:
            source = self._store.source_of_rendition(rendition_id)
            self._languages[rendition_id] = source.language
        return self._languages[rendition_id]

    def _nobody_else_speaks(self, speaker: Speaker) -> bool:
        names = {p.speaker.name for p in self._page.passages if p.speaker is not None}
        return names <= {speaker.name, *speaker.aliases}

    def _is_older(self, known: Passage) -> bool:
        """Whether the page came out before the passage was said."""
        page, source = self._page.source, self._store.source_of_rendition(known.rendition_id)
        said = known.date or (source.date.edtf if source.date else None)
        if page.date is None or said is None:
            return False
        known_to = min(len(page.date.edtf), len(said))  # a year is not before a day in it
        return page.date.edtf[:known_to] < said[:known_to]

    def _is_translation(self, rendition_id: int) -> bool:
        """Whether the known passage stands in something that shows signs of a translation."""
        if rendition_id not in self._translations:
            source = self._store.source_of_rendition(rendition_id)
            rows = evidence(
                self._store.rendition_text(rendition_id),
                as_drafts(self._store.rendition_passages(rendition_id)),
                description_of(source),
                self._registers,
            )
            self._translations[rendition_id] = source.provenance.is_translation or any(
                row.strength in (Strength.DECLARED, Strength.STRONG)
                and row.code != Code.LINK_TO_ORIGINAL
                for row in rows
            )
        return self._translations[rendition_id]
