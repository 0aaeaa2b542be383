"""The JSON door: checking quotes, and kept checks, under ``/api/v1``.

Routes only translate: a body becomes a `Question`, a `Report` becomes a body. Failures are raised
and become problems in `verifier.app`. The corpus has its routes in `verifier.api.source_routes` and
`verifier.api.sources_writing`; the document that describes them all is made in
`verifier.api.openapi`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from flask import Flask, Response, g, jsonify
from flask.typing import ResponseReturnValue
from flask_smorest import Api, Blueprint

from corpus.errors import InvalidRequest, NotFound, QuoteVerifierError
from verifier.api.draft_routes import add_drafts
from verifier.api.fact_check_routes import add_fact_checks
from verifier.api.health import health
from verifier.api.job_routes import add_jobs
from verifier.api.keeping import keep_report, read_report, recipient
from verifier.api.openapi import (
    EXAMPLES,
    KEPT_EXAMPLE,
    KEPT_EXAMPLES,
    QUESTION_EXAMPLES,
    docs,
    openapi,
)
from verifier.api.parsing import StrictParser
from verifier.api.source_routes import add_reading
from verifier.api.source_routes import cursor as cursor
from verifier.api.source_routes import read_cursor as read_cursor
from verifier.api.sources_writing import add_writing
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.exchange import asking, schemas
from verifier.remembering.ledger import Ledger
from verifier.remembering.notices import may_turn_up
from verifier.report import Report
from verifier.service import Question, Service
from verifier.serving.fetching import Gate
from verifier.serving.metrics import Metrics
from verifier.serving.observing import tell
from verifier.serving.problems import problem_json, problem_of


class _Blueprint(Blueprint):  # type: ignore[misc]
    ARGUMENTS_PARSER = StrictParser()


class _Api(Api):  # type: ignore[misc]
    ERROR_SCHEMA = schemas.ProblemSchema


def routes(service: Service, settings: Settings, ledger: Ledger) -> Blueprint:
    """The JSON routes over one service.

    Args:
        service: answers; shared between threads.
        settings: limits.
        ledger: where checks are kept.
    """
    blueprint = _Blueprint(
        "v1", __name__, url_prefix="/api/v1", description="Quotes, sources and passages."
    )
    not_found = {"schema": schemas.ProblemSchema, "description": "No such check"}

    gate = Gate(settings.max_fetches)

    def answered(asked: asking.Asked) -> tuple[Report, dict[str, Any]]:
        _known_source(service, asked.question)
        told = None
        if asked.notify is not None:
            with gate.one():  # a resolver may be slow
                told = recipient(asked.notify, settings, ledger, g.caller, now=utc_now())
        report = tell(service.verify(replace(asked.question, limit=settings.max_quote)))
        if not asked.keep:
            return report, {}
        kept = keep_report(ledger, settings, g.caller, report, now=utc_now(), told=told)
        if told is None:
            return kept, {}
        return kept, {"watch": {"secret": told.secret} if may_turn_up(report) else None}

    @blueprint.post("/verify")
    @blueprint.arguments(asking.QuestionSchema, examples=QUESTION_EXAMPLES)
    @blueprint.response(200, schemas.ReportSchema, example=EXAMPLES["report"])
    @blueprint.alt_response(
        201,
        schema=schemas.KeptAnswerSchema,
        examples=KEPT_EXAMPLES,
        description="Kept; see links",
    )
    def verify(asked: asking.Asked) -> ResponseReturnValue:
        """Check one quote

        `not_found` is an answer with status 200. With `keep` the status is 201. With `notify`, too,
        it has `watch`: the secret that the notice will be signed with, told this once, or null when
        there is nothing to wait for.
        """
        report, told = answered(asked)
        answer = jsonify(schemas.report_json(report) | told)
        if report.links.self is None:
            return answer, 200, {}
        return answer, 201, {"Location": report.links.self}

    @blueprint.post("/verify/batch")
    @blueprint.arguments(asking.BatchSchema, example={"items": [EXAMPLES["question"]]})
    @blueprint.response(
        200,
        schemas.BatchAnswerSchema,
        example={"items": [{"status": 200, "report": EXAMPLES["report"]}]},
    )
    def verify_batch(body: dict[str, Any]) -> dict[str, Any]:
        """Check several quotes

        Each item is answered on its own, in the same order, with its own status.
        """
        items = body["items"]
        if len(items) > settings.max_batch:
            detail = f"At most {settings.max_batch} items in one request; there are {len(items)}."
            raise InvalidRequest([("/items", "too-long", detail)])
        return {"items": list(each(items))}

    def each(items: list[Any]) -> Iterator[dict[str, Any]]:
        """One answer an item; items that are no questions do not reach the service."""
        for item in items:
            try:
                report, told = answered(asking.load_asked(item))
                yield {"status": 201 if report.links.self else 200, "report": report} | told
            except QuoteVerifierError as error:
                problem = problem_of(error, settings.max_quote_batch)
                yield {"status": problem.status, "problem": problem_json(problem)}

    @blueprint.get("/checks/<string:check_id>")
    @blueprint.response(200, schemas.KeptReportSchema, example=KEPT_EXAMPLE)
    @blueprint.alt_response(404, **not_found)
    def show_check(check_id: str) -> Response:
        """Show a kept check

        To its owner, until its term is over. `source.state` is the source's state of today, and
        `changed_since` the time since which sources are known that would give a quote that was not
        found another verdict; ask again to see it.
        """
        return jsonify(read_report(ledger, service.home, g.caller, check_id, now=utc_now())[1])

    add_drafts(blueprint, service, settings)
    add_fact_checks(blueprint, service, settings)
    add_jobs(blueprint, settings, ledger, gate)
    add_reading(blueprint, service, settings)
    add_writing(blueprint, service, settings, ledger)
    return blueprint


def _known_source(service: Service, question: Question) -> None:
    """Refuse a source id that is none: ignoring it would look like an answer about it."""
    if question.source_id is None:
        return
    try:
        service.home.store.source(question.source_id)
    except NotFound:
        fault = ("/source_id", "unknown", "There is no such source; see GET /api/v1/sources.")
        raise InvalidRequest([fault]) from None


def install(
    app: Flask, service: Service, settings: Settings, ledger: Ledger, metrics: Metrics
) -> None:
    """Put the JSON door, its OpenAPI document, its docs page and the health checks into an app."""
    app.config |= {"API_TITLE": "Quote verifier", "API_VERSION": "v1", "OPENAPI_VERSION": "3.1.0"}
    api = _Api(app)
    api.register_blueprint(routes(service, settings, ledger))
    app.register_blueprint(health(service, ledger, metrics))
    app.register_blueprint(docs())
    document = openapi(api)

    @app.get("/api/v1/openapi.json")
    def openapi_json() -> Response:
        return jsonify(document)
