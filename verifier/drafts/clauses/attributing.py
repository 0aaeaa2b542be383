"""The attributing clause before a quotation: "Brandt said:", "according to".

Problem: the words before a quotation can end the report of the one before, tell of something else,
or lead to the quotation.

Method: only the sentence up to the quotation is looked at, back to the marks before. The last verb
of saying with a subject counts, unless it stands in a relative clause that is over. "Called",
without an object or after a form of "be", gives a name to a thing and says nothing. What stands
behind is read in `following`.

Rejected: reusing the patterns for stored sources (`corpus.describing.reported`): they ask whose
words stand at one place of a text and miss appositions, other languages' marks and elided subjects.
"""

from __future__ import annotations

import re

from corpus.text.sentences import sentence_spans
from verifier.drafts.clauses.attributing_en import shaped
from verifier.drafts.clauses.leading_de import (
    is_object_of_es,
    it_says,
    leads_to_words,
    said_by_that_one,
)
from verifier.drafts.clauses.runs import follows_inverted
from verifier.drafts.clauses.subjects import (
    first_named,
    subject_after,
    subject_before,
)
from verifier.drafts.clauses.told import (
    at_a_body,
    read_on,
    so_inside,
    written_in,
    written_on,
)
from verifier.drafts.clauses.verbless import TITLE, Clause, according, owned
from verifier.drafts.clauses.verbs import (
    agent,
    gives_a_name,
    in_parenthesis,
    is_bare,
    is_negated,
    is_opinion,
    is_over,
    is_verb,
)
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.words import DraftWords, can_speak

REACH = 600
"""Characters of a sentence that are looked at before a quotation."""
_NOUNS_TOO = frozenset(
    "rules reports claims notes promises answers replies demands remarks comments jokes posts"
    " tweets texts estimates protests complaints warnings charges moves plans prices".split()
)
"""English verbs of saying that are nouns of several things as well."""
_REACH_OF_TITLE = 32
"""Characters of titles and offices between a conjunction and a name."""
_OVER = re.compile("[.!?\u2026\u3002\uff01\uff1f][\"'\u201d\u2019\u00bb)\\]]*$")
_LEADS_TO = re.compile("[,:\uff0c\uff1a]$")


def sentence_before(text: str, floor: int, at: int) -> tuple[int, int]:
    """The part of a sentence before an offset; empty when the sentence before is over.

    Args:
        text: the draft.
        floor: where the paragraph or the quotation before ends.
        at: offset of the opening mark.
    """
    floor = max(floor, at - REACH)
    part = text[floor:at].rstrip()
    if not part or _OVER.search(part):
        return at, at
    spans = sentence_spans(part)
    return (floor + spans[-1][0], floor + len(part)) if spans else (at, at)


