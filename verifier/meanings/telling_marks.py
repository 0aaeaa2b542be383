"""Marks between and behind the words that change what is said.

Problem: punctuation is no difference of wording, and yet "No, more taxes" is the opposite of "No
more taxes", "3/4" is less than "3-4", and a question is no statement.

Method: the gaps between kept words are compared for the few marks that tell: a clause border behind
a word of denial that can stand by itself, and the sign between two numbers. A question is compared
with the mark that ends the claim.

Rejected: flagging every comma (house styles move them, and most of them tell nothing).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verifier.forms.stems import is_function_word
from verifier.meanings.differences import Block, BlockKind, Comparison
from verifier.models import Finding, Risk

_QUESTION = ("?", "\uff1f", "\u061f", "\u037e")
_ALONE = frozenset(("no", "non", "\u043d\u0435\u0442", "\u4e0d", "\u6ca1", "\u522b"))
"""Words that answer by themselves and deny what follows them: English and Spanish no, French non,
Russian нет, Chinese 不, 没, 别."""
_DENIED = frozenset(
    ("more", "other", "such", "less", "one", "\u8981", "\u4f1a", "\u662f", "\u7ed9")
)
"""Function words that a denial goes with all the same: "no more", 不要, 不会, 不是, 不给."""
_BORDER = re.compile(r"[,;:.!?\u2026\uff0c\u3002\uff1b\uff1a\uff01\uff1f\u2014]|\s[-\u2013]\s|--")
_DASHES = re.compile(r"[\u2010-\u2015\u2212-]")


def mark_changes(compared: Comparison, language: str) -> Iterator[tuple[int, Finding]]:
    """Marks that tell and that only one side has.

    Args:
        compared: both sides, and the blocks over them.
        language: of the source; a word that no denial can go with ("No, we ...") tells nothing.

    Yields:
        The place in the claim, in order, and what differs there.
    """
    for left, right in pairwise(compared.blocks):
        kept = left.kind is right.kind is BlockKind.KEPT
        if not kept or left.claim_last < right.claim_first or left.source_last < right.source_first:
            continue
        ours = compared.source.gaps[right.source_first]
        theirs = compared.claim.gaps[right.claim_first]
        if ours == theirs:
            continue
        first = left.claim_first
        claim = compared.claim.text(first, right.claim_last)
        source = compared.source.text(left.source_first, right.source_last)
        if compared.source.norms[left.source_last - 1] in _ALONE:
            follows = compared.source.norms[right.source_first]
            if is_function_word(follows, language) and follows not in _DENIED:
                continue
            if bool(_BORDER.search(ours)) != bool(_BORDER.search(theirs)):
                note = f"the mark tells: source {source}, quote {claim}"
                yield first, Finding(Risk.NEGATION, claim, source, note)
        elif _between_numbers(compared, left, right) and _sign(ours) != _sign(theirs):
            note = f"number differs: source {source}, quote {claim}"
            yield first, Finding(Risk.NUMBER, claim, source, note)


def _between_numbers(compared: Comparison, left: Block, right: Block) -> bool:
    norms = compared.source.norms
    return norms[left.source_last - 1][-1:].isdigit() and norms[right.source_first][:1].isdigit()


def _sign(gap: str) -> str:
    """What stands between two numbers, whatever dash it is."""
    return _DASHES.sub("-", "".join(gap.split()))


def question_to_statement(claim_final: str, source_final: str) -> Finding | None:
    """Whether a question of the source ends in another mark in the claim.

    Args:
        claim_final: final punctuation of the claim; empty when it has none.
        source_final: final punctuation of the source's sentence.

    Returns:
        A finding, or None when the source does not ask, the claim asks as well, or it has no mark.
    """
    asks = any(mark in source_final for mark in _QUESTION)
    if not asks or not claim_final or any(mark in claim_final for mark in _QUESTION):
        return None
    note = (
        f"the source asks: it has \u201c{source_final}\u201d, the quote \u201c{claim_final}\u201d"
    )
    return Finding(Risk.QUESTION_TO_STATEMENT, claim_final, source_final, note)
