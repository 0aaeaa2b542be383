"""Signs that machines give a meaning: `lone-surrogate`, `nul-byte`, `fts-syntax`, `sql-quote`."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from tests.conftest import TEXTS, VERBATIM
from tests.desks import Desk

VERIFY = "/api/v1/verify"
HOSTILE = "'); DROP TABLE sources;--"


@pytest.mark.parametrize("field", ["quote", "speaker", "date", "language", "source_id"])
def test_half_of_a_character_is_no_text(client: FlaskClient, field: str) -> None:
    """Switched off: the check for surrogates in `verifier.claims` and `verifier.asking`."""
    broken = {"quote": "a b c d", field: "x\ud800y"}
    body = json.dumps(broken).encode()
    answer = client.post(VERIFY, data=body, content_type="application/json")
    assert answer.status_code == 422
    assert answer.get_json()["type"] == (
        "quote-unreadable" if field == "quote" else "invalid-request"
    )


def test_a_nul_stops_nothing(client: FlaskClient) -> None:
    """Switched off: removing controls in `verifier.claims`."""
    plain = client.post(VERIFY, json={"quote": VERBATIM}).get_json()
    marked = client.post(
        VERIFY, json={"quote": VERBATIM.replace("built", "bui\u0000lt")}
    ).get_json()
    assert marked["verdict"]["code"] == plain["verdict"]["code"] == "verbatim"
    assert marked["match"]["exact"] == plain["match"]["exact"]
    assert marked["claim"]["normalizations"]


@pytest.mark.parametrize(
    "sign",
    [
        "fight NOT beaches",
        "t:x",
        "NEAR(",
        '"',
        "*",
        "a - b",
        "don't",
        'text:"',
        "^",
        "~2",
        "[a TO b]",
    ],
)
def test_the_language_of_a_search_engine_is_words(client: FlaskClient, sign: str) -> None:
    """Switched off: looking terms up one by one in `corpus.index_embedded` (a parsed query)."""
    answer = client.post(VERIFY, json={"quote": f"{VERBATIM} {sign}"})
    assert answer.status_code == 200
    assert VERBATIM.split()[0] in answer.get_json()["match"]["exact"]


def test_the_language_of_a_database_is_words_in_every_field(desk: Desk) -> None:
    """Switched off: parameters in the statements of `corpus.catalogue`."""
    client, writer = desk.client(), desk.token("ingest", "admin")
    everywhere = {"quote": f"{HOSTILE} a b", "speaker": HOSTILE, "language": "en"}
    assert client.post(VERIFY, json=everywhere).status_code == 200
    assert client.post(VERIFY, json=everywhere | {"source_id": HOSTILE}).status_code == 422
    assert client.get(f"/api/v1/sources/{HOSTILE}").status_code == 404
    assert client.get("/api/v1/sources", query_string={"cursor": HOSTILE}).status_code == 422
    given = {"text": f"A long enough line of words, {HOSTILE}, and more of it.", "title": HOSTILE}
    added = client.post("/api/v1/sources", json=given | {"author": HOSTILE}, headers=writer)
    assert added.get_json()["items"][0]["source"]["title"] == HOSTILE
    keyed = writer | {"Idempotency-Key": "');DROP-TABLE-idempotency;--"}
    assert client.post("/api/v1/sources", json=given, headers=keyed).status_code in (200, 201)
    assert client.get(f"/api/v1/checks/{HOSTILE}").status_code == 404
    assert client.get("/api/v1/corpus").get_json()["sources"] >= len(TEXTS)
