"""The JSON door for drafts."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from corpus.errors import IndexUnavailable
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from tests.desks import Desk
from verifier.api.draft_routes import ANSWER_EXAMPLE, DRAFT_EXAMPLE
from verifier.app import create_app
from verifier.config import Settings
from verifier.exchange.draft_answer import DraftAnswerSchema
from verifier.service import Question, Service

DRAFTS = "/api/v1/drafts"
DRAFT = (
    f"Ada Lindqvist said: “{VERBATIM}” Tomas Reiter told us: “{RENDERED}”\n\n"
    f"Oscar Bell wrote:\n\n> {ABSENT}\n\n"
    f"The “quiet” library. “{ALTERED[:-1]},” said Ada Lindqvist. “…” said Oscar Bell."
)


def test_every_quotation_has_its_words_its_speaker_and_its_report(client: FlaskClient) -> None:
    answer = client.post(DRAFTS, json={"text": DRAFT})
    body = answer.get_json()
    assert answer.status_code == 200
    told = [
        (
            DRAFT[each["start"] : each["end"]].rstrip(",."),
            each["kind"],
            each["speaker"],
            each["report"] and each["report"]["verdict"]["code"],
        )
        for each in body["quotations"]
    ]
    assert told[:4] == [
        (VERBATIM[:-1], "quotation", "Ada Lindqvist", "verbatim"),
        (RENDERED[:-1], "quotation", "Tomas Reiter", "verbatim"),
        (ABSENT[:-1], "block_quote", "Oscar Bell", "not_found"),
        ("quiet", "scare_quote", None, None),
    ]
    assert told[4] == (ALTERED[:-1], "quotation", "Ada Lindqvist", "altered_wording")


def test_what_needs_a_look_is_named_first_and_counted(client: FlaskClient) -> None:
    body = client.post(DRAFTS, json={"text": DRAFT}).get_json()
    quotations, order = body["quotations"], body["sorted_by_need"]
    assert sorted(order) == [i for i, q in enumerate(quotations) if q["report"] or q["problem"]]
    assert quotations[order[0]]["report"]["verdict"]["action"] == "stop"
    assert quotations[order[-1]]["report"]["verdict"]["action"] == "ok"
    failed = [q for q in quotations if q["problem"]]
    assert all(q["report"] is None for q in failed)
    assert body["counts"] == {
        "found": len(quotations),
        "checked": len(order),
        "to_look_at": len(order) - 1,
        "without_answer": len(failed),
    }
    assert (body["scope"]["sources"], "4 sources" in body["scope"]["statement"]) == (4, True)


def test_a_report_is_that_of_the_quote_on_its_own(client: FlaskClient) -> None:
    body = client.post(DRAFTS, json={"text": DRAFT}).get_json()
    alone = client.post("/api/v1/verify", json={"quote": VERBATIM, "speaker": "Ada Lindqvist"})
    differing = {"id", "created_at", "engine"}
    one, two = body["quotations"][0]["report"], alone.get_json()
    assert {k: v for k, v in one.items() if k not in differing} == {
        k: v for k, v in two.items() if k not in differing
    }


def test_a_draft_without_quotations_is_an_answer(client: FlaskClient) -> None:
    body = client.post(DRAFTS, json={"text": "Nobody spoke."}).get_json()
    assert (body["quotations"], body["sorted_by_need"], body["scope"]["sources"]) == ([], [], 4)


@pytest.mark.parametrize(
    ("body", "pointer", "why"),
    [
        ({}, "/text", "no text"),
        ({"text": ""}, "/text", "nothing in it"),
        ({"text": " \n "}, "/text", "white space"),
        ({"text": 1}, "/text", "no text"),
        ({"text": "\ud800"}, "/text", "no characters"),
        ({"text": "x" * 41}, "/text", "one too long"),
        ({"text": "x", "language": "x" * 41}, "/language", "no tag"),
        ({"text": "x", "keep": True}, "/keep", "drafts are not kept"),
    ],
)
def test_a_draft_that_cannot_be_checked_names_the_field(
    service: Service, tmp_path: Path, body: dict[str, Any], pointer: str, why: str
) -> None:
    app = create_app(Settings(home=tmp_path, max_draft=40), service)
    answer = app.test_client().post(DRAFTS, json=body)
    problem = answer.get_json()
    assert (answer.status_code, problem["type"]) == (422, "invalid-request"), why
    assert [each["pointer"] for each in problem["errors"]] == [pointer], why


def test_a_draft_of_the_limit_in_the_longest_encoding_is_taken(
    service: Service, tmp_path: Path
) -> None:
    app = create_app(Settings(home=tmp_path, max_draft=20_000, max_body=1_000), service)
    text = "\U0001f600" * 20_000  # twelve bytes each when escaped
    assert app.test_client().post(DRAFTS, json={"text": text}).status_code == 200
    much = app.test_client().post(DRAFTS, json={"text": text * 2})
    assert (much.status_code, much.get_json()["type"]) == (413, "payload-too-large")


def test_nothing_of_a_draft_is_kept_or_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk.open(tmp_path / "desk")
    text = "Canary Quillfeather said: “Zanzibar marmalade outshines every windmill in the fog.”"
    with caplog.at_level(logging.DEBUG):
        answer = desk.client().post(DRAFTS, json={"text": text})
        desk.client().post("/draft", data={"text": text})
    assert answer.get_json()["counts"]["checked"] == 1
    kept = desk.files()
    desk.close()
    for word in ("Quillfeather", "marmalade"):
        assert word.encode() not in kept
        assert word not in caplog.text
        assert not [r for r in caplog.records if word in str(vars(r))]


def test_a_store_that_fails_is_no_answer(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(question: Question) -> None:
        raise IndexUnavailable

    monkeypatch.setattr(service, "verify", broken)
    app = create_app(Settings(home=tmp_path), service)
    assert app.test_client().post(DRAFTS, json={"text": DRAFT}).status_code == 503


def test_a_token_needs_the_scope_for_checking(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path / "desk")
    client = desk.client(host="0.0.0.0")
    body = {"text": DRAFT}
    statuses = [
        client.post(DRAFTS, json=body, headers=headers).status_code
        for headers in ({}, desk.token("read"), desk.token("check"))
    ]
    page = client.post("/draft", data=body).status_code
    desk.close()
    assert (statuses, page) == ([401, 403, 200], 401)


def test_the_example_is_what_the_route_answers(client: FlaskClient) -> None:
    body = client.post(DRAFTS, json=DRAFT_EXAMPLE).get_json()
    assert DraftAnswerSchema().validate(ANSWER_EXAMPLE) == {}
    assert list(body) == list(ANSWER_EXAMPLE)
    told, example = body["quotations"][0], ANSWER_EXAMPLE["quotations"][0]
    assert {k: v for k, v in told.items() if k != "report"} == {
        k: v for k, v in example.items() if k != "report"
    }
    assert told["report"]["verdict"]["code"] == example["report"]["verdict"]["code"]
    assert (body["counts"], body["sorted_by_need"]) == (
        ANSWER_EXAMPLE["counts"],
        ANSWER_EXAMPLE["sorted_by_need"],
    )
