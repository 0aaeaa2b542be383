"""Numbers written in digits: separators, groups parted by spaces, ordinal endings.

A mark between digits means one thing in London and another in Berlin. What a language's own marks
leave open stays without a value: "3.141" in English (a decimal, or a German thousand) is None,
because a wrong value would call two different numbers one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from verifier.forms.wordlists import section, words

_SMALL_FRACTION = re.compile(r"(\d*)([¼½¾⅐-⅞])")
_GROUP = re.compile(r"\d{3}")
_HEAD = re.compile(r"[1-9]\d{0,2}")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}")


class Reading(NamedTuple):
    """A number read from a list of tokens.

    Attributes:
        end: the token after its last one.
        value: the number.
        ordinal: whether it counts a place in an order (third, 3rd).
    """

    end: int
    value: Fraction
    ordinal: bool = False


def read_digits(norm: str, language: str) -> Fraction | None:
    """The value of one token in digits.

    Args:
        norm: a level 2 token.
        language: a language tag; its decimal mark decides.

    Returns:
        The value; None when it is no number or its marks can be read in two ways.
    """
    if not norm[:1].isdecimal() and norm[:1] not in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
        return None
    if norm.isdecimal():
        return Fraction(int(norm)) if norm == "0" or norm[0] != "0" else None
    if fraction := _SMALL_FRACTION.fullmatch(norm):
        whole, sign = fraction.groups()
        part = Fraction(unicodedata.numeric(sign)).limit_denominator(10)
        return int(whole or "0") + part
    decimal = section(language, "numbers").get("decimal")
    if decimal is None:
        repeated = re.fullmatch(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+", norm)
        return Fraction(int(re.sub(r"[.,]", "", norm))) if repeated else None
    thousands = "," if decimal == "." else "."
    if decimal == "." and _INDIAN.fullmatch(norm):
        return Fraction(int(norm.replace(",", "")))
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{thousands}\d{{3}})+(?:\{decimal}\d+)?", norm):
        return Fraction(norm.replace(thousands, "").replace(decimal, "."))
    if found := re.fullmatch(rf"(0|[1-9]\d*)\{decimal}(\d+)", norm):
        units, places = found.groups()
        open_to_doubt = len(places) == 3 and len(units) <= 3 and units != "0"
        return None if open_to_doubt else Fraction(f"{units}.{places}")
    return None


def read_figure(
    norms: Sequence[str], at: int, language: str, *, any_group: bool = False
) -> Reading | None:
    """The number in digits that begins at a token.

    Args:
        norms: level 2 tokens.
        at: position to read at.
        language: a language tag.
        any_group: join every following group of three digits ("12 345"). Otherwise only where the
            language groups by spaces or the last group is "000": a list of three-digit numbers is
            no number.

    Returns:
        The longest reading, or None.
    """
    head = norms[at]
    for suffix in words(language, "numbers", "ordinal_suffixes"):
        if head.endswith(suffix) and head[:1].isdecimal():
            value = read_digits(head[: -len(suffix)], language)
            if value is not None:
                return Reading(at + 1, value, True)
    value = read_digits(head, language)
    if value is None:
        return None
    end = at + 1
    if _HEAD.fullmatch(head):
        while end < len(norms) and _GROUP.fullmatch(norms[end]):
            end += 1
        spaced = any_group or bool(section(language, "numbers").get("space_groups"))
        if end > at + 1 and (spaced or norms[end - 1] == "000"):
            return Reading(end, Fraction(int("".join(norms[at:end]))))
    return Reading(at + 1, value)
