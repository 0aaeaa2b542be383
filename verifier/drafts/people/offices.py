"""Who holds an office: "the mayor", "der Minister" of a "Verkehrsminister Ada Vane".

Problem: a draft puts an office beside a name once and goes on with the office alone.

Method: the name beside which the office stands, the nearest before; in German also one with a
longer or a shorter noun of the same head, in French and Spanish one with another word for it. An
indefinite noun is nobody's, and one with an attribute may be another's ("the mayor of another
town").

Rejected: the nearest person with any office (two offices are mostly two people).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from verifier.drafts.names.capitals_de import held_by_compound
from verifier.drafts.names.definite import gender_of_words
from verifier.drafts.names.parts import ATTRIBUTIVE, Subject
from verifier.drafts.people.entries import nearest
from verifier.drafts.people.given_romance import gender_of_given
from verifier.drafts.people.nameless_zh import held_there
from verifier.drafts.people.openings import INDEFINITE
from verifier.drafts.people.roster import People

_NEAR = 400
"""Characters behind a holder in which the office may have another attribute."""


def in_office(people: People, subject: Subject) -> str:
    """The name of whoever the draft gives an office, else the words themselves.

    Args:
        people: who is named in the draft.
        subject: a noun for a person.
    """
    words = [word.casefold() for word in subject.text.split()]
    told_apart = any(word in ATTRIBUTIVE for word in words[2:])
    romance = people.words.language in ("fr", "es")
    if romance:
        told_apart = any(word[0].isupper() for word in subject.text.split()[2:])
    apart = told_apart and romance  # "la portavoz del PSOE", whose holder was named just before
    if words[0] in INDEFINITE or (told_apart and not romance):
        return subject.text  # "a spokeswoman", "the mayor of another town"
    held: Sequence[tuple[int, str]] = people.by_role.get(subject.role, ())
    if people.words.language == "zh":
        held = held_there(people.text, subject, held)
    if not held:
        held = _by_another_word(people, subject)
    if not held and people.words.language == "de":
        held = held_by_compound(people.by_role, subject)
    found = nearest(held, subject.start)
    index = bisect_right(people.sentences, subject.start) - 1
    first = people.sentences[index] if index >= 0 else 0
    if apart and not any(first - _NEAR <= at < first for at, name in held if name == found):
        return subject.text
    return people.fullest(found, subject.start) if found else subject.text


def _by_another_word(people: People, subject: Subject) -> list[tuple[int, str]]:
    """Who holds an office that is called by another word now ("el alcalde", "el regidor")."""
    gender = gender_of_words(subject.text, subject.role, people.words)
    found = []
    for other in people.words.same_office.get(subject.role, ()):
        for at, name in people.by_role.get(other, ()):
            known = people.gender.get(name) or gender_of_given(name, people.words)
            if at < subject.start and (not gender or known in ("", gender)):
                found.append((at, name))
    return sorted(found)
