"""The corpus in numbers, and its old versions, on pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.home import Home
from corpus.ingest import read_source
from corpus.keeping.overview import Count, Overview, Tally
from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service
from verifier.showing.picture import STEPS, gap_lines, tables

NOW = "2026-01-01T00:00:00Z"
TEXT = "Title: A talk\nDate: {}\nLanguage: en\nKind: speech\nSpeaker: Ida Brandt\n\n{}\n"


def empty(**more: object) -> Overview:
    usual: dict[str, object] = dict.fromkeys(
        ("years", "languages", "kinds", "fidelities", "publishers", "speakers"), Tally(())
    )
    usual |= {"sources": 0, "passages": 0, "gaps": (), "missing_years": ()}
    return Overview(**{**usual, **more})  # type: ignore[arg-type]


def test_a_bar_is_as_long_as_its_share_and_never_nothing() -> None:
    counts = (Count("2020", 1, 400), Count("2021", 1, 200), Count(None, 1, 1), Count("x", 1, 0))
    (table,) = tables(empty(years=Tally(counts)))
    assert [bar.steps for bar in table.bars] == [STEPS, STEPS // 2, 1, 0]
    assert table.bars[2].name == "undated"


def test_many_years_are_told_by_decades_and_nothing_is_lost() -> None:
    counts = (*(Count(str(year), 1, 2) for year in range(1900, 1961)), Count(None, 3, 4))
    (table,) = tables(empty(years=Tally(counts)))
    assert [bar.name for bar in table.bars][:2] == ["1900s", "1910s"]
    assert sum(bar.sources for bar in table.bars) == 64
    assert table.bars[-1].name == "undated"


def test_an_empty_corpus_has_no_tables_and_lacks_nothing() -> None:
    assert tables(empty()) == []
    assert gap_lines(empty()) == []


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((1990,), "no source from 1990"),
        ((1990, 1991, 1992, 1995), "no source from 1990 to 1992, 1995"),
        (tuple(range(1900, 1960, 2)), "others"),
    ],
)
def test_missing_years_are_told_in_stretches(years: tuple[int, ...], words: str) -> None:
    (line,) = gap_lines(empty(missing_years=years))
    assert words in line


@pytest.fixture
def client(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Home.open(tmp_path / "home") as home:
        for origin, date, said in (
            ("a.txt", "2019-05-01", "We waited nine years for this bridge."),
            ("a.txt", "2019-05-01", "We waited ten years for this bridge."),
            ("b.txt", "2022", "The <b>ferry</b> has never waited for a minister."),
        ):
            list(home.add(read_source(origin, TEXT.format(date, said).encode()), now=NOW))
        yield create_app(Settings(home=tmp_path / "home"), Service.open(home)).test_client()


def test_the_overview_counts_current_versions_in_tables(client: FlaskClient) -> None:
    page = client.get("/corpus/overview").get_data(as_text=True)
    assert "2 sources with 4 passages" in page
    for words in ("2019", "2022", "Ida Brandt", "no source from 2020 to 2021", "<caption"):
        assert (words in page) is (words != "<caption")
    assert page.count('scope="row"') >= 6
    assert "style=" not in page


def test_an_old_version_is_read_on_its_page_and_says_that_it_is_old(client: FlaskClient) -> None:
    source = next(
        s["id"] for s in client.get("/api/v1/sources").get_json()["items"] if s["origin"] == "a.txt"
    )
    new = client.get(f"/sources/{source}").get_data(as_text=True)
    old = client.get(f"/sources/{source}?version=1").get_data(as_text=True)
    assert "ten years" in new
    assert "older version" not in new
    assert "version=1" in new
    assert "nine years" in old
    assert "ten years" not in old
    assert "older version" in old
    for wrong in ("3", "0", "x"):
        assert client.get(f"/sources/{source}?version={wrong}").status_code == 404


def test_the_class_of_a_source_stands_on_its_page(client: FlaskClient) -> None:
    items = client.get("/api/v1/sources").get_json()["items"]
    assert {each["fidelity"] for each in items} == {"prepared_text"}
    page = client.get(f"/sources/{items[0]['id']}").get_data(as_text=True)
    assert "prepared text" in page
