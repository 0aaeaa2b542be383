"""Who says it: the subject of a verb of saying, in languages that put spaces between words.

Problem: "In Linden, Anna Brandt, the mayor, told Tom Cole on Tuesday" names four candidates, and
the nearest name is not the speaker.

Method: the words before the verb are cut at commas. A last part with words holds the subject; an
empty one follows an apposition, and the subject is the nearest part that is a name, else a noun
with a determiner. Without a subject before the verb the words behind it are tried ("said Anna
Brandt"). In a noun phrase everything behind its first preposition is an attribute ("a friend of
Brandt").

Rejected: a parser (hundreds of megabytes for one relation), one regular expression a language (it
cannot step over appositions, and backtracks).
"""

from __future__ import annotations

from itertools import pairwise

from verifier.drafts.clauses.runs import (
    antecedent,
    cleft,
    embedded,
    is_relative,
    named_at_end,
    paper_which,
    parts_of,
    plural,
    who_writes,
    without_auxiliaries,
    without_leads,
    without_this,
)
from verifier.drafts.clauses.subjects_de import acts, behind_wie, in_bracket, is_small_verb
from verifier.drafts.clauses.subjects_de import subject_behind as subject_behind_de
from verifier.drafts.names.heads import BREAK
from verifier.drafts.names.heads_romance import leads_away, subject_behind
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.names.phrases_en import is_apposed
from verifier.drafts.names.places import behind_place, explained, goes_on_place, with_attribute
from verifier.drafts.words import DraftWords, is_body


def subject_before(text: str, run: list[Word], verb: Word, words: DraftWords) -> Subject | None:
    """The subject in the words before a verb.

    Args:
        text: the draft.
        run: the words of the clause before the verb, at most one sentence.
        verb: the verb.
        words: the lists of the language.

    Returns:
        The subject; None when there is none, or the clause is negated.
    """
    if words.language != "de":
        return _before_verb(text, run, verb, words)
    parts = parts_of(text, [*run, verb])
    part = parts[-1][:-1]
    told = behind_wie(text, run, verb, words)
    if told is None and len(parts) > 1 and part and is_small_verb(part[0]):
        told = _before_verb(text, [w for each in parts[:-1] for w in each], part[0], words)
        told = told if acts(text, run, told, words) else None  # "Vane, die Chefin, hat ... gesagt"
    if told is None and not any(words.has("negations", word.text) for word in part):
        told = in_bracket(text, part, words)
    if told is not None:
        return told
    found = _before_verb(text, run, verb, words)
    return found if acts(text, run, found, words) else None


