"""The commands about translation: linking, deciding, registers, and what adding waits for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus.weaving.test_weaving import ORIGINAL, OTHER, REWORDED
from tests.verifier.test_cli import run

OWN = """\
[[speaker]]
name = "Ada Lindqvist"
languages_used = ["sv"]
reason = "speaks Swedish in public"
date = "2026-01-01"
"""


@pytest.fixture
def texts(home: Path, tmp_path: Path) -> Path:
    """A folder with an original, a rewording that says so, and something else."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in (("a.txt", ORIGINAL), ("b.txt", REWORDED), ("c.txt", OTHER)):
        (folder / name).write_text(text, "utf-8")
    return folder


def listed() -> dict[str, dict[str, object]]:
    rows = [json.loads(line) for line in run("corpus", "list", "--json").stdout.splitlines()]
    return {str(row["title"]): row for row in rows}


def status_of(title: str) -> object:
    return listed()[title]["translation"]


def id_of(title: str) -> str:
    return str(listed()[title]["id"])


MILL, DIGEST = "The mill at the weir", "Lindqvist gives her mill away"


def test_adding_returns_when_everything_is_linked(texts: Path) -> None:
    done = run("corpus", "add", str(texts), "--json")
    shown = {row["title"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert done.exit_code == 0
    assert shown[DIGEST]["translation"] == "back_translation"
    assert shown[MILL]["translation"] == "unknown"
    page = run("corpus", "show", id_of(DIGEST)).stdout
    assert "the page says so · “Translated from Swedish by Ines Kolb”" in page
    assert f"with {MILL}" in page
    assert "coverage" in page


def test_adding_without_waiting_leaves_linking_for_later(texts: Path) -> None:
    assert run("corpus", "add", str(texts), "--no-wait").exit_code == 0
    assert "with" not in run("corpus", "show", id_of(DIGEST)).stdout.splitlines()[1]
    # whoever adds next does what waits
    assert run("corpus", "add", str(texts / "c.txt")).exit_code == 0
    assert f"with {MILL}" in run("corpus", "show", id_of(DIGEST)).stdout


def test_two_sources_are_linked_on_demand(texts: Path) -> None:
    run("corpus", "add", str(texts), "--no-wait")
    done = run("corpus", "link", id_of(MILL), id_of(DIGEST), "--json")
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert found["links"] >= 8
    assert found["relation"] == "reworded"
    assert run("corpus", "link", id_of(MILL), id_of("Notes on beekeeping")).exit_code == 1


@pytest.mark.parametrize(
    ("pair", "why"),
    [((MILL, MILL), "a source with itself"), ((MILL, "nothing"), "an unknown source")],
)
def test_what_cannot_be_linked_is_refused(texts: Path, pair: tuple[str, str], why: str) -> None:
    run("corpus", "add", str(texts), "--no-wait")
    done = run("corpus", "link", *pair)
    assert (done.exit_code, "Cannot run" in done.stderr) == (2, True), why


def test_a_decision_is_kept_and_given_back(texts: Path) -> None:
    run("corpus", "add", str(texts))
    set_it = ("corpus", "set-translation", id_of(DIGEST))
    done = run(*set_it, "interpreted", "--who", "Ada", "--note", "I was there")
    assert done.exit_code == 0
    assert status_of(DIGEST) == "interpreted"
    assert "decided by Ada" in run("corpus", "show", id_of(DIGEST)).stdout
    assert run(*set_it, "rules", "--who", "Ada").exit_code == 0
    assert status_of(DIGEST) == "back_translation"


def test_a_decision_needs_a_person_a_status_and_a_speaker_of_the_source(texts: Path) -> None:
    run("corpus", "add", str(texts))
    set_it = ("corpus", "set-translation", id_of(DIGEST))
    assert run(*set_it, "translation").exit_code == 2
    assert run(*set_it, "translation", "--who", " ").exit_code == 2
    assert run(*set_it, "wrong", "--who", "Ada").exit_code == 2
    refused = run(*set_it, "translation", "--who", "Ada", "--speaker", "Nobody Here")
    assert (refused.exit_code, "Ada Lindqvist" in refused.stderr) == (2, True)


def test_a_desks_registers_are_imported_exported_and_used(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, folder = tmp_path / "given.toml", tmp_path / "registers"
    given.write_text(OWN, "utf-8")
    assert run("corpus", "registers", "import", str(given)).exit_code == 2, "no place to put them"
    run("corpus", "add", str(texts / "a.txt"))
    assert status_of(MILL) == "unknown"
    monkeypatch.setenv("VERIFIER_REGISTERS", str(folder))
    assert run("corpus", "registers", "import", str(given)).exit_code == 0
    assert run("corpus", "registers", "import", str(given)).exit_code == 0
    exported = run("corpus", "registers", "export").stdout
    assert exported.count('name = "Ada Lindqvist"') == 1
    run("corpus", "add", str(texts / "c.txt"))
    assert status_of(MILL) == "translation", "new registers look at everything again"
    out = tmp_path / "all.toml"
    run("corpus", "registers", "export", "-o", str(out))
    assert out.read_text("utf-8") == exported


def test_a_register_that_cannot_be_read_is_named(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[[speaker]]\nname = 3", "utf-8")
    monkeypatch.setenv("VERIFIER_REGISTERS", str(path))
    done = run("corpus", "registers", "export")
    assert (done.exit_code, "languages_used is missing" in done.stderr) == (2, True)
