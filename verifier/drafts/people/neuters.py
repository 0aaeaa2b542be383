"""What "it" and "the company" stand for: a body or a paper.

Problem: a body is named once and then called "it" or by a noun, and a letter speaks as "it".

Method: what a sentence before begins with, unless that is a person; a paper that a sentence brings
in, unless somebody writes it there; for a noun of business the name that the article is about.

Rejected: the nearest name (mostly a person's).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from corpus.text.sentences import sentence_spans
from verifier.drafts.names.bodies import paper_in, paper_owned
from verifier.drafts.names.parts import Subject, SubjectKind, words_of
from verifier.drafts.people.given_romance import gender_of_given
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.openings import is_nameless, is_plural, opening
from verifier.drafts.people.roster import People
from verifier.drafts.words import is_body

_THEY = ("they", "ils", "elles", "ellos", "ellas")
_MANY = ("les", "los", "las", "des", "ces", "leurs", "nos", "vos", "estos", "estas", "unos", "unas")
_THEIRS = ("leur", "leurs", "sus", "su")
_ITS = {"it", "its"}
_REACH = 1500
"""Characters of a paragraph before a pronoun in which its body is looked for."""
_MOST_NAMES = 200
"""Names before a noun of business among which the one it stands for is looked for."""


def body_before(people: People, at: int, *, named: bool = False, role: str = "") -> str | None:
    """The body or paper that "it", or "the company", stands for.

    Args:
        people: who is named in the draft.
        at: offset of the words that stand for it.
        named: whether only a name or a word for a body will do.
        role: the noun for the body; one with another noun beside it is another body.

    Returns:
        With what a sentence before begins in the same paragraph, the nearest first, unless that is
        a person; else a name in the sentence before that is nobody's. None when there is none.
    """
    text, words = people.text, people.words
    first = max(text.rfind("\n", 0, at) + 1, at - _REACH)
    spans = sentence_spans(text[first:at])
    same = opening(text, first + spans[-1][0], at, words) if spans and not named else None
    if same is not None and same.kind is SubjectKind.ROLE and is_body(same.role, words):
        return same.text  # "The council has said it ..."
    for start, end in reversed(spans[:-1]):
        subject = opening(text, first + start, first + end, words)
        paper = None if named else paper_in(text, first + start, first + end, words)
        if paper is not None:
            return paper
        if subject is None or not text[first + start].isupper():
            continue
        if subject.kind in (SubjectKind.PRONOUN, SubjectKind.OWN) or is_nameless(subject, words):
            continue
        if subject.kind is SubjectKind.ROLE:
            if named and not is_body(subject.role, words):
                continue
            if role and subject.role != role:
                continue
            return subject.text
        if role and subject.role and is_body(subject.role, words) and subject.role != role:
            continue
        rest = {word.text.casefold() for word in words_of(text, subject.end, first + end)}
        acts = bool(rest & _ITS) or words.has("bodies", subject.role)
        name = people.fullest(subject.text, subject.start)
        here = people.stands_at(subject.start) and (name in people.free or not named)
        if here and (acts or not people.is_person(name, subject.start)):
            return name
    for mention in named_between(people, first, at):
        known = mention.name in people.spoken or mention.name in people.gender
        known = known or (words.language == "en" and _is_somebodys(people, mention))
        if not mention.placed and not known and len(mention.name.split()) > 1:
            return mention.name
    return None


def paper_above(people: People, at: int, last_end: int) -> Subject | None:
    """The paper that the paragraph above brings in, when "it" begins the next ("Her statement").

    Args:
        people: who is named in the draft.
        at: offset of "it".
        last_end: where the quotation before ends.
    """
    above = people.text.rfind("\n", 0, at)
    if last_end > above or above < 0:
        return None
    over = above
    while over and people.text[over - 1] == "\n":
        over -= 1
    floor = max(last_end, people.text.rfind("\n", 0, over) + 1, 0)
    return paper_owned(people.text, floor, over, people.words)


def brings_in_words(people: People, start: int, end: int) -> bool:
    """Whether an English stretch has a paper, or somebody who writes, for which "it" could stand.

    Args:
        people: who is named in the draft.
        start: offset of the stretch.
        end: its end offset.
    """
    words = people.words
    lists = ("papers", "written", "writing", "saying_nouns", "works")
    run = words_of(people.text, start, end)
    return words.language != "en" or any(words.has(n, w.text) for w in run for n in lists)


def _is_somebodys(people: People, mention: Mention) -> bool:
    """Whether a name has an office beside it that only a person holds."""
    held = bool(mention.role) and not is_body(mention.role, people.words)
    return held or people.fullest(mention.name, mention.start) in people.persons


def body_in_focus(people: People, subject: Subject, previous: str | None) -> str | None:
    """The body that a pronoun with a gender stands for ("Le rectorat ... il promet").

    Args:
        people: who is named in the draft.
        subject: the pronoun.
        previous: who spoke last.

    Returns:
        The noun for a body with which the sentence before begins, or which spoke last, in the same
        paragraph, when its article has the gender of the pronoun and nobody is named between; None
        without, and in English.
    """
    text, words = people.text, people.words
    gender = words.pronouns.get(subject.text.casefold(), "")
    if words.language not in ("de", "fr", "es") or not gender:
        return None
    first = max(text.rfind("\n", 0, subject.start) + 1, subject.start - _REACH)
    parts = re.split("[ '\u2019]", (previous or "").casefold())
    spoke = words.articles.get(parts[0]) == gender and is_body(parts[-1], words)
    if spoke and not named_between(people, first, subject.start):
        return previous
    spans = sentence_spans(text[first : subject.start])
    for start, end in [(first + a, first + b) for a, b in spans[-2:]][::-1]:
        body = opening(text, start, end, words)
        if body is None or not text[start].isupper():
            continue
        behind = words_of(text, body.end, end)[:1]
        if behind and words.has("reported", behind[0].text):
            continue  # "Die Stadt sei pleite": another says so
        if body.kind is not SubjectKind.ROLE or not is_body(body.role, words):
            return None
        if words.language != "de" and _has_person(people, first, body.start, gender):
            return None
        fronts = (word.text.casefold() for word in words_of(text, start, body.start))
        goes_on = any(words.pronouns.get(word) == gender for word in fronts)
        if words.language != "de" and goes_on:
            return None  # "Pour elle, la mairie savait": she goes on
        article = words.articles.get(re.split("[ '\u2019]", body.text.casefold())[0], gender)
        between = named_between(people, body.end, subject.start)
        return body.text if article == gender and not between else None
    return None


def _has_person(people: People, first: int, at: int, gender: str) -> bool:
    """Whether a stretch names somebody for whom a French or Spanish pronoun may stand."""
    for one in named_between(people, first, at):
        name = people.fullest(one.name, one.start)
        known = people.gender.get(name) or gender_of_given(name, people.words) or gender
        if known == gender and people.is_person(one.name, one.start):
            return True
    return False


def plural_before(people: People, subject: Subject) -> str | None:
    """The people or the body that "they" stands for.

    Args:
        people: who is named in the draft.
        subject: the pronoun.

    Returns:
        The nearest noun for several people, or for a body, with which a sentence before begins in
        the same paragraph, also the sentence of the pronoun; None without.
    """
    text, words = people.text, people.words
    if subject.text.casefold() not in _THEY:
        return None
    first = max(text.rfind("\n", 0, subject.start) + 1, subject.start - _REACH)
    for start, end in reversed(sentence_spans(text[first : subject.start])):
        found = opening(text, first + start, first + end, words)
        if found is None or found.kind is not SubjectKind.ROLE or not text[first + start].isupper():
            continue
        if found.text.split()[0].casefold() in _THEIRS:
            continue  # "Leurs résultats, écrivent-ils"
        many = found.text.split()[0].casefold() in _MANY or is_plural(found.role, words)
        if many or is_body(found.role, words):
            return found.text
    return None


def topic_body(people: People, at: int) -> str | None:
    """The body that an article is about, for "the company" in a later paragraph.

    Args:
        people: who is named in the draft.
        at: offset of the noun.

    Returns:
        The nearest single name before with which a sentence begins, explained by a noun for a body
        or nobody's as far as the draft shows; None without.
    """
    if people.words.language != "en":
        return None
    for mention in named_between(people, 0, at)[:_MOST_NAMES]:
        name = people.fullest(mention.name, mention.start)
        known = name in people.gender or (name in people.spoken and name not in people.things)
        lone = name == mention.name and " " not in name and mention.name in people.free
        makes = is_body(mention.role, people.words) or people.words.has("making", mention.role)
        about = makes or (not mention.role and people.often(name) > 1)
        if mention.opens and lone and not known and about:
            return name
    return None


def named_between(people: People, first: int, at: int) -> list[Mention]:
    """The names of a stretch, the last first.

    Args:
        people: who is named in the draft.
        first: where the stretch begins.
        at: where it ends.
    """
    low, high = bisect_left(people.starts, first), bisect_left(people.starts, at)
    return people.mentions[low:high][::-1]
