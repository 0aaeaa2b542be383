"""The corpus in numbers: current versions of active sources, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.ingest import read_source

NOW = "2026-01-01T00:00:00Z"
TEXTS = {
    "a.txt": "Title: A\nDate: 1650\nKind: book\nLanguage: en\n\nThe harbour was closed that year.",
    "b.txt": "Title: B\nDate: 2020-05-01\nKind: speech\nSpeaker: Ida Brandt\nLanguage: en\n\nYes.",
    "c.txt": "Title: C\nDate: 2022-05\nKind: speech\nSpeaker: Ida Brandt\nTranslated-From: de\n"
    "Publisher: The Quay\nURL: https://quay.example/c\nLanguage: fr\n\nIl est dix heures au port.",
    "d.txt": "Title: D\nKind: post\nLanguage: en\n\nNobody knows when this was written at all.",
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path) as opened:
        for origin, text in TEXTS.items():
            assert list(opened.add(read_source(origin, text.encode()), now=NOW))
        yield opened


def test_everything_is_counted_once(home: Home) -> None:
    found = home.store.overview()
    assert found.sources == 4
    for tally in (found.years, found.languages, found.kinds, found.fidelities, found.publishers):
        assert sum(count.sources for count in tally.counts) == 4
        assert sum(count.passages for count in tally.counts) == found.passages
    assert [c.name for c in found.years.counts] == ["1650", "2020", "2022", None]
    assert [(c.name, c.sources) for c in found.speakers.counts] == [("Ida Brandt", 2)]


def test_gaps_name_what_is_lacking_and_one_old_book_makes_no_centuries(home: Home) -> None:
    found = home.store.overview()
    gaps = {gap.name: (gap.sources, gap.of) for gap in found.gaps}
    assert gaps["no date"] == (1, 4)
    assert gaps["a date without its day"] == (2, 4)
    assert gaps["no speaker"][1] == 4
    assert gaps["no publisher"] == (3, 4)
    assert gaps["a translation whose original is not in the corpus"] == (1, 1)
    assert 2021 in found.missing_years
    assert min(found.missing_years) >= 2022 - 50


def test_old_versions_and_withdrawn_sources_do_not_count(home: Home) -> None:
    list(home.add(read_source("d.txt", b"Title: D\nKind: book\n\nNow it is a book."), now=NOW))
    source = next(s for s in home.store.sources(after=None, limit=9) if s.origin == "a.txt")
    home.remove(source.id)
    found = home.store.overview()
    assert found.sources == 3
    assert {c.name: c.sources for c in found.kinds.counts} == {"speech": 2, "book": 1}


def test_an_empty_corpus_has_no_years_missing(tmp_path: Path) -> None:
    with Home.open(tmp_path / "empty") as empty:
        found = empty.store.overview()
    assert (found.sources, found.passages, found.missing_years) == (0, 0, ())
