"""Half of a character: `lone-surrogate`."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize("field", ["quote", "speaker", "date", "language", "source_id"])
def test_half_of_a_character_is_no_text(client: FlaskClient, field: str) -> None:
    """Switched off: the check for surrogates in `verifier.reading.claims` and
    `verifier.exchange.asking`.
    """
    broken = {"quote": "a b c d", field: "x\ud800y"}
    body = json.dumps(broken).encode()
    answer = client.post(VERIFY, data=body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.get_json()["type"] == (
        "quote-unreadable" if field == "quote" else "invalid-request"
    )
