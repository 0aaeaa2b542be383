"""Fetching: what is taken, what is refused, and that the checked address is the asked one."""

from __future__ import annotations

import gzip
import logging
import socket
import time
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler

import pytest

from corpus.errors import UnreadableSource, UnsupportedFormat
from corpus.fetching.fetch import FORMATS, fetch
from corpus.ingest import read_source
from tests.corpus.loopback import moved, page, serving

PAGE = b"<html><body><article><p>It rained for a week.</p></article></body></html>"


def test_a_page_is_fetched_under_its_name_and_can_be_read() -> None:
    with serving({"/a?x=1": page(PAGE, "Text/HTML; charset=utf-8")}) as served:
        fetched = fetch(served.url("/a?x=1#part"), served.policy())
    assert (fetched.content, fetched.media_type, fetched.form) == (PAGE, "text/html", "html")
    assert served.asked == [(f"quay.example:{served.port}", "/a?x=1")]
    (draft,) = read_source(fetched.address, fetched.content, form=fetched.form)
    assert draft.text == "It rained for a week." and draft.origin == fetched.address


@pytest.mark.parametrize(
    ("path", "media_type", "form"),
    [("/a.srt", "text/plain", "srt"), ("/a.PDF?x=1.md", "application/octet-stream", "pdf"),
     ("/a.srt", "text/html", "html"), ("/a", "text/plain", "txt"), ("/a.exe", "text/plain", "txt")],
)  # fmt: skip
def test_the_type_decides_and_the_ending_only_where_the_type_says_nothing(
    path: str, media_type: str, form: str
) -> None:
    with serving({path: page(b"x", media_type)}) as served:
        assert fetch(served.url(path), served.policy()).form == form


def test_packed_content_is_unpacked() -> None:
    answer = page(gzip.compress(PAGE), Content_Encoding="gzip")
    with serving({"/": answer}) as served:
        assert fetch(served.url("/"), served.policy()).content == PAGE


def test_redirects_are_followed_and_the_last_address_is_told() -> None:
    with serving({"/a": moved("b"), "/b": moved("/c", 308), "/c": page(PAGE)}) as served:
        assert fetch(served.url("/a"), served.policy()).address == served.url("/c")


def test_redirects_end() -> None:
    answers = {f"/{n}": moved(f"/{n + 1}") for n in range(9)}
    with serving(answers) as served, pytest.raises(UnreadableSource, match="leads on"):
        fetch(served.url("/0"), served.policy())
    assert len(served.asked) == 6


def test_every_hop_is_resolved_once_and_every_address_of_it_must_be_public() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if host == "quay.example" else ["127.0.0.1", "10.0.0.7"]

    answers = {"/": moved("/b")}
    with serving(answers) as served, pytest.raises(UnreadableSource, match="not public"):
        answers["/b"] = moved(f"http://inside.example:{served.port}/secret")
        fetch(
            served.url("/"),
            served.policy(resolve=resolve, allowed=lambda address: address == "127.0.0.1"),
        )
    assert [path for _, path in served.asked] == ["/", "/b"]
    assert asked == ["quay.example", "quay.example", "inside.example"]


def test_a_name_that_changes_after_it_was_checked_changes_nothing() -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    with serving({"/": page(PAGE)}) as served:
        policy = served.policy(
            resolve=lambda host, port: next(answers), allowed=lambda a: a == "127.0.0.1"
        )
        assert fetch(served.url("/"), policy).content == PAGE


BAD = [
    ({"/": page(PAGE, "image/png")}, "type", "a picture"),
    ({"/": page(PAGE, "")}, "type", "no type"),
    ({}, "404", "not there"),
    ({"/": moved("file:///etc/hostname")}, "only http", "leads to a file"),
    ({"/": moved("http://u:p@quay.example/")}, "user name", "leads to a password"),
    ({"/": page(PAGE * 40)}, "more than 1 000", "too large"),
    ({"/": page(gzip.compress(b"0" * 30_000_000), Content_Encoding="gzip")}, "more than",
     "small on the way, large when unpacked"),
    ({"/": page(b"no gzip at all", Content_Encoding="gzip")}, "does not answer", "damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "reason", "why"), BAD)
def test_an_answer_that_is_not_taken_is_logged_in_one_line(
    answers: dict[str, object], reason: str, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.WARNING),
        serving(answers) as served,  # type: ignore[arg-type]
        pytest.raises((UnreadableSource, UnsupportedFormat)) as refused,
    ):
        fetch(served.url("/"), served.policy(largest=1000))
    assert reason in str(refused.value), why
    assert len(caplog.records) == 1


def test_no_query_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with serving({}) as served, pytest.raises(UnreadableSource):
        fetch(served.url("/a?token=canary"), served.policy())
    assert "canary" not in caplog.text and "/a" in caplog.text


@pytest.mark.parametrize("phase", ["head", "body"])
def test_a_byte_now_and_then_does_not_keep_anybody_waiting(phase: str) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        if phase == "body":
            request.send_response(200)
            request.send_header("Content-Type", "text/html")
            request.end_headers()
        else:
            request.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.1)

    with serving({"/": answer}) as served, pytest.raises(UnreadableSource, match="too long"):
        fetch(served.url("/"), served.policy(seconds=0.5))


def test_a_closed_door_is_an_answer_and_so_is_an_unknown_name() -> None:
    with serving({}) as served:
        policy = served.policy()
    with pytest.raises(UnreadableSource, match="does not answer"):
        fetch(served.url("/"), policy)

    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror

    with pytest.raises(UnreadableSource, match="not known"):
        fetch(served.url("/"), served.policy(resolve=unknown))


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": page(PAGE)}) as served:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        assert fetch(served.url("/"), served.policy()).content == PAGE


def test_an_egress_proxy_gets_the_whole_address() -> None:
    with serving({"http://quay.example:1/a": page(PAGE)}) as proxy:
        policy = proxy.policy(proxy=f"http://127.0.0.1:{proxy.port}", ports={"http": 1})
        assert fetch("http://quay.example:1/a", policy).content == PAGE
        blocked = proxy.policy(
            proxy=f"http://127.0.0.1:{proxy.port}", ports={"http": 1}, allowed=lambda a: False
        )
        with pytest.raises(UnreadableSource, match="not public"):
            fetch("http://quay.example:1/a", blocked)
    assert proxy.asked == [("quay.example:1", "http://quay.example:1/a")]


def test_whoever_asks_says_which_types_are_taken() -> None:
    feed = page(b'{"claims": []}', "application/ld+json; charset=utf-8")
    with serving({"/feed": feed}) as served:
        url, policy = served.url("/feed"), served.policy()
        with pytest.raises(UnsupportedFormat) as refused:
            fetch(url, policy)
        found = fetch(url, policy, FORMATS | {"application/ld+json": "json"})
    assert "json" not in refused.value.known
    assert (found.form, found.content) == ("json", b'{"claims": []}')
