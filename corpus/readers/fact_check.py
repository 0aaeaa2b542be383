"""Published fact-checks out of a page, a feed or a table.

Problem: they come as web pages with JSON-LD in them, as feeds and answers in JSON, and as tables,
under any name and type. Method: the first character tells which it is (``<`` a page, ``{`` or
``[`` JSON, anything else a table). Of a page only the scripts that hold JSON-LD are read, found as
a browser finds them, without a tree of the page. One that is broken is named with its reason and
the rest goes on.

Rejected: reading microdata and text of pages (a rating would be a guess), a parser for the page
(JSON-LD stands in scripts, whose end is a matter of one mark), going by the file's ending (feeds
are served under any).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator

from corpus.errors import UnreadableSource
from corpus.fact_check import FactCheck, FactCheckReading, Refused, fact_check, plain
from corpus.readers.claim_review import ClaimReviews, Found, NotJson, loads
from corpus.readers.fact_check_columns import field_of
from corpus.text.encoding import decode

LARGEST = 200_000_000
"""Bytes of a file: the largest public feeds have half of it."""
_MOST = 200_000
_MARK = re.compile(r"<!--|<script\b|</script\b", re.IGNORECASE)
_LINKED = re.compile(r"\btype\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,500})<", re.IGNORECASE)
_HEADER = 65_536
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xd0\xcf\x11\xe0")


def read(origin: str, content: bytes, address: str | None = None) -> FactCheckReading:
    """Read the fact-checks of a page, feed or file.

    Args:
        origin: file name or address, for refusals.
        content: the whole of it.
        address: where it stands on the web; None for a file.

    Returns:
        The fact-checks in order, one review of one claim once, and what could not be taken. At
        least one of both.

    Raises:
        UnreadableSource: it is no text, or there is no fact-check in it.

    Cost: linear in the size.
    """
    if len(content) > LARGEST:
        raise UnreadableSource(origin, f"it has more than {LARGEST // 1_000_000} MB")
    if content.startswith(_BINARY):
        raise UnreadableSource(origin, "it is no page, no JSON and no table")
    text = decode(origin, content)
    start = text.lstrip()[:1]
    if start == "<":
        found = _in_page(text, address)
    elif start in ("{", "["):
        found = _in_json(text, address)
    else:
        found = _in_table(origin, text)
    checks, refused = _sorted_out(found)
    if not checks and not refused:
        raise UnreadableSource(origin, _why_none(text, start))
    return FactCheckReading(checks, refused)


def _sorted_out(found: Iterable[Found]) -> tuple[tuple[FactCheck, ...], tuple[Refused, ...]]:
    checks: dict[tuple[str, str], FactCheck] = {}
    refused: list[Refused] = []
    for each in found:
        if isinstance(each, Refused):
            refused.append(each)
        elif len(checks) < _MOST:
            checks.setdefault((each.url, each.claim), each)
        else:
            refused.append(Refused("the rest", f"at most {_MOST:,} are taken from one file"))
            break
    return tuple(checks.values()), tuple(refused)


def _why_none(text: str, start: str) -> str:
    if start == "<" and re.search(r"schema\.org/ClaimReview", text):
        return "its ClaimReview is not JSON-LD; only that is read"
    return "there is no fact-check in it (no ClaimReview, no claim with an address)"


def _in_page(page: str, address: str | None) -> Iterator[Found]:
    title = _TITLE.search(page)
    reviews = ClaimReviews(address, plain(title[1]) if title else None)
    for number, script in enumerate(_scripts(page), start=1):
        try:
            content = loads(script)
        except NotJson as broken:
            if "ClaimReview" in script:
                yield Refused(f"script {number}", str(broken))
            continue
        yield from reviews.read(content)


def _scripts(page: str) -> Iterator[str]:
    """The contents of a page's JSON-LD scripts; a script ends at the first mark of its end."""
    at = 0
    while mark := _MARK.search(page, at):
        at = mark.end()
        if mark.group() == "<!--":
            end = page.find("-->", at)
            if end < 0:
                return
            at = end + 3
        elif mark.group()[1] != "/":
            opened = page.find(">", at)
            closed = re.compile(r"</script\b", re.IGNORECASE).search(page, max(opened, at))
            if opened < 0 or closed is None:
                return
            if _LINKED.search(page, mark.start(), opened):
                yield page[opened + 1 : closed.start()]
            at = closed.end()


def _in_json(text: str, address: str | None) -> Iterator[Found]:
    reviews = ClaimReviews(address)
    try:
        content = loads(text)
    except NotJson as broken:
        lines = text.splitlines()
        if len(lines) < 2 or not _is_object(lines[0]):
            yield Refused("the file", str(broken))
            return
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                content = loads(line)
            except NotJson as wrong:
                yield Refused(f"line {number}", str(wrong))
                continue
            met = reviews.count
            for each in reviews.read(content):
                named = isinstance(each, Refused)
                yield Refused(f"line {number}", each.reason) if named else each  # type: ignore[union-attr]
            if reviews.count == met:
                yield Refused(f"line {number}", "there is no fact-check in it")
        return
    yield from reviews.read(content)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _in_table(origin: str, text: str) -> Iterator[Found]:
    for number, cells in rows_of(origin, text):
        if isinstance(cells, str):
            yield Refused(f"row {number}", cells)
        else:
            yield fact_check(cells, f"row {number}")


def rows_of(origin: str, text: str) -> Iterator[tuple[int, dict[str, str | None] | str]]:
    """The rows of a table that has a claim and an address.

    Args:
        origin: for a refusal.
        text: the decoded table, with a header.

    Yields:
        The number of each row in the table (the header is 1) and its texts by field, or why it
        cannot be read. Empty rows are passed over.

    Raises:
        UnreadableSource: the header names no claim or no address.
    """
    table = io.StringIO(text, newline="")
    header, skipped = table.readline(_HEADER), 1
    delimiter = ""
    if header.lower().startswith("sep=") and len(header.rstrip("\r\n")) == 5:
        delimiter, header, skipped = header[4], table.readline(_HEADER), 2
    delimiter = delimiter or max(",;\t|", key=lambda d: len(set(_fields(header, d)) - {None}))
    fields = _fields(header, delimiter)
    if "claim" not in fields or "url" not in fields:
        reason = "its first row names no column for the claim and one for the address of the review"
        raise UnreadableSource(origin, f"{reason}; neither is it a page or JSON")
    rows = csv.reader(table, delimiter=delimiter, strict=True)
    number = skipped
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as broken:
            yield number, f"it cannot be read: {broken}"
            continue
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(fields):
            yield number, "it has more cells than the first row"
            continue
        said: dict[str, str | None] = {}
        for field, cell in zip(fields, row, strict=False):
            if field is not None:
                said[field] = said.get(field) or cell
        yield number, said


def _fields(header: str, delimiter: str) -> list[str | None]:
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [field_of(name) for name in names]
