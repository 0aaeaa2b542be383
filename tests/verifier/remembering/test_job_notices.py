"""Who is told that a job has ended: once, when it has, and with no word of its rows."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ABSENT
from tests.corpus.loopback import Answer, Served, serving, status
from tests.desks import Desk
from tests.verifier.serving.test_noticing import noticer_of, ours, settings
from verifier.remembering import job_notices, jobs
from verifier.remembering.audit import events
from verifier.remembering.tokens import all_tokens, revoke

JOBS = "/api/v1/jobs"
HOOK = "http://127.0.0.1:{}/hook"
FILE = f"quote\n{ABSENT}\n"


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


def sent(desk: Desk, served: Served, **more: Any) -> Any:
    asked = {
        "data": FILE,
        "query_string": {"notify": HOOK.format(served.port)},
        "content_type": "text/csv",
    }
    headers = more.pop("headers", None) or desk.token("check")
    client = desk.client(**settings(served))
    return client.post(JOBS, headers=headers, **(asked | more))


def end(desk: Desk, reason: str | None = None) -> None:
    lease = jobs.claim(desk.ledger, "somebody", now=datetime.now(UTC))
    assert lease is not None
    assert jobs.finish(desk.ledger, lease, now=datetime.now(UTC), reason=reason)


@pytest.mark.parametrize("reason", [None, "internal"])
def test_who_asked_is_told_once_when_the_job_has_ended(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]], reason: str | None
) -> None:
    """Switched off: `job_ended` in `verifier.remembering.jobs.finish`."""
    served, _ = receiver
    answer = sent(desk, served)
    assert answer.status_code == 202
    job_id, secret = answer.get_json()["id"], answer.get_json()["watch"]["secret"]
    noticer, later = noticer_of(desk, served), datetime.now(UTC) + timedelta(minutes=1)
    noticer.round(now=later)
    assert served.sent == [], "it has not ended"
    assert job_notices.waits(desk.ledger, job_id)
    end(desk, reason)
    for _ in range(3):
        noticer.round(now=later)
    ((headers, body),) = served.sent
    assert ours(headers, body, secret)
    assert headers["webhook-id"] == f"job-done-{job_id}"
    told = json.loads(body)
    assert told.keys() == {"type", "job", "link", "at"}
    assert (told["type"], told["job"], told["link"]) == ("job-done", job_id, f"/file/{job_id}")
    assert [each.event for each in events(desk.ledger)][-1] == "notice_sent"
    assert not job_notices.waits(desk.ledger, job_id)


def test_address_and_secret_go_when_it_is_over(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    sent(desk, served)
    end(desk)
    noticer_of(desk, served).round(now=datetime.now(UTC) + timedelta(minutes=1))
    desk.ledger.forget()
    held = b"".join(each.read_bytes() for each in desk.folder.glob("service.sqlite3*"))
    assert b"whsec_" not in held and b"/hook" not in held


def test_a_receiver_that_is_down_is_told_later_under_the_same_identifier(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, answers = receiver
    answers["/hook"] = status(503)
    sent(desk, served)
    end(desk)
    noticer, now = noticer_of(desk, served), datetime.now(UTC) + timedelta(seconds=1)
    noticer.round(now=now)
    noticer.round(now=now + timedelta(seconds=20))
    assert len(served.sent) == 1, "not before half a minute"
    answers["/hook"] = status(204)
    noticer.round(now=now + timedelta(seconds=40))
    assert len({headers["webhook-id"] for headers, _ in served.sent}) == 1
    assert len(served.sent) == 2


@pytest.mark.parametrize("why", ["stopped", "erased", "token", "expired"])
def test_nobody_is_told(desk: Desk, receiver: tuple[Served, dict[str, Answer]], why: str) -> None:
    """Of a job that its owner stopped or erased, for a token taken back, after its term."""
    served, _ = receiver
    answer, now = sent(desk, served), datetime.now(UTC)
    job_id, owner = answer.get_json()["id"], all_tokens(desk.ledger)[0].id
    if why == "stopped":
        assert jobs.cancel(desk.ledger, job_id, owner, now=now) is not None
    else:
        end(desk)
    if why == "erased":
        assert jobs.cancel(desk.ledger, job_id, owner, now=now) is None
    if why == "token":
        revoke(desk.ledger, owner, now="2026-01-01T00:00:00Z")
    later = now + timedelta(days=31 if why == "expired" else 0, minutes=1)
    noticer_of(desk, served).round(now=later)
    assert served.sent == []


@pytest.mark.parametrize(
    ("settings_of", "headers", "url", "status_code"),
    [
        ({}, True, "https://cms.example/hook", 422),
        ({"notify": True}, False, "https://cms.example/hook", 401),
        ({"notify": True}, True, "http://127.0.0.1/hook", 422),
        ({"notify": True}, True, "file:///etc/passwd", 422),
        ({"notify": True}, True, "https://10.0.0.1/hook", 422),
    ],
)
def test_nothing_is_taken_in_where_a_notice_may_not_go(
    desk: Desk, settings_of: dict[str, Any], headers: bool, url: str, status_code: int
) -> None:
    client = desk.client(**settings_of)
    answer = client.post(
        JOBS,
        data=FILE,
        query_string={"notify": url},
        content_type="text/csv",
        headers=desk.token("check") if headers else {},
    )
    assert answer.status_code == status_code
    if status_code == 422:
        assert answer.get_json()["errors"][0]["pointer"] == "/notify"
    assert jobs.known(desk.ledger) == frozenset()
    jobs_folder = desk.folder / "jobs"
    assert not jobs_folder.exists() or not list(jobs_folder.iterdir())


def test_the_same_key_gives_the_same_secret_and_one_notice(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    token = desk.token("check")
    twice = [
        sent(desk, served, headers=token | {"Idempotency-Key": "one"}).get_json() for _ in range(2)
    ]
    assert twice[0] == twice[1]
    other = sent(
        desk,
        served,
        headers=token | {"Idempotency-Key": "one"},
        query_string={"notify": HOOK.format(served.port) + "/else"},
    )
    assert other.status_code == 422
    end(desk)
    noticer_of(desk, served).round(now=datetime.now(UTC) + timedelta(minutes=1))
    assert len(served.sent) == 1


def test_it_may_stand_in_the_form(desk: Desk, receiver: tuple[Served, dict[str, Answer]]) -> None:
    served, _ = receiver
    form = {"file": (io.BytesIO(FILE.encode()), "a.csv"), "notify": HOOK.format(served.port)}
    answer = sent(desk, served, data=form, content_type="multipart/form-data", query_string={})
    assert answer.get_json()["watch"]["secret"].startswith("whsec_")


def test_the_page_of_a_job_says_that_somebody_will_be_told(
    desk: Desk, receiver: tuple[Served, dict[str, Answer]]
) -> None:
    served, _ = receiver
    token, said = desk.token("check"), "the address that was named with it is told"
    address = sent(desk, served, headers=token).get_json()["links"]["html"]
    client = desk.client(**settings(served))
    assert said in client.get(address, headers=token).get_data(as_text=True)
    end(desk)
    assert said not in client.get(address, headers=token).get_data(as_text=True)
