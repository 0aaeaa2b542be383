"""Kept checks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.errors import NotFound
from verifier.remembering.checks import NEWSROOM, keep, new_id, read
from verifier.remembering.ledger import Ledger

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("owner", "caller", "days", "found", "why"),
    [
        ("one", "one", 0, True, "its owner"),
        ("one", "two", 0, False, "somebody else"),
        ("one", NEWSROOM, 0, False, "somebody without a token"),
        (NEWSROOM, "one", 0, True, "the newsroom's is everybody's"),
        (NEWSROOM, NEWSROOM, 29, True, "on its last day"),
        ("one", "one", 30, False, "when its term is over"),
    ],
)
def test_who_reads_a_check(
    tmp_path: Path, owner: str, caller: str, days: int, found: bool, why: str
) -> None:
    ledger, check_id = Ledger.open(tmp_path), new_id()
    body = {"claim": {"text": "\u201cWe built it\u201d \u6211\u4eec"}, "n": 1.5}
    kept = keep(ledger, check_id, owner, body, days=30, now=NOW)
    if found:
        assert read(ledger, check_id, caller, now=NOW + timedelta(days=days)) == kept, why
        assert kept.body == body
    else:
        with pytest.raises(NotFound):
            read(ledger, check_id, caller, now=NOW + timedelta(days=days))
    ledger.close()


def test_addresses_are_not_guessed() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert {len(each) for each in made} == {32}
