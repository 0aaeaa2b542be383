"""Whom German "er" and "sie" stand for: the subject of the sentence before.

Problem: a pronoun of a German report is mostly the subject of the sentence before, which may stand
behind its verb, be a pronoun itself or a noun without a name, and the nearest name is an object.

Method: going back over the narration part by part, the first subject that is a person of the right
gender; a pronoun there leads on to its own. "Der" and "die" alone before a verb are whoever the
part before mentions last. Somebody who is only an object is meant when his gender is known and no
subject fits.

Rejected: the person named nearest (see `focus`, which serves where nothing is found here).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from verifier.drafts.clauses.order_de import is_aged, is_many, segments, subjects_in
from verifier.drafts.names.definite import gender_of
from verifier.drafts.names.parts import ATTRIBUTIVE, Subject, SubjectKind, Word, words_of
from verifier.drafts.people.neuters import named_between
from verifier.drafts.people.offices import in_office
from verifier.drafts.people.openings import is_people
from verifier.drafts.people.roster import People
from verifier.drafts.words import is_body, is_given

_REACH = 2400
"""Characters of narration before a pronoun in which whom it stands for is looked for."""
_MOST_PARAGRAPHS = 2
_MOST_LINKS = 12
_ARTICLES = {
    "der": "m", "ein": "m", "dem": "m", "den": "m", "einem": "m", "einen": "m", "ihrem": "m",
    "seinem": "m", "ihren": "m", "seinen": "m", "die": "f", "eine": "f", "einer": "f", "ihre": "f",
    "seine": "f", "ihrer": "f", "seiner": "f",
}  # fmt: skip
_THAT_ONE = {"der": "m", "die": "f", "dieser": "m", "diese": "f"}


def in_focus_de(
    people: People,
    at: int,
    gender: str,
    but: Callable[[str | None], bool],
    *,
    floor: int = 0,
    links: int = 0,
) -> str | None:
    """The person a German pronoun or a noun without a holder stands for.

    Args:
        people: who is named in the draft.
        at: offset of the pronoun.
        gender: what it tells (``m``, ``f`` or empty for nothing).
        but: who it is not.
        floor: earliest offset at which one is looked for.
        links: how many pronouns have been gone back over.

    Returns:
        A name, or the words for somebody without one; None when nobody fits.

    Cost: linear in the narration of three paragraphs, for each of at most twelve links.
    """
    weak: str | None = None
    held: Subject | None = None
    last = at
    for run in _parts_back(people, at, floor):
        if "\n" in people.text[run[-1].end : last] and (weak is not None or held is not None):
            return weak or (held.text if held is not None else None)
        last = run[0].start
        for subject in subjects_in(people.text, run, people.words):
            if subject.start >= at or (not gender and _is_told_of(people, subject, run)):
                continue
            name = _who(people, subject, run, gender, but, links)
            if name is None or but(name):
                continue
            if name != subject.text or subject.kind is not SubjectKind.ROLE:
                fits = held is None or not _is_told_apart(people, held, name)
                return name if held is None or fits else held.text
            if not _may_point(people, subject):
                return held.text if held is not None else name
            held = held or subject
        that = _that_one(people, run, gender)
        if that is not None and not but(that):
            return that
        weak = weak or _mentioned(people, run, gender, but)
    return weak or (held.text if held is not None else None)


def _who(
    people: People,
    subject: Subject,
    run: list[Word],
    gender: str,
    but: Callable[[str | None], bool],
    links: int,
) -> str | None:
    """Who the subject of a part is, if a person of the gender."""
    words = people.words
    if subject.kind is SubjectKind.OWN:
        return None
    if subject.kind is SubjectKind.PRONOUN:
        own = words.pronouns.get(subject.text.casefold(), "")
        if not own or (gender and own != gender) or is_many(people.text, subject, run):
            return None
        known = people.pointed.get(subject.start)
        if known is None and links < _MOST_LINKS:
            known = in_focus_de(people, subject.start, own, but, links=links + 1)
        return known
    if subject.kind is SubjectKind.NAME:
        name = people.fullest(subject.text, subject.start)
        person = people.is_person(name, subject.start, subject.role) or is_given(name, words)
        person = person and name not in people.things
        known_as = people.gender.get(name) or gender_of(subject.role, words)
        return name if person and (not gender or known_as in ("", gender)) else None
    person = is_aged(subject) or is_people(subject.role, words)
    if not person or is_body(subject.role, words):
        return None
    if not words.has("determiners", subject.text.split()[0]):
        return None
    told = _gender_of_noun(people, subject)
    if told is None or (gender and told and told != gender):
        return None
    name = in_office(people, subject)
    if name != subject.text:
        other = people.gender.get(name, gender)
        return name if not gender or other == gender else None
    return people.pointed.get(subject.start, subject.text)


def _may_point(people: People, subject: Subject) -> bool:
    """Whether a noun may be another one for somebody named before ("Der Bauingenieur")."""
    first = subject.text.split()[0].casefold()
    role = subject.role.rpartition(" ")[2]
    ends = people.words.groups_of_words["there_by_office"]
    there = any(role[-n:] in ends for n in range(3, len(role) + 1))
    return first in _THAT_ONE and not there


def _is_told_apart(people: People, subject: Subject, name: str) -> bool:
    """Whether a noun with an attribute is another's than somebody with an office of his own."""
    attribute = any(part in ATTRIBUTIVE for part in subject.text.split()[2:])
    return not people.is_named(name) or (attribute and has_work(people, name))


