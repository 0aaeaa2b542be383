"""A letter that passes for another: `homoglyph`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.conftest import VERBATIM

VERIFY = "/api/v1/verify"


def test_a_letter_of_another_alphabet_is_no_match(client: FlaskClient) -> None:
    """Switched off: the warning in `verifier.reading.homoglyphs`."""
    body = client.post(VERIFY, json={"quote": VERBATIM.replace("everyone", "everyоne")}).get_json()
    assert body["verdict"]["code"] not in ("verbatim", "verbatim_punctuation")
    assert [each["code"] for each in body["claim"]["warnings"]] == ["mixed_script"]
    assert "everyone" in body["match"]["exact"]
