"""Two server processes on one home are one service: limits, keys, checks and tokens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.conftest import PROJECT, VERBATIM
from tests.corpus.loopback import Served, serving, status
from tests.desks import THEN, Desk
from verifier.remembering.ledger import Ledger
from verifier.remembering.tokens import all_tokens, revoke

BURST = 25
SOURCES = "/api/v1/sources"
VERIFY = "/api/v1/verify"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: Any


@dataclass(frozen=True)
class Pair:
    """The addresses of both servers, the desk they share, and who may be told of notices."""

    addresses: tuple[str, str]
    desk: Desk
    receiver: Served

    def ask(
        self, which: int, path: str, token: dict[str, str], body: object = None, **more: str
    ) -> Answer:
        given = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} | token | more
        request = Request(self.addresses[which] + path, given, headers)
        try:
            with urlopen(request, timeout=60) as answer:
                return Answer(answer.status, answer.headers, json.load(answer))
        except HTTPError as refused:
            with refused:
                return Answer(refused.code, refused.headers, json.load(refused))


@pytest.fixture(scope="module")
def receiver() -> Iterator[Served]:
    with serving({"/hook": status(204)}) as served:
        yield served


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, receiver: Served) -> Iterator[Pair]:
    desk = Desk.open(tmp_path_factory.mktemp("shared") / "home")
    environment = os.environ | {
        "VERIFIER_HOME": str(desk.folder),
        "VERIFIER_NOTIFY": "1",
        "VERIFIER_NOTIFY_HOSTS": f"127.0.0.1:{receiver.port}",
        "VERIFIER_MAX_RATE": "1",
        "VERIFIER_MAX_BURST": str(BURST),
        "VERIFIER_LOG_LEVEL": "error",
    }
    command = [sys.executable, "-c", "from verifier.cli import main; main()", "serve", "--port=0"]
    servers = [
        subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    try:
        addresses = []
        for server in servers:
            assert server.stderr is not None
            addresses.append(server.stderr.readline().split()[-1])
        yield Pair((addresses[0], addresses[1]), desk, receiver)
    finally:
        for server in servers:
            server.send_signal(signal.SIGTERM)
        for server in servers:
            assert server.wait(timeout=30) == 0
            assert server.stderr is not None
            server.stderr.close()
        desk.close()


def test_one_token_has_one_limit_over_both(pair: Pair) -> None:
    """Switched off: the ledger under `verifier.remembering.limits.spend` (a level in memory in its
    place).
    """
    token, began = pair.desk.token("read"), monotonic()

    def ask(number: int) -> int:
        return pair.ask(number % 2, "/api/v1/corpus", token).status

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(ask, range(3 * BURST)))
    back = int(monotonic() - began) + 1
    assert BURST <= answers.count(200) <= BURST + back
    assert answers.count(200) + answers.count(429) == 3 * BURST


def test_one_key_sent_to_both_at_once_does_its_work_once(pair: Pair) -> None:
    """Switched off: claiming the key before the work, in `verifier.api.sources_writing`."""
    token = pair.desk.token("ingest")
    for turn in range(4):
        body = {"text": f"The ferry crossed the river {turn} times before the fog came down."}
        key = {"Idempotency-Key": f"both-{turn}"}
        with ThreadPoolExecutor(2) as pool:
            sent = [pool.submit(pair.ask, k, SOURCES, token, body, **key) for k in range(2)]
            answers = [each.result() for each in sent]
        assert {each.status for each in answers} <= {201, 409}
        worked = [each for each in answers if "Idempotency-Replayed" not in each.headers]
        assert [each.status for each in worked].count(201) == 1
        again = [pair.ask(k, SOURCES, token, body, **key) for k in range(2)]
        assert [each.status for each in again] == [201, 201]
        assert len({json.dumps(each.body) for each in again}) == 1


def test_one_source_added_through_one_is_found_through_both(pair: Pair) -> None:
    token = pair.desk.token("ingest", "check")
    words = "Nineteen lanterns hung above the lock when the mayor spoke at midnight"
    assert pair.ask(0, SOURCES, token, {"text": f"{words}."}).status == 201
    for which in range(2):
        found = pair.ask(which, VERIFY, token, {"quote": words}).body
        assert found["verdict"]["code"] == "verbatim"


def test_a_check_kept_by_one_is_read_through_the_other_by_its_owner_alone(pair: Pair) -> None:
    owner, other = pair.desk.token("check"), pair.desk.token("check")
    kept = pair.ask(0, VERIFY, owner, {"quote": VERBATIM, "keep": True})
    address = kept.headers["Location"]
    assert kept.status == 201
    for which in range(2):
        mine, theirs = (pair.ask(which, address, token) for token in (owner, other))
        assert (mine.status, theirs.status) == (200, 404)
        assert mine.body["match"] == kept.body["match"]


def test_a_file_given_to_one_is_worked_through_once_and_fetched_from_both(pair: Pair) -> None:
    """Switched off: the claim in `verifier.remembering.jobs` (both work on it), `working_along` in
    the command (nobody does)."""
    token = pair.desk.token("check")
    lines = "".join(json.dumps({"quote": f"{VERBATIM} {n % 40}"}) + "\n" for n in range(120))
    asked = Request(
        f"{pair.addresses[0]}/api/v1/jobs",
        lines.encode(),
        {"Content-Type": "application/jsonl"} | token,
    )
    with urlopen(asked, timeout=60) as taken:
        address = taken.headers["Location"]
    shown = pair.ask(1, address, token)
    while shown.body["state"] in ("waiting", "running"):
        sleep(1.1)  # as often as the limit of these servers allows
        shown = pair.ask(1, address, token)
    counts = shown.body["counts"]
    assert shown.body["state"] == "done"
    assert (counts["done"], counts["checked"], counts["duplicates"]) == (120, 40, 80)
    answers = []
    for server in pair.addresses:
        with urlopen(Request(f"{server}{address}/results", None, token), timeout=60) as file:
            answers.append(file.read())
    assert answers[0] == answers[1]
    assert len(answers[0].splitlines()) == 120


def test_a_quote_that_turns_up_is_told_of_once_by_one_of_both(pair: Pair) -> None:
    """Switched off: taking a notice before sending it, in `verifier.remembering.watches`;
    `noticing_along` in the command (nobody is told)."""
    token = pair.desk.token("check", "ingest")
    words = "Forty brass kettles were counted on the quay before anybody spoke of the fog"
    told = {"url": f"http://127.0.0.1:{pair.receiver.port}/hook"}
    asked = {"quote": words, "keep": True, "notify": told}
    kept = [pair.ask(which, VERIFY, token, asked) for which in range(2)]
    assert [each.body["verdict"]["code"] for each in kept] == ["not_found"] * 2
    assert pair.ask(1, SOURCES, token, {"text": f"{words}."}).status == 201
    end = monotonic() + 60
    while len(pair.receiver.sent) < 2 and monotonic() < end:
        sleep(0.1)
    sleep(6)  # another round of both
    checks = [json.loads(body)["check"] for _, body in pair.receiver.sent]
    assert sorted(checks) == sorted(each.body["id"] for each in kept)
    for which, each in enumerate(kept):
        shown = pair.ask(1 - which, each.headers["Location"], token)
        assert shown.body["changed_since"] is not None


def test_a_token_that_was_taken_back_is_refused_by_both_at_once(pair: Pair) -> None:
    """Switched off: asking the ledger at each request, in `verifier.serving.security` (a cache)."""
    token = pair.desk.token("read")
    newest = {each.id for each in all_tokens(pair.desk.ledger)}
    assert [pair.ask(k, "/api/v1/corpus", token).status for k in range(2)] == [200, 200]
    elsewhere = Ledger.open(Path(pair.desk.folder))
    used = [each for each in all_tokens(elsewhere) if each.id in newest]
    for each in used:
        revoke(elsewhere, each.id, now=THEN)
    elsewhere.close()
    assert [pair.ask(k, "/api/v1/corpus", token).status for k in range(2)] == [401, 401]
