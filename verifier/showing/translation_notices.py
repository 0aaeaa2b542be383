"""What people read about translation: the notice, the original, which version was quoted.

Problem: the words that qualify an answer must be the same on a page, in a terminal and in a draft,
and must say no more than is known: a text that was aligned with one in another language is one of
two of which nobody knows which came first, and a passage that is only the nearest is no match.

Method: sentences from the fields of a report, so that a kept report reads as it did.
"""

from __future__ import annotations

from verifier.renditions.tongues import language_name
from verifier.report import OtherRendition, Report, TranslationReport
from verifier.showing.beside import beside_original, differing_words
from verifier.showing.phrases import NOTICES
from verifier.translations import EITHER_FIRST

THIS_PASSAGE = "This passage"
NEAREST_PASSAGE = "The nearest passage, which is no match,"
NEAREST_MEANS = "The claim may be another translation of it, or of something else: compare both."
ORIGINAL = "Closest original wording"
ORIGINAL_OF_NEAREST = "Original wording of the nearest passage"
_VERSIONS = {
    "original": "The claim matches the original wording, not the translated one.",
    "translated": "The claim matches translated wording, not the original.",
    "both": "The claim matches the original and the translated wording alike.",
    "neither": "The claim matches neither the original nor the translated wording closely.",
}


def is_translated(translation: TranslationReport | None) -> bool:
    """Whether the wording is, or probably is, not the speaker's own."""
    return translation is not None and translation.status in NOTICES


def notice(report: Report) -> list[str]:
    """What must be said before anything else when the text is a translation.

    Args:
        report: any report.

    Returns:
        Sentences: that it is one (with the languages), what that means, the reason; without a
        match, of the nearest passage, and that it is none. Empty when the text is no translation
        as far as is known.
    """
    found = report.translation
    if found is None or found.status not in NOTICES:
        return []
    sentences = _what(found, THIS_PASSAGE if report.match else NEAREST_PASSAGE)
    if report.match is None:
        sentences.append(NEAREST_MEANS)
    if found.basis:
        ended = found.basis.endswith((".", ".\u201d", "\u3002\u201d"))
        sentences.append(found.basis if ended else f"{found.basis}.")
    told = version(report)
    if told:
        sentences.append(told)
    if not found.original.available:
        sentences.append("The original wording is not in the corpus.")
    return sentences


def _what(found: TranslationReport, subject: str) -> list[str]:
    """That a passage is a translation, and what that means for its wording."""
    if is_either_first(found):
        other = language_name(found.original.language)
        return [
            f"{subject} or its counterpart in {other} {NOTICES[found.status]}.",
            "Which of the two came first is not known: its wording may not be what the speaker"
            " said.",
        ]
    chain = [language_name(tag) for tag in found.chain]
    drawn = " \u2192 ".join(chain)
    languages = f" ({drawn})" if len(chain) > 1 else ""
    meaning = (
        "Its wording is probably not the speaker's own."
        if found.status.startswith("probable")
        else "Its wording is not what the speaker said."
    )
    return [f"{subject} {NOTICES[found.status]}{languages}.", meaning]


def is_either_first(found: TranslationReport) -> bool:
    """Whether nobody knows which came first, the passage or what is shown beside it."""
    return found.original.alignment_basis == EITHER_FIRST


def original_label(report: Report) -> str:
    """What the wording that is shown beside the passage is called."""
    found = report.translation
    if found is not None and is_either_first(found):
        subject = "The same passage" if report.match else "The nearest passage"
        return f"{subject} in {language_name(found.original.language)}"
    return ORIGINAL if report.match else ORIGINAL_OF_NEAREST


def version(report: Report) -> str | None:
    """Which version was quoted, in a sentence.

    Returns:
        None without a match or another rendition, and where the two are in different languages:
        there the claim's own language has the answer already.
    """
    found = report.translation
    if found is None or found.version_quoted is None or report.match is None:
        return None
    languages = {found.language, found.original.language}
    if found.status not in NOTICES:
        languages = {found.language, *(other.language for other in found.other_renditions)}
    if len(languages) != 1:
        return None
    beside = beside_original(report)
    if found.version_quoted == "both" and beside is not None and beside.differing:
        return f"The quote {differing_words(beside)}."
    return _VERSIONS[found.version_quoted]


def other_renditions(report: Report) -> list[tuple[str, OtherRendition]]:
    """Further texts of the same words, each with what it is called.

    Returns:
        Label and rendition, in the order of the report.
    """
    found = report.translation
    others = found.other_renditions if found else ()
    return [
        (
            language_name(other.language)
            + (f", translated by {other.translator}" if other.translator else ""),
            other,
        )
        for other in others
    ]
