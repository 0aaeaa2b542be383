"""What differs between a quote and its source, as rows to read and a sentence that sums them up.

Problem: "nothing" must be said only where nothing differs; a joined quote differs in its joints, a
quote in other punctuation in its marks, and neither shows in the alignment of words.

Method: the sentence follows the report's counts and verdict; the rows are the steps of the
alignment, for a joined quote the words in no piece, for other punctuation the words as written.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from corpus.text.tokens import Level, fold
from verifier.report import Match, Report, VerdictCode
from verifier.showing.phrases import fold_name
from verifier.showing.presentation import Change, changes, claim_runs

_MOST_COMPARED = 2_000
"""Words of either side up to which punctuation is compared: the form's longest quote has fewer."""


def difference_rows(report: Report) -> list[Change]:
    """The differences in the order of the text.

    Args:
        report: any report.

    Returns:
        Empty where nothing differs, and where the texts are too far apart to be compared.
    """
    match, code = report.match, report.verdict.code
    if match is None or code is VerdictCode.PARAPHRASE:
        return []
    if code is VerdictCode.STITCHED:
        loose = [run.text for run in claim_runs(report) if run.kind == "added"]
        return [Change("Not in the source", "", words) for words in loose]
    found = changes(match)
    if not found and code is VerdictCode.VERBATIM_PUNCTUATION:
        return list(_as_written(match))
    return found


def difference_words(report: Report) -> str:
    """The differences in one sentence, exactly as the report counts them.

    Args:
        report: one with a match.

    Returns:
        A sentence; "Nothing" only where words, order and punctuation are the same.
    """
    match, code, counts = report.match, report.verdict.code, report.verdict.counts
    if match is None:
        return ""
    if code is VerdictCode.PARAPHRASE or not match.alignment:
        return "The wordings are too far apart to be compared word by word: read both texts."
    if code is VerdictCode.VERBATIM and _drawn_otherwise(match):
        return "Only punctuation or the shape of signs differs: the same words in the same order."
    if code is VerdictCode.VERBATIM:
        return "Nothing: the same words in the same order, with the same punctuation."
    if code is VerdictCode.VERBATIM_PUNCTUATION:
        return "The words and their order are the same; punctuation or capitals differ."
    whole = counts.equal == counts.claim_words
    share = "All" if whole else f"{counts.equal} of {counts.claim_words}"
    parts = [f"{share} words of the quote stand in the source"]
    if code is VerdictCode.STITCHED:
        parts[0] += f", but in {len(match.pieces)} separate places"
        parts += _counted(counts.inserted, "not in the source")
    else:
        parts += _counted(counts.inserted, "added")
    parts += _counted(counts.substituted, "replaced")
    parts += _counted(counts.deleted, "left out without a mark")
    return "; ".join(parts) + "."


def fold_lines(report: Report) -> list[str]:
    """What was folded away before comparing, in words; empty when nothing was."""
    lines = []
    for each in report.claim.normalizations:
        name = fold_name(each.code)
        lines.append(f"{name} ({each.text.strip()})" if each.text.strip() else name)
    return list(dict.fromkeys(lines))


def _drawn_otherwise(match: Match) -> bool:
    """Whether typography differs: half-width commas, straight quotation marks, hyphens."""
    return any(
        fold(s.source_text, Level.STRICT).text[1:] != fold(s.claim_text, Level.STRICT).text[1:]
        for s in match.alignment
    )


def _counted(many: int, what: str) -> list[str]:
    return [f"{many} {what}"] if many else []


def _as_written(match: Match) -> Iterator[Change]:
    """The words that are written with other marks or capitals, with their neighbours' marks."""
    for step in match.alignment:
        source, claim = step.source_text.split(), step.claim_text.split()
        if len(source) > _MOST_COMPARED or len(claim) > _MOST_COMPARED:
            continue
        opcodes = difflib.SequenceMatcher(None, _keys(source), _keys(claim), False).get_opcodes()
        for tag, first, last, begin, end in opcodes:
            if tag != "equal":
                written = " ".join(source[first:last]), " ".join(claim[begin:end])
                yield Change("Written differently", *written)


def _keys(words: Sequence[str]) -> list[str]:
    """Words with the typography folded away, which no verdict minds."""
    return [fold(word, Level.TYPOGRAPHY).text for word in words]
