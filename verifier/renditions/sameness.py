"""How alike a claim and one text are: by the formula of the report, and by their rare words.

The formula is used where a claim is held against a text that was not searched for: the original
beside a translation, a translation beside the original. The rare words tell whether two texts that
share no wording may still be two translations of one sentence.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from corpus.models import Passage, PassageKind
from corpus.text.tokens import is_unspaced, tokens
from verifier.aligning.align import chain
from verifier.aligning.diff import align_edits
from verifier.aligning.wording import count, similarity
from verifier.forms.variants import token_keys
from verifier.models import Claim, Window


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


def subject_likeness(
    one: Sequence[str],
    other: Sequence[str],
    rarity: Mapping[str, float],
    stem: Callable[[str], str],
) -> float:
    """The cosine of two texts over their words, rare ones counting more.

    Args:
        one: level 2 tokens.
        other: level 2 tokens.
        rarity: weight, above 0, of every token of both.
        stem: of the language of both.

    Returns:
        In [0, 1]; 0 when they share nothing. Scripts without spaces count by pairs of characters.
    """
    a, b = _weighed(one, rarity, stem), _weighed(other, rarity, stem)
    size = math.sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
    return sum(a[unit] * b[unit] for unit in a.keys() & b.keys()) / size if size else 0.0


def _weighed(
    norms: Sequence[str], rarity: Mapping[str, float], stem: Callable[[str], str]
) -> dict[str, float]:
    found: dict[str, float] = {}
    for at, norm in enumerate(norms):
        if not is_unspaced(norm):
            root = stem(norm)
            found[root] = max(found.get(root, 0.0), rarity[norm])
        elif at + 1 < len(norms) and is_unspaced(norms[at + 1]):
            found[norm + norms[at + 1]] = max(rarity[norm], rarity[norms[at + 1]])
    return found
