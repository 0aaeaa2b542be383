"""Nothing that somebody asked, and no secret, gets out by a side door: `secrets-grep`.

Canary words go through every route of the API and through the pages, in every place where a caller
can put words, with answers of every kind; then the log, the metrics, the headers, the addresses and
the bodies of all failures are searched for them.
"""

from __future__ import annotations

import io
import json
import logging
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.desks import Desk
from verifier.remembering.audit import events
from verifier.service import Service
from verifier.serving.logs import JsonFormatter, PatientHandler

CANARY = "zanzigar plumbleworth"
WORDS = tuple(CANARY.split())
QUOTE = f"They said that {CANARY} would never cross the river again in the spring."
SECRET = "qv_canarysecretcanarysecret"


def requests_with_canaries(client: FlaskClient, token: dict[str, str]) -> list[Any]:
    """Every route, with the canary wherever there is a place for words."""
    verify, sources = "/api/v1/verify", "/api/v1/sources"
    long = f"{CANARY} " * 400
    bodies: list[dict[str, Any]] = [
        {"quote": QUOTE},
        {"quote": QUOTE, "speaker": CANARY, "keep": True},
        {"quote": QUOTE, "date": CANARY},
        {"quote": QUOTE, "source_id": CANARY},
        {"quote": long},
        {"quote": "a b c", CANARY: CANARY},
        {"quote": [CANARY]},
        {"quote": "a b c", "keep": CANARY},
        {"quote": "a b c", "max_matches": CANARY},
    ]
    answers = [client.post(verify, json=body, headers=token) for body in bodies]
    answers += [client.post(f"{verify}/batch", json={"items": bodies}, headers=token)]
    answers += [client.post(f"{verify}/batch", json={CANARY: CANARY}, headers=token)]
    searches: list[dict[str, Any]] = [
        {"quote": QUOTE},
        {"claim": QUOTE},
        {"claim": long},
        {"quote": QUOTE, "cursor": CANARY},
        {"quote": QUOTE, CANARY: CANARY},
    ]
    search = "/api/v1/fact-checks/search"
    answers += [client.post(search, json=body, headers=token) for body in searches]
    answers += [
        client.post(verify, data=QUOTE, content_type=kind)
        for kind in ("application/json", "text/plain", "application/xml")
    ]
    for told in (
        {"url": CANARY},
        {"url": f"https://127.0.0.1/{SECRET}"},
        {"url": "https://127.0.0.1/", CANARY: CANARY},
    ):
        body = {"quote": QUOTE, "keep": True, "notify": told}
        answers.append(client.post(verify, json=body, headers=token))
    forged = {"Authorization": f"Bearer {SECRET}", "X-Request-ID": QUOTE}
    answers += [client.post(verify, json={"quote": QUOTE}, headers=forged)]
    answers += [client.post(verify, json={"quote": QUOTE}, headers={"Host": "evil.example"})]
    for body in ({"text": 5, "title": CANARY}, {"rows": [{"text": 1, CANARY: 1}]}, {CANARY: 1}):
        answers.append(client.post(sources, json=body, headers=token))
    keyed = token | {"Idempotency-Key": f"{CANARY} ü"}
    answers.append(client.post(sources, json={"text": QUOTE}, headers=keyed))
    upload = {"file": (io.BytesIO(b"\x00\x01" * 400), f"{CANARY}.pdf")}
    answers.append(client.post(sources, data=upload, headers=token))
    answers.append(client.patch(f"{sources}/x", json={"note": CANARY}, headers=token))
    answers.append(client.put(verify, json={"quote": QUOTE}))
    jobs, table = "/api/v1/jobs", f"quote,{CANARY}\n{QUOTE},{CANARY}\n"
    answers += [
        client.post(jobs, data=table, content_type="text/csv", headers=token),
        client.post(jobs, data=f"{CANARY},x\n1,2\n", content_type="application/xml"),
        client.post(jobs, data=table, content_type="text/csv", query_string={CANARY: CANARY}),
        client.post(jobs, data=b"PK\x03\x04" + table.encode(), content_type="text/csv"),
        client.post(jobs, data={"file": (io.BytesIO(table.encode()), f"{CANARY}.doc")}),
        client.get(f"{jobs}/x/results", query_string={"format": CANARY}),
    ]
    answers += [client.post("/check", data={"quote": QUOTE, "date": "2024"})]
    answers += [client.post("/check", data={"quote": QUOTE, "keep": "1"})]
    answers += [client.post("/nowhere", data={"quote": QUOTE})]
    return answers


