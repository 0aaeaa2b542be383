"""Chains of English pronouns: the "she" of a sentence is the "she" of the sentence before.

Problem: "He refused to blame the referee, Tom Cole. ... he said" has one man as its subject all
through, and the nearest name is another's; a name that stands only behind "to" in "When I put this
to Vane, she laughed" is whom the next paragraph means all the same.

Method: going back over the narration sentence by sentence, no further than the paragraph before, a
"he" or "she" that is the subject there is the same person's, unless somebody who could be meant is
named between. A single name in a clause that opens its sentence is whom a pronoun behind its comma
stands for. Whoever is "him" in "she told him" is not she.

Rejected: the nearest name of the same gender (an object as often as a subject), and chains over the
whole article (a mistake at its start would be every quotation's).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.people.focus import behind_pronoun, person_before
from verifier.drafts.people.focus_de import in_focus_de, that_one_at
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.neuters import named_between
from verifier.drafts.people.openings import is_people, opening
from verifier.drafts.people.roster import People

_HE = ("he", "she")
_MOST_LINKS = 12
_REACH = 1600
"""Characters of narration in which the pronoun before is looked for."""
_TO_HIM = re.compile(r"[ \u00a0](?:[a-z]+ly )?[a-z]+[ \u00a0](him|her)\b(?! [a-z]+[,:])")
_FRONTS = ("contrasts", "prepositions", "clause_openers")
_ACTS = re.compile(r"[ \u00a0][a-z]")
_IS_CALLED = re.compile(r"\b(He|he|She|she) (?:is|was) (?:called|named) (?=[A-Z])")
_NEAR = 300
"""Characters before a pronoun in which somebody asks about whom it stands for."""
_ASKS = re.compile(
    r"\b(?:asked|asks|wondered|inquired|enquired)(?: (?:him|her))?"
    r" (?:how|whether|if|what|why|when|where|who)\b[^.!?\n]*?\b(he|she)\b"
)
_OBJECTS = {"him": "m", "her": "f"}


def stands_for(
    people: People, subject: Subject, previous: str | None, names: Callable[[str | None], bool]
) -> str | None:
    """The person a pronoun stands for, by the pronouns before it, else by whoever is in focus.

    Args:
        people: who is named in the draft; what comes of it is kept there.
        subject: the pronoun.
        previous: who spoke last.
        names: who it is not, because the words speak of him.
    """
    spoken_to = _not_to_him(people, subject) or _asks_her(people, subject)

    def but(name: str | None) -> bool:
        return names(name) or (name is not None and name == spoken_to)

    name = _called(people, subject) or in_chain(people, subject, previous, but)
    if people.words.language == "de":
        gender = people.words.pronouns.get(subject.text.casefold(), "")
        name = that_one_at(people, subject)
        if gender:
            name = in_focus_de(people, subject.start, gender, but)
        if name is not None and people.is_named(name):
            people.gender.setdefault(name, gender)
    name = name or behind_pronoun(people, subject, previous, but)
    if name is not None:
        people.pointed[subject.start] = name
    return name


def in_chain(
    people: People,
    subject: Subject,
    previous: str | None,
    but: Callable[[str | None], bool],
    *,
    links: int = 0,
) -> str | None:
    """The person an English pronoun stands for, by the pronouns before it.

    Args:
        people: who is named in the draft.
        subject: the pronoun.
        previous: who spoke last.
        but: who it is not.
        links: how many pronouns have been gone back over.

    Returns:
        The name; None when no pronoun before leads to one.

    Cost: linear in the narration of two paragraphs, for each of at most twelve links.
    """
    folded = subject.text.casefold()
    if people.words.language != "en" or folded not in _HE or links > _MOST_LINKS:
        return None
    gender = people.words.pronouns[folded]
    for first, run in _sentences_back(people, subject.start):
        at = next((n for n, w in enumerate(run) if w.text.casefold() == folded), None)
        stop = run[at].start if at is not None else subject.start
        named = [
            one
            for one in named_between(people, first, stop)
            if one.start != subject.start and one.name.casefold() not in _HE
        ]
        fitting = [one for one in named if _fits(people, one, gender)]
        if at is None:
            if fitting or _begins_with_person(people, first, stop, run):
                return None
            continue
        fronted = any(people.words.has(name, run[0].text) for name in _FRONTS)
        if len(fitting) == 1 and fronted:
            name = people.fullest(fitting[0].name, fitting[0].start)
            return None if but(name) else name
        if fitting:
            return None
        opens = fronted or run[0].text.endswith(("ed", "ing"))
        ahead = people.mention_behind(stop) if opens and at else None
        behind = ahead is not None and people.text.endswith(", ", 0, ahead.start)
        behind = behind and ahead is not None and _ACTS.match(people.text, ahead.end) is not None
        if ahead and behind and ahead.start < run[-1].start and _fits(people, ahead, gender):
            name = people.fullest(ahead.name, ahead.start)  # "Before he speaks, Vane nods."
            return None if but(name) else name
        same = "\n" not in people.text[stop : subject.start]
        return _of(people, run[at], previous, but, links=links + 1, same=same)
    return None


def _of(
    people: People,
    word: Word,
    previous: str | None,
    but: Callable[[str | None], bool],
    *,
    links: int,
    same: bool,
) -> str | None:
    """Whom an earlier pronoun stands for."""
    name = people.pointed.get(word.start)
    if name is None:
        subject = Subject(word.start, word.end, word.text, SubjectKind.PRONOUN)
        name = in_chain(people, subject, previous, but, links=links)
        if name is None and same:
            name = behind_pronoun(people, subject, previous, but)
        if name is None or not people.is_named(name):
            return None
        people.pointed[word.start] = name
    return None if but(name) else name


def _sentences_back(people: People, at: int) -> list[tuple[int, list[Word]]]:
    """The words of the narration before an offset by sentences, the nearest first."""
    text = people.text
    least = max(0, at - _REACH)
    above = text[least : max(least, text.rfind("\n", least, at))].rstrip()
    floor = least + above.rfind("\n") + 1
    groups: dict[int, list[Word]] = {}
    for index in range(bisect_right(people.narration, (at, len(text))) - 1, -1, -1):
        start, end = people.narration[index]
        if end <= floor:
            break
        for word in words_of(text, max(start, floor), min(end, at)):
            sentence = bisect_right(people.sentences, word.start) - 1
            groups.setdefault(sentence, []).append(word)
    found = []
    for index in sorted(groups, reverse=True):
        run = sorted(groups[index], key=lambda word: word.start)
        found.append((max(floor, people.sentences[index] if index >= 0 else 0), run))
    return found


def _fits(people: People, mention: Mention, gender: str) -> bool:
    """Whether a name may be a person's of this gender."""
    name = people.fullest(mention.name, mention.start)
    if name in people.things or people.words.has("demonyms", mention.name):
        return False
    if people.gender.get(name, gender) != gender:
        return False
    return people.is_person(name, mention.start, mention.role) or name in people.spoken


