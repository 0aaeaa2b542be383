"""What is seen of a request from outside: its id, a line in the log, a number in the metrics.

Neither path nor body is looked at: the route's template, the method and the status tell what an
operator needs, and none of them can hold a quote.
"""

from __future__ import annotations

import logging
import re
import uuid
from time import perf_counter

from flask import Flask, Response, g, request

from verifier.remembering.callers import Caller
from verifier.report import Report
from verifier.serving.metrics import Metrics

_REQUEST_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
_log = logging.getLogger("verifier.requests")


def request_id(given: str | None) -> str:
    """The id of a request: the caller's where it is one, else a new one.

    Args:
        given: value of ``X-Request-ID``; anything.

    Returns:
        At most 64 ASCII letters, digits, dots, colons, hyphens and underscores: nothing that could
        forge a line of the log or carry a sentence.
    """
    if given is not None and _REQUEST_ID.fullmatch(given):
        return given
    return uuid.uuid4().hex


def tell(report: Report) -> Report:
    """Have a report counted with the request it answers.

    Args:
        report: any report.

    Returns:
        The same report.
    """
    g.verdicts.append((report.verdict.code.value, report.verdict.search.status.value))
    return report


def install(app: Flask, metrics: Metrics) -> None:
    """Watch every request of an app; to be installed first, so that refusals are seen too."""

    @app.before_request
    def _begin() -> None:
        g.began, g.verdicts, g.caller = perf_counter(), [], Caller()
        g.request_id = request_id(request.headers.get("X-Request-ID"))

    @app.after_request
    def _end(response: Response) -> Response:
        seconds = perf_counter() - g.began
        route = request.url_rule.rule if request.url_rule else None
        response.headers["X-Request-ID"] = g.request_id
        metrics.request(request.method, route, response.status_code, seconds)
        for verdict, search in g.verdicts:
            metrics.verdict(verdict, search)
        fields = {
            "event": "request",
            "request_id": g.request_id,
            "method": request.method if request.url_rule else "other",
            "route": route or "unmatched",
            "status": response.status_code,
            "ms": round(seconds * 1000, 1),
            "caller": g.caller.id,
            "verdicts": [verdict for verdict, _ in g.verdicts],
        }
        _log.info("request", extra={"fields": fields})
        return response
