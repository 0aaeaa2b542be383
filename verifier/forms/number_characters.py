"""Numbers in Chinese characters, alone or behind digits (三百二十万, 15万, 9万亿).

Every character is one token. Approximate numbers (三四百, 十几, 十多万) have no value, and
characters that are part of a word (一定, 十分, 万一) are no numbers: the closed lists of the
language say which.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from corpus.text.han import simplified
from verifier.forms.number_digits import Reading, read_figure
from verifier.forms.wordlists import phrases, words

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_FORMAL = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_VALUES = _DIGITS | _FORMAL
_NUMERALS = frozenset(_VALUES) | frozenset(_UNITS) | frozenset(_MYRIADS)
_BEGINNINGS = _NUMERALS | {"第"}
_ABOUT = frozenset("几数多余来")
_POSITIONAL = 4
"""Digits in a row are read as a year or a code from four on; three may be "three or four"."""


def read_characters(norms: Sequence[str], at: int, *, any_group: bool = False) -> Reading | None:
    """The number that begins at a token, without regard to the words around it.

    Args:
        norms: level 2 tokens of a Chinese text, in either script.
        at: position to read at.
        any_group: see `read_figure`.

    Returns:
        The longest reading (with 第 before it an ordinal); None when there is none or it is
        approximate.
    """
    return _read_any([simplified(n) for n in norms], at, any_group)


def _read_any(chars: Sequence[str], at: int, any_group: bool) -> Reading | None:
    if chars[at] not in _BEGINNINGS and not chars[at][:1].isdecimal():
        return None  # most characters
    if chars[at] == "第":
        found = _read(chars, at + 1, any_group) if at + 1 < len(chars) else None
        return found._replace(ordinal=True) if found else None
    found = _read(chars, at, any_group)
    if found is None or chars[found.end : found.end + 2] != ["分", "之"]:
        return found
    part = _read(chars, found.end + 2, any_group) if found.end + 2 < len(chars) else None
    if part is None or not found.value or found.value in (100, 1000, 10_000):
        return found
    return Reading(part.end, part.value / found.value)


def _read(chars: Sequence[str], at: int, any_group: bool) -> Reading | None:
    """Sections below ten thousand, each times 万 or 亿, in falling order."""
    total, limit, end = Fraction(0), 10**17, at
    row = at
    while row < len(chars) and chars[row] in _DIGITS and chars[row] != "两":
        row += 1
    if row - at >= _POSITIONAL and (row == len(chars) or chars[row] not in _NUMERALS):
        return Reading(row, Fraction(int("".join(str(_DIGITS[c]) for c in chars[at:row]))))
    while end < len(chars):
        zero = end > at and chars[end] in ("零", "〇")
        section = _section(chars, end + zero, any_group)
        if section is None:
            break
        stop, value, short = section
        scale = 1
        while stop < len(chars) and chars[stop] in _MYRIADS and scale < 10**12:
            scale, stop = scale * _MYRIADS[chars[stop]], stop + 1
        figure = chars[end][:1].isdecimal()
        if scale >= limit or (figure and end > at and scale == 1):
            break
        if end > at and scale == 1 and not zero and short and limit >= 10_000 and not figure:
            value *= limit // 10
        total, limit, end = total + value * scale, scale, stop
        if scale == 1:
            break
    if end == at or (end < len(chars) and chars[end] in _NUMERALS):
        return None
    return Reading(end, total)


def _section(
    chars: Sequence[str], at: int, any_group: bool
) -> tuple[int, Fraction, bool] | None:
    """A number below ten thousand: where it ends, its value, and whether it is a lone digit."""
    if at >= len(chars):
        return None
    if chars[at][:1].isdecimal():
        figure = read_figure(chars, at, "zh", any_group=any_group)
        if figure is None:
            return None
        end, value = figure.end, figure.value
        if end < len(chars) and chars[end] in ("百", "千"):
            end, value = end + 1, value * _UNITS[chars[end]]
        return end, value, False
    total, limit, end = 0, 10_000, at
    padded = [*chars[at : at + 12], "", "", ""]
    while True:
        zero = end > at and padded[end - at] in ("零", "〇")
        here = end - at + zero
        digit = _VALUES.get(padded[here])
        unit = _UNITS.get(padded[here + (digit is not None)], 0)
        if unit and unit < limit and (digit is not None or (unit == 10 and end == at)):
            total, limit = total + (1 if digit is None else digit) * unit, unit
            end = at + here + 1 + (digit is not None)
            continue
        if digit is not None and not unit:
            # 三百二 is 320: a last digit counts the next lower unit, unless a zero parts them.
            scale = limit // 10 if limit in (100, 1000) and not zero else 1
            return at + here + 1, Fraction(total + digit * scale), end == at
        break
    return (end, Fraction(total), False) if end > at else None


@cache
def _masks() -> tuple[tuple[tuple[str, ...], bool], ...]:
    kept = [(p, True) for p in phrases("zh", "numbers", "numbers")]
    dropped = [(p, False) for p in phrases("zh", "numbers", "words")]
    return tuple(sorted(kept + dropped, key=lambda entry: len(entry[0]), reverse=True))


def _in_word(chars: Sequence[str], first: int, last: int) -> bool:
    """Whether the numeral at ``first`` belongs to a listed word that reaches past the number."""
    for phrase, is_number in _masks():
        for start in range(max(0, first - len(phrase) + 1), first + 1):
            if tuple(chars[start : start + len(phrase)]) == phrase:
                end = start + len(phrase)
                if is_number:
                    return False
                if start < first or end > last:
                    return True
    return False


def character_runs(norms: Sequence[str]) -> list[tuple[int, int, Fraction, bool]]:
    """The numbers in a Chinese text.

    A lone 一 counts only before a measure word (一个); numerals inside listed words and
    approximate numbers are left out.

    Args:
        norms: level 2 tokens.

    Returns:
        ``(first, last, value, ordinal)`` in order, ``last`` being the token after the run.
    """
    chars = [simplified(n) for n in norms]
    measures = frozenset(words("zh", "numbers", "measures"))
    runs: list[tuple[int, int, Fraction, bool]] = []
    at = 0
    while at < len(chars):
        found = _read_any(chars, at, False)
        if found is None:
            at += 1
            while at < len(chars) and chars[at - 1] in _NUMERALS and chars[at] in _NUMERALS:
                at += 1
            continue
        end = found.end
        after = chars[end] if end < len(chars) else ""
        further = chars[end + 1] if end + 1 < len(chars) else ""
        before = chars[at - 1] if at else ""
        about = before in ("几", "数") or after == "几"
        about = about or (after in _ABOUT and further in _NUMERALS)
        lone = end == at + 1 and not chars[at][:1].isdecimal()
        barred = lone and (
            chars[at] in _FORMAL.keys() - _DIGITS.keys()
            or (chars[at] == "一" and after not in measures)
        )
        spelled = not chars[at][:1].isdecimal() and not found.ordinal
        if not about and not barred and not (spelled and _in_word(chars, at, end)):
            runs.append((at, end, found.value, found.ordinal))
        at = end
    return runs
