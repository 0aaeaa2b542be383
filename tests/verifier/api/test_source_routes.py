"""The JSON door to the corpus: adding, deciding, withdrawing, asking whether it still holds."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SPEECH, VERBATIM
from tests.desks import Desk
from verifier.remembering.audit import events

SOURCES, VERIFY = "/api/v1/sources", "/api/v1/verify"
LINE = "The heron stands in the shallow water of the bay and waits for a fish."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


def test_a_text_is_added_and_found(desk: Desk) -> None:
    client, token = desk.client(), desk.token("ingest")
    given = {
        "text": LINE,
        "title": "Birds of the bay",
        "speaker": "Mara Feld",
        "date": "2024-05",
        "kind": "speech",
        "fidelity": "recording_transcript",
        "language": "en",
        "translated_from": "de",
        "translator": "Ines Kolb",
    }
    answer = client.post(SOURCES, json=given, headers=token)
    item = answer.get_json()["items"][0]
    source = item["source"]
    assert (answer.status_code, item["change"], item["passages"]) == (201, "new", 1)
    assert (source["title"], source["date"]["edtf"]) == ("Birds of the bay", "2024-05")
    assert source["provenance"]["translator"] == "Ines Kolb"
    assert (source["fidelity"], source["fidelity_reason"]) == ("recording_transcript", "declared")
    whole = client.get(answer.headers["Location"]).get_json()
    assert whole["text"] == LINE
    found = client.post(VERIFY, json={"quote": LINE}).get_json()
    assert (found["verdict"]["code"], found["source"]["id"]) == ("verbatim", source["id"])
    assert found["match"]["speaker"] == "Mara Feld"
    assert [each.event for each in events(desk.ledger)][-1] == "source_new"


def test_the_same_text_with_its_description_put_right_is_a_new_version(desk: Desk) -> None:
    client, token = desk.client(), desk.token("ingest")
    said = [{"title": "Birds"}, {"title": "Birds"}, {"title": "Birds of the bay", "date": "2024"}]
    answers = [client.post(SOURCES, json={"text": LINE} | each, headers=token) for each in said]
    items = [each.get_json()["items"][0] for each in answers]
    assert [each["change"] for each in items] == ["new", "unchanged", "new_version"]
    assert [each.status_code for each in answers] == [201, 200, 201]
    assert len({each["source"]["id"] for each in items}) == 1
    assert client.get(answers[0].headers["Location"]).get_json()["source"]["version"] == 2


def test_rows_are_passages_with_their_speakers(desk: Desk) -> None:
    client = desk.client()
    rows = [
        {"text": "Who keeps the lamp at the end of the pier alight?", "speaker": "Host"},
        {"text": LINE, "speaker": "Mara Feld", "date": "2024-05-02"},
    ]
    answer = client.post(
        SOURCES, json={"title": "Talk", "rows": rows}, headers=desk.token("ingest")
    )
    assert answer.get_json()["items"][0]["passages"] == 2
    found = client.post(VERIFY, json={"quote": LINE, "speaker": "Mara Feld"}).get_json()
    assert found["verdict"]["attribution"]["status"] == "same"


def test_a_file_with_its_header_lines_is_read_like_one_on_disk(desk: Desk) -> None:
    sent = {"file": (BytesIO(SPEECH.replace("library", "archive").encode()), "speech.txt")}
    answer = desk.client().post(SOURCES, data=sent, headers=desk.token("ingest"))
    source = answer.get_json()["items"][0]["source"]
    assert (answer.status_code, source["title"]) == (201, "Opening of the river archive")


@pytest.mark.parametrize(
    ("body", "pointer", "why"),
    [
        ({}, "/text", "neither text nor rows"),
        ({"text": LINE, "rows": [{"text": LINE}]}, "/text", "both"),
        ({"rows": []}, "/rows", "no rows"),
        ({"rows": [{"speaker": "A"}]}, "/rows/0/text", "a row without a text"),
        ({"text": LINE, "kind": "rumour"}, "/kind", "no kind of document"),
        ({"text": LINE, "fidelity": "exact"}, "/fidelity", "no class of that name"),
        ({"url": "https://quay.example/a"}, "/url", "fetching is off where nobody switched it on"),
        ({"url": "", "title": "A"}, "/text", "an empty address is none"),
        ({"text": "\ud800"}, "/text", "no text"),
        ({"text": LINE, "url": "x" * 2001}, "/url", "no address is that long"),
    ],
)
def test_a_document_that_is_none_is_refused(
    desk: Desk, body: dict[str, Any], pointer: str, why: str
) -> None:
    answer = desk.client().post(SOURCES, json=body, headers=desk.token("ingest"))
    assert answer.status_code == 422, why
    assert answer.get_json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize(
    ("name", "content", "status", "kind", "why"),
    [
        ("a.pdf", b"<html>no pdf</html>", 415, "unsupported-media-type", "not what it says"),
        ("a.exe", b"MZ", 415, "unsupported-media-type", "no format that is known"),
        ("a", b"words", 415, "unsupported-media-type", "no ending at all"),
        ("a.txt", b"", 422, "invalid-request", "nothing in it"),
        ("a.txt", b"x" * 2_001, 413, "payload-too-large", "more than the limit"),
        ("a.txt", b"x" * 400_000, 413, "payload-too-large", "so much more that it is not read"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused(
    desk: Desk, name: str, content: bytes, status: int, kind: str, why: str
) -> None:
    client = desk.client(max_upload=2_000)
    sent = {"file": (BytesIO(content), name)}
    answer = client.post(SOURCES, data=sent, headers=desk.token("ingest"))
    assert (answer.status_code, answer.get_json()["type"]) == (status, kind), why


@pytest.mark.parametrize("fields", [{}, {"other": "x"}, {"file": "text, not a file"}])
def test_a_form_without_its_one_file_is_refused(desk: Desk, fields: dict[str, str]) -> None:
    answer = desk.client().post(
        SOURCES, data=fields, headers=desk.token("ingest"), content_type="multipart/form-data"
    )
    assert (answer.status_code, answer.get_json()["errors"][0]["pointer"]) == (422, "/file")


def test_a_decision_is_kept_with_who_and_when(desk: Desk) -> None:
    client, token = desk.client(), desk.token("ingest")
    source = client.get(SOURCES).get_json()["items"][0]["id"]
    for status in ("translation", None):
        body = {"translation_status": status, "note": "asked the publisher"}
        answer = client.patch(f"{SOURCES}/{source}", json=body, headers=token)
        assert answer.status_code == 200
    decisions = answer.get_json()["decisions"]
    assert [each["status"] for each in decisions] == ["translation", None]
    assert decisions[0]["who"].startswith("a test (")
    assert decisions[0]["at"].endswith("Z")
    assert client.get("/readyz").status_code == 200, "the index keeps in step"


def test_a_withdrawn_source_is_gone_until_it_is_given_again(desk: Desk) -> None:
    client, token = desk.client(), desk.token("admin")
    key = token | {"Idempotency-Key": "heron"}
    address = client.post(SOURCES, json={"text": LINE}, headers=key).headers["Location"]
    kept = client.post(VERIFY, json={"quote": LINE, "keep": True}, headers=token)
    assert client.delete(address, headers=token).status_code == 204
    assert client.get(address).status_code == 404
    assert client.delete(address, headers=token).status_code == 404
    assert client.post(VERIFY, json={"quote": LINE}).get_json()["match"] is None
    still = client.get(kept.headers["Location"], headers=token).get_json()
    assert (still["match"]["exact"] in LINE, still["source"]["state"]) == (True, "withdrawn")
    page = client.get(still["links"]["html"], headers=token).get_data(as_text=True)
    assert "withdrawn since" in page
    again = client.post(SOURCES, json={"text": LINE}, headers=key)
    assert (again.status_code, again.headers["Location"]) == (201, address)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "path", [SOURCES, f"{SOURCES}/one", "/api/v1/corpus", "/api/v1/passages/2"]
)
def test_an_answer_is_not_sent_twice_while_nothing_changed(desk: Desk, path: str) -> None:
    client, token = desk.client(), desk.token("ingest")
    if path.endswith("one"):
        path = path[:-3] + client.get(SOURCES).get_json()["items"][0]["id"]
    first = client.get(path)
    same = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, same.status_code, same.get_data()) == (200, 304, b"")
    client.post(SOURCES, json={"text": LINE}, headers=token)
    changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_what_is_not_there_has_no_tag(desk: Desk) -> None:
    tag = desk.client().get(SOURCES).headers["ETag"]
    answer = desk.client().get(f"{SOURCES}/nobody", headers={"If-None-Match": tag})
    assert (answer.status_code, "ETag" in answer.headers) == (404, False)


def test_a_batch_keeps_what_it_is_asked_to_keep(desk: Desk) -> None:
    client = desk.client()
    items = [{"quote": VERBATIM}, {"quote": VERBATIM, "keep": True}, {"quote": "", "keep": True}]
    answers = client.post(f"{VERIFY}/batch", json={"items": items}).get_json()["items"]
    assert [each["status"] for each in answers] == [200, 201, 422]
    assert answers[0]["report"]["links"] == {"self": None, "html": None}
    links = answers[1]["report"]["links"]
    assert client.get(links["self"]).get_json()["id"] == answers[1]["report"]["id"]
    assert client.get(links["html"]).status_code == 200


def test_a_source_that_is_none_is_said_and_one_that_is_breaks_ties(desk: Desk) -> None:
    client = desk.client()
    refused = client.post(VERIFY, json={"quote": VERBATIM, "source_id": "s_none"})
    assert refused.get_json()["errors"][0]["pointer"] == "/source_id"
    copy = {"text": VERBATIM + " It was a day in May.", "title": "A copy"}
    added = client.post(SOURCES, json=copy, headers=desk.token("ingest")).get_json()
    for source in (added["items"][0]["source"]["id"], None):
        body = {"quote": VERBATIM, "source_id": source, "max_matches": 1}
        report = client.post(VERIFY, json=body).get_json()
        assert (report["source"]["title"] == "A copy") is (source is not None)
        assert report["other_matches"]["total"] == 1
