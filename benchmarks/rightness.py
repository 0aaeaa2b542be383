"""Whether an answer is the right place: the one the claim was cut from, or one as good.

A place is as good when at least as many of the claim's words stand there in order as were left
unchanged when the claim was made. That is what an exhaustive comparison could find at best.
"""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

from benchmarks.claims import Claim
from corpus.text import terms


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
