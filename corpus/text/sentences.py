"""Where sentences begin and end, without touching a character.

Problem: the frame around a match, and the borders of passages, need sentences with exact offsets in
English, Chinese and other scripts. The libraries are stale and put a Chinese closing quotation mark
into the next sentence.

Method: a sentence ends at a run of final marks with the closing marks after it, where white space
or a character of a script without spaces follows; a full stop does not end one after a known
abbreviation, a single initial, or before a lower-case word; a blank line always does. A line break
is white space, because stored text is wrapped.

Rejected: a trained segmenter (offsets drift, tens of megabytes for a step this small).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_FINAL = ".!?\u2026\u3002\uff01\uff1f\uff61\u061f\u06d4\u0964"
_CLOSING = "\"'\u201d\u2019\u00bb)\\]\u300d\u300f\uff09\u3011*_"
_GUILLEMETS = "[ \u00a0\u202f]\u00bb(?!\\w)|\u00ab(?!\\S)"  # French, German
_END = re.compile(
    rf"[{_FINAL}\n](?:(?<=\n)[ \t\r]*\n\s*|(?<!\n)[{_FINAL}]*(?:{_GUILLEMETS}|[{_CLOSING}])*)"
)
"""A run of final marks or a blank line; one class of characters at its beginning lets the search
run over everything else in a third of the time that two alternatives take."""
_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof sen rep gov gen col lt sgt capt st jr sr vs etc inc ltd co corp dept "
        "est no nos vol pp cf al eg ie e.g i.e a.m p.m u.s u.k jan feb mar apr jun jul aug sep "
        "sept oct nov dec hon rev pres messrs mt ft approx fig ca bzw z.b d.h usw nr art abs bd "
        "mme mlle sra dra ud uds p.ex"
    ).split()
)
_WORD_BEFORE = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)$")
_NEXT = re.compile(r"\s*([\"'\u201c\u2018\u00ab(\[\u300c*_]*)(\S)?")
_KEPT_LENGTH = 20_000
"""Longest text whose sentences are kept: the running text around a match is shorter, and a whole
book would stay in memory."""
_WIDE_FINAL = "\u3002\uff01\uff1f\uff61"


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences.

    Args:
        text: any text.

    Returns:
        Half-open spans in order, without surrounding white space, none empty. Everything outside
        the spans is white space, so that nothing is lost.
    """
    return list(_kept_spans(text) if len(text) <= _KEPT_LENGTH else _spans(text))


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(text):
        if match.start() < begin:
            continue
        if not _ends(text, match):
            continue
        _append(spans, text, begin, match.end())
        begin = match.end()
    _append(spans, text, begin, len(text))
    return tuple(spans)


_kept_spans = lru_cache(maxsize=64)(_spans)
"""Several rules look at the sentences around one match, one after the other."""


def sentence_groups(text: str, longest: int) -> list[tuple[int, int]]:
    """Runs of whole sentences, each as long as fits.

    Args:
        text: any text.
        longest: characters of a run; a sentence longer than that is a run of its own.

    Returns:
        Half-open spans in order, not overlapping: each from where its first sentence begins (the
        first one from 0) to where its last one ends. Empty for a text without sentences.

    Cost: only the places at the end of a run are examined; a tenth of `sentence_spans`.
    """
    matches = list(_END.finditer(text))
    length = len(text.rstrip())
    stops = [
        m.end() if text[m.start()] != "\n" else len(text[: m.start()].rstrip()) for m in matches
    ]
    groups: list[tuple[int, int]] = []
    begin, at = 0, 0
    while length - begin > longest:
        last = bisect_right(stops, begin + longest)
        found = next((k for k in range(last - 1, at - 1, -1) if _ends(text, matches[k])), None)
        if found is None or stops[found] <= begin:
            later = range(max(last, at), len(matches))
            found = next((k for k in later if _ends(text, matches[k])), None)
        if found is None or stops[found] >= length:
            break
        groups.append((begin, stops[found]))
        begin, at = matches[found].end(), found + 1
        while text[begin].isspace():
            begin += 1
    if length > begin:
        groups.append((begin, length))
    return groups


def sentence_at(spans: list[tuple[int, int]], offset: int) -> int:
    """Index of the sentence that holds an offset; of the one before it for white space between.

    Args:
        spans: what `sentence_spans` gave; not empty.
        offset: a code point offset.
    """
    return max(0, bisect_right(spans, offset, key=lambda span: span[0]) - 1)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, match: re.Match[str]) -> bool:
    return text[match.start()] == "\n" or _ends_here(text, match)


def _ends_here(text: str, match: re.Match[str]) -> bool:
    marks = match.group()
    if any(c in _WIDE_FINAL for c in marks):
        return True
    if match.end() == len(text):
        return True
    following = text[match.end()]
    if not following.isspace() and following.isascii():
        # "3.5", "example.org", "Node.js"; but a quotation that opens right after a closed one ends
        return marks[-1] in _CLOSING and following in "\"'("
    ahead = _NEXT.match(text, match.end())
    first = ahead.group(2) if ahead else None
    stop = marks.rstrip("\"'\u201d\u2019\u00bb\u00ab)]\u300d\u300f\uff09\u3011*_ \u00a0\u202f")
    if set(stop) <= {"\u2026"} or stop.startswith(".."):
        return first is None or not first.islower()
    if stop != ".":
        # "Really?" she said: a question inside a sentence goes on in lower case
        return first is None or not (first.islower() and marks != stop)
    if first is not None and first.islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - 24), match.start())
    word = before.group(1) if before else ""
    if word.casefold() in _ABBREVIATIONS:
        return False
    return not (len(word) == 1 and word.isupper() and word != "I")
