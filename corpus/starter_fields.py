"""The keys of one table of the starter corpus, taken strictly.

A table is read key by key; each key is taken once, in its type, and `Fields.finish` refuses what
nobody took. So a misspelt key is an error and not a gap in a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from corpus.errors import UnreadableSource
from corpus.models import DateBasis, DateEvidence, DateOf, DatePrecision

LONGEST_STATEMENT = 120  # words: room for the frame of a line, still a quotation
FEWEST_HOSTS = 2  # one page copies the slip of another; two hosts rarely share it

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_Choice = TypeVar("_Choice", bound=StrEnum)


class Fields:
    """The keys of one table, each to be taken once; what is left over is refused.

    Every method that takes a key raises `UnreadableSource` when the key is missing (unless it is
    optional) or does not hold what the method promises.

    Args:
        origin: name of the file, for messages.
        where: which entry of the file, for messages.
        table: the parsed table; it is not changed.
    """

    def __init__(self, origin: str, where: str, table: Mapping[str, Any]) -> None:
        self.origin = origin
        self.where = where
        self._left = dict(table)

    def refuse(self, reason: str) -> UnreadableSource:
        """The failure to raise for this table, with the entry named."""
        return UnreadableSource(self.origin, f"{self.where}: {reason}")

    def text(self, key: str) -> str:
        """Text that must be there."""
        value = self.optional_text(key)
        if value is None:
            raise self.refuse(f"{key} is missing")
        return value

    def optional_text(self, key: str) -> str | None:
        """Text without white space around it; None where the key is absent."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip() or value != value.strip():
            raise self.refuse(f"{key} is empty, padded or not text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that must be there, possibly empty, none twice."""
        values = self._left.pop(key, None)
        if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
            raise self.refuse(f"{key} is missing or not a list of texts")
        if len(set(values)) != len(values):
            raise self.refuse(f"{key} names one thing twice")
        return tuple(values)

    def tables(self, key: str) -> list[dict[str, Any]]:
        """A list of tables; empty where the key is absent."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.refuse(f"{key} is not a list of tables")
        return value

    def one_of(self, key: str, choices: type[_Choice]) -> _Choice:
        """One of the values of an enumeration."""
        value = self.text(key)
        try:
            return choices(value)
        except ValueError:
            raise self.refuse(f"{key} is none of {', '.join(choices)}") from None

    def language(self, key: str) -> str:
        """A BCP 47 tag: language, and at most a script and a region."""
        tag = self.text(key)
        if not _LANGUAGE.fullmatch(tag):
            raise self.refuse(f"{key} {tag!r} is not a language tag")
        return tag

    def quotation(self) -> str | None:
        """The wording under ``text``, within the limit; None where there is none."""
        text = self.optional_text("text")
        if text is not None and len(text.split()) > LONGEST_STATEMENT:
            raise self.refuse(f"text has more than {LONGEST_STATEMENT} words")
        return text

    def address(self, key: str) -> str:
        """A web address."""
        value = self.text(key)
        self.host(value)
        return value

    def host(self, address: str) -> str:
        """The host of a web address, without ``www.``."""
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise self.refuse(f"{address!r} is not a web address")
        return parts.hostname.removeprefix("www.")

    def need_hosts(self, addresses: Iterable[str]) -> None:
        """Refuse addresses that lie on too few hosts."""
        if len({self.host(address) for address in addresses}) < FEWEST_HOSTS:
            raise self.refuse(f"references on fewer than {FEWEST_HOSTS} hosts")

    def declared_date(self) -> DateEvidence | None:
        """The date under ``date`` with ``date_basis`` and ``date_of``; None where it is absent."""
        if "date" not in self._left:
            return None
        return self.date(self.one_of("date_basis", DateBasis), self.one_of("date_of", DateOf))

    def date(self, basis: DateBasis, of: DateOf) -> DateEvidence | None:
        """The date under ``date``, as precise as it is written; None where there is none."""
        edtf = self.optional_text("date")
        if edtf is None:
            return None
        found = _DATE.fullmatch(edtf)
        try:
            if found is None:
                raise ValueError(edtf)
            date(*(int(part or 1) for part in found.groups()))
        except ValueError:
            raise self.refuse(f"date {edtf!r} is not YYYY, YYYY-MM or YYYY-MM-DD") from None
        precision = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)[edtf.count("-")]
        return DateEvidence(edtf, precision, basis, of)

    def finish(self) -> None:
        """Refuse keys that nobody took."""
        if self._left:
            raise self.refuse(f"unknown key {', '.join(sorted(self._left))}")
