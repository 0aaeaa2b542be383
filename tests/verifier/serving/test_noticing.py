"""Comparing kept checks again when sources came in, and telling who asked to be told."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import StoreBusy, StoreError
from corpus.ingest import read_source
from tests.conftest import ABSENT, VERBATIM
from tests.corpus.loopback import Answer, Served, moved, serving, status
from tests.desks import THEN, Desk
from verifier.config import Settings
from verifier.remembering import watches
from verifier.remembering.audit import events
from verifier.remembering.retention import Terms, sweep
from verifier.remembering.tokens import all_tokens, revoke
from verifier.report import Report, SearchStatus
from verifier.service import Question, Service
from verifier.serving import noticing
from verifier.serving.logs import JsonFormatter
from verifier.serving.notice_addresses import sending
from verifier.serving.noticing import Noticer, noticing_along, question_of

VERIFY = "/api/v1/verify"
NEAR = "Purple elephants sometimes negotiate, and beneath the aqueduct they do so quietly."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def receiver() -> Iterator[tuple[Served, dict[str, Answer]]]:
    answers: dict[str, Answer] = {"/hook": status(204)}
    with serving(answers) as served:
        yield served, answers


def arrive(desk: Desk, text: str = ABSENT, origin: str = "new.txt") -> None:
    list(desk.home.add(read_source(origin, text.encode()), now=THEN))


def settings(served: Served) -> dict[str, Any]:
    return {"notify": True, "notify_hosts": f"127.0.0.1:{served.port}"}


def watched(desk: Desk, served: Served, quote: str = ABSENT) -> tuple[str, str]:
    """The id of a kept check that is to be told of, and the secret."""
    url = f"http://127.0.0.1:{served.port}/hook"
    asked = {"quote": quote, "speaker": "Ada Lindqvist", "keep": True, "notify": {"url": url}}
    sent = desk.client(**settings(served)).post(VERIFY, json=asked, headers=desk.token("check"))
    assert sent.status_code == 201
    return str(sent.get_json()["id"]), str(sent.get_json()["watch"]["secret"])


def noticer_of(desk: Desk, served: Served | None) -> Noticer:
    send = None
    if served is not None:
        send = sending(Settings(home=desk.folder, **settings(served)))
    return Noticer(Service.open(desk.home), desk.ledger, 5_000, send)


def ours(headers: dict[str, str], body: bytes, secret: str) -> bool:
    """What a receiver works out, written down a second time."""
    content = b".".join(
        [headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body]
    )
    key = base64.b64decode(secret.split("_", 1)[1])
    signature = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    return headers["webhook-signature"] == f"v1,{signature}"


def test_who_asked_is_told_once_when_the_quote_turns_up(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]], caplog: pytest.LogCaptureFixture
) -> None:
    served, _ = receiver
    check_id, secret = watched(desk, served)
    noticer, now = noticer_of(desk, served), datetime.now(UTC)
    assert noticer.round(now=now) == 0
    arrive(desk, "It rained on the marble of another town.", "other.txt")
    assert noticer.round(now=now) == 0
    assert served.sent == [], "something came in, and not the quote"
    arrive(desk)
    with caplog.at_level(logging.DEBUG):
        assert [noticer.round(now=now) for _ in range(3)] == [1, 0, 0]
    ((headers, body),) = served.sent
    assert ours(headers, body, secret)
    assert headers["webhook-timestamp"] == str(int(now.timestamp()))
    told = json.loads(body)
    assert (told["type"], told["check"], told["link"]) == (
        "quote-found",
        check_id,
        f"/checks/{check_id}",
    )
    log = "".join(JsonFormatter().format(record) for record in caplog.records)
    assert '"event": "notice"' in log
    for word in ("elephants", "Lindqvist", secret, "/hook"):
        assert word.lower() not in f"{headers}{body.decode()}{log}".lower(), word
    assert [each.event for each in events(desk.ledger)][-1] == "notice_sent"


def test_a_check_says_that_the_answer_would_be_another_one(desk: Desk) -> None:
    client = desk.client()
    kept = client.post(VERIFY, json={"quote": ABSENT, "keep": True})
    address, page = kept.headers["Location"], kept.get_json()["links"]["html"]
    now = datetime.now(UTC) + timedelta(hours=1)
    arrive(desk)
    assert client.get(address).get_json()["changed_since"] is None
    assert 'id="changed"' not in client.get(page).get_data(as_text=True)
    noticer_of(desk, None).round(now=now)
    told = client.get(address).get_json()
    assert told["changed_since"] == now.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert told["verdict"]["code"] == "not_found", "what was kept stays as it was"
    assert {k: v for k, v in told.items() if k != "changed_since"} == kept.get_json()
    shown = client.get(page).get_data(as_text=True)
    assert "the answer would be another one" in shown


def test_a_check_kept_on_the_page_is_compared_too(desk: Desk) -> None:
    client = desk.client()
    page = client.post("/check", data={"quote": ABSENT, "keep": "1"}).headers["Location"]
    arrive(desk)
    assert noticer_of(desk, None).round(now=datetime.now(UTC)) == 1
    assert 'id="changed"' in client.get(page).get_data(as_text=True)


def test_a_passage_that_is_only_near_changes_the_answer_and_is_no_notice(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    check_id, _ = watched(desk, served)
    noticer, now = noticer_of(desk, served), datetime.now(UTC)
    arrive(desk, NEAR, "near.txt")
    assert Service.open(desk.home).verify(Question(ABSENT)).verdict.code == "paraphrase"
    assert noticer.round(now=now) == 0
    with desk.ledger.reading() as connection:
        row = connection.execute("SELECT changed, found FROM watches").fetchone()
    assert row[0] is not None and row[1] is None
    assert served.sent == []
    arrive(desk)
    assert noticer.round(now=now) == 1
    assert json.loads(served.sent[0][1])["check"] == check_id


def test_what_has_a_place_is_not_waited_for(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    url = f"http://127.0.0.1:{served.port}/hook"
    client, token = desk.client(**settings(served)), desk.token("check")
    asked = {"quote": VERBATIM, "keep": True, "notify": {"url": url}}
    sent = client.post(VERIFY, json=asked, headers=token)
    assert (sent.status_code, sent.get_json()["watch"]) == (201, None)
    arrive(desk)
    assert watches.next_open(desk.ledger, 99, now=datetime.now(UTC)) is None


@pytest.mark.parametrize(
    ("given", "with_token", "code", "pointer", "why"),
    [
        ({"keep": True}, True, 422, "/notify", "the operator has none sent"),
        ({"notify": "x", "keep": True}, True, 422, "/notify", "no object"),
        ({"notify": {}, "keep": True}, True, 422, "/notify/url", "no address"),
        ({}, True, 422, "/notify", "what is not kept cannot be told of"),
        ({"keep": True}, False, 422, "/notify", "off is off for everybody"),
    ],
)
def test_what_is_refused(
    desk: Desk, given: dict[str, Any], with_token: bool, code: int, pointer: str, why: str
) -> None:
    body = {"quote": ABSENT, "notify": {"url": "https://93.184.216.34/"}} | given
    headers = desk.token("check") if with_token else {}
    sent = desk.client().post(VERIFY, json=body, headers=headers)
    assert (sent.status_code, sent.get_json()["errors"][0]["pointer"]) == (code, pointer), why


def test_who_has_no_token_can_have_nobody_told(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    body = {"quote": ABSENT, "keep": True, "notify": {"url": f"http://127.0.0.1:{served.port}/"}}
    client = desk.client(**settings(served))
    assert client.post(VERIFY, json=body).status_code == 401
    (item,) = client.post(f"{VERIFY}/batch", json={"items": [body]}).get_json()["items"]
    assert item["status"] == 401
    assert watches.next_open(desk.ledger, 99, now=datetime.now(UTC)) is None


def test_an_item_of_a_batch_has_its_secret_beside_its_report(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    body = {"quote": ABSENT, "keep": True, "notify": {"url": f"http://127.0.0.1:{served.port}/"}}
    client, token = desk.client(**settings(served)), desk.token("check")
    sent = client.post(f"{VERIFY}/batch", json={"items": [body, {"quote": ABSENT}]}, headers=token)
    told, plain = sent.get_json()["items"]
    assert told["watch"]["secret"].startswith("whsec_")
    assert "watch" not in plain and "watch" not in told["report"]


@pytest.mark.parametrize(
    ("answer", "attempts", "why"),
    [
        (status(500), 7, "it may be up again later"),
        (status(404), 7, "so may its address"),
        (moved("/elsewhere", 308), 7, "who moved has to say so here"),
        (status(410), 1, "it wants no more of it"),
    ],
)
def test_a_receiver_that_takes_nothing_is_given_up(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]], answer: Answer, attempts: int, why: str
) -> None:
    served, answers = receiver
    answers |= {"/hook": answer, "/elsewhere": status(204)}
    check_id, secret = watched(desk, served)
    arrive(desk)
    noticer, now = noticer_of(desk, served), datetime.now(UTC)
    for _ in range(10):
        noticer.round(now=now)
        now += timedelta(days=1)
    assert len(served.sent) == attempts, why
    assert len({headers["webhook-id"] for headers, _ in served.sent}) == 1
    assert len({headers["webhook-timestamp"] for headers, _ in served.sent}) == attempts
    assert all(ours(headers, body, secret) for headers, body in served.sent)
    last = events(desk.ledger)[-1]
    assert (last.event, last.subject) == ("notice_given_up", check_id)


def test_a_receiver_that_comes_back_is_told(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, answers = receiver
    answers["/hook"] = status(503)
    watched(desk, served)
    arrive(desk)
    noticer, now = noticer_of(desk, served), datetime.now(UTC)
    noticer.round(now=now)
    answers["/hook"] = status(200)
    noticer.round(now=now + timedelta(seconds=29))
    assert len(served.sent) == 1, "not before its time"
    for minutes in (1, 60, 600):
        noticer.round(now=now + timedelta(minutes=minutes))
    assert len(served.sent) == 2
    assert events(desk.ledger)[-1].event == "notice_sent"


def test_an_address_that_nobody_has_any_more_is_a_failure_like_others(desk: Desk) -> None:
    with serving({}) as served:
        watched(desk, served)
    arrive(desk)
    noticer_of(desk, served).round(now=datetime.now(UTC))
    with desk.ledger.reading() as connection:
        assert connection.execute("SELECT attempts, due > 0 FROM watches").fetchone() == (1, 1)


def test_two_processes_compare_and_tell_once(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    watched(desk, served)
    arrive(desk)
    one, two, now = noticer_of(desk, served), noticer_of(desk, served), datetime.now(UTC)
    assert watches.take_round(desk.ledger, "a third", now=now)
    assert (one.round(now=now), served.sent) == (0, []), "somebody else is at it"
    watches.give_round(desk.ledger, "a third")
    assert [each.round(now=now) for each in (one, two, one)] == [1, 0, 0]
    assert len(served.sent) == 1


def test_nothing_of_a_watch_is_left_when_its_term_is_over(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    _, secret = watched(desk, served)
    arrive(desk)
    assert secret.encode() in desk.files()
    over = datetime.now(UTC) + timedelta(days=31)
    assert noticer_of(desk, served).round(now=over) == 0
    assert sweep(desk.ledger, Terms(24, 365), now=over) == 1
    assert served.sent == []
    for left in (secret, "/hook"):
        assert left.encode() not in desk.files()
    with desk.ledger.reading() as connection:
        assert connection.execute("SELECT count(*) FROM watches").fetchone() == (0,)


def test_nobody_is_told_for_a_token_that_was_taken_back(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    watched(desk, served)
    arrive(desk)
    for token in all_tokens(desk.ledger):
        revoke(desk.ledger, token.id, now=THEN)
    assert noticer_of(desk, served).round(now=datetime.now(UTC)) == 1, "it is marked all the same"
    assert served.sent == []


class Behind:
    """A service whose search is not complete, or that fails."""

    def __init__(self, service: Service, search: SearchStatus | Exception) -> None:
        self.home, self._service, self._search = service.home, service, search
        self.asked = 0

    def verify(self, question: Question) -> Report:
        self.asked += 1
        if isinstance(self._search, Exception):
            raise self._search
        report = self._service.verify(question)
        search = replace(report.verdict.search, status=self._search)
        return replace(report, verdict=replace(report.verdict, search=search))


@pytest.mark.parametrize(
    ("search", "again", "why"),
    [
        (SearchStatus.INDEX_REBUILDING, True, "the index knows the new sources later"),
        (SearchStatus.TIMED_OUT, False, "it would take as long again and hold up the others"),
        (RuntimeError(ABSENT), False, "so would a failure, and it tells no words"),
    ],
)
def test_an_answer_that_is_none_says_nothing(
    desk: Desk, caplog: pytest.LogCaptureFixture, search: Any, again: bool, why: str
) -> None:
    client = desk.client()
    address = client.post(VERIFY, json={"quote": ABSENT, "keep": True}).headers["Location"]
    arrive(desk, NEAR, "near.txt")
    behind = Behind(Service.open(desk.home), search)
    noticer = Noticer(behind, desk.ledger, 5_000, None)  # type: ignore[arg-type]
    with caplog.at_level(logging.DEBUG):
        assert [noticer.round(now=datetime.now(UTC)) for _ in range(2)] == [0, 0]
    assert behind.asked == (2 if again else 1), why
    assert client.get(address).get_json()["changed_since"] is None
    assert "elephants" not in caplog.text


def test_the_question_is_the_one_that_was_asked(desk: Desk) -> None:
    asked = {"quote": ABSENT, "speaker": "Ada Lindqvist", "date": "2023-05", "language": "en"}
    client = desk.client()
    for given in (asked, {"quote": ABSENT}):
        body = client.post(VERIFY, json=given | {"keep": True}).get_json()
        assert question_of(body, 5_000) == Question(**given)  # type: ignore[arg-type]


def until(holds: Callable[[], object]) -> bool:
    """Whether something comes to hold; far longer than it takes is waited for."""
    for _ in range(3_000):
        if holds():
            return True
        time.sleep(0.01)
    return False


def test_it_runs_for_as_long_as_the_block(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    watched(desk, served)
    arrive(desk)
    with noticing_along(
        Settings(home=desk.folder, **settings(served)), Service.open(desk.home), desk.ledger
    ) as noticer:
        assert until(lambda: served.sent)
    assert noticer.stop(), "it has ended"


@pytest.mark.parametrize(
    ("failure", "lines", "why"),
    [
        (StoreBusy("writing"), 0, "somebody else writes: that is no failure"),
        (StoreError(ABSENT), 1, "told once, without the text"),
    ],
)
def test_a_failure_ends_nothing_and_tells_no_text(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    failure: Exception,
    lines: int,
    why: str,
) -> None:
    desk.client().post(VERIFY, json={"quote": ABSENT, "keep": True})
    arrive(desk)
    behind = Behind(Service.open(desk.home), failure)
    monkeypatch.setattr(noticing, "_AFTER_FAILURE", 0.01)
    noticer = Noticer(behind, desk.ledger, 5_000, None, pause=0.01)  # type: ignore[arg-type]
    with caplog.at_level(logging.WARNING, "verifier"):
        noticer.start()
        assert until(lambda: behind.asked > 1), why
        assert noticer.stop()
    assert (len(caplog.records) > 0) == bool(lines), why
    assert "elephants" not in caplog.text
