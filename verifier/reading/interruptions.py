"""Which words outside quotation marks say who is speaking.

Problem: in '"I trust them," the treasurer said, "more than ..."' five words are not the speaker's;
in '"Yes" and "no" are the answers' the words outside the marks are as much quoted as the rest.

Method: a stretch outside the marks is an attribution when it has a verb of saying (a closed list a
language), stands off by punctuation, is short, and has no word of the first or second person ("as
you said" is the speaker talking). Without a verb a short stretch with a name counts, if punctuation
stands on both sides. A pair of dashes parts an attribution from the quote only in the languages
that print it so, and only verb first. Measured on 23,368 turns of speech read as claims, words of
17 would be lifted, all of them before a quotation that the speaker gives himself.
Whatever does not pass stays text: words are better compared once too often than not at all.

Rejected: taking every stretch between two quotations for an interruption (it would hide words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import counted_words, is_unspaced, tokens
from verifier.reading.saying import NAME_PARTICLES, Sayings

MOST_WORDS = 16
"""A longer stretch is prose of its own, and leaving it unchecked would hide too much."""
MOST_WORDS_WITHOUT_VERB = 8
"""Room for a name and an office."""

_STANDS_OFF_LEFT = ",.!?;:\u2026\u2014\u2013-\u3002\uff0c\uff01\uff1f\uff1b\u3001"
_STANDS_OFF_RIGHT = ",.;:\u2014\u2013-\u3002\uff0c\uff1a\uff1b"
_TOLD = re.compile("(?:告诉|告訴|对|對|跟|向)(?:我们|我們|我)")
_SIGNATURE = re.compile(r"\s*[\u2014\u2013\u2015~-]{1,2}\s*(\S.*)|\s*\((\S.*)\)\s*", re.DOTALL)
_DASH = re.compile(r"[\u2014\u2013\u2015]")
_STOPS_DASH_PART = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb\n!?;:]")


class Where(Enum):
    """Where an attribution stands."""

    BEFORE = "before"
    BETWEEN = "between"
    AFTER = "after"


def is_attribution(stretch: str, left: str, where: Where, sayings: Sayings) -> bool:
    """Whether words outside quotation marks say who is speaking.

    Args:
        stretch: the words with the punctuation around them, without marks.
        left: the last visible character inside the quotation before it, or empty.
        where: before the first quotation, between two, or after the last.
        sayings: the closed lists.

    Returns:
        False for an empty stretch and for everything in doubt.
    """
    bare = stretch.strip()
    norms = tokens(bare).norms
    if not norms or counted_words(norms) > MOST_WORDS or "\n\n" in bare:
        return False
    if _own_words(bare, norms, sayings):
        return False
    goes_on = norms[0] in sayings.conjunctions
    if goes_on and (where is Where.BEFORE or bare[0].islower()):
        return False
    if where is Where.BEFORE and len(sentence_spans(bare)) > 1:
        return False
    says = sayings.verbs.among(norms, bare)
    before = (bool(left) and left in _STANDS_OFF_LEFT) or bare[0] in _STANDS_OFF_LEFT
    after = bare[-1] in _STANDS_OFF_RIGHT
    if where is Where.BEFORE:
        named = _is_named(bare) and bare[-1] in ":\uff1a"
        return (says and bare[-1] in ",:\uff0c\uff1a") or (named and _is_short(norms))
    if where is Where.AFTER:
        signed = _SIGNATURE.fullmatch(bare)
        if signed and _is_signature(signed.group(1) or signed.group(2)):
            return True
        return says and (before or _is_tight(bare, norms, sayings))
    if says:
        named = _is_named(bare) or sayings.pronouns.among(norms, bare)
        return before or (after and named) or _is_tight(bare, norms, sayings)
    return before and after and _is_short(norms) and _is_named(bare)


def dash_parts(
    text: str, start: int, end: int, spoken: bool, sayings: Sayings
) -> Iterator[tuple[int, int]]:
    """Attributions between dashes inside one quotation (", — сказал он, —", "—dijo—").

    Args:
        text: a claim without invisible characters.
        start: offset of the inside of the quotation.
        end: its end offset.
        spoken: whether it began with a dash of dialogue; only then one dash parts the end.
        sayings: the closed lists.

    Yields:
        Spans with both dashes, in order.
    """
    dashes = [m.start() for m in _DASH.finditer(text, start, end)]
    at = start
    for dash, following in pairwise([*dashes, end]):
        last = following == end
        if dash < at or (last and not spoken):
            continue
        words = text[dash + 1 : following]
        if len(words) > 160 or _STOPS_DASH_PART.search(words.rstrip()):
            continue
        norms = tokens(words).norms
        if not norms or norms[0] not in sayings.dash_verbs:
            continue
        if counted_words(norms) > MOST_WORDS or _own_words(words, norms, sayings):
            continue
        stop = end if last else following + 1
        yield dash, stop
        at = stop


def _own_words(bare: str, norms: tuple[str, ...], sayings: Sayings) -> bool:
    return sayings.dialogue.among(norms, _TOLD.sub("", bare))


def _is_tight(bare: str, norms: tuple[str, ...], sayings: Sayings) -> bool:
    """Only a pronoun and a verb of saying, which no punctuation needs to set off."""
    starts = norms[0] in sayings.verbs or sayings.pronouns.among(norms[:1], bare[:1])
    return (
        counted_words(norms) <= 3
        and starts
        and sayings.pronouns.among(norms, bare)
        and sayings.verbs.among(norms, bare)
    )


def _is_short(norms: tuple[str, ...]) -> bool:
    return counted_words(norms) <= MOST_WORDS_WITHOUT_VERB


def _is_named(bare: str) -> bool:
    return any(w[:1].isupper() for w in re.findall(r"[^\W\d_]+", bare))


def _is_signature(words: str) -> bool:
    """Names and numbers only: "Jane Doe, 2019"."""
    found = re.findall(r"[^\W_]+", words)
    if not found or counted_words(tokens(words).norms) > MOST_WORDS_WITHOUT_VERB:
        return False
    names = [w for w in found if w[0].isupper() or is_unspaced(w[0])]
    return bool(names) and all(
        w[0].isupper() or w.isdecimal() or w in NAME_PARTICLES or is_unspaced(w[0]) for w in found
    )
