"""Lines and sentences that say that a page is a translation.

Problem: the wording of a translation is not the speaker's, and mostly only the page's own frame
says what it is; but "translate" is also a word that people say, books are reviewed with the name
of their translator, and translators are written about.

Method: a credit counts as a whole line, a part of one or a sentence of its own, with a name that
looks like one; a sentence counts when it speaks of this very text; languages that a rule names
must fit the page's. What a speaker says is looked at only for credit lines standing alone.

Rejected: searching for "translat" (running speech is full of it), guesses from style (a coin flip
on a sentence, and it accuses people who write in a second language).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.text.languages import UNDETERMINED
from corpus.translation.evidence import Code, ScopedEvidence, Strength
from corpus.translation.matching import HAN, Said, bracketed, matching
from corpus.translation.patterns import Place, line_rules
from corpus.translation.units import (
    Spans,
    Whose,
    header_end,
    line_at,
    paragraph_at,
    parts_of,
    sentences_at,
    trimmed,
)

_LONGEST_LINE = 220
_LONGEST_SENTENCE = 450
_LONGEST_PARTICULARS = 120
_TOP_LINES = 20
_EDGE_PARAGRAPHS = 3
_MANY_CREDITS = 4
"""As many different translators: a list of books, contributors or terms, not the page's credit."""
_BOOK = re.compile(
    r"\bISBN\b|\b\d{2,4}\s*(?:pp\b|pages\b|págs?\b|páginas\b|с\.|стр\b|S\.|Seiten\b)|"
    r"\d\s*ページ|\d{2,4}\s*頁|\d{2,4}\s*页|[$£€¥]\s?\d|\d\s?(?:€|£|EUR|руб|元|円)|"
    r"\b(?:hardcover|paperback|Taschenbuch|gebunden|broché|tapa dura)\b|出版社|издательств|"
    r"\b(?:University Press|Verlag|Éditions|Penguin)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[【（](?P<inner>[^()\[\]【】（）\n]{1,60})[)\]】）][\s*_#.。]*$")
_CLOSING = re.compile(r"[)\]）】]")
_ENDS_LABEL = re.compile(r"[:：)\]】]")


def line_evidence(
    text: str, spans: Spans, language: str, place: int = 0
) -> tuple[ScopedEvidence, ...]:
    """The rows that lines and sentences of a document give.

    Args:
        text: the stored text.
        spans: whose words stand where.
        language: tag of the page's language, or ``und``.
        place: where to begin.

    Returns:
        Rows by place, not overlapping; a row about a speaker carries the name as the line gives
        it. A credit in the middle of a book's particulars, and lists of credits, give none.

    Cost: one pass for the words without which no rule holds, then microseconds a hit.
    """
    rows: list[ScopedEvidence] = []
    frame: tuple[int, tuple[int, int], int] | None = None
    done = -1
    for hit in line_rules().stems.found(text, place):
        if hit.start() < done:
            continue
        if frame is None:  # most texts that come in hold none of the words
            frame = header_end(text), _edges(text), _nth_line(text, _TOP_LINES)
        found = _found_at(text, hit.start(), spans, language, *frame)
        if found is not None and (found.start or 0) >= done:
            rows.append(found)
            done = found.end or hit.end()
    return tuple(_without_lists(rows))


def reads_as_credit(line: str) -> bool:
    """Whether a paragraph of a page's frame says that the page is a translation.

    Args:
        line: one paragraph; one above 220 characters is running text and says nothing.
    """
    if len(line) > _LONGEST_LINE:
        return False
    for start, end in parts_of(line, 0, len(line)):
        if matching(line[start:end], (Place.CREDIT,), UNDETERMINED):
            return True
    if matching(line, (Place.NOTE,), UNDETERMINED):
        return True
    inner = _BRACKET.fullmatch(line.strip())
    return inner is not None and bracketed(inner.group("inner"), UNDETERMINED) is not None


