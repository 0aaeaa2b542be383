"""The nouns of the corpus: what was said, and where we have it from.

Frozen values. All offsets are half-open, 0-based **code points of the stored text** (the file as
given, decoded, nothing else): ``rendition_text[start:end]`` is the evidence, letter by letter.

A *source* is a document we hold. Each of its versions is one *rendition* (an original, a
transcript, a translation). A *passage* is a contiguous slice of a rendition's text; what lies
between passages (labels, blank lines, site furniture) is kept in the store but is not searched.
Passages that share a ``turn`` were said in one go by one speaker (or narrated in one go by nobody).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class DateBasis(StrEnum):
    """How a date is known."""

    DECLARED = "declared"
    IN_TEXT = "in_text"
    INFERRED = "inferred"


class DateOf(StrEnum):
    """What happened on a date."""

    EVENT = "event"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A date, how precise it is, and why we believe it.

    Attributes:
        edtf: ISO 8601 date cut to its precision: ``2024-04-16``, ``2024-04`` or ``2024``
            (level 0 of the Extended Date/Time Format, ISO 8601-2:2019).
        precision: what ``edtf`` holds; no part is ever invented.
        basis: declared (a header, a date line), in the text, or inferred.
        of: the event itself, or the publication.
    """

    edtf: str
    precision: DatePrecision
    basis: DateBasis
    of: DateOf = DateOf.PUBLICATION


class SourceKind(StrEnum):
    """What sort of document a source is; the order is the order of preference on ties."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    SPEECH = "speech"
    LETTER = "letter"
    POST = "post"
    BOOK = "book"
    INTERVIEW = "interview"
    ARTICLE = "article"
    CAPTIONS = "captions"
    UNKNOWN = "unknown"


class Fidelity(StrEnum):
    """How near a source is to what was said or written; the order is that of preference on ties.

    Somebody's own words come before those that others edited; `corpus.describing.fidelity` tells
    which is which.
    """

    RECORDING_TRANSCRIPT = "recording_transcript"
    PREPARED_TEXT = "prepared_text"
    SOCIAL_POST = "social_post"
    BOOK = "book"
    EDITED_RECORD = "edited_record"
    ARTICLE = "article"
    AUTOMATIC_CAPTIONS = "automatic_captions"
    TRANSLATION = "translation"
    UNKNOWN = "unknown"


class SourceState(StrEnum):
    """Whether a source may be quoted from."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"


class PassageKind(StrEnum):
    """What a passage is in its document."""

    SPEECH = "speech"
    PROSE = "prose"
    HEADING = "heading"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in one source.

    Attributes:
        name: the fullest name the source gives ("Sam Altman"), else the role ("Host").
        aliases: every other form under which this source has the same speaker ("Sam", "Altman").
    """

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationEvidence:
    """Why a text is held to be a translation.

    Attributes:
        code: the rule, such as ``declared``.
        strength: ``declared``, ``measured``, ``strong`` or ``weak``.
        text: the words that say so; empty when the evidence is a header field.
        start: offset of ``text`` in the rendition, or None; ``end`` its end offset.
    """

    code: str
    strength: str
    text: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a source declares about the text it was made from.

    Attributes:
        translated_from: BCP 47 tag of the language it was translated from, if it is known.
        translator: who translated it.
        translation_of: title, address or source id of the original.
        original_text: the original wording where the source itself gives it beside the translation.
        is_translation: the source says that it is a translation (also when nothing else is known).
        evidence: the lines that say so.
    """

    translated_from: str | None = None
    translator: str | None = None
    translation_of: str | None = None
    original_text: str | None = None
    is_translation: bool = False
    evidence: tuple[TranslationEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the corpus, as described at its current version.

    Attributes:
        id: stable, opaque, URL-safe.
        origin: file name or address it was added from.
        language: BCP 47 primary tag, or ``und``.
        language_basis: ``declared`` or ``detected``.
        sha256: of the bytes the current version was read from.
        version: 1 for the first text, one more for each changed text.
        added_at: UTC time, ISO 8601 with ``Z``.
        fidelity: how near it is to what was said or written.
        fidelity_reason: how that is known, in words; empty when it is not.
    """

    id: str
    origin: str
    title: str | None
    creator: str | None
    publisher: str | None
    kind: SourceKind
    language: str
    language_basis: str
    date: DateEvidence | None
    url: str | None
    archived_url: str | None
    sha256: str
    version: int
    state: SourceState
    added_at: str
    provenance: Provenance = Provenance()
    fidelity: Fidelity = Fidelity.UNKNOWN
    fidelity_reason: str = ""


class Excerpt(NamedTuple):
    """The text of a passage, and the version it is a slice of: what is looked at by the hundred."""

    id: int
    rendition_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A contiguous slice ``[start, end)`` of one rendition's text.

    Attributes:
        id: positive integer, unique in the store and never used again.
        rendition_id: the version of the source it is a slice of.
        ordinal: 0-based place among the passages of its rendition.
        turn: passages of one rendition with the same number belong to one turn.
        speaker: who says it; None for narration, headings and summaries.
        text: ``rendition_text[start:end]``.
        date: the passage's own date where it has one beside its source's (records of a dump).
        locator: page, time code or row of the format; None where there is none.
    """

    id: int
    rendition_id: int
    source_id: str
    ordinal: int
    start: int
    end: int
    turn: int
    kind: PassageKind
    speaker: Speaker | None
    text: str
    date: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A passage before it is stored: what segmenting hands to the store."""

    start: int
    end: int
    turn: int
    kind: PassageKind
    speaker: Speaker | None = None
    date: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """All that is known about a document beside its text; what describing hands to the store."""

    title: str | None = None
    creator: str | None = None
    publisher: str | None = None
    kind: SourceKind = SourceKind.UNKNOWN
    language: str = "und"
    language_basis: str = "detected"
    date: DateEvidence | None = None
    url: str | None = None
    archived_url: str | None = None
    provenance: Provenance = field(default_factory=Provenance)
    fidelity: Fidelity = Fidelity.UNKNOWN
    fidelity_reason: str = ""


@dataclass(frozen=True, slots=True)
class DraftSource:
    """A document ready for the store: text, description and passages.

    Attributes:
        origin: file name or address.
        sha256: of the bytes as given.
        text: the decoded bytes, nothing else done to them.
        passages: in order of ``start``, not overlapping, none empty.
    """

    origin: str
    sha256: str
    text: str
    description: Description
    passages: tuple[DraftPassage, ...]


@dataclass(frozen=True, slots=True)
class CorpusSummary:
    """What is in the corpus, for the statement that goes with every answer.

    Attributes:
        revision: counts up with every change; 0 for an empty store.
        date_from, date_to: earliest and latest source date (EDTF), or None.
        languages: BCP 47 tags, most passages first.
    """

    revision: int
    sources: int
    passages: int
    date_from: str | None
    date_to: str | None
    languages: tuple[str, ...]
