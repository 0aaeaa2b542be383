"""The store keeps every text as it was, tells every change, and never shows damaged text."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import (
    NotFound,
    StorageFull,
    StoreBusy,
    StoreCorrupt,
    StoreError,
    UnreadableSource,
)
from corpus.keeping.deposit import Change
from corpus.keeping.store import Store
from corpus.models import (
    DateBasis,
    DateEvidence,
    DateOf,
    DatePrecision,
    Description,
    DraftPassage,
    DraftSource,
    PassageKind,
    Provenance,
    SourceKind,
    SourceState,
    Speaker,
    TranslationEvidence,
)

NOW = "2024-05-06T07:08:09Z"
ADA = Speaker("Ada Lovelace", ("Ada", "Lovelace"))
HOST = Speaker("Host")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "corpus.sqlite3", timeout=0.2)
    yield opened
    opened.close()


def talk(origin: str, *lines: str, sha256: str | None = None, **described: object) -> DraftSource:
    """A draft whose text is ``Label:`` lines between the passages; two passages a turn."""
    text, passages = "", []
    for ordinal, line in enumerate(lines):
        text += f"Line {ordinal}:\n"
        speaker = (ADA, HOST, None)[ordinal // 2 % 3]
        end = len(text) + len(line)
        passages.append(
            DraftPassage(len(text), end, ordinal // 2, PassageKind.SPEECH, speaker, locator="p. 1")
        )
        text += line + "\n"
    sha256 = sha256 or str(hash(text))
    return DraftSource(origin, sha256, text, Description(**described), tuple(passages))  # type: ignore[arg-type]


FULL = Description(
    title="On engines",
    creator="A. Lovelace",
    publisher="The Analytical Press",
    kind=SourceKind.LETTER,
    language="fr",
    language_basis="declared",
    date=DateEvidence("1843-07", DatePrecision.MONTH, DateBasis.IN_TEXT, DateOf.EVENT),
    url="https://example.org/a",
    archived_url="https://archive.example.org/a",
    provenance=Provenance(
        translated_from="it",
        translator="A. Lovelace",
        translation_of="Notions",
        original_text="La macchina",
        is_translation=True,
        evidence=(TranslationEvidence("declared", "declared", "Traduit", 3, 10),),
    ),
)


def test_a_source_comes_back_as_it_was_described(store: Store) -> None:
    draft = replace(talk("a.txt", "One two.", "Three."), description=FULL)
    (added,) = store.add([draft], now=NOW)
    source = store.source(added.source.id)
    assert source == added.source
    assert (source.title, source.date, source.provenance) == (
        FULL.title,
        FULL.date,
        FULL.provenance,
    )
    assert (source.version, source.state, source.added_at) == (1, SourceState.ACTIVE, NOW)
    assert store.source_of_rendition(added.rendition_id) == source


def test_passages_come_back_with_place_speaker_and_text(store: Store) -> None:
    draft = talk("a.txt", "One two.", "Three.", "Four?", "Five.", "Six")
    (added,) = store.add([draft], now=NOW)
    passages = store.source_passages(added.source.id)
    assert [p.id for p in passages] == list(added.passage_ids)
    assert [p.text for p in passages] == ["One two.", "Three.", "Four?", "Five.", "Six"]
    assert [p.speaker for p in passages] == [ADA, ADA, HOST, HOST, None]
    for passage in passages:
        assert draft.text[passage.start : passage.end] == passage.text
        assert (passage.source_id, passage.locator) == (added.source.id, "p. 1")
    assert store.speakers(added.rendition_id) == (ADA, HOST)


def test_passages_are_fetched_in_the_order_asked_and_unknown_ids_are_skipped(store: Store) -> None:
    (added,) = store.add([talk("a.txt", "One.", "Two.", "Three.")], now=NOW)
    first, second, third = added.passage_ids
    found = store.passages([third, 10**30, first, 999, second, first, -1])
    assert [p.text for p in found] == ["Three.", "One.", "Two.", "One."]
    assert store.passages([]) == []
    assert len(store.passages([first] * 5_000)) == 5_000


def test_excerpts_are_the_texts_of_the_passages_in_the_order_asked_for(store: Store) -> None:
    (added,) = store.add([talk("a", "One.", "Two.", "Three.")], now=NOW)
    first, _, third = added.passage_ids
    found = store.excerpts([third, 10**30, first, 999, first])
    assert [(e.id, e.text) for e in found] == [(third, "Three."), (first, "One."), (first, "One.")]
    assert {e.rendition_id for e in found} == {added.rendition_id}
    assert store.excerpts([]) == []


@pytest.mark.parametrize(
    ("at", "reach", "expected", "why"),
    [
        (0, 9, ["0", "1"], "the range ends with the turn"),
        (3, 9, ["2", "3"], "the range begins with the turn"),
        (3, 0, ["3"], "nothing but the passage"),
        (1, 1, ["0", "1"], "as far as asked for"),
        (5, 9, ["4", "5"], "and never into another source"),
    ],
)
def test_what_stands_around_a_passage_is_limited_to_its_turn(
    store: Store, at: int, reach: int, expected: list[str], why: str
) -> None:
    added, other = store.add([talk("a", *"012345"), talk("b", *"6789")], now=NOW)
    found = store.passages_around(added.passage_ids[at], reach)
    assert [p.text for p in found] == expected, why
    assert other.rendition_id not in {p.rendition_id for p in found}


def test_nothing_stands_around_a_passage_that_does_not_exist(store: Store) -> None:
    with pytest.raises(NotFound):
        store.passages_around(7, 1)


@st.composite
def drafts(draw: st.DrawFn) -> DraftSource:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    passages = tuple(
        DraftPassage(start, end, 0, PassageKind.PROSE, draw(st.sampled_from([None, ADA, HOST])))
        for start, end in pairwise(cuts)
        if draw(st.booleans())
    )
    origin = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
    return DraftSource(origin, str(hash(text)), text, Description(), passages)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(draft=drafts())
def test_passages_and_what_lies_between_them_are_the_text(store: Store, draft: DraftSource) -> None:
    (added,) = store.add([replace(draft, sha256=draft.sha256 + repr(draft.passages))], now=NOW)
    text = store.rendition_text(added.rendition_id)
    assert text == draft.text
    for passage, drafted in zip(store.passages(added.passage_ids), draft.passages, strict=True):
        assert passage.text == text[passage.start : passage.end]
        assert passage.speaker == drafted.speaker


def test_the_same_bytes_of_the_same_origin_change_nothing(store: Store) -> None:
    draft = talk("a.txt", "One.")
    (first,) = store.add([draft], now=NOW)
    (second,) = store.add([draft], now="2025-01-01T00:00:00Z")
    assert second.change is Change.UNCHANGED
    assert (second.source, second.passage_ids) == (first.source, first.passage_ids)
    assert store.revision() == first.revision == 1


def test_the_same_bytes_of_another_origin_are_another_source(store: Store) -> None:
    one, two = store.add([talk("a", "One.", sha256="x"), talk("b", "One.", sha256="x")], now=NOW)
    assert (one.change, two.change) == (Change.NEW, Change.NEW)
    assert one.source.id != two.source.id


def test_a_changed_text_becomes_a_version_and_the_old_one_stays_readable(store: Store) -> None:
    (old,) = store.add([talk("a", "One.", title="First")], now=NOW)
    (new,) = store.add([talk("a", "Uno.", "Due.", title="Second")], now=NOW)
    assert (new.change, new.source.version, new.source.id) == (
        Change.NEW_VERSION,
        2,
        old.source.id,
    )
    assert new.retired == old.passage_ids
    assert store.current_rendition(old.source.id) == new.rendition_id
    assert [p.text for p in store.source_passages(old.source.id)] == ["Uno.", "Due."]
    assert [p.text for p in store.passages(old.passage_ids)] == ["One."]
    assert "One." in store.rendition_text(old.rendition_id)
    assert store.source_of_rendition(old.rendition_id).title == "First"
    assert store.source(old.source.id).title == "Second"


def test_two_drafts_of_one_origin_in_one_batch_are_two_versions(store: Store) -> None:
    first, second = store.add([talk("a", "One."), talk("a", "Two.")], now=NOW)
    assert (first.source.version, second.source.version) == (1, 2)
    assert [p.text for p in store.iter_current_passages()] == ["Two."]


def test_ids_of_sources_depend_on_the_origin_only(store: Store, tmp_path: Path) -> None:
    (here,) = store.add([talk("a b/ü?.txt", "One.")], now=NOW)
    with closing(Store.open(tmp_path / "other.sqlite3")) as other:
        *_, there = other.add([talk("z", "Zero."), talk("a b/ü?.txt", "Two.")], now=NOW)
    assert here.source.id == there.source.id
    assert here.source.id.replace("_", "").isalnum()
    assert here.source.id.isascii()


def test_passage_ids_are_never_used_again(store: Store) -> None:
    seen: list[int] = []
    for text in ("One.", "Two.", "Three."):
        (added,) = store.add([talk("a", text, text)], now=NOW)
        seen += added.passage_ids
    assert seen == sorted(set(seen))


def test_every_change_counts_up_the_revision_once(store: Store) -> None:
    assert store.revision() == 0
    a, b = store.add([talk("a", "One."), talk("b", "Two.")], now=NOW)
    assert (a.revision, b.revision, store.revision()) == (1, 2, 2)
    assert store.remove(a.source.id) == 3
    assert store.remove(a.source.id) == 3, "withdrawing twice is one change"
    assert store.set_state(a.source.id, SourceState.ACTIVE) == 4


def test_a_withdrawn_source_leaves_the_summary_and_stays_readable(store: Store) -> None:
    a, _ = store.add([talk("a", "One.", "Two."), talk("b", "Three.")], now=NOW)
    store.remove(a.source.id)
    assert (store.summary().sources, store.summary().passages) == (1, 1)
    assert [p.text for p in store.iter_current_passages()] == ["Three."]
    assert store.source(a.source.id).state is SourceState.WITHDRAWN
    assert [p.text for p in store.passages(a.passage_ids)] == ["One.", "Two."]


def test_a_withdrawn_source_that_is_given_again_counts_once_more(store: Store) -> None:
    draft = talk("a", "One.")
    (first,) = store.add([draft], now=NOW)
    store.remove(first.source.id)
    (again,) = store.add([draft], now=NOW)
    assert (again.change, again.passage_ids) == (Change.NEW, first.passage_ids)
    assert store.source(first.source.id) == again.source == first.source
    assert store.summary().passages == 1


def test_the_summary_counts_current_passages_and_spans_the_dates(store: Store) -> None:
    assert store.summary() == type(store.summary())(0, 0, 0, None, None, ())
    day = DateEvidence("1999-12-31", DatePrecision.DAY, DateBasis.DECLARED)
    year = DateEvidence("2004", DatePrecision.YEAR, DateBasis.DECLARED)
    given = [
        talk("a", "One.", language="de", date=year),
        talk("b", "One.", "Two.", language="en", date=day),
        talk("c", "One.", language="en"),
    ]
    assert len(list(store.add(given, now=NOW))) == 3
    summary = store.summary()
    assert (summary.revision, summary.sources, summary.passages) == (3, 3, 4)
    assert (summary.date_from, summary.date_to) == ("1999-12-31", "2004")
    assert summary.languages == ("en", "de")


def test_sources_are_listed_in_the_order_they_came_a_page_at_a_time(store: Store) -> None:
    ids = [a.source.id for a in store.add([talk(o, o) for o in "zyxwv"], now=NOW)]
    assert len(list(store.add([talk("z", "new text")], now=NOW))) == 1
    pages, after = [], None
    while page := store.sources(after=after, limit=2):
        pages.append([s.id for s in page])
        after = page[-1].id
    assert pages == [ids[:2], ids[2:4], ids[4:]]


@pytest.mark.parametrize("batch", [1, 2, 1_000])
def test_any_batch_size_gives_the_same_store(store: Store, batch: int) -> None:
    given = [talk(str(n), *"abc") for n in range(7)]
    added = list(store.add(iter(given), now=NOW, batch=batch))
    assert [a.source.origin for a in added] == [d.origin for d in given]
    assert [list(a.passage_ids) for a in added] == [
        [3 * n + k for k in (1, 2, 3)] for n in range(7)
    ]


@pytest.mark.parametrize(
    "call",
    [
        lambda s: s.source("s_none"),
        lambda s: s.source_of_rendition(99),
        lambda s: s.current_rendition("s_none"),
        lambda s: s.source_passages("s_none"),
        lambda s: s.rendition_text(99),
        lambda s: s.remove("s_none"),
        lambda s: s.sources(after="s_none", limit=3),
    ],
)
def test_what_is_not_there_is_not_found(store: Store, call: object) -> None:
    with pytest.raises(NotFound):
        call(store)  # type: ignore[operator]
    assert store.revision() == 0


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [(0, 0, "empty"), (2, 1, "backwards"), (0, 99, "beyond the text"), (-1, 2, "before the text")],
)
def test_misplaced_passages_are_refused_and_nothing_is_kept(
    store: Store, start: int, end: int, why: str
) -> None:
    bad = DraftSource(
        "bad", "x", "text", Description(), (DraftPassage(start, end, 0, PassageKind.PROSE),)
    )
    with pytest.raises(ValueError, match="misplaced"):
        list(store.add([talk("good", "One."), bad], now=NOW))
    assert store.revision() == 0, why


def test_half_a_surrogate_pair_is_an_unreadable_source(store: Store) -> None:
    with pytest.raises(UnreadableSource):
        list(store.add([DraftSource("a", "x", "\ud800", Description(), ())], now=NOW))
    assert store.sources(after=None, limit=5) == []


def test_a_failing_reader_keeps_the_batches_before_it(store: Store) -> None:
    def given() -> Iterator[DraftSource]:
        yield talk("a", "One.")
        yield talk("b", "Two.")
        yield talk("c", "Three.")
        raise OSError("unplugged")

    seen = []
    with pytest.raises(OSError, match="unplugged"):
        seen.extend(a.source.origin for a in store.add(given(), now=NOW, batch=2))
    assert [s.origin for s in store.sources(after=None, limit=9)] == seen == ["a", "b"]


def damage(path: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(sql, values)


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE passages SET text = 'One not.' WHERE id = 1", "other text"),
        ("UPDATE passages SET speaker = 1 WHERE id = 1", "another speaker"),
        ("UPDATE passages SET start = start + 1 WHERE id = 1", "another place"),
        ("UPDATE passages SET turn = 3 WHERE id = 1", "another turn"),
        ("UPDATE passages SET kind = 'prose' WHERE id = 1", "another kind"),
        ("UPDATE passages SET text = CAST(x'ff' AS TEXT) WHERE id = 1", "no text at all"),
    ],
)
def test_a_damaged_passage_is_never_shown(store: Store, tmp_path: Path, sql: str, why: str) -> None:
    (added,) = store.add([talk("a", "One.", "Two.", "Three.")], now=NOW)
    damage(tmp_path / "corpus.sqlite3", sql)
    with pytest.raises(StoreCorrupt):
        store.passages([1])
    with pytest.raises(StoreCorrupt):
        store.excerpts([1])
    with pytest.raises(StoreCorrupt):
        store.rendition_text(added.rendition_id)
    assert [p.text for p in store.passages([2, 3])] == ["Two.", "Three."], why


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE gaps SET text = 'changed' WHERE start = 0",
        "DELETE FROM gaps WHERE start = 0",
        "DELETE FROM gaps WHERE start = (SELECT max(start) FROM gaps)",
        "DELETE FROM passages WHERE id = 2",
    ],
)
def test_a_text_with_a_damaged_or_missing_piece_is_never_shown(
    store: Store, tmp_path: Path, sql: str
) -> None:
    (added,) = store.add([talk("a", "One.", "Two.")], now=NOW)
    damage(tmp_path / "corpus.sqlite3", sql)
    with pytest.raises(StoreCorrupt):
        store.rendition_text(added.rendition_id)


def test_damage_is_listed_and_left_out_of_what_the_index_reads(
    store: Store, tmp_path: Path
) -> None:
    (added,) = store.add([talk("a", "One.", "Two.")], now=NOW)
    assert store.damaged() == []
    damage(tmp_path / "corpus.sqlite3", "UPDATE passages SET text = 'Ono.' WHERE id = 1")
    damage(tmp_path / "corpus.sqlite3", "UPDATE gaps SET text = 'x' WHERE start = 0")
    assert len(store.damaged()) == 2
    assert [p.id for p in store.iter_current_passages()] == [added.passage_ids[1]]


def test_a_store_that_is_opened_again_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite3"
    with closing(Store.open(path)) as store:
        (added,) = store.add([talk("a", "One.")], now=NOW)
    with closing(Store.open(path)) as store:
        assert store.source(added.source.id) == added.source
        assert store.revision() == 1


@pytest.mark.parametrize(
    ("content", "error", "why"),
    [
        (b"no database at all, but long enough", StoreCorrupt, "another file"),
        (b"SQLite format 3\x00" + b"\xff" * 4_080, StoreCorrupt, "flipped bytes after the header"),
    ],
)
def test_what_is_not_a_store_is_refused(
    tmp_path: Path, content: bytes, error: type[StoreError], why: str
) -> None:
    path = tmp_path / "corpus.sqlite3"
    path.write_bytes(content)
    with pytest.raises(error):
        Store.open(path)
    assert path.read_bytes() == content, why


@pytest.mark.parametrize(
    ("sql", "error"),
    [
        ("PRAGMA user_version = 999", StoreError),
        ("PRAGMA application_id = 7", StoreCorrupt),
        ("DELETE FROM counters", StoreCorrupt),
        ("UPDATE sqlite_sequence SET seq = 0", StoreCorrupt),
    ],
)
def test_a_store_with_another_schema_or_counters_is_refused(
    tmp_path: Path, sql: str, error: type[StoreError]
) -> None:
    path = tmp_path / "corpus.sqlite3"
    with closing(Store.open(path)) as store:
        assert len(list(store.add([talk("a", "One.")], now=NOW))) == 1
    damage(path, sql)
    with pytest.raises(error):
        Store.open(path)


def test_a_folder_that_is_not_there_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Store.open(tmp_path / "missing" / "corpus.sqlite3")


def test_another_writer_for_too_long_is_busy_and_nothing_is_kept(
    store: Store, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "corpus.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            list(store.add([talk("a", "One.")], now=NOW))
        assert store.summary().sources == 0, "reading goes on"
        other.execute("ROLLBACK")
    assert len(list(store.add([talk("a", "One.")], now=NOW))) == 1


def test_a_full_disk_keeps_what_was_there_and_recovers(store: Store) -> None:
    (kept,) = store.add([talk("a", "One.")], now=NOW)
    with store._database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageFull):
            list(store.add([talk("b", "long " * 50_000)], now=NOW))
        assert store.revision() == kept.revision
        assert [p.text for p in store.passages(kept.passage_ids)] == ["One."]
        connection.execute("PRAGMA max_page_count = 1000000")
    assert len(list(store.add([talk("b", "long " * 50_000)], now=NOW))) == 1


def test_threads_that_add_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    def add(number: int) -> None:
        own = Store.open(tmp_path / "corpus.sqlite3", timeout=30)
        given = [talk(f"{number}/{n}", "One.", "Two.") for n in range(10)] + [talk("shared", "x")]
        added.extend(a.change for a in own.add(given, now=NOW, batch=3))
        own.close()

    added: list[Change] = []
    threads = [threading.Thread(target=add, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with closing(Store.open(tmp_path / "corpus.sqlite3")) as store:
        assert added.count(Change.NEW) == store.summary().sources == 61
        assert store.summary().passages == 121
        assert store.revision() == 61


def test_each_thread_reads_with_its_own_connection_and_all_are_closed(store: Store) -> None:
    (added,) = store.add([talk("a", "One.")], now=NOW)
    texts: list[str] = []
    thread = threading.Thread(
        target=lambda: texts.extend(p.text for p in store.passages(added.passage_ids))
    )
    thread.start()
    thread.join()
    assert texts == ["One."]
    store.close()
    with pytest.raises(StoreError):
        store.revision()


def test_a_backup_is_complete_by_itself(store: Store, tmp_path: Path) -> None:
    (added,) = store.add([talk("a", "One.")], now=NOW)
    store.backup(tmp_path / "copy.sqlite3")
    with closing(Store.open(tmp_path / "copy.sqlite3")) as copy:
        assert [p.text for p in copy.passages(added.passage_ids)] == ["One."]
        assert copy.damaged() == []
