"""Who says what a headline or a pulled line quotes: whoever says the same words below.

Problem: a headline quotes without a name, or puts a place or a team where a name would stand
("Mill closes: 'We were lied to'").

Method: words of a line that ends like no sentence, which stand in a later
quotation as well, belong to whoever says them there, also a few that nothing else shows to be
somebody's ("Trainer jailed after he 'traded on kindness'").

Rejected: whoever the article is about (a headline mostly quotes its opponent).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.text.tokens import is_unspaced, tokens
from verifier.drafts.models import DraftKind, DraftQuotation

_FEWEST = 2
"""Words that must be the same: fewer are anybody's."""
_MOST_LINES = 40
"""Quotations of headlines that are looked for below; it keeps a draft of nothing else linear."""
_LONGEST_LINE = 200
"""Characters of a headline."""
_ENDS = (".", "!", "?", "\u2026", "\u3002", "\uff01", "\uff1f")


def from_below(text: str, quoted: Sequence[DraftQuotation], language: str) -> list[DraftQuotation]:
    """Give the quotations of headlines the speaker that the same words have below.

    Args:
        text: the draft.
        quoted: what is found in it, in order.
        language: of its lists of words.

    Returns:
        The same quotations in order; those of headlines with the later speaker where there is one,
        in French and Spanish unless the headline names a speaker itself.

    Cost: linear in the draft.
    """
    kinds = (DraftKind.QUOTATION, DraftKind.BLOCK_QUOTE, DraftKind.SCARE_QUOTE)
    lines = [n for n, one in enumerate(quoted) if one.kind in kinds and _is_headline(text, one)]
    if not lines:
        return list(quoted)
    below = [
        (n, " ".join(("", *tokens(text[one.start : one.end]).norms, "")), one.speaker)
        for n, one in enumerate(quoted)
        if one.is_checked and one.speaker is not None
    ]
    done = list(quoted)
    for index in lines[:_MOST_LINES]:
        norms = tokens(text[quoted[index].start : quoted[index].end]).norms
        words = " ".join(("", *norms, ""))
        few = quoted[index].kind is DraftKind.SCARE_QUOTE
        if len(norms) < _FEWEST or (few and not _is_told(text, quoted[index], len(norms))):
            continue
        own = quoted[index].speaker is not None and quoted[index].attribution[-1:].isalpha()
        if own and language in ("fr", "es"):  # "Le ministère veut « deux jours par mois »"
            continue
        said = next((who for n, other, who in below if n > index and words in other), None)
        if said is not None:
            one = replace(done[index], speaker=said, speaker_start=-1, speaker_end=-1)
            done[index] = replace(one, kind=DraftKind.QUOTATION)
    return done


def _is_told(text: str, one: DraftQuotation, length: int) -> bool:
    """Whether a few words are more than a term: three, or with a name behind a colon."""
    if any(is_unspaced(sign) for sign in text[one.start : one.end]):
        return False  # "the chain's "one click" is under fire"
    return length > _FEWEST or text[one.end + 1 : one.end + 2] == ":"


def _is_headline(text: str, one: DraftQuotation) -> bool:
    start = text.rfind("\n", 0, one.start) + 1
    stop = text.find("\n", one.end)
    line = text[start : stop if stop >= 0 else len(text)].rstrip(
        " \u00a0\"'\u201d\u2019\u00bb\u201c"
    )
    return not line.endswith(_ENDS) and len(line) <= _LONGEST_LINE
