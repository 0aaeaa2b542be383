"""The attributing clause beside a quotation: "Brandt said:", ", said the mayor", "according to".

Problem: the clause stands before the quotation, behind it or between two, and the same words can
end one sentence and lead to the next quotation.

Method: only the sentence around the quotation is looked at, up to the next marks. Before it the
last verb of saying with a subject counts, unless it stands in a relative clause that is over;
behind it the first one, unless a colon after it leads to the next quotation. "Called", without an
object or after a form of "be", gives a name to a thing and says nothing.

Rejected: reusing the patterns for stored sources (`corpus.describing.reported`): they ask whose
words stand at one place of a text and miss appositions, other languages' marks and elided subjects.
"""

from __future__ import annotations

import re

from corpus.text.sentences import sentence_spans
from verifier.drafts.clauses.attributing_en import by_agent, shaped
from verifier.drafts.clauses.leading_de import (
    is_object_of_es,
    it_says,
    leads_to_words,
    said_by_that_one,
    signed_behind,
    stands_behind_de,
)
from verifier.drafts.clauses.subjects import (
    first_named,
    follows_inverted,
    subject_after,
    subject_before,
)
from verifier.drafts.clauses.told import as_told, at_a_body, so, so_inside, written_in, written_on
from verifier.drafts.clauses.verbless import CLAUSE_GOES_ON, TITLE, Clause, according, manner, owned
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
REACH_BEHIND = 240
"""The same behind it, where the clause follows at once."""
_MOST_WORDS_BEHIND = 16
_NOUNS_TOO = frozenset(
    "rules reports claims notes promises answers replies demands remarks comments jokes posts"
    " tweets texts estimates protests complaints warnings charges moves plans prices".split()
)
"""English verbs of saying that are nouns of several things as well."""
_MOST_IN_TAG = 6
"""Words of an English sentence behind a full stop that may still tell who spoke ("He shrugs.")."""
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
        if subject is not None and subject.kind is SubjectKind.OWN and subject.text == "on":
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


def clause_after(text: str, at: int, stop: int, ended: str, words: DraftWords) -> Clause | None:
    """The clause that follows a quotation.

    Args:
        text: the draft.
        at: offset behind the closing mark.
        stop: offset of the next opening mark, or the end of the paragraph.
        ended: the last character of the quoted words.
        words: the lists of a language with spaces between words.

    Returns:
        The clause; None when what follows is a sentence of its own or leads to the next quotation.
    """
    part = text[at : min(stop, at + REACH_BEHIND)]
    signed = signed_behind(text, at, at + len(part), words) if words.language == "de" else None
    if signed is not None:
        return signed
    if part.lstrip()[:1] in (".", ";", ":", ")", "?", "!"):
        return None
    spans = sentence_spans(part)
    if not spans:
        return None
    end = at + spans[0][1]
    named = according(text, at, end, words, behind=True)
    if named is None:
        named = so(text, at, end, words) or by_agent(text, at, end, words)
    if named is not None:
        return named
    run = words_of(text, at, end)[: _MOST_WORDS_BEHIND + 8]
    others = ("conjunctions", "relatives", "contrasts")
    if not run or any(words.has(name, run[0].text) for name in others):
        return None  # a clause of its own
    stands = written_in(text, run[:2], end, words) and written_in(text, run, end, words)
    if stands:
        return stands
    if words.language == "de":
        stands = stands_behind_de(text, at, end, run, words)
        if stands is not None:
            return stands
    small = words.has("determiners", run[0].text) or run[0].text.casefold() in words.pronouns
    if words.language == "en" and ended in "!?" and run[0].text[0].isupper() and small:
        ended = "."  # "Stop!" The guard said ...
    over = words.language == "en" and ended in ".\u2026" and len(run) > _MOST_IN_TAG
    if over and run[0].text[0].isupper():
        return None  # "... ." The boy, who had seen it, nodded as if
    elided: Clause | None = None
    for index, verb in enumerate(run[:_MOST_WORDS_BEHIND]):
        if not is_verb(run, index, words) or words.has("calling", verb.text):
            continue
        what = index > 1 and not words.has("verbs", run[index - 2].text)
        if what and words.language in ("fr", "es") and run[index - 1].text in ("que", "qui"):
            continue  # "de los partidos que sostienen el gobierno"
        subject = subject_before(text, run[:index], verb, words)
        over = words.language == "de" and "," in text[max(at, verb.start - 2) : verb.start]
        if subject is None and (over or not any(w.text[0].isupper() for w in run[:index])):
            subject = subject_after(text, run[index + 1 :], words)
        bare = index == 0 or (index == 1 and run[0].text in ("se", "le", "les", "me", "nos"))
        if subject is None and bare:
            elided = Clause(verb.start, end, None, True)
        if subject is None:
            continue
        close = max(verb.end, subject.end)
        if not _stands_behind(text, close, end, stop, ended, run, words):
            return None
        first = min(subject.start, verb.start)
        long_office = words.language == "en" and ended == "," and bool(subject.role)
        direct = long_office or all(
            any(words.has(name, w.text) for name in ("auxiliaries", "leads", "determiners"))
            or words.is_role(w.text)
            for w in run
            if w.start < first
        )
        if words.language == "en" and ended in ".\u2026" and not direct:
            return None  # "... ." The fish, Cole insists, slipped.
        return Clause(first, end, subject, direct)
    told = as_told(text, at, end, words) or manner(text, at, end, ended, run, words)
    return told or elided


def _stands_behind(
    text: str, close: int, end: int, stop: int, ended: str, run: list[Word], words: DraftWords
) -> bool:
    """Whether a clause belongs to the quotation before it and not to what follows."""
    follows_on = run and "," in text[max(0, run[0].start - 3) : run[0].start]
    if text[end - 1 : end] == ":" and ended not in ",?!" and not follows_on:
        return False
    if ended not in ".\u2026":
        return True
    if CLAUSE_GOES_ON.match(text, close):
        return text[close : min(end + 1, len(text))].lstrip()[:1] != ":"
    following = next((w for w in run if w.start >= close), None)
    return following is None or words.has("prepositions", following.text)
