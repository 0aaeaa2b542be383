"""What a text was made from: works, renditions, derivations, and the evidence for them.

Problem: the wording of a translation is not what was said. To say so, and to show what was said,
the corpus must know which of its texts give the same speech, which of them was made from which, and
why anybody should believe it.

Method: a *work* is what was said or written once; every text of it in the corpus is a *part* of it
with a role; *derivations* lead from a text to the one it was made from, which the corpus may lack;
*evidence* is kept row by row with the words that show it and the version of the rule that spoke;
*links* join the stretches that say the same. A status is never kept: it follows from the evidence,
and a person's *override* stands above it.

Rejected: a flag at the source (no reason, no scope, no history), one chain of texts (a transcript
and two translations of it form a tree), keeping the computed status (stale after the next rule).

Source: schema.org ``translationOfWork``, PROV ``wasDerivedFrom``, Akoma Ntoso ``FRBRtranslation``
(``fromLanguage``, ``pivot``, ``by``) for the vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a text is within its work."""

    RECORDING = "recording"
    ORIGINAL = "original"
    TRANSCRIPT = "transcript"
    EDITED_TRANSCRIPT = "edited_transcript"
    TRANSLATION = "translation"
    INTERPRETATION = "interpretation"
    BACK_TRANSLATION = "back_translation"
    UNKNOWN = "unknown"


class Scope(StrEnum):
    """How much of a rendition is meant."""

    DOCUMENT = "document"
    SPEAKER = "speaker"
    RANGE = "range"


class Relation(StrEnum):
    """How one text was made from another."""

    TRANSLATED = "translated"
    TRANSCRIBED = "transcribed"
    QUOTED = "quoted"
    EDITED = "edited"
    COPIED = "copied"


@dataclass(frozen=True, slots=True)
class Part:
    """A rendition, or a part of it, within a work.

    Attributes:
        speaker: whose turns, for the scope `Scope.SPEAKER`; else None.
        start: offset of the stretch, for the scope `Scope.RANGE`; else None.
        end: its end offset; else None.
    """

    rendition_id: int
    role: Role = Role.UNKNOWN
    scope: Scope = Scope.DOCUMENT
    speaker: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """Something said or written once, with the texts of it that can be quoted from now."""

    id: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A rendition was made from another one.

    Attributes:
        rendition_id: what was made.
        source_id: the rendition it was made from; None when the corpus does not hold it.
        from_language: BCP 47 tag of the language it was made from, if known.
        pivot_language: a language it went through on the way, if known.
        hop: 1 for the step before this text, 2 for the one before that.
        agent: who made it, if known.
        speaker: whose turns; None for the whole document.
        basis: the evidence code, or the kind of alignment, that shows it.
    """

    rendition_id: int
    source_id: int | None
    relation: Relation
    from_language: str | None = None
    pivot_language: str | None = None
    hop: int = 1
    agent: str | None = None
    speaker: str | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One reason to hold a rendition, or one speaker's turns in it, to be what it is.

    Attributes:
        code: the rule's code, such as ``declared``.
        strength: ``declared``, ``measured``, ``strong``, ``weak`` or ``positive``.
        start: offset in the stored text; None for a header field, a register or a measurement.
        end: end offset, or None.
        snippet: ``stored_text[start:end]``; compared with the text at every reading.
        rule: id of the rule.
        rule_version: the version of the rules it belongs to.
        speaker: whose turns; None for the whole document.
        translator: who translated, as the text names them.
        translated_from: tag of the language it was translated from, if the text names it.
        reason: why a register says so; empty for evidence in the text.
        other_id: the rendition it was compared with; None for evidence of the page itself.
        measured: what was measured: ``coverage``, ``run_share``, ``posterior``.
    """

    code: str
    strength: str
    start: int | None = None
    end: int | None = None
    snippet: str = ""
    rule: str = ""
    rule_version: str = ""
    speaker: str | None = None
    translator: str | None = None
    translated_from: str | None = None
    reason: str = ""
    other_id: int | None = None
    measured: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassageLink:
    """Two stretches that say the same. Of two sides, ``a`` is the one that was asked about.

    Attributes:
        posterior: how sure, 0 to 1.
        basis: ``same_language``, ``across_languages`` or ``declared``.
    """

    rendition_a: int
    start_a: int
    end_a: int
    rendition_b: int
    start_b: int
    end_b: int
    posterior: float
    basis: str

    def turned(self) -> PassageLink:
        """The same link asked about from the other side."""
        return PassageLink(
            rendition_a=self.rendition_b,
            start_a=self.start_b,
            end_a=self.end_b,
            rendition_b=self.rendition_a,
            start_b=self.start_a,
            end_b=self.end_a,
            posterior=self.posterior,
            basis=self.basis,
        )


@dataclass(frozen=True, slots=True)
class Override:
    """A person's decision about a source, or about one speaker in it.

    Attributes:
        source_id: the source, whatever its text is at the moment.
        status: the translation status; None gives the decision back to the rules.
        who: who decided.
        at: UTC time, ISO 8601 with ``Z``.
        note: why, in the person's words; may be empty.
        speaker: whose turns; None for the whole document.
    """

    source_id: str
    status: str | None
    who: str
    at: str
    note: str = ""
    speaker: str | None = None
