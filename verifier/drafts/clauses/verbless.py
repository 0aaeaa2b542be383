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

from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.names.definite import owner_of_words, pronoun
from verifier.drafts.names.heads_romance import attribute_end
from verifier.drafts.names.parts import Subject, SubjectKind, Word, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import DraftWords

_IN_HIS_WORDS = re.compile(
    r"\b[Ii]n ((?:[\w-]+ ){0,3}[\w-]+)['\u2019]s?(?: own)? (?:words|view|opinion|phrase)\b"
)
_VIEWS = "Ansicht|Meinung|Einschätzung|Überzeugung|Auffassung|Darstellung"
_HIS_VIEW = re.compile(
    rf"\b(?:(?:[Nn]ach|[Ii]n|[Aa]us) (?P<one>sein|ihr)e[nrm] (?:eigenen )?(?:{_VIEWS}|"
    r"Worten|Angaben|Aussagen?|Schilderung|Augen|Sicht|Lesart|Erfahrung)"
    rf"|(?P<two>[Ss]ein|[Ii]hr)er (?:{_VIEWS}) nach|(?P<three>[Ii]hm|[Ii]hr) zufolge)\b"
)
"""Whose view or words they are, by a possessive or a pronoun."""
_OWNERS = {"sei": "er", "ihm": "er", "ihr": "sie"}
_SMALL = (
    *("determiners", "prepositions", "auxiliaries", "leads", "clause_openers", "relatives"),
    *("negations", "own", "passive", "roles", "pronouns"),
)
_STRESSED = {"lui": "il", "ihm": "er", "ihr": "sie"}
"""Pronouns behind "according to", and the form in which they are subjects."""
_MOST_BEHIND = 5
"""Words between a verb on no list and the end of its clause."""
_POINTS_AT = frozenset("un une una unas unos ce cet cette ces este esta estos estas".split())
_MOST_TOLD = 2
"""Words of them that tell it apart."""
_MOST_OF_PAPER = 4
"""Words of the attributes of a paper."""
TITLE = 6
"""Characters of a title between a verb and a name ("Mme ")."""
CLAUSE_GOES_ON = re.compile(r"\s*[,.;:!?\u2014\u2013\n]|\s*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """An attributing clause ``[start, end)``.

    Attributes:
        subject: who says it; None when the clause has a verb only ("and added:").
        direct: whether it leads to the quotation or follows it at once.
        framed: whether its verb governs a few words in marks ("mocked the ...").
    """

    start: int
    end: int
    subject: Subject | None
    direct: bool
    framed: bool = False


def according(text: str, start: int, end: int, words: DraftWords, *, behind: bool) -> Clause | None:
    """A phrase that means "according to", with a name.

    Args:
        text: the draft.
        start: offset of the sentence.
        end: its end offset.
        words: the lists of the language.
        behind: whether it has to follow the quotation at once.
    """
    own = _HIS_VIEW.search(text, start, end) if words.language == "de" else None
    if own is not None and (not behind or not text[start : own.start()].strip(" ,")):
        owner = next(each for each in own.groupdict() if own.group(each))
        whose = _OWNERS[own.group(owner)[:3].casefold()]
        by_owner = Subject(*own.span(owner), whose, SubjectKind.PRONOUN)
        return Clause(own.start(), own.end(), by_owner, behind)
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
    if run and run[0].text.casefold() in _STRESSED:
        subject = pronoun(run[0], _STRESSED[run[0].text.casefold()])
    if subject is None:
        return None
    return Clause(found.start(), max(subject.end, found.end()), subject, behind)


def owned(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A noun for words instead of a verb ("Brandt's answer:")."""
    owner = owner_of_words(text, start, end, words)
    if owner is None:
        return _bare_noun(text, start, end, words)
    run = words_of(text, owner[0], owner[1])
    if owner[2]:
        subject: Subject | None = pronoun(run[0], words.possessives[run[0].text.casefold()])
    else:
        subject = noun_phrase(text, run, words)
    return Clause(start, end, subject, True) if subject else None


def _bare_noun(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A paper or a sentence that nobody owns right before a colon ("Au dos, une phrase :")."""
    run = words_of(text, start, end)
    if words.language not in ("fr", "es", "de") or len(run) < 2 or text[end - 1] != ":":
        return None
    paper = _paper_last(text, run, end, words)
    if paper is not None:
        return paper
    run = run[-2:]
    lists = ("saying_nouns", "papers", "inscriptions")
    noun = any(words.has(name, run[1].text) for name in lists)
    if not noun or run[0].text.casefold() not in ("un", "une", "una", "ein", "eine"):
        return None
    label = " ".join(text[run[0].start : run[1].end].split())
    role = run[1].text.casefold()
    subject = Subject(run[0].start, run[1].end, label, SubjectKind.ROLE, role)
    return Clause(run[0].start, end, subject, True)


def _paper_last(text: str, run: list[Word], end: int, words: DraftWords) -> Clause | None:
    """A paper with its attributes right before a colon ("une formule de politesse :")."""
    if words.language not in ("fr", "es"):
        return None
    for index in range(len(run) - 3, max(-1, len(run) - 3 - _MOST_OF_PAPER), -1):
        if run[index].text.casefold() not in _POINTS_AT:
            continue
        if index and run[index - 1].text in ("en", "por", "mediante", "dans", "par", "via"):
            return None  # "la dio su hijo en un mensaje:"
        noun = run[index + 1].text.casefold()
        lists = ("papers", "inscriptions", "saying_nouns")
        forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"))
        known = any(words.has(name, form) for name in lists for form in forms)
        rest = run[index + 2 :]
        clean = not re.search("[,;]", text[run[index].end : rest[-1].end])
        barred = ("verbs", "relatives", "calling", "pronouns")
        clean = clean and not any(w.text in words.articles for w in rest)
        clean = clean and not any(words.has(name, w.text) for w in rest for name in barred)
        if not known or not clean:
            return None
        last = rest[-1].end
        if len(rest) > _MOST_TOLD:
            last = attribute_end(text, run[index + 1].end, rest, words)
        label = " ".join(text[run[index].start : last].split())
        subject = Subject(run[index].start, last, label, SubjectKind.ROLE, noun)
        return Clause(run[index].start, end, subject, True)
    return None


def answered(text: str, at: int, end: int, words: DraftWords) -> Clause | None:
    """A noun for words behind what was said ("was her verdict", "came the reply from Brandt").

    Args:
        text: the draft.
        at: offset behind the quotation.
        end: end of its sentence.
        words: the lists of the language.

    Returns:
        The clause, without a subject when nobody owns the noun; None without such a noun.
    """
    run = words_of(text, at, end)[:10]
    if not run or not words.has("coming", run[0].text):
        return None
    if run[1:2] and words.has("manners", run[1].text) and len(run) > 2:
        who = noun_phrase(text, run[2:], words)  # "is how Brandt puts it"
        return Clause(run[0].start, end, who, True) if who else None
    noun = next((n for n, w in enumerate(run[:6]) if words.has("saying_nouns", w.text)), None)
    if not noun:
        return None
    owner = owner_of_words(text, run[1].start, end, words)
    subject: Subject | None = None
    if owner is not None and owner[2]:
        subject = pronoun(run[1], words.possessives[run[1].text.casefold()])
    elif owner is not None:
        subject = noun_phrase(text, words_of(text, owner[0], owner[1]), words)
    return Clause(run[0].start, end, subject, True)


def manner(
    text: str, at: int, end: int, ended: str, run: list[Word], words: DraftWords
) -> Clause | None:
    """A verb on no list where only an attribution can stand (", shrugged Ashby")."""
    comma = ended in ",?!\u2026\uff0c" or text[at:end].lstrip()[:1] == ","
    reflexive = ("se", "me", "sich")
    if run and words.has("determiners", run[0].text) and len(run[0].text) == 1:
        return None  # ", a line Brandt has framed"
    kept = "a" if words.language == "es" else ""  # a preposition
    run = [
        w
        for w in run
        if len(w.text) > 1 or w.text.isupper() or w.text == kept or words.has("determiners", w.text)
    ]
    run = run[1:] if run and run[0].text in reflexive else run
    if not comma or len(run) < 2:
        return None
    named = answered(text, at, end, words)
    if named is not None:
        return named
    verb = run[0]
    if words.has("particles", run[1].text):
        run = [verb, *run[2:]]  # "called out Brandt"
    acts = verb.text[0].islower() and not any(words.has(name, verb.text) for name in _SMALL)
    if len(run) > 1 and acts:
        placed = words.has("prepositions", run[1].text)
        subject = first_named(text, run[1:], words) if not placed else None
        near = subject is not None and subject.start <= run[1].start + TITLE
        if subject is not None and (near or subject.role):
            told = _is_speaker(text, run, subject, words)
            return Clause(verb.start, end, subject, True) if told else None
    return _subject_first(text, end, ended, run, words)


def _is_speaker(text: str, run: list[Word], subject: Subject, words: DraftWords) -> bool:
    """Whether a noun phrase behind a verb on no list is whoever speaks."""
    if text[subject.start - 1] not in " \u00a0-":
        return False
    if subject.kind is not SubjectKind.ROLE:
        return True
    following = next((w for w in run if w.start >= subject.end), None)
    over = CLAUSE_GOES_ON.match(text, subject.end) is not None
    over = over or (following is not None and words.has("prepositions", following.text))
    return over and words.is_role(subject.role)


def _subject_first(
    text: str, end: int, ended: str, run: list[Word], words: DraftWords
) -> Clause | None:
    """A name and a verb on no list behind a quotation (English: '," he points out')."""
    subject = noun_phrase(text, run, words)
    if words.language != "en" or subject is None:
        return None
    role = subject.kind is SubjectKind.ROLE
    if role and (ended not in ",\uff0c" or not words.is_role(subject.role)):
        return None
    behind = [w for w in run if w.start >= subject.end]
    if subject.start != run[0].start or not behind or not behind[0].text[0].islower():
        return None
    if any(words.has(name, behind[0].text) for name in _SMALL):
        return None
    stop = next((n for n, w in enumerate(behind) if CLAUSE_GOES_ON.match(text, w.end)), 99)
    told = stop == 0 and behind[0].text.endswith("ed")
    if ended in ",\uff0c":  # only a report goes on behind a comma inside the marks
        told = told or stop <= _MOST_BEHIND
    return Clause(subject.start, end, subject, True) if told else None


def _according_behind(text: str, start: int, end: int, words: DraftWords) -> Clause | None:
    """A word that follows the name ("Brandt zufolge")."""
    found = words.phrases["according_behind"].search(text, start, end)
    run = words_of(text, start, found.start()) if found else []
    if not found or not run:
        return None
    subject = named_last(text, run, words)
    return Clause(subject.start, found.end(), subject, False) if subject else None


def named_last(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    """Whoever a run of words ends with: its last words with a capital and an article before them.

    Args:
        text: the draft.
        run: words without a comma between them, one at least.
        words: the lists of the language.
    """
    at = len(run) - 1
    while at > 0 and run[at - 1].text[0].isupper():
        at -= 1
    if at and words.has("determiners", run[at - 1].text):
        at -= 1
    return noun_phrase(text, run[at:], words)
