"""Who may ask, and what goes with every answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service
from verifier.serving.security import HEADERS, names_this_machine

HERE = "127.0.0.1"


@pytest.mark.parametrize(
    ("settings", "peer", "headers", "status", "why"),
    [
        ({}, HERE, {}, 200, "this machine, by its own name"),
        ({}, "::1", {"Host": "[::1]:8000"}, 200, "the same in version 6"),
        ({}, HERE, {"Host": "LOCALHOST:8000"}, 200, "names have no case"),
        ({}, "10.0.0.7", {}, 401, "another machine"),
        ({}, "", {}, 401, "a peer without an address"),
        ({"host": "0.0.0.0"}, HERE, {}, 401, "others can reach this server, so it is closed"),
        ({}, HERE, {"X-Forwarded-For": "10.0.0.7"}, 401, "a proxy hides who asks"),
        ({}, HERE, {"X-Forwarded-For": "127.0.0.1"}, 401, "what it says does not matter"),
        ({}, HERE, {"X-Forwarded-Proto": "https"}, 401, "any such header is a proxy's"),
        ({}, HERE, {"Forwarded": "for=127.0.0.1"}, 401, "the standard one too"),
        ({}, HERE, {"Host": "evil.example"}, 403, "a foreign name bound to this address"),
        ({}, HERE, {"Host": "localhost.evil.example"}, 403, "a name that begins like ours"),
        ({"open": True}, "10.0.0.7", {"Host": "desk.example"}, 200, "opened by the operator"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/sources", "/api/v1/corpus", "/api/v1/openapi.json"])
def test_reading_is_open_to_this_machine_only(
    service: Service,
    tmp_path: Path,
    path: str,
    settings: dict[str, object],
    peer: str,
    headers: dict[str, str],
    status: int,
    why: str,
) -> None:
    app = create_app(Settings(home=tmp_path, **settings), service)  # type: ignore[arg-type]
    answer = app.test_client().get(path, headers=headers, environ_base={"REMOTE_ADDR": peer})
    assert answer.status_code == status, why
    if status != 200:
        assert answer.content_type == "application/problem+json"
        assert b"river" not in answer.data


def test_a_form_of_another_site_is_refused_even_on_an_open_server(
    service: Service, tmp_path: Path
) -> None:
    client = create_app(Settings(home=tmp_path, open=True), service).test_client()
    sent = {"quote": "We built it for everyone"}
    elsewhere = client.post("/check", data=sent, headers={"Sec-Fetch-Site": "cross-site"})
    own = client.post("/check", data=sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert (elsewhere.status_code, own.status_code) == (403, 200)


def test_health_tells_everybody_and_tells_nothing_else(client: FlaskClient) -> None:
    parts = {"store": "ok", "index": "ok", "ledger": "ok"}
    for path, told in (("/healthz", {}), ("/readyz", parts)):
        answer = client.get(path, environ_base={"REMOTE_ADDR": "10.0.0.7"})
        assert (answer.status_code, answer.get_json()) == (200, {"status": "ok"} | told)


@pytest.mark.parametrize(
    "path", ["/", "/sources", "/nothing", "/api/v1/corpus", "/api/v1/x", "/api/docs", "/healthz"]
)
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_nothing_inline_and_nothing_from_outside_may_run(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("host", "expected"),
    [("localhost", True), ("127.0.0.1:80", True), ("[::1]", True), ("", False), ("[::1", False)],
)
def test_names_of_this_machine(host: str, expected: bool) -> None:
    assert names_this_machine(host) is expected


@pytest.mark.parametrize(
    ("path", "size", "status", "why"),
    [
        ("/check", 1_000_000, 413, "a form of a megabyte is refused before it is parsed"),
        ("/api/v1/verify", 3_000_000, 413, "so is a body beyond the limit"),
    ],
)
def test_large_bodies_are_refused(
    client: FlaskClient, path: str, size: int, status: int, why: str
) -> None:
    kind = "application/json" if "api" in path else "application/x-www-form-urlencoded"
    answer = client.post(path, data=b"quote=" + b"x" * size, content_type=kind)
    assert answer.status_code == status, why
    assert answer.get_json()["type"] == "payload-too-large"
