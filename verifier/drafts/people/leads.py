"""Offices that the first paragraphs of a report give instead of a name, or after it.

Problem: a report opens with "a High Court judge" or "the transport minister" and names that person
in the next paragraph; or it opens with a name and goes on with "the chancellor", an office it never
puts beside the name.

Method: an office in the first paragraphs belongs to the only one who holds it soon after, else to
whoever opens the next paragraph by a full name and says something. A public office behind an
opening about somebody who was given none is hers, as long as nobody else is named.

Rejected: the same anywhere in an article (a second judge or another minister is mostly new).
"""

from __future__ import annotations

import re

from verifier.drafts.names.definite import gender_of
from verifier.drafts.names.parts import Subject, words_of
from verifier.drafts.people.mentions import Mention
from verifier.drafts.people.roster import People

_OF_A_PERSON = re.compile(r", (?:aged )?\d\d,|, who\b")
_ACTS = re.compile(
    r" (?:[a-z]+ed|took|had|was|went|came|began|felt|found|got|left|lost|met|ran|saw|sat|stood) "
)
_LEAD = 600
"""Characters of the first paragraphs of a report."""
_SOON = 1200
"""Characters behind an office within which its holder is named."""


def named_later(people: People, subject: Subject) -> str | None:
    """The name that follows an office which the opening of a draft gives instead.

    Args:
        people: who is named in the draft.
        subject: an office that nobody before it holds ("a High Court judge").

    Returns:
        The only holder named soon after; else, for a definite noun, whoever opens the next
        paragraph by a full name and says something; None without, and for several holders.
    """
    words = people.words
    if words.language != "en" or subject.start > _LEAD:
        return None
    role = words.abbreviations.get(subject.role, subject.role)
    held = [(at, name) for at, name in people.by_role.get(role, ()) if name != subject.text]
    if held:
        at, name = held[0]
        one = len({other for _, other in held}) == 1 and 0 <= at - subject.end <= _SOON
        return people.fullest(name, at) if one else None
    headline = " " not in subject.text and "\n" not in people.text[: subject.start].strip()
    definite = subject.text.split()[0].casefold() == "the" or headline
    if not definite or not words.is_role(role):
        return None
    stop = people.text.find("\n", subject.end)
    if headline and stop >= 0:  # the first paragraph goes on without the name
        following = re.compile(r"\n+[^\n]+").match(people.text, stop)
        stop = following.end() if following else stop
    mention = people.mention_behind(stop) if stop >= 0 else None
    if mention is None or not mention.opens or " " not in mention.name or mention.role:
        return None
    between = people.text[stop if headline else subject.end : mention.start]
    if between.strip("\n").count("\n"):
        return None
    behind = words_of(people.text, mention.end, mention.end + 24)[:1]
    says = bool(behind) and words.has("verbs", behind[0].text)
    says = says or _OF_A_PERSON.match(people.text, mention.end) is not None
    says = says or _ACTS.match(people.text, mention.end) is not None
    return people.fullest(mention.name, mention.start) if says else None


def holds_unsaid(people: People, subject: Subject) -> str | None:
    """The only person so far, for a public office that nobody in the draft is given.

    Args:
        people: who is named in the draft.
        subject: a definite noun for an office ("the chancellor").
    """
    words = people.words
    parts = subject.text.casefold().split()
    if words.language != "en" or parts[0] != "the" or not words.has("public_offices", parts[-1]):
        return None
    name: str | None = None
    for mention in people.mentions:
        if mention.start >= subject.start:
            break
        if name is None and mention.start > _LEAD:
            return None  # nobody whom the article is about
        if not _is_full(people, mention):
            continue
        full = people.fullest(mention.name, mention.start)
        if name not in (None, full) or (name is None and mention.placed and not mention.opens):
            return None  # another one, or one who is only mentioned
        name = full
    if name is None:
        return None
    gender = gender_of(subject.role, words)
    if people.holds_office(name) or (gender and people.gender.get(name, gender) != gender):
        return None
    return name


def _is_full(people: People, mention: Mention) -> bool:
    return " " in mention.name and people.is_person(mention.name, mention.start)
