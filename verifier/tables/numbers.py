"""A stored number of a workbook as the text that its cell shows.

Problem: a sheet stores 45383 and shows 2024-04-01, stores 0.45 and shows 45 %. Claims are compared
with the text that somebody read.

Method: days are written as ISO 8601, so that they can be read as dates in any country; percentages,
fixed decimals and thousands as their format has them; whatever a format adds beyond that (colours,
currencies, text) is left out rather than guessed.

Source: ECMA-376, part 1, 18.8.30 and 18.8.31 (number formats); the day zero of 1900 includes the
29 February that never was.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

BUILT_IN = {
    **dict.fromkeys((14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h:mm:ss"),
    16: "yyyy-mm-dd",
    17: "yyyy-mm",
    22: "yyyy-mm-dd h:mm:ss",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
}
"""Formats that a workbook names by number alone."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]')
_DAYS = re.compile(r"[yYdD]|m{3,}|M{3,}")
_HOURS = re.compile(r"[hHsS]")
_DECIMALS = re.compile(r"\.([0#?]+)")


def shown_number(stored: str, form: str, *, since_1904: bool = False) -> str:
    """The text of a number.

    Args:
        stored: as the sheet has it, such as ``45383`` or ``0.45``.
        form: number format, such as ``0%`` or ``yyyy-mm-dd``; empty for the general one.
        since_1904: days are counted from 1904.

    Returns:
        The text; ``stored`` itself for what is no number.
    """
    try:
        number = float(stored)
    except ValueError:
        return stored
    plain = _LITERAL.sub("", form).split(";")[0]
    dated = bool(_DAYS.search(plain)) or plain.strip().lower() in ("m/yy", "yy/m", "m/y")
    timed = bool(_HOURS.search(plain))
    if (dated or timed) and plain.lower() not in ("general", "standard"):
        return _moment(number, dated, timed, "d" not in plain.lower(), since_1904) or stored
    if "%" in plain:
        return f"{number * 100:.{_decimals(plain)}f}%"
    if "," in plain and ("0" in plain or "#" in plain):
        return f"{number:,.{_decimals(plain)}f}"
    if _DECIMALS.search(plain) and "E" not in plain.upper() and "?" not in plain:
        return f"{number:.{_decimals(plain)}f}"
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"


def _decimals(form: str) -> int:
    found = _DECIMALS.search(form)
    return len(found[1]) if found else 0


def _moment(number: float, dated: bool, timed: bool, month_only: bool, since_1904: bool) -> str:
    """A day, a month, a time of day or a day with its time; empty for what no calendar has."""
    if not dated:
        seconds = round(number * 86_400)
        return f"{seconds // 3600}:{seconds % 3600 // 60:02}:{seconds % 60:02}"
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    if not since_1904 and number < 61:
        number += 1  # before the 29 February 1900 that never was
    try:
        moment = start + timedelta(days=number)
    except OverflowError:
        return ""
    if timed and number % 1:
        return moment.strftime("%Y-%m-%d %H:%M:%S").removesuffix(":00")
    return moment.strftime("%Y-%m" if month_only else "%Y-%m-%d")
