"""Borders of clauses and sentences, as far as naming a difference has to know them.

An unmatched word is paired with its neighbour only within a clause, and a word that opens a
sentence may be a filler there. Both are read from the marks between two words alone: where a
sentence really ends (`corpus.text.sentences`) costs more than all the rest of naming a difference.
"""

from __future__ import annotations

import re

CLAUSE_BORDER = re.compile(
    "[,;:.!?\u2014\u2026\uff0c\u3002\uff1b\uff1a\uff01\uff1f\u3001]|\n\\s*\n"
)
_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f")


def opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence may begin at an offset.

    Args:
        text: any text.
        at: an offset into it.

    Returns:
        Whether a mark that ends sentences stands between the last letter or digit before the
        offset and the offset; true where there is none before it.
    """
    first = at
    while first and not (text[first - 1].isalnum() or text[first - 1] == "_"):
        first -= 1
    return first == 0 or not _ENDS.isdisjoint(text[first:at])
