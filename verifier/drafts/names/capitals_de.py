"""Which German capitals are names, and which are the nouns before and around them.

Problem: every German noun has a capital, so "TSV-Coach Uwe Sander", "Deren Kandidatin Aylin Demir"
and "auf Nachfrage" look alike.

Method: words joined by a hyphen are one. In a run of them everything up to the last office is an
office, and so is the first of three when an article or a hyphen shows that it is a noun. A single
word is a name when a fuller name in the draft has it, an office or a title stands before it, an age
behind it, or it says something without an article; any other is a noun.

Rejected: lists of nouns (German makes new ones) and of first names (every country needs another).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from verifier.drafts.names.parts import Subject, Word
from verifier.drafts.words import DraftWords

_AGE_BEHIND = re.compile(r",? \(?\d\d\b(?! (?:Prozent|Euro|Kilo|Meter|Uhr|Mal))")
_ARTICLES = "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein|keine|keinen"
_NOUN = re.compile(
    rf"(?i:\b(?:{_ARTICLES}|[msd]?ein\w?\w?|ihre?\w?|unsere?\w?|im|am|zum|zur|beim|vom|ins))"
    r"(?: [a-z\u00e4\u00f6\u00fc\u00df]+(?:e|en|er|es|em))? ([^\W\d_a-z][\w-]*)"
)
"""A noun behind its article, with or without an adjective."""
_SHORTEST_HEAD = 4
"""Letters of an office that may be the head of a compound."""
_NOUN_ENDS = re.compile(
    r"\w{2}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|t\u00e4t|t\u00e4ten|nis|ismus)$"
)


_ADJECTIVE = re.compile(
    r"(?:\w+(?:lich|ig|isch|voll|los|end|bar|sam|haft|iert|ell|\u00e4r|\u00f6s)(?:e|er|es|en|em)"
    r"|(?:neu|gro\u00df|klein|alt|jung|viel|all|mehrer|beid|letzt|n\u00e4chst|gut|schlecht|hoh|kurz|lang|ander|"
    r"einig|wenig|erst|zweit|dritt|deutsch|rot|gr\u00fcn|schwarz|wei\u00df|blau|schwer|leicht|stark|voll|laut)"
    r"(?:e|er|es|en|em)|\w+zehn|\w+zig|zwei|drei|vier|f\u00fcnf|sechs|sieben|acht|neun|zehn|elf|zw\u00f6lf|rund|knapp|etwa|"
    r"mehr|weniger|viel|kaum|auch|doch|noch|nur|warum|wie|was|wer|wo)$",
    re.IGNORECASE,
)
"""Adjectives and small words by their form; "Peter" and "Sabine" have none of these."""


def begins_small(run: list[Word], words: DraftWords) -> bool:
    """Whether the first of two capitals only begins a sentence ("V\u00f6llige Intransparenz").

    Args:
        run: two words or more.
        words: the German lists.
    """
    first = run[0].text
    known = words.has("first_names", first) or words.is_role(first)
    return _ADJECTIVE.fullmatch(first) is not None and not known


def groups_of(text: str, run: list[Word]) -> list[list[Word]]:
    """The words of a run of capitals, those with a hyphen between them together.

    Args:
        text: the draft.
        run: words in order.
    """
    groups: list[list[Word]] = []
    for word in run:
        if groups and text[groups[-1][-1].end : word.start] == "-":
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def name_of_run(
    text: str, run: list[Word], words: DraftWords, *, determined: bool
) -> tuple[list[Word], str]:
    """The name in a run of German capitals.

    Args:
        text: the draft.
        run: capitalised words (and particles of names) in order.
        words: the German lists.
        determined: whether an article or the like stands before the run.

    Returns:
        The words of the name, empty when all are nouns; and the office before it, case folded, or
        empty.
    """
    groups = groups_of(text, run)
    small = ("determiners", "relatives", "leads", "prepositions", "clause_openers")
    owned = False
    while len(groups) > 1 and words.has("measures", groups[0][0].text):
        groups = groups[1:]  # "seit 26 Jahren Ada Vane"
    while len(groups) > 1 and any(words.has(name, groups[0][0].text) for name in small):
        determined = words.has("determiners", groups[0][0].text)
        owned = groups[0][0].text.casefold() in words.possessives
        groups = groups[1:]
    role = ""
    if len(groups) == 2 and len(groups[0]) == 1 and begins_small(groups[0], words):
        return [], ""
    if owned and len(groups) == 2 and len(groups[1]) < 3:
        return list(groups[1]), _office(groups[0])  # "Ihr Lehrling Paul"
    at = max((n for n, each in enumerate(groups[:-1]) if _is_office(each, words)), default=-1)
    if at >= 0:
        offices = [each for each in groups[: at + 1] if _is_office(each, words)]
        known = [each for each in offices if not words.has("titles", each[-1].text)]
        role, groups = _office((known or offices)[-1]), groups[at + 1 :]
    elif len(groups) > 2 and (determined or len(groups[0]) > 1 or words.is_trade(run[0].text)):
        role, groups = _office(groups[0]), groups[1:]
    if len(groups) == 1 and not role and determined:
        return [], ""
    if len(groups) == 1 and not role and len(groups[0]) > 1 and _is_office(groups[0], words):
        return [], ""
    return [word for each in groups for word in each], role


def _office(group: list[Word]) -> str:
    office = group[-1].text.casefold()
    return "" if office in ("mann", "frau") and len(group) > 1 else office


def _is_office(group: list[Word], words: DraftWords) -> bool:
    """Whether a word, or the end of one with hyphens, is an office ("TSV-Coach", "CDU-Mann")."""
    last = group[-1].text
    if words.is_role(last):
        return not words.has("first_names", last)
    short = any(len(word.text) > 1 and word.text.isupper() for word in group[:-1])
    return short and last[0].isupper() and not last.isupper()


def is_name_alone(
    text: str,
    span: tuple[int, int],
    role: str,
    known: frozenset[str],
    nouns: frozenset[str],
    words: DraftWords,
) -> bool:
    """Whether a single German capital is a name.

    Args:
        text: the draft.
        span: where it stands.
        role: the office beside it, or empty.
        known: the parts of the fuller names of the draft.
        nouns: what stands behind an article elsewhere in it.
        words: the German lists.
    """
    name = text[slice(*span)]
    if name in known:
        return True
    stem = re.sub(r"(?:en|n|s|e)$", "", name)
    if name in nouns or stem in nouns or _NOUN_ENDS.search(name):
        return False
    if role and words.is_role(role):
        return True
    if _AGE_BEHIND.match(text, span[1]):
        return True
    behind = re.match(r" ([^\W\d_]+)", text[span[1] : span[1] + 40])
    before = re.search(r"([^\W\d_]+) $", text[max(0, span[0] - 40) : span[0]])
    says = (found.group(1) for found in (behind, before) if found)
    return any(word[0].islower() and words.has("verbs", word) for word in says)


def nouns_in(text: str) -> frozenset[str]:
    """What stands behind an article anywhere in a German draft.

    Args:
        text: the draft.

    Cost: linear.
    """
    return frozenset(match.group(1) for match in _NOUN.finditer(text))


def is_particle(text: str, head: Sequence[Word], word: Word, words: DraftWords) -> bool:
    """Whether a small word goes on a German name ("Ada von Aue", not "Ada Aue von der Bahn").

    Args:
        text: the draft.
        head: the words before it, at least one.
        word: the small word.
        words: the German lists.
    """
    if word.text in ("der", "den", "dem"):
        return head[-1].text in ("von", "van", "zu", "auf", "in")
    at = len(head)
    while at and head[at - 1].text[0].isupper() and not words.is_role(head[at - 1].text):
        at -= 1
    return word.text not in ("von", "zu") or len(groups_of(text, list(head[at:]))) == 1


def held_by_compound(
    by_role: Mapping[str, Sequence[tuple[int, str]]], subject: Subject
) -> Sequence[tuple[int, str]]:
    """Who holds an office of which a noun is the head ("der Minister" for a "Verkehrsminister").

    Args:
        by_role: the offices of a draft, each with places and names.
        subject: a noun for a person that nobody in the draft is given as it stands.

    Returns:
        Places and names in order; also of the office that is the head of a longer noun.
    """
    role = _base(subject.role)
    ends = (
        held
        for other, held in by_role.items()
        if len(min(role, _base(other), key=len)) >= _SHORTEST_HEAD
        and (_base(other).endswith(role) or role.endswith(_base(other)))
    )
    return sorted(entry for held in ends for entry in held)


def _base(role: str) -> str:
    """An office without the ending of an adjective ("Vorsitzender", "Vorsitzenden")."""
    return re.sub(r"(?<=[dt]e)[rn]$", "", role)


def ends_at(head: Sequence[Word], word: str) -> bool:
    """Whether a German article begins another noun phrase.

    Args:
        head: the words of the phrase so far, at least two.
        word: the next one, case folded.
    """
    article = word in ("den", "dem", "die", "das", "ein", "eine", "einen", "einem", "einer")
    return article and head[-1].text[0].isupper() and head[0].text[0].islower()


def is_owner(name: Sequence[Word], article: str) -> bool:
    """Whether a name behind an office is whose it is ("ein Sprecher Albigs").

    Args:
        name: the words of the name.
        article: the first word of the phrase, case folded.
    """
    return article in ("ein", "eine") and len(name) == 1 and name[0].text.endswith("s")


def goes_on_name(
    text: str, head: Sequence[Word], run: Sequence[Word], word: Word, words: DraftWords
) -> bool:
    """Whether a small word stands inside a German name ("Ada von der Aue").

    Args:
        text: the draft.
        head: the words of the phrase so far, at least one.
        run: all words from its first on.
        word: the next one.
        words: the German lists.
    """
    at = len(head) + 1
    if at < len(run) and run[at].text in ("der", "den", "dem"):
        at += 1
    going = head[-1].text[0].isupper() or head[-1].text in ("von", "van", "zu", "auf", "in")
    named = at < len(run) and run[at].text[0].isupper()
    return named and going and is_particle(text, head, word, words)


def cut(text: str, run: list[Word], words: DraftWords) -> list[list[Word]]:
    """The names of a run of capitals with small words between them.

    Args:
        text: the draft.
        run: capitalised words and the small words between them.
        words: the German lists.
    """
    parts: list[list[Word]] = [[]]
    for word in run:
        if word.text[0].islower() and not (parts[-1] and is_particle(text, parts[-1], word, words)):
            parts.append([])
            continue
        parts[-1].append(word)
    return [part for part in parts if part]
