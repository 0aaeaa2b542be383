"""What a stretch of a source is to the speaker's words: the status, and what it rests on.

Problem: an answer, a list of sources and a source's page must say the same of one text. Method: the
status follows from the evidence of the lineage, the register of speakers and, for speakers who are
not in it, their other sources; a person's decision stands above it. Speakers of whom nothing is
known share the status of their page: an interview is held in one language.

Rejected: keeping the status beside the source (stale after the next comparison), showing what a
source declares about itself alone (most translations say nothing).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.keeping.store import Store
from corpus.lineage import EvidenceRow
from corpus.models import Passage, Source
from corpus.translation.evidence_map import speaker_languages
from corpus.translation.registers import Registers
from corpus.translation.status import TranslationStatus, scope_statuses, status
from corpus.weaving.elsewhere import languages_elsewhere
from corpus.weaving.pages import as_drafts, description_of
from verifier.renditions import lineage_view

NOT_A_TRANSLATION = frozenset({TranslationStatus.ORIGINAL, TranslationStatus.UNKNOWN})
_SHOWN = frozenset({"declared", "measured", "strong", "positive"})
_KEPT = 2048


@dataclass(frozen=True, slots=True)
class Standing:
    """What a stretch of a source is to the speaker's words.

    Attributes:
        status: computed from the evidence, or decided by a person.
        evidence: the rows that concern it; weak ones are left out.
        decided_by: who decided, when a person did.
        speaker_language: tag of the language the words were spoken in, None when not known.
    """

    status: TranslationStatus
    evidence: tuple[EvidenceRow, ...]
    decided_by: str | None
    speaker_language: str | None


def is_either_first(standing: Standing, source: Source) -> bool:
    """Whether a text or its counterpart is the translation, and nobody knows which of the two.

    Args:
        standing: of the whole text or of a stretch.
        source: which it is.
    """
    return (
        standing.speaker_language is None
        and standing.decided_by is None
        and not source.provenance.is_translation
        and lineage_view.either_first(standing.evidence)
    )


class Standings:
    """Statuses from one store; keeps what it computed until the corpus changes.

    Safe to share between threads: the worst that can happen is that one is computed twice.
    """

    def __init__(self, store: Store, registers: Registers) -> None:
        self._store = store
        self._registers = registers
        self._kept: dict[tuple[int, str | None, int], Standing] = {}

    def standing(self, passage: Passage) -> Standing:
        """The translation status of the turns that a passage belongs to.

        Raises:
            StoreError: the evidence cannot be read.
        """
        return self._of(passage.rendition_id, passage.speaker.name if passage.speaker else None)

    def of_source(self, source_id: str) -> Standing:
        """The translation status of a whole source at its current version.

        Raises:
            NotFound: no such source.
            StoreError: the evidence cannot be read.

        Cost: reads the passages of a source that shows any evidence; for others one small read.
        """
        return self._of(self._store.current_rendition(source_id), None)

    def _of(self, rendition_id: int, name: str | None) -> Standing:
        key = (rendition_id, name, self._store.revision())
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            kept = self._kept[key] = self._compute(rendition_id, name)
        return kept

    def _compute(self, rendition_id: int, name: str | None) -> Standing:
        source = self._store.source_of_rendition(rendition_id)
        rows = self._store.lineage.evidence_of(rendition_id)
        rows = rows or lineage_view.declared_rows(source)
        rows = [row for row in rows if row.strength in _SHOWN]
        decided = self._store.lineage.override_of(source.id, name)
        if not rows and decided is None:
            return Standing(TranslationStatus.UNKNOWN, (), None, None)
        page = [row for row in rows if row.other_id is None]
        measured = [row for row in rows if row.other_id is not None]
        drafts = as_drafts(self._store.rendition_passages(rendition_id))
        languages = self._languages(source, rendition_id)
        own = languages.get(name) if name else None
        scoped = [row for row in page if name is None or row.speaker in (None, name)]
        if own is not None:
            found = status(source.language, own, scoped, measured)
        else:
            scoped = page
            found = scope_statuses(source.language, drafts, page, measured, languages)[None]
            own = _common(languages)
        return Standing(
            TranslationStatus(decided.status) if decided and decided.status else found,
            (*scoped, *measured),
            decided.who if decided else None,
            own,
        )

    def _languages(self, source: Source, rendition_id: int) -> dict[str, str | None]:
        drafts = as_drafts(self._store.rendition_passages(rendition_id))
        elsewhere = languages_elsewhere(self._store, self._registers, rendition_id)
        described = description_of(source)
        return speaker_languages(drafts, described, self._registers, elsewhere)


def _common(languages: Mapping[str, str | None]) -> str | None:
    """The one language of all speakers of whom it is known; None without one, or with several."""
    known = {language for language in languages.values() if language}
    return known.pop() if len(known) == 1 else None
