"""The claimed date against the source's.

Problem: claims say "April 2024", sources say a day, a month or nothing, and a text is published
some days after the event.

Method: both are cut to what they say (EDTF level 0) and compared as intervals of days. Nothing is
ever filled in.

Rejected: comparing time stamps (a month would have to become a day first).
"""

from __future__ import annotations

import datetime
import re
from enum import StrEnum

from corpus.describing.dates import parse_date
from corpus.models import DateEvidence, DateOf

PUBLICATION_DAYS = 7
"""How long after the event a text about it may appear: weeklies fit in, an anniversary does not."""

_NUMBERS = re.compile(r"\d+")
_ISO = re.compile(r"\d{4}[-./]\d{1,2}")
_DAY, _MONTH = len("2024-04-16"), len("2024-04")


class DateStatus(StrEnum):
    """What the two dates are to each other."""

    SAME = "same"
    WITHIN_PRECISION = "within_precision"
    DIFFERS = "differs"
    SOURCE_UNDATED = "source_undated"
    NOT_CLAIMED = "not_claimed"


def parse_claimed_date(text: str) -> str | None:
    """Read a claimed date.

    Args:
        text: ``2024``, ``2024-04``, ``April 2024``, ``16 April 2024``, a Chinese date and others.

    Returns:
        EDTF level 0, as precise as the text; None when it holds no date.
    """
    found = parse_date(text.strip())
    if found is None:
        return None
    written = [int(number) for number in _NUMBERS.findall(text)]
    kept = [int(number) for number in _NUMBERS.findall(found.edtf)]
    # a number that was written and is in no part of the date: "2023-02-31" names no day
    return None if len(written) > len(kept) and _ISO.match(text.strip()) else found.edtf


def compare_dates(claimed: str | None, source: DateEvidence | None) -> DateStatus:
    """Compare a claimed date with the source's.

    Args:
        claimed: EDTF level 0, or None.
        source: the date of the place, or None.

    Returns:
        ``same`` for one day in both; ``within_precision`` when one holds the other, or when the
        source was published up to `PUBLICATION_DAYS` days after the claimed day or month;
        ``differs`` for everything else.
    """
    if not claimed:
        return DateStatus.NOT_CLAIMED
    if source is None:
        return DateStatus.SOURCE_UNDATED
    if claimed == source.edtf and len(claimed) == _DAY:
        return DateStatus.SAME
    if claimed.startswith(source.edtf) or source.edtf.startswith(claimed):
        return DateStatus.WITHIN_PRECISION
    if source.of is DateOf.PUBLICATION and len(source.edtf) == _DAY:
        late = (datetime.date.fromisoformat(source.edtf) - _last_day(claimed)).days
        if 0 < late <= PUBLICATION_DAYS:
            return DateStatus.WITHIN_PRECISION
    return DateStatus.DIFFERS


def _last_day(edtf: str) -> datetime.date:
    if len(edtf) == _DAY:
        return datetime.date.fromisoformat(edtf)
    year = int(edtf[:4])
    if len(edtf) == _MONTH and edtf[5:] != "12":
        return datetime.date(year, int(edtf[5:]) + 1, 1) - datetime.timedelta(days=1)
    return datetime.date(year, 12, 31)
