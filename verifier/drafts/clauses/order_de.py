"""The subjects of a German sentence that reports, wherever they stand ("Im Saal sitzt auch Vane").

Problem: half of the sentences of a German report begin with something else than their subject, and
whom the next "sie" stands for is mostly the subject of the one before.

Method: the words are cut at marks and colons. What begins with its subject keeps it; behind a
preposition, an adverb or what cannot act the verb is looked for, and the subject stands behind it;
a clause with "als" and the like gives the subject of its main clause first, then its own.

Rejected: the first noun phrase of a sentence (an object or a place as often as not).
"""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.drafts.clauses.subjects import first_named
from verifier.drafts.clauses.subjects_de import can_be_subject, is_small_verb, subject_behind
from verifier.drafts.names.forms_de import is_adverb
from verifier.drafts.names.parts import Subject, SubjectKind, Word
from verifier.drafts.words import DraftWords, is_body

_BORDER = re.compile('[;:()\u2014\u2013\n"\u201c\u201d\u201e\u00ab\u00bb?!]')
_OPENERS = frozenset(
    (
        *(
            "als",
            "wenn",
            "weil",
            "w\u00e4hrend",
            "nachdem",
            "obwohl",
            "dass",
            "ob",
            "bevor",
            "seit",
        ),
        *("seitdem", "sobald", "solange", "falls", "da", "bis", "indem", "damit", "wo", "warum"),
        *("wie", "was", "wer", "sofern", "obgleich", "ehe", "wann", "weshalb", "wieso", "wozu"),
    )
)
"""Words that open a clause with its verb at the end."""
_SINGULAR = frozenset("kann begann gewann schien erschien besann sann rann entrann an hin".split())
"""Words that end like verbs of the plural and are none."""
_NUMBER = re.compile(
    "zwei|drei|vier|f\u00fcnf|sechs|sieben|acht|neun|zehn|elf|zw\u00f6lf|hundert|tausend|\\w+(?:zehn|zig|hundert)"
    "|rund|etwa|knapp|gut|fast|mehr|viel|kaum"
)
_ENDINGS = ("en", "er", "es", "em", "e", "n")


def segments(text: str, run: list[Word]) -> list[list[Word]]:
    """The words of a sentence cut at marks, colons and dashes, in order.

    Args:
        text: the draft.
        run: words in order, with quoted ones left out.
    """
    parts: list[list[Word]] = []
    for word in run:
        if not parts or _BORDER.search(text, parts[-1][-1].end, word.start):
            parts.append([])
        parts[-1].append(word)
    return parts


def subjects_in(text: str, run: list[Word], words: DraftWords) -> list[Subject]:
    """Who may act in a part of a sentence, the subject of the main clause first.

    Args:
        text: the draft.
        run: words without a mark or a colon between them.
        words: the German lists.

    Returns:
        Noun phrases and pronouns that can be nominatives; empty without any.
    """
    while run and (words.has("leads", run[0].text) or words.has("conjunctions", run[0].text)):
        if run[0].text.casefold() in _OPENERS and run[0].text[0].isupper():
            break
        run = run[1:]
    if not run:
        return []
    parts = _parts(text, run)
    if len(parts) > 1 and len(parts[0]) == 1 and is_adverb(run[0].text, words):
        run, parts = run[1:], parts[1:]  # "Manchmal, wenn sie ..."
    opener = run[0].text.casefold() in _OPENERS and len(run) > 2
    for part in parts[1:]:
        if not opener and words.has("verbs", part[0].text) and len(part) > 1:
            told = _behind(text, part[1:], words)  # "Er bleibe dabei, sagt Vane"
            whole = told is not None and _verb_in(parts[0], words) is not None
            if told is not None and whole and _is_somebody(told, words):
                return [told]
    if opener and (len(parts) > 1 or run[0].text[0].islower()) and parts[0][-1].text[0].islower():
        main = next((part for part in parts[1:] if _begins_with_verb(part, words)), None)
        found = [_behind(text, main[1:], words)] if main else []
        found.append(_behind(text, parts[0][1:], words))
        return [one for one in found if one is not None]
    first = run[0].text
    lower = first[0].islower()
    if lower and _begins_with_verb(run, words):  # behind a quotation: "sagt Vane"
        behind = _behind(text, run[1:], words)
        return [behind] if behind is not None else []
    free = can_be_subject(run[:1]) or first.casefold() in ("deren", "dessen")
    free = free and not words.has("prepositions", first)
    adverb = not lower and is_adverb(first, words)
    subject = first_named(text, run, words) if free and not adverb and not lower else None
    if subject is not None and _is_somebody(subject, words):
        return [subject]
    at = _verb_in(parts[0], words)
    later = next((part for part in parts[1:] if _begins_with_verb(part, words)), None)
    if at is not None:
        behind = _behind(text, run[at + 1 :], words)
    else:
        behind = _behind(text, later[1:], words) if later else None
    return [one for one in (behind, subject) if one is not None]


