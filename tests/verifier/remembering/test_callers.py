"""Who is asking."""

from __future__ import annotations

import pytest

from verifier.remembering.callers import Caller, needed
from verifier.remembering.checks import NEWSROOM
from verifier.remembering.tokens import Scope, Token


@pytest.mark.parametrize(
    ("endpoint", "scope"),
    [
        ("v1.verify", Scope.CHECK),
        ("v1.add_source", Scope.INGEST),
        ("v1.remove_source", Scope.ADMIN),
        ("v1.list_sources", Scope.READ),
        (None, Scope.READ),
    ],
)
def test_what_an_address_needs(endpoint: str | None, scope: Scope) -> None:
    assert needed(endpoint) is scope


def test_what_is_kept_belongs_to_the_token_or_to_the_newsroom() -> None:
    own = Token("t1", "desk", frozenset({Scope.CHECK}), False, "", None, None)
    shared = Token("t2", "desk", frozenset({Scope.CHECK}), True, "", None, None)
    assert [Caller(each).owner for each in (None, own, shared)] == [NEWSROOM, "t1", NEWSROOM]
    assert [Caller(each).id for each in (None, own, shared)] == [NEWSROOM, "t1", "t2"]
