"""What stands behind a noun for a person and belongs to it ("a spokeswoman for Dorn Council").

Problem: without it the label is somebody else's ("the secretary" of state), and with a word too
many it holds the verb ("the secretary of state looked").

Method: behind "of" or "for" an article takes its noun along, capitals go on; an English noun
without an article is taken alone, and with the next word where that ends the name of a field.

Rejected: everything up to the verb (no list has all verbs).
"""

from __future__ import annotations

import re

from verifier.drafts.names.parts import ATTRIBUTIVE, Word
from verifier.drafts.words import DraftWords

_FIELDS = frozenset(
    "affairs policy policies services resources relations development planning operations strategy"
    " security safety enforcement standards research education studies rights works finance sales"
    " marketing communications engineering design technology innovation learning management"
    " medicine care transport control investigations prosecutions justice arts history literature"
    " health hygiene housing sciences science biology chemistry physics law economics politics"
    " programmes programs projects partnerships engagement experience protection inspection trade"
    " music theatre film culture tourism sport sports media production procurement recruitment"
    " equality inclusion diversity staff people practice ethics compliance delivery supply".split()
)
"""What the second word of a field is ("of public health"); any other may be a verb."""
_COUNTED = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)$")


def office_end(text: str, last: Word, tail: list[Word], words: DraftWords) -> int:
    """The end of "a spokeswoman for Brandt": attributes with their capitalised words.

    Args:
        text: the draft.
        last: the noun for the person.
        tail: the words behind it.
        words: the lists of the language.

    Returns:
        The end offset; of the noun itself where nothing belongs to it.
    """
    end = last.end
    field = _field(tail, words)
    if field and words.is_role(last.text):
        return tail[field - 1].end
    if tail and not text[end : tail[0].start].strip() and tail[0].text.casefold() in ATTRIBUTIVE:
        for word in tail[1:]:
            if word.text[0].isupper():
                end = word.end
            elif not words.has("determiners", word.text):
                end = word.end if words.has("determiners", tail[1].text) else end
                break
    return end


def _field(tail: list[Word], words: DraftWords) -> int:
    """How many words belong to a noun for a person without an article ("secretary [of state]").

    Args:
        tail: the words behind it.
        words: the lists of the language.

    Returns:
        2 or 3, the small word among them, also for a number that counts nothing ("the mother [of
        two] nodded"); 0 where an article, a capital or nothing follows.
    """
    if words.language != "en" or len(tail) < 2 or tail[0].text not in ("of", "for"):
        return 0
    small = ("determiners", "pronouns", "own", "prepositions", "auxiliaries", "relatives")
    first = tail[1].text
    if _COUNTED.match(first) and len(tail) > 2:
        return 0 if tail[2].text.endswith(("s", "children")) else 2
    if not first[0].islower() or any(words.has(name, first) for name in small):
        return 0
    return 3 if len(tail) > 2 and tail[2].text in _FIELDS else 2
