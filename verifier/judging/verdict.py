"""The headline, the sentence and the action that follow from what was found.

Nothing is decided here that is not already in the parts of the report: the same parts give the same
words. Neutral words only; a number of words, never a percentage.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.models import Context, Finding, Framing, Risk
from verifier.report import Action, Counts, Reason, SearchStatus, VerdictCode

NOT_A_TRANSLATION = frozenset({"original", "unknown"})
IN_TRANSLATION = "in a translation; not the speaker's own words"
_HEADLINES = {
    VerdictCode.VERBATIM: "Word for word",
    VerdictCode.VERBATIM_PUNCTUATION: "Same words; punctuation or capitals differ",
    VerdictCode.MARKED_EDITS: "Word for word apart from marked edits",
    VerdictCode.ABRIDGED_UNMARKED: "Words left out without an ellipsis",
    VerdictCode.MINOR_CHANGES: "Tidied",
    VerdictCode.PARAPHRASE: "No such wording; the closest passage is shown",
}
_WHERE = {
    VerdictCode.PARAPHRASE: "Closest passage:",
    VerdictCode.ALTERED_WORDING: "The closest wording stands in",
    VerdictCode.STITCHED: "Its longest piece stands in",
    VerdictCode.INCONCLUSIVE: "The first such place is in",
}
"""What "it" is, where the quote itself does not stand there."""
_WHY = {
    Reason.TOO_SHORT_OR_COMMON: "too short or too common",
    Reason.SEARCH_PARTIAL: "the search was not complete",
    Reason.TIMED_OUT: "the search took too long",
    Reason.INDEX_REBUILDING: "the index is being rebuilt",
    Reason.BUDGET: "too much to compare",
}
_OK_CODES = frozenset(
    {VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION, VerdictCode.MARKED_EDITS}
)
_FRAME_CODES = frozenset(
    {
        Context.HEAD_HAS_NEGATION,
        Context.HEAD_HAS_CONDITION,
        Context.HEAD_REPORTS_OTHERS,
        Context.TAIL_HAS_CONDITION,
        Context.TAIL_HAS_CONTRAST,
    }
)
_FRAME_WORDS = {
    Context.HEAD_HAS_NEGATION: "the same sentence, before the quote, negates it",
    Context.HEAD_HAS_CONDITION: "the same sentence, before the quote, makes it conditional",
    Context.HEAD_REPORTS_OTHERS: "it is given as somebody else's words",
    Context.TAIL_HAS_CONDITION: "a condition follows",
    Context.TAIL_HAS_CONTRAST: "a turn follows",
    Context.QUESTION_IN_SOURCE: "it is part of a question",
    Context.INSIDE_QUOTATION: "it is itself quoted there",
}


def headline(
    code: VerdictCode,
    counts: Counts,
    *,
    reason: Reason | None = None,
    pieces: int = 0,
    characters: bool = False,
    sources: int = 0,
    until: str | None = None,
    translated: bool = False,
) -> str:
    """The one line at the top.

    Args:
        code: the rule that holds.
        counts: for the words that differ.
        reason: why nothing could be decided.
        pieces: of a joined quote.
        characters: the claim is counted in characters (Chinese, Japanese).
        sources: searched.
        until: latest date in the corpus.
        translated: the match stands in a translation.
    """
    if code is VerdictCode.INCONCLUSIVE:
        line = f"Could not decide: {_WHY[reason or Reason.TOO_SHORT_OR_COMMON]}"
    elif code is VerdictCode.STITCHED:
        line = f"Joined from {pieces} separate places"
    elif code is VerdictCode.ALTERED_WORDING:
        unit = "characters" if characters else "words"
        changed = counts.substituted + counts.inserted + counts.deleted
        line = f"{changed} of {counts.claim_words} {unit} differ"
    elif code is VerdictCode.NOT_FOUND:
        reach = f"{sources} source" + ("" if sources == 1 else "s")
        line = f"These words are not in this corpus ({reach}" + (f", to {until})" if until else ")")
    else:
        line = _HEADLINES[code]
    return f"{line} \u2013 {IN_TRANSLATION}" if translated else line


def sentence(
    code: VerdictCode,
    findings: Sequence[Finding],
    frames: Sequence[Framing],
    *,
    where: str | None,
    speaker_note: str | None,
    search: SearchStatus,
    other_language: bool = False,
    nearest_translated: bool = False,
) -> str:
    """What to know next, in one or two short sentences.

    Args:
        code: the rule that holds.
        findings: differences that touch the meaning.
        frames: what stands around the match.
        where: the place in words, or None without a match.
        speaker_note: what the source says of the speaker when it is not what was claimed.
        search: whether everything was searched.
        other_language: the corpus has nothing of the speaker in the claim's language.
        nearest_translated: the nearest passage is near, and stands in a translation.
    """
    parts: list[str] = []
    if where:
        parts.append(f"{_WHERE.get(code, 'It stands in')} {where}.")
    elif code is VerdictCode.NOT_FOUND:
        parts.append("That says nothing about texts outside this corpus.")
        if nearest_translated:
            parts.append("The nearest passage stands in a translation.")
        if other_language or nearest_translated:
            parts.append("A different translation cannot be ruled out.")
    if findings:
        parts.append("Check meaning: " + "; ".join(f.note for f in findings[:3]) + ".")
    noted = dict.fromkeys(_FRAME_WORDS[f.code] for f in frames if f.code in _FRAME_WORDS)
    if noted:
        parts.append("In the source " + ", ".join(list(noted)[:3]) + ".")
    if speaker_note:
        parts.append(speaker_note)
    if search is not SearchStatus.COMPLETE:
        parts.append("The search was not complete: other places are not known.")
    return " ".join(parts)


def action(
    code: VerdictCode,
    findings: Sequence[Finding],
    frames: Sequence[Framing],
    *,
    attribution: str,
    date: str,
    translation: str,
    apart: bool,
    keeps_question: bool,
) -> Action:
    """What to look at first, by the published table.

    Args:
        code: the rule that holds.
        findings: differences that touch the meaning.
        frames: what stands around the match.
        attribution: status of the speaker axis.
        date: status of the date axis.
        translation: status of the translation axis.
        apart: the pieces of a joined quote have different sources or speakers.
        keeps_question: the claim ends in a question mark.
    """
    own_words = translation in NOT_A_TRANSLATION
    grave = {Risk.NEGATION, Risk.NUMBER}
    if (
        code is VerdictCode.NOT_FOUND
        or attribution == "different"
        or (code is VerdictCode.STITCHED and apart)
        or (own_words and any(f.code in grave for f in findings))
    ):
        return Action.STOP
    codes = {f.code for f in frames}
    fine = (
        code in _OK_CODES
        and not findings
        and not codes & _FRAME_CODES
        and (keeps_question or Context.QUESTION_IN_SOURCE not in codes)
        and (attribution == "same" or Context.INSIDE_QUOTATION not in codes)
        and attribution in ("same", "not_claimed")
        and date != "differs"
        and own_words
    )
    return Action.OK if fine else Action.REVIEW
