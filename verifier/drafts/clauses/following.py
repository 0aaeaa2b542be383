"""The attributing clause behind a quotation: ", said the mayor", ", Brandt told the court".

Problem: what follows a quotation tells who said it, is a sentence of its own, or leads to the next
quotation.

Method: the first sentence behind the marks, up to the next ones. Its first verb of saying with a
subject counts, unless a colon after it leads to the next quotation, or the quoted words end in a
full stop and the sentence goes on about something else.

Rejected: the same reading as before a quotation (there the last verb counts, here the first).
"""

from __future__ import annotations

from corpus.text.sentences import sentence_spans
from verifier.drafts.clauses.attributing_en import by_agent
from verifier.drafts.clauses.leading_de import signed_behind, stands_behind_de
from verifier.drafts.clauses.subjects import subject_after, subject_before
from verifier.drafts.clauses.told import as_told, read_on, so, written_in
from verifier.drafts.clauses.verbless import CLAUSE_GOES_ON, Clause, according, manner
from verifier.drafts.clauses.verbs import is_verb, only_names
from verifier.drafts.names.parts import Subject, Word, words_of
from verifier.drafts.words import DraftWords

REACH_BEHIND = 240
"""Characters behind a quotation that are looked at: the clause follows at once."""
_MOST_WORDS_BEHIND = 16
_MOST_IN_TAG = 6
"""Words of an English sentence behind a full stop that may still tell who spoke ("He shrugs.")."""
_MOST_TURNED = 5
"""Words between a quotation and the verb that reports it."""


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
        named = named or read_on(text, at, end, words)
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
        if not is_verb(run, index, words) or only_names(verb, words):
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
        direct = long_office or _is_inverted(text, at, run[:index], subject, verb, words)
        direct = direct or all(
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


def _is_inverted(
    text: str, at: int, before: list[Word], subject: Subject, verb: Word, words: DraftWords
) -> bool:
    """Whether a French or Spanish report follows at once and turns its order ("a fini par")."""
    if words.language not in ("fr", "es") or subject.start < verb.end:
        return False
    if verb.text.endswith(("ant", "ando", "endo")):
        return False
    if any(w.text[0].isupper() for w in before) or len(before) > _MOST_TURNED:
        return False
    barred = ("determiners", "relatives", "clause_openers")
    small = not any(words.has(name, w.text) and len(w.text) > 1 for w in before for name in barred)
    return small and "," not in text[at : verb.start].lstrip(" ,\u00a0")


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
