"""Who is asking."""

from __future__ import annotations

import pytest

from verifier.callers import Caller, client_address, needed
from verifier.checks import NEWSROOM
from verifier.tokens import Scope, Token

PEER, ONE, TWO = "10.0.0.1", "203.0.113.1", "198.51.100.2"


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "address", "why"),
    [
        (PEER, [], [], PEER, "nobody in between"),
        (PEER, [ONE], [], PEER, "anybody can write the header"),
        (PEER, [ONE], [PEER], ONE, "a proxy of one's own wrote it"),
        (PEER, [f"{TWO}, {ONE}"], [PEER], ONE, "what it was told is not looked at"),
        (PEER, [TWO, ONE], [PEER], ONE, "two lines are one list"),
        (PEER, [f"{TWO}, {ONE}, 10.0.0.9"], ["10.0.0.0/8"], ONE, "two proxies in a row"),
        (PEER, [], [PEER], PEER, "a proxy that says nothing"),
        (PEER, ["rubbish"], [PEER], "rubbish", "counted as nobody's address"),
        ("", [ONE], [PEER], "", "a socket without an address"),
        ("::1", [ONE], ["::1"], ONE, "version 6"),
    ],
)
def test_the_address_that_is_counted(
    peer: str, forwarded: list[str], proxies: list[str], address: str, why: str
) -> None:
    assert client_address(peer, forwarded, proxies) == address, why


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
