"""The OpenAPI document is valid, complete, and its examples are real."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from openapi_spec_validator import validate

from verifier import asking, schemas
from verifier.openapi import EXAMPLES

OPERATIONS = {
    ("post", "/api/v1/verify"),
    ("post", "/api/v1/verify/batch"),
    ("post", "/api/v1/drafts"),
    ("get", "/api/v1/checks/{check_id}"),
    ("post", "/api/v1/jobs"),
    ("get", "/api/v1/jobs/{job_id}"),
    ("delete", "/api/v1/jobs/{job_id}"),
    ("get", "/api/v1/jobs/{job_id}/results"),
    ("get", "/api/v1/sources"),
    ("post", "/api/v1/sources"),
    ("get", "/api/v1/sources/{source_id}"),
    ("patch", "/api/v1/sources/{source_id}"),
    ("delete", "/api/v1/sources/{source_id}"),
    ("get", "/api/v1/passages/{passage_id}"),
    ("get", "/api/v1/corpus"),
}


@pytest.fixture
def document(app: Flask) -> dict[str, Any]:
    answer = app.test_client().get("/api/v1/openapi.json")
    assert answer.mimetype == "application/json"
    found: dict[str, Any] = answer.get_json()
    return found


def operations(document: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    methods = {"get", "post", "put", "patch", "delete"}
    return {
        (method, path): operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in methods
    }


def test_the_document_is_a_valid_one(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    validate(document)


def test_every_route_of_the_api_is_in_it(app: Flask, document: dict[str, Any]) -> None:
    served = {
        str(rule).replace("<int:", "{").replace("<string:", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if str(rule).startswith("/api/v1/")
    }
    assert served - {"/api/v1/openapi.json"} == set(document["paths"])
    assert set(operations(document)) == OPERATIONS


def test_every_operation_has_a_summary_and_an_example(document: dict[str, Any]) -> None:
    for operation in operations(document).values():
        assert operation["summary"]
        bodies = [
            answer["content"]
            for status, answer in operation["responses"].items()
            if status.startswith("2") and "content" in answer
        ]
        assert bodies or "204" in operation["responses"]
        if "requestBody" in operation:
            bodies.append(operation["requestBody"]["content"])
        for kinds in bodies:
            assert any(kind.get("example") or kind.get("examples") for kind in kinds.values())


def test_failures_are_told_in_their_own_media_type(document: dict[str, Any]) -> None:
    kinds = {
        kind
        for answer in document["components"]["responses"].values()
        for kind in answer["content"]
    }
    assert kinds == {"application/problem+json"}


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("question", asking.QuestionSchema),
        ("new_source", asking.NewSourceSchema),
        ("change", asking.ChangeSchema),
        ("addition", schemas.AdditionSchema),
        ("changed", schemas.ChangedSchema),
        ("report", schemas.ReportSchema),
        ("missing_question", asking.QuestionSchema),
        ("missing", schemas.KeptAnswerSchema),
        ("sources", schemas.SourcePageSchema),
        ("source", schemas.WholeSourceSchema),
        ("passage", schemas.PassageSchema),
        ("corpus", schemas.CorpusSummarySchema),
        ("job", schemas.JobSchema),
    ],
)
def test_an_example_fits_its_schema(name: str, schema: Any) -> None:
    assert schema().validate(EXAMPLES[name]) == {}


def test_the_example_report_is_evidence() -> None:
    report, text = EXAMPLES["report"], EXAMPLES["source"]["text"]
    place = report["match"]["selectors"][1]
    assert text[place["start"] : place["end"]] == report["match"]["exact"]
    assert report["claim"]["text"] == EXAMPLES["question"]["quote"]


def test_the_question_of_the_example_can_be_asked(app: Flask) -> None:
    answer = app.test_client().post("/api/v1/verify", json=EXAMPLES["question"])
    assert answer.get_json()["verdict"]["code"] == EXAMPLES["report"]["verdict"]["code"]


def test_what_is_missing_in_the_example_is_missing(app: Flask) -> None:
    asked = {"quote": EXAMPLES["missing_question"]["quote"]}
    answer = app.test_client().post("/api/v1/verify", json=asked).get_json()
    assert answer["verdict"] == EXAMPLES["missing"]["verdict"]


def test_what_changes_the_corpus_needs_a_token_and_the_rest_may_do_without(
    document: dict[str, Any],
) -> None:
    bare = {key for key, each in operations(document).items() if {} in each["security"]}
    assert OPERATIONS - bare == {
        ("post", "/api/v1/sources"),
        ("patch", "/api/v1/sources/{source_id}"),
        ("delete", "/api/v1/sources/{source_id}"),
    }
    assert "bearer" in document["components"]["securitySchemes"]
