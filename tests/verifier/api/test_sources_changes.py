"""The JSON door to the corpus: descriptions that are put right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import NotFound
from corpus.gathering.redescribing import put_right
from tests.conftest import VERBATIM
from tests.desks import THEN, Desk
from verifier.remembering.audit import events

SOURCES, VERIFY = "/api/v1/sources", "/api/v1/verify"
LINE = "The heron stands in the shallow water of the bay and waits for a fish."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


def speech(desk: Desk) -> dict[str, Any]:
    """The source of the speech, as it is listed."""
    source = desk.client().post(VERIFY, json={"quote": VERBATIM}).get_json()["source"]["id"]
    found: dict[str, Any] = desk.client().get(f"{SOURCES}/{source}").get_json()
    return found


def audited(desk: Desk) -> list[str]:
    return [each.event for each in events(desk.ledger)]


def test_a_description_put_right_is_a_new_version_of_the_same_text(desk: Desk) -> None:
    client, token = desk.client(), desk.token("ingest")
    before = speech(desk)
    address = f"{SOURCES}/{before['source']['id']}"
    kept = client.post(VERIFY, json={"quote": VERBATIM, "keep": True}).get_json()["links"]["self"]
    said = {
        "title": "A  speech\nby the river",
        "creator": "Mara Feld",
        "publisher": "River Desk",
        "date": "2021-03",
        "url": "https://river.example/a",
        "kind": "speech",
        "fidelity": "edited_record",
    }
    answer = client.patch(address, json=said, headers=token)
    after = client.get(address).get_json()
    source = after["source"]
    assert (answer.status_code, answer.get_json()["source"]) == (200, source)
    assert source["version"] == before["source"]["version"] + 1
    assert source["title"] == "A speech by the river"
    assert {name: source[name] for name in said} == said | {
        "title": source["title"],
        "date": {"edtf": "2021-03", "precision": "month", "basis": "declared", "of": "event"},
    }
    assert source["fidelity_reason"] == "declared"
    assert after["text"] == before["text"]
    places = [[(p["start"], p["end"], p["speaker"], p["kind"]) for p in each["passages"]]
              for each in (before, after)]  # fmt: skip
    assert places[0] == places[1]
    found = client.post(VERIFY, json={"quote": VERBATIM}).get_json()
    assert (found["verdict"]["code"], found["source"]["title"]) == ("verbatim", source["title"])
    assert found["other_matches"]["total"] == 0, "the version before is not searched any more"
    assert client.get("/readyz").status_code == 200, "the index keeps in step"
    assert client.get(kept).get_json()["source"]["title"] == before["source"]["title"]
    line = events(desk.ledger)[-1]
    assert (line.event, line.subject) == ("source_described", source["id"])
    assert line.who == next(e.subject for e in events(desk.ledger) if e.event == "token_created")
    assert line.at.endswith("Z")


def test_what_is_already_so_changes_nothing(desk: Desk) -> None:
    before = speech(desk)["source"]
    said = {"title": before["title"], "publisher": None, "kind": before["kind"]}
    answer = desk.client().patch(
        f"{SOURCES}/{before['id']}", json=said, headers=desk.token("ingest")
    )
    assert (answer.status_code, answer.get_json()["source"]) == (200, before)
    assert "source_described" not in audited(desk)


def test_null_leaves_a_field_as_it_is(desk: Desk) -> None:
    before = speech(desk)["source"]
    said = dict.fromkeys(("creator", "publisher", "date", "url", "kind", "fidelity"))
    answer = desk.client().patch(
        f"{SOURCES}/{before['id']}", json={"title": "B"} | said, headers=desk.token("ingest")
    )
    after = answer.get_json()["source"]
    moved_on = {"title", "version", "added_at"}
    assert {k: v for k, v in after.items() if k not in moved_on} == {
        k: v for k, v in before.items() if k not in moved_on
    }
    assert after["title"] == "B"


def test_a_decision_and_a_description_go_together(desk: Desk) -> None:
    before = speech(desk)["source"]
    body = {"translation_status": "original", "note": "asked", "publisher": "River Desk"}
    answer = (
        desk.client()
        .patch(f"{SOURCES}/{before['id']}", json=body, headers=desk.token("ingest"))
        .get_json()
    )
    assert answer["source"]["publisher"] == "River Desk"
    assert [each["status"] for each in answer["decisions"]] == ["original"]
    assert audited(desk)[-2:] == ["source_described", "source_decided"]


@pytest.mark.parametrize(
    ("kind", "said", "fidelity", "why"),
    [
        ("book", {}, "book", "nobody has declared a class: it goes with the kind"),
        ("book", {"fidelity": "translation"}, "translation", "what is declared holds"),
    ],
)
def test_a_new_kind_tells_the_fidelity_anew(
    desk: Desk, kind: str, said: dict[str, str], fidelity: str, why: str
) -> None:
    client, token = desk.client(), desk.token("ingest")
    address = client.post(SOURCES, json={"text": LINE}, headers=token).headers["Location"]
    answer = client.patch(address, json={"kind": kind} | said, headers=token).get_json()
    assert answer["source"]["fidelity"] == fidelity, why
    again = client.patch(address, json={"kind": "letter"}, headers=token).get_json()["source"]
    assert again["fidelity"] == ("translation" if said else "prepared_text")


@pytest.mark.parametrize(
    ("body", "pointer", "why"),
    [
        ({}, "/translation_status", "nothing is said"),
        ({"title": None}, "/translation_status", "null is nothing"),
        ({"note": "why"}, "/translation_status", "a reason for nothing"),
        ({"title": "A", "note": "why"}, "/translation_status", "the note would be lost"),
        ({"title": "A", "version": 7}, "/version", "not a caller's to set"),
        ({"title": "A", "text": LINE}, "/text", "the text is another document"),
        ({"title": " "}, "/title", "a blank title"),
        ({"title": "A", "date": "some day"}, "/date", "no date"),
        ({"kind": "rumour"}, "/kind", "no kind of document"),
        ({"fidelity": "exact"}, "/fidelity", "no class of that name"),
        ({"creator": "x" * 301}, "/creator", "no name is that long"),
        ({"publisher": "\ud800"}, "/publisher", "no text"),
        ({"title": 7}, "/title", "a number"),
    ],
)
def test_a_change_that_is_none_is_refused_and_nothing_changes(
    desk: Desk, body: dict[str, Any], pointer: str, why: str
) -> None:
    before = speech(desk)
    answer = desk.client().patch(
        f"{SOURCES}/{before['source']['id']}", json=body, headers=desk.token("ingest")
    )
    assert answer.status_code == 422, why
    assert [each["pointer"] for each in answer.get_json()["errors"]] == [pointer]
    assert speech(desk) == before


@pytest.mark.parametrize("scopes", [(), ("check", "read")])
def test_a_description_is_put_right_with_the_scope_for_it(
    desk: Desk, scopes: tuple[str, ...]
) -> None:
    before = speech(desk)
    headers = desk.token(*scopes) if scopes else {}
    address = f"{SOURCES}/{before['source']['id']}"
    answer = desk.client().patch(address, json={"title": "A"}, headers=headers)
    assert answer.status_code == (403 if scopes else 401)
    assert speech(desk) == before


def test_a_withdrawn_source_is_not_brought_back_by_its_description(desk: Desk) -> None:
    source = speech(desk)["source"]["id"]
    waiting = put_right(desk.home.store, source, {"title": "A"})
    desk.home.remove(source)
    with pytest.raises(NotFound):
        list(desk.home.add(waiting, now=THEN))
    answer = desk.client().patch(
        f"{SOURCES}/{source}", json={"title": "A"}, headers=desk.token("ingest")
    )
    assert answer.status_code == 404
    assert desk.home.store.source(source).state == "withdrawn"


def test_the_text_that_is_kept_is_the_one_of_the_moment_it_is_written(desk: Desk) -> None:
    client, token = desk.client(), desk.token("ingest")
    address = client.post(SOURCES, json={"text": LINE}, headers=token).headers["Location"]
    source = desk.home.store.source(address.rpartition("/")[2])
    waiting = put_right(desk.home.store, source.id, {"title": "A"})
    client.patch(address, json={"publisher": "River Desk"}, headers=token)
    (added,) = desk.home.add(waiting, now=THEN)
    assert (added.source.title, added.source.publisher) == ("A", "River Desk")
