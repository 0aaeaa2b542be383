"""Fact-checks go in from files and addresses, are listed, shown and withdrawn."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.errors import AddressRefused
from corpus.fetching.fetch import Fetched
from corpus.home import Home
from verifier.cli import main
from verifier.commands import fact_checks

PAGE = (
    '<html><script type="application/ld+json">{"@type": "ClaimReview", "url": "/weir",'
    ' "claimReviewed": "The new weir cost every household 400 crowns.",'
    ' "author": {"name": "Tide Watch"}, "datePublished": "2025-03-04",'
    ' "reviewRating": {"alternateName": "Mostly off"}}</script></html>'
)
TABLE = "claim,url,rating\nIt rained.,https://a.example/1,So\nNo address.,,So\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    def fetched(url: str) -> Fetched:
        if "inside" in url:
            raise AddressRefused(url, "it leads inside")
        return Fetched(url, PAGE.encode(), "text/html", "html")

    monkeypatch.setattr(fact_checks, "fetching", lambda settings, also: fetched)
    environment = {"VERIFIER_HOME": str(tmp_path / "home")}
    return lambda *words: CliRunner().invoke(main, ["fact-checks", *words], env=environment)


def test_an_address_is_fetched_and_lends_its_own(run: Callable[..., Result]) -> None:
    done = run("add", "https://tidewatch.example/a", "--json")
    assert done.exit_code == 0
    shown = json.loads(done.stdout)
    assert shown["url"] == "https://tidewatch.example/weir"
    assert (shown["rating"], shown["publisher"]) == ("Mostly off", "Tide Watch")
    assert (shown["version"], shown["change"]) == (1, "new")


def test_one_that_is_refused_stops_nothing(run: Callable[..., Result], tmp_path: Path) -> None:
    table = tmp_path / "checks.csv"
    table.write_text(TABLE)
    done = run("add", "https://inside.example", str(tmp_path / "none"), str(table))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0].endswith(
        "a.example\tSo\tIt rained.\thttps://a.example/1\tnew"
    )
    assert done.stderr.splitlines() == [
        "Not added: https://inside.example: it leads inside",
        f"Not added: {tmp_path / 'none'}: No such file or directory",
        f"Not added: {table}, row 3: it has no address",
        "1 fact-check, 3 not added.",
    ]


def test_what_is_listed_can_be_added_elsewhere(run: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "checks"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE.replace("/weir", "https://t.example/weir"))
    (folder / ".hidden").write_text("no")
    assert run("add", str(folder)).exit_code == 0
    listed = run("list", "--json").stdout
    (tmp_path / "listed.jsonl").write_text(listed)
    again = run("add", str(tmp_path / "listed.jsonl"), "--json")
    assert json.loads(again.stdout)["change"] == "unchanged"
    assert run("list").stdout.split("\t")[2:5] == [
        "Tide Watch", "Mostly off", "The new weir cost every household 400 crowns.",
    ]  # fmt: skip


def test_versions_are_shown_and_one_is_withdrawn(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    for rating in ("So", "Not so"):
        (tmp_path / "a.csv").write_text(TABLE.replace("So", rating))
        run("add", str(tmp_path / "a.csv"))
    id = run("list").stdout.split("\t")[0]
    told = run("show", id).stdout
    assert told.index("rating: So") < told.index("version 2") < told.index("rating: Not so")
    assert [
        json.loads(line)["version"] for line in run("show", id, "--json").stdout.splitlines()
    ] == [1, 2]
    assert run("remove", id).exit_code == 0
    assert run("list").stdout == ""
    assert run("remove", id).exit_code == 2


def test_control_characters_of_a_rating_do_not_reach_the_terminal(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(TABLE.replace("So", "So\x1b[2J\u202e"))
    shown = run("add", str(tmp_path / "a.csv"))
    assert "\x1b" not in shown.output and "\u202e" not in shown.output


def test_fact_checks_that_came_first_do_not_keep_the_starter_corpus_out(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    run("add", str(tmp_path / "a.csv"))
    environment = {"VERIFIER_HOME": str(tmp_path / "home")}
    asked = CliRunner().invoke(main, ["check", "It rained for a week."], env=environment)
    assert "added the starter corpus" in asked.stderr
    with Home.open(tmp_path / "home") as home:
        assert home.in_step()
