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

from verifier.drafts.names.definite import gender_of, gender_of_words, stands_for_a_person
from verifier.drafts.names.parts import Subject, SubjectKind, words_of
from verifier.drafts.names.phrases_en import NAMED_AS
from verifier.drafts.people.leads import holds_unsaid, named_later
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.nameless_zh import acted_on, told_before
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.openings import is_plural
from verifier.drafts.people.passing import (
    asks,
    has_owner,
    is_a_passer,
    is_case,
    is_holder,
    is_owned,
    is_relative,
    is_reporting,
    is_told,
)
from verifier.drafts.people.roster import People
from verifier.drafts.words import is_body

_LOOK_BACK = 12
_FAR = 60
"""Names before a pronoun among which one known to be of its gender is looked for."""
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
) -> str | None:
    """The person in focus before an offset.

    Args:
        people: who is named in the draft.
        at: offset of the words that stand for the person.
        gender: what they tell (``m``, ``f``, or empty for nothing).
        previous: who spoke last.
        but: who it is not.
        floor: earliest offset at which one is looked for.

    Returns:
        The name, or the words for somebody without one; None when nobody fits.
    """
    ours = bisect_right(people.sentences, at)
    zh = people.words.language == "zh"
    best: str | None = None
    single: str | None = None
    sentence = -1
    rank = (-1, -1, -1, -1, -1)
    for mention, name, nameless in _before(people, at, gender):
        if mention.start < floor:
            break
        far = (
            gender != ""
            and not floor
            and name != previous
            and len(_BREAKS.findall(people.text, mention.end, at)) > 1
        )
        if far and best is None and people.words.language == "en":
            main = _topic(people, at, gender)
            if main is not None and not but(main):
                return main
        if but(name) or asks(people, mention, at) or name in people.things:
            continue
        known = people.gender.get(name) or people.gender.get(mention.name, gender)
        if nameless:
            told = gender_of_words(mention.name, mention.role, people.words)
            known = people.gender.get(name) or told or gender
        fits = not gender or known == gender
        shown = people.words.language != "de" or mention.opens or not mention.placed
        full = people.is_person(mention.name, mention.start) and shown
        person = name in people.spoken or name in people.gender or full or bool(mention.role)
        lone = not mention.placed and not nameless and name in people.free
        if not nameless and people.words.language in _ROMANCE and " " in name:
            lone = not any(is_body(part.casefold(), people.words) for part in name.split())
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
        if mention.placed and not nameless and _passes_by(people, mention, gender):
            continue
        owns = people.text[mention.end : mention.end + 1] in ("'", "\u2019")
        about = mention.opens and not gender and people.words.language == "en"
        if owns and (
            (here == ours and not about)
            or _passes_by(people, replace(mention, opens=False), gender)
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
    if previous in people.things or but(previous) or _are_many(people, previous):
        previous = None
    known = people.gender.get(previous or "", gender)
    if best is None and previous and (known == gender or not gender):
        return previous
    if best is None and gender and people.words.language == "en" and not floor:
        near = people.mentions[: bisect_left(people.starts, at)][: -_FAR - 1 : -1]
        named = (people.fullest(m.name, m.start) for m in near)
        of_gender = (name for name in named if people.gender.get(name) == gender)
        best = next((name for name in of_gender if not but(name)), None)
    alone = people.words.language in ("en", *_ROMANCE) and not floor
    return best or (single if alone else None)


def _are_many(people: People, name: str | None) -> bool:
    """Whether the last to speak were several without a name, whom no "he" stands for."""
    many = people.words.language == "en" and name is not None and not people.is_named(name)
    return many and name is not None and is_plural(name.split()[-1].casefold(), people.words)


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
        if _is_named(people, mention) or _passes_by(people, mention, gender, at):
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
        elif mention.opens and people.words.language == "en":
            meant = _meant(people, mention)
            if meant:
                yield mention, meant, False


def _meant(people: People, mention: Mention) -> str:
    """Whom a noun stands for that opens a sentence ("the publican put down the glass")."""
    if mention.start not in people.pointed:
        people.pointed[mention.start] = ""  # what it stands for never asks for itself
        gender = gender_of(mention.role, people.words)
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


def _is_named(people: People, mention: Mention) -> bool:
    """Whether the sentence goes on to name whom it begins with ("The vicar, a man called Cole")."""
    named = people.mention_behind(mention.end)
    at = bisect_right(people.sentences, mention.start)
    stop = people.sentences[at] if at < len(people.sentences) else len(people.text)
    if named is None or named.start >= stop:
        return False
    if NAMED_AS.search(people.text, mention.end, named.start):
        return True
    between = words_of(people.text, mention.end, named.start)
    links = people.words.language == "en" and [w.text for w in between] in (["is"], ["was"])
    return links or (bool(between) and people.words.has("naming", between[-1].text))


def _passes_by(people: People, mention: Mention, gender: str, to: int = -1) -> bool:
    """Whether a sentence about somebody else only mentions a person ("A councillor called her")."""
    words = people.words
    if words.language == "zh" and acted_on(people.text, mention.end, gender, words):
        return True
    at = bisect_right(people.sentences, mention.start)
    first = people.sentences[at - 1] if at else 0
    stop = people.sentences[at] if at < len(people.sentences) else len(people.text)
    stop = min(stop, to) if to > mention.end and words.language == "en" else stop
    for word in words_of(people.text, first, stop):
        folded = word.text.casefold()
        stands_for = words.possessives.get(folded, folded)
        before = word.start < mention.start or not mention.opens
        if gender and before and words.pronouns.get(stands_for) == gender:
            return word.start != mention.start
    return False
