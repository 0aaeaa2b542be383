"""Thousands of selectors behind the last word: `c2pa-tail`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from tests.desks import removed

VERIFY = "/api/v1/verify"
TAIL = "\ufeff " + "".join(chr(0xE0100 + k % 240) for k in range(4_000))


def test_a_tail_of_selectors_is_taken_off_and_told(client: FlaskClient) -> None:
    """Switched off: variation selectors among the invisible characters of `corpus.text.folding`."""
    body = client.post(VERIFY, json={"quote": VERBATIM.replace(".", "") + TAIL}).get_json()
    assert body["verdict"]["code"] == "verbatim"
    assert removed(body) == ["ZERO WIDTH NO-BREAK SPACE", "VARIATION SELECTOR-17"]
