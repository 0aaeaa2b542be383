"""Whom a pronoun or a definite noun stands for: the person in focus.

Problem: "she", "the 54-year-old" and "the driver" name nobody, and whom they stand for may have no
name in the draft ("One resident had measured it. ... she said").

Method: a person, named or not, of the nearest sentence before that has one whose gender does not
contradict it: whoever has spoken goes first, then the one who opens the sentence, then the last.
Whoever only asks ("Asked by Cole, he") is passed over. "It" is a body or a paper.

Rejected: the nearest name (the one spoken about is often nearer).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from corpus.sentences import sentence_spans
from verifier.draft_mentions import Mention
from verifier.draft_openings import is_nameless, opening
from verifier.draft_parts import ATTRIBUTIVE, Subject, SubjectKind, words_of
from verifier.draft_people import People
from verifier.draft_persons import gender_of, gender_of_words, stands_for_a_person
from verifier.draft_words import is_body

_LOOK_BACK = 12
_ITS = {"it", "its"}
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
    people: People,
    at: int,
    gender: str,
    previous: str | None,
    but: str | None = None,
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
    rank = (-1, -1, -1, -1)
    for mention, name, nameless in _before(people, at, gender):
        if mention.start < floor:
            break
        if name == but or _asks(people, mention, at):
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
        if fits and single is None and lone:
            single = name
        if not fits or not (person or people.words.language == "zh"):
            continue
        here = bisect_right(people.sentences, mention.start)
        if zh and here == ours and gender and name not in people.gender:
            others = (other for _, other, _ in _before(people, at, gender) if other != name)
            if people.gender.get(next(others, "")) == gender:
                continue  # the subject would be left out, not repeated as a pronoun
        if mention.placed and not nameless and _passes_by(people, mention, gender):
            continue
        owns = people.text[mention.end : mention.end + 1] in ("'", "\u2019")
        if owns and (here == ours or _passes_by(people, replace(mention, opens=False), gender)):
            continue  # whose something is
        apart = zh and "\n" in people.text[mention.end : at] and name not in people.gender
        if apart and gender and people.gender.get(previous or "") == gender:
            break  # somebody new in another paragraph is not meant before whoever speaks
        if sentence not in (-1, here):
            apart = "\n" in people.text[mention.end : people.sentences[sentence - 1]]
            opens = mention.opens and not _is_told(people, sentence)
            topic = opens or (zh and people.often(name) > people.often(best or ""))
            if rank[1:3] == (0, 0) and here == sentence - 1 and topic and not apart:
                best = name  # what is talked about goes before what is only mentioned
            break
        sentence = here
        own = people.text[mention.end : mention.end + 1] not in ("'", "\u2019")
        this = (int(own), int(name in people.spoken), int(mention.opens), mention.start)
        if this > rank:
            best, rank = name, this
    if previous in people.things:
        previous = None
    known = people.gender.get(previous or "", gender)
    if best is None and previous and (known == gender or not gender):
        return previous
    return best or (single if people.words.language == "en" and not floor else None)


def body_before(people: People, at: int, *, named: bool = False) -> str | None:
    """The body or paper that "it", or "the company", stands for.

    Args:
        people: who is named in the draft.
        at: offset of the words that stand for it.
        named: whether only a name or a word for a body will do.

    Returns:
        With what a sentence before begins in the same paragraph, the nearest first, unless that is
        a person; else a name in the sentence before that is nobody's. None when there is none.
    """
    text, words = people.text, people.words
    first = text.rfind("\n", 0, at) + 1
    for start, end in reversed(sentence_spans(text[first:at])[:-1]):
        subject = opening(text, first + start, first + end, words)
        if subject is None or not text[first + start].isupper():
            continue
        if subject.kind in (SubjectKind.PRONOUN, SubjectKind.OWN) or is_nameless(subject, words):
            continue
        if subject.kind is SubjectKind.ROLE:
            if named and not is_body(subject.role, words):
                continue
            return subject.text
        rest = {word.text.casefold() for word in words_of(text, subject.end, first + end)}
        acts = bool(rest & _ITS) or words.has("bodies", subject.role)
        name = people.fullest(subject.text, subject.start)
        here = people.stands_at(subject.start) and (name in people.free or not named)
        if here and (acts or not people.is_person(name, subject.start)):
            return name
    for mention in _named_between(people, first, at):
        known = mention.name in people.spoken or mention.name in people.gender
        if not mention.placed and not known and len(mention.name.split()) > 1:
            return mention.name
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
    if not any(word.casefold() in ATTRIBUTIVE for word in subject.text.split()[2:]):
        return None
    first = text.rfind("\n", 0, subject.start) + 1
    for mention in _named_between(people, first, subject.start):
        name = people.fullest(mention.name, mention.start)
        if not mention.opens or not people.is_person(name, mention.start):
            continue
        if people.holds_office(name):
            return None
        gender = gender_of(subject.role, words)
        other = people.gender.get(name, gender)
        return name if not gender or other == gender else None
    return None


def _named_between(people: People, first: int, at: int) -> list[Mention]:
    """The names of a stretch, the last first."""
    low, high = bisect_left(people.starts, first), bisect_left(people.starts, at)
    return people.mentions[low:high][::-1]


def _before(people: People, at: int, gender: str) -> Iterator[tuple[Mention, str, bool]]:
    """The mentions before an offset from the nearest on, and whether they are without a name."""
    last = bisect_left(people.starts, at)
    end = bisect_left(people.nameless, at, key=lambda mention: mention.start)
    named = people.mentions[max(0, last - _LOOK_BACK) : last]
    nameless = people.nameless[max(0, end - _LOOK_BACK) : end]
    taken = {m.start for m in named}
    both = [(m, False) for m in named]
    both += [(m, True) for m in nameless if m.start not in taken]
    for mention, without_name in sorted(both, key=lambda one: -one[0].start):
        if not without_name:
            yield mention, people.fullest(mention.name, mention.start), False
            continue
        if _is_named(people, mention) or _passes_by(people, mention, gender):
            continue
        subject = Subject(mention.start, mention.end, mention.name, SubjectKind.ROLE, mention.role)
        name = people.in_office(subject)
        if name != mention.name:
            yield mention, name, False
        elif not stands_for_a_person(people.text, subject, people.words):
            yield mention, name, True


def _is_told(people: People, sentence: int) -> bool:
    """Whether the author is the subject of a sentence ("I rang a postman")."""
    first = people.sentences[sentence - 1]
    run = words_of(people.text, first, first + 12)
    return bool(run) and people.words.has("own", run[0].text)


def _is_named(people: People, mention: Mention) -> bool:
    """Whether the sentence goes on to name whom it begins with ("The vicar, a man called Cole")."""
    named = people.mention_behind(mention.end)
    at = bisect_right(people.sentences, mention.start)
    stop = people.sentences[at] if at < len(people.sentences) else len(people.text)
    if named is None or named.start >= stop:
        return False
    between = words_of(people.text, mention.end, named.start)
    return bool(between) and people.words.has("naming", between[-1].text)


def _passes_by(people: People, mention: Mention, gender: str) -> bool:
    """Whether a sentence about somebody else only mentions a person ("A councillor called her")."""
    words = people.words
    at = bisect_right(people.sentences, mention.start)
    first = people.sentences[at - 1] if at else 0
    stop = people.sentences[at] if at < len(people.sentences) else len(people.text)
    for word in words_of(people.text, first, stop):
        folded = word.text.casefold()
        stands_for = words.possessives.get(folded, folded)
        before = word.start < mention.start or not mention.opens
        if gender and before and words.pronouns.get(stands_for) == gender:
            return word.start != mention.start
    return False


def _asks(people: People, mention: Mention, at: int) -> bool:
    """Whether somebody only asks the one who is looked for ("Asked by Cole, he ...")."""
    index = bisect_right(people.sentences, mention.start) - 1
    first = people.sentences[index] if index >= 0 else 0
    same = bisect_right(people.sentences, at) - 1 == index
    return same and _ASKED.match(people.text, first, mention.start) is not None
