"""The gender that a given name tells, where the draft itself tells none.

Problem: "Judge Amanda Teale said he had picked out people who lived alone. ... she told him": no
title and no pronoun before shows which of two names "she" is, and the nearest is the wrong one.

Method: a closed list of given names that are, in the news of the language, a woman's or a man's
throughout. Names of both (Robin, Alex), and those that are mostly a place or a thing, are on
neither. It counts after titles, offices and pronouns, which have told before.

Rejected: no list at all (most first pronouns of an article stand behind a full name and nothing
else); shares of each name in a census (a rare name's share says nothing about one person).
"""

from __future__ import annotations

import re

from verifier.drafts.people.roster import People
from verifier.drafts.words import is_body

_THING = re.compile(r"\b(?:the|a|an|this|that|his|her|their|its) ([a-z-]+) $")
"""An adjective before a name, which is then a thing's ("the new Ada Vane")."""
_NOBODY = ("groups", "not_names", "press", "prizes", "bearers", "works")


def tell_by_given_names(people: People) -> None:
    """Give the people of a draft the gender of their given names, if nothing else tells it.

    Args:
        people: who is named in the draft; what comes of it is kept there.

    Cost: linear in the names.
    """
    words = people.words
    if not words.groups_of_words.get("given_feminine"):
        return
    for mention in people.mentions:
        name = people.fullest(mention.name, mention.start)
        if name in people.gender or name in people.things or words.has("demonyms", name):
            continue
        first, last = name.split()[0], name.split()[-1]
        if any(words.has(each, last) for each in _NOBODY) or is_body(last.casefold(), words):
            continue
        if first == last and name not in people.free:
            continue
        thing = _THING.search(people.text, max(0, mention.start - 32), mention.start)
        if thing and not words.is_role(thing.group(1)):
            continue
        for gender, names in (("f", "given_feminine"), ("m", "given_masculine")):
            if words.has(names, first):
                people.gender[name] = gender
