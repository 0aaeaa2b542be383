"""The service's own file: opening, transactions, several openers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import StoreBusy, StoreCorrupt, StoreError
from verifier.remembering.ledger import FILE, Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path)
    yield opened
    opened.close()


def line(ledger: Ledger, event: str, *, durable: bool = True) -> None:
    with ledger.writing(durable=durable) as connection:
        connection.execute(
            "INSERT INTO audit (at, event, who, subject) VALUES ('t', ?, 'w', 's')", (event,)
        )


def lines(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return [row[0] for row in connection.execute("SELECT event FROM audit ORDER BY id")]


@pytest.mark.parametrize("durable", [True, False])
def test_what_is_written_is_there_for_the_next_opener(tmp_path: Path, durable: bool) -> None:
    first = Ledger.open(tmp_path / "new" / "home")
    line(first, "a", durable=durable)
    second = Ledger.open(tmp_path / "new" / "home")
    assert lines(second) == ["a"]
    first.close()
    second.close()


def test_a_transaction_that_fails_leaves_nothing(ledger: Ledger) -> None:
    with pytest.raises(ZeroDivisionError), ledger.writing() as connection:
        connection.execute("DELETE FROM audit")
        connection.execute("INSERT INTO buckets VALUES ('a', 1.0, 1.0)")
        raise ZeroDivisionError
    with ledger.reading() as connection:
        assert connection.execute("SELECT count(*) FROM buckets").fetchone() == (0,)


def test_many_threads_write_and_nothing_is_lost(ledger: Ledger) -> None:
    def work() -> None:
        for _ in range(20):
            line(ledger, "x", durable=False)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(lines(ledger)) == 120


def test_many_openers_of_a_new_file_make_it_once(tmp_path: Path) -> None:
    opened: list[Ledger] = []
    threads = [
        threading.Thread(target=lambda: opened.append(Ledger.open(tmp_path))) for _ in range(6)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [lines(each) for each in opened] == [[]] * 6
    for each in opened:
        each.close()


def test_waiting_for_another_writer_has_an_end(tmp_path: Path) -> None:
    first, second = Ledger.open(tmp_path), Ledger.open(tmp_path, timeout=0.05)
    with first.writing(), pytest.raises(StoreBusy):
        line(second, "late")
    first.close()
    second.close()


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"not a database at all" * 99, "a text"), (b"SQLite format 3\x00", "torn")],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(StoreCorrupt):
        Ledger.open(tmp_path)


def test_the_database_of_a_corpus_is_no_ledger(tmp_path: Path) -> None:
    from corpus.keeping.store import Store

    Store.open(tmp_path / FILE).close()
    with pytest.raises(StoreError):
        Ledger.open(tmp_path)


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path)
    with ledger.reading() as connection:
        connection.execute("PRAGMA user_version = 99")
    ledger.close()
    with pytest.raises(StoreError, match="newer"):
        Ledger.open(tmp_path)


def test_a_closed_ledger_says_so(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path)
    ledger.close()
    with pytest.raises(StoreError, match="closed"):
        lines(ledger)


def test_a_folder_that_cannot_be_made_is_a_failure_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        Ledger.open(tmp_path / "file" / "home")


def test_deleted_text_is_not_left_in_the_files(ledger: Ledger, tmp_path: Path) -> None:
    line(ledger, "zanzigar")
    with ledger.writing() as connection:
        connection.execute("DELETE FROM audit")
    ledger.forget()
    assert not [p for p in tmp_path.iterdir() if b"zanzigar" in p.read_bytes()]
