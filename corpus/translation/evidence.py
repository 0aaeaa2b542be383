"""One reason to hold a text, or one speaker's turns in it, to be a translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from corpus.models import TranslationEvidence


class Code(StrEnum):
    """What was seen. The measured ones come from linking renditions."""

    DECLARED = "declared"
    DECLARED_FOR_SPEAKER = "declared_for_speaker"
    INTERPRETER = "interpreter"
    ALIGNED_OTHER_LANGUAGE = "aligned_other_language"
    ALIGNED_REWORDED = "aligned_reworded"
    KNOWN_QUOTE_DRIFT = "known_quote_drift"
    LANGUAGE_MISMATCH = "language_mismatch"
    PUBLISHER_REGISTER = "publisher_register"
    LINK_TO_ORIGINAL = "link_to_original"
    RESIDUAL_SCRIPT = "residual_script"
    PLACEHOLDER = "placeholder"
    OWN_SITE = "own_site"
    RECORDING = "recording"
    OFFICIAL_TRANSCRIPT = "official_transcript"


class Strength(StrEnum):
    """How much a row says, strongest first; POSITIVE rows speak for an original."""

    DECLARED = "declared"
    MEASURED = "measured"
    STRONG = "strong"
    WEAK = "weak"
    POSITIVE = "positive"


class HasCode(Protocol):
    """Anything with an evidence code: rows made here, stored rows, measured rows."""

    @property
    def code(self) -> str:
        """The rule's code."""
        ...


class HasScope(HasCode, Protocol):
    """Evidence that concerns one speaker, or the whole document."""

    @property
    def speaker(self) -> str | None:
        """Whose turns; None for the whole document."""
        ...


@dataclass(frozen=True, slots=True)
class ScopedEvidence:
    """A row of evidence with its place, its rule and whom it concerns.

    Attributes:
        code: one of `Code`, or the name of a weak trace.
        text: ``stored_text[start:end]``; empty when it stands in a header field or a register.
        start: offset in the stored text, or None.
        end: end offset, or None.
        rule: id of the rule that spoke.
        version: version of the rule's file.
        speaker: whose turns it concerns; None for the whole document.
        translator: who translated, as the text names them.
        translated_from: tag of the language it was translated from, if the text names it.
        reason: why a register says so; empty for evidence in the text.
    """

    code: str
    strength: Strength
    text: str
    start: int | None
    end: int | None
    rule: str
    version: str
    speaker: str | None = None
    translator: str | None = None
    translated_from: str | None = None
    reason: str = ""

    def plain(self) -> TranslationEvidence:
        """The row without rule and scope, as sources keep it."""
        return TranslationEvidence(
            self.code, str(self.strength), self.text, self.start, self.end
        )
