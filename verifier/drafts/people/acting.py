"""Who speaks or acts in a sentence in which nothing is quoted.

Problem: most quotations of a feature have no clause; the sentence before tells who comes next, in
one of a few ways ("Cole shrugs.", "There was no yew, Cole told the court.").

Method: the name that a sentence gives to the noun it begins with; the subject of its verb of
saying; the person or body with whom it begins.

Rejected: the last name of the sentence (it is mostly spoken about).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.drafts.clauses.attributing import clause_before
from verifier.drafts.clauses.attributing_zh import clause_before_zh
from verifier.drafts.clauses.order_de import segments, subjects_in
from verifier.drafts.clauses.told import so_inside
from verifier.drafts.names.parts import Subject, SubjectKind, words_of
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.openings import THINGS, is_people, opening
from verifier.drafts.people.openings_zh import asked_zh, opening_zh
from verifier.drafts.people.roster import People
from verifier.drafts.words import DraftWords, is_body

_JOINED = re.compile(r"(?:, (?:but|and|so|yet|though|although|while|whereas)|;) ")
"""What joins a clause with a subject of its own."""
_AGED = re.compile(r",? (?:de |aged |im Alter von )?\d\d (?:ans|a\u00f1os|Jahre)\b|, \d\d,")
"""An age behind a noun, which only a person has."""
_SAYING = tuple(name for name in THINGS if name != "bearers")
"""Lists of what French and Spanish let say something: no farm ("Sa ferme se trouve ...")."""
_YEARS = re.compile(r"\b\d+-year-old$")


def active(
    people: People, first: int, last: int, *, colon: bool, persons: bool
) -> Iterator[tuple[Subject, bool]]:
    """Whoever may be the one who speaks next to a sentence in which nothing is quoted.

    Args:
        people: who is named in the draft.
        first: offset of the sentence.
        last: its end offset.
        colon: whether it ends in one.
        persons: whether a body or a paper will not do.

    Yields:
        The best first, and whether it is said to say something there.
    """
    told = saying(people, first, last, persons=persons)
    acts = acting(people, first, last, colon=colon, persons=persons)
    front = (named_as(people, first, last), _apart(people, first, last))
    turned = people.words.language == "zh" and colon
    for subject in (*front, *((acts, told) if turned else (told, acts))):
        if subject is not None:
            yield subject, subject is told
    late = _last(people, first, last) if told is None and acts is None else None
    if late is not None:
        yield late, False


def named_as(people: People, first: int, last: int) -> Subject | None:
    """The name that a sentence gives to the one it begins with ("The new baker is called").

    Args:
        people: who is named in the draft.
        first: offset of the sentence.
        last: its end offset.
    """
    if people.words.language == "zh":
        return asked_zh(people, first, last)
    called = _called(people, first, last)
    if called is not None:
        return called
    subject = opening(people.text, first, last, people.words)
    mention = people.mention_behind(subject.end) if subject is not None else None
    if subject is None or subject.kind is not SubjectKind.ROLE:
        return None
    if mention is None or mention.start >= last:
        return None
    between = words_of(people.text, subject.end, mention.start)
    if not between or not people.words.has("naming", between[-1].text):
        return None
    return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME, subject.role)


def _called(people: People, first: int, last: int) -> Subject | None:
    """The name behind "is called", where the sentence says little before it ("Se llama Unai")."""
    run = words_of(people.text, first, last)
    verb = next((w for w in run[:5] if people.words.has("naming", w.text)), None)
    mention = people.mention_behind(verb.end) if verb is not None else None
    if people.words.language == "en" or verb is None or mention is None:
        return None
    if people.text[verb.end : mention.start].strip():
        return None
    return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME)


def saying(people: People, first: int, last: int, *, persons: bool = False) -> Subject | None:
    """Whoever is said to say something in a sentence in which nothing is quoted.

    Args:
        people: who is named in the draft.
        first: offset of the sentence.
        last: its end offset.
        persons: whether a body or a paper will not do.

    Returns:
        The subject of its last verb of saying; None without, and for a question.
    """
    text, words = people.text, people.words
    zh = words.language == "zh"
    while last > first and not text[last - 1].isalnum():
        last -= 1
    if zh:  # "她告诉记者，园方提醒过" tells that she spoke
        told = "\uff1a" not in text[last : last + 2]
        clause = clause_before_zh(text, first, last, words, matrix=told)
    else:
        clause = clause_before(text, first, last, words)
    if clause is None and not zh:
        clause = so_inside(text, first, last, words)
    subject = clause.subject if clause is not None else None
    if subject is not None and is_told_of(text, subject, last, words):
        return None
    if subject is None or subject.kind is SubjectKind.OWN or "?" in text[last : last + 2]:
        return None
    lists = _SAYING if words.language in ("fr", "es") else THINGS
    thing = not persons and any(words.has(name, subject.role) for name in lists)
    thing = thing or (words.language == "de" and not persons and is_body(subject.role, words))
    if subject.kind is SubjectKind.ROLE and not (thing or is_people(subject.role, words)):
        return None
    named = subject.kind is SubjectKind.NAME
    return None if named and not people.stands_at(subject.start) else subject


def acting(
    people: People, first: int, last: int, *, colon: bool, persons: bool = False
) -> Subject | None:
    """The person with whom a sentence begins ("Graham shrugs.").

    Args:
        people: who is named in the draft.
        first: offset of the sentence.
        last: its end offset.
        colon: whether it ends in one, so that any name in front speaks.
        persons: whether a body will not do.

    Returns:
        A person, a body or a pronoun; whom the author turns to, when he opens it himself; None when
        it begins with anything else.
    """
    text, words = people.text, people.words
    if words.language == "zh":
        return opening_zh(people, first, last)
    if words.language == "de":
        for part in reversed(segments(text, words_of(text, first, last))):
            for one in subjects_in(text, part, words):
                acts_ = _acts(people, one, last, colon=colon, persons=persons)
                if acts_ is not None:
                    return acts_
    subject = opening(text, first, last, words)
    return _acts(people, subject, last, colon=colon, persons=persons)


def _acts(
    people: People, subject: Subject | None, last: int, *, colon: bool, persons: bool
) -> Subject | None:
    text, words = people.text, people.words
    if subject is not None and subject.kind is SubjectKind.OWN:
        return _asked(people, subject, last)
    if subject is None or is_told_of(text, subject, last, words):
        return None
    if subject.kind is SubjectKind.ROLE:
        if is_body(subject.role, words):
            return None if persons else subject
        aged = _AGED.match(text, subject.end) is not None or _YEARS.search(subject.text) is not None
        if aged or is_people(subject.role, words) or words.has("alone", subject.text):
            return subject
        return subject if in_office(people, subject) != subject.text else None
    run = words_of(text, subject.end, last)[:1]
    if subject.kind is not SubjectKind.NAME:
        return subject
    acts = bool(run) and words.has("verbs", run[0].text)  # "Cole shrugs."
    named = people.stands_at(subject.start) and (acts or colon)
    person = people.is_person(subject.text, subject.start, subject.role)
    return subject if named or person else None


def _last(people: People, first: int, last: int) -> Subject | None:
    """The person of the last clause of a sentence (English: "..., but the 44-year-old smiled")."""
    if people.words.language != "en":
        return None
    joins = list(_JOINED.finditer(people.text, first, last))
    return acting(people, joins[-1].end(), last, colon=False, persons=True) if joins else None


def _apart(people: People, first: int, last: int) -> Subject | None:
    """Whoever acts behind a semicolon of an English sentence."""
    at = people.text.rfind("; ", first, last)
    if people.words.language != "en" or at < 0:
        return None
    subject = acting(people, at + 2, last, colon=False, persons=True)
    it = subject is not None and not people.words.pronouns.get(subject.text.casefold(), "it")
    return None if it else subject


def is_told_of(text: str, subject: Subject, last: int, words: DraftWords) -> bool:
    """Whether another tells what somebody did ("Seine Tochter habe ihn gefragt").

    Args:
        text: the draft.
        subject: the noun phrase of the sentence.
        last: end offset of the sentence.
        words: the lists of the language.
    """
    run = words_of(text, subject.end, last)[:1]
    owned = subject.text.split()[0].casefold() in words.possessives
    owned = owned or (words.language == "de" and subject.kind is SubjectKind.ROLE)
    return bool(run) and owned and words.has("reported", run[0].text)


def _asked(people: People, subject: Subject, last: int) -> Subject | None:
    """Whoever the author turns to ("I ask Cole whether he minds.")."""
    mention = people.mention_behind(subject.end)
    if mention is None or mention.start >= last:
        return None
    if not people.is_person(mention.name, mention.start, mention.role):
        return None
    return Subject(mention.start, mention.end, mention.name, SubjectKind.NAME, mention.role)
