"""What is told about translation: the status, why, and the original wording.

Part of the report (see `verifier.report`); the names are those of the JSON.
"""

from __future__ import annotations

from dataclasses import dataclass

EITHER_FIRST = "across_languages; which was first is not known"
"""Basis of an alignment between two texts that are each other's counterpart."""


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """One reason to hold a text for a translation, with its place in the source."""

    code: str
    strength: str
    text: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class OriginalReport:
    """The original wording, where the corpus knows it."""

    available: bool
    source_id: str | None = None
    passage_id: int | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    language: str | None = None
    dir: str | None = None
    posterior: float | None = None
    alignment_basis: str | None = None


@dataclass(frozen=True, slots=True)
class OtherRendition:
    """Another rendition of the same words."""

    source_id: str
    language: str
    translator: str | None
    text: str


@dataclass(frozen=True, slots=True)
class TranslationReport:
    """Whether the text compared with is itself a translation, and why we say so.

    Without a match that text is the first of the nearest passages.
    """

    status: str
    strength: str | None
    relation: str | None
    version_quoted: str | None
    basis: str | None
    evidence: tuple[EvidenceReport, ...]
    language: str | None
    original_language: str | None
    chain: tuple[str, ...]
    translators: tuple[str, ...]
    credit_line: str | None
    original: OriginalReport
    other_renditions: tuple[OtherRendition, ...]
