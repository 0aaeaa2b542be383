"""Names of bodies, places and papers in quotation marks, which nobody said.

Problem: German, French and Spanish set the names of associations, bars and newspapers in marks.

Method: a noun for what has a name stands right before and the words begin with a capital; in German
also an article and capitals only. A newspaper has an article and capitals behind it.

Rejected: every short stretch with a capital (it may be what somebody called out).
"""

from __future__ import annotations

import re

from verifier.drafts.words import DraftWords

_FINAL = re.compile("[.!?\u2026]$")
_LEADS_TO = (":", ",")
_LONGEST_PAPER = 6
"""Words of such a name."""


def is_proper(quoted: str, head: str, length: float, words: DraftWords) -> bool:
    """Whether words in marks are the name of a body or a place (Verein "Gegenwind").

    Args:
        quoted: the words in marks.
        head: what stands before them.
        length: how many words they are.
        words: the lists of the language.
    """
    last = re.search(r"([^\W\d_]+)[\u00a0 ]*$", head)
    before = last.group(1) if last else ""
    long = length > _LONGEST_PAPER or head[-1:] in _LEADS_TO
    if long or _FINAL.search(quoted) or not quoted[:1].isupper():
        return False
    if words.has("named_so", before):
        return True
    definite = before in ("die", "der", "das", "dem", "den", "des")
    capitals = all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", quoted))
    return words.language == "de" and definite and capitals and length > 1


def is_paper(quoted: str, length: float, words: DraftWords) -> bool:
    """Whether words in marks are a newspaper by their form ("Le Courrier de la Brenne").

    Args:
        quoted: the words in marks.
        length: how many words they are.
        words: the lists of the language.
    """
    if words.language not in ("fr", "es") or not 1 < length <= _LONGEST_PAPER:
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", quoted) if len(word) > 3]
    article = re.match(r"(?:L[ea]s? |L['\u2019]|El |Los )[^\W\d_a-z]", quoted)
    return bool(article and long) and all(word[0].isupper() for word in long)
