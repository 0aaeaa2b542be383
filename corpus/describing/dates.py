"""Dates as people write them, cut to what they say.

Problem: libraries invent the parts that are missing ("2023" becomes a day), take "3.5" for a date,
and cannot read "2024 \N{CJK UNIFIED IDEOGRAPH-5E74} 4 \N{CJK UNIFIED IDEOGRAPH-6708}".

Method: own patterns for ISO, dotted, compact, Chinese and English dates; for other languages a
pattern finds day, word and year, and dateparser in strict mode only tells which month the word is.
"5/11/2024" gives its year only, unless one of the numbers cannot be a month; with dots the day
comes first. Years 1500 to 2100.

Source: ISO 8601-1:2019; Extended Date/Time Format level 0 (ISO 8601-2:2019).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.models import DatePrecision

_YEARS = range(1500, 2101)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_MONTH = "(?P<word>[^\\W\\d_]{3,12})\\.?"
# in order of precision: the first pattern that gives a possible date wins
_PATTERNS = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"(?<![\d.])(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)",
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号號]",
        rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?\s+(?:of\s+|de\s+)?{_MONTH}"
        r",?\s+(?:de\s+|del\s+)?(?P<y>\d{4})(?!\d)",
        r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)",
        r"(?<!\d)(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?!\d)",
        r"(?<![\d.])(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?![\d.])",
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月",
        r"(?<![\d.-])(?P<y>\d{4})-(?P<m>\d{2})(?![\d-])",
        rf"\b{_MONTH},?\s+(?:of\s+|de\s+)?(?P<y>\d{{4}})(?!\d)",
        r"(?<![\d.])(?P<y>\d{4})(?:\s*年)?(?![\d.])",
    )
)
_FOREIGN = ("de", "fr", "es", "ru", "it", "pt", "nl")
_BASE = datetime.datetime(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that stands in a text.

    Attributes:
        edtf: ``2024-04-16``, ``2024-04`` or ``2024``.
        precision: what ``edtf`` holds.
        start: offset of its first character in the searched text.
        end: end offset.
    """

    edtf: str
    precision: DatePrecision
    start: int
    end: int


@lru_cache(maxsize=4096)
def parse_date(written: str) -> FoundDate | None:
    """The date that a date field holds.

    Args:
        written: a field such as ``2024-04-16T13:31Z``, ``1801`` or ``5 novembre 2024``.

    Returns:
        The most precise date in it; of an ambiguous or impossible one the year; None without one.
    """
    return find_date(written)


def find_date(text: str) -> FoundDate | None:
    """The most precise date in a short text, the first of equally precise ones.

    Args:
        text: a line, not running text: any four digits may be a year.

    Returns:
        None when the text holds no date or only years outside 1500 to 2100.

    Cost: microseconds, except for a month name that is not English (milliseconds).
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found = _checked(match)
            if found is not None:
                return found
    return None


def _checked(match: re.Match[str]) -> FoundDate | None:
    parts = match.groupdict()
    year = int(parts["y"])
    month, day = _month(parts), parts.get("d")
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        if (first > 12) == (second > 12):
            return None
        month, day = (second, str(first)) if first > 12 else (first, str(second))
    named = "word" in parts or "m" in parts or parts.get("a") is not None
    if year not in _YEARS or (named and month is None):
        return None
    if month is None:
        return FoundDate(f"{year:04d}", DatePrecision.YEAR, *match.span())
    if day is None:
        if not 1 <= month <= 12:
            return None
        return FoundDate(f"{year:04d}-{month:02d}", DatePrecision.MONTH, *match.span())
    try:
        whole = datetime.date(year, month, int(day))
    except ValueError:
        return None
    return FoundDate(whole.isoformat(), DatePrecision.DAY, *match.span())


def _month(parts: dict[str, str | None]) -> int | None:
    number, word = parts.get("m"), parts.get("word")
    if number is not None:
        return int(number)
    if word is None:
        return None
    return _MONTHS.get(word.casefold()) or _foreign_month(word.casefold())


@lru_cache(maxsize=512)
def _foreign_month(word: str) -> int | None:
    import dateparser  # slow to import, and most corpora never need it

    parsed = dateparser.parse(
        f"1 {word} 2000",
        languages=list(_FOREIGN),
        settings={"STRICT_PARSING": True, "RELATIVE_BASE": _BASE},
    )
    return parsed.month if parsed is not None and parsed.year == 2000 else None