def clause_before(text: str, floor: int, at: int, words: DraftWords) -> Clause | None:
    """The clause that leads to a quotation.

    Args:
        text: the draft.
        floor: earliest offset: the start of the paragraph, or the end of the quotation before.
        at: offset of the opening mark.
        words: the lists of a language with spaces between words.

    Returns:
        The clause; None when the words before name nobody as the one who speaks.
    """
    start, end = sentence_before(text, floor, at)
    if start >= end:
        return None
    run = words_of(text, start, end)
    leads_to = bool(_LEADS_TO.search(text[start:end]))
    stands = written_in(text, run, end, words)
    stands = stands or (read_on(text, start, end, words) if text[end - 1] == ":" else None)
    if stands is not None:
        return stands
    if words.language == "de":
        stands = said_by_that_one(text, run, end)
        if stands is not None:
            return stands
    acts = _acts_last(text, run, end, words) or shaped(text, run, start, end, words)
    if acts is not None:
        return acts
    elided: Clause | None = None
    for index in range(len(run) - 1, -1, -1):
        verb = run[index]
        by = agent(text, run, index, words)
        if by is not None:
            return Clause(verb.start, end, by, leads_to)
        if not is_verb(run, index, words) and not is_opinion(text, run, index, end, words):
            continue
        if is_over(text, run, index, end, words):
            continue
        subject = subject_before(text, run[:index], verb, words)
        if in_parenthesis(text, run, index, words):
            turned = first_named(text, run[index + 1 :], words)
            closed = turned is not None and (
                turned.end >= run[-1].end or text[turned.end : turned.end + 1] == ","
            )
            subject = turned if closed else subject
        if gives_a_name(run, index, subject, words):
            continue
        if verb.text in _NOUNS_TOO and subject is not None and not _can_speak(subject, words):
            continue  # "its lobbying against new rules"
        gives = words.has("calling", verb.text) and words.language != "de"
        behind = not gives and not is_negated(text, run[: index + 1], words)
        inverted = subject is None and behind and follows_inverted(text, run, index, words)
        to_whom = words.has("addressing", verb.text)  # "told the Post": nobody stands behind it
        inverted = inverted and not to_whom and not is_bare(run, index, words)
        opens = words.language != "en" and "," in text[max(start, verb.start - 2) : verb.start]
        if inverted or (opens and (behind or text[end - 1] == ":")):
            subject = _right_behind(text, run, index, words, inverted=inverted) or subject
        direct = leads_to or index == len(run) - 1
        if is_object_of_es(run, subject, words):
            subject = None
        many = subject is None and words.language == "es" and verb.text[-1] == "n"
        if many or (subject and subject.kind is SubjectKind.OWN and subject.text == "on"):
            subject = at_a_body(text, start, end, words) or subject
        if subject is not None:
            first = min(subject.start, verb.start)
            return Clause(first, end, subject, direct)
        drops = words.language == "es" and _drops(text, run, index, words)
        denied = is_negated(text, run[: index + 1], words)
        if (direct or drops) and elided is None and not denied:
            elided = Clause(verb.start, end, None, direct)
    by_owner = owned(text, start, end, words) if text[end - 1] == ":" else None
    told = by_owner or according(text, start, end, words, behind=False)
    told = told or written_on(text, start, end, words) or so_inside(text, start, end, words)
    if told is None and words.language == "de":
        told = leads_to_words(text, run, end, words)
        told = told or (it_says(text, run, end, words) if elided else None)
    return told or elided


def _acts_last(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """Whoever acts in the last clause before a colon ("..., but a boy stood up:")."""
    if words.language != "en" or text[end - 1] != ":":
        return None
    joins = (
        n
        for n in range(len(run) - 3, 0, -1)
        if run[n].text in ("and", "but") and "," in text[run[n - 1].end : run[n].start]
    )
    at = next(joins, None)
    if at is None or any(is_verb(run, n, words) for n in range(at + 1, len(run))):
        return None
    subject = first_named(text, run[at + 1 :], words)
    if subject is None or subject.kind is SubjectKind.OWN or subject.end >= run[-1].start:
        return None
    person = words.is_role(subject.role) or words.has("crowds", subject.role)
    if subject.kind is SubjectKind.ROLE and not person:
        return None
    begins = subject.start - run[at].end <= _REACH_OF_TITLE
    return Clause(subject.start, end, subject, True) if begins else None


def _right_behind(
    text: str, run: list[Word], index: int, words: DraftWords, *, inverted: bool
) -> Subject | None:
    """The subject behind a verb; right behind it where one may also stand before."""
    subject = subject_after(text, run[index + 1 :], words)
    if subject is None:
        return None
    if words.language != "en" and not _can_speak(subject, words):
        return None  # "resume el m\u00e9todo:"
    if inverted:
        return subject
    if subject.kind is SubjectKind.ROLE and words.has("plural_articles", subject.text.split()[0]):
        return None  # what is asked for
    near = subject.start - run[index].end <= TITLE or bool(subject.role)
    return subject if near else None


def _drops(text: str, run: list[Word], index: int, words: DraftWords) -> bool:
    """Whether a Spanish verb has its subject in its ending only ("También ha dicho")."""
    if run[index].text.endswith("n"):
        return False  # "Piden": anybody
    while index and not text[run[index - 1].end : run[index].start].strip():
        small = any(words.has(name, run[index - 1].text) for name in ("auxiliaries", "leads"))
        if not small:
            return run[index - 1].text in ("que", "e")
        index -= 1
    return True


def _can_speak(subject: Subject, words: DraftWords) -> bool:
    return subject.kind is not SubjectKind.ROLE or can_speak(subject.role, words)
