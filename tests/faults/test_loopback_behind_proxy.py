"""Callers that look like this machine: `loopback-behind-proxy`, `dns-rebinding-host`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from tests.desks import Desk

PATHS = ["/api/v1/corpus", "/api/v1/sources", "/", "/sources", "/metrics", "/api/v1/checks/x"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-For": "203.0.113.9"},
        {"x-forwarded-host": "localhost"},
        {"X-Forwarded-Proto": "http"},
        {"Forwarded": "for=127.0.0.1;host=localhost"},
    ],
)
def test_a_request_that_came_through_a_proxy_is_not_from_here(
    client: FlaskClient, path: str, headers: dict[str, str]
) -> None:
    """Switched off: looking for forwarding headers in `verifier.security.admit`."""
    answer = client.get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert b"river" not in answer.data


def test_a_trusted_proxy_opens_no_door(desk: Desk) -> None:
    """Switched off: `client_address` kept to counting (the rule of `admit` asks it as well)."""
    client = desk.client(trusted_proxies="127.0.0.1")
    assert client.get(PATHS[0], headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 401


def test_behind_a_proxy_a_token_is_served(desk: Desk) -> None:
    headers = desk.token("read") | {"X-Forwarded-For": "203.0.113.9", "Host": "desk.example"}
    assert desk.client().get(PATHS[0], headers=headers).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", ""])
@pytest.mark.parametrize("path", PATHS[:5])
def test_a_foreign_name_for_this_machine_reads_nothing(
    client: FlaskClient, path: str, host: str
) -> None:
    """Switched off: `names_this_machine` in `verifier.security.admit`."""
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code in (400, 403)
    assert b"river" not in answer.data


def test_a_foreign_name_checks_nothing(client: FlaskClient) -> None:
    """Switched off: the same."""
    body, host = {"quote": VERBATIM}, {"Host": "evil.example"}
    assert client.post("/api/v1/verify", json=body, headers=host).status_code == 403