def _found_at(
    text: str,
    hit: int,
    spans: Spans,
    language: str,
    header: int,
    edges: tuple[int, int],
    top: int,
) -> ScopedEvidence | None:
    start, end = line_at(text, hit)
    whose = spans.at(start, end)
    if end <= header:
        said = matching(text[start:end], (Place.FIELD,), language)
        if said is not None:
            return _row(text, start, end, said)
    if end - start <= _LONGEST_LINE and not _beside_a_book(text, start, end):
        for first, last in parts_of(text, start, end):
            if whose is Whose.SAID and (first, last) != (start, end):
                break
            said = matching(text[first:last], (Place.CREDIT,), language)
            if said is not None:
                return _row(text, start, end, said)
        inner = _BRACKET.search(text, start, end) if whose is Whose.PAGE else None
        if inner is not None and (start < top or not text[start : inner.start()].strip("*_# \t")):
            said = bracketed(inner.group("inner"), language)
            if said is not None:
                return _row(text, start, end, said)
    aside = _aside_at(text, hit, start, end)
    if aside is not None:
        return aside
    at_edge = hit < edges[0] or hit >= edges[1]
    if whose is Whose.SAID or (whose is Whose.AUTHOR and not at_edge):
        return None
    return _sentence_at(text, hit, language)


def _aside_at(text: str, hit: int, start: int, end: int) -> ScopedEvidence | None:
    """A translator's note in brackets or at the beginning of a line, shown to its closing mark."""
    opening = max(start, *(text.rfind(mark, start, hit + 1) + 1 for mark in "([（【"))
    for rule in line_rules().lines:
        if rule.place is not Place.ASIDE:
            continue
        found = rule.pattern.match(text, *trimmed(text, opening, end))
        if found is None or not found.start() <= hit < found.end():
            continue
        if opening == start and not _ENDS_LABEL.search(text, found.end() - 1, found.end() + 3):
            continue
        closing = _CLOSING.search(text, found.end(), end)
        last = closing.start() if closing and opening > start else end
        return _row(text, found.start(), last, Said(rule, None, None, None))
    return None


def _sentence_at(text: str, hit: int, language: str) -> ScopedEvidence | None:
    opening, closing = paragraph_at(text, hit)
    # no sentence that counts is longer; lines without full stops may be
    near = max(opening, hit - _LONGEST_SENTENCE), min(closing, hit + _LONGEST_SENTENCE)
    for first, last in sentences_at(text, *near):
        cut = (first == near[0] != opening) or (last == near[1] != closing)
        if cut or not first <= hit < last or last - first > _LONGEST_SENTENCE:
            continue
        at_end = first == opening or last == closing
        places = (Place.NOTE, Place.CREDIT) if at_end else (Place.NOTE,)
        if _beside_a_book(text, first, last):
            places = (Place.NOTE,)
        said = matching(text[first:last], places, language)
        if said is not None:
            return _row(text, first, last, said)
    return None


def _row(text: str, start: int, end: int, said: Said) -> ScopedEvidence:
    return ScopedEvidence(
        code=said.rule.code,
        strength=Strength.DECLARED,
        text=text[start:end],
        start=start,
        end=end,
        rule=said.rule.id,
        version=said.rule.version,
        speaker=said.speaker,
        translator=said.translator,
        translated_from=said.source,
    )


def _beside_a_book(text: str, start: int, end: int) -> bool:
    """The line, or one next to it, gives pages, a price or a publisher: a book is described."""
    before = line_at(text, text.rfind("\n", 0, max(start - 1, 0))) if start else (0, 0)
    above = text[max(0, start - 160) : start].splitlines()[-3:]
    below = text[end : end + 160].splitlines()[:3]
    near = [text[start:end], *above, *below, text[before[0] : before[1]]]
    return any(len(line) <= _LONGEST_PARTICULARS and _BOOK.search(line) for line in near)


def _without_lists(rows: Sequence[ScopedEvidence]) -> Iterator[ScopedEvidence]:
    """Without lists of credits, and of terms: several of them, some of a single word."""
    names = {row.translator for row in rows if row.translator and row.code == Code.DECLARED}
    terms = len(names) > 1 and any(" " not in n and not HAN.search(n) for n in names)
    for row in rows:
        listed = len(names) >= _MANY_CREDITS or terms
        if not listed or row.translator is None or row.rule.endswith("front-matter"):
            yield row


def _edges(text: str) -> tuple[int, int]:
    """Where the first paragraphs of a document end, and where its last ones begin."""
    breaks = [m.end() for m in re.finditer(r"\n[ \t\r]*\n", text)]
    if len(breaks) <= 2 * _EDGE_PARAGRAPHS:
        return len(text), 0
    return breaks[_EDGE_PARAGRAPHS - 1], breaks[-_EDGE_PARAGRAPHS]


def _nth_line(text: str, count: int) -> int:
    at = 0
    for line in text.splitlines(keepends=True)[: count * 2]:
        at += len(line)
        count -= bool(line.strip())
        if count <= 0:
            break
    return at
