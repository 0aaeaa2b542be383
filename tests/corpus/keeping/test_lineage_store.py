"""Lineage keeps what was found, shows only what holds now, and hands every task to one worker."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import NotFound, StoreCorrupt, StoreError
from corpus.keeping import lineage_signatures
from corpus.keeping.deposit import deposit
from corpus.keeping.lineage_queue import Queue
from corpus.keeping.lineage_signatures import Kind, nearest, write_signatures
from corpus.keeping.lineage_store import TRIES
from corpus.keeping.store import Store
from corpus.keeping.tasks import Compared, Looked, Outcome, Stage, Task
from corpus.lineage import (
    Derivation,
    EvidenceRow,
    Override,
    PassageLink,
    Relation,
    Role,
    Scope,
)
from corpus.migrations import scripts
from corpus.models import Description, DraftPassage, DraftSource, PassageKind

NOW = "2024-05-06T07:08:09Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "corpus.sqlite3", timeout=5)
    yield opened
    opened.close()


def text(origin: str, *lines: str, language: str = "en") -> DraftSource:
    whole, passages = "", []
    for line in lines:
        passages.append(
            DraftPassage(len(whole), len(whole) + len(line), len(passages), PassageKind.PROSE)
        )
        whole += line + "\n\n"
    return DraftSource(
        origin, str(hash(whole)), whole, Description(language=language), tuple(passages)
    )


def add(store: Store, *drafts: DraftSource) -> list[int]:
    return [added.rendition_id for added in store.add(drafts, now=NOW)]


def queue_of(store: Store) -> Queue:
    return Queue(store.lineage.database)


def looked(rendition_id: int, *rows: EvidenceRow, version: str = "v1") -> Looked:
    return Looked(rendition_id, Role.UNKNOWN, version, tuple(rows))


def look_at_all(store: Store, *found: Looked) -> int:
    """Hand in something for every document that waits; gives the revision after it."""
    queue, by_id = queue_of(store), {each.rendition_id: each for each in found}
    tasks = queue.claim("w", limit=99, now=0, seconds=9)
    queue.hand_in(
        [Outcome(t, by_id.get(t.rendition_id, looked(t.rendition_id))) for t in tasks], "w", at=NOW
    )
    return store.revision()


def joined(a: int, b: int, *spans: tuple[int, int, int, int, float], **more: object) -> Compared:
    links = tuple(
        PassageLink(a, s, e, b, t, f, posterior, "same_language") for s, e, t, f, posterior in spans
    )
    return Compared(a, b, "reworded", {"coverage_a": 0.9}, "v1", links, **more)  # type: ignore[arg-type]


# The queue


def test_a_database_from_before_lineage_is_migrated_and_its_sources_wait(tmp_path: Path) -> None:
    path, newer = tmp_path / "corpus.sqlite3", tmp_path / "newer.sqlite3"
    with closing(Store.open(newer)) as store:
        first, second = store.add([text("a", "One."), text("b", "Two.")], now=NOW)
        store.remove(second.source.id)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(scripts()[0])
        connection.execute("ATTACH ? AS newer", (str(newer),))
        connection.execute("BEGIN")
        known = [name for (name,) in connection.execute("SELECT name FROM counters")]
        connection.execute("DELETE FROM counters")
        tables = "counters sources renditions speakers passages gaps".split()
        for table in tables:
            columns = ", ".join(
                f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})")
            )
            connection.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
            )
        later = ", ".join(f"'{name}'" for name in known)
        connection.execute(f"DELETE FROM counters WHERE name NOT IN ({later})")
        connection.execute("COMMIT")
    with closing(Store.open(path)) as store:
        assert store.lineage.pending().evidence == 1
        (task,) = queue_of(store).claim("w", limit=9, now=0, seconds=9)
        assert task.rendition_id == first.rendition_id != second.rendition_id
        assert store.rendition_text(second.rendition_id) == "Two.\n\n"


def test_what_comes_in_waits_and_what_cannot_be_quoted_does_not(store: Store) -> None:
    add(store, text("a", "One."), text("b", "Two."))
    assert store.lineage.pending().total == 2
    look_at_all(store)
    assert store.lineage.pending().linking == 2
    add(store, text("a", "One."))
    assert store.lineage.pending().evidence == 0, "the same bytes again change nothing"
    (newer,) = add(store, text("a", "One, and more."))
    assert store.lineage.pending().evidence == 1, "a new version waits, the old one no longer"
    assert store.lineage.pending().linking == 1
    source = store.source_of_rendition(newer)
    store.remove(source.id)
    assert store.lineage.pending().evidence == 0, "a withdrawn source takes no part"
    add(store, text("a", "One, and more."))
    assert store.lineage.pending().evidence == 1, "given again, it waits again"


def test_a_batch_that_fails_leaves_nothing_in_the_queue(store: Store) -> None:
    with pytest.raises(RuntimeError), store.lineage.database.writing() as connection:
        deposit(connection, [text("a", "One.")], NOW)
        raise RuntimeError("the power goes")
    assert store.lineage.pending().total == 0


def test_a_task_belongs_to_one_worker_until_its_time_is_over(store: Store) -> None:
    add(store, text("a", "One."), text("b", "Two."))
    queue = queue_of(store)
    (first,) = queue.claim("one", limit=1, now=100, seconds=10)
    (second,) = queue.claim("two", limit=9, now=105, seconds=10)
    assert first.rendition_id != second.rendition_id
    assert queue.claim("three", limit=9, now=109, seconds=10) == []
    (taken,) = queue.claim("three", limit=9, now=110, seconds=10)
    assert taken.rendition_id == first.rendition_id, "whoever was killed is relieved"
    late = queue.hand_in([Outcome(first, looked(first.rendition_id))], "one", at=NOW)
    assert late == [], "what comes after that is not kept"
    kept = queue.hand_in([Outcome(taken, looked(taken.rendition_id))], "three", at=NOW)
    assert [outcome.task for outcome in kept] == [taken]


def test_a_worker_that_renews_keeps_its_task(store: Store) -> None:
    add(store, text("a", "One."))
    queue = queue_of(store)
    queue.claim("one", limit=1, now=100, seconds=10)
    queue.renew("one", now=109, seconds=10)
    assert queue.claim("two", limit=1, now=118, seconds=10) == []
    assert len(queue.claim("two", limit=1, now=119, seconds=10)) == 1


def test_many_workers_at_once_never_get_the_same_task(store: Store) -> None:
    ids = add(store, *(text(f"{n}", f"Line {n}.") for n in range(40)))
    got: list[int] = []

    def work(name: str) -> None:
        queue = queue_of(store)
        while tasks := queue.claim(name, limit=3, now=0, seconds=99):
            got.extend(task.rendition_id for task in tasks)

    threads = [threading.Thread(target=work, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ids


def test_a_document_that_kills_its_worker_is_set_aside_and_alone(store: Store) -> None:
    ids = add(store, text("a", "One."), text("b", "Two."))
    queue, now = queue_of(store), 0.0
    assert len(queue.claim("w", limit=9, now=now, seconds=1)) == 2
    for _ in range(2 * (TRIES - 1)):
        now += 10
        (task,) = queue.claim("w", limit=9, now=now, seconds=1)
        assert task.tries > 1, "one that was begun before is taken alone"
    assert queue.claim("w", limit=9, now=now + 10, seconds=1) == []
    aside = store.lineage.pending().set_aside
    assert [id for id, _ in aside] == ids
    assert all(problem for _, problem in aside)


def test_a_problem_is_kept_with_the_document(store: Store) -> None:
    (id,) = add(store, text("a", "One."))
    queue = queue_of(store)
    for at in range(TRIES):
        (task,) = queue.claim("w", limit=1, now=at, seconds=99)
        queue.hand_in([Outcome(task, problem="it is odd")], "w", at=NOW)
    assert store.lineage.pending().set_aside == ((id, "it is odd"),)
    assert store.lineage.pending().total == 0


def test_what_is_given_back_counts_as_never_taken(store: Store) -> None:
    add(store, text("a", "One."), text("b", "Two."))
    queue = queue_of(store)
    for _ in range(TRIES + 1):
        assert len(queue.claim("w", limit=9, now=0, seconds=99)) == 2
        queue.release("w")
    assert store.lineage.pending().set_aside == ()


def test_nobody_compares_before_all_have_been_looked_at(store: Store) -> None:
    add(store, text("a", "One."), text("b", "Two."))
    queue = queue_of(store)
    (first,) = queue.claim("one", limit=1, now=0, seconds=99)
    (second,) = queue.claim("two", limit=1, now=0, seconds=99)
    queue.hand_in([Outcome(second, looked(second.rendition_id))], "two", at=NOW)
    assert queue.claim("two", limit=9, now=1, seconds=99) == []
    queue.hand_in([Outcome(first, looked(first.rendition_id))], "one", at=NOW)
    stages = {task.stage for task in queue.claim("two", limit=9, now=1, seconds=99)}
    assert stages == {Stage.LINKING}


def test_other_rules_put_documents_back_in_the_queue(store: Store) -> None:
    (id,) = add(store, text("a", "One."))
    look_at_all(store, looked(id, version="v1"))
    queue = queue_of(store)
    (task,) = queue.claim("w", limit=9, now=0, seconds=9)
    queue.hand_in([Outcome(task)], "w", at=NOW)
    assert queue.outdated("v1") == 0
    assert queue.outdated("v2") == 1
    assert store.lineage.pending().evidence == 1


# Evidence


def test_evidence_comes_back_as_it_was_kept_and_stands_where_it_says(store: Store) -> None:
    (id,) = add(store, text("a", "Translated by Ann.", "One."))
    row = EvidenceRow(
        *("declared", "declared", 0, 18, "Translated by Ann.", "credit", "v1", None, "Ann", "de"),
        reason="a line",
        measured={"posterior": 0.5},
    )
    look_at_all(store, looked(id, row, EvidenceRow("link_to_original", "strong")))
    found = store.lineage.evidence_of(id)
    assert found == [row, EvidenceRow("link_to_original", "strong")]
    assert store.rendition_text(id)[found[0].start : found[0].end] == found[0].snippet


def test_evidence_that_does_not_stand_where_it_says_is_not_shown(store: Store) -> None:
    (id,) = add(store, text("a", "One.", "Two."))
    look_at_all(store, looked(id, EvidenceRow("declared", "declared", 0, 4, "Won.")))
    with pytest.raises(StoreCorrupt):
        store.lineage.evidence_of(id)
    assert len(list(store.lineage.damaged())) == 1


def test_a_later_look_supersedes_and_nothing_is_lost(store: Store) -> None:
    (id,) = add(store, text("a", "One."))
    look_at_all(store, looked(id, EvidenceRow("placeholder", "strong"), version="v1"))
    queue = queue_of(store)
    queue.release("w")
    (task,) = queue.claim("w", limit=9, now=0, seconds=9)
    queue.hand_in([Outcome(task)], "w", at=NOW)
    queue.outdated("v2")
    before = store.revision()
    after = look_at_all(store, looked(id, version="v2"))
    assert store.lineage.evidence_of(id) == []
    assert after == before + 1, "that evidence no longer holds is a change, too"
    with store.lineage.database.reading() as connection:
        kept = connection.execute("SELECT code FROM evidence").fetchall()
    assert kept == [("placeholder",)]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE evidence SET code = 'declared'",
        "DELETE FROM evidence",
        "UPDATE overrides SET status = 'original'",
        "DELETE FROM overrides",
    ],
)
def test_evidence_and_decisions_cannot_be_rewritten(store: Store, sql: str) -> None:
    (id,) = add(store, text("a", "One."))
    look_at_all(store, looked(id, EvidenceRow("placeholder", "strong")))
    source = store.source_of_rendition(id).id
    store.lineage.set_override(Override(source, "translation", "Eva", NOW))
    with pytest.raises(StoreError), store.lineage.database.writing() as connection:
        connection.execute(sql)
    assert [row.code for row in store.lineage.evidence_of(id)] == ["placeholder"]
    assert len(store.lineage.overrides(source)) == 1


def test_only_what_can_be_seen_counts_up_the_revision(store: Store) -> None:
    a, b = add(store, text("a", "One."), text("b", "Two."))
    before = store.revision()
    assert look_at_all(store) == before, "nothing was found"
    (task, _) = queue_of(store).claim("w", limit=9, now=0, seconds=9)
    queue_of(store).hand_in(
        [Outcome(task, compared=(Compared(a, b, None, {}, "v1"),))], "w", at=NOW
    )
    assert store.revision() == before, "that two do not belong together is not shown"
    queue_of(store).keep(joined(a, b, (0, 4, 0, 4, 0.99)), at=NOW)
    assert store.revision() == before + 1


# Links and works


def pair_of(store: Store) -> tuple[int, int]:
    a, b = add(store, text("a", "One one.", "Two two."), text("b", "First.", "Second."))
    look_at_all(store)
    row = EvidenceRow("aligned_reworded", "measured", other_id=a, measured={"coverage": 0.9})
    made = Derivation(b, a, Relation.TRANSLATED, "en", basis="aligned_reworded")
    compared = joined(
        *(a, b, (0, 8, 0, 6, 0.6), (10, 18, 8, 15, 0.95)),
        evidence=((b, row),),
        derivations=(made,),
    )
    queue_of(store).keep(compared, at=NOW)
    return a, b


def test_links_are_found_from_both_sides_surest_first(store: Store) -> None:
    a, b = pair_of(store)
    here = store.lineage.links_at(a, 4, 12)
    assert [link.posterior for link in here] == [0.95, 0.6]
    assert [store.slice(a, k.start_a, k.end_a) for k in here] == ["Two two.", "One one."]
    assert [store.slice(b, k.start_b, k.end_b) for k in here] == ["Second.", "First."]
    (there,) = store.lineage.links_at(b, 8, 9)
    assert there == here[0].turned()
    assert store.lineage.links_at(a, 8, 10) == [], "between the two there is nothing"
    assert store.lineage.links_at(a, 18, 99) == []


def test_withdrawing_the_counterpart_withdraws_what_rests_on_it(store: Store) -> None:
    a, b = pair_of(store)
    lineage = store.lineage
    assert [row.code for row in lineage.evidence_of(b)] == ["aligned_reworded"]
    store.remove(store.source_of_rendition(a).id)
    assert lineage.links_at(b, 0, 99) == lineage.links_of(b) == []
    assert lineage.links_at(a, 0, 99) == [], "nor from the withdrawn side"
    assert lineage.evidence_of(b) == []
    assert lineage.derivations_of(b) == []
    assert lineage.linked_with(b) == {}
    work = lineage.work_of(b)
    assert work is not None
    assert [part.rendition_id for part in lineage.renditions_of_work(work).parts] == [b]
    add(store, text("a", "One one.", "Two two."))
    assert len(lineage.links_at(b, 0, 99)) == 2, "given back, it counts again"
    assert [d.source_id for d in lineage.derivations_of(b)] == [a]


def test_a_new_version_of_the_counterpart_has_none_of_its_links(store: Store) -> None:
    a, b = pair_of(store)
    (newer,) = add(store, text("a", "Something else."))
    assert store.lineage.links_of(b) == store.lineage.links_of(newer) == []
    assert store.lineage.evidence_of(b) == []
    assert queue_of(store).earlier_partners(newer) == [b]
    assert a != newer


def test_a_new_alignment_replaces_the_links_of_the_old_one(store: Store) -> None:
    a, b = pair_of(store)
    queue_of(store).keep(joined(a, b, (0, 8, 8, 15, 0.91)), at=NOW)
    (link,) = store.lineage.links_of(a)
    assert (link.start_b, link.end_b) == (8, 15)
    assert store.lineage.derivations_of(b) == []
    assert store.lineage.evidence_of(b) == [], "the new look says nothing of the kind"


def test_linked_renditions_are_one_work_and_so_is_what_they_were_linked_with(store: Store) -> None:
    a, b = pair_of(store)
    (c, d) = add(store, text("c", "One."), text("d", "Other."))
    look_at_all(store)
    queue_of(store).keep(joined(b, c, (0, 6, 0, 4, 0.99)), at=NOW)
    lineage = store.lineage
    assert lineage.work_of(a) == lineage.work_of(b) == lineage.work_of(c) != lineage.work_of(d)
    work = lineage.renditions_of_work(lineage.work_of(a) or 0)
    assert [p.rendition_id for p in work.parts] == [a, b, c]
    assert {p.scope for p in work.parts} == {Scope.DOCUMENT}
    assert [p.role for p in work.parts] == [Role.UNKNOWN, Role.BACK_TRANSLATION, Role.UNKNOWN]


def test_unknown_works_and_sources_are_not_found(store: Store) -> None:
    lineage = store.lineage
    assert lineage.work_of(7) is None
    with pytest.raises(NotFound):
        lineage.renditions_of_work(7)
    with pytest.raises(NotFound):
        lineage.set_override(Override("s_none", "original", "Eva", NOW))
    assert lineage.evidence_of(7) == lineage.links_at(7, 0, 9) == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.floats(0, 1)), max_size=12),
    st.integers(0, 80),
    st.integers(1, 30),
)
def test_links_at_gives_every_link_that_overlaps_and_no_other(
    store: Store, spans: list[tuple[int, int, float]], start: int, length: int
) -> None:
    a, b = add(store, text("a", "One."), text("b", "Two."))
    made = [(s, s + n, n, n + s + 1, posterior) for s, n, posterior in spans]
    queue_of(store).keep(joined(a, b, *made), at=NOW)
    found = store.lineage.links_at(a, start, start + length)
    wanted = [m for m in made if m[0] < start + length and m[1] > start]
    assert sorted((k.start_a, k.end_a, k.start_b, k.end_b, k.posterior) for k in found) == sorted(
        wanted
    )
    assert [k.posterior for k in found] == sorted((m[4] for m in wanted), reverse=True)


# Decisions


def test_the_newest_decision_holds_for_its_scope(store: Store) -> None:
    (id,) = add(store, text("a", "One."))
    source, lineage = store.source_of_rendition(id).id, store.lineage
    assert lineage.override_of(source) is None
    before = store.revision()
    whole = Override(source, "translation", "Eva", NOW, "asked the publisher")
    turns = Override(source, "original", "Ben", NOW, speaker="Ann")
    assert lineage.set_override(whole) == before + 1
    lineage.set_override(turns)
    assert lineage.override_of(source) == whole
    assert lineage.override_of(source, "Ann") == turns
    assert lineage.override_of(source, "Ben") == whole, "the document's where there is no own"
    lineage.set_override(Override(source, None, "Eva", NOW))
    assert lineage.override_of(source) is None, "given back to the rules"
    assert lineage.override_of(source, "Ann") == turns
    assert [o.status for o in lineage.overrides(source)] == ["translation", "original", None]


def test_a_decision_outlives_the_text_it_was_made_for(store: Store) -> None:
    (id,) = add(store, text("a", "One."))
    source = store.source_of_rendition(id).id
    store.lineage.set_override(Override(source, "translation", "Eva", NOW))
    add(store, text("a", "One, mended."))
    held = store.lineage.override_of(source)
    assert held is not None and held.status == "translation"


# Signatures


def sign(store: Store, id: int, words: str) -> None:
    with store.lineage.database.writing() as connection:
        write_signatures(connection, id, {Kind.SAME_LANGUAGE: words.split()})


def test_the_document_that_shares_the_rarest_words_is_first(store: Store) -> None:
    ids = add(store, *(text(f"{n}", f"Line {n}.") for n in range(6)))
    common = "the of and river"
    for id, own in zip(
        ids, ("heron weir", "heron weir lock", "lock", "sluice", "dam", ""), strict=True
    ):
        sign(store, id, f"{common} {own}")
    found = nearest(store.lineage.database, ids[0], Kind.SAME_LANGUAGE, ["en"], 9)
    assert found[0].key == ids[1]
    assert ids[0] not in [c.key for c in found]
    assert nearest(store.lineage.database, ids[0], Kind.SAME_LANGUAGE, ["de"], 9) == []
    assert nearest(store.lineage.database, ids[0], Kind.ACROSS_LANGUAGES, ["en"], 9) == []


def counted(store: Store) -> tuple[int, int]:
    """How many documents are signed, as it is kept and as it is counted."""
    with store.lineage.database.reading() as connection:
        kept = connection.execute("SELECT value FROM counters WHERE name = 'signed'").fetchone()
        found = connection.execute("SELECT count(DISTINCT rendition_id) FROM signed").fetchone()
    return kept[0], found[0]


def test_the_number_of_signed_documents_is_kept(store: Store) -> None:
    a, b = add(store, text("a", "One."), text("b", "Two."))
    sign(store, a, "heron weir")
    with store.lineage.database.writing() as connection:  # a store from before there was a counter
        connection.execute("DELETE FROM counters WHERE name = 'signed'")
    assert nearest(store.lineage.database, a, Kind.SAME_LANGUAGE, ["en"], 9) == []
    sign(store, b, "heron")
    assert counted(store) == (2, 2)
    sign(store, b, "lock")
    assert counted(store) == (2, 2), "in place of its own"
    (newer,) = add(store, text("b", "Two, mended."))
    sign(store, newer, "lock weir")
    assert counted(store) == (2, 2), "in place of its older version's"
    sign(store, newer, "")
    assert counted(store) == (1, 1), "too short now"


def test_no_more_rows_are_read_however_many_documents_there_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = add(store, *(text(f"{n}", f"Line {n}.") for n in range(9)))
    own = [f"rare{n} few{n} odd{n}" for n in range(8)]
    for id in ids[2:]:
        sign(store, id, f"common of the {id}")
    for id in ids[:2]:
        sign(store, id, " ".join(["common of the", *own]))
    monkeypatch.setattr(lineage_signatures, "_ASKED_LEAST", 1)
    monkeypatch.setattr(lineage_signatures, "_CHECKED", 2)
    for most, near in ((0, ids[1:2]), (48, ids[1:2]), (6_000, ids[1:])):
        monkeypatch.setattr(lineage_signatures, "_READ", most)
        found = nearest(store.lineage.database, ids[0], Kind.SAME_LANGUAGE, ["en"], 9)
        assert sorted(c.key for c in found) == sorted(near)


def test_withdrawn_documents_and_old_versions_are_not_found(store: Store) -> None:
    a, b = add(store, text("a", "One."), text("b", "Two."))
    for id in (a, b):
        sign(store, id, "heron weir lock sluice")
    assert len(nearest(store.lineage.database, a, Kind.SAME_LANGUAGE, ["en"], 9)) == 1
    (newer,) = add(store, text("b", "Two, mended."))
    assert nearest(store.lineage.database, a, Kind.SAME_LANGUAGE, ["en"], 9) == []
    sign(store, newer, "heron weir lock sluice")
    (found,) = nearest(store.lineage.database, a, Kind.SAME_LANGUAGE, ["en"], 9)
    assert found.key == newer
    with store.lineage.database.reading() as connection:
        held = connection.execute("SELECT DISTINCT held FROM signature_terms").fetchall()
    assert held == [(2,)], "the old version's words are no longer counted"
    store.remove(store.source_of_rendition(newer).id)
    assert nearest(store.lineage.database, a, Kind.SAME_LANGUAGE, ["en"], 9) == []


def test_a_task_knows_how_often_it_was_begun(store: Store) -> None:
    (id,) = add(store, text("a", "One."))
    assert queue_of(store).claim("w", limit=1, now=0, seconds=1) == [Task(id, Stage.EVIDENCE, 1)]
    assert queue_of(store).claim("w", limit=1, now=5, seconds=1) == [Task(id, Stage.EVIDENCE, 2)]
