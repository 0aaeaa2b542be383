"""One character more than allowed: `quote-5001`."""

from __future__ import annotations

from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


def test_one_character_too_many_names_the_limit_and_the_way_out(client: FlaskClient) -> None:
    """Switched off: the limit that `verifier.api.routes` hands to the service."""
    answer = client.post(VERIFY, json={"quote": "x" * 5001})
    assert (answer.status_code, answer.get_json()["type"]) == (422, "quote-too-long")
    assert "5,000" in answer.get_json()["detail"]
    assert "20,000" in answer.get_json()["detail"]
