"""The head of a French or Spanish noun phrase without a name, and what tells it apart.

Problem: in "la direction régionale des affaires culturelles" the noun stands before its adjective,
and what it is the body of goes on without a capital.

Method: the noun is the first word behind the article and the adjectives that stand before a noun;
attributes follow behind "de" with an article, a noun and its capitals, and adjectives by how they
end.

Rejected: the last word before a preposition (it is the adjective), everything up to the verb (an
adverbial would belong to the label).
"""

from __future__ import annotations

import re

from verifier.draft_parts import Word
from verifier.draft_words import DraftWords

_LINKS = ("de", "du", "des", "d", "del")
_MOST_ATTRIBUTES = 3
_ADJECTIVE = re.compile(
    r"\w{2}(?:al|ale|ales|aux|el|elle|elles|iques?|aise?s?|iens?|iennes?|aine?s?|oise?s?|eux|euses?|ifs?|ives?"
    r"|aires?|istes?|ars?|ari[oa]s?|ic[oa]s?|enses?|\u00e9s|es[ae]s?|an[oa]s?|e\u00f1[oa]s?|in[oa]s?|iv[oa]s?"
    r"|os[oa]s?|istas?|[aeio]les|il|or|ora|oras|itimes?|voisine?s?|vecin[oa]s?)$"
)
"""How adjectives that tell a body or an office apart end."""


def head_noun(head: list[Word], words: DraftWords) -> int:
    """The index of the noun in a noun phrase that begins with an article.

    Args:
        head: its words up to the first preposition or verb, at least two.
        words: the French or Spanish lists.
    """
    at = 1
    while at < len(head) - 1 and words.has("prenominal", head[at].text):
        at += 1
    return at


def attribute_end(text: str, end: int, tail: list[Word], words: DraftWords) -> int:
    """The end of the attributes behind a noun ("une voisine de la rue des Halles").

    Args:
        text: the draft.
        end: end offset of the noun.
        tail: the words behind it.
        words: the French or Spanish lists.
    """
    at = 0
    while at < min(2, len(tail)) and _is_adjective(text, end, tail[at]):
        end, at = tail[at].end, at + 1  # "el presidente regional, que ..."
    for _ in range(_MOST_ATTRIBUTES):
        if at >= len(tail) or tail[at].text not in _LINKS or not _goes_on(text, end, tail[at]):
            break
        at += 1
        while at < len(tail) and words.has("determiners", tail[at].text) and at < 8:
            at += 1
        if at >= len(tail) or not tail[at].text[0].isalpha():
            break
        end, at = tail[at].end, at + 1
        while at < len(tail) and tail[at].text[0].isupper() and _goes_on(text, end, tail[at]):
            end, at = tail[at].end, at + 1
        if at < len(tail) and _is_adjective(text, end, tail[at]):
            end, at = tail[at].end, at + 1
    return end


def _goes_on(text: str, end: int, word: Word) -> bool:
    return not text[end : word.start].strip("' \u2019\u00a0-\n")


def _is_adjective(text: str, end: int, word: Word) -> bool:
    return (
        word.text[0].islower() and _goes_on(text, end, word) and bool(_ADJECTIVE.search(word.text))
    )
