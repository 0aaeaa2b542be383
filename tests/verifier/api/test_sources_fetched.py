"""The JSON door to the corpus: addresses that are fetched, where the operator allows it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from corpus.fetching.fetch import Fetched, fetch
from tests.corpus.hand_made import scan
from tests.corpus.loopback import Answer, Served, moved, page, serving
from tests.desks import Desk
from verifier.api import sources_writing
from verifier.remembering.audit import events

SOURCES = "/api/v1/sources"
LINE = "The heron stands in the shallow water of the bay and waits for a fish."
OTHER = "The tide turned before the harbour master had counted the boats again."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


def audited(desk: Desk) -> list[str]:
    return [each.event for each in events(desk.ledger)]


def of(words: str) -> Answer:
    body = f"<html><body><article><h1>At the bay</h1><p>{words}</p></article></body></html>"
    return page(body.encode())


def on_loopback(monkeypatch: pytest.MonkeyPatch, served: Served, **more: object) -> None:
    """Let the service fetch from a server on this machine, under the guard all the same."""
    asking = partial(fetch, policy=served.policy(**more))
    monkeypatch.setattr(sources_writing, "fetching", lambda settings: asking)


def test_an_address_is_fetched_where_it_is_allowed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, token = desk.client(fetch=True), desk.token("ingest")
    answers = {"/a": of(LINE)}
    with serving(answers) as served:
        on_loopback(monkeypatch, served)
        given = {"url": served.url("/a"), "date": "2024-05", "fidelity": "article", "title": None}
        first = client.post(SOURCES, json=given, headers=token)
        same = client.post(SOURCES, json=given, headers=token)
        answers["/a"] = of(OTHER)
        changed = client.post(SOURCES, json=given, headers=token)
    items = [each.get_json()["items"][0] for each in (first, same, changed)]
    assert [each.status_code for each in (first, same, changed)] == [201, 200, 201]
    assert [each["change"] for each in items] == ["new", "unchanged", "new_version"]
    assert [each["passages"] > 0 for each in items] == [True] * 3
    source = items[0]["source"]
    assert (source["origin"], source["url"]) == (given["url"], given["url"])
    assert (source["date"]["edtf"], source["fidelity_reason"]) == ("2024-05", "declared")
    assert OTHER in client.get(first.headers["Location"]).get_json()["text"]
    assert audited(desk)[-3:] == ["source_new", "source_unchanged", "source_new_version"]


def test_an_address_sent_again_under_its_key_is_not_fetched_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, headers = desk.client(fetch=True), desk.token("ingest") | {"Idempotency-Key": "bay"}
    with serving({"/a": of(LINE)}) as served:
        on_loopback(monkeypatch, served)
        given = {"url": served.url("/a")}
        answers = [client.post(SOURCES, json=given, headers=headers) for _ in range(2)]
        assert len(served.asked) == 1
    assert answers[0].get_data() == answers[1].get_data()
    assert answers[1].headers["Idempotency-Replayed"] == "true"


def test_nothing_is_asked_for_while_fetching_is_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({"/a": of(LINE)}) as served:
        on_loopback(monkeypatch, served)
        body = {"url": served.url("/a")}
        answer = desk.client().post(SOURCES, json=body, headers=desk.token("ingest"))
        text = desk.client().post(SOURCES, json=body | {"text": LINE}, headers=desk.token("ingest"))
        assert served.asked == []
    (fault,) = answer.get_json()["errors"]
    assert (answer.status_code, fault["pointer"], fault["code"]) == (422, "/url", "not-offered")
    assert "VERIFIER_FETCH" in fault["detail"]
    assert text.status_code == 201, "beside a text an address only says where it stands"


@pytest.mark.parametrize("scopes", [(), ("check", "read")])
def test_an_address_is_fetched_with_the_scope_for_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, scopes: tuple[str, ...]
) -> None:
    headers = desk.token(*scopes) if scopes else {}
    with serving({"/a": of(LINE)}) as served:
        on_loopback(monkeypatch, served)
        body = {"url": served.url("/a")}
        answer = desk.client(fetch=True).post(SOURCES, json=body, headers=headers)
        assert served.asked == []
    assert answer.status_code == (403 if scopes else 401)


REFUSED: list[tuple[dict[str, Answer], str, str]] = [
    ({}, "404", "not there"),
    ({"/a": page(LINE.encode() * 40, "text/plain")}, "more than 1 000", "too large"),
    ({"/a": page(b" ", "text/plain")}, "no text", "nothing in it"),
    ({"/a": moved("file:///etc/hostname")}, "only http", "leads to a file"),
    ({"/a": moved("http://inside.example/")}, "not public", "leads inside"),
]


@pytest.mark.parametrize(("answers", "reason", "why"), REFUSED)
def test_an_address_that_cannot_be_taken_is_refused_and_its_key_is_free(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    answers: dict[str, Answer],
    reason: str,
    why: str,
) -> None:
    client, headers = desk.client(fetch=True), desk.token("ingest") | {"Idempotency-Key": "bay"}
    before = client.get("/api/v1/corpus").get_json()
    answers = dict(answers)
    with serving(answers) as served:
        if why == "leads inside":
            answers["/a"] = moved(f"http://inside.example:{served.port}/")
        on_loopback(
            monkeypatch,
            served,
            largest=1_000,
            resolve=lambda host, port: ["10.0.0.7" if host == "inside.example" else "127.0.0.1"],
            allowed=lambda address: address == "127.0.0.1",
        )
        given = {"url": served.url("/a")}
        answer = client.post(SOURCES, json=given, headers=headers)
        answers["/a"] = of(LINE)
        again = client.post(SOURCES, json=given, headers=headers)
    (fault,) = answer.get_json()["errors"]
    assert (answer.status_code, fault["pointer"], fault["code"]) == (422, "/url", "not-fetched")
    assert reason in fault["detail"], why
    assert again.status_code == 201
    assert client.get("/api/v1/corpus").get_json()["sources"] == before["sources"] + 1


SCAN = scan()
KINDS: list[tuple[Answer, int, str, str, str]] = [
    (page(LINE.encode(), "image/png"), 415, "unsupported-media-type", "image/png", "a picture"),
    (page(LINE.encode(), ""), 415, "unsupported-media-type", "not given", "no type at all"),
    (page(b"<html><p>x", "application/pdf"), 415, "unsupported-media-type", "pdf", "no PDF"),
    (page(SCAN, "application/pdf"), 422, "no-text-layer", "pictures", "a scan"),
]


@pytest.mark.parametrize(("answer", "status", "kind", "said", "why"), KINDS)
def test_what_cannot_be_read_is_told_as_for_a_file(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    answer: Answer,
    status: int,
    kind: str,
    said: str,
    why: str,
) -> None:
    with serving({"/a": answer}) as served:
        on_loopback(monkeypatch, served)
        given = desk.client(fetch=True).post(
            SOURCES, json={"url": served.url("/a")}, headers=desk.token("ingest")
        )
    problem = given.get_json(force=True)
    assert (given.status_code, problem["type"]) == (status, kind), why
    assert said in problem["detail"], why


def test_no_more_addresses_are_fetched_at_a_time_than_may_be(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is held in the middle; the next is told to come back, a text goes in, then it is free."""
    entered, leave = threading.Event(), threading.Event()

    def slow(url: str) -> Fetched:
        entered.set()
        assert leave.wait(20)
        return Fetched(url, LINE.encode(), "text/plain", "txt")

    monkeypatch.setattr(sources_writing, "fetching", lambda settings: slow)
    app, token = desk.app(fetch=True, max_fetches=1), desk.token("ingest")

    def post(body: dict[str, str], **more: str) -> TestResponse:
        return app.test_client().post(SOURCES, json=body, headers=token | more)

    first: list[TestResponse] = []
    held = threading.Thread(target=lambda: first.append(post({"url": "https://desk.example/a"})))
    held.start()
    try:
        assert entered.wait(20)
        keyed = {"Idempotency-Key": "bay"}
        busy = post({"url": "https://desk.example/b"}, **keyed)
        text = post({"text": OTHER})
    finally:
        leave.set()
        held.join()
    assert (busy.status_code, busy.get_json(force=True)["type"]) == (503, "over-capacity")
    assert busy.headers["Retry-After"] == "5"
    assert (text.status_code, first[0].status_code) == (201, 201)
    assert post({"url": "https://desk.example/b"}, **keyed).status_code == 201


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/",
                "file:///etc/passwd", "http://a:b@quay.example/", "no address"]
)  # fmt: skip
def test_an_address_inside_is_refused_by_the_policy_of_the_service(
    desk: Desk, address: str
) -> None:
    client = desk.client(fetch=True)
    answer = client.post(SOURCES, json={"url": address}, headers=desk.token("ingest"))
    assert (answer.status_code, answer.get_json()["errors"][0]["pointer"]) == (422, "/url")


def test_an_address_whose_end_cannot_be_read_adds_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = f'{{"source": "one", "text": "{LINE}"}}\n{{"source": "two", "text": "{LINE} \\ud800"}}\n'
    client = desk.client(fetch=True)
    before = client.get("/api/v1/corpus").get_json()
    with serving({"/a.jsonl": page(rows.encode(), "application/jsonl")}) as served:
        on_loopback(monkeypatch, served)
        body = {"url": served.url("/a.jsonl")}
        answer = client.post(SOURCES, json=body, headers=desk.token("ingest"))
    assert answer.status_code == 422
    assert client.get("/api/v1/corpus").get_json() == before
    assert "source_new" not in audited(desk)
