"""Whether an answer is the right place: the one the claim was cut from, or one as good.

A place is as good when at least as many of the claim's words stand there in order as were left
unchanged when the claim was made. Of a short quote with half of its words replaced that asks for
more than there is to find: other passages hold as many of its words by chance, and comparing with
every passage does not lead to its origin either. `as_good` asks that comparison itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from benchmarks.claims import Claim
from corpus.text.tokens import terms


def is_right(claim: Claim, shown: str | None, passage: str | None) -> bool:
    """Whether a place is the right one.

    Args:
        claim: what was asked; an absent one is never right.
        shown: the text of the place itself; None where nothing was found.
        passage: the whole passage it stands in.
    """
    if claim.origin is None or shown is None:
        return False
    if passage is not None and (passage in claim.origin or claim.origin in passage):
        return True
    words = terms(claim.quote)
    unchanged = len(words) - round(claim.changed * len(words))
    return kept(claim, shown) >= unchanged


def kept(claim: Claim, text: str) -> int:
    """How many words of a claim stand in a text in order."""
    return int(LCSseq.similarity(terms(claim.quote), terms(text)))


def as_good(claim: Claim, shown: str | None, texts: Sequence[str]) -> bool:
    """Whether a place aligns at least as well as the best one of all passages.

    Args:
        claim: what was asked.
        shown: the text of our place; None where nothing was found.
        texts: all passages; those shorter than the claim are left out, they would all be perfect.

    Returns:
        Whether our place holds at least as many of the claim's words in order as the place of the
        exhaustive comparison, both within a stretch as long as the claim.

    Cost: every passage is compared in characters; 4 to 25 s at 1,000,000.
    """
    if shown is None:
        return False
    long_enough = [text for text in texts if len(text) >= len(claim.quote)]
    best = process.extractOne(claim.quote, long_enough, scorer=fuzz.partial_ratio)
    return best is None or _kept_within(claim, shown) >= _kept_within(claim, best[0])


def _kept_within(claim: Claim, text: str) -> int:
    if len(text) <= len(claim.quote):
        return kept(claim, text)
    found = fuzz.partial_ratio_alignment(claim.quote, text)
    return kept(claim, text[found.dest_start : found.dest_end]) if found else 0
