"""Labels of somebody who is heard through an interpreter, and of the interpreter.

Problem: "Ilya Marsh (through interpreter)" has too many small words for a name, and "Translator" is
the beginning of a credit line far more often than a speaker. Method: a bracket is taken off a label
when it says, by the rules of `corpus.translation.labels`, that its speaker is interpreted; the
trade alone is offered as a label of its own kind, for which a dialogue asks for more.

Rejected: dropping any bracket ("Figure (from the report)" is no speaker).
"""

from __future__ import annotations

import re
from functools import cache

from corpus.translation.patterns import Place, line_rules

_NOTE = re.compile(r"\s*[(\[【（](?P<inner>[^()\[\]【】（）\n]{1,60})[)\]】）]\s*$")
_CREDITED = re.compile(r"(?:the\s+)?translator|翻译|翻譯|译者", re.IGNORECASE)


def without_note(name: str) -> str:
    """A label without a bracket at its end that says that the speaker is interpreted.

    Args:
        name: what stands before the colon, without markup.

    Returns:
        The name alone; the label as it is when it has no such bracket, or nothing else.
    """
    found = _NOTE.search(name)
    if found is None:
        return name
    inner = found.group("inner").strip(" .:,-\u2013\u2014")
    said = any(pattern.fullmatch(inner) for pattern in _patterns(Place.LABEL))
    return (name[: found.start()].strip() or name) if said else name


def is_noted(name: str) -> bool:
    """Whether a label says in a bracket that its speaker is interpreted."""
    return without_note(name) != name


def is_interpreter(name: str) -> bool:
    """Whether a label is the trade of an interpreter: "The Interpreter", "翻译"."""
    return any(pattern.fullmatch(name) for pattern in _patterns(Place.SPEAKER))


def is_credit_word(name: str) -> bool:
    """Whether the trade also opens credit lines: "Translator: Ines Kolb"."""
    return _CREDITED.fullmatch(name) is not None


@cache
def _patterns(place: Place) -> tuple[re.Pattern[str], ...]:
    return tuple(rule.pattern for rule in line_rules().lines if rule.place is place)
