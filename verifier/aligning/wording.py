"""Which rule of wording an alignment satisfies: the first that holds, in a fixed order.

The rules are those of the project's specification of verdicts. They look at words only: no
similarity is compared with a threshold. Each rule reads the edits of one place; rules over several
places (joined quotes, paraphrases) stand in `verifier.judging.stitching` and
`verifier.judging.paraphrase`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.text.tokens import Level, counted_words, fold
from verifier.aligning.diff import TIDY_KINDS
from verifier.aligning.places import Place
from verifier.models import Claim, Edit, Finding, Op, PieceKind
from verifier.policy import Policy
from verifier.report import Counts, VerdictCode

ORDER = tuple(VerdictCode)
"""Rules in the order in which they are tried."""
_QUESTION = re.compile("[?\uff1f\u061f]")
_FINAL = re.compile("^[^\\w\\s]*(?:\\s+[?!\uff1f\uff01])?")
_CASE_BRACKET = re.compile(r"\[(\w)\](?=\w)")
_OUTER = " \"'.,;:!-\u3001"


@dataclass(frozen=True, slots=True)
class Judged:
    """A place and the rule it satisfies.

    Attributes:
        place: where, and what differs.
        code: the rule.
        counts: of the alignment.
        similarity: 1 less the share of replaced, added and silently left-out words, in [0, 1].
    """

    place: Place
    code: VerdictCode
    counts: Counts
    similarity: float


def judge(
    claim: Claim, place: Place, policy: Policy, findings: Callable[[Place], Sequence[Finding]]
) -> Judged | None:
    """The first rule of a single place that holds.

    Args:
        claim: the claim.
        place: one alignment of it.
        policy: the numbers.
        findings: differences of a place that touch the meaning; asked only when all differences
            could be tidying.

    Returns:
        The place with its rule, or None when not even `altered_wording` holds.
    """
    counts = count(claim, place.alignment.edits)
    code = _rule(claim, place, counts, policy, findings)
    if code is None:
        return None
    return Judged(place, code, counts, similarity(counts))


def count(claim: Claim, edits: Sequence[Edit]) -> Counts:
    """Words of the claim and what became of them; follows from the edits alone."""
    equal = substituted = inserted = deleted = 0
    for edit in edits:
        claimed = edit.claim_last - edit.claim_first
        stored = edit.source_last - edit.source_first
        if edit.op in (Op.EQUAL, Op.FOLD):
            equal += claimed
        elif edit.op is not Op.MARKED:
            both = min(claimed, stored)
            substituted += both
            inserted += claimed - both
            deleted += stored - both
    return Counts(len(claim.tokens), equal, substituted, inserted, deleted)


def similarity(counts: Counts) -> float:
    """1 - (replaced + added + left out unmarked) / words of the claim, not below 0."""
    if not counts.claim_words:
        return 0.0
    changed = counts.substituted + counts.inserted + counts.deleted
    return max(0.0, 1.0 - changed / counts.claim_words)


def final_marks(text: str) -> str:
    """The punctuation with which a text goes on; empty when a word or a space comes first."""
    found = _FINAL.match(text)
    return found.group().strip() if found else ""


def is_question(marks: str) -> bool:
    """Whether a run of punctuation holds a question mark of any script."""
    return bool(_QUESTION.search(marks))


def claim_final(claim: Claim) -> str:
    """Punctuation after the last quoted word of the claim."""
    if not len(claim.tokens):
        return ""
    return final_marks(claim.text[claim.tokens.ends[-1] :])


def source_final(place: Place) -> str:
    """Punctuation right after the last matched word in the source."""
    alignment = place.alignment
    end = alignment.end - alignment.window.start
    return final_marks(alignment.window.text[end : end + 12])


def quoted_text(claim: Claim) -> str:
    """The claim from its first to its last quoted word, without marks that only wrap it."""
    start, end = claim.tokens.starts[0], claim.tokens.ends[-1]
    out, at = "", start
    for piece in claim.pieces:
        if piece.kind is PieceKind.OUTER_MARK and start < piece.start < end:
            out += claim.text[at : piece.start]
            at = piece.end
    return _CASE_BRACKET.sub(r"\1", out + claim.text[at:end])


def _rule(
    claim: Claim,
    place: Place,
    counts: Counts,
    policy: Policy,
    findings: Callable[[Place], Sequence[Finding]],
) -> VerdictCode | None:
    if place.exact:
        if claim.marked:
            return VerdictCode.MARKED_EDITS
        if _same_typography(claim, place):
            return VerdictCode.VERBATIM
        return VerdictCode.VERBATIM_PUNCTUATION
    changed = [e for e in place.alignment.edits if e.op is not Op.EQUAL]
    silent = [e for e in changed if e.op is not Op.MARKED]
    if not _marks_within_reach(place, policy):
        return None
    if not silent:
        # every word stands in order, and yet the pieces are not whole: a word of the claim lies on
        # the wrong side of a mark
        return VerdictCode.ALTERED_WORDING
    if _abridged(place, silent, policy):
        return VerdictCode.ABRIDGED_UNMARKED
    if all(e.op is Op.FOLD or e.kind in TIDY_KINDS for e in silent) and not findings(place):
        return VerdictCode.MINOR_CHANGES
    if _altered(counts, place, policy):
        return VerdictCode.ALTERED_WORDING
    return None


def _same_typography(claim: Claim, place: Place) -> bool:
    alignment = place.alignment
    if is_question(claim_final(claim)) != is_question(source_final(place)):
        return False
    quoted, stored = quoted_text(claim), alignment.window.slice(alignment.start, alignment.end)
    if quoted == stored:  # as most quotes are; folding goes letter by letter
        return True
    ours = fold(quoted, Level.TYPOGRAPHY).text.strip(_OUTER)
    theirs = fold(stored, Level.TYPOGRAPHY).text.strip(_OUTER)
    return ours[1:] == theirs[1:] and ours[:1].casefold() == theirs[:1].casefold()


def _marks_within_reach(place: Place, policy: Policy) -> bool:
    norms = place.alignment.window.tokens.norms
    return all(
        counted_words(norms[e.source_first : e.source_last]) <= policy.ellipsis_gap
        for e in place.alignment.edits
        if e.op is Op.MARKED
    )


def _abridged(place: Place, silent: Sequence[Edit], policy: Policy) -> bool:
    """Only left-out words, no gap too wide, and at least one of them no filler and no slip."""
    if any(e.op is not Op.DELETE for e in silent):
        return False
    if all(e.kind in TIDY_KINDS for e in silent):
        return False
    norms = place.alignment.window.tokens.norms
    edits = place.alignment.edits
    for at, edit in enumerate(edits):
        if edit.op is not Op.DELETE:
            continue
        kept = [
            counted_words(norms[e.source_first : e.source_last])
            for e in (edits[at - 1], edits[at + 1])
            if e.op is Op.EQUAL
        ]
        lone = any(words <= 1 for words in kept)
        limit = policy.lone_word_gap if lone else policy.silent_gap
        if counted_words(norms[edit.source_first : edit.source_last]) > limit:
            return False
    return True


def _altered(counts: Counts, place: Place, policy: Policy) -> bool:
    marked = sum(e.source_last - e.source_first for e in place.alignment.edits if e.op is Op.MARKED)
    length = place.alignment.source_last - place.alignment.source_first - marked
    return (
        counts.equal >= policy.altered_share * counts.claim_words
        and length <= policy.altered_stretch * counts.claim_words
    )
