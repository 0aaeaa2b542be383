"""The OpenAPI document is valid, complete, and its examples are real."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from openapi_spec_validator import validate

from corpus.errors import StorageFull, StoreBusy
from tests.conftest import VERBATIM
from tests.desks import Desk
from verifier.api import job_routes, keeping, sources_writing
from verifier.api.openapi import EXAMPLES
from verifier.exchange import asking, schemas
from verifier.exchange.fact_check_asking import FactCheckQuerySchema
from verifier.jobs import intake
from verifier.remembering.refusals import KeyInProgress

OPERATIONS = {
    ("post", "/api/v1/verify"),
    ("post", "/api/v1/verify/batch"),
    ("post", "/api/v1/drafts"),
    ("post", "/api/v1/fact-checks/search"),
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


EMPTY: dict[str, Any] = {"responses": {}}
SOURCE, JOB = "/api/v1/sources/{source_id}", "/api/v1/jobs/{job_id}"
WRITING, CSV = ("check", "read", "ingest", "admin"), {"Content-Type": "text/csv"}
KEYED = {"Idempotency-Key": "at-work"}
TEXT = {"text": "We carried the books.", "title": "Books"}
REFUSALS: list[tuple[int, str, str, dict[str, Any], str]] = [
    (400, "post", "/api/v1/verify", {"data": "{", "content_type": "application/json"}, "no JSON"),
    (400, "patch", SOURCE, {"data": "{", "content_type": "application/json"}, "no JSON"),
    (401, "get", "/api/v1/corpus", {"headers": {"Authorization": "Bearer qv_x"}}, "a wrong token"),
    (403, "post", "/api/v1/jobs", {"headers": {"Sec-Fetch-Site": "cross-site"}}, "another page"),
    (404, "get", JOB, {}, "none"),
    (404, "delete", SOURCE, {}, "none"),
    (409, "post", "/api/v1/jobs", {"data": "quote\na\n", "headers": CSV | KEYED}, "at work"),
    (409, "post", "/api/v1/sources", {"json": TEXT, "headers": KEYED}, "at work"),
    (413, "post", "/api/v1/verify", {"json": {"quote": "x" * 5_000}}, "a long body"),
    (413, "post", "/api/v1/jobs", {"data": "x" * 200_000, "headers": CSV}, "a large file"),
    (413, "post", "/api/v1/sources", {"json": {"text": "x" * 5_000}}, "a long body"),
    (415, "post", "/api/v1/drafts", {"data": "<a/>", "content_type": "text/xml"}, "no JSON"),
    (415, "post", "/api/v1/jobs", {"data": "<a/>", "content_type": "text/xml"}, "no table"),
    (422, "get", "/api/v1/sources", {"query_string": {"cursor": "?"}}, "no cursor"),
    (422, "get", JOB + "/results", {"query_string": {"format": "odt"}}, "no such form"),
    (422, "post", "/api/v1/sources", {"json": {"no": 1}}, "an unknown field"),
    (422, "post", "/api/v1/jobs", {"data": "a,b\n1,2\n", "headers": CSV}, "no quotes"),
]


@pytest.mark.parametrize(("status", "method", "path", "request_of", "why"), REFUSALS)
def test_a_refusal_is_listed_with_its_operation(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    method: str,
    path: str,
    request_of: dict[str, Any],
    why: str,
) -> None:
    """A request that is refused so, and the document says that it may be."""

    def at_work(*given: Any, **named: Any) -> Any:
        raise KeyInProgress

    monkeypatch.setattr(job_routes, "claim", at_work)
    monkeypatch.setattr(sources_writing, "claim", at_work)
    desk = Desk.open(tmp_path)
    client = desk.client(max_body=4_000, max_upload=50_000)
    request_of = {"headers": {}} | request_of
    if "/sources" in path and method != "get":
        request_of["headers"] = request_of["headers"] | desk.token(*WRITING)
    answer = getattr(client, method)(path.replace("{source_id}", "x"), **request_of)
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    desk.close()
    assert answer.status_code == status, why
    assert str(status) in paths[path][method]["responses"]


FULL = [
    ("post", "/api/v1/verify", {"json": {"quote": VERBATIM, "keep": True}}),
    ("post", "/api/v1/jobs", {"data": "quote\na\n", "headers": CSV}),
    ("post", "/api/v1/sources", {"json": TEXT}),
]


@pytest.mark.parametrize(("error", "status"), [(StorageFull("x"), 507), (StoreBusy("x"), 503)])
@pytest.mark.parametrize(("method", "path", "request_of"), FULL)
def test_a_store_that_cannot_be_written_is_listed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
    method: str,
    path: str,
    request_of: dict[str, Any],
) -> None:
    desk = Desk.open(tmp_path)
    client, headers = desk.client(), desk.token(*WRITING) | request_of.get("headers", {})

    def fails(*given: Any, **named: Any) -> Any:
        raise error

    monkeypatch.setattr(keeping, "keep", fails)
    monkeypatch.setattr(intake, "take_in", fails)
    monkeypatch.setattr(type(desk.home), "add", fails)
    answer = getattr(client, method)(path, **request_of | {"headers": headers})
    responses = client.get("/api/v1/openapi.json").get_json()["paths"][path][method]["responses"]
    desk.close()
    assert (answer.status_code, str(status) in responses) == (status, True)


def test_what_has_a_tag_is_not_sent_again_and_the_document_says_so(app: Flask) -> None:
    client = app.test_client()
    paths = client.get("/api/v1/openapi.json").get_json()["paths"]
    tagged = [path for path, each in paths.items() if "304" in each.get("get", EMPTY)["responses"]]
    for path in tagged:
        address = path.replace("{source_id}", "none").replace("{passage_id}", "1")
        tag = client.get(address).headers.get("ETag")
        if tag is not None:
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert len(tagged) == 4


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
        ("fact_check_query", FactCheckQuerySchema),
        ("fact_checks", schemas.FactCheckPageSchema),
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
