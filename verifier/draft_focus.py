"""Whom a pronoun or a definite noun stands for: the person in focus.

Problem: "she", "the 54-year-old" and "the driver" name nobody.

Method: a person of the nearest sentence before that names one whose gender does not contradict it:
whoever has spoken goes first, then the one who opens the sentence, then the last. Whoever only asks
("Asked by Cole, he") is passed over.

Rejected: the nearest name (the one spoken about is often nearer).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from verifier.draft_names import Subject
from verifier.draft_people import Mention, People

_LOOK_BACK = 12
_ASKED = re.compile(
    "(?:Asked|Pressed|Questioned|Quizzed|Interrog\u00e9e?|Befragt|Preguntad[oa])"
    " (?:by|par|von|por) "
)


def behind_pronoun(people: People, subject: Subject, previous: str | None) -> str | None:
    """The person a pronoun stands for; the one who spoke last when nobody else is named.

    Args:
        people: who is named in the draft.
        subject: the pronoun.
        previous: who spoke last.
    """
    gender = people.words.pronouns.get(subject.text.casefold(), "")
    if not gender:
        return previous
    best = person_before(people, subject.start, gender, previous)
    if best:
        people.gender.setdefault(best, gender)
    return best


def person_before(
    people: People, at: int, gender: str, previous: str | None, but: str | None = None
) -> str | None:
    """The person in focus before an offset.

    Args:
        people: who is named in the draft.
        at: offset of the words that stand for the person.
        gender: what they tell (``m``, ``f``, or empty for nothing).
        previous: who spoke last.
        but: who it is not.

    Returns:
        The name; None when nobody fits.
    """
    last = bisect_left(people.starts, at)
    near = people.mentions[max(0, last - _LOOK_BACK) : last]
    best: str | None = None
    single: str | None = None
    sentence = -1
    rank = (-1, -1, -1, -1)
    for mention in reversed(near):
        name = people.fullest(mention.name, mention.start)
        if name == but or _asks(people, mention, at):
            continue
        known = people.gender.get(name) or people.gender.get(mention.name, gender)
        fits = not gender or known == gender
        shown = people.words.language != "de" or mention.opens or not mention.placed
        full = len(name.split()) > 1 and shown
        person = name in people.spoken or name in people.gender or full or bool(mention.role)
        if fits and single is None and not mention.placed:
            single = name
        if not fits or not (person or people.words.language == "zh"):
            continue
        here = bisect_right(people.sentences, mention.start)
        if sentence not in (-1, here):
            break
        sentence = here
        own = people.text[mention.end : mention.end + 2] not in ("'s", "\u2019s")
        this = (int(own), int(name in people.spoken), int(mention.opens), mention.start)
        if this > rank:
            best, rank = name, this
    known = people.gender.get(previous or "", gender)
    if best is None and previous and (known == gender or not gender):
        return previous
    return best or (single if people.words.language == "en" else None)


def _asks(people: People, mention: Mention, at: int) -> bool:
    """Whether somebody only asks the one who is looked for ("Asked by Cole, he ...")."""
    index = bisect_right(people.sentences, mention.start) - 1
    first = people.sentences[index] if index >= 0 else 0
    same = bisect_right(people.sentences, at) - 1 == index
    return same and _ASKED.match(people.text, first, mention.start) is not None
