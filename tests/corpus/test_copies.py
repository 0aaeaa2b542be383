"""A corpus in one file, and back: whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.copies import back_up, bring_back
from corpus.errors import StoreInUse, UnreadableSource
from corpus.gathering.sharing import list_of
from corpus.gathering.source_lists import read_list, write_list
from corpus.home import Home
from corpus.ingest import read_source

NOW = "2026-01-01T00:00:00Z"


def fill(home: Home, name: str, text: str) -> None:
    assert list(home.add(read_source(name, text.encode()), now=NOW))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home") as opened:
        fill(opened, "a.txt", "Title: A\n\nThe bell rang twice before the ferry left.")
        yield opened


def test_a_copy_is_brought_back_with_its_versions_and_can_be_searched(
    home: Home, tmp_path: Path
) -> None:
    fill(home, "a.txt", "Title: A\n\nThe bell rang three times before the ferry left.")
    copy = tmp_path / "copy.qv"
    back_up(home.store, copy)
    with Home.open(tmp_path / "other") as other:
        fill(other, "b.txt", "Another text that will be replaced by the copy.")
        fill(other, "c.txt", "And one more of them, to be further on in its count.")
        before = other.store.revision()
        assert bring_back(other, copy, replacing=True) == 1
        (source,) = other.store.sources(after=None, limit=9)
        assert len(other.store.versions(source.id)) == 2
        assert other.in_step()
        assert other.store.revision() > max(before, home.store.revision())
        hits = other.index.candidates(["ferry"], 5)
        assert [p.text for p in other.store.passages([h.passage_id for h in hits])] == [
            "The bell rang three times before the ferry left."
        ]
        assert other.index.candidates(["replaced"], 5) == []
        assert [each.name for each in other.folder.glob("*restoring*")] == []


def test_a_corpus_is_not_replaced_unasked(home: Home, tmp_path: Path) -> None:
    back_up(home.store, tmp_path / "copy.qv")
    with pytest.raises(UnreadableSource, match="already"):
        bring_back(home, tmp_path / "copy.qv")
    assert home.store.summary().sources == 1


def test_a_corpus_that_somebody_has_open_is_not_replaced(home: Home, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qv"
    back_up(home.store, copy)
    fill(home, "b.txt", "A text that came after the copy was made.")
    with Home.open(home.folder) as other:
        with pytest.raises(StoreInUse):
            bring_back(other, copy, replacing=True)
        assert (home.store.summary().sources, home.in_step()) == (2, True)
    assert bring_back(home, copy, replacing=True) == 1


def test_a_file_that_is_there_is_not_overwritten(home: Home, tmp_path: Path) -> None:
    target = tmp_path / "copy.qv"
    target.write_text("mine")
    with pytest.raises(UnreadableSource, match="left as it is"):
        back_up(home.store, target)
    assert target.read_text() == "mine"


def test_what_is_no_copy_or_a_damaged_one_changes_nothing(home: Home, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qv"
    back_up(home.store, copy)
    damaged = tmp_path / "damaged.qv"
    damaged.write_bytes(copy.read_bytes().replace(b"rang twice", b"rang nicer"))
    other = tmp_path / "other.qv"
    other.write_text("something else altogether")
    for wrong in (damaged, other):
        with pytest.raises(UnreadableSource):
            bring_back(home, wrong, replacing=True)
    assert home.store.damaged() == []
    assert home.in_step()
    assert [each.name for each in home.folder.glob("*restoring*")] == []


def test_the_list_of_a_corpus_reads_back_and_names_each_place_once(home: Home) -> None:
    rows = '{"source": "x", "text": "One."}\n{"source": "y", "text": "Two."}\n'
    fill(home, "dump.jsonl", rows)
    fill(home, "b.txt", "URL: https://desk.example/b\nDate: 2020-02\n\nThe harbour is closed.")
    entries = list_of(home.store)
    assert read_list(write_list(entries)) == entries
    assert [e.address for e in entries] == ["a.txt", "dump.jsonl", "https://desk.example/b"]
    assert entries[2].fields["date"] == "2020-02"
    assert [bool(e.sha256) for e in entries] == [True, False, False]


def test_a_withdrawn_source_is_not_listed(home: Home) -> None:
    (source,) = home.store.sources(after=None, limit=9)
    home.remove(source.id)
    assert list_of(home.store) == []
