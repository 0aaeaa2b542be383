"""English nouns that name somebody only by what stands around them.

Problem: "her evidence reads" is hers, "the shadow chancellor" was "her opposite number, Tom Cole" a
sentence before, and "a teenager who gave his name only as Max" has a name after all.

Method: a possessive before a noun for words is their speaker; an office that nobody in the draft
holds is held by whoever the sentence before names by a noun that only compares; "known as" and the
like lead to a name.

Rejected: any name of the sentence before (the one spoken about is often another).
"""

from __future__ import annotations

from bisect import bisect_right

from verifier.drafts.names.parts import Subject, SubjectKind
from verifier.drafts.people.neuters import named_between
from verifier.drafts.people.roster import People
from verifier.drafts.words import DraftWords

_COMPARING = frozenset("number counterpart predecessor successor rival opponent".split())
_OWNED = frozenset(
    "evidence testimony statement account diary submission deposition affidavit blog memoir".split()
)


def whose_words(subject: Subject, words: DraftWords) -> Subject | None:
    """The owner of "her evidence", as a pronoun.

    Args:
        subject: a noun that is said to say something.
        words: the lists of the language.

    Returns:
        The possessive read as the pronoun of its owner; None for other nouns and languages.
    """
    first = subject.text.split()[0]
    stands_for = words.possessives.get(first.casefold())
    owned = subject.role in _OWNED or words.has("saying_nouns", subject.role)
    if words.language != "en" or stands_for is None or not owned:
        return None
    end = subject.start + len(first)
    return Subject(subject.start, end, stands_for, SubjectKind.PRONOUN)


def compared(people: People, subject: Subject) -> str | None:
    """Whoever the sentence before only compares, for an office that nobody holds.

    Args:
        people: who is named in the draft.
        subject: a definite noun for an office ("the shadow chancellor").

    Returns:
        The name with which the sentence before begins in the same paragraph, when a noun that
        compares stands beside it ("Her opposite number, Tom Cole"); None without.
    """
    if people.words.language != "en" or subject.text.split()[0].casefold() != "the":
        return None
    index = bisect_right(people.sentences, subject.start) - 1
    if index < 1:
        return None
    start, end = people.sentences[index - 1], people.sentences[index]
    if "\n" in people.text[start:end]:
        return None
    for mention in named_between(people, start, end):
        if mention.opens and mention.role in _COMPARING:
            return people.fullest(mention.name, mention.start)
    return None


def is_hers(told: str, about: str, words: DraftWords) -> bool:
    """Whether the words begin with a pronoun for "sa m\u00e8re", who then does not say them.

    Args:
        told: the words for whoever is looked at, case folded.
        about: the pronoun with which the quoted words begin, or empty.
        words: the lists of the language.
    """
    gender = words.pronouns.get(about, "") if about else ""
    return bool(gender) and told.split()[0] in ("sa", "son", "su") and gender == "f"
