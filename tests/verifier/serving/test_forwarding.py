"""Whom a request is counted under, whatever a caller writes into the headers of proxies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.serving.forwarding import counted_address, forwarded_hops

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
    assert counted_address(peer, forwarded, [], proxies) == address, why


SIX = "2001:db8:cafe::17"


@pytest.mark.parametrize(
    ("described", "proxies", "address", "why"),
    [
        ([f"for={ONE}"], [], PEER, "anybody can write the header"),
        ([f"for={ONE}"], [PEER], ONE, "a proxy of one's own wrote it"),
        ([f"For={ONE};proto=http;by={PEER}"], [PEER], ONE, "names of any case, other pairs"),
        ([f"proto=https ; for={ONE}"], [PEER], ONE, "blanks, and another order"),
        ([f'for="{ONE}:4711"'], [PEER], ONE, "with a port"),
        ([f'for="[{SIX}]:4711"'], [PEER], SIX, "version 6 stands in brackets and marks"),
        ([f"for={TWO}, for={ONE}"], [PEER], ONE, "what it was told is not looked at"),
        ([f"for={TWO}", f"for={ONE}"], [PEER], ONE, "two lines are one list"),
        ([f"for={ONE}, for=10.0.0.9"], ["10.0.0.0/8"], ONE, "two proxies in a row"),
        ([f"for={TWO}, for={ONE}, for=10.0.0.9"], [PEER], "10.0.0.9", "one of them is not known"),
        (["for=_hidden"], [PEER], "_hidden", "a proxy that hides it"),
        (["for=unknown"], [PEER], "unknown", "a proxy that does not know"),
        (["proto=https"], [PEER], "unknown", "a proxy that does not say"),
        ([f'for="x, for={ONE}'], [PEER], ONE, "an open mark of a caller's swallows nothing"),
        ([f'for=x;host="a, for={ONE}'], [PEER], ONE, "nor does one in another pair"),
        ([f'for={ONE};host="a,for={TWO}"'], [PEER], ONE, "a comma in marks parts nothing"),
        ([rf'for={ONE};host="a\",for={TWO}"'], [PEER], ONE, "an escaped mark ends nothing"),
        ([f"for={TWO};for={ONE}"], [PEER], "unknown", "two in one element are none"),
        ([f"for={ONE}, ,"], [PEER], "unknown", "an element with nothing in it"),
        ([""], [PEER], PEER, "a line with nothing in it"),
    ],
)
def test_the_other_header_is_read_alike(
    described: list[str], proxies: list[str], address: str, why: str
) -> None:
    assert counted_address(PEER, [], described, proxies) == address, why


@pytest.mark.parametrize(
    ("listed", "described", "address", "why"),
    [
        ([ONE], [f"for={ONE}"], ONE, "the proxy writes both"),
        (["2001:db8:cafe:0::17"], [f'for="[{SIX}]"'], "2001:db8:cafe:0::17", "written otherwise"),
        ([TWO], [f"for={ONE}"], PEER, "one of them is the caller's, and nobody knows which"),
        ([ONE], [f"for={TWO}"], PEER, "the other way round"),
    ],
)
def test_with_both_headers_they_have_to_agree(
    listed: list[str], described: list[str], address: str, why: str
) -> None:
    assert counted_address(PEER, listed, described, [PEER]) == address, why


@given(st.text(max_size=60))
def test_nothing_that_a_caller_writes_moves_what_the_proxy_appends(written: str) -> None:
    """Switched off: reading from the right."""
    assert counted_address(PEER, [], [f"{written}, for={ONE}"], [PEER]) == ONE
    assert counted_address(PEER, [], [written, f'for="{ONE}:80";proto=http'], [PEER]) == ONE
    assert counted_address(PEER, [f"{written}, {ONE}"], [], [PEER]) == ONE


@given(st.text(alphabet='for=",;\\ 1[]:', max_size=80))
def test_any_header_is_read_to_its_end(written: str) -> None:
    assert all(isinstance(each, str) for each in forwarded_hops([written]))
