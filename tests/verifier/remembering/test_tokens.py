"""Tokens: made, found, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import NotFound
from verifier.remembering.audit import events
from verifier.remembering.ledger import Ledger
from verifier.remembering.tokens import Scope, all_tokens, create, find, revoke

THEN, LATER = "2026-01-01T08:00:00Z", "2026-02-03T08:00:00Z"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path)
    yield opened
    opened.close()


def test_a_token_is_found_by_its_secret_until_it_is_taken_back(ledger: Ledger) -> None:
    token, secret = create(ledger, "desk", [Scope.CHECK], shared=False, now=THEN)
    found = find(ledger, secret, now=LATER)
    assert found is not None
    assert (found.id, found.name, found.scopes) == (token.id, "desk", frozenset({Scope.CHECK}))
    assert all_tokens(ledger)[0].last_used == "2026-02-03"
    revoke(ledger, token.id, now=LATER)
    assert find(ledger, secret, now=LATER) is None
    revoke(ledger, token.id, now="2027-01-01T00:00:00Z")
    assert all_tokens(ledger)[0].revoked == LATER, "the first time counts"
    assert [each.event for each in events(ledger)][:2] == ["token_created", "token_revoked"]


@pytest.mark.parametrize("secret", ["", "qv_", "qv_x", "'; --", "\ud800", "x" * 10_000])
def test_another_secret_finds_nothing(ledger: Ledger, secret: str) -> None:
    create(ledger, "desk", [Scope.CHECK], shared=False, now=THEN)
    assert find(ledger, secret, now=THEN) is None


def test_two_tokens_of_one_name_are_two(ledger: Ledger) -> None:
    made = [create(ledger, "desk", [Scope.READ], shared=False, now=THEN) for _ in range(2)]
    assert len({token.id for token, _ in made} | {secret for _, secret in made}) == 4
    assert all(len(secret) >= 43 for _, secret in made), "256 bits"


@pytest.mark.parametrize(
    ("scopes", "asked", "may"),
    [
        ([Scope.CHECK], Scope.CHECK, True),
        ([Scope.CHECK], Scope.READ, False),
        ([Scope.READ, Scope.CHECK], Scope.INGEST, False),
        ([Scope.INGEST], Scope.READ, False),
        ([Scope.ADMIN], Scope.INGEST, True),
    ],
)
def test_a_token_may_what_its_scopes_say(
    ledger: Ledger, scopes: list[Scope], asked: Scope, may: bool
) -> None:
    token, _ = create(ledger, "desk", scopes, shared=False, now=THEN)
    assert token.may(asked) is may


def test_what_was_never_made_cannot_be_taken_back(ledger: Ledger) -> None:
    with pytest.raises(NotFound):
        revoke(ledger, "nobody", now=THEN)