def _begins_with_person(people: People, first: int, stop: int, run: list[Word]) -> bool:
    """Whether a person without a name is the subject of a sentence."""
    if any(one.opens for one in people.nameless_between(first, stop)):
        return True
    subject = opening(people.text, run[0].start, stop, people.words)
    role = subject is not None and subject.kind is SubjectKind.ROLE
    return role and subject is not None and is_people(subject.role, people.words)


def _called(people: People, subject: Subject) -> str | None:
    """The name that the paragraph gives to a pronoun before ("He is called Winston")."""
    if people.words.language != "en" or subject.text.casefold() not in _HE:
        return None
    first = max(people.text.rfind("\n", 0, subject.start) + 1, subject.start - _REACH)
    here = _IS_CALLED.match(people.text, subject.start)
    found = [here] if here else list(_IS_CALLED.finditer(people.text, first, subject.start))
    if not found or found[-1].group(1).casefold() != subject.text.casefold():
        return None
    named = people.mention_behind(found[-1].end() - 1)
    if named is None or named.start != found[-1].end():
        return None
    between = named_between(people, named.end, subject.start)
    fits = any(
        _fits(people, one, people.words.pronouns[subject.text.casefold()]) for one in between
    )
    return None if fits else people.fullest(named.name, named.start)


def _asks_her(people: People, subject: Subject) -> str | None:
    """Whoever asks "how she would manage", who is not she."""
    if people.words.language != "en" or subject.text.casefold() not in _HE:
        return None
    first = max(people.text.rfind("\n", 0, subject.start) + 1, subject.start - _NEAR)
    found = list(_ASKS.finditer(people.text, first, subject.start))
    if not found or found[-1].group(1) != subject.text.casefold():
        return None
    asked = found[-1]
    before = words_of(people.text, max(first, asked.start() - 24), asked.start())[-2:]
    if any(people.words.has("passive", word.text) for word in before):
        return None  # "was asked whether she had any regrets"
    index = bisect_right(people.sentences, asked.start()) - 1
    named = named_between(people, max(0, people.sentences[max(0, index)]), asked.start())
    asks = [one for one in named if not one.placed]
    return people.fullest(asks[0].name, asks[0].start) if asks else None


def _not_to_him(people: People, subject: Subject) -> str | None:
    """Whoever is spoken to in "she told him", who is not she."""
    gender = people.words.pronouns.get(subject.text.casefold(), "")
    found = _TO_HIM.match(people.text, subject.end)
    if people.words.language != "en" or found is None or not gender:
        return None
    other = _OBJECTS[found.group(1)]
    begins = max(people.text.rfind("\n", 0, subject.start) + 1, subject.start - _REACH)
    near = re.split("[.!?]", people.text[begins : subject.start])[-1].casefold().split()
    known = {*(word for word, told in people.words.pronouns.items() if told == other), *_OBJECTS}
    if other == gender or any(word in known for word in near):
        return None
    named = person_before(people, subject.start, other, None)
    return named if named is not None and people.is_named(named) else None
