"""What is compared again, once, and what is still to be told, by one process at a time."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from verifier.remembering import watches
from verifier.remembering.audit import events
from verifier.remembering.checks import Open, keep, new_id, read
from verifier.remembering.ledger import Ledger
from verifier.remembering.notice_queue import Due
from verifier.remembering.notices import Recipient, wait_after

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TOLD = Recipient("https://cms.example/hook", "whsec_c2VjcmV0", "one")


def later(**more: float) -> datetime:
    return NOW + timedelta(**more)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path)
    yield opened
    opened.close()


def kept(ledger: Ledger, revision: int = 4, told: Recipient | None = None, days: int = 30) -> str:
    check_id = new_id()
    watch = Open("not_found", revision, told)
    keep(ledger, check_id, "one", {"n": 1}, days=days, now=NOW, watch=watch)
    return check_id


def seen(ledger: Ledger, check_id: str, revision: int, **more: bool) -> bool:
    what = {"changed": False, "found": False, **more}
    return watches.looked(ledger, check_id, revision, now=later(minutes=1), **what)


def test_the_one_that_has_waited_longest_is_next(ledger: Ledger) -> None:
    newer, older = kept(ledger, 5), kept(ledger, 4)
    assert watches.next_open(ledger, 4, now=NOW) is None, "nothing has come in since"
    first = watches.next_open(ledger, 6, now=NOW)
    assert first == watches.Watch(older, "not_found", {"n": 1})
    assert not seen(ledger, older, 6)
    second = watches.next_open(ledger, 6, now=NOW)
    assert second is not None and second.check_id == newer
    seen(ledger, newer, 6)
    assert watches.next_open(ledger, 6, now=NOW) is None
    assert watches.next_open(ledger, 7, now=NOW) is not None


def test_what_was_not_to_be_watched_is_not(ledger: Ledger) -> None:
    keep(ledger, new_id(), "one", {}, days=30, now=NOW)
    assert watches.next_open(ledger, 9, now=NOW) is None


def test_what_is_over_its_term_is_neither_compared_nor_told(ledger: Ledger) -> None:
    check_id = kept(ledger, told=TOLD, days=1)
    assert watches.next_open(ledger, 9, now=later(hours=23)) is not None
    assert watches.next_open(ledger, 9, now=later(days=1)) is None
    seen(ledger, check_id, 9, found=True)
    assert watches.QUEUE.take_due(ledger, now=later(days=1)) is None
    assert watches.QUEUE.any_due(ledger, now=later(hours=23))


def test_another_verdict_is_marked_once_and_watched_on(ledger: Ledger) -> None:
    check_id = kept(ledger)
    assert read(ledger, check_id, "one", now=NOW).changed is None
    assert not seen(ledger, check_id, 5, changed=True)
    assert read(ledger, check_id, "one", now=NOW).changed == "2026-03-01T12:01:00Z"
    at = later(hours=1)
    assert watches.looked(ledger, check_id, 6, changed=True, found=True, now=at)
    assert read(ledger, check_id, "one", now=NOW).changed == "2026-03-01T12:01:00Z", "since when"
    assert watches.next_open(ledger, 9, now=NOW) is None, "it turned up"


def test_turning_up_is_seen_once_over_many(ledger: Ledger) -> None:
    check_id = kept(ledger, told=TOLD)
    with ThreadPoolExecutor(6) as pool:
        first = list(pool.map(lambda _: seen(ledger, check_id, 5, found=True), range(12)))
    assert first.count(True) == 1


def test_a_notice_is_taken_by_one_of_many(ledger: Ledger) -> None:
    check_id = kept(ledger, told=TOLD)
    seen(ledger, check_id, 5, found=True)
    at = later(minutes=1)
    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(lambda _: watches.QUEUE.take_due(ledger, now=at), range(12)))
    assert [each for each in taken if each] == [
        Due(check_id, "2026-03-01T12:01:00Z", TOLD, 1)
    ]


def test_nobody_is_told_who_did_not_ask(ledger: Ledger) -> None:
    assert seen(ledger, kept(ledger), 5, found=True)
    assert not watches.QUEUE.any_due(ledger, now=later(days=1))


def test_a_notice_that_failed_is_due_again_after_longer_waits_and_then_no_more(
    ledger: Ledger,
) -> None:
    check_id, at, attempts = kept(ledger, told=TOLD), later(minutes=1), []
    seen(ledger, check_id, 5, found=True)
    while due := watches.QUEUE.take_due(ledger, now=at):
        attempts.append(due.attempt)
        wait = wait_after(due.attempt) or 60
        assert watches.QUEUE.take_due(ledger, now=at + timedelta(seconds=wait - 1)) is None
        at += timedelta(seconds=wait)
    assert attempts == [1, 2, 3, 4, 5, 6, 7]
    assert not watches.QUEUE.any_due(ledger, now=later(days=20))
    (line,) = [each for each in events(ledger) if each.event.startswith("notice")]
    assert (line.event, line.who, line.subject) == ("notice_given_up", "one", check_id)


@pytest.mark.parametrize("event", ["notice_sent", "notice_given_up"])
def test_when_it_is_over_address_and_secret_are_gone(
    ledger: Ledger, tmp_path: Path, event: str
) -> None:
    check_id = kept(ledger, told=TOLD)
    seen(ledger, check_id, 5, found=True)
    due = watches.QUEUE.take_due(ledger, now=later(minutes=1))
    assert due is not None
    for _ in range(2):
        watches.QUEUE.close(ledger, check_id, event, now=later(minutes=2))
    assert [each.event for each in events(ledger)] == ["check_kept", event]
    ledger.forget()
    held = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"whsec_" not in held and b"cms.example" not in held


def test_a_round_is_one_process_s_until_it_is_given_back_or_over(ledger: Ledger) -> None:
    seconds = watches.LEASE
    steps = [
        ("one", 0.0, True, "nobody has it"),
        ("two", 1.0, False, "another has it"),
        ("one", 60.0, True, "who has it may go on"),
        ("two", 61.0 + seconds - 2, False, "from then on it counts anew"),
        ("two", 60.0 + seconds, True, "its holder died"),
        ("one", 60.0 - 2 * seconds, True, "a lease of a clock that was set back"),
    ]
    for holder, at, holds, why in steps:
        assert watches.take_round(ledger, holder, now=later(seconds=at)) is holds, why
    watches.give_round(ledger, "two")
    assert not watches.take_round(ledger, "two", now=later(seconds=60 - 2 * seconds))
    watches.give_round(ledger, "one")
    assert watches.take_round(ledger, "two", now=later(seconds=60 - 2 * seconds))