def _before_verb(text: str, run: list[Word], verb: Word, words: DraftWords) -> Subject | None:
    parts = parts_of(text, [*run, verb])
    last = without_auxiliaries(without_this(parts[-1][:-1], words), words)
    if words.language == "en" and verb.text.endswith("ing") and last and last[-1].text == "as":
        last = without_auxiliaries(last[:-1], words)  # "was quoted as saying"
    if words.language == "en" and last and last[-1].text in ("he", "she"):
        return noun_phrase(text, last[-1:], words)  # "a season he refers to"
    if words.language == "fr" and len(last) > 1 and last[-1].text in words.pronouns:
        last = last[-1:] if text[last[-1].start - 1] == "-" else last  # "nous a-t-elle"
    shared = cleft(text, run, words) or _of_first_verb(text, last, words)
    if shared is not None:
        return shared
    denied = parts[-1][:-1]
    for index in range(len(last) - 1, 0, -1):
        if words.has("clause_openers", last[index].text):
            denied = [word for word in denied if word.start > last[index].start]
            last = last[index + 1 :]
            break
    for index in range(len(last) - 1, 0, -1):
        placed = words.has("prepositions", last[index - 1].text)
        if placed and last[index].text in ("which", "whom"):
            last = last[index + 1 :]  # "a letter in which a reader complains"
            break
    if any(words.has("negations", w.text) for w in denied):
        return None
    last = embedded(without_leads(last, words), words)
    participle = words.language == "en" and verb.text.endswith("ing")
    if participle and len(last) == 1 and words.has("prepositions", last[0].text):
        last = []  # "declined to comment, beyond saying"
    own = words.language == "en" and parts[-1][0].text == "who" and len(last) < 2
    if own and parts[1:]:
        near = parts[-2]
        while near and any(word.text[0].islower() for word in near):
            near = near[1:]
        named = noun_phrase(text, near, words) if near else None
        if named is not None and named.kind is SubjectKind.NAME:
            return named  # "apprenticed to Ada Vane, who told the court"
    paper = paper_which(text, parts, last, words)
    if paper is not None:
        return paper
    if last and len(parts) > 1 and is_relative(last[0], words):
        named = antecedent(text, parts[-2], words)
        if named is not None:
            return named
    what = len(last) > 1 and words.language == "en" and last[0].text in ("which", "whom")
    if what and not any(words.has(name, last[1].text) for name in ("auxiliaries", "passive")):
        last = last[1:]  # "which organisers have described"
    if last and words.has("relatives", last[0].text):
        parts, last = [*parts[:-1], [verb]], []
    if last:
        if words.has("prepositions", last[0].text):
            subject = _at_the_end(text, last, words)
            if subject is not None or not participle:
                return subject
            return subject_before(text, [w for part in parts[:-1] for w in part], verb, words)
        subject = who_writes(text, last, words) or noun_phrase(text, last, words)
        subject = subject or _at_the_end(text, last, words)
        subject = explained(text, parts, with_attribute(text, subject, last, words), words)
        if subject is not None or not words.has("leads", last[-1].text):
            return subject or plural(text, last, words)
    role: Subject | None = None
    for at in range(len(parts) - 2, -1, -1):
        part = parts[at]
        if goes_on_place(parts, at, words):
            continue
        if part and words.language == "en" and words.has("contrasts", part[0].text):
            continue  # "While it rained, the guard looked out and asked"
        bare = without_leads(part, words)
        if not bare or words.has("prepositions", bare[0].text):
            continue
        if words.has("relatives", bare[0].text) or bare[0].text.isdigit():
            continue
        if words.language == "fr" and len(bare) == 1 and bare[0].text in words.pronouns:
            continue  # "L'opposition, elle, ..."
        if len(bare) > 1 and bare[-1].text[0].islower() and words.has("verbs", bare[-1].text):
            continue  # "His father, he says, once told him"
        if at and is_apposed(bare, words):
            continue  # "Ada Vane, a Democrat, called"
        subject = with_attribute(text, noun_phrase(text, bare, words), bare, words)
        if subject is None and role is not None and words.language in ("fr", "es"):
            # "... Ada Vane, pr\u00e9sidente du club, d\u00e9non\u00e7ant"
            subject = _at_the_end(text, bare, words)
        if subject is None:
            continue
        if subject.kind is not SubjectKind.ROLE:
            return subject
        if role is None or words.is_role(subject.role):
            role = subject  # an apposition follows what it explains
    return role


