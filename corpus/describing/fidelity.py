"""How near a source is to what was said or written: its fidelity class.

Problem: the words of a quote stand in a recording's transcript, in the edited interview, in an
article and in a translation; on a tie the place nearest to the speaker has to be shown, and the
reader has to see how near that is. Method: what somebody declares (`Fidelity:` in a header,
sidecar or list) holds. Else a translation is one, whatever else it is; else the page's own words
about its making decide (as prepared for delivery, edited for clarity, automatically generated),
which are looked for at its head and foot only (`corpus.describing.fidelity_words`); else the kind.
The reason is kept with the class.

What somebody wrote themselves stands before what others edited. Rejected: a number (an order among
classes is all that is known), and words in the running text (a speech may talk about transcripts).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.describing.fidelity_words import phrase_in
from corpus.models import Fidelity, Provenance, SourceKind

_HEAD, _FOOT = 1500, 800
_SHORT = 200
_NOTE = 200
_SENTENCE = 500
"""Letters without the end of a sentence: several times the longest that people write down."""
_ENDS = re.compile("[.!?\u2026\u3002\uff01\uff1f]")


class Basis(StrEnum):
    """How a class is known."""

    DECLARED = "declared"
    PAGE = "the page says so"
    TRANSLATION = "the page is a translation"
    KIND = "its kind"


@dataclass(frozen=True, slots=True)
class FidelityFinding:
    """A class and why.

    Attributes:
        reason: what declares or shows it, in words; empty when nothing is known.
    """

    fidelity: Fidelity
    reason: str = ""


_KINDS = {
    SourceKind.RECORDING: Fidelity.RECORDING_TRANSCRIPT,
    SourceKind.TRANSCRIPT: Fidelity.RECORDING_TRANSCRIPT,
    SourceKind.SPEECH: Fidelity.PREPARED_TEXT,
    SourceKind.LETTER: Fidelity.PREPARED_TEXT,
    SourceKind.POST: Fidelity.SOCIAL_POST,
    SourceKind.BOOK: Fidelity.BOOK,
    SourceKind.INTERVIEW: Fidelity.EDITED_RECORD,
    SourceKind.ARTICLE: Fidelity.ARTICLE,
    SourceKind.CAPTIONS: Fidelity.RECORDING_TRANSCRIPT,
    SourceKind.UNKNOWN: Fidelity.UNKNOWN,
}
_SPOKEN = frozenset(
    {
        SourceKind.RECORDING,
        SourceKind.TRANSCRIPT,
        SourceKind.SPEECH,
        SourceKind.INTERVIEW,
        SourceKind.CAPTIONS,
        SourceKind.UNKNOWN,
    }
)


def declared_fidelity(written: str) -> Fidelity | None:
    """The class that somebody names, whatever they put between its words; None for another word."""
    name = re.sub(r"[\s_-]+", "_", written.strip().casefold())
    try:
        return Fidelity(name)
    except ValueError:
        return None


def fidelity_of(
    written: str | None, kind: SourceKind, provenance: Provenance, text: str
) -> FidelityFinding:
    """The class of a document.

    Args:
        written: what its header or sidecar declares, as written; None for nothing.
        kind: what sort of document it is.
        provenance: what it declares about its making.
        text: all of it; only its head and foot are read.

    Returns:
        The class with its reason. A declared word that names no class is passed over.
    """
    declared = declared_fidelity(written) if written else None
    if declared is not None:
        return FidelityFinding(declared, Basis.DECLARED)
    if provenance.is_translation or provenance.translated_from:
        return FidelityFinding(Fidelity.TRANSLATION, Basis.TRANSLATION)
    if kind is SourceKind.CAPTIONS and _unmarked(text):
        return FidelityFinding(Fidelity.AUTOMATIC_CAPTIONS, "captions without punctuation")
    if kind in _SPOKEN:
        frame = text if len(text) <= _HEAD + _FOOT else f"{text[:_HEAD]}\n{text[-_FOOT:]}"
        if said := phrase_in(frame):
            return FidelityFinding(said[0], f"{Basis.PAGE}: {' '.join(said[1].split())}")
    return of_kind(kind)


def tells_its_making(line: str) -> bool:
    """Whether a short line is the page's own word about how it was made, and nobody's."""
    return len(line) <= _NOTE and phrase_in(line) is not None


def settled(found: FidelityFinding, kind: SourceKind, provenance: Provenance) -> FidelityFinding:
    """A stored class, or for one that nobody has told the class by kind and provenance."""
    if found.fidelity is not Fidelity.UNKNOWN or found.reason:
        return found
    if provenance.is_translation or provenance.translated_from:
        return FidelityFinding(Fidelity.TRANSLATION, Basis.TRANSLATION)
    return of_kind(kind)


def _unmarked(text: str) -> bool:
    """Whether a text of some length hardly has the end of a sentence, as machines write it down."""
    length = sum(2 if c > "\u3000" else 1 for c in text if not c.isspace())
    return length > _SHORT and len(_ENDS.findall(text)) * _SENTENCE < length


def of_kind(kind: SourceKind) -> FidelityFinding:
    """The class that goes with a kind when nothing else is known."""
    found = _KINDS[kind]
    reason = f"{Basis.KIND}: {kind.value}" if found is not Fidelity.UNKNOWN else ""
    return FidelityFinding(found, reason)
