"""The commands."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner, Result

from tests.conftest import ABSENT, ALTERED, PROJECT, RENDERED, RENDERING, SPEECH, VERBATIM
from verifier.cli import main


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.fixture
def filled(home: Path, tmp_path: Path) -> Path:
    """A home with two sources in it."""
    folder = tmp_path / "texts"
    (folder / "more").mkdir(parents=True)
    (folder / "speech.txt").write_text(SPEECH, "utf-8")
    (folder / "more" / "speech.txt").write_text(RENDERING, "utf-8")
    assert run("corpus", "add", str(folder)).exit_code == 0
    return home


def test_adding_prints_one_line_a_source(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "speech.txt"
    path.write_text(SPEECH, "utf-8")
    done = run("corpus", "add", str(path))
    cells = done.stdout.rstrip("\n").split("\t")
    assert done.exit_code == 0
    assert cells[1:6] == [
        "Opening of the river library",
        "2023-05-12",
        "en",
        "Ada Lindqvist",
        "unknown",
    ]
    assert cells[6].endswith("passages")
    assert run("corpus", "add", str(path)).stdout.rstrip().endswith("unchanged")


def test_files_of_one_name_in_two_folders_are_two_sources(filled: Path) -> None:
    listed = [json.loads(line) for line in run("corpus", "list", "--json").stdout.splitlines()]
    assert [each["translation"] for each in listed] == ["translation", "unknown"]
    assert {each["title"] for each in listed} == {
        "Opening of the river library",
        "A talk with the ferry master",
    }


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_in(
    home: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01" * 500)
    done = run("corpus", "add", str(tmp_path / "b.txt"), str(tmp_path / "a.txt"))
    assert done.exit_code == 1
    assert "Opening of the river library" in done.stdout
    assert "b.txt" in done.stderr


def test_adding_a_path_does_not_add_the_starter_corpus(filled: Path) -> None:
    assert len(run("corpus", "list").stdout.splitlines()) == 2


def test_the_starter_corpus_is_added_when_asked_for(home: Path) -> None:
    added = run("corpus", "add", "--starter", "--json").stdout.splitlines()
    assert len(added) > 20
    assert all(json.loads(line)["change"] == "new" for line in added)


def test_checking_on_an_empty_home_adds_the_starter_corpus_and_says_so(home: Path) -> None:
    first = run("check", ABSENT)
    assert "added the starter corpus" in first.stderr
    assert first.exit_code == 1
    assert "starter" not in run("check", ABSENT).stderr


@pytest.mark.parametrize(
    ("quote", "status", "said", "why"),
    [
        (VERBATIM, 0, ["Word for word", "Opening of the river library"], "nothing to look at"),
        (ALTERED, 1, ["1 of 18 words differ", "“everyone”", "→"][:1], "words differ"),
        (ALTERED, 1, ["Replaced: everyone → anyone", "To quote:"], "and which"),
        (RENDERED, 1, ["comes from a translation"], "a translation needs a look"),
        (ABSENT, 1, ["not in this corpus"], "so does a quote that is not there"),
        ("…", 2, [], "nothing to check"),
    ],
)
def test_a_check_reads_like_an_answer(
    filled: Path, quote: str, status: int, said: list[str], why: str
) -> None:
    done = run("check", quote)
    assert done.exit_code == status, why
    assert all(words in done.stdout for words in said)
    assert "\x1b" not in done.stdout, "colour is for terminals"


def test_a_check_for_machines_is_the_report(filled: Path) -> None:
    done = run("check", "-", "--json", "--speaker", "Ada Lindqvist", stdin=VERBATIM)
    body = json.loads(done.stdout)
    assert (body["verdict"]["code"], body["verdict"]["attribution"]["status"]) == (
        "verbatim",
        "same",
    )


def test_what_cannot_run_says_why_without_the_quote(filled: Path) -> None:
    for quote in ("canary " * 1000, "“”"):
        done = run("check", quote)
        assert done.exit_code == 2
        assert "Cannot run" in done.stderr
        assert "canary" not in done.stderr + done.stdout


def test_a_setting_that_cannot_be_read_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFIER_PORT", "http")
    done = run("corpus", "list")
    assert (done.exit_code, "VERIFIER_PORT" in done.stderr) == (2, True)


def test_a_batch_is_answered_and_goes_on(filled: Path, tmp_path: Path) -> None:
    claims, reports = tmp_path / "claims.jsonl", tmp_path / "reports.jsonl"
    claims.write_text("\n".join(json.dumps({"quote": q}) for q in (VERBATIM, VERBATIM, VERBATIM)))
    done = run("batch", str(claims), "-o", str(reports))
    assert (done.exit_code, len(reports.read_text().splitlines())) == (0, 3)
    reports.write_text("".join(reports.read_text().splitlines(keepends=True)[:2]))
    again = run("batch", str(claims), "-o", str(reports))
    assert "Going on after 2 of 3" in again.stderr
    assert len(reports.read_text().splitlines()) == 3
    claims.write_text(json.dumps({"quote": ""}))
    assert run("batch", str(claims), "-o", str(reports), "--force").exit_code == 1


def test_a_source_is_shown_and_withdrawn(filled: Path) -> None:
    listed = [json.loads(line) for line in run("corpus", "list", "--json").stdout.splitlines()]
    wanted = next(each["id"] for each in listed if each["title"].startswith("Opening"))
    assert VERBATIM in run("corpus", "show", wanted).stdout
    assert json.loads(run("corpus", "show", wanted, "--json").stdout)["source"]["id"] == wanted
    assert run("corpus", "remove", wanted).exit_code == 0
    assert json.loads(run("check", VERBATIM, "--json").stdout)["verdict"]["code"] != "verbatim"
    assert run("corpus", "show", "nobody").exit_code == 2


def test_a_line_names_the_first_of_many_speakers_and_json_all(home: Path, tmp_path: Path) -> None:
    turns = [
        {"source": "Sitting", "text": f"We heard speaker {n} out.", "speaker": f"Speaker {n}"}
        for n in range(9)
    ]
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps(turn) + "\n" for turn in turns), "utf-8")
    line = run("corpus", "add", str(rows)).stdout
    assert "Speaker 4 and 4 more\t" in line
    assert "Speaker 5" not in line
    assert len(json.loads(run("corpus", "list", "--json").stdout)["speakers"]) == 9


@pytest.mark.parametrize("command", ["batch", "check", "corpus", "draft", "serve", "token", "work"])
def test_the_list_of_commands_cuts_no_sentence(home: Path, command: str) -> None:
    (line,) = [
        each for each in run("--help").stdout.splitlines() if each.startswith(f"  {command}")
    ]
    assert line.endswith("."), "the first sentence fits a terminal of 80 columns"
    assert not line.endswith("...")


def test_a_file_that_cannot_be_used_is_named_and_not_called_a_request(
    filled: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.qv"
    copy.write_text("no copy")
    done = run("corpus", "restore", str(copy), "--force")
    assert done.exit_code == 2
    assert done.stderr.startswith("Cannot run: copy.qv: it is no copy of a corpus")
    assert "request" not in done.stderr
    assert "--force" in run("corpus", "restore", str(copy)).stderr


def test_a_command_that_is_stopped_does_not_end_as_if_it_were_done(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("verifier.cli.service_of", interrupted)
    done = run("check", ABSENT)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Stopped." in done.stderr


def test_the_index_can_be_made_anew(filled: Path) -> None:
    assert run("corpus", "reindex").exit_code == 0
    assert run("check", VERBATIM).exit_code == 0


def test_a_token_is_made_listed_and_taken_back(home: Path) -> None:
    made = run("token", "create", "our CMS", "--scope", "check", "--scope", "read")
    secret = made.stdout.strip()
    assert (made.exit_code, secret[:3]) == (0, "qv_")
    other = run("token", "create", "bot", "--scope=admin", "--shared", "--json")
    as_json = json.loads(other.stdout)
    listed = run("token", "list").stdout
    assert "our CMS\tcheck,read" in listed
    assert secret not in listed + as_json["token"]
    token_id = listed.splitlines()[0].split("\t")[0]
    assert run("token", "revoke", token_id).exit_code == 0
    rows = [json.loads(line) for line in run("token", "list", "--json").stdout.splitlines()]
    assert sorted(bool(row["revoked"]) for row in rows) == [False, True]
    assert next(row for row in rows if row["id"] == as_json["id"])["shared"]
    assert run("token", "revoke", "nobody").exit_code == 2
    assert run("token", "create", "x", "--scope", "everything").exit_code == 2
    assert run("token", "create", "x").exit_code == 2


def test_the_server_answers_tells_proxies_apart_and_ends_when_asked(home: Path) -> None:
    code = "from verifier.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            assert "added the starter corpus" in server.stderr.readline()
            address = server.stderr.readline().split()[-1]
            with urlopen(f"{address}/readyz", timeout=30) as answer:
                assert answer.status == 200
            proxied = Request(f"{address}/sources", headers={"X-Forwarded-For": "127.0.0.1"})
            with pytest.raises(HTTPError) as refused, urlopen(proxied, timeout=30):
                pass
            refused.value.close()
            assert refused.value.code == 401
        finally:
            server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == 0
