"""Fact-checks in JSON: schema.org ClaimReview, feeds of it, and answers of a search for it.

Problem: every publisher writes ClaimReview in its own way: alone, in a list, in a graph, under the
article's main entity, in a feed; with the claim on the review or on what it reviews; with persons
as texts, objects, lists or references.

Method: one walk over everything, to a fixed depth, in the order of the file; whatever calls itself
a ClaimReview is read, each field from the places where publishers put it, the most formal first.
An object with a text and a list ``claimReview`` is an answer of Google's ``claims:search``. A
review without an address or a title has those of the nearest thing that holds it. An object of
another type is passed over, and one of none that has a claim and an address is read as a row.

Source: https://schema.org/ClaimReview; Google, "Fact check (ClaimReview) structured data" and
"Fact Check Tools API", method ``claims.search``; Data Commons, "Fact check" (DataFeed).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from corpus.fact_check import FactCheck, Refused, fact_check
from corpus.readers.fact_check_columns import known_fields

_DEEPEST = 40
_TRAILING = re.compile(r'("(?:[^"\\]|\\.)*(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
_OPENING = ("/*", "<!--", "<![CDATA[", "*/")
_CLOSING = (";", "*/", "-->", "]]>", "/*", "//")
_HOLDERS = frozenset({"DataFeedItem", "WebPage", "Article", "NewsArticle", "Report", "BlogPosting"})
_FEW = 20

Found = FactCheck | Refused


class NotJson(ValueError):
    """A text that is no JSON, also with its usual slips put right."""


def loads(text: str) -> Any:
    """JSON as pages have it: in a comment, with raw line breaks, with a comma too many.

    Raises:
        NotJson: it is none, or nested too deep to be read.
    """
    bare = _unwrapped(text)
    try:
        return json.loads(bare, strict=False)
    except RecursionError as broken:
        raise NotJson("it is nested too deep to be read") from broken
    except ValueError:
        pass
    try:
        return json.loads(_TRAILING.sub(lambda m: m[1] or "", bare), strict=False)
    except (ValueError, RecursionError) as broken:
        raise NotJson("it is not JSON") from broken


def _unwrapped(text: str) -> str:
    """A script without the marks that keep it from being shown by browsers of long ago."""
    bare = text.strip().removeprefix("\ufeff")
    for _ in range(8):
        for mark in _OPENING:
            bare = bare.removeprefix(mark).lstrip()
        for mark in _CLOSING:
            bare = bare.removesuffix(mark).rstrip()
    return bare


@dataclass
class ClaimReviews:
    """Reads the fact-checks of one page or file.

    Attributes:
        base: address of the page; None for a file.
        title: of the page, for reviews without one.
        count: how many reviews were met so far, refused ones too.
    """

    base: str | None = None
    title: str | None = None
    count: int = 0
    _named: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    def read(self, content: Any) -> Iterator[Found]:
        """The fact-checks in some decoded JSON.

        Args:
            content: whatever it holds.

        Yields:
            Fact-checks and refusals, in the order of the file.
        """
        deep = False
        for node, _, depth in _walk(content, ("", "")):
            deep = deep or depth > _DEEPEST
            name = node.get("@id")
            if isinstance(name, str) and len(node) > 1:
                self._named.setdefault(name, node)
        for node, (url, title), depth in _walk(content, ("", "")):
            if depth <= _DEEPEST:
                yield from self._in_node(node, url, title)
        if deep:
            yield Refused("a part of it", "it is nested too deep to be read")

    def _in_node(self, node: Mapping[str, Any], url: str, title: str) -> Iterator[Found]:
        if "ClaimReview" in _types(node):
            if len(node) > 2 or "@id" not in node:  # else a reference to one that stands elsewhere
                yield from self._review(node, url, title)
        elif isinstance(node.get("claimReview"), list) and "text" in node:
            yield from self._answer(node)
        elif not _types(node) and (said := known_fields(node)):
            yield self._taken(said)

    def _review(self, node: Mapping[str, Any], url: str, title: str) -> Iterator[Found]:
        reviewed = [self._object(each) for each in _many(node.get("itemReviewed"))]
        inner = [self._object(each) for r in reviewed for each in _many(r.get("itemReviewed"))]
        items = [*reviewed, *inner]
        first = [
            self._object(each)
            for item in items
            for key in ("firstAppearance", "appearance")
            for each in _many(item.get(key))
        ]
        said = {
            "url": _text(node.get("url")) or self._main(node) or url,
            "publisher": self._names(node, "author", "publisher", "sourceOrganization", "creator"),
            "rating": self._rating(node.get("reviewRating")),
            "claimant": next(filter(None, (self._names(i, "author", "creator") for i in items)), "")
            or next(filter(None, (self._names(w, "author", "creator") for w in first)), ""),
            "claim_date": _first([*items, *first], "datePublished", "dateCreated"),
            "title": _first([node], "headline", "name") or title or self.title,
            "published": _first([node], "datePublished", "dateCreated", "dateModified"),
            "language": self._language(node),
            "appearance": next(filter(None, map(_address, first)), None),
        }
        claims = [_text(each) for each in _many(node.get("claimReviewed"))]
        worded = _first(items, "claimReviewed", "text", "name", "headline", "description")
        for claim in list(dict.fromkeys(filter(None, claims)))[:_FEW] or [worded]:
            yield self._taken({**said, "claim": claim})

    def _answer(self, node: Mapping[str, Any]) -> Iterator[Found]:
        """One claim of a search's answer, with all its reviews."""
        for review in _many(node["claimReview"]):
            each = self._object(review)
            publisher = self._object(each.get("publisher"))
            yield self._taken(
                {
                    "claim": _text(node.get("text")),
                    "claimant": _text(node.get("claimant")),
                    "claim_date": _text(node.get("claimDate")),
                    "url": _text(each.get("url")),
                    "publisher": _text(publisher.get("name")) or _text(publisher.get("site")),
                    "rating": _text(each.get("textualRating")),
                    "title": _text(each.get("title")),
                    "published": _text(each.get("reviewDate")),
                    "language": _text(each.get("languageCode")),
                }
            )

    def _taken(self, said: Mapping[str, str | None]) -> Found:
        self.count += 1
        return fact_check(said, f"review {self.count}", base=self.base)

    def _object(self, value: Any) -> Mapping[str, Any]:
        """An object, or what a reference to one stands for; a text is the address or name of it."""
        if isinstance(value, str):
            return {"url" if value.startswith("http") else "name": value}
        if not isinstance(value, dict):
            return {}
        name = value.get("@id")
        known = self._named.get(name) if isinstance(name, str) and len(value) <= 2 else None
        return known or value

    def _names(self, node: Mapping[str, Any], *keys: str) -> str:
        for key in keys:
            entries = [self._object(each) for each in _many(node.get(key))]
            names = [_text(e.get("name")) or _text(e.get("alternateName")) for e in entries[:_FEW]]
            if found := ", ".join(dict.fromkeys(filter(None, names))):
                return found
        return ""

    def _rating(self, value: Any) -> str:
        """The words of a rating; where it has only a number, the number and its scale."""
        for rating in map(self._object, _many(value)):
            for key in ("alternateName", "name", "ratingValue"):
                said = _text(rating.get(key))
                if said and key == "ratingValue" and _text(rating.get("bestRating")):
                    low = _text(rating.get("worstRating")) or "1"
                    return f"{said} (on a scale from {low} to {_text(rating.get('bestRating'))})"
                if said:
                    return said
        return ""

    def _language(self, node: Mapping[str, Any]) -> str:
        for value in _many(node.get("inLanguage")):
            tongue = self._object(value)
            if said := _text(tongue.get("alternateName")) or _text(tongue.get("name")):
                return said
        return ""

    def _main(self, node: Mapping[str, Any]) -> str:
        page = node.get("mainEntityOfPage")
        for entry in _many(page):
            if isinstance(entry, str):
                return entry
            if isinstance(entry, dict):
                return _text(entry.get("url")) or _text(entry.get("@id"))
        return ""


