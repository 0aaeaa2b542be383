"""ssrf-set: addresses that lead inside, in all spellings; no connection, one line each.

Switched off to see it fail: `corpus.fetch._checked` (its test of every address), the port and
user-name rules of `corpus.addresses.target_of`, and connecting to the checked address.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator, Sequence

import pytest

from corpus.errors import UnreadableSource
from corpus.fetch import FetchPolicy, fetch
from tests.corpus.loopback import Answer, moved, page, serving

NAMES = {
    "inside.example": ["10.0.0.7"],
    "half.example": ["93.184.216.34", "127.0.0.1"],
    "mapped.example": ["::ffff:169.254.169.254"],
    "nat.example": ["64:ff9b::a00:1"],
    "localhost": ["127.0.0.1", "::1"],
    "xn--localhst-bgb.example": ["127.0.0.1"],
}


def resolve(host: str, port: int) -> Sequence[str]:
    """Names from a list; numbers as the system reads them, without asking anybody."""
    if host in NAMES:
        return NAMES[host]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    return [str(entry[4][0]) for entry in found]


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    made: list[object] = []

    def connect(_: socket.socket, address: object) -> None:
        made.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", connect)
    yield made


ADDRESSES = [
    "http://127.0.0.1/", "http://127.1/", "http://0x7f.1/", "http://0177.0.0.1/",
    "http://2130706433/", "http://0/", "http://[::1]/", "http://[::]/",
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/", "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/", "http://100.64.0.1/", "http://192.0.0.8/", "http://10.0.0.1/",
    "http://localhost/", "http://LOCALHOST./", "http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3/",
    "http://inside.example/", "http://half.example/", "http://mapped.example/",
    "http://nat.example/", "https://inside.example/", "http://unknown.example/",
    "http://user@93.184.216.34/", "http://a:b@127.0.0.1/", "http://93.184.216.34:22/",
    "http://93.184.216.34:6379/", "file:///etc/passwd", "gopher://127.0.0.1:70/",
    "ftp://127.0.0.1/", "dict://127.0.0.1:11211/", "data:text/html,x", "javascript:alert(1)",
    "http:///etc/passwd", "http://93.184.216.34#@127.0.0.1:22/", "http://1.1.1.1 &@2.2.2.2/",
    "http://93.184.216.34\t@127.0.0.1/", "http://127.0.0.1%00.example/",
]  # fmt: skip
HARMLESS = {"http://93.184.216.34#@127.0.0.1:22/"}


@pytest.mark.parametrize("address", [a for a in ADDRESSES if a not in HARMLESS])
def test_the_address_is_refused_without_a_connection_and_with_one_line(
    address: str, connections: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(UnreadableSource):
        fetch(address, FetchPolicy(resolve=resolve))
    assert connections == []
    assert len(caplog.records) == 1
    assert "\n" not in caplog.records[0].getMessage()


@pytest.mark.parametrize("address", sorted(HARMLESS))
def test_what_only_looks_hostile_is_asked_for_at_its_true_place(
    address: str, connections: list[object]
) -> None:
    with pytest.raises(UnreadableSource, match="does not answer"):
        fetch(address, FetchPolicy(resolve=resolve))
    assert connections == [("93.184.216.34", 80)]


@pytest.mark.parametrize(
    "to", ["http://169.254.169.254:{}/", "http://localhost:{}/", "http://[::1]:{}/",
           "http://2130706433:{}/", "file:///etc/passwd"]
)  # fmt: skip
def test_a_redirect_inside_is_refused(to: str) -> None:
    asked: list[str] = []

    def at_home_once(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else resolve(host, port)

    answers: dict[str, Answer] = {}
    with serving(answers) as served:
        answers["/"] = moved(to.format(served.port))
        policy = served.policy(resolve=at_home_once, allowed=lambda address: len(asked) == 1)
        with pytest.raises(UnreadableSource, match=r"not public|only http"):
            fetch(served.url("/"), policy)
    assert [path for _, path in served.asked] == ["/"]


def test_a_name_that_changes_between_checking_and_asking_is_asked_where_it_was_checked() -> None:
    answers = iter([["127.0.0.1"], ["169.254.169.254"], ["169.254.169.254"]])
    with serving({"/": page(b"<p>It rained.</p>")}) as served:
        policy = served.policy(
            resolve=lambda host, port: next(answers), allowed=lambda a: a == "127.0.0.1"
        )
        assert fetch(served.url("/"), policy).content == b"<p>It rained.</p>"
        with pytest.raises(UnreadableSource, match="not public"):
            fetch(served.url("/"), policy)
    assert len(served.asked) == 1
