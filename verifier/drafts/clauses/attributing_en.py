"""English clauses in which the last verb before the marks is not the one that reports.

Problem: "it predates the sledge, the authors write," and "an answer the union called" have their
subject inside the sentence, "a plate that reads" has the plate only, and "in her words" no verb.

Method: one shape at the end of the words before the marks for each: a report between commas, a
clause without a relative behind a noun, a noun for something written with "reading" or "that
reads", "according to" between commas, and "in her words".

Rejected: letting the first verb of the sentence decide (it is mostly the author's).
"""

from __future__ import annotations

import re

from verifier.drafts.clauses.runs import parts_of
from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.clauses.verbless import Clause
from verifier.drafts.names.definite import pronoun
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords

_IN_WORDS = re.compile(r"\b[Ii]n (his|her|their) (?:own )?words,?\s*$")
_ACCORDING = re.compile(
    r",? according to ([^,.;:\n]{2,80}), (?:[\w'\u2019]+ ){0,4}$", re.IGNORECASE
)
_SHOWS = ("reads", "read", "reading", "declares", "declaring", "proclaiming", "bearing")
_SAYS = ("says", "said", "saying")
_WRITTEN = ("inscriptions", "papers", "impersonal")
_SMALL = (
    *("determiners", "prepositions", "conjunctions", "verbs", "auxiliaries", "passive"),
    *("relatives", "clause_openers", "leads", "negations", "calling"),
)
_CALLED = re.compile(
    r"\b(?:was|were|is|are|been|being)(?: \w+ly)? ([a-z]+)(?: as)?(?: an?)?"
    '[ \u00a0]["\u201c\u2018\'][^"\u201c\u201d\n]{1,160}["\u201d\u2019\']$'
)
_TOLD_TO = re.compile(
    r"\b(?:was|were|is|are|been|being)(?: \w+ly)? (?:told|urged|asked|ordered|advised|warned"
    r"|invited|instructed|begged|encouraged|reminded)(?: not)?(?: to)?(?: [a-z]+){0,2}"
    '[ \u00a0]["\u201c\u2018\'][^"\u201c\u201d\n]{1,160}["\u201d\u2019\']$'
)
"""Who was told to do what the words in marks say."""
_REACH = 240
"""Characters before a closing mark in which its passive verb stands."""
_MOST_IN_PARENTHESIS = 9
_MOST_BEFORE_NOUN = 4


def shaped(text: str, run: list[Word], start: int, end: int, words: DraftWords) -> Clause | None:
    """The clause that the end of the words before a quotation has the shape of.

    Args:
        text: the draft.
        run: the words of the sentence before the marks.
        start: offset of the sentence.
        end: end offset of the words before the marks.
        words: the lists of the language.

    Returns:
        The clause; None when they have none of these shapes, and in other languages.
    """
    if words.language != "en" or not run:
        return None
    owner = _IN_WORDS.search(text, start, end)
    if owner is not None:
        word = Word(*owner.span(1), owner.group(1))
        stands_for = {"his": "he", "her": "she", "their": "they"}[owner.group(1)]
        return Clause(owner.start(), end, pronoun(word, stands_for), True)
    source = _ACCORDING.search(text + " ", start, end + 1)
    if source is not None:
        named = first_named(text, words_of(text, *source.span(1)), words)
        if named is not None:
            return Clause(source.start(), end, named, False)
    return (
        _parenthesis(text, run, end, words)
        or _contact(text, run, end, words)
        or _written(text, run, end, words)
    )


def by_agent(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """Whoever calls something so behind the marks (It was called "..." by The Dorn Review).

    Args:
        text: the draft.
        at: offset behind the quotation.
        end: end of its sentence.
        words: the lists of the language.
    """
    run = words_of(text, at, end)
    if words.language != "en" or len(run) < 2 or not words.has("agents", run[0].text):
        return None
    if text[at : run[0].start].strip():
        return None
    called = _CALLED.search(text, max(0, at - _REACH), at)
    told = _TOLD_TO.search(text, max(0, at - _REACH), at)
    if told is None and (called is None or not words.has("calling", called.group(1))):
        return None
    subject = first_named(text, run[1:], words)
    return Clause(run[0].start, subject.end, subject, True) if subject is not None else None


def _says(verb: str, words: DraftWords) -> bool:
    """Whether a word is a verb of saying, also in its bare form ("the authors write")."""
    if words.has("verbs", verb):
        return True
    return any(words.has("verbs", form) for form in (verb + "s", verb + "es"))


def _parenthesis(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """ "It predates the sledge, the authors write, ..."."""
    if text[end - 1] != ",":
        return None
    parts = parts_of(text, run)
    if len(parts) < 2 or len(parts[-1]) < 2 or len(parts[-1]) > _MOST_IN_PARENTHESIS:
        return None
    part = parts[-1]
    if not part[-1].text[0].islower() or not _says(part[-1].text, words):
        return None
    begins = words.has("determiners", part[0].text) or part[0].text[0].isupper()
    if not begins and part[0].text not in words.pronouns:
        return None
    if any(words.has("verbs", word.text) for word in part[:-1]):
        return None
    subject = noun_phrase(text, part[:-1], words)
    late = subject is not None and subject.start != part[0].start
    if subject is None or (late and subject.kind is SubjectKind.ROLE):
        return None
    return Clause(part[0].start, end, subject, True)


def _contact(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """ "an answer the union called ..."."""
    behind = 2 if run[-1].text == "as" else 1
    if len(run) <= behind or text[end - 1] in ":,":
        return None
    verb = run[-behind]
    if not words.has("calling", verb.text) or not verb.text[0].islower():
        return None
    for index in range(len(run) - behind - 1, 0, -1):
        word, before = run[index], run[index - 1]
        if text[before.end : word.start].strip():
            return None
        small = any(words.has(name, before.text) for name in _SMALL)
        opens = words.has("determiners", word.text) or word.text in words.pronouns
        if (opens or word.text[0].isupper()) and before.text[0].islower():
            if small or words.has("own", before.text) or not before.text.isalpha():
                return None
            subject = noun_phrase(text, run[index:-behind], words)
            return Clause(word.start, end, subject, False) if subject is not None else None
    return None


def _written(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """ "a brass plate that reads", "banners reading"."""
    verb = run[-1].text
    if verb not in (*_SHOWS, *_SAYS):
        return None
    at = len(run) - 2
    relative = at >= 0 and run[at].text in ("that", "which")
    if not relative and not verb.endswith("ing"):
        return None
    at -= int(relative)
    if at < 0 or text[run[at].end : run[at + 1].start].strip(" ,"):
        return None
    noun = run[at].text
    listed = any(
        words.has(name, form) for name in _WRITTEN for form in (noun, noun.removesuffix("s"))
    )
    if not noun[0].islower() or any(words.has(name, noun) for name in _SMALL[:7]):
        return None
    if not listed and (verb in _SAYS or words.is_role(noun)):
        return None
    first = at
    for index in range(at - 1, max(-1, at - 1 - _MOST_BEFORE_NOUN), -1):
        if text[run[index].end : run[index + 1].start].strip(" -"):
            break
        if words.has("determiners", run[index].text):
            first = index
            break
        if any(words.has(name, run[index].text) for name in _SMALL):
            break
    while first and text[run[first - 1].end : run[first].start] == "-":
        first -= 1  # "T-shirts"
    label = " ".join(text[run[first].start : run[at].end].split())
    subject = Subject(run[first].start, run[at].end, label, SubjectKind.ROLE, noun.casefold())
    return Clause(subject.start, end, subject, True)
