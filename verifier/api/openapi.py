"""The OpenAPI 3.1 document and the page that shows it.

The framework writes most of it from the schemas; what it gets wrong or cannot know is put right
here: failures in the media type they really have, and which operations need a token.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import flask_swagger_ui
from flask import Blueprint, Response, render_template, send_from_directory
from flask_smorest import Api

from verifier.serving.problems import CONTENT_TYPE

EXAMPLES: dict[str, Any] = json.loads(files("verifier").joinpath("examples.json").read_text())
"""One request and one answer an operation."""
_ADDRESS = f"checks/{EXAMPLES['report']['id']}"
_KEPT: dict[str, Any] = EXAMPLES["report"] | {
    "links": {"self": f"/api/v1/{_ADDRESS}", "html": f"/{_ADDRESS}"}
}
KEPT_EXAMPLE: dict[str, Any] = _KEPT | {"changed_since": None}
QUESTION_EXAMPLES: dict[str, Any] = {
    "a quote": {"value": EXAMPLES["question"]},
    "to be told when it turns up": {"value": EXAMPLES["missing_question"]},
}
KEPT_EXAMPLES: dict[str, Any] = {
    "kept": {"value": _KEPT},
    "to be told when it turns up": {"value": EXAMPLES["missing"]},
}
_TOKEN_ONLY = frozenset(
    {
        ("/api/v1/sources", "post"),
        ("/api/v1/sources/{source_id}", "patch"),
        ("/api/v1/sources/{source_id}", "delete"),
    }
)
_FAILURES = {
    400: "The body could not be read",
    401: "A token is needed",
    403: "The token has not the scope, or it is asked from where it may not be",
    409: "The first request with this Idempotency-Key is still at work",
    413: "The body, or a file in it, is larger than is taken",
    415: "The body is of a kind that is not taken",
    422: "Something in the request is not as it must be; see errors",
    429: "Too many requests; Retry-After says when to ask again",
    500: "Something went wrong here",
    503: "The service cannot answer now; Retry-After says when to ask again",
    507: "There is no space left; nothing was kept",
}
_ANYWHERE = frozenset({401, 403, 429, 500, 503})
_JSON = frozenset({400, 413, 415, 422})
_MORE: dict[tuple[str, str], frozenset[int]] = {
    ("post", "/api/v1/verify"): _JSON | {507},
    ("post", "/api/v1/verify/batch"): _JSON,  # what cannot be kept is the failure of its item
    ("post", "/api/v1/drafts"): _JSON,
    ("post", "/api/v1/jobs"): frozenset({409, 413, 415, 422, 507}),
    ("delete", "/api/v1/jobs/{job_id}"): frozenset({507}),
    ("get", "/api/v1/jobs/{job_id}/results"): frozenset({422}),
    ("get", "/api/v1/sources"): frozenset({422}),
    ("post", "/api/v1/sources"): _JSON | {409, 507},
    ("patch", "/api/v1/sources/{source_id}"): _JSON | {507},
    ("delete", "/api/v1/sources/{source_id}"): frozenset({507}),
}
"""Failures beside those that can be had anywhere, and a 404 that says of what."""
_TAGGED = frozenset(
    {
        "/api/v1/sources",
        "/api/v1/sources/{source_id}",
        "/api/v1/passages/{passage_id}",
        "/api/v1/corpus",
    }
)
"""What is read with a tag, and not sent again to who has it."""
_SCHEME = {
    "type": "http",
    "scheme": "bearer",
    "description": "A token made by the operator: verifier token create. Checking and reading work"
    " without one on the server's own machine, and where the operator opened them.",
}


def openapi(api: Api) -> dict[str, Any]:
    """The document of all JSON routes.

    Args:
        api: with its blueprints registered.
    """
    document: dict[str, Any] = api.spec.to_dict()
    document["components"]["schemas"].pop("PaginationMetadata", None)  # the framework's, not ours
    document["components"].pop("headers", None)
    document["components"]["securitySchemes"] = {"bearer": _SCHEME}
    answers = list(document["components"]["responses"].values())
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if not isinstance(operation, dict):
                continue
            only = (path, method) in _TOKEN_ONLY
            operation["security"] = [{"bearer": []}] if only else [{}, {"bearer": []}]
            _list_failures(operation["responses"], (method, path))
            answers += [
                answer
                for status, answer in operation["responses"].items()
                if not status.startswith("2")
            ]
    for answer in answers:
        if "application/json" in answer.get("content", {}):
            answer["content"] = {CONTENT_TYPE: answer["content"]["application/json"]}
    return document


def _list_failures(responses: dict[str, Any], operation: tuple[str, str]) -> None:
    """Name every status that an operation can be refused with."""
    method, path = operation
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    for status in sorted(_ANYWHERE | _MORE.get(operation, frozenset())):
        content = {CONTENT_TYPE: dict(schema)}
        responses[str(status)] = {"description": _FAILURES[status], "content": content}
    if method == "get" and path in _TAGGED:
        responses["304"] = {"description": "Not changed since the answer with that ETag"}


def docs() -> Blueprint:
    """``/api/docs``: Swagger UI from the installed wheel, on a page without inline script."""
    blueprint = Blueprint("docs", __name__, url_prefix="/api/docs")
    assets = Path(flask_swagger_ui.__file__).parent / "dist"

    @blueprint.get("")
    def page() -> str:
        return render_template("docs.html")

    @blueprint.get("/assets/<path:name>")
    def asset(name: str) -> Response:
        return send_from_directory(assets, name)

    return blueprint
