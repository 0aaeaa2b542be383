"""Exception to problem: one table, in the words of RFC 9457.

Every failure of every door becomes a problem here: our own exceptions by the table `_ROWS`, the
framework's by their HTTP status. A problem says what was given, what is allowed and what to do; it
never repeats the quote, because quotes are unpublished work.

Source: RFC 9457, Problem Details for HTTP APIs (``about:blank`` is its type for a failure that the
HTTP status tells in full).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Response
from werkzeug.exceptions import HTTPException

from corpus import errors
from verifier.remembering import refusals
from verifier.serving.faults import faults

CONTENT_TYPE = "application/problem+json"

Fault = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as it is told to a caller.

    Attributes:
        type: one of the documented types, or ``about:blank``.
        title: the same for every problem of the type.
        status: HTTP status.
        detail: what happened this time and what to do.
        errors: ``(pointer, code, detail)`` a wrong field.
        headers: HTTP headers that belong to the status, such as ``Allow``.
    """

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[Fault, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    type: str
    status: int
    title: str
    detail: str = ""


_ROWS: dict[type[BaseException], _Row] = {
    errors.InvalidRequest: _Row(
        "invalid-request", 422, "The request is not as it must be", "See errors for each field."
    ),
    errors.QuoteEmpty: _Row(
        "quote-empty",
        422,
        "There is no quote",
        "Nothing is left once quotation marks and dots are lifted off. Give the quoted words.",
    ),
    errors.QuoteTooLong: _Row("quote-too-long", 422, "The quote is too long"),
    errors.QuoteUnreadable: _Row(
        "quote-unreadable",
        422,
        "The quote is not text",
        "It holds lone surrogates, which are no characters. Send the quote as UTF-8.",
    ),
    errors.NoTextLayer: _Row(
        "no-text-layer",
        422,
        "There is no text in the file",
        "Its pages are pictures. Give a file with a text layer, or the text itself.",
    ),
    errors.UnsupportedFormat: _Row("unsupported-media-type", 415, "The format is not known"),
    errors.UnreadableSource: _Row("invalid-request", 422, "The request is not as it must be"),
    errors.NoQuoteColumn: _Row("csv-no-quote-column", 422, "No column of quotes"),
    errors.InvalidInput: _Row("invalid-request", 422, "The request is not as it must be"),
    errors.NotFound: _Row("not-found", 404, "There is no such thing here"),
    errors.Unauthorized: _Row(
        "unauthorized",
        401,
        "The door is closed",
        "Send Authorization: Bearer with a token that the operator made (verifier token create)."
        " Without one, checking and reading are open to callers on the server's own machine only,"
        " unless its operator opens them; adding and removing sources never is.",
    ),
    errors.Forbidden: _Row("forbidden", 403, "This may not be asked from there"),
    refusals.RateLimited: _Row("rate-limited", 429, "Too many requests"),
    refusals.KeyReused: _Row(
        "idempotency-key-reused",
        422,
        "The key belongs to another request",
        "This Idempotency-Key came before with another body. Make a new key for a new request.",
    ),
    refusals.KeyInProgress: _Row(
        "idempotency-in-progress",
        409,
        "The first request with this key is at work",
        "Nothing was done twice. Send the same request again in a few seconds for its answer.",
    ),
    refusals.TooLarge: _Row("payload-too-large", 413, "The body is too large"),
    refusals.FetchingBusy: _Row("over-capacity", 503, "The service cannot answer now"),
    refusals.TooManyRows: _Row("payload-too-large", 413, "The body is too large"),
    refusals.TooManyWaiting: _Row("over-capacity", 503, "The service cannot answer now"),
    refusals.Refusal: _Row(
        "over-capacity", 503, "The service cannot answer now", "Try again in a few seconds."
    ),
    errors.StorageFull: _Row(
        "storage-full", 507, "There is no space left", "Nothing was kept. Reading goes on."
    ),
    errors.StoreBusy: _Row(
        "over-capacity",
        503,
        "The service cannot answer now",
        "Another writer is at work. Try again in a few seconds.",
    ),
    errors.IndexUnavailable: _Row(
        "over-capacity",
        503,
        "The service cannot answer now",
        "The index cannot be searched. The operator can run: verifier corpus reindex",
    ),
    errors.StoreCorrupt: _Row(
        "internal",
        500,
        "Something went wrong",
        "Stored text does not match its checksum and is not shown. Restore a copy.",
    ),
    errors.StoreError: _Row(
        "internal", 500, "Something went wrong", "The store cannot do its work now."
    ),
    errors.QuoteVerifierError: _Row(
        "internal", 500, "Something went wrong", "The failure has no more to tell."
    ),
}
_STATUS_TYPES = {
    400: "invalid-request",
    401: "unauthorized",
    403: "forbidden",
    404: "not-found",
    413: "payload-too-large",
    415: "unsupported-media-type",
    422: "invalid-request",
    429: "rate-limited",
    500: "internal",
    503: "over-capacity",
    507: "storage-full",
}
_TITLES = {row.type: row.title for row in _ROWS.values()} | {
    "payload-too-large": "The body is too large",
    "rate-limited": "Too many requests",
}
_STATUS_DETAILS = {
    400: "The request could not be read: send one JSON object, each key once, encoded as UTF-8.",
    404: "There is nothing at this address.",
    405: "This address does not take this method; the header Allow lists those it takes.",
    413: "The body is larger than this address takes. Longer texts and many quotes go as a file.",
    415: "Send the body as application/json.",
    422: "See errors for each field.",
    500: "The failure is in the server's log, without the quote.",
}
TYPES = frozenset(_STATUS_TYPES.values()) | {row.type for row in _ROWS.values()} | {"about:blank"}
_RETRY = {
    errors.StoreBusy: "5",
    errors.IndexUnavailable: "30",
    refusals.KeyInProgress: "2",
    refusals.FetchingBusy: "5",
    refusals.TooManyWaiting: "600",
}


def problem_of(error: BaseException, batch_limit: int | None = None) -> Problem:
    """The problem that an exception is told as.

    Args:
        error: any exception; one that no row knows is told as ``internal`` without its message.
        batch_limit: how long a quote may be in a file, to name the way out for a long one.

    Returns:
        The problem of the nearest class in the exception's line of descent.
    """
    if isinstance(error, HTTPException):
        return _http_problem(error)
    row = next((_ROWS[c] for c in type(error).__mro__ if c in _ROWS), None)
    if row is None:
        return Problem("internal", _TITLES["internal"], 500, _STATUS_DETAILS[500])
    headers = [("Retry-After", _RETRY[c]) for c in type(error).__mro__ if c in _RETRY]
    if isinstance(error, refusals.RateLimited):
        headers.append(("Retry-After", str(error.wait)))
    if row.status == HTTPStatus.UNAUTHORIZED:
        headers.append(("WWW-Authenticate", "Bearer"))
    given = error.faults if isinstance(error, errors.InvalidRequest) else ()
    detail = row.detail or _detail(error, batch_limit)
    return Problem(row.type, row.title, row.status, detail, given, tuple(headers))


def _detail(error: BaseException, batch_limit: int | None) -> str:
    """What happened this time, for the exceptions that carry facts."""
    if isinstance(error, errors.QuoteTooLong):
        text = f"It has {error.length:,} characters; at most {error.limit:,} are taken here."
        if batch_limit is not None and batch_limit > error.limit:
            text += f" In a file (verifier batch) up to {batch_limit:,} are."
        return text
    if isinstance(error, errors.NotFound):
        return f"There is no such {error.kind}."
    if isinstance(error, errors.UnreadableSource):
        return f"The file cannot be read: {error.reason}."
    if isinstance(error, errors.UnsupportedFormat):
        found = f"It came as {error.found}. " if error.found else ""
        return f"{found}Known formats are {', '.join(error.known)}."
    if isinstance(error, errors.NoQuoteColumn):
        if not error.headers:
            return "The file is empty: there is not even a header."
        return f"No header is called quote or the like. Found: {', '.join(error.headers)}."
    if isinstance(error, errors.Forbidden):
        return (
            f"It needs the scope {error.needed}, and it is refused to pages of other sites and"
            " under a foreign host name."
        )
    if isinstance(error, refusals.FetchingBusy):
        return f"{error.limit} addresses are being fetched already. Try again in a few seconds."
    if isinstance(error, refusals.RateLimited):
        return f"At most {error.limit:,} requests at once; ask again in {error.wait} s."
    if isinstance(error, refusals.TooLarge):
        return f"At most {error.limit:,} bytes are taken here."
    if isinstance(error, refusals.TooManyRows):
        return (
            f"At most {error.limit:,} rows are taken in one file. Send it in parts; verifier batch"
            " takes files of any length."
        )
    if isinstance(error, refusals.TooManyWaiting):
        return (
            f"{error.limit:,} files wait already for somebody to choose their column. Name the"
            " column of the quotes beside the file, or try again later: each waits an hour at most."
        )
    return "See the documentation at /api/docs."


def _http_problem(error: HTTPException) -> Problem:
    status = error.code or 500
    phrase = next((s.phrase for s in HTTPStatus if s.value == status), error.name)
    kind = _STATUS_TYPES.get(status, "about:blank")
    described: Any = getattr(error, "data", None) or {}
    given = tuple(faults(described.get("messages") or {}))
    detail = _STATUS_DETAILS.get(status, f"{phrase}.")
    skipped = {"content-type", "content-length"}
    kept = [
        (name, value) for name, value in error.get_headers() if name.lower() not in skipped
    ] + list((described.get("headers") or {}).items())
    if error.response is not None:
        kept += [(n, v) for n, v in error.response.headers.items() if n.lower() not in skipped]
    title = _TITLES.get(kind, phrase)
    return Problem(kind, title, status, detail, given, tuple(dict(kept).items()))


def problem_json(problem: Problem, instance: str | None = None) -> dict[str, Any]:
    """A problem as the object of RFC 9457.

    Args:
        problem: any problem.
        instance: path of the request; left out when None.

    Returns:
        ``type, title, status, detail``, then ``instance`` and ``errors`` where there are any.
    """
    body: dict[str, Any] = {
        "type": problem.type,
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }
    if instance is not None:
        body["instance"] = instance
    if problem.errors:
        body["errors"] = [{"pointer": p, "code": c, "detail": d} for p, c, d in problem.errors]
    return body


def problem_response(problem: Problem, instance: str | None = None) -> Response:
    """A problem as an HTTP answer with its headers."""
    headers: Mapping[str, str] = dict(problem.headers)
    body = json.dumps(problem_json(problem, instance))
    return Response(body, problem.status, headers, content_type=CONTENT_TYPE)
