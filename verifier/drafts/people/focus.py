"""Whom a pronoun or a definite noun stands for: the person in focus.

Problem: "she", "the 54-year-old" and "the driver" name nobody, and whom they stand for may have no
name in the draft ("One resident had measured it. ... she said").

Method: a person, named or not, of the nearest sentence before that has one whose gender does not
contradict it: whoever has spoken goes first, then the one who opens the sentence, then the last.
Whoever only asks ("Asked by Cole, he") is passed over. Two paragraphs behind the last name it is
whoever is known to be of that gender, else the one named most.

Rejected: the nearest name (the one spoken about is often nearer).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from verifier.drafts.names.definite import (
    gender_of,
    gender_of_words,
    is_inferred,
    stands_for_a_person,
)
from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.people.given_romance import gender_of_given
from verifier.drafts.people.leads import holds_unsaid, named_later
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.nameless_zh import told_before
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.passing import (
    are_many,
    asks,
    comes_in,
    has_owner,
    is_a_passer,
    is_case,
    is_holder,
    is_named,
    is_owned,
    is_relative,
    is_reporting,
    is_titled,
    is_told,
    passes_by,
)
from verifier.drafts.people.roster import People

_LOOK_BACK = 12
_FAR = 60
"""Names before a pronoun among which one known to be of its gender is looked for."""
_SEVERAL = frozenset("les des ses ces leurs nos los las sus unos unas".split())
_ROMANCE = ("fr", "es")
_FIRST_NAMES = 60
"""Names of a draft that are counted for whom it is about."""
_BREAKS = re.compile(r"\n+")


def nobody(name: str | None) -> bool:
    """Whether somebody is left out, when nobody is."""
    return False


def behind_pronoun(
    people: People,
    subject: Subject,
    previous: str | None,
    but: Callable[[str | None], bool] = nobody,
) -> str | None:
    """The person a pronoun stands for; the one who spoke last when nobody else is named.

    Args:
        people: who is named in the draft.
        subject: the pronoun.
        previous: who spoke last.
        but: who it is not.
    """
    gender = people.words.pronouns.get(subject.text.casefold(), "")
    if not gender:
        return previous
    best = person_before(people, subject.start, gender, previous, but)
    if best is None and people.words.language in _ROMANCE:
        best = person_before(people, subject.start, gender, previous, but, given=False)
    if best:
        people.gender.setdefault(best, gender)
    return best


def person_before(
    people: People,
    at: int,
    gender: str,
    previous: str | None,
    but: Callable[[str | None], bool] = nobody,
    floor: int = 0,
    *,
    given: bool = True,
) -> str | None:
    """The person in focus before an offset.

    Args:
        people: who is named in the draft.
        at: offset of the words that stand for the person.
        gender: what they tell (``m``, ``f``, or empty for nothing).
        previous: who spoke last.
        but: who it is not.
        floor: earliest offset at which one is looked for.
        given: whether a first name tells a gender; without anybody else it does not.

    Returns:
        The name, or the words for somebody without one; None when nobody fits.
    """
    ours = bisect_right(people.sentences, at)
    zh = people.words.language == "zh"
    romance = people.words.language in _ROMANCE
    best: str | None = None
    single: str | None = None
    placed: str | None = None
    far_placed: str | None = None
    sentence = -1
    rank: tuple[int, ...] = (-1, -1, -1, -1, -1)
    for mention, name, nameless in _before(people, at, gender):
        if mention.start < floor:
            break
        far = gender != "" and not floor and name != previous
        far = far and len(_BREAKS.findall(people.text, mention.end, at)) > 1
        if far and best is None and people.words.language == "en":
            main = _topic(people, at, gender)
            if main is not None and not but(main):
                return main
        if but(name) or asks(people, mention, at) or name in people.things:
            continue
        known = people.gender.get(name) or people.gender.get(mention.name)
        known = known or (gender_of_given(name, people.words) if given else "") or gender
        several = romance and mention.name.split()[0].casefold() in _SEVERAL
        if nameless and gender and several:
            continue
        if nameless:
            told = gender_of_words(mention.name, mention.role, people.words)
            known = people.gender.get(name) or told or gender
        fits = not gender or known == gender
        shown = people.words.language != "de" or mention.opens or not mention.placed
        full = people.is_person(mention.name, mention.start) and shown
        if romance and not nameless and is_titled(people, mention, name):
            continue
        person = name in people.spoken or name in people.gender or full or bool(mention.role)
        lone = not mention.placed and not nameless and name in people.free
        if not nameless and romance and " " in name:
            lone = not is_titled(people, mention, name)
            if lone and gender and mention.placed and not person and placed is None:
                beside = "\n" not in people.text[mention.end : at]
                agrees = gender_of_given(name, people.words) == gender
                placed = name if beside and agrees and best is None else None
                far_placed = far_placed or (name if agrees else None)
        if fits and single is None and lone:
            single = name
        if not fits or not (person or people.words.language == "zh"):
            continue
        here = bisect_right(people.sentences, mention.start)
        if zh and here == ours and gender and name not in people.gender:
            others = ((m, other) for m, other, _ in _before(people, at, gender) if other != name)
            other, known_as = next(others, (mention, name))
            apart = "\n" in people.text[other.end : at]
            if not apart and people.gender.get(known_as) == gender:
                continue  # the subject would be left out, not repeated as a pronoun
        if zh and gender and told_before(people.text, mention.start, gender, people.words):
            continue
        if gender and name not in people.gender and is_owned(people, mention, gender):
            continue
        if nameless and gender and best is None and has_owner(people, mention, gender):
            continue
        if mention.placed and not nameless and passes_by(people, mention, gender):
            continue
        owns = people.text[mention.end : mention.end + 1] in ("'", "\u2019")
        about = mention.opens and not gender and people.words.language == "en"
        if owns and (
            (here == ours and not about) or passes_by(people, replace(mention, opens=False), gender)
        ):
            continue  # whose something is
        away = zh and "\n" in people.text[mention.end : at] and name not in people.gender
        close = people.text.count("\n", mention.end, at) < 3
        away = away and not (close and people.often(name) > 1)
        if away and gender and people.gender.get(previous or "") == gender:
            break  # somebody new in another paragraph is not meant before whoever speaks
        if sentence not in (-1, here):
            apart = "\n" in people.text[mention.end : people.sentences[sentence - 1]]
            opens = mention.opens and not is_told(people, sentence)
            topic = opens or (zh and people.often(name) > people.often(best or ""))
            if rank[2:4] == (0, 0) and here == sentence - 1 and topic and not apart:
                best = name  # what is talked about goes before what is only mentioned
            break
        sentence = here
        own = people.text[mention.end : mention.end + 1] not in ("'", "\u2019")
        own = own and (mention.opens or not is_holder(people, mention))
        spoke = name in people.spoken or (
            is_reporting(people, mention) and not is_case(people, mention)
        )
        order = (int(mention.opens), int(spoke)) if zh else (int(spoke), int(mention.opens))
        if is_a_passer(people, mention, name, previous, gender) and nameless:
            continue
        sure = int(zh and gender != "" and people.gender.get(name) == gender)
        this = (int(own), sure, *order, mention.start)
        if this > rank:
            best, rank = name, this
    if best is None or "\n" in people.text[rank[4] : at]:
        best = placed or best  # only named behind a preposition, but here
    if previous in people.things or but(previous) or are_many(people, previous):
        previous = None
    known = people.gender.get(previous or "") or gender_of_given(previous or "", people.words)
    known = known or gender
    if best is None and previous and (known == gender or not gender):
        return previous
    if best is None and gender and people.words.language == "en" and not floor:
        near = people.mentions[: bisect_left(people.starts, at)][: -_FAR - 1 : -1]
        named = (people.fullest(m.name, m.start) for m in near)
        of_gender = (name for name in named if people.gender.get(name) == gender)
        best = next((name for name in of_gender if not but(name)), None)
    alone = (romance or people.words.language == "en") and not floor
    return best or (single if alone else None) or far_placed


def _before(people: People, at: int, gender: str) -> Iterator[tuple[Mention, str, bool]]:
    """The mentions before an offset from the nearest on, and whether they are without a name."""
    last = bisect_left(people.starts, at)
    end = bisect_left(people.nameless, at, key=lambda mention: mention.start)
    named = people.mentions[max(0, last - _LOOK_BACK) : last]
    nameless = people.nameless[max(0, end - _LOOK_BACK) : end]
    taken = {m.start for m in named}
    named = [m for m in named if not any(n.start < m.start < n.end for n in nameless)]
    both = [(m, False) for m in named]
    both += [(m, True) for m in nameless if m.start not in taken]
    for mention, without_name in sorted(both, key=lambda one: -one[0].start):
        if not without_name:
            yield mention, people.fullest(mention.name, mention.start), False
            continue
        meant = people.pointed.get(mention.start)
        if meant and people.words.language in _ROMANCE:
            yield mention, meant, False
            continue
        if is_named(people, mention) or passes_by(people, mention, gender, at):
            continue
        if comes_in(people, mention):
            yield mention, mention.name, True
            continue
        if is_relative(people, mention, gender, at):
            continue
        subject = Subject(mention.start, mention.end, mention.name, SubjectKind.ROLE, mention.role)
        name = in_office(people, subject)
        if name == mention.name:
            later = named_later(people, subject)
            name = later or holds_unsaid(people, subject) or name
        if name != mention.name:
            yield mention, name, False
        elif not people.starts or mention.start < people.starts[0]:
            yield mention, name, True  # nobody is named yet for whom it could stand
        elif not stands_for_a_person(people.text, subject, people.words):
            yield mention, name, True
        else:
            meant = _meant(people, mention, subject)
            if meant:
                yield mention, meant, False


def _meant(people: People, mention: Mention, subject: Subject) -> str:
    """Whom a noun stands for that opens a sentence ("the publican put down the glass").

    In French and Spanish a noun on no list points back only where its form tells a gender.
    """
    words = people.words
    romance = words.language in _ROMANCE
    if not mention.opens or not (romance or words.language == "en"):
        return ""
    if romance and is_inferred(subject, words) and not gender_of(subject.role, words):
        return ""
    if mention.start not in people.pointed:
        people.pointed[mention.start] = ""  # what it stands for never asks for itself
        gender = gender_of(mention.role, words)
        gender = gender_of_words(mention.name, mention.role, words) if romance else gender
        people.pointed[mention.start] = person_before(people, mention.start, gender, None) or ""
    return people.pointed[mention.start]


def _topic(people: People, at: int, gender: str) -> str | None:
    """Who is meant when no paragraph near names anybody: of a known gender, else named most."""
    told = (name for _, name, _ in _before(people, at, gender) if people.gender.get(name) == gender)
    nearest = next(told, None)
    named = Counter(people.fullest(m.name, m.start) for m in people.mentions[:_FIRST_NAMES])
    if nearest is not None:
        main = max(named, key=lambda name: named[name], default=nearest)
        person = main in people.spoken and main not in people.things
        known = people.gender.get(main, gender if person else "") == gender
        silent = main not in people.spoken and nearest in people.pointed.values()
        return main if known and named[main] > 2 * named[nearest] and not silent else nearest
    (most, count), (_, second) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    fits = count > max(2, second) and people.gender.get(most, gender) == gender
    return most if fits and " " in most else None
