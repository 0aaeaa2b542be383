"""Sending a few bytes: where to, what arrives, and that nothing is followed or waited for."""

from __future__ import annotations

import logging
import time
from http.server import BaseHTTPRequestHandler

import pytest

from corpus.errors import AddressRefused, UnreadableSource
from corpus.fetching.fetch_connection import FetchPolicy
from corpus.fetching.fetch_post import may_post, post
from tests.corpus.loopback import moved, page, serving, status

BODY = b'{"type": "a"}'
TYPE = {"Content-Type": "application/json"}


@pytest.mark.parametrize("code", [200, 204, 302, 404, 410, 500])
def test_a_body_arrives_as_it_is_and_the_status_is_told(code: int) -> None:
    with serving({"/hook?k=1": status(code)}) as served:
        assert post(served.url("/hook?k=1"), BODY, TYPE, served.policy()) == code
        ((headers, body),) = served.sent
    assert (headers["host"], headers["content-type"]) == (
        f"quay.example:{served.port}",
        "application/json",
    )
    assert body == BODY


def test_no_redirect_is_followed() -> None:
    with serving({"/": moved("/b", 307), "/b": status(200)}) as served:
        assert post(served.url("/"), BODY, TYPE, served.policy()) == 307
    assert [path for _, path in served.asked] == ["/"]


def test_nothing_of_an_endless_answer_is_read() -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 65_536)

    with serving({"/": endless}) as served:
        assert post(served.url("/"), BODY, TYPE, served.policy()) == 200


def test_an_answer_that_does_not_come_is_not_waited_for() -> None:
    refused = pytest.raises(UnreadableSource, match="does not answer")
    with serving({"/": lambda request: time.sleep(1.0)}) as served, refused:
        post(served.url("/"), BODY, TYPE, served.policy(seconds=0.2))


@pytest.mark.parametrize(
    ("url", "reason", "why"),
    [
        ("http://10.0.0.7/hook", "not public", "a neighbour"),
        ("http://127.0.0.1/hook", "not public", "this machine"),
        ("http://[::ffff:169.254.169.254]/hook", "not public", "a cloud's own service"),
        ("ftp://quay.example/hook", "only http", "another scheme"),
        ("http://a:b@93.184.216.34/hook", "user name", "credentials"),
        ("http://93.184.216.34:8080/hook", "usual ports", "another port"),
    ],
)
def test_what_may_not_be_asked_is_not(
    url: str, reason: str, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    policy = FetchPolicy(resolve=lambda host, port: [host])
    with pytest.raises(AddressRefused, match=reason):
        may_post(url, policy)
    with caplog.at_level(logging.INFO), pytest.raises(AddressRefused, match=reason):
        post(f"{url}/s3cret?key=s3cret", BODY, TYPE, policy)
    assert len(caplog.records) == 1, why
    assert "s3cret" not in caplog.text
    assert "hook" not in caplog.text


def test_whether_an_address_may_be_posted_to_asks_nobody() -> None:
    with serving({"/": page(b"")}) as served:
        assert may_post(served.url("/"), served.policy()).host == "quay.example"
    assert served.asked == []


def test_an_address_is_checked_anew_when_it_is_posted_to() -> None:
    answers = iter([["127.0.0.1"], ["169.254.169.254"]])
    with serving({"/": status(200)}) as served:
        policy = served.policy(
            resolve=lambda host, port: next(answers), allowed=lambda a: a == "127.0.0.1"
        )
        may_post(served.url("/"), policy)
        with pytest.raises(AddressRefused):
            post(served.url("/"), BODY, TYPE, policy)
    assert served.asked == []
