"""Every failure is a problem: the whole tree of errors, every HTTP status, at every door."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from flask import Flask, abort
from werkzeug.exceptions import HTTPException, default_exceptions

from corpus import errors
from verifier.app import create_app
from verifier.config import Settings
from verifier.remembering import refusals
from verifier.service import Service
from verifier.serving.problems import TYPES, problem_of

DOCUMENTED = set(
    "invalid-request quote-empty quote-too-long quote-unreadable csv-no-quote-column no-text-layer"
    " unsupported-media-type payload-too-large unauthorized forbidden not-found"
    " idempotency-key-reused idempotency-in-progress rate-limited over-capacity storage-full"
    " internal".split()
)
TREE = sorted(
    (
        each
        for module in (errors, refusals)
        for _, each in inspect.getmembers(module, inspect.isclass)
        if issubclass(each, errors.QuoteVerifierError) and each.__module__ == module.__name__
    ),
    key=lambda each: each.__name__,
)
SAMPLES: dict[str, object] = {
    "faults": [("/quote", "required", "Missing.")],
    "length": 2,
    "limit": 1,
    "origin": "file.txt",
    "known": ["txt"],
    "found": "image/png",
    "reason": "it is empty",
    "headers": ["name"],
    "kind": "passage",
    "needed": "check",
    "wait": 3,
}
STATUSES = sorted(default_exceptions)


def sample(leaf: type[errors.QuoteVerifierError]) -> errors.QuoteVerifierError:
    if leaf.__init__ is Exception.__init__:
        return leaf()
    return leaf(*(SAMPLES[name] for name in inspect.signature(leaf).parameters))


@pytest.mark.parametrize("leaf", TREE, ids=lambda leaf: leaf.__name__)
def test_every_error_of_the_tree_is_a_documented_problem(
    leaf: type[errors.QuoteVerifierError],
) -> None:
    problem = problem_of(sample(leaf))
    assert problem.type in DOCUMENTED
    assert problem.title
    assert problem.detail
    if issubclass(leaf, errors.InvalidInput | errors.NotFound):
        assert 400 <= problem.status < 500


def test_the_tree_is_drawn_in_the_docstrings() -> None:
    drawn = f"{errors.__doc__}{refusals.__doc__}"
    assert [leaf.__name__ for leaf in TREE if leaf.__name__ not in drawn] == []


def test_no_type_is_used_that_is_not_documented() -> None:
    assert TYPES - {"about:blank"} <= DOCUMENTED


def test_a_type_has_one_title() -> None:
    titles: dict[str, set[str]] = {}
    failures = [*(sample(leaf) for leaf in TREE), *(default_exceptions[s]() for s in STATUSES)]
    for failure in failures:
        problem = problem_of(failure)
        titles.setdefault(problem.type, set()).add(problem.title)
    assert {kind for kind, known in titles.items() if len(known) > 1} <= {"about:blank"}


@pytest.fixture
def failing(service: Service, tmp_path: Path) -> Flask:
    """The app with one more route, which fails as it is told to."""
    app = create_app(Settings(home=tmp_path), service)

    @app.get("/api/v1/fail/<int:status>")
    def fail(status: int) -> str:
        abort(status)

    return app


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_of_the_framework_is_a_problem(failing: Flask, status: int) -> None:
    answer = failing.test_client().get(f"/api/v1/fail/{status}")
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    body = answer.get_json()
    assert {"type", "title", "status", "detail", "instance"} <= set(body)
    assert (body["status"], body["instance"]) == (status, f"/api/v1/fail/{status}")
    assert body["type"] in DOCUMENTED | {"about:blank"}


def test_a_method_that_is_not_taken_says_which_are(failing: Flask) -> None:
    answer = failing.test_client().put("/api/v1/verify")
    assert (answer.status_code, "POST" in answer.headers["Allow"]) == (405, True)


def test_a_failure_may_bring_its_own_answer() -> None:
    class Odd(HTTPException):
        code = 499
        description = "odd"

    assert (problem_of(Odd()).status, problem_of(Odd()).type) == (499, "about:blank")
