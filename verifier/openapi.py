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

from verifier.problems import CONTENT_TYPE

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
            answers += [
                answer
                for status, answer in operation["responses"].items()
                if not status.startswith("2")
            ]
    for answer in answers:
        if "application/json" in answer.get("content", {}):
            answer["content"] = {CONTENT_TYPE: answer["content"]["application/json"]}
    return document


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
