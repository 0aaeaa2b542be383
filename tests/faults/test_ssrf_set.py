"""ssrf-set: addresses that lead inside, in all spellings; no connection, one line each.

Switched off to see it fail: `corpus.fetching.fetch_connection.checked` (its test of every address),
the port and user-name rules of `corpus.fetching.addresses.target_of`, connecting to the checked
address, the line in `verifier.serving.fetching.audited`, and the one in
`verifier.api.keeping.recipient`.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.errors import UnreadableSource
from corpus.fetching.fetch import FetchPolicy, fetch
from tests.corpus.loopback import Answer, moved, page, serving
from tests.desks import Desk
from verifier.api import sources_writing
from verifier.cli import main
from verifier.commands import sources
from verifier.remembering.audit import events
from verifier.serving import notice_addresses
from verifier.serving.fetching import REFUSED

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
HOSTILE = [a for a in ADDRESSES if a not in HARMLESS]


@pytest.mark.parametrize("address", HOSTILE)
def test_the_address_is_refused_without_a_connection_and_with_one_line(
    address: str, connections: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(UnreadableSource):
        fetch(address, FetchPolicy(resolve=resolve))
    assert connections == []
    assert len(caplog.records) == 1
    assert "\n" not in caplog.records[0].getMessage()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A service and commands that resolve as above and are guarded as ever."""
    asking = partial(fetch, policy=FetchPolicy(resolve=resolve))
    for module in (sources_writing, sources):
        monkeypatch.setattr(module, "fetching", lambda settings: asking)
    monkeypatch.setenv("VERIFIER_HOME", str(tmp_path))
    opened = Desk.open(tmp_path)
    yield opened
    opened.close()


def test_the_service_leaves_one_line_in_the_audit_and_makes_no_connection(
    desk: Desk, connections: list[object]
) -> None:
    client, token = desk.client(fetch=True), desk.token("ingest")
    (who,) = [each.subject for each in events(desk.ledger)]
    for number, address in enumerate(HOSTILE, start=2):
        answer = client.post("/api/v1/sources", json={"url": address}, headers=token)
        assert answer.status_code == 422, address
        lines = events(desk.ledger)
        assert (len(lines), lines[-1].event, lines[-1].who) == (number, REFUSED, who), address
    assert connections == []


def test_an_address_to_be_told_at_is_refused_alike(
    desk: Desk, connections: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        notice_addresses, "FetchPolicy", lambda **given: FetchPolicy(resolve=resolve, **given)
    )
    client, token = desk.client(notify=True), desk.token("check")
    for number, address in enumerate(HOSTILE, start=2):
        for url in (address, address.replace("http:", "https:")):
            asked = {"quote": "It rained for a week.", "keep": True, "notify": {"url": url}}
            answer = client.post("/api/v1/verify", json=asked, headers=token)
            assert answer.status_code == 422, url
            assert answer.get_json()["errors"][0]["pointer"] == "/notify/url"
        lines = events(desk.ledger)
        assert (len(lines), lines[-1].event) == (2 * number - 2 + 1, REFUSED), address
    assert connections == []


def test_the_command_leaves_one_line_in_the_audit_and_makes_no_connection(
    desk: Desk, connections: list[object]
) -> None:
    for number, address in enumerate(HOSTILE, start=1):
        done = CliRunner().invoke(main, ["corpus", "add", "--no-wait", address])
        assert (done.exit_code, done.stdout) == (1, ""), address
        lines = events(desk.ledger)
        assert (len(lines), lines[-1].event, lines[-1].who) == (number, REFUSED, "operator")
    assert connections == []


def test_a_list_of_them_leaves_a_line_each(
    desk: Desk, connections: list[object], tmp_path: Path
) -> None:
    plain = [a for a in HOSTILE if "\t" not in a]
    entries = "".join(f"[[source]]\naddress = '{address}'\n" for address in plain)
    (tmp_path / "list.toml").write_text(entries, "utf-8")
    assert CliRunner().invoke(main, ["corpus", "add", str(tmp_path / "list.toml")]).exit_code == 1
    assert [each.event for each in events(desk.ledger)] == [REFUSED] * len(plain)
    assert connections == []


def test_where_a_redirect_led_is_in_the_audit_and_no_secret_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = {"inside.example": "10.0.0.7"}
    answers: dict[str, Answer] = {}
    with serving(answers) as served:
        answers["/?token=s3cret"] = moved(f"http://inside.example:{served.port}/admin?key=s3cret")
        policy = served.policy(
            resolve=lambda host, port: [inside.get(host, "127.0.0.1")],
            allowed=lambda address: address == "127.0.0.1",
        )
        asking = partial(fetch, policy=policy)
        monkeypatch.setattr(sources_writing, "fetching", lambda settings: asking)
        given = {"url": served.url("/?token=s3cret")}
        desk.client(fetch=True).post("/api/v1/sources", json=given, headers=desk.token("ingest"))
        assert len(served.asked) == 1
        led = events(desk.ledger)[-1]
        assert (led.event, led.subject) == (REFUSED, f"http://inside.example:{served.port}/admin")


def test_an_answer_that_only_fails_is_no_attempt(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({}) as served:
        asking = partial(fetch, policy=served.policy())
        monkeypatch.setattr(sources, "fetching", lambda settings: asking)
        assert CliRunner().invoke(main, ["corpus", "add", served.url("/gone")]).exit_code == 1
    assert events(desk.ledger) == []


def test_what_is_no_address_is_not_written_down(desk: Desk) -> None:
    given = {"url": "He said: the minister will resign on Monday"}
    desk.client(fetch=True).post("/api/v1/sources", json=given, headers=desk.token("ingest"))
    assert events(desk.ledger)[-1].subject == "(no address)"


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