def _walk(
    content: Any, around: tuple[str, str], depth: int = 0
) -> Iterator[tuple[Mapping[str, Any], tuple[str, str], int]]:
    """All objects in order, each with the address and title of the page or entry that holds it.

    An empty object below the deepest level is given for each branch that goes on there.
    """
    stack: list[tuple[Any, tuple[str, str], int]] = [(content, around, depth)]
    while stack:
        value, around, depth = stack.pop()
        if not isinstance(value, list | dict):
            continue
        if depth > _DEEPEST:
            yield {}, around, depth
            continue
        if isinstance(value, list):
            stack.extend((each, around, depth + 1) for each in reversed(value))
            continue
        yield value, around, depth
        if _HOLDERS & set(_types(value)):
            url, title = _text(value.get("url")), _first([value], "headline", "name")
            around = (url or around[0], title or around[1])
        stack.extend((each, around, depth + 1) for each in reversed(value.values()))


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = [k for k in _many(node.get("@type")) if isinstance(k, str)]
    bare = [k for k in _many(node.get("type")) if isinstance(k, str) and k.endswith("ClaimReview")]
    return [_last_part(kind) for kind in [*kinds, *bare]]


@lru_cache(maxsize=1_024)
def _last_part(kind: str) -> str:
    return re.split(r"[/#:]", kind)[-1]


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    """A text or number, out of a list the first, out of an object its value."""
    for each in _many(value)[:_FEW]:
        if isinstance(each, dict):
            each = each.get("@value")
        if isinstance(each, str) and each.strip():
            return each.strip()
        if isinstance(each, int | float) and not isinstance(each, bool):
            return f"{each:g}" if isinstance(each, float) else str(each)
    return ""


def _first(nodes: list[Any], *keys: str) -> str:
    return next((t for node in nodes for key in keys if (t := _text(node.get(key)))), "")


def _address(node: Mapping[str, Any]) -> str | None:
    found = _text(node.get("url")) or _text(node.get("@id"))
    return found if found.startswith("http") else None
