"""The bucket of a caller."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verifier.remembering.ledger import Ledger
from verifier.remembering.limits import Rate, bucket_of, spend

RATE = Rate(per_second=2, burst=4)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path_factory.mktemp("limits"))
    yield opened
    opened.close()


def test_a_bucket_empties_and_fills(ledger: Ledger) -> None:
    standings = [spend(ledger, "a", RATE, now=100.0) for _ in range(5)]
    assert [each.served for each in standings] == [True] * 4 + [False]
    assert [each.remaining for each in standings] == [3, 2, 1, 0, 0]
    assert (standings[0].reset, standings[4].reset, standings[4].wait) == (1, 2, 1)
    assert spend(ledger, "a", RATE, now=100.5).served
    assert not spend(ledger, "a", RATE, now=100.5).served
    assert spend(ledger, "b", RATE, now=100.5).remaining == 3, "another caller has its own"


def test_waiting_as_long_as_told_is_enough(ledger: Ledger) -> None:
    while (standing := spend(ledger, "c", RATE, now=50.0)).served:
        pass
    assert spend(ledger, "c", RATE, now=50.0 + standing.wait).served


@pytest.mark.parametrize("jump", [-86_400.0, 86_400.0])
def test_a_clock_that_jumps_locks_nobody_out_and_gives_at_most_a_full_bucket(
    ledger: Ledger, jump: float
) -> None:
    who = f"jump{jump}"
    for _ in range(6):
        spend(ledger, who, RATE, now=1e6)
    served = [spend(ledger, who, RATE, now=1e6 + jump).served for _ in range(6)]
    assert served.count(True) <= RATE.burst
    assert spend(ledger, who, RATE, now=1e6 + jump + 1).served


@given(steps=st.lists(st.floats(0, 3), min_size=1, max_size=30))
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_never_more_is_served_than_was_saved_up_and_came_back(
    tmp_path_factory: pytest.TempPathFactory, steps: list[float]
) -> None:
    ledger = Ledger.open(tmp_path_factory.mktemp("bucket"))
    at, served = 1000.0, 0
    for step in steps:
        at += step
        served += spend(ledger, "a", RATE, now=at).served
    ledger.close()
    assert served <= RATE.burst + (at - 1000.0) * RATE.per_second


@pytest.mark.parametrize(
    ("address", "bucket"),
    [
        ("203.0.113.9", "address:203.0.113.9"),
        ("::ffff:203.0.113.9", "address:203.0.113.9"),
        ("2001:db8:1:2::9", "address:2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1%eth0", "address:2001:db8:1:2::/64"),
        ("", "address:unknown"),
        ("We built it", "address:unknown"),
    ],
)
def test_an_address_is_counted_by_its_network(address: str, bucket: str) -> None:
    assert bucket_of(address) == bucket
