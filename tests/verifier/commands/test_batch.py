"""The command for whole files: what it says, what it ends with, where it goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus.errors import StorageFull
from tests.conftest import ABSENT, ALTERED, VERBATIM
from tests.desks import Desk
from verifier.cli import main
from verifier.commands import batch as cli_batch
from verifier.jobs.batch import Files, alone
from verifier.jobs.file import JobFile
from verifier.remembering.job_models import Progress


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for files, beside a home with a corpus in it."""
    desk = Desk.open(tmp_path / "home")
    desk.close()
    monkeypatch.setenv("VERIFIER_HOME", str(desk.folder))
    return tmp_path


def claims(folder: Path, *quotes: str) -> Path:
    path = folder / "claims.jsonl"
    path.write_text("".join(json.dumps({"quote": each}) + "\n" for each in quotes), "utf-8")
    return path


def batch(source: Path, target: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["batch", str(source), "-o", str(target), *options])


@pytest.mark.parametrize(
    ("quotes", "status", "said"),
    [
        ([VERBATIM], 0, "1 row answered: 1 without points, 0 to look at, 0 failed."),
        ([VERBATIM, VERBATIM], 0, "2 rows answered: 2 without points, 0 to look at, 0 failed."),
        ([VERBATIM, ALTERED], 1, "2 rows answered: 1 without points, 1 to look at, 0 failed."),
        ([VERBATIM, ""], 1, "2 rows answered: 1 without points, 0 to look at, 1 failed."),
        ([], 0, "0 rows answered: 0 without points, 0 to look at, 0 failed."),
    ],
)
def test_the_exit_status_says_whether_to_look(
    folder: Path, quotes: list[str], status: int, said: str
) -> None:
    done = batch(claims(folder, *quotes), folder / "out.jsonl")
    assert (done.exit_code, done.stdout) == (status, "")
    assert said in done.stderr


def test_what_is_repeated_is_said(folder: Path) -> None:
    done = batch(claims(folder, VERBATIM, VERBATIM, ALTERED), folder / "out.csv")
    assert "Checked: 2, asked before in this file: 1." in done.stderr


def test_the_same_command_again_does_nothing(folder: Path) -> None:
    source, target = claims(folder, VERBATIM), folder / "out.jsonl"
    batch(source, target)
    before = target.read_bytes()
    again = batch(source, target)
    said = "Answered already: 1 row, 1 without points, 0 to look at or failed."
    assert (again.exit_code, again.stderr) == (0, f"{said} --force starts anew.\n")
    assert target.read_bytes() == before
    assert batch(source, target, "--force").exit_code == 0
    assert target.read_bytes() != before, "another id and another time"


def test_it_says_where_it_goes_on(folder: Path) -> None:
    source, target = claims(folder, VERBATIM, ALTERED, ABSENT), folder / "out.jsonl"
    batch(source, target)
    target.write_bytes(target.read_bytes().split(b"\n")[0] + b"\n{torn")
    done = batch(source, target)
    assert "Going on after 1 of 3 rows." in done.stderr
    assert "2 rows answered" in done.stderr
    assert len(target.read_text("utf-8").splitlines()) == 3


@pytest.mark.parametrize("ending", ["csv", "xlsx", "html", "jsonl"])
def test_the_ending_says_what_is_written(folder: Path, ending: str) -> None:
    target = folder / f"out.{ending}"
    assert batch(claims(folder, VERBATIM, ABSENT), target).exit_code == 1
    start = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "html": b"<!", "jsonl": b'{"row_id"'}[ending]
    assert target.read_bytes().startswith(start)
    assert not list(folder.glob("out*.*.*")), "nothing is left beside it"


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_the_same_command_again_ends_as_before(folder: Path, ending: str) -> None:
    source, target = claims(folder, VERBATIM, ALTERED, ""), folder / f"out.{ending}"
    assert batch(source, target).exit_code == 1
    again = batch(source, target)
    assert again.exit_code == 1
    assert "3 rows, 1 without points, 2 to look at or failed" in again.stderr


@pytest.mark.parametrize("name", ["out.xls", "out.pdf", "out", "out.csv.gz"])
def test_an_ending_that_is_not_written_is_refused(folder: Path, name: str) -> None:
    target = folder / name
    target.write_text("somebody's")
    done = batch(claims(folder, VERBATIM), target, "--force")
    assert (done.exit_code, target.read_text()) == (2, "somebody's")
    assert ".csv, .xlsx, .html or .jsonl" in done.stderr


