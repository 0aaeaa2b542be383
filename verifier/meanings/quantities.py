"""The numbers and the units of a text, as expressions that can be compared.

Problem: "fourteen" and "14" are one number, "may" is a month or a modal verb, "one" is mostly no
number, and "a year" is a unit only where something is measured.

Method: numbers are read by value over runs without a clause border; months and weekdays come from
the list, the doubtful ones only with evidence beside them; whatever else holds a digit stands for
itself. A unit reaches over the number it belongs to, so that "$5" and "5 dollars" are compared as
wholes; a unit that is also an ordinary word counts alone only against another unit.

Rejected: comparing number words as words ("two hundred" and "200" would differ).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from verifier.forms.numbers import number_runs
from verifier.meanings.differences import Side
from verifier.meanings.lexicon import Lexicon, Span, Word
from verifier.models import Risk

_DIGIT = re.compile(r"\d")
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿")
_MONTH_DAYS = 31
_YEARS = (1000, 2200)


def number_spans(side: Side, words: Sequence[Word], entries: Lexicon) -> list[Span]:
    """The numbers, months and weekdays of a side.

    Args:
        side: the text.
        words: the same, read.
        entries: the lists of its language.

    Returns:
        Spans in order; the meaning is the value, the month or weekday, or the token itself.
    """
    norms = [word.norm for word in words] if entries.language == "zh" else list(side.norms)
    table = entries.raw.get("number", {})
    weak = frozenset(table.get("weak", ()))
    scales = frozenset(table.get("scales", ()))
    quantifiers = entries.classes.get(Risk.QUANTIFIER, {})
    listed = [
        span
        for span in entries.spans(Risk.NUMBER, words)
        if norms[span.first] not in table.get("unsure_months", ())
        or _is_month(side, norms, span, table)
    ]
    taken = {t for span in listed for t in range(span.first, span.last)}
    taken |= _shielded(norms, words, entries)
    out = list(listed)
    for first, last, value, _ in _runs(side, norms, entries.language):
        alone = last == first + 1
        half = alone and any(p == (norms[first],) for p, _ in quantifiers.get(norms[first], ()))
        if half or taken.intersection(range(first, last)):
            continue
        taken.update(range(first, last))
        out.append(Span(first, last, str(value), alone and norms[first] in weak))
    if entries.language == "zh":
        out += _unread(norms, taken, weak)
    out += [
        Span(at, at + 1, norm)
        for at, norm in enumerate(norms)
        if at not in taken and (_DIGIT.search(norm) or norm in scales)
    ]
    return sorted(out, key=lambda span: span.first)


def _runs(side: Side, norms: list[str], language: str) -> list[tuple[int, int, object, bool]]:
    """Number runs that no clause border parts."""
    out: list[tuple[int, int, object, bool]] = []
    first = 0
    for at in range(1, len(norms) + 1):
        if at == len(norms) or side.border_before(at):
            out += [
                (first + a, first + b, value, ordinal)
                for a, b, value, ordinal in number_runs(norms[first:at], language)
            ]
            first = at
    return out


def _unread(norms: Sequence[str], taken: Collection[int], weak: Collection[str]) -> list[Span]:
    """Chinese number characters that have no one value (数万亿): they stand for themselves."""
    out: list[Span] = []
    at = 0
    while at < len(norms):
        end = at
        while end < len(norms) and norms[end] in _NUMERALS and end not in taken:
            end += 1
        if end > at:
            meaning = "".join(norms[at:end])
            out.append(Span(at, end, meaning, meaning in weak))
        at = end + 1
    return out


def _shielded(norms: Sequence[str], words: Sequence[Word], entries: Lexicon) -> set[int]:
    """Tokens of expressions in which a number word counts nothing (一定, no one)."""
    open_phrases = entries.raw.get("number", {}).get("unshielded", ())
    text = "".join(norm if len(norm) == 1 else "\n" for norm in norms)
    counted = {
        t
        for phrase in open_phrases
        for match in re.finditer(re.escape(phrase), text)
        for t in range(*match.span())
    }
    shields = entries.shields(Risk.NUMBER, words)
    return {
        t
        for first, last in shields
        if not counted.intersection(range(first, last))
        for t in range(first, last)
    }


def _is_month(
    side: Side, norms: Sequence[str], span: Span, table: dict[str, Collection[str]]
) -> bool:
    """Whether a doubtful month is one: a capital inside a sentence, a day or year beside it."""
    at = span.first
    if side.cased and side.surfaces[at][0].isupper() and not side.opens(at):
        return True
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(norms) and not side.border_before(max(at, beside)):
            digits = re.match(r"(\d{1,4})(?:st|nd|rd|th)?$", norms[beside])
            if digits and (
                int(digits.group(1)) <= _MONTH_DAYS
                or _YEARS[0] <= int(digits.group(1)) <= _YEARS[1]
            ):
                return True
    capital = not side.cased or side.surfaces[at][0].isupper()
    return capital and at > 0 and norms[at - 1] in table.get("before_months", ())


def unit_spans(units: Sequence[Span], numbers: Sequence[Span]) -> list[Span]:
    """Units with the number each belongs to in their reach.

    Args:
        units: the expressions of the list.
        numbers: what `number_spans` returned.

    Returns:
        The units in order. One beside a number is not weak and reaches over it.
    """
    ending = {n.last: n for n in numbers}
    beginning = {n.first: n for n in numbers}
    out: list[Span] = []
    for unit in units:
        if (before := ending.get(unit.first)) and _counted(before):
            out.append(replace(unit, weak=False, left=before.last - before.first))
        elif (after := beginning.get(unit.last)) and not unit.weak:
            out.append(replace(unit, right=after.last - after.first))
        elif any(n.first <= unit.first and unit.last <= n.last for n in numbers):
            continue
        else:
            out.append(unit)
    return out


def _counted(number: Span) -> bool:
    """Whether a number can count a unit; a month or a weekday cannot."""
    return bool(_DIGIT.search(number.meaning)) or number.meaning.endswith("s")
