"""How alike a claim and one text are, by the formula of the report.

Used where a claim is held against a text that was not searched for: the original beside a
translation, a translation beside the original.
"""

from __future__ import annotations

from corpus.models import Passage, PassageKind
from corpus.text import tokens
from verifier.align import chain
from verifier.diff import align_edits
from verifier.models import Claim, Window
from verifier.variants import token_keys
from verifier.wording import count, similarity


def likeness(claim: Claim, text: str, language: str) -> float:
    """1 - (replaced + added + left out) / words of the claim, against the best stretch of a text.

    Args:
        claim: the claim.
        text: any text.
        language: of the text, for the closed lists.

    Returns:
        In [0, 1]; 0 when no word is shared or either has none.
    """
    cut = tokens(text)
    norms = claim.tokens.norms
    if not norms or not len(cut):
        return 0.0
    runs = chain(token_keys(norms, language), token_keys(cut.norms, language), [1.0] * len(norms))
    if not runs:
        return 0.0
    alone = Passage(0, 0, "", 0, 0, len(text), 0, PassageKind.PROSE, None, text)
    window = Window((alone,), cut, text, 0, True)
    return similarity(count(claim, align_edits(claim, window, runs, language).edits))