@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl"])
def test_a_folder_that_is_not_there_is_named(folder: Path, ending: str) -> None:
    done = batch(claims(folder, VERBATIM), folder / "none" / f"out.{ending}")
    assert done.exit_code == 2
    assert "there is no folder" in done.stderr


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_what_was_corrected_is_not_said_to_be_answered(folder: Path, ending: str) -> None:
    """Switched off: comparing records with rows in `verifier.jobs.earlier`."""
    target = folder / f"out.{ending}"
    batch(claims(folder, VERBATIM, ABSENT), target)
    before = target.read_bytes()
    done = batch(claims(folder, VERBATIM, ALTERED), target)
    assert (done.exit_code, target.read_bytes()) == (2, before)
    assert "what it has for row 2 answers another; --force starts anew" in done.stderr


def test_a_workbook_that_is_there_is_not_written_over(folder: Path) -> None:
    target = folder / "out.xlsx"
    target.write_text("somebody's")
    done = batch(claims(folder, VERBATIM), target)
    assert done.exit_code == 2
    assert "--force" in done.stderr
    assert target.read_text() == "somebody's"


def test_another_run_with_the_output_keeps_it_away(folder: Path) -> None:
    source, target = claims(folder, VERBATIM), folder / "out.jsonl"
    with alone(Files(source, target)):
        done = batch(source, target)
    assert done.exit_code == 2
    assert "another run" in done.stderr
    assert not target.exists()


def test_several_processes_give_what_one_gives(folder: Path) -> None:
    source = claims(folder, *[f"{ALTERED} {n % 50}" for n in range(60)])
    one, two = folder / "one.jsonl", folder / "two.jsonl"
    assert batch(source, one, "--workers", "1").exit_code == 1
    assert batch(source, two, "--workers", "2").exit_code == 1

    def told(path: Path) -> list[Any]:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        return [(row["claim"], row["verdict"], row["match"]) for row in rows]

    assert told(one) == told(two)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a.csv", "--column HEADER chooses one"),
        ("a.doc", "The format is not known"),
        ("out.jsonl", "written over the claims"),
    ],
)
def test_what_cannot_be_run_is_said_with_status_2(folder: Path, source: str, problem: str) -> None:
    path = folder / source
    path.write_text("x,y\n1,2\n")
    done = batch(path, folder / "out.jsonl")
    assert done.exit_code == 2
    assert problem in done.stderr


def test_no_bar_is_drawn_without_a_terminal(folder: Path) -> None:
    assert "Checking" not in batch(claims(folder, VERBATIM), folder / "out.jsonl").stderr


def test_a_bar_is_drawn_on_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []

    class Bar:
        pos = 0

        def __enter__(self) -> Bar:
            return self

        def __exit__(self, *exception: object) -> None:
            pass

        def update(self, steps: int, step: Progress) -> None:
            self.pos += steps
            seen.append((step.done, self.pos))

    class Terminal:
        def isatty(self) -> bool:
            return True

    class System:
        stderr = Terminal()

    monkeypatch.setattr(cli_batch, "sys", System)
    monkeypatch.setattr(cli_batch.click, "progressbar", lambda **_: Bar())
    batch(claims(folder, VERBATIM, ALTERED), folder / "out.jsonl")
    assert seen[-1] == (2, 2)


def test_a_full_disk_is_said_with_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageFull("no space")

    monkeypatch.setattr(cli_batch, "_shown", full)
    done = batch(claims(folder, VERBATIM), folder / "out.csv")
    assert done.exit_code == 2
    assert "What is answered is kept; the same command goes on." in done.stderr


def test_what_is_interrupted_keeps_what_is_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = claims(folder, VERBATIM, ALTERED), folder / "out.jsonl"

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_batch, "_shown", interrupted)
    stopped = batch(source, target)
    assert stopped.exit_code == 2, "1 would say that the rows are answered"
    assert "the same command goes on" in stopped.stderr
    job = JobFile.open(folder / "out.jsonl.job")
    assert job.progress().total == 2
    job.close()
    monkeypatch.undo()
    monkeypatch.setenv("VERIFIER_HOME", str(folder / "home"))
    assert batch(source, target).exit_code == 1
    assert not (folder / "out.jsonl.job").exists()
