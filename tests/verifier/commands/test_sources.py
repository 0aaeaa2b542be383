"""The commands that bring sources in, watch them, share them, save them and count them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.fetching.fetch import FetchPolicy
from tests.conftest import PROJECT, RENDERING, SPEECH
from tests.corpus.loopback import page, serving
from verifier.cli import main
from verifier.commands import keeping, sources
from verifier.config import Settings

PAGE = (
    b"<html lang=en><body><article><p>The ferry left when the bell had rung.</p></article></body>"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "speech.txt").write_text(SPEECH, "utf-8")
    (folder / "rendering.txt").write_text(RENDERING, "utf-8")
    return folder


@pytest.fixture
def filled(home: Path, desk: Path) -> Path:
    assert run("corpus", "add", str(desk)).exit_code == 0
    return desk


def on_loopback(monkeypatch: pytest.MonkeyPatch, policy: FetchPolicy) -> None:
    from corpus.fetching.fetch import fetch

    for module in (sources, keeping):
        monkeypatch.setattr(module, "fetching", lambda settings: lambda url: fetch(url, policy))


def test_a_broken_file_is_named_with_its_reason_and_the_folder_goes_in(
    home: Path, desk: Path
) -> None:
    (desk / "broken.pdf").write_bytes(b"%PDF-1.4 nothing follows")
    done = run("corpus", "add", str(desk))
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    (line,) = [x for x in done.stderr.splitlines() if x.startswith("Not added")]
    assert line.startswith("Not added: broken.pdf: ")
    assert "2 sources, 1 not added." in done.stderr


def test_a_place_that_is_none_is_a_mistake_of_the_command(home: Path, tmp_path: Path) -> None:
    done = run("corpus", "add", str(tmp_path / "absent.txt"))
    assert done.exit_code == 2
    assert "absent.txt" in done.stderr


def test_an_address_is_fetched_and_checked_for_silent_edits(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"/a": page(PAGE)}
    with serving(answers) as served:
        on_loopback(monkeypatch, served.policy())
        assert run("corpus", "add", served.url("/a")).exit_code == 0
        assert run("corpus", "check").exit_code == 0
        assert len(served.asked) == 1
        assert run("corpus", "check", "--fetch").exit_code == 0
        answers["/a"] = page(PAGE.replace(b"bell", b"siren"))
        done = run("corpus", "check", "--fetch")
        source = json.loads(run("corpus", "list", "--json").stdout)["id"]
    assert done.exit_code == 1
    assert source in done.stdout
    assert "-The ferry left when the bell had rung." in done.stdout
    assert "+The ferry left when the siren had rung." in done.stdout


@pytest.mark.parametrize("proxy", ["proxy.example:3128", "ftp://proxy.example", "http://"])
def test_a_proxy_that_is_none_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("VERIFIER_EGRESS_PROXY", proxy)
    done = run("corpus", "list")
    assert done.exit_code == 2
    assert "VERIFIER_EGRESS_PROXY" in done.stderr


def test_what_is_fetched_goes_through_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[FetchPolicy] = []

    def fetch(url: str, policy: FetchPolicy) -> None:
        asked.append(policy)

    monkeypatch.setattr("corpus.fetching.fetch.fetch", fetch)
    settings = Settings(home=Path(), egress_proxy="http://proxy.example:3128", max_upload=77)
    sources.fetching(settings)("https://desk.example/a")
    assert [(policy.proxy, policy.largest) for policy in asked] == [
        ("http://proxy.example:3128", 77)
    ]


def test_an_inside_address_is_refused(home: Path) -> None:
    done = run("corpus", "add", "http://127.0.0.1/admin")
    assert done.exit_code == 1
    assert "Not added: http://127.0.0.1/admin: " in done.stderr


def test_a_silent_edit_of_a_file_is_listed_and_nothing_is_stored(filled: Path) -> None:
    assert run("corpus", "check").exit_code == 0
    (filled / "speech.txt").write_text(SPEECH.replace("small", "large"), "utf-8")
    (filled / "rendering.txt").unlink()
    done = run("corpus", "check", "--json")
    found = {(each := json.loads(line))["finding"]: each for line in done.stdout.splitlines()}
    assert done.exit_code == 1
    assert set(found) == {"changed", "gone"}
    assert any("large" in line for line in found["changed"]["diff"])
    assert run("corpus", "check").exit_code == 1
    assert "2 sources read again, 1 changed, 1 gone" in done.stderr


def test_versions_are_listed_with_what_changed(filled: Path) -> None:
    (filled / "speech.txt").write_text(SPEECH.replace("small", "large"), "utf-8")
    added = run("corpus", "add", "--json", str(filled / "speech.txt")).stdout
    assert json.loads(added)["change"] == "new_version"
    source = json.loads(added)["id"]
    shown = run("corpus", "show", source, "--versions").stdout.splitlines()
    assert [line.split("\t")[0] for line in shown if not line.startswith(" ")] == ["1", "2"]
    assert any(line.startswith("  +") and "large" in line for line in shown)
    listed = json.loads(run("corpus", "show", source, "--versions", "--json").stdout)
    assert [each["version"] for each in listed] == [1, 2]


def test_a_list_goes_out_and_comes_back_in(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = filled / "list.toml"
    assert run("corpus", "export", "--list", "-o", str(target)).exit_code == 0
    document = target.read_text("utf-8")
    assert "We built it" not in document
    (filled / "list.toml").write_text(
        document.replace("https://library.example/opening", "speech.txt"), "utf-8"
    )
    monkeypatch.setenv("VERIFIER_HOME", str(tmp_path / "second"))
    done = run("corpus", "add", str(target))
    titles = {line.split("\t")[1] for line in done.stdout.splitlines()}
    assert "Opening of the river library" in titles
    assert run("corpus", "export").exit_code == 2


def test_a_text_that_is_not_the_listed_one_is_said(home: Path, desk: Path) -> None:
    target = desk / "list.toml"
    target.write_text(f'[[source]]\naddress = "speech.txt"\nsha256 = "{"0" * 64}"\n', "utf-8")
    done = run("corpus", "add", str(target))
    assert done.exit_code == 1
    assert "Not the text that was listed: speech.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_a_list_that_is_none_is_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "list.toml").write_text("[[source", "utf-8")
    done = run("corpus", "add", str(tmp_path / "list.toml"))
    assert done.exit_code == 1
    assert "Not added: list.toml: it is not TOML" in done.stderr


def test_a_corpus_is_saved_and_brought_back(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.qv"
    assert run("corpus", "backup", str(copy)).exit_code == 0
    assert run("corpus", "backup", str(copy)).exit_code == 2
    assert run("corpus", "restore", str(copy)).exit_code == 2
    monkeypatch.setenv("VERIFIER_HOME", str(tmp_path / "second"))
    assert run("corpus", "restore", str(copy)).exit_code == 0
    assert len(run("corpus", "list").stdout.splitlines()) == 2
    assert run("corpus", "restore", "--force", str(copy)).exit_code == 0


def test_a_corpus_that_is_served_is_not_replaced(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qv"
    assert run("corpus", "backup", str(copy)).exit_code == 0
    command = [sys.executable, "-c", "from verifier.cli import main; main()", "serve", "--port=0"]
    server = subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        assert "Listening" in server.stderr.readline()
        refused = run("corpus", "restore", "--force", str(copy))
    finally:
        server.terminate()
        server.communicate(timeout=30)
    assert refused.exit_code == 2
    assert "Stop the service" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert run("corpus", "restore", "--force", str(copy)).exit_code == 0


def test_the_corpus_is_counted_with_its_gaps(filled: Path) -> None:
    shown = run("corpus", "stats").stdout
    assert shown.startswith("2 sources, ")
    for words in ("By year", "2023", "By speaker", "Ada Lindqvist", "By fidelity", "Lacking"):
        assert words in shown
    numbers = json.loads(run("corpus", "stats", "--json").stdout)
    assert sum(each["sources"] for each in numbers["kinds"]["counts"]) == 2


def test_a_class_that_is_declared_is_shown(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(SPEECH.replace("Kind:", "Fidelity: recording transcript\nKind:"), "utf-8")
    source = json.loads(run("corpus", "add", "--json", str(path)).stdout)["id"]
    assert "fidelity: recording transcript (declared)" in run("corpus", "show", source).stdout