def holds(text: str) -> bool:
    return any(word in text.lower() for word in WORDS) or SECRET in text


def test_no_canary_is_in_the_log_the_metrics_the_headers_or_a_failure(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Switched off: `fields` in `verifier.serving.observing` (the path and the body in their
    place).
    """
    written = io.StringIO()
    handler = PatientHandler(written)
    handler.setFormatter(JsonFormatter())
    logging.getLogger().addHandler(handler)
    client = desk.client(notify=True)
    with caplog.at_level(logging.DEBUG):
        answers = requests_with_canaries(client, desk.token("check", "ingest"))
    logging.getLogger().removeHandler(handler)
    handler.close()
    seen = {answer.status_code for answer in answers}
    assert {200, 201, 303, 400, 401, 403, 404, 405, 415, 422} <= seen
    assert not holds(caplog.text)
    assert not [record for record in caplog.records if holds(repr(record.__dict__))]
    assert not holds(written.getvalue())
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    assert len([line for line in lines if line.get("event") == "request"]) == len(answers)
    assert not holds(client.get("/metrics").get_data(as_text=True))
    for answer in answers:
        assert not holds(str(answer.headers))
        if answer.status_code >= 400 and answer.mimetype != "text/html":
            assert not holds(answer.get_data(as_text=True)), answer.status_code
    assert not [line for line in events(desk.ledger) if holds(line.subject)]
    batch = answers[9].get_json()["items"]
    assert not [each for each in batch if "problem" in each and holds(json.dumps(each["problem"]))]


class Failing:
    """A service that fails with everything it knows in its message."""

    def __init__(self, service: Service) -> None:
        self.home = service.home

    def verify(self, question: Any) -> Any:
        secret = question.quote
        raise RuntimeError(f"{secret} {SECRET}")


def test_no_canary_is_in_what_is_told_of_a_failure(
    desk: Desk, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """Switched off: `described` in `verifier.app` (the exception itself in its place)."""
    from verifier.app import create_app
    from verifier.config import Settings

    service = Failing(Service.open(desk.home))
    client = create_app(Settings(home=desk.folder), service, desk.ledger).test_client()  # type: ignore[arg-type]
    with caplog.at_level(logging.DEBUG):
        for path, kind in (("/api/v1/verify", "json"), ("/check", "data")):
            answer = client.post(path, **{kind: {"quote": QUOTE}})  # type: ignore[arg-type]
            assert answer.status_code == 500
            assert not holds(answer.get_data(as_text=True))
    out = capsys.readouterr()
    assert not holds(caplog.text + out.out + out.err)
    assert "RuntimeError" in caplog.text


def test_a_token_is_nowhere_on_disk(desk: Desk) -> None:
    """Switched off: the hash in `verifier.remembering.tokens` (the secret in its place)."""
    secret = desk.token("check")["Authorization"].removeprefix("Bearer ")
    assert desk.client().get("/api/v1/corpus").status_code == 200
    assert secret.encode() not in desk.files()
    assert b"a test" in desk.files(), "its name is there to be looked for"


def test_what_is_not_to_be_kept_is_nowhere_on_disk(desk: Desk) -> None:
    """Switched off: `keep` in `verifier.api.routes` (everything is kept)."""
    client = desk.client()
    assert client.post("/api/v1/verify", json={"quote": QUOTE}).status_code == 200
    assert client.post("/check", data={"quote": QUOTE}).status_code == 200
    assert WORDS[0].encode() not in desk.files()
    assert client.post("/api/v1/verify", json={"quote": QUOTE, "keep": True}).status_code == 201
    assert WORDS[0].encode() in desk.files()
