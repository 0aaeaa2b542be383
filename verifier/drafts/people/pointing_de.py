"""Whom a German definite noun stands for ("der Rentner", "die Kapitänin des SV Dorn").

Problem: German reports hardly repeat a name; "der Bauingenieur" and "der 49-Jährige" are whoever is
in focus, while "der Richter" of a court report is somebody who never gets a name.

Method: the words that brought the same noun in; else the person in focus whose gender the noun does
not contradict, unless the noun is one for whoever is there by his office (a judge, a witness, a
minister) or belongs to somebody (a mother, a neighbour). With an attribute only whoever has no
office yet is meant.

Rejected: only nouns of a list (every trade serves, and German makes new ones by compounding).
"""

from __future__ import annotations

from collections.abc import Callable

from verifier.drafts.names.definite import gender_of, stands_for_a_person
from verifier.drafts.names.parts import ATTRIBUTIVE, Subject
from verifier.drafts.people.focus_de import has_work, in_focus_de
from verifier.drafts.people.openings import INDEFINITE, is_people
from verifier.drafts.people.roster import People
from verifier.drafts.words import DraftWords, is_body

_DEFINITE = {"der": "m", "dieser": "m", "die": "f", "diese": "f", "das": "", "dieses": ""}
_ANYBODY = frozenset("zeuge zeugin frau mann dame herr junge m\u00e4dchen".split())
"""Nouns for whoever was brought in by another one."""
_REACH = 4000
"""Characters before a noun in which somebody was brought in by it."""


def pointed_at_de(
    people: People, subject: Subject, but: Callable[[str | None], bool], *, beside: bool
) -> str | None:
    """Whom a German noun stands for that no name in the draft bears.

    Args:
        people: who is named in the draft.
        subject: the noun.
        but: who it is not.
        beside: whether it stands beside a quotation; narration brings in people by any noun.

    Returns:
        A name, or the words that brought him in; None when the noun is all there is.
    """
    words = people.words
    parts = subject.text.casefold().split()
    if parts[0] not in _DEFINITE or is_body(subject.role, words):
        return None
    gender = gender_of(subject.role, words) or _DEFINITE[parts[0]]
    attribute = any(part in ATTRIBUTIVE for part in parts[2:])
    if not attribute:
        longer = _longer(people, subject)
        if longer is not None:
            return longer
    free = stands_for_a_person(people.text, subject, words) or subject.role in _ANYBODY
    if not free and (not beside or _is_somebody_there(subject.role, words)):
        return None
    origin = words.has("demonyms", subject.role)
    if not free and not origin and not is_people(subject.role, words):
        return None
    who = in_focus_de(people, subject.start, gender, but)
    if who is None or not people.is_named(who):
        there = free and not _is_somebody_there(subject.role, words)
        return who if there or _is_new_here(people, subject, who) else None
    if attribute and has_work(people, who):
        return None
    if gender:
        people.gender.setdefault(who, gender)
    people.pointed[subject.start] = who
    return who


def _is_somebody_there(role: str, words: DraftWords) -> bool:
    """Whether a noun is one for whoever is there by his office or belongs to somebody."""
    ends = words.groups_of_words["there_by_office"]
    return any(role[-n:] in ends for n in range(3, len(role) + 1))


def _is_new_here(people: People, subject: Subject, who: str | None) -> bool:
    """Whether somebody without a name was brought in by the paragraph of another noun for her."""
    if who is None:
        return False
    first = people.text.rfind("\n", 0, subject.start) + 1
    brought = who.split()[0].casefold() in INDEFINITE or subject.role in _ANYBODY
    return brought and who in people.text[first : subject.start]


def _longer(people: People, subject: Subject) -> str | None:
    """The same noun with its attribute ("die Mutter der Klägerin"), when it stands before."""
    low = max(0, subject.start - _REACH)
    for one in reversed(people.nameless_between(low, subject.start)):
        if one.role != subject.role:
            continue
        more = len(one.name.split()) > len(subject.text.split())
        return one.name if more else None
    return None
