"""Whether somebody acts or speaks in a sentence, or is only mentioned in passing there.

Problem: "besides her daughter, she ..." and "when a mother reports it" bring people in who are
nobody's subject, and the next pronoun is not theirs.

Method: by the word before and behind them; only whoever opens the sentence or reports counts.

Rejected: leaving out everybody without a name (many a witness has none).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from verifier.drafts.names.definite import gender_of
from verifier.drafts.names.parts import words_of
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.neuters import named_between
from verifier.drafts.people.roster import People

_ASKED = re.compile(
    "(?:Asked|Pressed|Questioned|Quizzed|Interrog\u00e9e?|Befragt|Preguntad[oa])"
    " (?:by|par|von|por) "
)


def is_reporting(people: People, mention: Mention) -> bool:
    """Whether a mention is the subject of a verb of saying right behind it, or the source.

    Args:
        people: who is named in the draft.
        mention: a name, or the words for somebody without one.
    """
    if people.words.language == "zh":
        return False
    head = people.text[max(0, mention.start - 40) : mention.start].rstrip()
    told = list(people.words.phrases["according"].finditer(head))
    if told and told[-1].end() == len(head):
        return True
    if people.words.language != "en":
        return False
    behind = words_of(people.text, mention.end, mention.end + 24)[:1]
    near = bool(behind) and not people.text[mention.end : behind[0].start].strip()
    return near and people.words.has("verbs", behind[0].text)


def is_relative(people: People, mention: Mention, gender: str, at: int) -> bool:
    """Whether an English sentence about her only mentions somebody of hers ("Besides her son,").

    Args:
        people: who is named in the draft.
        mention: the words for somebody without a name.
        gender: what the pronoun tells that is resolved.
        at: offset of that pronoun.
    """
    whose = people.words.possessives.get(mention.name.split()[0].casefold(), "")
    if people.words.language != "en" or people.words.pronouns.get(whose, "") != (gender or "-"):
        return False
    index = bisect_right(people.sentences, mention.start) - 1
    far = bisect_right(people.sentences, at) - 1 > index + 1
    return (far or people.sentences[index] != mention.start) and not is_reporting(people, mention)


def is_case(people: People, mention: Mention) -> bool:
    """Whether an English clause only tells when it happens ("when a mother reports").

    Args:
        people: who is named in the draft.
        mention: the words for somebody without a name.
    """
    before = words_of(people.text, max(0, mention.start - 12), mention.start)[-1:]
    indefinite = mention.name.split()[0].casefold() in ("a", "an", "any")
    contrast = bool(before) and people.words.has("contrasts", before[0].text)
    return people.words.language == "en" and indefinite and contrast


def is_a_passer(
    people: People, mention: Mention, name: str, previous: str | None, gender: str
) -> bool:
    """Whether "an officer" of no known gender stands behind her who spoke last (English).

    Args:
        people: who is named in the draft.
        mention: the words for somebody without a name.
        name: what they stand for.
        previous: who spoke last.
        gender: what the pronoun tells that is resolved.
    """
    if people.words.language != "en" or mention.opens or not gender or previous is None:
        return False
    known = people.gender.get(name) or gender_of(mention.role, people.words)
    return not known and people.is_named(previous) and people.gender.get(previous) == gender


def asks(people: People, mention: Mention, at: int) -> bool:
    """Whether somebody only asks the one who is looked for ("Asked by Cole, he ...").

    Args:
        people: who is named in the draft.
        mention: a name, or the words for somebody without one.
        at: offset of the words that stand for the one who is looked for.
    """
    index = bisect_right(people.sentences, mention.start) - 1
    first = people.sentences[index] if index >= 0 else 0
    same = bisect_right(people.sentences, at) - 1 == index
    return same and _ASKED.match(people.text, first, mention.start) is not None


def is_holder(people: People, mention: Mention) -> bool:
    """Whether an English office stands for its holder ("sided with the governor").

    Args:
        people: who is named in the draft.
        mention: a name, or the words for somebody by his office.
    """
    return people.words.language == "en" and mention.name.casefold().startswith("the ")


def is_told(people: People, sentence: int) -> bool:
    """Whether the author is the subject of a sentence ("I rang a postman").

    Args:
        people: who is named in the draft.
        sentence: its number, from one on.
    """
    first = people.sentences[sentence - 1]
    run = words_of(people.text, first, first + 12)
    return bool(run) and people.words.has("own", run[0].text)


def is_owned(people: People, mention: Mention, gender: str) -> bool:
    """Whether a sentence begins with somebody's own person ("Her old boss, Tom Cole").

    Args:
        people: who is named in the draft.
        mention: a name, or the words for somebody without one.
        gender: what the pronoun tells that is resolved.
    """
    at = bisect_right(people.sentences, mention.start)
    first = people.sentences[at - 1] if at else 0
    run = words_of(people.text, first, mention.start)[:1]
    stands_for = people.words.possessives.get(run[0].text.casefold(), "") if run else ""
    told = gender_of(mention.role, people.words)
    return not told and people.words.pronouns.get(stands_for) == gender


def has_owner(people: People, mention: Mention, gender: str) -> bool:
    """Whether a French or Spanish "sa fille" belongs to somebody named in its paragraph.

    Args:
        people: who is named in the draft.
        mention: a name, or the words for somebody without one.
        gender: what the pronoun tells that is resolved.
    """
    if people.words.language not in ("fr", "es"):
        return False
    if mention.name.split()[0].casefold() not in ("son", "sa", "su"):
        return False
    first = people.text.rfind("\n", 0, mention.start) + 1
    for one in named_between(people, first, mention.start):
        name = people.fullest(one.name, one.start)
        if one.opens and people.is_person(name, one.start):
            return people.gender.get(name, gender) == gender
    return False
