"""Where an English draft names somebody by the office that the draft has given to him.

Problem: "That cut little ice with the judge. ... he asked" brings the judge back without a name,
and whoever was named a sentence earlier would be he.

Method: a definite noun for an office that one person of the draft holds, named before, stands there
for that person; not before a name, an attribute or what belongs to him.

Rejected: every definite noun for a person (most stand for people in general, or for another's).
"""

from __future__ import annotations

import re

from verifier.drafts.models import Span
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.roster import People

_DEFINITE = re.compile(r"\b[Tt]he ([a-z]+(?:-[a-z]+)?)\b(?!['\u2019-]| of\b| (?:[A-Z]|[a-z]+-))")
_ENDS = (".", "!", "?", "")
_MOST = 2000
"""Definite nouns of a draft that are looked at; it keeps a draft of nothing else linear."""


def bring_back_holders(people: People, narration: list[Span]) -> None:
    """Add the places where an office stands for its only holder to the people of a draft.

    Args:
        people: who is named in the draft; what comes of it is kept there.
        narration: the parts outside quotation marks, in order.

    Cost: linear in the narration.
    """
    if people.words.language != "en":
        return
    known = {one.start for one in people.nameless}
    holders: dict[str, tuple[int, str] | None] = {}
    found: list[Mention] = []
    for start, end in narration:
        for match in _DEFINITE.finditer(people.text, start, end):
            role = match.group(1)
            if match.start() in known or len(found) >= _MOST:
                continue
            if role not in holders:
                holders[role] = _only_holder(people, role)
            holder = holders[role]
            if holder is None or holder[0] >= match.start():
                continue
            before = re.search(
                r"([a-z]+) $", people.text[max(0, match.start() - 16) : match.start()]
            )
            placed = before is not None and people.words.has("prepositions", before.group(1))
            found.append(Mention(*match.span(), match.group(), False, role, placed))
    people.nameless.extend(found)
    people.nameless.sort(key=lambda one: one.start)


def _only_holder(people: People, role: str) -> tuple[int, str] | None:
    """Where the only one who holds an office is first named with it, and the name."""
    if not people.words.is_role(role):
        return None
    headline = people.text.find("\n")
    headline = -1 if people.text[:headline].rstrip()[-1:] in _ENDS else headline
    entries = [one for one in people.by_role.get(role, ()) if one[0] > headline]
    held = [(at, people.fullest(name, at)) for at, name in entries if people.is_named(name)]
    return held[0] if len({name for _, name in held}) == 1 else None
