"""The gender that the form of a French or Spanish first name tells.

Problem: a draft often says "elle" or "ella" of somebody whom neither a title nor an office has
shown to be a woman, and the nearest person is taken, a man as often as not.

Method: how the first name ends, which in these two languages tells it for nearly all of them, with
closed lists of those that end like the other gender and of those that both bear. It is the weakest
of all evidence: whatever the draft itself tells goes before it.

Rejected: lists of first names to know names by (how a name stands tells that), and the same for
other languages (a German or English name tells by no ending).
"""

from __future__ import annotations

import re

from verifier.drafts.words import DraftWords

_FEMININE = {"fr": re.compile("[ea]$"), "es": re.compile("a$")}
"""How names of women end, where no list says otherwise."""
_MASCULINE = {
    "fr": re.compile(
        "(?:[^\\W\\d_](?:ien|aud|ault|ert|ard|oît|ois|in|is|ôme|ques|ice|el|al|ré|é|c|t|d|y))$"
    ),
    "es": re.compile("[onsrldze]$"),
}
"""How names of men end there; of other endings, most of them foreign, nothing is known."""
_SHORTEST = 3
"""Letters of a first name; fewer are initials."""


def gender_of_given(name: str, words: DraftWords) -> str:
    """The gender that the first word of a full name tells.

    Args:
        name: a person's name.
        words: the lists of the language of the draft.

    Returns:
        ``m``, ``f``, or empty for a single word, which may be a family name, a name that both bear,
        an initial, and in other languages than French and Spanish.
    """
    given, _, rest = name.partition(" ")
    if words.language not in _FEMININE or not rest or given.isupper():
        return ""
    first = given.casefold().partition("-")[0]
    if len(first) < _SHORTEST or not first.isalpha() or words.has("given_both", first):
        return ""
    if words.has("given_masculine", first):
        return "m"
    if words.has("given_feminine", first):
        return "f"
    for gender, ending in (("f", _FEMININE), ("m", _MASCULINE)):
        if ending[words.language].search(first):
            return gender
    return ""  # a foreign name
