"""What a failure is told as."""

from __future__ import annotations

import json

import pytest
from werkzeug.exceptions import MethodNotAllowed, TooManyRequests

from corpus import errors
from verifier.serving.problems import CONTENT_TYPE, problem_json, problem_of, problem_response


@pytest.mark.parametrize(
    ("error", "kind", "status", "said", "why"),
    [
        (errors.QuoteEmpty(), "quote-empty", 422, "quotation marks", "what is left is told"),
        (errors.QuoteTooLong(5001, 5000), "quote-too-long", 422, "5,001", "what was given"),
        (errors.QuoteTooLong(5001, 5000), "quote-too-long", 422, "5,000", "what is allowed"),
        (errors.QuoteTooLong(5001, 5000), "quote-too-long", 422, "20,000", "and the way out"),
        (errors.NoQuoteColumn(["a", "b"]), "csv-no-quote-column", 422, "a, b", "found headers"),
        (errors.NotFound("passage"), "not-found", 404, "passage", "what was asked for"),
        (errors.Unauthorized(), "unauthorized", 401, "operator", "who can change that"),
        (errors.StorageFull(), "storage-full", 507, "Nothing was kept", "what became of it"),
        (errors.UnsupportedFormat("x.zip", ["txt"]), "unsupported-media-type", 415, "txt", "known"),
        (ValueError("secret words"), "internal", 500, "without the quote", "no message leaks"),
    ],
)
def test_a_problem_says_what_to_do(
    error: Exception, kind: str, status: int, said: str, why: str
) -> None:
    problem = problem_of(error, batch_limit=20_000)
    assert (problem.type, problem.status) == (kind, status)
    assert said in problem.detail, why
    assert "secret words" not in json.dumps(problem_json(problem))


def test_headers_of_a_status_are_kept() -> None:
    refused = problem_of(MethodNotAllowed(valid_methods=["GET", "HEAD"]))
    assert dict(refused.headers)["Allow"] == "GET, HEAD"
    assert dict(problem_of(TooManyRequests(retry_after=7)).headers)["Retry-After"] == "7"
    assert dict(problem_of(errors.StoreBusy()).headers)["Retry-After"] == "5"
    assert dict(problem_of(errors.Unauthorized()).headers)["WWW-Authenticate"] == "Bearer"


def test_a_problem_is_answered_in_its_own_media_type() -> None:
    given = errors.InvalidRequest([("/date", "unreadable_date", "give a day")])
    answer = problem_response(problem_of(given), "/api/v1/verify")
    assert (answer.status_code, answer.content_type) == (422, CONTENT_TYPE)
    body = answer.get_json(force=True)
    assert body["instance"] == "/api/v1/verify"
    assert body["errors"] == [
        {"pointer": "/date", "code": "unreadable_date", "detail": "give a day"}
    ]
