"""The attributing clause beside a quotation: "Brandt said:", ", said the mayor", "according to".

Problem: the clause stands before the quotation, behind it or between two, and the same words can
end one sentence and lead to the next quotation.

Method: only the sentence around the quotation is looked at, up to the next marks. Before it the
last verb of saying with a subject counts, unless it stands in a relative clause that is over;
behind it the first one, unless a colon after it leads to the next quotation. "Called", without an
object or after a form of "be", gives a name to a thing and says nothing.

Rejected: reusing the patterns for stored sources (`corpus.reported`): they ask whose words stand at
one place of a text and miss appositions, other languages' marks and elided subjects.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.sentences import sentence_spans
from verifier.draft_names import Subject, SubjectKind, Word, noun_phrase, words_of
from verifier.draft_subjects import first_named, parts_of, subject_after, subject_before
from verifier.draft_words import DraftWords

REACH = 600
"""Characters of a sentence that are looked at before a quotation."""
REACH_BEHIND = 240
"""The same behind it, where the clause follows at once."""
_MOST_WORDS_BEHIND = 16
_OVER = re.compile("[.!?\u2026\u3002\uff01\uff1f][\"'\u201d\u2019\u00bb)\\]]*$")
_LEADS_TO = re.compile("[,:\uff0c\uff1a]$")
_IN_HIS_WORDS = re.compile(
    r"\b[Ii]n ((?:[\w-]+ ){0,3}[\w-]+)['\u2019]s?(?: own)? (?:words|view|opinion|phrase)\b"
)
_SMALL = (
    *("determiners", "prepositions", "auxiliaries", "leads", "clause_openers", "relatives"),
    *("negations", "own", "passive", "roles", "pronouns"),
)
_TITLE = 6
"""Characters of a title between a verb and a name ("Mme ")."""
_CLAUSE_GOES_ON = re.compile(r"\s*[,.;:!?\u2014\u2013\n]|\s*$")


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
    elided: Clause | None = None
    for index in range(len(run) - 1, -1, -1):
        verb = run[index]
        if not _is_verb(run, index, words) or _is_over(text, run, index, end, words):
            continue
        subject = subject_before(text, run[:index], verb, words)
        if _gives_a_name(run, index, subject, words):
            continue
        behind = not words.has("calling", verb.text) and not _negated(text, run[: index + 1], words)
        if subject is None and behind:
            subject = subject_after(text, run[index + 1 :], words)
        direct = leads_to or index == len(run) - 1
        if subject is not None:
            first = min(subject.start, verb.start)
            return Clause(first, end, subject, direct)
        if direct and elided is None and not _negated(text, run[: index + 1], words):
            elided = Clause(verb.start, end, None, True)
    return _according(text, start, end, words, behind=False) or elided


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
    if part.lstrip()[:1] in (".", ";", ":", ")", "?", "!"):
        return None
    spans = sentence_spans(part)
    if not spans:
        return None
    end = at + spans[0][1]
    according = _according(text, at, end, words, behind=True)
    if according is None:
        according = _so(text, at, end, words)
    if according is not None:
        return according
    run = words_of(text, at, end)[: _MOST_WORDS_BEHIND + 8]
    others = ("conjunctions", "relatives", "contrasts")
    if not run or any(words.has(name, run[0].text) for name in others):
        return None  # a clause of its own
    elided: Clause | None = None
    for index, verb in enumerate(run[:_MOST_WORDS_BEHIND]):
        if not _is_verb(run, index, words) or words.has("calling", verb.text):
            continue
        subject = subject_before(text, run[:index], verb, words)
        if subject is None and not any(w.text[0].isupper() for w in run[:index]):
            subject = subject_after(text, run[index + 1 :], words)
        if subject is None and index == 0:
            elided = Clause(verb.start, end, None, True)
        if subject is None:
            continue
        close = max(verb.end, subject.end)
        if not _stands_behind(text, close, end, stop, ended, run, words):
            return None
        first = min(subject.start, verb.start)
        direct = all(
            words.has("auxiliaries", w.text) or words.has("leads", w.text)
            for w in run
            if w.start < first
        )
        return Clause(first, end, subject, direct)
    return _manner(text, at, end, ended, run, words) or elided


def _stands_behind(
    text: str, close: int, end: int, stop: int, ended: str, run: list[Word], words: DraftWords
) -> bool:
    """Whether a clause belongs to the quotation before it and not to what follows."""
    if text[end - 1 : end] == ":" and ended not in ",?!":
        return False
    if ended not in ".\u2026":
        return True
    if _CLAUSE_GOES_ON.match(text, close):
        return text[close : min(end + 1, len(text))].lstrip()[:1] != ":"
    following = next((w for w in run if w.start >= close), None)
    return following is None or words.has("prepositions", following.text)


def _is_verb(run: list[Word], index: int, words: DraftWords) -> bool:
    word = run[index].text
    if word[0].isupper() and index:
        return False
    return words.has("verbs", word) or words.has("calling", word)


def _is_over(text: str, run: list[Word], index: int, end: int, words: DraftWords) -> bool:
    """Whether a verb stands in a relative clause that ends before the quotation."""
    comma = text.find(",", run[index].end, max(run[index].end, end - 1))
    if comma < 0:
        return False
    for before in range(index, -1, -1):
        if words.has("relatives", run[before].text):
            following = next((w for w in run[index + 1 :] if w.start > comma), None)
            return following is not None
        if before and "," in text[run[before - 1].end : run[before].start]:
            return False
    return False


def _gives_a_name(
    run: list[Word], index: int, subject: Subject | None, words: DraftWords
) -> bool:
    """Whether a thing is called so ("a plan called"), and nobody is said to call it so."""
    if not words.has("calling", run[index].text):
        return False
    if index and words.has("passive", run[index - 1].text):
        return True
    thing = subject is None or (
        subject.kind is SubjectKind.ROLE and not words.is_role(subject.role)
    )
    return thing and index == len(run) - 1 and run[index].text in ("called", "named")


def _negated(text: str, run: list[Word], words: DraftWords) -> bool:
    parts = parts_of(text, run)
    return any(words.has("negations", w.text) for w in parts[-1])


def _according(
    text: str, start: int, end: int, words: DraftWords, *, behind: bool
) -> Clause | None:
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


def _manner(
    text: str, at: int, end: int, ended: str, run: list[Word], words: DraftWords
) -> Clause | None:
    """A verb on no list where only an attribution can stand (", shrugged Ashby")."""
    comma = ended in ",?!\u2026\uff0c" or text[at:end].lstrip()[:1] == ","
    reflexive = ("se", "me", "sich")
    run = [w for w in run if len(w.text) > 1 or w.text.isupper()]
    run = run[1:] if run and run[0].text in reflexive else run
    if not comma or len(run) < 2:
        return None
    verb = run[0]
    if verb.text[0].islower() and not any(words.has(name, verb.text) for name in _SMALL):
        subject = noun_phrase(text, run[1:], words)
        if subject is not None and subject.start <= run[1].start + _TITLE:
            named = subject.kind is SubjectKind.NAME and text[subject.start - 1] in " \u00a0"
            return Clause(verb.start, end, subject, True) if named else None
    subject = noun_phrase(text, run, words)
    if words.language != "en" or subject is None or subject.kind is SubjectKind.ROLE:
        return None
    verb = next((w for w in run if w.start >= subject.end), run[0])
    over = _CLAUSE_GOES_ON.match(text, verb.end) is not None
    if subject.start == run[0].start and verb.text.endswith("ed") and over:
        return Clause(subject.start, end, subject, True)
    return None


def _so(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """A small word that makes an attribution of the name behind it (German "so Hartmann")."""
    run = words_of(text, at, end)
    if len(run) < 2 or not words.has("according_after", run[0].text):
        return None
    subject = noun_phrase(text, run[1:], words)
    if subject is None or not _CLAUSE_GOES_ON.match(text, subject.end):
        return None
    return Clause(run[0].start, subject.end, subject, True)


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
