"""A request that a proxy on this machine handed on: `loopback-behind-proxy`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

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
    """Switched off: looking for forwarding headers in `verifier.serving.security.admit`."""
    answer = client.get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert b"river" not in answer.data


def test_a_trusted_proxy_opens_no_door(desk: Desk) -> None:
    """Switched off: refusing what was forwarded (let through where proxies are named)."""
    client = desk.client(trusted_proxies="127.0.0.1")
    assert client.get(PATHS[0], headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 401


def test_behind_a_proxy_a_token_is_served(desk: Desk) -> None:
    """Switched off: letting a token with the scope pass in `verifier.serving.security.admit`."""
    headers = desk.token("read") | {"X-Forwarded-For": "203.0.113.9", "Host": "desk.example"}
    assert desk.client().get(PATHS[0], headers=headers).status_code == 200