def has_work(people: People, name: str) -> bool:
    """Whether a draft gives a name an office that is more than a title ("Professor")."""
    if not people.holds_office(name):
        return False
    held = (role for role, named in people.by_role.items() if any(n == name for _, n in named))
    small = ("neither", "titles")
    return any(not any(people.words.has(n, role) for n in small) for role in held)


def _is_told_of(people: People, subject: Subject, run: list[Word]) -> bool:
    """Whether somebody else tells what a subject does ("Die Ministerin habe ...")."""
    near = [
        run[n].text
        for n, word in enumerate(run)
        if word.end <= subject.start <= word.end + 1 or word.start in (subject.end, subject.end + 1)
    ]
    return any(people.words.has("reported", word) for word in near)


def _gender_of_noun(people: People, subject: Subject) -> str | None:
    """The gender that a noun tells; None for several people."""
    role = subject.role.rpartition(" ")[2]
    article = _ARTICLES.get(subject.text.split()[0].casefold(), "")
    own = gender_of(role, people.words)
    if role.endswith("innen") or (own == "m" and article == "f"):
        return None
    if role.endswith("jährigen"):
        return None
    return own or article


def _that_one(people: People, run: list[Word], gender: str) -> str | None:
    """Whoever "der" alone stands for: the last person of the part before ("Der lachte nur")."""
    at = next(
        (
            n
            for n, word in enumerate(run[:-1])
            if word.text.casefold() in _THAT_ONE
            and run[n + 1].text[0].islower()
            and (n == 0 or _is_verb(people, run[n - 1]))
            and _is_verb(people, run[n + 1])
        ),
        None,
    )
    if at is None or _THAT_ONE[run[at].text.casefold()] != (gender or "m"):
        return None
    told = _THAT_ONE[run[at].text.casefold()]
    before = next(_parts_back(people, run[at].start, 0), None)
    return last_person(people, before, told) if before else None


def that_one_at(people: People, subject: Subject) -> str | None:
    """Whoever a lone "der" stands for: the person mentioned last before it.

    Args:
        people: who is named in the draft.
        subject: the word.
    """
    told = _THAT_ONE.get(subject.text.casefold())
    if told is None:
        return None
    for run in _parts_back(people, subject.start, 0):
        found = last_person(people, run, told)
        if found is not None:
            return found
    return None


def _is_verb(people: People, word: Word) -> bool:
    words = people.words
    lists = ("verbs", "auxiliaries", "passive", "calling", "framing", "reported")
    return any(words.has(name, word.text) for name in lists) or word.text.endswith(("te", "t"))


def last_person(people: People, run: list[Word], gender: str) -> str | None:
    """The last person of a part, also an object ("von ihrem Vater").

    Args:
        people: who is named in the draft.
        run: the words of the part.
        gender: what is told about the person, or empty.
    """
    words = people.words
    named = [
        m for m in named_between(people, run[0].start, run[-1].end)
        if people.gender.get(people.fullest(m.name, m.start), gender) == gender
        and people.is_person(m.name, m.start, m.role)
    ]  # fmt: skip
    for at in range(len(run) - 1, -1, -1):
        word = run[at]
        if named and named[0].start >= word.start:
            return people.fullest(named[0].name, named[0].start)
        role = word.text.casefold()
        role = role if words.is_role(role) else re.sub("e?n$", "", role)
        if not word.text[0].isupper() or not words.is_role(role) or not at:
            continue
        first = at - 1 if words.has("determiners", run[at - 1].text) else at - 2
        if first < 0 or not words.has("determiners", run[first].text):
            continue
        label = " ".join(people.text[run[first].start : word.end].split())
        subject = Subject(run[first].start, word.end, label, SubjectKind.ROLE, role)
        told = _ARTICLES.get(run[first].text.casefold(), gender)
        if told == gender and is_people(subject.role, words):
            name = in_office(people, subject)
            return word.text if name == label else name
    return people.fullest(named[0].name, named[0].start) if named else None


def _mentioned(
    people: People, run: list[Word], gender: str, but: Callable[[str | None], bool]
) -> str | None:
    """Somebody in a part who is no subject, but known to be of the gender."""
    if not gender:
        return None
    for mention in named_between(people, run[0].start, run[-1].end):
        name = people.fullest(mention.name, mention.start)
        if people.gender.get(name) == gender and name not in people.things and not but(name):
            return name
    return None


def _parts_back(people: People, at: int, floor: int) -> Iterator[list[Word]]:
    """The parts of the narration before an offset, the nearest first."""
    text = people.text
    low = max(floor, at - _REACH)
    for _ in range(_MOST_PARAGRAPHS + 1):
        low_line = text.rfind("\n", max(floor, at - _REACH), low if _ else at)
        low = low_line if low_line >= 0 else max(floor, at - _REACH)
        while low > max(floor, at - _REACH) and text[low - 1] == "\n":
            low -= 1
    index = bisect_left(people.narration, (at, 0)) - 1
    groups: dict[int, list[Word]] = {}
    while index >= 0 and people.narration[index][1] > low:
        start, end = people.narration[index]
        for word in words_of(text, max(start, low), min(end, at)):
            groups.setdefault(bisect_right(people.sentences, word.start), []).append(word)
        index -= 1
    for sentence in sorted(groups, reverse=True):
        run = sorted(groups[sentence], key=lambda word: word.start)
        yield from reversed(segments(text, run))
