"""The command for drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import ABSENT, ALTERED, RENDERED, RENDERING, SPEECH, VERBATIM
from verifier.cli import main


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.fixture
def desk(home: Path, tmp_path: Path) -> Path:
    """A folder for drafts beside a home with two sources."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "speech.txt").write_text(SPEECH, "utf-8")
    (folder / "talk.txt").write_text(RENDERING, "utf-8")
    assert run("corpus", "add", str(folder)).exit_code == 0
    return tmp_path


def written(desk: Path, text: str, name: str = "draft.md") -> str:
    path = desk / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "status", "said", "why"),
    [
        (f"Ada Lindqvist said: “{VERBATIM}”", 0, ["Word for word"], "nothing to look at"),
        (f"She said: “{ALTERED}”", 1, ["1 of 18 words differ", "everyone"], "other words"),
        (f"Tomas Reiter said: “{RENDERED}”", 1, ["comes from a translation"], "not his words"),
        (f"Oscar Bell wrote:\n\n> {ABSENT}\n", 1, ["not in this corpus", "Line 3"], "not there"),
        ("Nobody spoke of the “quiet” library.", 0, ["Not checked", "quiet"], "no quotation"),
    ],
)
def test_the_status_tells_whether_somebody_must_look(
    desk: Path, text: str, status: int, said: list[str], why: str
) -> None:
    done = run("draft", written(desk, text))
    assert done.exit_code == status, why
    assert all(words in done.stdout for words in said)
    assert "\x1b" not in done.stdout, "colour is for terminals"


def test_what_needs_a_look_is_printed_first(desk: Path) -> None:
    text = f"Ada Lindqvist said: “{VERBATIM}” Oscar Bell wrote: “{ABSENT}”"
    done = run("draft", written(desk, text))
    assert done.stdout.index(ABSENT) < done.stdout.index(VERBATIM)
    assert "checked: 2, to look at: 1" in done.stderr


def test_machines_get_the_text_that_the_offsets_count_in(desk: Path) -> None:
    page = f"<html><body><p>Ada Lindqvist said: “{ALTERED}”</p></body></html>"
    done = run("draft", written(desk, page, "draft.html"), "--json", "--language", "en")
    body = json.loads(done.stdout)
    (found,) = body["quotations"]
    assert body["text"][found["start"] : found["end"]] == ALTERED
    assert (found["speaker"], found["report"]["verdict"]["code"]) == (
        "Ada Lindqvist",
        "altered_wording",
    )
    assert (done.exit_code, body["sorted_by_need"]) == (1, [0])


def test_a_dash_reads_plain_text(desk: Path) -> None:
    done = run("draft", "-", stdin=f"Ada Lindqvist said: “{VERBATIM}”")
    assert (done.exit_code, VERBATIM in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("draft.pdf", "canary", "no format of drafts"),
        ("draft.txt", " \n", "nothing in it"),
        ("draft.txt", "canary " * 10, "longer than the limit"),
    ],
)
def test_what_cannot_run_says_why_without_the_text(
    desk: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, why: str
) -> None:
    monkeypatch.setenv("VERIFIER_MAX_DRAFT", "60")
    done = run("draft", written(desk, text, name))
    assert done.exit_code == 2, why
    assert "Cannot run" in done.stderr
    assert "canary" not in done.stderr + done.stdout


def test_text_that_steers_a_terminal_is_shown_by_its_code_points(desk: Path) -> None:
    done = run("draft", written(desk, "Oscar Bell said: “We met \u202ein the harbour today.”"))
    assert ("\u202e" in done.stdout, "[U+202E]" in done.stdout) == (False, True)
