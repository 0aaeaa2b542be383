"""JSON that no parser should follow: `json-depth`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


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
    """Switched off: `RecursionError` and the two hooks in `verifier.api.parsing.strict_json`."""
    answer = client.post(VERIFY, data=body, content_type="application/json")
    assert (answer.status_code, answer.get_json()["type"]) == (400, "invalid-request"), why
    assert client.post(VERIFY, json={"quote": "a b c"}).status_code == 200
