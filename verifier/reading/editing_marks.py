"""Ellipses, square brackets and [sic]: what a careful writer changes in a quote, and says so.

Problem: an ellipsis is written in a dozen forms, the full stop before it belongs to the sentence,
and a bracket can stand for a letter's case, an ending, a word, a footnote, or an error left in.

Method: closed patterns, one pass. One letter in brackets at the beginning of a word (`[T]he`)
changes case only and is no mark. Any other bracket inside a word (`end[ed]`, `[re]open`) makes the
whole word an insertion, because the letters outside alone were not said. A number in brackets right
after a word is a footnote: it marks nothing. Round brackets are text, except `(...)` and `(sic)`.
Lenticular brackets are an insertion inside a text and a heading at the beginning of a line.

Rejected: reading the stem of `end[ed]` as a quoted word (it would differ from "end" in the source).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.tokens import is_unspaced
from verifier.models import Join, PieceKind
from verifier.reading.saying import Sayings

_DOT = r"[.\uff0e\u3002\uff61\u2025\u2026\u22ef]"
_RUN = re.compile(
    rf"{_DOT}(?:[ \t\u00a0\u2009\u202f]?{_DOT})*"
    r"|[\u00b7\u30fb\u2022]{3,}"
    r"|(?<!\S)\*(?: ?\*){2,4}(?!\S)"
)
_OPEN, _CLOSE = r"\[\uff3b\u3014\u3010", r"\]\uff3d\u3015\u3011"
_INSIDE = rf"[^{_OPEN}{_CLOSE}]"
_BRACKETS = re.compile(
    rf"[{_OPEN}]((?:{_INSIDE}|[{_OPEN}]{_INSIDE}*[{_CLOSE}])*)[{_CLOSE}]"
    r"|[(\uff08]([^()\uff08\uff09]{1,30})[)\uff09]"
)
_CASE_BRACKET = re.compile(r"(?<![^\W_])[\[\uff3b]([^\W\d_])[\]\uff3d](?=[^\W\d_])")
_IN_WORD = re.compile(r"[\[\uff3b][^\W_]+[\]\uff3d]")
_DOTS_COUNTED = {"\u2026": 3, "\u22ef": 3, "\u2025": 2}


@dataclass(frozen=True, slots=True)
class EditingMark:
    """A stretch ``[start, end)`` that the writer of the quote changed.

    Attributes:
        kind: ellipsis, bracket or sic.
        join: what it means between two quoted segments; None for a footnote number.
        words: the words put in, for a bracket.
    """

    start: int
    end: int
    kind: PieceKind
    join: Join | None
    words: str = ""


def editing_marks(text: str, sayings: Sayings) -> list[EditingMark]:
    """Find every mark of editing.

    Args:
        text: a claim without invisible characters.
        sayings: for the forms of [sic].

    Returns:
        The marks in order, without overlap; empty when there are none.
    """
    marks: list[EditingMark] = []
    at = 0
    for mark in sorted((*_brackets(text, sayings), *_ellipses(text)), key=lambda m: m.start):
        if mark.start >= at:
            marks.append(mark)
            at = mark.end
    return marks


def case_brackets(text: str) -> list[int]:
    """Offsets of the brackets that only change the case of a letter, as in ``[T]he``.

    Args:
        text: a claim; offsets count its code points.

    Returns:
        Two offsets a pair, in order.
    """
    found = (m for m in _CASE_BRACKET.finditer(text) if _is_case_bracket(text, m))
    return [at for m in found for at in (m.start(), m.end() - 1)]


def is_ellipsis(run: str) -> bool:
    """Whether a stretch is nothing but an ellipsis, with its brackets."""
    inner = run.strip().strip("[](){}\uff3b\uff3d\uff08\uff09\u3010\u3011\u3014\u3015").strip()
    return bool(_RUN.fullmatch(inner)) and (_dots(inner) >= 3)


def _dots(run: str) -> int:
    return sum(_DOTS_COUNTED.get(c, 0 if c.isspace() else 1) for c in run)


def _ellipses(text: str) -> Iterator[EditingMark]:
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found.group()
        dots = _dots(run)
        if dots < 3:
            cut_short = dots == 2 and len(run) == 2 and text[start - 1 : start] in ("?", "!")
            if not cut_short:  # "?.." is how Russian writes it
                continue
        elif _ends_a_sentence(text, start, run, dots):
            start = end - len(run[1:].lstrip())
        yield EditingMark(start, end, PieceKind.ELLIPSIS, Join.ELLIPSIS)


def _ends_a_sentence(text: str, start: int, run: str, dots: int) -> bool:
    """Whether the first dot is the full stop of the sentence before (``end. ...``)."""
    touches = start > 0 and not text[start - 1].isspace()
    rest = run[1:].strip()
    apart = len(run) > 1 and (run[1].isspace() or run[1] != run[0])
    return touches and _dots(run[0]) == 1 and _dots(rest) >= 3 and (apart or dots == 4)


def _brackets(text: str, sayings: Sayings) -> Iterator[EditingMark]:
    at = 0
    for found in _BRACKETS.finditer(text):
        start, end = found.span()
        if start < at:
            continue
        square = found.group(1) is not None
        inner = (found.group(1) if square else found.group(2)).strip()
        if is_ellipsis(inner) or (square and not inner):
            yield EditingMark(start, end, PieceKind.ELLIPSIS, Join.ELLIPSIS)
        elif inner.casefold().strip(" .!?:*_") in sayings.sic:
            yield EditingMark(start, end, PieceKind.SIC, Join.SIC)
        elif not square or (text[start] == "\u3010" and _begins_line(text, start)):
            continue
        elif _is_footnote(text, start, inner):
            yield EditingMark(start, end, PieceKind.BRACKET, None)
        else:
            mark = _insertion(text, start, end, inner)
            if mark is None:
                continue
            yield mark
            end = mark.end
        at = end


def _insertion(text: str, start: int, end: int, inner: str) -> EditingMark | None:
    """The bracket, or the whole word that it is a part of; None when it only changes case."""
    if _IN_WORD.fullmatch(text, start, end) and not any(map(is_unspaced, inner)):
        first, last = start, end
        while first > 0 and _in_word(text[first - 1]):
            first -= 1
        while last < len(text):
            inside = _IN_WORD.match(text, last)
            if inside:
                last = inside.end()
            elif _in_word(text[last]):
                last += 1
            else:
                break
        found = _CASE_BRACKET.match(text, start)
        alone = not re.search(rf"[{_OPEN}]", text[end:last])
        if alone and found and _is_case_bracket(text, found):
            return None
        if (first, last) != (start, end):
            word = re.sub(rf"[{_OPEN}{_CLOSE}]", "", text[first:last])
            return EditingMark(first, last, PieceKind.BRACKET, Join.BRACKET, word)
    return EditingMark(start, end, PieceKind.BRACKET, Join.BRACKET, inner)


def _in_word(char: str) -> bool:
    return (char.isalnum() or char in "'\u2019") and not is_unspaced(char)


def _is_case_bracket(text: str, found: re.Match[str]) -> bool:
    letter = found.group(1)
    return letter.lower() != letter.upper() and not is_unspaced(text[found.end()])


def _is_footnote(text: str, start: int, inner: str) -> bool:
    before = text[start - 1] if start else " "
    return inner.isdecimal() and len(inner) <= 3 and not before.isspace() and not before.isdigit()


def _begins_line(text: str, start: int) -> bool:
    return not text[:start].rpartition("\n")[2].strip()
