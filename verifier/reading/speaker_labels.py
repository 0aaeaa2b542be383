"""The label before a quote that names its speaker ("Treasurer: We will ...").

Problem: "Sam: I believe ..." names a speaker and "My biggest takeaway: I have ..." is the quote.

Method: a label is the name or an alias of a speaker of the corpus; or it looks like a name (one to
four capitalised words, a word for an office, a transliterated name, Q and A) and the corpus does
not have these words before a colon itself. Everything else stays text.

Rejected: taking whatever stands before a colon (half of all colons are inside sentences).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.text.tokens import is_unspaced
from verifier.reading.saying import NAME_PARTICLES, Sayings

_LABEL = re.compile(
    r"(?P<frame>[*_]{0,3})(?P<name>[^:\uff1a\n\"\u201c\u201d\u201e\u00ab\u00bb\u2026]{1,40}?)[*_]{0,3}"
    r"[ \u00a0\u202f]?[:\uff1a][*_]{0,3}"
)
_MOST_WORDS = 6
_MOST_NAME_WORDS = 4
_BREAKS = re.compile("[,;!?\u3002\uff0c\uff1b\uff01\uff1f\u3001]")
_NAME_JOIN = re.compile("[\u00b7\u30fb\u2022]")
_OPENING = "\"'\u201c\u2018\u201e\u00ab\u300c\u300e\uff02"


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A label and its colon, ``[start, end)``.

    Attributes:
        name: as written; empty when the label names nobody (Q, A).
    """

    start: int
    end: int
    name: str


def find_label(
    text: str,
    start: int,
    is_known: Callable[[str], bool],
    source_has: Callable[[str], bool] | None,
    sayings: Sayings,
) -> SpeakerLabel | None:
    """Find a speaker label at one place of a claim.

    Args:
        text: a claim without invisible characters.
        start: where a label would begin.
        is_known: whether a name or alias of a speaker of the corpus.
        source_has: whether the corpus has these words before a colon; None when nobody can tell.
        sayings: the closed lists.

    Returns:
        The label, or None when there is none or nothing follows it.
    """
    found = _LABEL.match(text, start)
    if not found:
        return None
    name = found.group("name").strip(" \t\u00a0*_")
    after = text[found.end() :]
    follows = after.lstrip()
    if not name or not follows or len(name.split()) > _MOST_WORDS:
        return None
    if not (name[0].isupper() or is_unspaced(name[0])):
        return None
    if follows[:2] == "//" or (after[0].isdigit() and (":" in found.group() or name[-1].isdigit())):
        return None
    label = SpeakerLabel(start, found.end(), name)
    if is_known(name):
        return label
    if source_has is not None and source_has(name):
        return None
    folded = name.casefold().strip(".")
    if folded in sayings.turns or sayings.turns.unspaced.fullmatch(folded):
        return SpeakerLabel(start, found.end(), "")
    quoted = follows[0] in _OPENING
    return label if _looks_like_a_name(name, quoted, text.isupper(), sayings) else None


def _looks_like_a_name(name: str, quoted: bool, shouted: bool, sayings: Sayings) -> bool:
    if _BREAKS.search(name):
        return False
    if is_unspaced(name[0]):
        return _looks_like_an_unspaced_name(name, quoted, sayings)
    words = name.split()
    norms = [w.casefold().strip(".()") for w in words]
    own = sayings.dialogue.among(norms, "") or norms[0] in sayings.not_labels
    if own or len(words) > _MOST_NAME_WORDS:
        return False
    if any(n in sayings.roles for n in norms):
        return len(words) <= 2 or _all_names(words)
    if shouted or any(n in sayings.not_labels or n in sayings.verbs for n in norms):
        return False
    return _all_names(words)


def _all_names(words: list[str]) -> bool:
    """Capitalised words, with particles and numbers after the first."""
    return words[0][0].isupper() and all(
        w.lstrip("(")[:1].isupper() or w.isdecimal() or w in NAME_PARTICLES for w in words[1:]
    )


def _looks_like_an_unspaced_name(name: str, quoted: bool, sayings: Sayings) -> bool:
    if sayings.dialogue.among((), name) or sayings.not_labels.unspaced.fullmatch(name):
        return False
    if sayings.verbs.among((), name) or len(name) > 16:
        return False
    ends = [m.end() for m in sayings.roles.unspaced.finditer(name)]
    is_role = bool(ends) and ends[-1] == len(name)
    return is_role or bool(_NAME_JOIN.search(name)) or (quoted and 2 <= len(name) <= 6)
