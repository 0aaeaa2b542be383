"""What the evidence comes to, for a document or one speaker's turns in it.

Problem: the same evidence means different things: a declared translation into the speaker's own
language is a translation of a translation. Method: one table over the speaker's language, the
page's and the codes seen; it is written out in `status` row by row.

Rejected: weights and thresholds (nobody could say why), and "original" for want of evidence (most
translations say nothing).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from corpus.models import DraftPassage
from corpus.text.languages import UNDETERMINED
from corpus.translation.evidence import Code, HasCode, HasScope

_Row = TypeVar("_Row", bound=HasScope)

_DECLARED = frozenset({Code.DECLARED, Code.DECLARED_FOR_SPEAKER})
_ALIGNED = frozenset({Code.ALIGNED_OTHER_LANGUAGE, Code.ALIGNED_REWORDED})
_ALONE = frozenset({Code.RESIDUAL_SCRIPT, Code.PLACEHOLDER, Code.PUBLISHER_REGISTER})
_STRONG = _ALONE | {Code.LINK_TO_ORIGINAL, Code.LANGUAGE_MISMATCH}
_POSITIVE = frozenset({Code.OWN_SITE, Code.RECORDING, Code.OFFICIAL_TRANSCRIPT})
_MAIN_SHARE = 0.2


class TranslationStatus(StrEnum):
    """What a text is to the speaker's words."""

    ORIGINAL = "original"
    UNKNOWN = "unknown"
    TRANSLATION = "translation"
    BACK_TRANSLATION = "back_translation"
    PROBABLE_TRANSLATION = "probable_translation"
    PROBABLE_BACK_TRANSLATION = "probable_back_translation"
    INTERPRETED = "interpreted"


def status(
    page_language: str,
    speaker_language: str | None,
    evidence: Sequence[HasCode],
    measured: Sequence[HasCode] = (),
) -> TranslationStatus:
    """The status of one scope.

    Args:
        page_language: tag of the language of the text, or ``und``.
        speaker_language: tag of the language the speaker speaks in public, None when not known.
        evidence: rows of that scope (`in_scope`).
        measured: rows that linking made (aligned_other_language, aligned_reworded,
            known_quote_drift).

    Returns:
        `ORIGINAL` only with positive evidence and nothing against it; `UNKNOWN` for weak rows or
        none.
    """
    codes = {row.code for row in (*evidence, *measured)}
    if Code.INTERPRETER in codes:
        return TranslationStatus.INTERPRETED
    known = speaker_language not in (None, UNDETERMINED) and page_language != UNDETERMINED
    declared, aligned = bool(codes & _DECLARED), bool(codes & _ALIGNED)
    probable = (
        bool(codes & _ALONE)
        or len(codes & _STRONG) > 1
        or Code.KNOWN_QUOTE_DRIFT in codes
    )
    if known and speaker_language != page_language:
        if declared or aligned or Code.LANGUAGE_MISMATCH in codes:
            return TranslationStatus.TRANSLATION
    elif known:
        if declared or Code.ALIGNED_REWORDED in codes:
            return TranslationStatus.BACK_TRANSLATION
        if probable:
            return TranslationStatus.PROBABLE_BACK_TRANSLATION
    elif declared or aligned:
        return TranslationStatus.TRANSLATION
    if probable:
        return TranslationStatus.PROBABLE_TRANSLATION
    return TranslationStatus.ORIGINAL if codes & _POSITIVE else TranslationStatus.UNKNOWN


def in_scope(
    evidence: Sequence[_Row], speaker: str | None
) -> tuple[_Row, ...]:
    """The rows that concern a speaker's turns: those about the document and about them.

    Args:
        evidence: of one document.
        speaker: name of a speaker of its passages; None for narration.
    """
    return tuple(row for row in evidence if row.speaker in (None, speaker))


def scope_statuses(
    page_language: str,
    passages: Sequence[DraftPassage],
    evidence: Sequence[HasScope],
    measured: Sequence[HasCode],
    languages: Mapping[str, str | None],
) -> dict[str | None, TranslationStatus]:
    """The status of each speaker's turns, and of the document under None.

    Args:
        page_language: tag of the page's language.
        passages: of the document.
        evidence: of the document.
        measured: rows of linking, about the whole document.
        languages: speaker's name to the language they speak in public, None where not known.

    Returns:
        The document has the status of its main speaker; without speakers, that of its rows.
    """
    sizes: dict[str, int] = {}
    for p in passages:
        if p.speaker is not None:
            sizes[p.speaker.name] = sizes.get(p.speaker.name, 0) + p.end - p.start
    found: dict[str | None, TranslationStatus] = {
        name: status(page_language, languages.get(name), in_scope(evidence, name), measured)
        for name in sizes
    }
    main = main_speaker(sizes, languages)
    found[None] = (
        found[main]
        if main is not None
        else status(page_language, None, in_scope(evidence, None), measured)
    )
    return found


def main_speaker(
    sizes: Mapping[str, int], languages: Mapping[str, str | None]
) -> str | None:
    """Whose words a document is about.

    Args:
        sizes: speaker's name to characters spoken.
        languages: as in `scope_statuses`.

    Returns:
        Of the speakers whose language is known and who say at least a fifth, the one who says
        most; else whoever says most; the first of equals; None without speakers.
    """
    whole = sum(sizes.values())
    known = [
        n for n, size in sizes.items() if languages.get(n) and size >= _MAIN_SHARE * whole
    ]
    return max(known or sizes, key=lambda name: sizes[name], default=None)
