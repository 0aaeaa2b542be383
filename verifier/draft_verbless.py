"""Attributing clauses without a verb of saying: "according to", "so Brandt", "Brandt's reply:".

Problem: a good part of the words of an article is given to somebody without any verb that says so.

Method: a phrase that means "according to" with the name behind or before it; a noun for words with
its owner before a colon; and, where only an attribution can stand, any verb with a name beside it
(", shrugged Ashby").

Rejected: taking every verb beside a name for one of saying (most of them tell what happened).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.draft_names import Subject, SubjectKind, Word, noun_phrase, words_of
from verifier.draft_persons import owner_of_words, pronoun
from verifier.draft_subjects import first_named
from verifier.draft_words import DraftWords

_IN_HIS_WORDS = re.compile(
    r"\b[Ii]n ((?:[\w-]+ ){0,3}[\w-]+)['\u2019]s?(?: own)? (?:words|view|opinion|phrase)\b"
)
_SMALL = (
    *("determiners", "prepositions", "auxiliaries", "leads", "clause_openers", "relatives"),
    *("negations", "own", "passive", "roles", "pronouns"),
)
TITLE = 6
"""Characters of a title between a verb and a name ("Mme ")."""
CLAUSE_GOES_ON = re.compile(r"\s*[,.;:!?\u2014\u2013\n]|\s*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """An attributing clause ``[start, end)``.

    Attributes:
        subject: who says it; None when the clause has a verb only ("and added:").
        direct: whether it leads to the quotation or follows it at once.
    """

    start: int
    end: int
    subject: Subject | None
    direct: bool


def according(text: str, start: int, end: int, words: DraftWords, *, behind: bool) -> Clause | None:
    """A phrase that means "according to", with a name.

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset.
        words: the lists of the language.
        behind: whether it has to follow the quotation at once.
    """
    found: re.Match[str] | None = None
    for match in words.phrases["according"].finditer(text, start, end):
        if behind and text[start : match.start()].strip(" ,\u2014\u2013-\u00a0\n"):
            break
        found = match
        if behind:
            break
    if found is None and words.language == "en":
        found = _IN_HIS_WORDS.search(text, start, end)
        if found is not None:
            run = words_of(text, *found.span(1))
            subject = noun_phrase(text, run, words) if run else None
            return Clause(*found.span(), subject, behind) if subject else None
    if found is None and not behind:
        found = words.phrases["according_first"].match(text, start, end)
    if found is None:
        return _according_behind(text, start, end, words)
    run = words_of(text, found.end(), end)
    subject = first_named(text, run, words) if run else None
    if subject is None:
        return None
    return Clause(found.start(), max(subject.end, found.end()), subject, behind)


def owned(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A noun for words instead of a verb ("Brandt's answer:")."""
    owner = owner_of_words(text, start, end, words)
    if owner is None:
        return None
    run = words_of(text, owner[0], owner[1])
    if owner[2]:
        subject: Subject | None = pronoun(run[0], words.possessives[run[0].text.casefold()])
    else:
        subject = noun_phrase(text, run, words)
    return Clause(start, end, subject, True) if subject else None


def so(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """A small word that makes an attribution of the name behind it (German "so Hartmann")."""
    run = words_of(text, at, end)
    if len(run) < 2 or not words.has("according_after", run[0].text):
        return None
    subject = noun_phrase(text, run[1:], words)
    if subject is None or not CLAUSE_GOES_ON.match(text, subject.end):
        return None
    return Clause(run[0].start, subject.end, subject, True)


def manner(
    text: str, at: int, end: int, ended: str, run: list[Word], words: DraftWords
) -> Clause | None:
    """A verb on no list where only an attribution can stand (", shrugged Ashby")."""
    comma = ended in ",?!\u2026\uff0c" or text[at:end].lstrip()[:1] == ","
    reflexive = ("se", "me", "sich")
    if run and words.has("determiners", run[0].text) and len(run[0].text) == 1:
        return None  # ", a line Brandt has framed"
    run = [w for w in run if len(w.text) > 1 or w.text.isupper()]
    run = run[1:] if run and run[0].text in reflexive else run
    if not comma or len(run) < 2:
        return None
    verb = run[0]
    if verb.text[0].islower() and not any(words.has(name, verb.text) for name in _SMALL):
        subject = noun_phrase(text, run[1:], words)
        if subject is not None and subject.start <= run[1].start + TITLE:
            named = subject.kind is SubjectKind.NAME and text[subject.start - 1] in " \u00a0"
            return Clause(verb.start, end, subject, True) if named else None
    subject = noun_phrase(text, run, words)
    if words.language != "en" or subject is None or subject.kind is SubjectKind.ROLE:
        return None
    verb = next((w for w in run if w.start >= subject.end), run[0])
    over = CLAUSE_GOES_ON.match(text, verb.end) is not None
    if subject.start == run[0].start and verb.text.endswith("ed") and over:
        return Clause(subject.start, end, subject, True)
    return None


def _according_behind(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A word that follows the name ("Brandt zufolge")."""
    found = words.phrases["according_behind"].search(text, start, end)
    run = words_of(text, start, found.start()) if found else []
    if not found or not run:
        return None
    at = len(run) - 1
    while at > 0 and run[at - 1].text[0].isupper():
        at -= 1
    if at and words.has("determiners", run[at - 1].text):
        at -= 1
    subject = noun_phrase(text, run[at:], words)
    return Clause(subject.start, found.end(), subject, False) if subject else None