def _of_first_verb(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whoever does two things, when the second has no subject ("In the end he rose and said")."""
    if words.language != "en" or len(run) < 3 or run[-1].text not in ("and", "but", "then"):
        return None
    run = embedded(without_leads(run[:-1], words), words)
    if not run:
        return None
    if not words.has("prepositions", run[0].text):
        subject = noun_phrase(text, run, words)
        fits = subject is not None and subject.start <= run[0].start + 24
        return subject if fits and subject and subject.kind is not SubjectKind.OWN else None
    for before, word in pairwise(run):
        bound = words.has("prepositions", before.text) or words.has("verbs", before.text)
        if words.pronouns.get(word.text.casefold()) and not bound:
            return noun_phrase(text, [word], words)
    return behind_place(text, run, words)


def subject_after(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """The subject in the words behind a verb ("said the mayor, Anna Brandt").

    Args:
        text: the draft.
        run: the words behind the verb, at most to the end of the sentence.
        words: the lists of the language.
    """
    if words.language == "de":
        run = subject_behind_de(text, run, words)
        return first_named(text, run, words) if run else None
    while run and run[0].text.casefold() == "t":
        run = run[1:]
    comma = bool(run) and "," in text[run[0].start - 2 : run[0].start]
    if words.language in ("fr", "es") and run and not comma and leads_away(run[0], words):
        run = subject_behind(text, run, words)
        return first_named(text, run, words) if run else None
    if not run:
        return None
    if words.has("prepositions", run[0].text):
        return _behind_adverbial(text, run, words)
    parts = parts_of(text, run)
    later = next((part for part in parts[1:3] if part and part[0].text[0].isupper()), None)
    if "," in text[run[0].start - 2 : run[0].start] and later:
        return first_named(text, parts[0], words) or noun_phrase(text, later, words)
    at = next((n for n in range(1, len(run)) if _breaks(text, run, n)), len(run))
    return with_attribute(text, first_named(text, run, words), run[:at], words)


def _breaks(text: str, run: list[Word], at: int) -> bool:
    return bool(text[run[at - 1].end : run[at].start].strip(" \u00a0'\u2019-"))


def _behind_adverbial(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """A name behind a short adverbial ("warnt zum Schluss Vane"), where the order is free."""
    if words.language == "en":
        return None
    for index in range(1, min(5, len(run))):
        if text[run[index - 1].end : run[index].start].strip(" -\u00a0'\u2019"):
            return None
        word = run[index].text
        named = word[0].isupper() and not words.has("not_names", word)
        if named and not words.has("prepositions", run[index - 1].text):
            return noun_phrase(text, run[index:], words)
    return None


def first_named(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """The noun phrase at the start of a run; the name behind its comma when it has none itself.

    Args:
        text: the draft.
        run: words, of which the first begin the phrase ("the mayor, Anna Brandt, ...").
        words: the lists of the language.
    """
    for at in range(1, len(run)):
        if BREAK.search(text, run[at - 1].end, run[at].start):
            run = run[:at]
            break
    parts = parts_of(text, run)
    if not parts[0]:
        return None
    subject = noun_phrase(text, parts[0], words)
    bare = subject is not None and not words.has("determiners", parts[0][0].text)
    if subject and subject.kind is SubjectKind.ROLE and bare and words.language in ("fr", "es"):
        behind = (noun_phrase(text, part, words) for part in parts[1:3] if part)
        told = (SubjectKind.NAME, SubjectKind.PRONOUN)
        explained = next((s for s in behind if s and s.kind in told), None)
        if explained is not None:
            return explained  # "Spécialiste des oiseaux, la biologiste Ada Vane ..."
    if subject and subject.kind is SubjectKind.ROLE and len(parts) > 1 and parts[1]:
        named = named_at_end(text, parts[1], words) or noun_phrase(text, parts[1], words)
        whole = named and parts[1][0].start <= named.start and named.end == parts[1][-1].end
        begins = named is not None and named.start == parts[1][0].start
        says = named and any(words.has("verbs", w.text) for w in parts[1] if w.start >= named.end)
        begins = begins and not says  # "The other, Cole claims, ..."
        body = named is not None and is_body(named.role, words) and whole
        if named and body and words.language == "en" and named.text[0].isupper():
            return named  # "Her publisher, Calliope House,"
        if named and named.kind is SubjectKind.NAME and (whole or begins):
            return Subject(named.start, named.end, named.text, named.kind, subject.role)
    return subject


def _at_the_end(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """A pronoun or name right before the verb ("In a statement Brandt said")."""
    if run[-1].text.casefold() in words.pronouns:
        if words.language in ("fr", "es") and words.has("prepositions", run[-2:][0].text):
            return None  # "En ella ha escrito"
        return noun_phrase(text, run[-1:], words)
    at = len(run)
    while at > 0 and run[at - 1].text[0].isupper():
        if words.has("prepositions", run[at - 1].text):
            break  # "Am Vormittag sagte"
        at -= 1
    if at == len(run) and words.language == "en":
        return behind_place(text, run, words)
    if at == len(run) or (at and words.has("prepositions", run[at - 1].text)):
        return None
    if words.language == "de" and at == len(run) - 1:
        return None  # a noun ("nach einem neuen Stadion sagte er")
    if at and words.has("determiners", run[at - 1].text):
        at -= 1
    return noun_phrase(text, run[at:], words)
