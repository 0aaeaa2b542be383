"""Published fact-checks, as values: who reviewed which claim, and how they put it.

A rating is kept as its publisher worded it and belongs to the publisher. Nothing here, and nothing
that reads these values, turns it into a judgement of ours.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urljoin, urlsplit

from corpus.describing.dates import parse_date
from corpus.text.languages import detect_language, primary_tag
from corpus.text.tokens import terms

LONGEST_CLAIM = 5_000
LONGEST_RATING = 300
LONGEST_ADDRESS = 2_000
_LONGEST_NAME = 300
_LONGEST_TITLE = 500
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One published review of one claim; plain text everywhere.

    Attributes:
        claim: the claim as the publisher gives it.
        url: where the review stands (http or https).
        publisher: who published it; the host of its address when nothing else says.
        rating: what it came to, in the publisher's words; None where none is given.
        claimant: who is said to have made the claim.
        claim_date: when (EDTF level 0).
        title: of the review.
        published: when the review was published (EDTF level 0).
        language: BCP 47 primary tag of the claim as given here, ``und`` when unknown.
        appearance: an address at which the claim appeared, as the publisher gives it.
    """

    claim: str
    url: str
    publisher: str
    rating: str | None = None
    claimant: str | None = None
    claim_date: str | None = None
    title: str | None = None
    published: str | None = None
    language: str = "und"
    appearance: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """One fact-check that could not be taken.

    Attributes:
        where: which one, in words: ``row 3``, ``review 2``.
        reason: what is wrong with it, for the person who gave it.
    """

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class FactCheckReading:
    """What a page, feed or file gave.

    Attributes:
        checks: in the order of the file, none twice.
        refused: what could not be taken, each with its reason.
    """

    checks: tuple[FactCheck, ...]
    refused: tuple[Refused, ...] = ()


class FactCheckState(StrEnum):
    """Whether a fact-check is shown."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class KeptFactCheck:
    """A fact-check of the store, at one of its versions.

    Attributes:
        number: its place in the store; never used again.
        id: what it is called outside.
        check: what its publisher said at this version.
        version: 1 for the first.
        added_at: when this version came in (UTC, ISO 8601).
        origin: the page or file it was read from.
        state: the present one, whatever the version.
    """

    number: int
    id: str
    check: FactCheck
    version: int
    added_at: str
    origin: str
    state: FactCheckState = FactCheckState.ACTIVE


def fact_check(
    said: Mapping[str, str | None], where: str, *, base: str | None = None
) -> FactCheck | Refused:
    """A fact-check from loose texts, as pages and tables have them.

    Args:
        said: texts under the names of `FactCheck`; absent, None and empty ones are alike.
        where: which one it is, for a refusal.
        base: address of the page it stands on; an address that is not whole is read from there.

    Returns:
        The fact-check with markup and invisible characters taken out. Names, titles, dates and
        languages that cannot be read are left out; without a readable claim and address, and with
        a rating too long to be one, it is refused.
    """
    if any(value and _SURROGATE.search(value) for value in said.values()):
        return Refused(where, "it holds characters that are not text")
    given = {name: plain(value or "") for name, value in said.items() if name not in _ADDRESSES}
    claim, rating = given.get("claim", ""), given.get("rating", "")
    if not terms(claim):
        return Refused(where, "it has no claim")
    if len(claim) > LONGEST_CLAIM:
        return Refused(where, f"its claim has more than {LONGEST_CLAIM:,} characters")
    if len(rating) > LONGEST_RATING:
        return Refused(where, f"its rating has more than {LONGEST_RATING} characters")
    written = said.get("url") or base
    url = web_address(written, base)
    if url is None:
        reason = "its address is no web address" if written else "it has no address"
        return Refused(where, reason)
    return FactCheck(
        claim=claim,
        url=url,
        publisher=_short(given.get("publisher"), _LONGEST_NAME) or host_of(url),
        rating=rating or None,
        claimant=_short(given.get("claimant"), _LONGEST_NAME),
        claim_date=_date(given.get("claim_date")),
        title=_short(given.get("title"), _LONGEST_TITLE),
        published=_date(given.get("published")),
        language=primary_tag(given.get("language") or "") or detect_language(claim),
        appearance=web_address(said.get("appearance"), base),
    )


_ADDRESSES = frozenset({"url", "appearance"})


def plain(text: str) -> str:
    """A text out of a page's fields: one line, no markup, no characters that control anything."""
    bare = _TAG.sub(" ", html.unescape(text)) if "<" in text or "&" in text else text
    if not bare.isprintable():
        bare = "".join(c if unicodedata.category(c) != "Cc" else " " for c in bare)
    return " ".join(bare.split())


def web_address(written: str | None, base: str | None = None) -> str | None:
    """A whole http or https address; None for anything else, ``javascript:`` among it."""
    if not written or len(written) > LONGEST_ADDRESS:
        return None
    try:
        found = urljoin(base or "", written.strip())
        parts = urlsplit(found)
        host = parts.hostname
    except ValueError:
        return None
    sound = found.isprintable() and not any(c.isspace() or c in '<>"\\' for c in found)
    return found if sound and host and parts.scheme in ("http", "https") else None


def address_key(url: str) -> str:
    """What two writings of one address have in common: scheme, ``www.`` and a last slash aside."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    mark = f"#{parts.fragment}" if parts.fragment else ""
    return f"{host}{parts.path.rstrip('/')}{query}{mark}"


def host_of(url: str) -> str:
    """The host of an address without ``www.``: what stands in for a publisher without a name."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _short(text: str | None, longest: int) -> str | None:
    return text if text and len(text) <= longest else None


def _date(text: str | None) -> str | None:
    found = parse_date(text) if text and len(text) <= _LONGEST_NAME else None
    return found.edtf if found else None
