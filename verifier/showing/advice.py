"""The top of an answer: what is gravest about a quote, in words, and what to do with it.

Problem: the headline tells of the wording alone. "Word for word" over a quote that was cut out of
"I would not say that ..." is right and still misread: an editor who looks at the colour and the
first line prints it.

Method: the gravest axis gives the card its colour, its sign and the line above the headline: words
that were cut off and turn the quote, a lost negation, another speaker, words that are in no source,
a translation. The action is told as what to do, with its reasons. Codes and headline stay as the
verdict has them.

Rejected: another headline for each axis (headlines are what scripts and people know verdicts by).
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.models import Context, Risk
from verifier.report import Action, Report, VerdictCode
from verifier.showing.beside import beside_original, differing_words
from verifier.showing.phrases import ACTIONS, ATTRIBUTIONS, DATES, RISKS, Family, family
from verifier.showing.presentation import claim_runs
from verifier.showing.translation_notices import is_translated

TURNING = frozenset(
    {
        Context.HEAD_HAS_NEGATION,
        Context.HEAD_HAS_CONDITION,
        Context.HEAD_REPORTS_OTHERS,
        Context.TAIL_HAS_CONDITION,
        Context.TAIL_HAS_CONTRAST,
    }
)
"""Findings after which a quote that stands alone may say something else."""
BACK = frozenset({"back_translation", "probable_back_translation"})
_TURNED = Family("differs", "!", "Cut so that it may say something else")
_NEGATED = Family("differs", "!", "A word of denial differs: it may say the opposite")
_SPEAKER = Family("differs", "\u2260", "Another speaker")
_STOPPED = Family("differs", "\u2260", "Other than in the source")
_FOREIGN_WORDS = Family("differs", "\u2260", "Joined, with words that are not in the source")
_BACK = Family("differs", "\u21c4", "Translated and translated back")
_TRANSLATED = Family("cut", "\u21c4", "A translation")
_LOOK = Family("cut", "!", "Look first")
_MOST = 3


def turned(report: Report) -> bool:
    """Whether words that were cut off may turn what the quote says."""
    return any(framing.code in TURNING for framing in report.verdict.context)


def loose_words(report: Report) -> list[str]:
    """The words of a joined quote that stand in no source, in order; empty for any other quote."""
    if report.verdict.code is not VerdictCode.STITCHED:
        return []
    return [run.text for run in claim_runs(report) if run.kind == "added"]


def speaker_line(report: Report) -> str:
    """Who says the words, when it is another than claimed; else empty."""
    who = report.verdict.attribution
    if who.status != "different":
        return ""
    return f"Said by {who.in_source or 'somebody else'} in the source, not by {who.claimed}"


def top_family(report: Report) -> Family:
    """Colour, sign and word of the card at the top: those of the gravest axis.

    Args:
        report: any report.

    Returns:
        The family of the wording where no other axis is graver.
    """
    verdict, own = report.verdict, family(report.verdict.code)
    if report.match is None:
        return own
    if turned(report):
        return _TURNED
    translated = is_translated(report.translation)
    if not translated and any(f.code is Risk.NEGATION for f in verdict.meaning_risk):
        return _NEGATED
    if verdict.attribution.status == "different":
        return _SPEAKER
    if loose_words(report):
        return _FOREIGN_WORDS
    if verdict.action is Action.STOP and own.name != "differs":
        return _STOPPED
    if translated and own.name != "differs":
        back = report.translation is not None and report.translation.status in BACK
        return _BACK if back else _TRANSLATED
    if verdict.action is Action.REVIEW and own.name in ("same", "near"):
        return _LOOK if own.name == "same" else Family("cut", own.sign, own.word)
    return own


def top_lines(report: Report, sentence: str) -> list[str]:
    """What is said above the headline: nothing about sameness may come first.

    Args:
        report: any report.
        sentence: the source's sentence around the match.

    Returns:
        Up to three sentences, gravest first; empty where the headline says it all.
    """
    if report.match is None:
        return []
    lines = []
    denied = top_family(report) is _NEGATED
    if sentence and (turned(report) or denied):
        lines.append(f"In the source: \u201c{sentence}\u201d")
    if line := speaker_line(report):
        lines.append(f"{line}.")
    lines += [f"\u201c{words}\u201d is not in the source." for words in loose_words(report)[:2]]
    if is_translated(report.translation) and (against := against_original(report)):
        lines.append(against)
    return lines[:_MOST]


def against_original(report: Report) -> str:
    """How a quote from a translation compares with the original in its own language; or empty."""
    found = beside_original(report)
    if found is None:
        return ""
    same = report.verdict.code in (VerdictCode.VERBATIM, VerdictCode.VERBATIM_PUNCTUATION)
    if same and found.differing:
        return f"Identical to the translation; the quote {differing_words(found)}."
    return f"The quote {differing_words(found)}."


def action_words(report: Report) -> str:
    """What to do with the quote as it was pasted, and why.

    Args:
        report: any report.

    Returns:
        One line; the reasons are the gravest three.
    """
    verdict = report.verdict
    if verdict.action is Action.OK:
        return ACTIONS[Action.OK]
    why = list(dict.fromkeys(_reasons(report)))[:_MOST]
    return f"{ACTIONS[verdict.action]}: {'; '.join(why or ['read both texts'])}"


def _reasons(report: Report) -> Iterator[str]:
    verdict, code = report.verdict, report.verdict.code
    if code is VerdictCode.NOT_FOUND:
        yield "no such words were found"
        return  # there is no source that could say anything else
    if speaker_line(report):
        yield "another speaker"
    if turned(report):
        yield "words were cut off that may turn it"
    if loose_words(report):
        yield "words of it are not in the source"
    for finding in verdict.meaning_risk:
        sides = finding.source_text.strip(), finding.claim_text.strip()
        sort = "differs" if all(sides) else "is missing" if sides[0] else "was added"
        question = finding.code is Risk.QUESTION_TO_STATEMENT
        name = RISKS[finding.code]
        article = "an" if name[0] in "aeio" else "a"
        yield "the source asks" if question else f"{article} {name} {sort}"
    if is_translated(report.translation):
        back = report.translation is not None and report.translation.status in BACK
        yield (
            "translated back, not the speaker's words"
            if back
            else ("a translation, not the speaker's words")
        )
    places = len(report.match.pieces) if report.match else 0
    told = {
        VerdictCode.STITCHED: f"joined from {places} places",
        VerdictCode.ABRIDGED_UNMARKED: "words are left out without a mark",
        VerdictCode.ALTERED_WORDING: "words differ",
        VerdictCode.MINOR_CHANGES: "small words or spellings differ",
        VerdictCode.PARAPHRASE: "no such wording was found",
        VerdictCode.INCONCLUSIVE: "it could not be decided",
    }
    if code in told and not (verdict.meaning_risk and code is VerdictCode.ALTERED_WORDING):
        yield told[code]
    codes = {framing.code for framing in verdict.context}
    if Context.QUESTION_IN_SOURCE in codes:
        yield "it is part of a question"
    if Context.INSIDE_QUOTATION in codes:
        yield "the source itself quotes it"
    if verdict.attribution.status not in ("same", "not_claimed", "different"):
        yield ATTRIBUTIONS[verdict.attribution.status]
    if verdict.date.status == "differs":
        yield DATES["differs"]
