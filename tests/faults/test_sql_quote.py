"""The language of databases: `sql-quote`."""

from __future__ import annotations

from tests.conftest import TEXTS
from tests.desks import Desk

VERIFY = "/api/v1/verify"
HOSTILE = "'); DROP TABLE sources;--"


def test_the_language_of_a_database_is_words_in_every_field(desk: Desk) -> None:
    """Switched off: the parameter of the first statement in `corpus.keeping.catalogue`."""
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
