"""The JSON door to published fact-checks: ``POST /fact-checks/search``. Nothing of it is kept."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from corpus.errors import InvalidRequest
from verifier.answering.question import Question
from verifier.api.openapi import EXAMPLES
from verifier.api.source_routes import cursor, read_cursor
from verifier.config import Settings
from verifier.exchange import schemas
from verifier.exchange.fact_check_asking import FactCheckQuerySchema
from verifier.service import Service

_USUAL = 10


def add_fact_checks(blueprint: Blueprint, service: Service, settings: Settings) -> None:
    """Put the route that searches fact-checks into the blueprint of the API.

    Args:
        blueprint: without this route.
        service: answers; shared between threads.
        settings: how long a quote and a page may be.
    """

    @blueprint.post("/fact-checks/search")
    @blueprint.arguments(FactCheckQuerySchema, example=EXAMPLES["fact_check_query"])
    @blueprint.response(200, schemas.FactCheckPageSchema, example=EXAMPLES["fact_checks"])
    def search_fact_checks(asked: dict[str, Any]) -> dict[str, Any]:
        """Search the published fact-checks of a claim

        What is given is a quote, or a claim in anybody's words. The same wording comes first, then
        what is part of the other, then wordings that differ, each with its differences. A rating
        is its publisher's. Pages follow each other by `next`, which is null on the last one.
        """
        words = asked["claim"] if asked["quote"] is None else asked["quote"]
        question = Question(words, language=asked["language"] or None, limit=settings.max_quote)
        found = service.search_fact_checks(question, whole=asked["quote"] is None)
        after = read_cursor(asked["cursor"])
        ids = [each.id for each in found]
        if after is not None and after not in ids:
            raise InvalidRequest([("/cursor", "invalid", "Not a cursor of this list.")])
        first = 0 if after is None else ids.index(after) + 1
        limit = min(asked["limit"] or _USUAL, settings.max_page)
        items = found[first : first + limit]
        more = first + limit < len(found)
        return {"items": items, "next": cursor(items[-1].id) if more else None}
