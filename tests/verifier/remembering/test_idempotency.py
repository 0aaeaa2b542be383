"""Keys: claimed, answered, taken over, given back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.errors import InvalidRequest
from verifier.remembering.idempotency import LEASE, Answered, Claim, answer, claim, forget, give_up
from verifier.remembering.ledger import Ledger
from verifier.remembering.refusals import KeyInProgress, KeyReused

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DONE = Answered(201, "/api/v1/sources/s1", '{"a": 1}')


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path)
    yield opened
    opened.close()


def begin(ledger: Ledger, *, seconds: float = 0, request: bytes = b"x") -> Claim:
    taken = claim(ledger, "me", "k", request, now=NOW + timedelta(seconds=seconds))
    assert isinstance(taken, Claim)
    return taken


def finish(ledger: Ledger, taken: Claim, answered: Answered = DONE) -> None:
    with ledger.writing() as connection:
        answer(connection, taken, answered)


def test_what_was_answered_is_answered_again(ledger: Ledger) -> None:
    finish(ledger, begin(ledger))
    assert claim(ledger, "me", "k", b"x", now=NOW) == DONE
    with pytest.raises(KeyReused):
        claim(ledger, "me", "k", b"y", now=NOW)
    assert isinstance(claim(ledger, "you", "k", b"y", now=NOW), Claim)


def test_work_that_died_is_taken_over_and_its_late_answer_counts_nothing(ledger: Ledger) -> None:
    dead = begin(ledger)
    with pytest.raises(KeyInProgress):
        begin(ledger, seconds=LEASE - 1)
    heir = begin(ledger, seconds=LEASE + 1)
    finish(ledger, dead, Answered(500, None, "late"))
    give_up(ledger, dead)
    with pytest.raises(KeyInProgress):
        begin(ledger, seconds=LEASE + 2)
    finish(ledger, heir)
    assert claim(ledger, "me", "k", b"x", now=NOW) == DONE


def test_an_answer_and_its_work_cannot_be_parted(ledger: Ledger) -> None:
    taken = begin(ledger)
    with pytest.raises(ZeroDivisionError), ledger.writing() as connection:
        answer(connection, taken, DONE)
        raise ZeroDivisionError
    with pytest.raises(KeyInProgress):
        begin(ledger, seconds=1)


def test_a_clock_that_was_set_back_locks_no_key_for_long(ledger: Ledger) -> None:
    begin(ledger, seconds=86_400)
    assert begin(ledger).secret


def test_who_looked_at_the_clock_a_moment_earlier_does_not_do_the_work_again(
    ledger: Ledger,
) -> None:
    begin(ledger)
    with pytest.raises(KeyInProgress):
        begin(ledger, seconds=-0.01)


def test_a_key_that_was_given_back_or_whose_work_is_gone_is_free(ledger: Ledger) -> None:
    give_up(ledger, begin(ledger))
    finish(ledger, begin(ledger, request=b"other"))
    with ledger.writing() as connection:
        forget(connection, "/api/v1/sources/s1")
    assert begin(ledger, request=b"third").secret


@pytest.mark.parametrize("key", ["", " ", "a\n", "x" * 201, "\u00fc"])
def test_what_is_no_key_is_refused(ledger: Ledger, key: str) -> None:
    with pytest.raises(InvalidRequest):
        claim(ledger, "me", key, b"x", now=NOW)
