"""Bodies that cost more than they are worth: `quote-1MB-form`, `nfkc-18x`, `json-depth`,
`wrong-media`.
"""

from __future__ import annotations

import tracemalloc
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
    """Switched off: `_limit_body` in `verifier.security`."""
    kind = "application/json" if path == VERIFY else "application/x-www-form-urlencoded"
    body = {"CONTENT_LENGTH": str(size), "wsgi.input": Unread()}
    answer = client.post(path, content_type=kind, environ_overrides=body)
    assert (answer.status_code, answer.get_json()["type"]) == (413, "payload-too-large")


def test_a_sign_that_unfolds_to_eighteen_is_counted_unfolded(client: FlaskClient) -> None:
    """Switched off: counting again after folding in `verifier.claims`."""
    tracemalloc.start()
    answer = client.post(VERIFY, json={"quote": "\ufdfa" * 5000})
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (answer.status_code, answer.get_json()["type"]) == (422, "quote-too-long")
    assert most < 50_000_000


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"[" * 100_000 + b"]" * 100_000, "a hundred thousand lists in each other"),
        (b'{"quote":' * 50_000 + b"1" + b"}" * 50_000, "objects in each other"),
        (b'{"quote": "a b c", "quote": "d e f"}', "a key twice"),
        (b'{"quote": NaN}', "no JSON, though Python's parser takes it"),
        (b'{"quote": Infinity}', "neither is this"),
        (b'{"max_matches": ' + b"9" * 10_000 + b"}", "a number of ten thousand digits"),
        (b"\xff\xfe", "no UTF-8"),
    ],
)
def test_json_that_is_none_is_refused_and_the_next_one_is_answered(
    client: FlaskClient, body: bytes, why: str
) -> None:
    """Switched off: `RecursionError` and the two hooks in `verifier.parsing.strict_json`."""
    answer = client.post(VERIFY, data=body, content_type="application/json")
    assert (answer.status_code, answer.get_json()["type"]) == (400, "invalid-request"), why
    assert client.post(VERIFY, json={"quote": "a b c"}).status_code == 200


@pytest.mark.parametrize("path", [VERIFY, f"{VERIFY}/batch"])
@pytest.mark.parametrize("media", ["application/xml", "text/plain", "text/html", ""])
def test_another_media_type_is_refused(client: FlaskClient, path: str, media: str) -> None:
    """Switched off: the check of `is_json` in `verifier.parsing.strict_json`."""
    answer = client.post(path, data=b'{"quote": "a b c"}', content_type=media)
    assert (answer.status_code, answer.get_json()["type"]) == (415, "unsupported-media-type")
    assert answer.content_type == "application/problem+json"
