"""The README documents every command and setting, and every text shown is neutral."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import fields
from html import unescape
from itertools import product
from pathlib import Path
from socket import socket
from urllib.request import Request, urlopen

import click
import pytest
from flask import Flask
from werkzeug.serving import make_server

from corpus.errors import UnreadableSource
from tests.conftest import ABSENT, ALTERED, PROJECT, RENDERED, VERBATIM
from tests.desks import Desk
from verifier.cli import main
from verifier.config import PREFIX, Settings
from verifier.exchange.asking import QuestionSchema
from verifier.jobs.runner import working_along
from verifier.remembering import notices
from verifier.report import VerdictCode
from verifier.service import Question, Service
from verifier.serving.notice_addresses import sending
from verifier.showing import phrases

README = (PROJECT / "README.md").read_text("utf-8")
EXAMPLE_SERVER = "http://127.0.0.1:8000"
LOADED = re.compile(r"\b(true|false|fake|verified|hallucinat\w*)\b", re.IGNORECASE)
TEMPLATES = sorted((PROJECT / "verifier" / "templates").glob("*.html"))


def commands(group: click.Group, before: str = "verifier") -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += commands(command, f"{before} {name}")
        else:
            found.append((f"{before} {name}", command))
    return found


@pytest.mark.parametrize(("name", "command"), commands(main), ids=lambda each: str(each))
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    lines = [line for line in README.splitlines() if name in line]
    assert lines
    options = [p.opts[-1] for p in command.params if isinstance(p, click.Option)]
    assert [option for option in options if option not in README] == []


@pytest.mark.parametrize("field", [each.name for each in fields(Settings)])
def test_every_setting_is_documented_with_its_default(field: str) -> None:
    row = next(line for line in README.splitlines() if f"`{PREFIX}{field.upper()}`" in line)
    default = getattr(Settings(home=Path()), field)
    if isinstance(default, bool):
        assert "off" in row
    elif default == "":
        assert "| none |" in row
    elif not isinstance(default, Path):
        assert f"`{default}`" in row


def test_no_setting_is_documented_that_is_none() -> None:
    known = {PREFIX + each.name.upper() for each in fields(Settings)}
    assert set(re.findall(r"VERIFIER_[A-Z_]+[A-Z]", README)) <= known


def test_the_two_commands_to_set_it_up_are_there() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", README, re.S)
    assert [b.strip() for b in blocks if b.startswith("python3 -m venv")] == [
        "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/verifier serve",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/python -m pytest",
    ]


def fenced(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def python_example(about: str) -> str:
    """The one example in Python that holds these words."""
    (example,) = [each for each in fenced("python") if about in each]
    return example


def test_every_route_is_documented(app: Flask) -> None:
    served = {
        f"{method} " + re.sub("<(?:[a-z]+:)?([a-z_]+)>", r"{\1}", rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/v1/") or rule.endpoint.startswith("health.")
    }
    named = set(re.findall(r"`((?:GET|POST|PATCH|DELETE) /[^`]*)`", README))
    assert served - {"GET /api/v1/openapi.json"} == named


@pytest.fixture
def address(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A server on this machine, and a token for it."""
    desk = Desk.open(tmp_path / "desk")
    server = make_server("127.0.0.1", 0, desk.app(), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    token = desk.token("check", "ingest")["Authorization"].removeprefix("Bearer ")
    with working_along(Settings(home=desk.folder), desk.ledger):
        yield f"http://127.0.0.1:{server.port}", token
    server.shutdown()
    thread.join()
    server.server_close()
    desk.close()


def test_the_python_example_runs(address: tuple[str, str]) -> None:
    example = python_example("/verify")
    example = example.replace(EXAMPLE_SERVER, address[0])
    done = subprocess.run(
        [sys.executable, "-c", example], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_receiver_of_notices_takes_ours_and_no_other() -> None:
    receiver = python_example("WEBHOOK_SECRET")
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    secret, when = notices.new_secret(), "2026-01-02T12:00:00Z"
    body = notices.notice_body(notices.QUOTE_FOUND, "0123", when)
    process = subprocess.Popen(
        [sys.executable, "-c", receiver.replace("9000", str(port))],
        env=os.environ | {"WEBHOOK_SECRET": secret},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    settings = Settings(home=Path(), notify=True, notify_hosts=f"127.0.0.1:{port}")
    send, now = sending(settings), int(time.time())
    assert send is not None
    try:
        answers = []
        for key, at, sent in (
            (secret, now, body),
            (notices.new_secret(), now, body),
            (secret, now - 3_600, body),
            (secret, now, body.replace(b"0123", b"4567")),
        ):
            headers = notices.signed_headers("quote-found-0123", body, key, at)
            for _ in range(500):
                try:
                    answers.append(send(f"http://127.0.0.1:{port}/", sent, headers))
                    break
                except UnreadableSource:
                    time.sleep(0.02)  # it has only just been started
    finally:
        process.terminate()
        printed, _ = process.communicate(timeout=30)
    assert answers == [204, 401, 401, 401]
    assert printed == "Turned up: /checks/0123\n"


def test_the_python_example_takes_a_file_to_its_workbook(
    address: tuple[str, str], tmp_path: Path
) -> None:
    example = python_example("/jobs")
    example = example.replace(EXAMPLE_SERVER, address[0]).replace("qv_...", address[1])
    (tmp_path / "claims.csv").write_text(f"quote\n{VERBATIM}\n{ALTERED}\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "100% done, 1 to look at"
    assert (tmp_path / "answers.xlsx").read_bytes().startswith(b"PK")


def test_the_curl_examples_are_answered(address: tuple[str, str]) -> None:
    """Read as a shell would, sent as curl would: curl itself need not be there."""
    examples = [block for block in fenced("sh") if block.startswith("curl ")]
    seen = []
    for example in examples:
        words = shlex.split(example.replace("\\\n", " ").replace("$TOKEN", address[1]))
        headers, body, url = {}, b"", ""
        rest = iter(words[1:])
        for word in rest:
            if word == "-H":
                name, _, value = next(rest).partition(": ")
                headers[name] = value
            elif word == "-d":
                body = next(rest).encode()
            elif not word.startswith("-"):
                url = word.replace(EXAMPLE_SERVER, address[0])
        with urlopen(Request(url, body, headers), timeout=60) as answer:
            seen.append((answer.status, next(iter(json.load(answer)))))
    assert seen == [(202, "id"), (200, "id"), (201, "items")]


STANDING_IN = """
const { execFileSync } = require("node:child_process");
const PropertiesService = {
  getScriptProperties: () => ({ getProperty: () => process.env.TOKEN }),
};
const UrlFetchApp = {
  fetch(address, given) {
    const url = address.replace("https://quotes.example.org", process.env.ADDRESS);
    const ask = `fetch(process.argv[1], JSON.parse(process.argv[2])).then(async (answer) =>
      console.log(JSON.stringify([answer.status, await answer.text()])))`;
    const sent = {
      method: given.method.toUpperCase(),
      headers: { "Content-Type": given.contentType, ...given.headers },
      body: given.payload,
    };
    const [status, text] = JSON.parse(
      execFileSync(process.execPath, ["-e", ask, url, JSON.stringify(sent)], { encoding: "utf8" })
    );
    return { getResponseCode: () => status, getContentText: () => text };
  },
};
"""


def test_the_javascript_examples_ask_what_the_api_takes(
    app: Flask, address: tuple[str, str]
) -> None:
    """Run where there is a JavaScript engine; their fields and addresses are looked at anyway."""
    page, sheet = fenced("javascript")
    for example in (page, sheet):
        routes = re.findall(r"https?://[^/\"]+(/[^\"]*)\"", example)
        assert routes == ["/api/v1/verify"]
        (sent,) = re.findall(r"JSON\.stringify\(\{(.*?)\}\)", example)
        keys = {each.split(":")[0].strip() for each in sent.split(",")}
        assert keys <= set(QuestionSchema().fields)
    node = shutil.which("node")
    if node is None:
        return
    environment = os.environ | {"ADDRESS": address[0], "TOKEN": address[1]}
    call = f'console.log(JSON.stringify(CHECK({json.dumps(VERBATIM)}, "Ada Lindqvist")));'
    for code, said in (
        (page.replace(EXAMPLE_SERVER, address[0]), "/checks/"),
        (STANDING_IN + sheet + call, VERBATIM[:-1]),
    ):
        done = subprocess.run(
            [node, "-e", code],
            env=environment, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert said in done.stdout


@pytest.mark.parametrize("code", VerdictCode)
def test_every_verdict_is_explained(code: VerdictCode) -> None:
    assert f"`{code.value}`" in README


def test_the_changelog_opens_with_this_version() -> None:
    version = re.search(r'^version = "([^"]+)"', (PROJECT / "pyproject.toml").read_text(), re.M)
    assert version is not None
    top = re.search(r"^## (\S+)", (PROJECT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert top is not None
    assert top[1] == version[1]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_use_neutral_words(template: Path) -> None:
    text = re.sub(r"\{[%#].*?[%#]\}|<[^>]*>", " ", template.read_text("utf-8"), flags=re.S)
    assert LOADED.findall(unescape(text)) == []


@pytest.mark.parametrize(
    ("quote", "speaker"),
    list(
        product([VERBATIM, ALTERED, RENDERED, ABSENT, "collusion"], [None, "Ada Lindqvist", "X Y"])
    ),
)
def test_headlines_and_sentences_use_neutral_words(
    service: Service, quote: str, speaker: str | None
) -> None:
    verdict = service.verify(Question(quote, speaker=speaker)).verdict
    notes = [finding.note for finding in verdict.meaning_risk]
    assert LOADED.findall(" ".join([verdict.headline, verdict.sentence, *notes])) == []


def test_fixed_phrases_use_neutral_words() -> None:
    tables = (
        phrases.ACTIONS,
        phrases.CONTEXTS,
        phrases.ATTRIBUTIONS,
        phrases.DATES,
        phrases.NOTICES,
    )
    words = [text for table in tables for text in table.values()]
    words += [phrases.family(code).word for code in VerdictCode]
    assert len(words) > 30
    assert LOADED.findall(" ".join(words)) == []
