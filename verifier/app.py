"""Wiring: settings, a service and a ledger become a Flask app."""

from __future__ import annotations

import logging
from time import monotonic

from flask import Flask, g, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from corpus.errors import QuoteVerifierError, StoreError
from corpus.home import Home
from verifier.api import routes as api
from verifier.clock import utc_now as utc_now
from verifier.config import Settings
from verifier.desk import embeddings_of, registers_of
from verifier.jobs.folder import erase, erase_strays
from verifier.pages import draft_pages, job_pages, web
from verifier.remembering import jobs
from verifier.remembering.ledger import Ledger
from verifier.remembering.retention import Terms, sweep
from verifier.service import Service
from verifier.serving import cross_origin, observing, security
from verifier.serving.logs import described
from verifier.serving.metrics import Metrics
from verifier.serving.problems import problem_of, problem_response

_log = logging.getLogger("verifier")
_SWEEP_EVERY = 600.0
"""Seconds between sweeps: what is over its term is not answered anyway, and soon off the disk."""


def create_app(
    settings: Settings, service: Service | None = None, ledger: Ledger | None = None
) -> Flask:
    """A ready app.

    Args:
        settings: read once, by the caller.
        service: what answers; opened from ``settings.home`` when None.
        ledger: tokens, kept checks, limits; opened from ``settings.home`` when None.

    Returns:
        A WSGI app with pages, JSON routes, documentation, health checks and metrics.

    Raises:
        StoreError: the home cannot be opened.
    """
    if service is None:
        service = Service.open(
            Home.open(settings.home),
            now=utc_now,
            registers=registers_of(settings),
            embeddings=embeddings_of(settings),
        )
    if ledger is None:
        ledger = Ledger.open(settings.home)
    app = Flask(__name__)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    metrics = Metrics()
    observing.install(app, metrics)
    cross_origin.install(app, settings)
    security.install(app, settings, ledger)
    api.install(app, service, settings, ledger, metrics)
    web.install(app, service, settings, ledger)
    draft_pages.install(app, service, settings)
    job_pages.install(app, service, settings, ledger)
    _keep_house(app, settings, ledger)

    def answer(error: Exception) -> ResponseReturnValue:
        problem = problem_of(error, settings.max_quote_batch)
        if web.wants_page():
            return web.problem_page(problem)
        return problem_response(problem, request.path)

    def unforeseen(error: Exception) -> ResponseReturnValue:
        # The class and the place only: a message or a local variable could hold the quote.
        name, place = described(error)
        fields = {
            "event": "unforeseen",
            "request_id": g.get("request_id"),
            "error": name,
            "at": place,
        }
        _log.error("unforeseen %s at %s", name, place, extra={"fields": fields})
        return answer(error)

    app.register_error_handler(HTTPException, answer)
    app.register_error_handler(QuoteVerifierError, answer)
    app.register_error_handler(Exception, unforeseen)
    return app


def _keep_house(app: Flask, settings: Settings, ledger: Ledger) -> None:
    """Sweep at the start and now and then: with a request, or when the server asks for it."""
    terms = Terms(settings.key_hours, settings.audit_days)
    due = [monotonic()]

    def tidy() -> None:
        if monotonic() < due[0]:
            return
        due[0] = monotonic() + _SWEEP_EVERY
        try:
            for job_id in jobs.over(ledger, now=utc_now()):
                erase(settings.home, job_id)
            sweep(ledger, terms, now=utc_now())
            erase_strays(settings.home, jobs.known(ledger), now=utc_now())
        except StoreError as error:
            fields = {"event": "not_swept", "reason": type(error).__name__}
            _log.warning("what is over its term could not be swept", extra={"fields": fields})

    app.before_request(tidy)
    app.extensions["tidy"] = tidy
    tidy()
