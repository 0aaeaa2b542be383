"""Who answers in an exchange of which only one side is named beside its words.

Problem: "'Is it bad?' she asked. / 'It has been bad.'" names one of two; the other one acted in the
paragraph before and has not spoken yet.

Method: the one before last of an exchange of two; without one, the person in focus before the
paragraph that asks, or that is nothing but short words, other than whoever speaks there. Somebody
who is only another's ("his grandson") is not meant.

Rejected: the same behind any paragraph of words alone (a long answer often goes on in the next).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from corpus.text.tokens import is_unspaced
from verifier.drafts.models import Span
from verifier.drafts.names.parts import Subject
from verifier.drafts.people.focus import behind_pronoun, person_before
from verifier.drafts.people.neuters import named_between
from verifier.drafts.people.roster import People
from verifier.drafts.people.turns import (
    TURN,
    Turn,
    asked_about,
    is_question,
    other_of_two,
    told_to,
)

_TITLES = "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Doctor|Minister|Senator|Councillor|Cllr|Sir|Lord|Lady"
_VOCATIVE = re.compile(
    rf"(?<=[\"\u201c'\u2018])(?:{_TITLES})\.? ([A-Z][\w'-]+),"
    rf"|, (?:{_TITLES})\.? ([A-Z][\w'-]+)[.,?!]"
)
_MOST_ADDRESSED = 600
"""Characters of words in which somebody is called by name."""
_CLOSING = "\"'\u201d\u2019"


def next_of_two(people: People, turns: Sequence[Turn], outer: Span, paragraph: Span) -> str | None:
    """Who speaks next where two take turns.

    Args:
        people: who is named in the draft.
        turns: the paragraphs with quotations so far.
        outer: the words in question with their marks.
        paragraph: their paragraph.

    Returns:
        The other one of two; None when the words are no paragraph of their own, or nothing shows
        that another speaks.
    """
    en = people.words.language == "en"
    led = people.words.language == "de"
    other = other_of_two(people.text, turns, outer, paragraph, quips=en, led=led)
    if other is not None and not (en and other in people.things):
        return other
    if not _is_answer(people.text, turns, outer, paragraph):
        return None
    one, at = turns[-1][2], turns[-1][1][0]

    def but(name: str | None) -> bool:
        owned = name is not None and name.split()[0].casefold() in people.words.possessives
        return owned or name in (one, None)

    return person_before(people, at, "", None, but)


def meant_by(
    people: People,
    lead: Span,
    outer: Span,
    last: str | None,
    names: Callable[[str | None], bool],
) -> str | None:
    """Whom the author's question, or a sentence that "I said" answers, is about.

    Args:
        people: who is named in the draft.
        lead: the narration before the words.
        outer: the words with their marks.
        last: who spoke last.
        names: who it is not, because the words speak of him.
    """
    asked = asked_about(people.text, lead, people.words)
    if asked is not None:
        return behind_pronoun(people, asked, last, names)
    told = told_to(people.text, lead, outer, people.words)
    if told is None:
        return None
    index = bisect_right(people.sentences, told.start) - 1
    first = people.sentences[index] if index >= 0 else 0
    acts = [one for one in named_between(people, first, told.start) if not one.placed][-1:]
    acting = [people.fullest(one.name, one.start) for one in acts]
    return behind_pronoun(people, told, last, lambda name: names(name) or name in acting)


def addressed(
    people: People, turns: Sequence[Turn], outer: Span, paragraph: Span, subject: Subject
) -> str | None:
    """Whom the words right before call by name ("'Mr Cole, you must answer.' / '...,' he said").

    Args:
        people: who is named in the draft.
        turns: the paragraphs with quotations so far.
        outer: the words in question with their marks.
        paragraph: their paragraph.
        subject: of the clause beside them.

    Returns:
        The name; None unless English words that open their paragraph follow at once.
    """
    gender = people.words.pronouns.get(subject.text.casefold(), "")
    if people.words.language != "en" or not turns or outer[0] != paragraph[0] or not gender:
        return None
    first, said, one = turns[-1]
    if people.text[first[1] : paragraph[0]].strip() or said[1] - said[0] > _MOST_ADDRESSED:
        return None
    found = _VOCATIVE.search(people.text, *said)
    if found is None:
        return None
    name = people.fullest(found.group(1) or found.group(2), said[0])
    fits = people.gender.get(name, gender) == gender and people.is_named(name)
    return name if fits and name != one else None


def is_asked(people: People, before: Span | None) -> bool:
    """Whether a paragraph of narration is a question, or a remark to "you", of the author.

    Args:
        people: who is named in the draft.
        before: the paragraph, if it is narration.
    """
    if before is None or not is_question(people.text, before):
        return False
    if people.text[slice(*before)].rstrip()[-1:] in ("?", "\uff1f"):
        return True
    opens = (one for one in named_between(people, *before) if one.opens)
    return not any(people.is_person(one.name, one.start, one.role) for one in opens)


def speaks_up(people: People, before: Span | None) -> bool:
    """Whether an author's question brings in somebody by name, who may answer once.

    Args:
        people: who is named in the draft.
        before: the paragraph before the answer, if it is narration.
    """
    named = named_between(people, *before) if before else []
    persons = (people.is_person(one.name, one.start, one.role) for one in named)
    return people.words.language == "en" and any(persons)


def _is_answer(text: str, turns: Sequence[Turn], outer: Span, paragraph: Span) -> bool:
    """Whether words alone in a paragraph answer the paragraph right before them."""
    if outer != paragraph or not turns or paragraph[1] - paragraph[0] > TURN:
        return False
    first, said, _ = turns[-1]
    if text[first[1] : paragraph[0]].strip() or any(is_unspaced(c) for c in text[slice(*outer)]):
        return False
    asked = "?" in text[max(said[0], said[1] - 3) : said[1]]
    cried = text[slice(*outer)].rstrip(_CLOSING)[-1:] == "!"
    return asked or (cried and first == said and first[1] - first[0] <= TURN)
