"""Lines, parts of lines and sentences of a document, and whose words they are.

Problem: "translated by" is evidence in the page's frame and nothing at all in what somebody says.
Method: every place is the page's own, the author's (prose that belongs to somebody) or said; which
rules may look at it depends on that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from corpus.models import DraftPassage, PassageKind
from corpus.text.sentences import sentence_spans

_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_LEFT = re.compile(r"[\s*_#>~`\-\u2010-\u2015\u2022\u00b7|\"'\u201c\u2018\u00ab(\[【（「『+=※]+")
_RIGHT = re.compile(r"[\s*_#~`\-\u2010-\u2015|\"'\u201d\u2019\u00bb)\]】）」』.,;:。：，；=]+$")
_COLUMNS = re.compile(
    r"\s{2,}|\u3000+|\s*[\u2022;；]\s*"
    r"|\s+(?=(?:中|责)?(?:译者?|翻译|编译|譯者?|訳者?|翻訳)\s*[:：/／|｜])"
)
_SPLIT = re.compile(
    r"\s*[|｜\u00b7\u2022;；]\s*|\s{2,}|\u3000+|\s+[/／\u2013\u2014-]\s+|[.。]\s*(?=\S)"
    r"|,\s+(?=[^\W\d_]{3,16}\s*[:：])"
)
_AFTER_COMMA = re.compile(r"[,，、]\s*(?=translat|übers|tradu|пер|译|翻|编|訳)", re.IGNORECASE)
_FINISHED = ".!?。！？"
_KEYED_LINE = re.compile(r"[^\W\d_][\w -]{0,30}\s*[:：=]\s*\S.*")
_PARAGRAPH_LIMIT = 2000


class Whose(IntEnum):
    """Whose words a place holds."""

    PAGE = 0
    AUTHOR = 1
    SAID = 2


@dataclass(frozen=True, slots=True)
class Spans:
    """The stretches that are somebody's words, by place.

    Attributes:
        starts: where each begins, ascending.
        ends: where each ends.
        whose: whose it is.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    whose: tuple[Whose, ...]

    @classmethod
    def of_passages(cls, passages: Sequence[DraftPassage]) -> Spans:
        """Passages with a speaker; everything else is the page's own."""
        spoken = sorted((p for p in passages if p.speaker is not None), key=lambda p: p.start)
        return cls(
            tuple(p.start for p in spoken),
            tuple(p.end for p in spoken),
            tuple(
                Whose.SAID if p.kind is PassageKind.SPEECH else Whose.AUTHOR for p in spoken
            ),
        )

    @classmethod
    def outside(cls, frame: Sequence[tuple[int, int]], length: int) -> Spans:
        """Everything but the given stretches is said."""
        starts, ends, at = [], [], 0
        for start, end in sorted(frame):
            if start > at:
                starts.append(at)
                ends.append(start)
            at = max(at, end)
        if at < length:
            starts.append(at)
            ends.append(length)
        return cls(tuple(starts), tuple(ends), (Whose.SAID,) * len(starts))

    def at(self, start: int, end: int) -> Whose:
        """Whose words overlap ``[start, end)``; the page's when nobody's do."""
        index = bisect_right(self.starts, start) - 1
        found = Whose.PAGE
        for i in range(max(index, 0), len(self.starts)):
            if self.starts[i] >= end:
                break
            if self.ends[i] > start:
                found = max(found, self.whose[i])
        return found


def line_at(text: str, place: int) -> tuple[int, int]:
    """The line that holds a place, without white space at its edges.

    Of a line longer than any credit only the neighbourhood is given: whole books come in one line.
    """
    floor, ceiling = max(0, place - _PARAGRAPH_LIMIT), min(len(text), place + _PARAGRAPH_LIMIT)
    before = max(text.rfind(mark, floor, place) for mark in "\n\r\u2028\u2029")
    found = _LINE_BREAK.search(text, place, ceiling)
    return trimmed(text, before + 1 or floor, found.start() if found else ceiling)


def paragraph_at(text: str, place: int) -> tuple[int, int]:
    """The paragraph (up to blank lines) that holds a place; a line when that is very long."""
    floor = max(0, place - _PARAGRAPH_LIMIT)
    before = [m.end() for m in _BLANK.finditer(text, floor, place)]
    start = before[-1] if before else floor
    found = _BLANK.search(text, place, min(len(text), place + _PARAGRAPH_LIMIT))
    if (not before and floor > 0) or (found is None and place + _PARAGRAPH_LIMIT < len(text)):
        return line_at(text, place)
    return trimmed(text, start, found.start() if found else len(text))


def sentences_at(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch, as offsets in the text."""
    for first, last in sentence_spans(text[start:end]):
        yield start + first, start + last


def parts_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line as a whole, then its columns, then what stands between finer separators.

    A comma parts only a line that is no finished sentence: "by A, translated by B" is a byline,
    "a novel, translated by B, that ..." is not.
    """
    yield start, end
    separators = [_COLUMNS, _SPLIT]
    if text[end - 1 : end] not in _FINISHED:
        separators.append(_AFTER_COMMA)
    for separator in separators:
        at = start
        for found in separator.finditer(text, start, end):
            if found.start() > at:
                yield at, found.start()
            at = found.end()
        if start < at < end:
            yield at, end


def bare(written: str) -> str:
    """A line without markup, quotation marks and brackets at its edges, in one line."""
    left = _LEFT.match(written)
    stripped = written[left.end() :] if left else written
    return " ".join(_RIGHT.sub("", stripped).split())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def header_end(text: str) -> int:
    """Where the front matter of a document ends: between dashes, or a group of labelled lines.

    Returns:
        0 when the document has none.
    """
    if text.lstrip("\ufeff").startswith("---"):
        closing = re.compile(r"^(?:---|\.\.\.)\s*$", re.MULTILINE).search(text, 4)
        return closing.start() if closing else 0
    at = 0
    for index, line in enumerate(text.splitlines(keepends=True)):
        if not line.strip():
            return at if index > 1 else 0
        if not _KEYED_LINE.fullmatch(line.strip()):
            return 0
        at += len(line)
    return 0
