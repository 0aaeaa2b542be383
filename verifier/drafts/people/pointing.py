"""Whom a definite noun without a holder points back to ("the official", "le portier").

Problem: "the minister" is on the list of offices of a draft, "the midfielder" and "the member for
Dorn" are not, and "the official" was "one senior official" before.

Method: the words that brought the same noun in; else the person in focus, when the noun is none for
an office that one person holds and that person does not stand in the same sentence, which would
tell them apart; else whoever opens the sentence before, for a noun with an attribute.

Rejected: any noun for the nearest name (a judge without a name would speak as the defendant).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from verifier.drafts.names.definite import (
    gender_of,
    gender_of_words,
    is_inferred,
    may_be_another_noun,
    stands_for_a_person,
)
from verifier.drafts.names.parts import ATTRIBUTIVE, Subject, words_of
from verifier.drafts.people.focus import person_before
from verifier.drafts.people.leads import holds_unsaid
from verifier.drafts.people.neuters import named_between
from verifier.drafts.people.openings import INDEFINITE
from verifier.drafts.people.pointing_de import pointed_at_de
from verifier.drafts.people.roster import People

_ANYBODY = frozenset("homme femme dame monsieur hombre mujer se\u00f1ora se\u00f1or".split())
_REACH = 4000
"""Characters before a noun in which somebody was brought in by it."""


def pointed_at(
    people: People,
    subject: Subject,
    previous: str | None,
    but: Callable[[str | None], bool],
    *,
    own: bool,
    beside: bool = True,
) -> str | None:
    """Whom a noun stands for that no name in the draft bears.

    Args:
        people: who is named in the draft.
        subject: the noun.
        previous: who spoke last.
        but: who it is not.
        own: whether its words are in the first person singular.
        beside: whether it stands beside a quotation; narration brings in people by any noun.

    Returns:
        A name, or the words that brought him in; None when the noun is all there is.
    """
    words = people.words
    brought = introduced(people, subject)
    if brought is not None:
        return brought
    if words.language == "de":
        return pointed_at_de(people, subject, but, beside=beside) or described(people, subject)
    another = may_be_another_noun(people.text, subject, words, own=own)
    parts = subject.text.replace("\u2019", " ").replace("'", " ").split()[2:]
    named = (name for part in parts for _, name in people.by_part.get(part, ()))
    loose = not any(people.is_person(name, subject.start) for name in named)
    if loose and any(part[0].isupper() for part in parts[:-1]):  # "des Bâtiments de France"
        head = words_of(people.text, max(0, subject.start - 24), subject.start)[-1:]
        loose = bool(head) and words.has("verbs", head[0].text)
    if not another and not stands_for_a_person(people.text, subject, words, loose=loose):
        return described(people, subject) or holds_unsaid(people, subject)
    gender = gender_of(subject.role, words)
    romance = words.language in ("fr", "es")
    if romance:
        gender = gender_of_words(subject.text, subject.role, words)
    who = person_before(people, subject.start, gender, None, but) if romance else None
    strict = romance and (not beside or bool(gender_of(subject.role, words)))
    if (who is None or not people.is_named(who)) and not strict:
        who = person_before(people, subject.start, gender, previous, but, given=not romance)
    inferred = words.language != "zh" and not another and is_inferred(subject, words)
    if who is None or not inferred:
        apart = who is not None and words.language == "en" and _told_apart(people, who, subject)
        return None if apart else who
    if not beside and not romance:
        return None
    if not beside:  # narration brings in people by any noun; one named beside it is meant
        first = max(0, people.text.rfind("\n", 0, subject.start))
        first = people.text.rfind("\n", 0, len(people.text[:first].rstrip())) + 1
        who = person_before(people, subject.start, gender, None, but, first)
        if who is None:
            return None
    return who if people.is_named(who) and not _told_apart(people, who, subject) else None


def _told_apart(people: People, name: str, subject: Subject) -> bool:
    """Whether a name stands in the sentence of a noun, which is then another's."""
    at = bisect_right(people.sentences, subject.start)
    first = people.sentences[at - 1] if at else 0
    near = named_between(people, first, subject.start)
    return any(people.fullest(one.name, one.start) == name for one in near)


def introduced(people: People, subject: Subject) -> str | None:
    """The words that brought in whoever a definite noun stands for ("the official").

    Args:
        people: who is named in the draft.
        subject: a noun for a person that nobody in the draft bears.

    Returns:
        The nearest indefinite noun before it of the same office ("One senior official"), in German
        also of the same head; None without.
    """
    words = people.words
    first = subject.text.split()[0].casefold()
    if words.language == "zh" or first in INDEFINITE or not words.has("determiners", first):
        return None
    if first in words.possessives or not words.is_role(subject.role):
        return None
    here = people.text.rfind("\n", 0, subject.start) + 1
    for one in reversed(people.nameless_between(max(0, subject.start - _REACH), subject.start)):
        anybody = words.language in ("fr", "es") and subject.role in _ANYBODY
        indefinite = one.name.split()[0].casefold() in INDEFINITE and one.start >= here
        told = gender_of(one.role, words)
        if anybody and indefinite and told and told == gender_of(subject.role, words):
            return one.name  # "Entre un client. ... L'homme"
        same = one.role == subject.role
        if words.language == "de" and len(subject.role) > 3:
            same = same or one.role.endswith(subject.role)
        if same and one.name.split()[0].casefold() in INDEFINITE:
            fuller = len(one.name.split()) > len(subject.text.split())
            return one.name if fuller or one.role != subject.role else None
    return None


def described(people: People, subject: Subject) -> str | None:
    """The person of the sentence before whom a noun with an attribute describes.

    Args:
        people: who is named in the draft.
        subject: a definite noun that no name bears ("the member for Dorn").

    Returns:
        Whoever opens the sentence before in the same paragraph by name, when the draft gives no
        other office and no other gender to that name; None without.
    """
    text, words = people.text, people.words
    parts = [word.casefold() for word in subject.text.split()]
    if parts[0] in INDEFINITE or not any(part in ATTRIBUTIVE for part in parts[2:]):
        return None
    first = text.rfind("\n", 0, subject.start) + 1
    for mention in named_between(people, first, subject.start):
        name = people.fullest(mention.name, mention.start)
        if not mention.opens or not people.is_person(name, mention.start):
            continue
        if people.holds_office(name):
            return None
        gender = gender_of(subject.role, words)
        other = people.gender.get(name, gender)
        return name if not gender or other == gender else None
    return None
