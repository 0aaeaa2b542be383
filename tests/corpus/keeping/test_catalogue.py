"""What can be asked of the store: every answer is read anew, and old texts stay readable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import NotFound
from corpus.ingest import read_source
from corpus.keeping.store import Store
from corpus.models import SourceState

NOW = "2026-01-01T00:00:00Z"
FIRST = (
    "Date: 2021-04\nLanguage: en\n\nIda Brandt: The mill stood here.\n\n"
    "Host: Since when?\n\nIda Brandt: For ever.\n\nHost: Ah.\n"
)
SECOND = FIRST.replace("mill", "brewery")
OTHER = "Date: 2019\nLanguage: de\n\nDie Brücke wurde nie fertig.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "corpus.sqlite3")
    for origin, text in (("mill.txt", FIRST), ("bridge.txt", OTHER)):
        assert list(opened.add(read_source(origin, text.encode()), now=NOW))
    yield opened
    opened.close()


def test_a_summary_is_read_again_after_a_change_and_kept_until_then(store: Store) -> None:
    before = store.summary()
    assert (before.sources, before.date_from, before.date_to) == (2, "2019", "2021-04")
    assert store.summary() is before
    store.set_state(store.find_source("bridge.txt").id, SourceState.WITHDRAWN)
    after = store.summary()
    assert (after.sources, after.date_from, after.languages) == (1, "2021-04", ("en",))
    assert after.revision > before.revision


def test_an_old_version_stays_readable_under_its_rendition(store: Store) -> None:
    source = store.find_source("mill.txt")
    old = store.current_rendition(source.id)
    assert list(store.add(read_source("mill.txt", SECOND.encode()), now=NOW))
    new = store.current_rendition(source.id)
    assert new != old
    assert store.rendition_text(old) == FIRST
    assert store.rendition_text(new) == SECOND
    assert (store.source_of_rendition(old).version, store.source(source.id).version) == (1, 2)
    assert "brewery" in store.source_passages(source.id)[0].text


def test_speakers_come_in_the_order_of_their_first_passage(store: Store) -> None:
    rendition = store.current_rendition(store.find_source("mill.txt").id)
    assert [s.name for s in store.speakers(rendition)] == ["Ida Brandt", "Host"]
    bridge = store.current_rendition(store.find_source("bridge.txt").id)
    assert store.speakers(bridge) == ()


def test_pages_of_sources_follow_each_other(store: Store) -> None:
    first = store.sources(after=None, limit=1)
    second = store.sources(after=first[0].id, limit=5)
    assert [s.origin for s in first + second] == ["mill.txt", "bridge.txt"]
    assert store.sources(after=second[-1].id, limit=5) == []
    assert store.sources(after=None, limit=0) == []


def test_passages_are_slices_of_the_text_of_their_rendition(store: Store) -> None:
    for passage in store.iter_current_passages():
        text = store.rendition_text(passage.rendition_id)
        assert text[passage.start : passage.end] == passage.text


UNKNOWN = [
    ("source", lambda s: s.source("nothing")),
    ("rendition", lambda s: s.source_of_rendition(99)),
    ("rendition", lambda s: s.rendition_text(99)),
    ("source", lambda s: s.current_rendition("nothing")),
    ("source", lambda s: s.source_passages("nothing")),
    ("source", lambda s: s.sources(after="nothing", limit=1)),
]


@pytest.mark.parametrize(("kind", "ask"), UNKNOWN)
def test_what_does_not_exist_is_named_in_the_failure(store: Store, kind: str, ask: object) -> None:
    with pytest.raises(NotFound) as caught:
        ask(store)  # type: ignore[operator]
    assert caught.value.kind == kind


def test_an_intact_store_has_no_damage(store: Store) -> None:
    assert store.damaged() == []
