"""The pages of the corpus: sources with filters, one source with its text, all of it in numbers.

A source is shown in stretches of `PER_PAGE` passages, so that a page of a whole book stays small; a
link to a passage leads to the stretch that holds it, in the version that holds it. A passage's
number in an address says nothing about a quote to anybody who cannot read the corpus anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, render_template, request

from corpus.errors import NotFound
from corpus.keeping.source_query import SourceQuery
from corpus.keeping.store import Store
from corpus.keeping.versions import Version
from corpus.models import Passage, SourceKind
from verifier.api.source_routes import cursor, read_cursor
from verifier.service import Service
from verifier.showing.picture import gap_lines, tables
from verifier.showing.source_view import listed, source_translation
from verifier.showing.source_view import meaning as source_meaning

PER_PAGE = 100
"""Passages on a page: some twenty screens of reading, some 60 kB."""
_SOURCES = 50
_END = 2**62


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage, or what lies between two, as the source page shows it.

    Attributes:
        text: the stored text.
        passage: None for what lies between passages.
        speaker: the name to print; empty when it is the same as in the stretch before.
    """

    text: str
    passage: Passage | None
    speaker: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a source's text.

    Attributes:
        number: from 1.
        pages: how many there are; at least 1.
        first: number of its first passage in the source, from 1; 0 without passages.
        last: number of its last passage.
    """

    number: int
    pages: int
    first: int
    last: int


def stretches(text: str, passages: list[Passage], offset: int = 0) -> Iterator[Stretch]:
    """A text as a page shows it, nothing left out but white space between passages.

    Args:
        text: stored text.
        passages: those in it, in order.
        offset: of the text in the rendition.
    """
    at, turn = offset, -1
    for passage in passages:
        between = text[at - offset : passage.start - offset].strip()
        if between:
            yield Stretch(between, None, "")
        name = passage.speaker.name if passage.speaker else ""
        yield Stretch(passage.text, passage, name if between or passage.turn != turn else "")
        at, turn = passage.end, passage.turn
    if rest := text[at - offset :].strip():
        yield Stretch(rest, None, "")


def leaf(version: Version, number: int) -> Leaf:
    """The page of that number, or the nearest there is."""
    pages = max(1, -(-version.passages // PER_PAGE))
    number = min(max(number, 1), pages)
    first = (number - 1) * PER_PAGE
    last = min(first + PER_PAGE, version.passages)
    return Leaf(number, pages, min(first + 1, last), last)


def corpus_pages(service: Service) -> Blueprint:
    """The pages over one service.

    Args:
        service: its home is read.
    """
    blueprint = Blueprint("corpus", __name__)
    store = service.home.store

    @blueprint.get("/sources")
    def sources() -> str:
        after = read_cursor(request.args.get("cursor"))
        filters = {
            name: text.strip()
            for name in ("words", "language", "kind", "from", "to")
            if (text := request.args.get(name, "")).strip()
        }
        query = read_query(filters)
        if query.is_empty:
            found = store.sources(after=after, limit=_SOURCES + 1)
        else:
            found = store.find_sources(query, after=after, limit=_SOURCES + 1)
        following = cursor(found[_SOURCES - 1].id) if len(found) > _SOURCES else None
        return render_template(
            "sources.html",
            sources=[listed(each, service.standings) for each in found[:_SOURCES]],
            following=following,
            first=after is None,
            filters=filters,
            filtered=not query.is_empty,
            kinds=[kind.value for kind in SourceKind],
            summary=store.summary(),
        )

    @blueprint.get("/sources/<string:source_id>")
    def source(source_id: str) -> str:
        versions = store.versions(source_id)
        wanted = _wanted(store, source_id, request.args.get("passage", ""))
        shown = _version(versions, wanted, request.args.get("version"))
        at = wanted.ordinal // PER_PAGE + 1 if wanted else _number(request.args.get("page", ""))
        page = leaf(shown, at or 1)
        standing = service.standings.of_source(source_id)
        return render_template(
            "source.html",
            source=shown.source,
            versions=versions[::-1],
            newest=versions[-1].source.version,
            translation=source_translation(store, standing),
            meaning=source_meaning(shown.source, standing),
            stretches=_leaf_stretches(store, shown, page),
            passages=shown.passages,
            leaf=page,
            wanted=wanted.id if wanted else 0,
        )

    @blueprint.get("/corpus/overview")
    def overview() -> str:
        found = store.overview()
        return render_template(
            "overview.html", overview=found, tables=tables(found), gaps=gap_lines(found)
        )

    return blueprint


def read_query(filters: Mapping[str, str]) -> SourceQuery:
    """The query that a form's filters make; what is no year or no kind asks for nothing."""
    kind = filters.get("kind", "")
    return SourceQuery(
        words=filters.get("words", ""),
        language=filters.get("language", "").lower() or None,
        kind=SourceKind(kind) if kind in set(SourceKind) else None,
        year_from=_number(filters.get("from", "")),
        year_to=_number(filters.get("to", "")),
    )


def _number(text: str) -> int | None:
    """A number of up to seven digits, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None


def _wanted(store: Store, source_id: str, number: str) -> Passage | None:
    """The passage that a link leads to, where it is one of this source."""
    found: Any = store.passages([int(number)]) if _number(number) is not None else []
    return found[0] if found and found[0].source_id == source_id else None


def _version(versions: list[Version], wanted: Passage | None, number: str | None) -> Version:
    if wanted is not None:
        return next(v for v in versions if v.rendition_id == wanted.rendition_id)
    if number is None:
        return versions[-1]
    shown = next((v for v in versions if str(v.source.version) == number), None)
    if shown is None:
        raise NotFound("version")
    return shown


def _leaf_stretches(store: Store, version: Version, page: Leaf) -> list[Stretch]:
    """What stands on one page: its passages, and the text before, between and after them."""
    first = (page.number - 1) * PER_PAGE
    held = store.rendition_passages(version.rendition_id, first, first + PER_PAGE)
    passages, following = held[:PER_PAGE], held[PER_PAGE:]
    begin = passages[0].start if passages and page.number > 1 else 0
    end = following[0].start if following else _END
    text = store.slice(version.rendition_id, begin, end)
    return list(stretches(text, passages, begin))


def install(app: Flask, service: Service) -> None:
    """Put the pages of the corpus into an app."""
    app.register_blueprint(corpus_pages(service))
