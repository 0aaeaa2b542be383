"""Calls from a browser page of another origin: off, unless the operator names the origin.

An allowed origin gets the headers that let its pages read answers; it gets neither cookies (there
are none) nor a scope (its pages send a token like everybody else).

Source: Fetch standard, "HTTP extensions" (CORS protocol).
"""

from __future__ import annotations

from flask import Flask, Response, request

from verifier.config import Settings

_API = "/api/"
_ANSWERED = (
    "Location, ETag, Retry-After, X-Request-ID,"
    " RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset"
)
_SENT = "Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Request-ID"
_METHODS = "GET, POST, PATCH, DELETE"
_REMEMBERED = "600"


def install(app: Flask, settings: Settings) -> None:
    """Answer preflights and mark answers for the origins of the settings; nothing without any."""
    origins = settings.origins
    if not origins:
        return

    def allowed() -> str | None:
        origin = request.headers.get("Origin")
        return origin if origin in origins and request.path.startswith(_API) else None

    @app.before_request
    def _preflight() -> Response | None:
        asked = request.headers.get("Access-Control-Request-Method")
        if request.method != "OPTIONS" or asked is None or not allowed():
            return None
        answer = Response(status=204)
        answer.headers["Access-Control-Allow-Methods"] = _METHODS
        answer.headers["Access-Control-Allow-Headers"] = _SENT
        answer.headers["Access-Control-Max-Age"] = _REMEMBERED
        return answer

    @app.after_request
    def _mark(response: Response) -> Response:
        if request.path.startswith(_API):
            response.headers.add("Vary", "Origin")
        if origin := allowed():
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = _ANSWERED
        return response