def is_many(text: str, subject: Subject, run: list[Word]) -> bool:
    """Whether "sie" has a verb in the plural beside it.

    Args:
        text: the draft.
        subject: the pronoun.
        run: the words of its sentence.
    """
    if subject.text.casefold() != "sie":
        return False
    at = next((n for n, word in enumerate(run) if word.start == subject.start), None)
    if at is None:
        return False
    before = run[at - 1].text if at else ""
    close = at and not text[run[at - 1].end : subject.start].strip()
    behind = run[at + 1].text if at + 1 < len(run) else ""
    verb = before if close and before[0].islower() and before not in _OPENERS else behind
    return verb.endswith("n") and verb not in _SINGULAR and verb[:1].islower()


def _is_somebody(subject: Subject, words: DraftWords) -> bool:
    if subject.kind is not SubjectKind.ROLE:
        return True
    return words.is_role(subject.role) or is_body(subject.role, words) or is_aged(subject)


def is_aged(subject: Subject) -> bool:
    """Whether a noun tells a person by an age ("der 61-J\u00e4hrige")."""
    return subject.role.startswith("j\u00e4hrige") and "jährigen " not in subject.text


def _behind(text: str, run: list[Word], words: DraftWords) -> Subject | None:
    stretch = subject_behind(text, run, words)
    return first_named(text, stretch, words) if stretch else None


def _parts(text: str, run: list[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = [[run[0]]]
    for before, word in pairwise(run):
        if "," in text[before.end : word.start]:
            parts.append([])
        parts[-1].append(word)
    return parts


def _begins_with_verb(part: list[Word], words: DraftWords) -> bool:
    word = part[0].text
    if not word[0].islower() or word in _OPENERS:
        return False
    small = ("prepositions", "determiners", "relatives", "conjunctions", "own", "negations")
    known = words.has("verbs", word) or words.has("calling", word) or is_small_verb(part[0])
    return known or not any(words.has(name, word) for name in small)


def _verb_in(run: list[Word], words: DraftWords) -> int | None:
    """Index of the verb that stands second: the first small word that is part of no noun phrase."""
    bound = not is_adverb(run[0].text, words)
    for at in range(1, len(run)):
        word = run[at].text
        if word[0].isupper() or word[0].isdigit():
            bound = False
            continue
        if _opens_phrase(word, words):
            bound = True
            continue
        if words.has("conjunctions", word) or word in words.pronouns:
            continue
        following = run[at + 1].text if at + 1 < len(run) else ""
        adjective = bound and word.endswith(_ENDINGS) and following[:1] != ""
        number = bound and following[:1].isupper() and _NUMBER.fullmatch(word) is not None
        if adjective or number:
            continue
        return at
    return None


def _opens_phrase(word: str, words: DraftWords) -> bool:
    governs = words.has("governing", word) or words.has("determiners", word)
    return governs or word.casefold() in ("im", "am", "zum", "zur", "beim", "vom", "ins", "ans")
