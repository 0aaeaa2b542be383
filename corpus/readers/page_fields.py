"""What a web page declares about itself: title, author, publisher, address, date, language.

Problem: a page says who wrote it in JSON-LD, in Open Graph and other `meta` elements, in microdata
or in a by-line, each now and then wrong or empty; libraries lose names that are not Latin and cut
the time off the date. Method: the places are asked in a fixed order, the most formal first, and the
first that answers is taken, as written. Nothing is put together and no part is made up.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

from corpus.describing.dates import parse_date
from corpus.describing.titles import without_site
from corpus.readers.elements import Element
from corpus.readers.markup import walk

_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "byl", "parsely-author",
               "twitter:creator", "og:article:author"),
    "publisher": ("og:site_name", "dc.publisher", "publisher", "citation_publisher",
                  "application-name"),
    "url": ("og:url", "twitter:url"),
    "date": ("article:published_time", "og:published_time", "datepublished", "date", "dc.date",
             "dc.date.issued", "dcterms.created", "citation_publication_date", "publishdate",
             "pubdate", "parsely-pub-date", "sailthru.date", "og:article:published_time"),
    "language": ("content-language", "dc.language", "og:locale"),
}  # fmt: skip
_MARKS = {
    "title": '//*[@itemprop="headline"] | //*[@id="activity-name"]',
    "author": '//*[@itemprop="author"] | //*[@rel="author"] | //*[@id="js_author_name"]',
    "publisher": '//*[@itemprop="publisher"]',
    "date": '//*[@itemprop="datePublished"] | //*[@id="publish_time"] | //time[@pubdate]'
            ' | //article//header//time[@datetime] | //article//time[@datetime]',
}  # fmt: skip
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_SCRIPT_DAY = re.compile(
    r"(?:publish|create)_?(?:time|date)[\"']?\s*[:=]\s*[\"'](\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d)?)",
    re.IGNORECASE,
)
_SCRIPT_SECONDS = re.compile(r"\b(?:ct|publish_?time)[\"']?\s*[:=]\s*[\"'](\d{10})[\"']")
_EAST = datetime.timezone(datetime.timedelta(hours=8))
"""The pages that give the second of publication in a script are read, and dated, in China."""
_ARTICLES = re.compile(r"Article|Posting|Report|Speech|Interview|WebPage|CreativeWork|Book$")
_LONGEST = 300
_SCRIPTS_READ = 400_000


def page_fields(tree: Element) -> dict[str, str]:
    """The fields of a page, keys out of `corpus.blocks.FIELD_NAMES`.

    Args:
        tree: the whole page.

    Returns:
        Only what the page declares; the date as written there, with its time and zone.
    """
    fields: dict[str, str] = {}
    for source in (_linked(tree), _account(tree), _metas(tree), _marks(tree), _others(tree)):
        for name, value in source:
            value = " ".join(value.split())
            if value and len(value) <= _LONGEST and name not in fields and _fits(name, value):
                fields[name] = value
    return fields


def _fits(name: str, value: str) -> bool:
    if name == "date":
        return parse_date(value) is not None
    if name == "author":
        return not value.startswith(("http://", "https://", "@"))
    if name == "url":
        return value.startswith(("http://", "https://"))
    if name == "language":
        return bool(re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*", value))
    return True


def _linked(tree: Element) -> Iterator[tuple[str, str]]:
    """JSON-LD."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(content):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if not any(isinstance(k, str) and _ARTICLES.search(k) for k in kinds):
                continue
            page_only = all(k == "WebPage" for k in kinds)
            if not page_only and isinstance(node.get("headline"), str):
                yield "title", node["headline"]
            yield "author", ", ".join(_names(node.get("author")))
            yield "publisher", ", ".join(_names(node.get("publisher")))
            for name, key in (("date", "datePublished"), ("language", "inLanguage")):
                if isinstance(node.get(key), str):
                    yield name, node[key]
            if "SocialMediaPosting" in kinds:
                yield "kind", "post"


def _nodes(content: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(content, list):
        for entry in content[:50]:
            yield from _nodes(entry, depth + 1)
    elif isinstance(content, dict) and depth < 4:
        yield content
        yield from _nodes(content.get("@graph"), depth + 1)
        yield from _nodes(content.get("mainEntity"), depth + 1)


def _names(value: Any) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    named = (e.get("name") if isinstance(e, dict) else e for e in entries)
    return [name.strip() for name in named if isinstance(name, str) and name.strip()]


def _account(tree: Element) -> Iterator[tuple[str, str]]:
    """Whose account a page stands in: what it calls the site is the platform's name then."""
    for element in _elements(tree, '//*[@id="js_name"]'):
        yield "publisher", _written(element)


def _metas(tree: Element) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        key = key or meta.get("itemprop") or ""
        found.setdefault(key.strip().lower(), []).append(meta.get("content") or "")
    for name, keys in _METAS.items():
        for key in keys:
            for value in found.get(key, ())[:1]:
                yield name, value


def _marks(tree: Element) -> Iterator[tuple[str, str]]:
    """Elements that are marked as title, author, publisher or date."""
    for name, path in _MARKS.items():
        for element in _elements(tree, path):
            if name == "date" and element.get("datetime"):
                yield name, str(element.get("datetime"))
            yield name, str(element.get("content") or "")
            yield name, _written(element)


def _others(tree: Element) -> Iterator[tuple[str, str]]:
    for link in tree.iterfind('.//link[@rel="canonical"]'):
        yield "url", link.get("href") or ""
    for comment in _comments(tree):
        saved = _SAVED_FROM.search(comment)
        if saved:
            yield "url", saved.group(1)
    yield "language", tree.get("lang") or tree.get("xml:lang") or ""
    headings = [_written(h) for h in tree.iter("h1")]
    if len(headings) == 1:
        yield "title", headings[0]
    for title in tree.iterfind(".//head/title"):
        own, site = without_site(title.text or "", headings)
        yield "title", own
        yield "publisher", site
    scripts = "\n".join(s.text or "" for s in tree.iter("script"))[:_SCRIPTS_READ]
    day = _SCRIPT_DAY.search(scripts)
    if day:
        yield "date", day.group(1)
    seconds = _SCRIPT_SECONDS.search(scripts)
    if seconds:
        yield "date", datetime.datetime.fromtimestamp(int(seconds.group(1)), _EAST).isoformat()


def _elements(tree: Element, path: str) -> list[Element]:
    found = tree.xpath(path)
    return [e for e in found if isinstance(e, Element)] if isinstance(found, list) else []


def _comments(tree: Element) -> list[str]:
    found = tree.xpath("//comment()")
    return [str(c.text) for c in found if hasattr(c, "text")] if isinstance(found, list) else []


def _written(element: Element) -> str:
    return " ".join(block.written for block in walk(element))
