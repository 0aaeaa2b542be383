"""The same request again: `idem-replay`."""

from __future__ import annotations

import threading
from io import BytesIO
from typing import Any

import pytest

from corpus.errors import StoreBusy
from tests.desks import Desk

SOURCES = "/api/v1/sources"
TEXT = {"text": "The heron stands in the shallow water of the bay and waits for a fish."}
OTHER = {"text": "A grebe dives below the ferry and comes up on its other side with a crab."}


def test_the_same_key_and_body_get_the_first_answer_again(desk: Desk) -> None:
    """Switched off: returning what `claim` found in `verifier.api.sources_writing`."""
    client, headers = desk.client(), desk.token("ingest") | {"Idempotency-Key": "k1"}
    first, again = (client.post(SOURCES, json=TEXT, headers=headers) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.get_data() == again.get_data()
    assert first.headers["Location"] == again.headers["Location"]
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"


def test_the_same_key_with_another_body_is_refused(desk: Desk) -> None:
    """Switched off: comparing the request's hash in `verifier.remembering.idempotency.claim`."""
    client, headers = desk.client(), desk.token("ingest") | {"Idempotency-Key": "k1"}
    client.post(SOURCES, json=TEXT, headers=headers)
    refused = client.post(SOURCES, json=OTHER, headers=headers)
    assert (refused.status_code, refused.get_json()["type"]) == (422, "idempotency-key-reused")
    assert desk.home.store.summary().sources == 5


def test_the_key_of_one_token_is_not_that_of_another(desk: Desk) -> None:
    """Switched off: the owner in the key of `verifier.remembering.idempotency`."""
    client = desk.client()
    for body in (TEXT, OTHER):
        headers = desk.token("ingest") | {"Idempotency-Key": "k1"}
        assert client.post(SOURCES, json=body, headers=headers).status_code == 201


def test_a_file_sent_again_is_the_same_request_under_another_boundary(desk: Desk) -> None:
    """Switched off: leaving the boundary out of what makes a request, in `verifier.api.uploads`."""
    client, headers = desk.client(), desk.token("ingest") | {"Idempotency-Key": "k1"}
    answers = []
    for _ in range(2):
        sent: dict[str, Any] = {"file": (BytesIO(TEXT["text"].encode()), "a.txt")}
        answers.append(client.post(SOURCES, data=sent, headers=headers))
    assert [each.status_code for each in answers] == [201, 201]
    assert answers[1].headers["Idempotency-Replayed"] == "true"


def test_of_two_at_once_one_works_and_the_other_waits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Switched off: the state `in_progress` in `verifier.remembering.idempotency.claim`."""
    begun, go_on = threading.Event(), threading.Event()
    add, calls = desk.home.add, []

    def slow(*arguments: Any, **named: Any) -> Any:
        calls.append(1)
        begun.set()
        assert go_on.wait(30)
        return add(*arguments, **named)

    monkeypatch.setattr(desk.home, "add", slow)
    app, headers = desk.app(), desk.token("ingest") | {"Idempotency-Key": "k1"}
    answers: list[Any] = []

    def send() -> None:
        answers.append(app.test_client().post(SOURCES, json=TEXT, headers=headers))

    first = threading.Thread(target=send)
    first.start()
    assert begun.wait(30)
    second = app.test_client().post(SOURCES, json=TEXT, headers=headers)
    assert (second.status_code, second.get_json()["type"]) == (409, "idempotency-in-progress")
    assert int(second.headers["Retry-After"]) > 0
    go_on.set()
    first.join()
    assert (answers[0].status_code, len(calls)) == (201, 1)


def test_a_failure_gives_the_key_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switched off: `give_up` in `verifier.api.sources_writing`."""
    client, headers = desk.client(), desk.token("ingest") | {"Idempotency-Key": "k1"}

    def busy(*_: Any, **__: Any) -> Any:
        raise StoreBusy("another writer")

    with monkeypatch.context() as patched:
        patched.setattr(desk.home, "add", busy)
        assert client.post(SOURCES, json=TEXT, headers=headers).status_code == 503
    assert client.post(SOURCES, json=TEXT, headers=headers).status_code == 201


@pytest.mark.parametrize("key", ["", "a b", "ü", "x" * 201])
def test_what_is_no_key_is_refused(desk: Desk, key: str) -> None:
    """Switched off: `_KEY` in `verifier.remembering.idempotency.claim`."""
    headers = desk.token("ingest") | {"Idempotency-Key": key}
    answer = desk.client().post(SOURCES, json=TEXT, headers=headers)
    assert (answer.status_code, answer.get_json()["type"]) == (422, "invalid-request")
