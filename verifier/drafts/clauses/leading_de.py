"""Whoever a German sentence with a colon gives the words behind it, whatever its verb.

Problem: before a colon any verb may lead to words ("winkte ab:", "reagiert gereizt:"), and no
list has them all.

Method: the subject of the last part before the colon, when it is a person, a body or a document;
else whoever the words come from ("stammt von").

Rejected: the same without a colon (most subjects do something else than speak).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.order_de import segments, subjects_in
from verifier.drafts.clauses.papers_de import paper_before, stands_in
from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.clauses.subjects_de import is_small_verb, subject_behind
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.words import DraftWords, is_body, is_given

_FROM = frozenset("stammt stammte kam kommt stammen kamen".split())
_SIGNED = re.compile(r"\s*\((?P<who>[^\W\d_a-z][^()\n]{4,60})\)")
_TOLD = frozenset("sagt sagte schreibt schrieb erklärt erklärte meint meinte".split())
_SAYS = frozenset("heißt hieß heisst hiess".split())
_MOST_BETWEEN = 6
"""Words between a verb of coming and "von"."""


def leads_to_words(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """The clause before a colon by its subject.

    Args:
        text: the draft.
        run: the words of the sentence.
        end: its end offset, behind the colon.
        words: the German lists.

    Returns:
        The clause; None without a colon, and when its subject cannot speak.
    """
    if text[end - 1] != ":" or not run:
        return None
    by = _from_whom(text, run, words)
    if by is not None:
        return Clause(by.start, end, by, True)
    for part in reversed(segments(text, run)):
        for subject in subjects_in(text, part, words):
            bare = subject.kind is SubjectKind.ROLE and is_bare(subject, words)
            if _speaks(subject, words) and not (bare and part[0].start > run[0].start):
                return Clause(subject.start, end, subject, False)
    return None


def it_says(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """The paper that a neuter "es" stands for ("Es beziffert die Kosten und mahnt,")."""
    if not run or run[0].text != "Es" or any(words.has("reported", word.text) for word in run[:2]):
        return None
    paper = paper_before(text, run[0].start, words)
    return Clause(run[0].start, end, paper, True) if paper is not None else None


def is_object_of_es(run: list[Word], subject: Subject | None, words: DraftWords) -> bool:
    """Whether a single noun is what a neuter "es" says ("Es nennt Zahlen und mahnt")."""
    if words.language != "de" or not run or run[0].text != "Es" or subject is None:
        return False
    return subject.kind is SubjectKind.NAME and " " not in subject.text and not subject.role


def said_by_that_one(text: str, run: list[Word], end: int) -> Clause | None:
    """A lone "der" behind its verb before a colon ("soll der geantwortet haben:").

    Args:
        text: the draft.
        run: the words of the sentence.
        end: its end offset.
    """
    if text[end - 1] != ":":
        return None
    for before, word, behind in zip(run, run[1:], run[2:], strict=False):
        lone = word.text in ("der", "die") and is_small_verb(before)
        if lone and behind.text.startswith("ge"):
            subject = Subject(word.start, word.end, word.text, SubjectKind.PRONOUN)
            return Clause(word.start, end, subject, True)
    return None


def _from_whom(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whom the words come from ("Ein Satz stammt von Vane:")."""
    for at, word in enumerate(run):
        if word.text not in _FROM:
            continue
        for behind in range(at + 1, min(len(run) - 1, at + _MOST_BETWEEN)):
            if run[behind].text in ("von", "vom", "aus"):
                subject = first_named(text, run[behind + 1 :], words)
                return subject if subject is not None and _speaks(subject, words) else None
    return None


def _speaks(subject: Subject, words: DraftWords) -> bool:
    if subject.kind is SubjectKind.OWN:
        return False
    if subject.kind is SubjectKind.NAME:
        return " " in subject.text or bool(subject.role) or is_given(subject.text, words)
    if subject.kind is SubjectKind.PRONOUN:
        return True
    lists = ("papers", "signs", "impersonal", "alone", "one_of", "several")
    parts = subject.text.split()
    known = any(words.has(name, subject.role) for name in lists)
    of_many = any(words.has("prepositions", part) for part in parts[1:2])
    known = known or (words.has("one_of", parts[0]) and of_many)
    return known or words.is_role(subject.role) or is_body(subject.role, words)


def stands_behind_de(
    text: str, at: int, end: int, run: list[Word], words: DraftWords
) -> Clause | None:
    """What words stand in, behind them, or "so" that points back ("So beschreibt es Vane").

    Args:
        text: the draft.
        at: offset behind the marks.
        end: end offset of the sentence.
        run: its words, at least one.
        words: the German lists.
    """
    late = _says_late(text, run)
    if late is not None:
        paper = stands_in(text, run[late:], words)
        return Clause(run[late].start, end, paper, True) if paper is not None else None
    first = run[0].text
    if first == "Das" and len(run) > 2 and run[1].text in _TOLD:
        behind = subject_behind(text, run[2:], words)
        subject = first_named(text, behind, words) if behind else None
        return Clause(run[0].start, end, subject, True) if subject is not None else None
    if first in ("steht", "stand", "prangt", "prangte", "ist", "war", "verlautet", "verlautete"):
        paper = stands_in(text, run, words)
        return Clause(run[0].start, end, paper, True) if paper is not None else None
    if first == "so" and len(run) > 2 and run[1].text[0].islower():
        verb = run[1].text
        if not any(words.has(name, verb) for name in ("verbs", "calling", "framing")):
            return None
        behind = subject_behind(text, run[2:], words)
        subject = first_named(text, behind, words) if behind else None
        if subject is not None and subject.kind is not SubjectKind.OWN:
            return Clause(run[0].start, end, subject, True)
    return None


def _says_late(text: str, run: list[Word]) -> int | None:
    """Index of "heißt es" behind the end of a clause ("... eingeschlafen, heißt es in")."""
    for at in range(1, len(run) - 1):
        comma = "," in text[run[at - 1].end : run[at].start]
        if comma and run[at].text in _SAYS and run[at + 1].text == "es":
            return at
    return None


def is_bare(subject: Subject, words: DraftWords) -> bool:
    """Whether a noun for one person has no article ("Ada Vane (54), Imkerin:")."""
    first = subject.text.split()[0]
    return words.is_role(subject.role) and not words.has("determiners", first)


def signed_behind(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """A full name in brackets or behind a dash under the words ("(Ada Vane, Imkerin)").

    Args:
        text: the draft.
        at: offset behind the marks.
        end: where the paragraph ends, or the next mark.
        words: the German lists.
    """
    found = _SIGNED.match(text, at, end)
    if found is None:
        return None
    run = words_of(text, *found.span("who"))
    subject = first_named(text, run, words) if run else None
    full = subject is not None and subject.kind is SubjectKind.NAME and " " in subject.text
    return Clause(at, found.end(), subject, True) if full else None
