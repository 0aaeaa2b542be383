"""The JSON door."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.conftest import ABSENT, ALTERED, TEXTS, VERBATIM
from verifier.api.routes import cursor, read_cursor
from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize(
    ("quote", "code"),
    [(VERBATIM, "verbatim"), (ALTERED, "altered_wording"), (ABSENT, "not_found")],
)
def test_a_quote_is_answered_with_a_report(client: FlaskClient, quote: str, code: str) -> None:
    answer = client.post(VERIFY, json={"quote": quote})
    assert (answer.status_code, answer.get_json()["verdict"]["code"]) == (200, code)


def test_offsets_of_a_report_lie_in_the_text_of_its_source(client: FlaskClient) -> None:
    found = client.post(VERIFY, json={"quote": ALTERED}).get_json()["match"]
    whole = client.get(f"/api/v1/sources/{found['source_id']}").get_json()
    place = next(s for s in found["selectors"] if s["type"] == "TextPositionSelector")
    assert whole["text"][place["start"] : place["end"]] == found["exact"]


def test_a_passage_is_a_slice_of_its_source(client: FlaskClient) -> None:
    found = client.post(VERIFY, json={"quote": VERBATIM}).get_json()["match"]
    passage = client.get(f"/api/v1/passages/{found['passage_id']}").get_json()
    whole = client.get(f"/api/v1/sources/{found['source_id']}").get_json()
    assert whole["text"][passage["start"] : passage["end"]] == passage["text"]
    assert passage["id"] in [each["id"] for each in whole["passages"]]
    assert "text" not in whole["passages"][0]


@pytest.mark.parametrize(
    ("body", "media", "status", "kind", "why"),
    [
        (b'{"quote": ""}', "application/json", 422, "quote-empty", "empty"),
        ('{"quote": "“”"}'.encode(), "application/json", 422, "quote-empty", "marks only"),
        ('{"quote": " … "}'.encode(), "application/json", 422, "quote-empty", "dots only"),
        (b'{"quote": "a\\ud800 b c d"}', "application/json", 422, "quote-unreadable", "no text"),
        (b"[" * 100_000, "application/json", 400, "invalid-request", "nested too deep"),
        (b'{"quote": "a", "quote": "b"}', "application/json", 400, "invalid-request", "twice"),
        (b'{"quote": NaN}', "application/json", 400, "invalid-request", "not JSON"),
        (b"", "application/json", 400, "invalid-request", "nothing"),
        (b'{"quote": "\xff"}', "application/json", 400, "invalid-request", "not UTF-8"),
        (b'{"quote": "a"}', "text/plain", 415, "unsupported-media-type", "said to be text"),
        (b"<quote/>", "application/xml", 415, "unsupported-media-type", "said to be XML"),
        (b'{"quote": "a", "owner": 1}', "application/json", 422, "invalid-request", "unknown"),
        (b'{"quote": "a b c", "date": "someday"}', "application/json", 422, "invalid-request", "d"),
    ],
)
def test_a_body_that_cannot_be_answered_is_a_problem(
    client: FlaskClient, body: bytes, media: str, status: int, kind: str, why: str
) -> None:
    answer = client.post(VERIFY, data=body, content_type=media)
    assert (answer.status_code, answer.get_json()["type"]) == (status, kind), why
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["instance"] == VERIFY


def test_a_quote_one_character_too_long_is_refused_and_told_where_to_go(
    client: FlaskClient,
) -> None:
    fits = client.post(VERIFY, json={"quote": ("word " * 1000)[:5000]})
    long = client.post(VERIFY, json={"quote": ("word " * 1001)[:5001].replace(" ", "x")})
    assert fits.status_code == 200
    assert long.get_json()["type"] == "quote-too-long"
    assert "20,000" in long.get_json()["detail"]


@pytest.mark.parametrize(
    "quote",
    [
        "'); DROP TABLE sources;--",
        "fight NOT beaches",
        "t:x NEAR( \" * a - b don't",
        "we\u0000fight on the beaches",
        "a" + "\u0301" * 4000 + " b c",
    ],
)
def test_no_sign_in_a_quote_has_a_meaning_for_the_machinery(
    client: FlaskClient, quote: str
) -> None:
    body = {"quote": quote, "speaker": quote[:100], "language": "en"}
    assert client.post(VERIFY, json=body).status_code == 200
    assert client.get("/api/v1/corpus").get_json()["sources"] == len(TEXTS)


def test_a_batch_answers_each_item_on_its_own_and_in_order(client: FlaskClient) -> None:
    items: list[Any] = [{"quote": VERBATIM}, {"quote": ""}, None, {"quote": ABSENT}]
    answers = client.post(f"{VERIFY}/batch", json={"items": items}).get_json()["items"]
    assert [each["status"] for each in answers] == [200, 422, 422, 200]
    assert [each["problem"]["type"] for each in answers[1:3]] == ["quote-empty", "invalid-request"]
    single = client.post(VERIFY, json=items[0]).get_json()
    assert answers[0]["report"]["match"] == single["match"]


@pytest.mark.parametrize("items", [[], [{"quote": "a b c"}] * 101])
def test_a_batch_has_a_size(client: FlaskClient, items: list[object]) -> None:
    answer = client.post(f"{VERIFY}/batch", json={"items": items})
    assert (answer.status_code, answer.get_json()["errors"][0]["pointer"]) == (422, "/items")


def test_pages_of_sources_follow_each_other_by_cursor(client: FlaskClient) -> None:
    seen: list[str] = []
    following: str | None = ""
    while following is not None:
        query = {"limit": "3", "cursor": following}
        page = client.get("/api/v1/sources", query_string=query).get_json()
        seen += [each["origin"] for each in page["items"]]
        following = page["next"]
    assert seen == list(TEXTS)


@pytest.mark.parametrize("text", ["", "s_12ab", "a", "ab", "abc", "ü"])
def test_a_cursor_is_read_back(text: str) -> None:
    assert (read_cursor(cursor(text)) or "") == text


@pytest.mark.parametrize(
    ("query", "status", "why"),
    [
        ("cursor=%%%", 422, "not a cursor"),
        ("cursor=/w==", 422, "not one of text"),
        ("cursor=czBub25l", 404, "a cursor of a source that is not here"),
        ("limit=0", 422, "a page of nothing"),
        ("limit=x", 422, "not a number"),
        ("page=2", 422, "an unknown parameter is refused, not ignored"),
        ("limit=1000000", 200, "more than a page holds gives a full page"),
    ],
)
def test_a_wrong_query_is_a_problem(client: FlaskClient, query: str, status: int, why: str) -> None:
    assert client.get(f"/api/v1/sources?{query}").status_code == status, why


@pytest.mark.parametrize("path", ["sources/nobody", "passages/0", "passages/99999999999999999999"])
def test_what_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.get_json()["type"]) == (404, "not-found")


class BrokenService:
    """Fails as no service should: with the quote in its message."""

    def __init__(self, service: Service) -> None:
        self.home = service.home

    def verify(self, question: Any) -> Any:
        raise RuntimeError(question.quote)


@pytest.mark.parametrize(("path", "kind"), [(VERIFY, "json"), ("/check", "data")])
def test_an_unforeseen_failure_tells_nobody_the_quote(
    service: Service, tmp_path: Path, caplog: pytest.LogCaptureFixture, path: str, kind: str
) -> None:
    client = create_app(Settings(home=tmp_path), BrokenService(service)).test_client()  # type: ignore[arg-type]
    with caplog.at_level(logging.DEBUG):
        answer = client.post(path, **{kind: {"quote": "canary words here"}})
    assert (answer.status_code, answer.get_json()["type"]) == (500, "internal")
    assert "RuntimeError" in caplog.text
    assert "canary" not in caplog.text + answer.get_data(as_text=True)


def test_the_same_question_gets_the_same_answer(client: FlaskClient) -> None:
    def answer() -> dict[str, Any]:
        body: dict[str, Any] = client.post(VERIFY, json={"quote": ALTERED}).get_json()
        del body["id"], body["engine"]["took_ms"]
        return body

    assert json.dumps(answer()) == json.dumps(answer())


def test_ready_says_so_only_when_everything_can_be_searched(
    service: Service, tmp_path: Path, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").status_code == 200
    monkeypatch.setattr(service.home, "in_step", lambda: False)
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200
