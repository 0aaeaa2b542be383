"""A quote held against the original wording, where both are in one language.

Problem: words that went through a translation and back can be letter for letter those of the page
that was found, and differ from what was said in the one word that matters. "Nothing differs" is
then read as "that is what was said".

Method: where the answer knows the original in the claim's own language, both are aligned as a claim
with a place, and the words that are not the same are kept with their spans.

Rejected: the share of likeness alone (it names no word), and an alignment kept in the report (it
follows from two texts that the report has).
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import QuoteVerifierError
from corpus.models import Passage, PassageKind
from corpus.text.tokens import tokens
from verifier.aligning.align import chain
from verifier.aligning.diff import align_edits
from verifier.aligning.wording import count
from verifier.forms.variants import token_keys
from verifier.forms.wordlists import primary
from verifier.models import Edit, Op, Window
from verifier.reading.claims import read_claim
from verifier.report import Report

_LIMIT = 100_000
_SAME = frozenset({Op.EQUAL, Op.FOLD, Op.MARKED})


@dataclass(frozen=True, slots=True)
class Beside:
    """What differs between a claim and the original.

    Attributes:
        claim_spans: stretches of the claim that the original has not, or has otherwise.
        original_spans: stretches of the original that the claim has not, or has otherwise.
        pairs: the original's words and the claim's, of each difference in order; either may be
            empty.
        differing: replaced, added and left-out words.
        start: where the first matched word of the original begins; ``end`` where the last ends.
    """

    claim_spans: tuple[tuple[int, int], ...]
    original_spans: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[str, str], ...]
    differing: int
    start: int
    end: int


def beside_original(report: Report) -> Beside | None:
    """The claim against the original wording.

    Args:
        report: any report.

    Returns:
        None where the answer has no original, or one in another language than the claim's, and
        where the two share nothing.

    Cost: one alignment of the claim with one passage.
    """
    found = report.translation
    if found is None or report.match is None:
        return None
    text, language = found.original.text, found.original.language
    if not found.original.available or not text or not language:
        return None
    if primary(language) != primary(report.claim.language.tag):
        return None
    try:
        claim = read_claim(
            report.claim.text, language=language, limit=_LIMIT, detect_language=lambda _: language
        )
    except QuoteVerifierError:
        return None
    cut, norms = tokens(text), claim.tokens.norms
    if not norms or not len(cut):
        return None
    runs = chain(token_keys(norms, language), token_keys(cut.norms, language), [1.0] * len(norms))
    if not runs:
        return None
    alone = Passage(0, 0, "", 0, 0, len(text), 0, PassageKind.PROSE, None, text)
    aligned = align_edits(claim, Window((alone,), cut, text, 0, True), runs, language)
    differing = [edit for edit in aligned.edits if edit.op not in _SAME]

    def in_claim(edit: Edit) -> tuple[int, int]:
        last = edit.claim_last - 1
        return claim.tokens.starts[edit.claim_first], claim.tokens.ends[last]

    def in_original(edit: Edit) -> tuple[int, int]:
        return cut.starts[edit.source_first], cut.ends[edit.source_last - 1]

    added = [in_claim(e) if e.claim_last > e.claim_first else None for e in differing]
    lost = [in_original(e) if e.source_last > e.source_first else None for e in differing]
    counts = count(claim, aligned.edits)
    return Beside(
        claim_spans=tuple(span for span in added if span),
        original_spans=tuple(span for span in lost if span),
        pairs=tuple(
            (text[slice(*there)] if there else "", report.claim.text[slice(*here)] if here else "")
            for there, here in zip(lost, added, strict=True)
        ),
        differing=counts.substituted + counts.inserted + counts.deleted,
        start=cut.starts[aligned.source_first],
        end=cut.ends[aligned.source_last - 1],
    )


def differing_words(found: Beside) -> str:
    """How a claim compares with the original, in words without a full stop."""
    if not found.differing:
        return "has the words of the original"
    many = f"{found.differing} word{'s' if found.differing != 1 else ''}"
    shown = [_pair(*pair) for pair in found.pairs[:3]]
    more = ", ..." if len(found.pairs) > 3 else ""
    return f"differs from the original in {many} ({', '.join(shown)}{more})"


def _pair(original: str, claim: str) -> str:
    if original and claim:
        return f"original \u201c{original}\u201d, quote \u201c{claim}\u201d"
    return (
        f"not in the quote: \u201c{original}\u201d"
        if original
        else (f"not in the original: \u201c{claim}\u201d")
    )
