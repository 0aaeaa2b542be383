"""A sign at which some engines stop: `nul-byte`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.conftest import VERBATIM

VERIFY = "/api/v1/verify"


def test_a_nul_stops_nothing(client: FlaskClient) -> None:
    """Switched off: controls among the invisible characters of `corpus.text.folding`."""
    plain = client.post(VERIFY, json={"quote": VERBATIM}).get_json()
    marked = client.post(
        VERIFY, json={"quote": VERBATIM.replace("built", "bui\u0000lt")}
    ).get_json()
    assert marked["verdict"]["code"] == plain["verdict"]["code"] == "verbatim"
    assert marked["match"]["exact"] == plain["match"]["exact"]
    assert marked["claim"]["normalizations"]
