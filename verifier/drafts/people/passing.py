"""Whether somebody acts or speaks in a sentence, or is only mentioned in passing there.

Problem: "besides her daughter, she ..." and "when a mother reports it" bring people in who are
nobody's subject, and the next pronoun is not theirs.

Method: by the word before and behind them; only whoever opens the sentence or reports counts.

Rejected: leaving out everybody without a name (many a witness has none).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from verifier.drafts.names.definite import gender_of
from verifier.drafts.names.parts import Subject, words_of
from verifier.drafts.names.phrases_en import NAMED_AS
from verifier.drafts.people.given_romance import gender_of_given
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.nameless_zh import acted_on
from verifier.drafts.people.neuters import named_between
from verifier.drafts.people.openings import is_plural
from verifier.drafts.people.roster import People
from verifier.drafts.words import is_body

_ARTICLES = ("La", "El", "Los", "Las", "Le", "Les")
_ROMANCE = ("fr", "es")
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
        if people.is_person(name, one.start):
            known = people.gender.get(name) or gender_of_given(name, people.words)
            return known in ("", gender)
    return False


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


def is_titled(people: People, mention: Mention, name: str) -> bool:
    """Whether a French or Spanish name is a body's or the title of a work, a paper or a ship.

    Args:
        people: who is named in the draft.
        mention: a name.
        name: its fullest form.
    """
    words = people.words
    if any(is_body(part.casefold(), words) for part in name.split()):
        return True
    before = words_of(people.text, max(0, mention.start - 24), mention.start)
    before = (before[:-1] if before and before[-1].text in _ARTICLES else before)[-1:]
    lists = ("works", "papers", "bearers", "named_so", "prizes")
    if not before or re.search("[^\\w ]", people.text[before[0].end : mention.start]):
        return False
    return any(words.has(n, before[0].text) for n in lists)


def are_many(people: People, name: str | None) -> bool:
    """Whether the last to speak were several without a name, whom no "he" stands for."""
    many = people.words.language == "en" and name is not None and not people.is_named(name)
    return many and name is not None and is_plural(name.split()[-1].casefold(), people.words)


def is_named(people: People, mention: Mention) -> bool:
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


def passes_by(people: People, mention: Mention, gender: str, to: int = -1) -> bool:
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
        before = word.start < mention.start or not (mention.opens or words.language in _ROMANCE)
        if gender and before and words.pronouns.get(stands_for) == gender:
            return word.start != mention.start
    return False


def meant_here(people: People, subject: Subject, name: str) -> None:
    """Keep whom a French or Spanish noun or pronoun beside a quotation stands for.

    Args:
        people: who is named in the draft; changed.
        subject: the words of the subject.
        name: whom they stand for.
    """
    if people.words.language not in _ROMANCE:
        return
    at = bisect_left(people.nameless, subject.start, key=lambda mention: mention.start)
    if at == len(people.nameless) or people.nameless[at].start != subject.start:
        one = Mention(subject.start, subject.end, subject.text, False, subject.role)
        people.nameless.insert(at, one)
    people.pointed[subject.start] = name


def comes_in(people: People, mention: Mention) -> bool:
    """Whether a French or Spanish verb before a noun brings somebody in ("Vient le facteur")."""
    if people.words.language not in _ROMANCE:
        return False
    before = words_of(people.text, max(0, mention.start - 20), mention.start)[-1:]
    return bool(before) and people.words.has("appearing", before[0].text)
