"""A body that is larger than any quote: `quote-1MB-form`."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


class Unread(BytesIO):
    """A body that must not be read."""

    def read(self, *_: object) -> bytes:
        raise AssertionError("the body was read")

    readline = readinto = read  # type: ignore[assignment]


@pytest.mark.parametrize(("path", "size"), [("/check", 1_000_000), (VERIFY, 10_000_000)])
def test_a_large_body_is_refused_unread(client: FlaskClient, path: str, size: int) -> None:
    """Switched off: `_limit_body` in `verifier.serving.security`."""
    kind = "application/json" if path == VERIFY else "application/x-www-form-urlencoded"
    body = {"CONTENT_LENGTH": str(size), "wsgi.input": Unread()}
    answer = client.post(path, content_type=kind, environ_overrides=body)
    assert (answer.status_code, answer.get_json()["type"]) == (413, "payload-too-large")
