"""Notices: when, what is said, how it is signed, how often it is sent."""

from __future__ import annotations

import base64
import json
from itertools import takewhile

import pytest

from tests.conftest import ABSENT, ALTERED, VERBATIM
from verifier.remembering import notices
from verifier.service import Question, Service

PARAPHRASED = (
    "We built this library so that everyone would dare to ask, not for twelve quiet readers."
)


def test_a_signature_is_the_one_of_standard_webhooks() -> None:
    """The example with which its libraries are tested."""
    headers = notices.signed_headers(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        b'{"test": 2432232314}',
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        1614265330,
    )
    assert headers == {
        "Content-Type": "application/json",
        "Webhook-Id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "Webhook-Timestamp": "1614265330",
        "Webhook-Signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def test_identifier_time_and_body_are_all_signed() -> None:
    secret = notices.new_secret()
    given = [("a", b"{}", 1), ("b", b"{}", 1), ("a", b"{ }", 1), ("a", b"{}", 2)]
    signed = [notices.signed_headers(i, b, secret, at)["Webhook-Signature"] for i, b, at in given]
    other = notices.signed_headers("a", b"{}", notices.new_secret(), 1)["Webhook-Signature"]
    assert len({*signed, other}) == 5


def test_secrets_are_long_and_not_shown() -> None:
    made = {notices.new_secret() for _ in range(100)}
    assert len(made) == 100
    assert {len(base64.b64decode(each.removeprefix("whsec_"))) for each in made} == {32}
    (one, *_) = made
    assert one not in repr(notices.Recipient("https://cms.example/", one, "t"))


def test_a_notice_says_where_to_read_and_no_more() -> None:
    body = notices.notice_body(notices.QUOTE_FOUND, "0123", "2026-01-02T12:00:00Z")
    assert json.loads(body) == {
        "type": "quote-found",
        "check": "0123",
        "link": "/checks/0123",
        "at": "2026-01-02T12:00:00Z",
    }
    named = notices.notice_id(notices.QUOTE_FOUND, "0123")
    assert "." not in named, "it is parted from the time by a full stop"


def test_a_notice_of_a_job_says_which_and_when() -> None:
    body = notices.notice_body(notices.JOB_DONE, "0123", "2026-01-02T12:00:00Z")
    assert json.loads(body) == {
        "type": "job-done",
        "job": "0123",
        "link": "/file/0123",
        "at": "2026-01-02T12:00:00Z",
    }
    assert notices.notice_id(notices.JOB_DONE, "0123") == "job-done-0123"


def test_waits_grow_and_end() -> None:
    waits = list(takewhile(lambda wait: wait is not None, map(notices.wait_after, range(1, 100))))
    assert waits[:3] == [30.0, 120.0, 480.0]
    assert len(waits) == 6
    assert sum(wait or 0 for wait in waits) > 11 * 3600, "a receiver may be down for a night"


@pytest.mark.parametrize(
    ("quote", "may", "has", "why"),
    [
        (ABSENT, True, False, "nothing like it is there"),
        (VERBATIM, False, True, "it is there"),
        (ALTERED, False, True, "it is there in other words"),
        ("the", False, False, "too short to be found, whatever comes in"),
    ],
)
def test_what_may_turn_up_and_what_has(
    service: Service, quote: str, may: bool, has: bool, why: str
) -> None:
    report = service.verify(Question(quote))
    assert (notices.may_turn_up(report), notices.turned_up(report)) == (may, has), why


def test_a_closest_passage_is_not_the_quote(service: Service) -> None:
    report = service.verify(Question(PARAPHRASED))
    assert report.verdict.code == "paraphrase" and report.match is not None
    assert (notices.may_turn_up(report), notices.turned_up(report)) == (True, False)
