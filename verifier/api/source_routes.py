"""The JSON door to the corpus, the reading half: lists, sources, passages, the summary.

Answers carry a weak entity tag made of the corpus's revision, so that a program which keeps them
can ask whether they still hold. They are ``no-store`` all the same: which source somebody reads
while checking an unpublished quote tells about the quote, and no shared cache should know it.
"""

from __future__ import annotations

import base64
from typing import Any

from flask import Response, g, request
from flask_smorest import Blueprint

from corpus.errors import InvalidRequest, NotFound
from corpus.models import Source, SourceState
from verifier.answering.reporting import ENGINE
from verifier.api.openapi import EXAMPLES
from verifier.config import Settings
from verifier.exchange import asking, schemas
from verifier.service import Service
from verifier.showing.source_view import listed, source_translation

_ENTITIES = frozenset({"v1.list_sources", "v1.show_source", "v1.show_passage", "v1.show_corpus"})
def add_reading(blueprint: Blueprint, service: Service, settings: Settings) -> None:
    """Put the routes that read the corpus into the blueprint of the API.

    Args:
        blueprint: without these routes.
        service: its home is read.
        settings: how long a page is.
    """
    store = service.home.store

    @blueprint.before_request
    def _note_revision() -> None:
        # Before anything is read: a change in between makes the tag too old, never too new.
        if request.endpoint in _ENTITIES:
            g.revision = store.revision()

    @blueprint.after_request
    def _tag(response: Response) -> Response:
        if response.status_code == 200 and "revision" in g:
            response.set_etag(f"{ENGINE}-{g.revision}", weak=True)
            response.make_conditional(request)
        return response

    @blueprint.get("/sources")
    @blueprint.arguments(asking.PageSchema, location="query")
    @blueprint.response(200, schemas.SourcePageSchema, example=EXAMPLES["sources"])
    def list_sources(page: dict[str, Any]) -> dict[str, Any]:
        """List the sources

        Pages follow each other by `next`, which is null on the last one.
        """
        limit = min(page["limit"] or settings.max_page, settings.max_page)
        found = store.sources(after=read_cursor(page["cursor"]), limit=limit + 1)
        more = len(found) > limit
        items = [listed(source, service.standings) for source in found[:limit]]
        return {"items": items, "next": cursor(found[limit - 1].id) if more else None}

    @blueprint.get("/sources/<string:source_id>")
    @blueprint.response(200, schemas.WholeSourceSchema, example=EXAMPLES["source"])
    @blueprint.alt_response(404, schema=schemas.ProblemSchema, description="No such source")
    def show_source(source_id: str) -> dict[str, Any]:
        """Show a source with its text

        Offsets of passages and reports are code points of `text`.
        """
        return {
            "source": present(service, source_id),
            "translation": source_translation(store, service.standings.of_source(source_id)),
            "text": store.rendition_text(store.current_rendition(source_id)),
            "passages": store.source_passages(source_id),
        }

    @blueprint.get("/passages/<int:passage_id>")
    @blueprint.response(200, schemas.PassageSchema, example=EXAMPLES["passage"])
    @blueprint.alt_response(404, schema=schemas.ProblemSchema, description="No such passage")
    def show_passage(passage_id: int) -> Any:
        """Show a passage of any version of a source"""
        found = store.passages([passage_id])
        if not found:
            raise NotFound("passage")
        return found[0]

    @blueprint.get("/corpus")
    @blueprint.response(200, schemas.CorpusSummarySchema, example=EXAMPLES["corpus"])
    def show_corpus() -> Any:
        """Say what is in the corpus"""
        return store.summary()


def present(service: Service, source_id: str) -> Source:
    """A source that has not been withdrawn.

    Raises:
        NotFound: no such source, or it was withdrawn.
    """
    source = service.home.store.source(source_id)
    if source.state is SourceState.WITHDRAWN:
        raise NotFound("source")
    return source


def cursor(source_id: str) -> str:
    """The opaque cursor of the page after a source."""
    return base64.urlsafe_b64encode(source_id.encode()).decode().rstrip("=")


def read_cursor(text: str | None) -> str | None:
    """The source id that a cursor stands for.

    Args:
        text: as `cursor` gave it; None or empty for the first page.

    Raises:
        InvalidRequest: any other text.
    """
    if not text:
        return None
    try:
        padded = text + "=" * (-len(text) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except ValueError:
        raise InvalidRequest([("/cursor", "invalid", "Not a cursor of this list.")]) from None
