"""slow-url: a byte a second, an endless body, a packed bomb; cut at the limit.

Switched off to see it fail: the watch in `corpus.fetching.fetch_connection._watched` (slow head and
body), and the count of the unpacked bytes in `corpus.fetching.fetch._taken` (endless body and
bomb).
"""

from __future__ import annotations

import gzip
import time
from http.server import BaseHTTPRequestHandler

import pytest

from corpus.errors import UnreadableSource
from corpus.fetching.fetch import fetch
from tests.corpus.loopback import Answer, page, serving


def head(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()


def drip(request: BaseHTTPRequestHandler) -> None:
    head(request)
    for _ in range(60):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.2)


def drip_in_head(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Slow: ")
    for _ in range(60):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.2)


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def endless(request: BaseHTTPRequestHandler) -> None:
    head(request)
    while True:
        request.wfile.write(b"x" * 65_536)


BOMB = gzip.compress(bytes(50_000_000))
SLOW: list[tuple[Answer, str, str]] = [
    (drip, "too long", "a byte now and then"),
    (drip_in_head, "too long", "a head that does not end"),
    (silent, "too long", "nothing at all"),
    (endless, "more than", "a body that does not end"),
    (page(BOMB, Content_Encoding="gzip"), "more than", "50 MB in 50 kB"),
]


@pytest.mark.parametrize(("answer", "reason", "why"), SLOW)
def test_the_answer_is_cut_at_the_limit(answer: Answer, reason: str, why: str) -> None:
    with serving({"/": answer}) as served:
        began = time.monotonic()
        with pytest.raises(UnreadableSource) as refused:
            fetch(served.url("/"), served.policy(seconds=1.0, largest=1_000_000))
        assert time.monotonic() - began < 10
    assert reason in refused.value.reason, why
