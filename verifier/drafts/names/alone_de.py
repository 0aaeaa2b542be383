"""Whether a single German capital is a name ("Jannis", "Brehm") or one of the nouns around it.

Method: a fuller name in the draft has it, an office or a title stands before it, it is a frequent
first name, an age stands behind it, or it says something without an article; a number before or
behind it, an article anywhere in the draft, and the endings of nouns show that it is none.

Rejected: the same from one place alone (a noun without an article says nothing about itself).
"""

from __future__ import annotations

import re

from verifier.drafts.names.forms_de import NOUN_ENDS, is_adverb
from verifier.drafts.words import DraftWords, is_given

_AGE_BEHIND = re.compile(r",? \(?\d\d\b(?! (?:Prozent|Euro|Kilo|Meter|Uhr|Mal))")
_COUNTED = re.compile(r"\d[ \u00a0]$")
_NUMBERED = re.compile(r"[ \u00a0]\d")
_ARTICLES = "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein|keine|keinen"
_INVERTED = re.compile(
    r" [a-z\u00e4\u00f6\u00fc]\w+ "
    r"(?:(?:sich|auch|nun|dann|sogar|der|die) )*[^\W\d_a-z]\w+ [^\W\d_a-z]\w"
)
_QUOTED = re.compile(r"[,\u201c\u00ab\u00bb\"]\s*$")
_NOUN = re.compile(
    rf"(?i:\b(?:{_ARTICLES}|[msd]?ein\w?\w?|ihre?\w?|unsere?\w?|im|am|zum|zur|beim|vom|ins))"
    r"(?: [a-z\u00e4\u00f6\u00fc\u00df]+(?:e|en|er|es|em))? ([^\W\d_a-z][\w-]*)"
)
"""A noun behind its article, with or without an adjective."""


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
    if name in known or (name.endswith("s") and name[:-1] in known):
        return True
    if _COUNTED.search(text, max(0, span[0] - 8), span[0]) or _NUMBERED.match(text, span[1]):
        return False  # "6,12 Metern", "Hausnummer 44"
    stem = re.sub(r"(?:en|n|s|e)$", "", name)
    if is_given(name, words) and name not in nouns and not words.has("measures", name):
        return True
    if name in nouns or stem in nouns or NOUN_ENDS.search(name):
        return False
    if name.casefold() in words.pronouns or is_adverb(name, words):
        return False
    if role and words.is_role(role):
        return True
    if _AGE_BEHIND.match(text, span[1]):
        return True
    if is_turned(text, span[1]):
        return False
    behind = re.match(r" ([^\W\d_]+)", text[span[1] : span[1] + 40])
    before = re.search(r"([^\W\d_]+) $", text[max(0, span[0] - 40) : span[0]])
    if before and not _QUOTED.search(text, max(0, span[0] - 60), span[0] - len(before.group())):
        before = None  # "kündigte Widerstand an"
    says = (found.group(1) for found in (behind, before) if found)
    several = name.endswith(("en", "e", "leute"))  # "Fachleute sprechen"
    return not several and any(
        word[0].islower() and words.has("verbs", word) and not word.endswith("n") for word in says
    )


def nouns_in(text: str) -> frozenset[str]:
    """What stands behind an article anywhere in a German draft.

    Args:
        text: the draft.

    Cost: linear.
    """
    return frozenset(match.group(1) for match in _NOUN.finditer(text))


def is_turned(text: str, at: int) -> bool:
    """Whether a verb and a full name follow a word, which then is none ("Scharf rief Ada Vane").

    Args:
        text: the draft.
        at: the end offset of the word.
    """
    return _INVERTED.match(text, at) is not None
