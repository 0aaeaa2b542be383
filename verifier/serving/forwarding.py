"""Whom a request is counted under when it came through the operator's own proxies.

Problem: behind a proxy every request comes from the proxy's address, and what the proxy says of its
caller stands behind what the caller wrote there first. A header may be written by the proxy, or by
the caller and only passed on; two headers are in use for it.

Method: only what stands furthest right was written by a proxy of ours. It is read from the right,
as many steps as there are known proxies, and what lies further left is not even parsed: nothing
that a caller wrote there can pair with a quotation mark of the proxy's. With both headers there,
one of them may be the caller's own: they have to tell the same address, else the request is counted
under the proxy, which nobody gains by.

Rejected: a setting that names the header (one more thing to get wrong, and wrong it lets callers
count under any address), preferring one of them (a proxy that writes the other passes it on).

Source: RFC 7239, Forwarded HTTP Extension, sections 4, 5.2 and 8.1.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Iterator, Sequence

_QUOTED = r'"(?:"\\|[^"])*"(?!\\)'
_LAST = re.compile(rf'((?:{_QUOTED}|[^",])*)(,|$)', re.DOTALL)
"""One element, back to front: a quoted comma parts nothing, an escaped quote ends nothing."""
_PAIR = re.compile(r'\s*([^=;"\s]+)=("(?:\\.|[^"\\])*"|[^;"\s]*)\s*(?:;|$)', re.DOTALL)
_PORT = re.compile(r":[\w.-]+\Z")
_LONGEST = 4_000
"""Characters of a header that are looked at, from the right: dozens of proxies."""


def counted_address(
    peer: str, listed: Sequence[str], described: Sequence[str], proxies: Sequence[str]
) -> str:
    """The address that a request is counted under.

    Args:
        peer: address of the other end of the connection.
        listed: the lines of ``X-Forwarded-For``, in order.
        described: the lines of ``Forwarded``, in order.
        proxies: addresses or networks of the operator's own proxies.

    Returns:
        The peer, unless it is one of the proxies: then the last address that is none of them. The
        peer, too, where the two headers tell different addresses. What a proxy does not name by an
        address is given as it stands, or as ``unknown``.
    """
    told = [
        client_address(peer, hops, proxies)
        for lines, hops in ((listed, _listed(listed)), (described, forwarded_hops(described)))
        if lines
    ]
    return told[0] if told and len({_same(each) for each in told}) == 1 else peer


def client_address(peer: str, hops: Iterable[str], proxies: Sequence[str]) -> str:
    """The last address of a chain that is none of the operator's proxies.

    Args:
        peer: the end of the chain.
        hops: what stands before it, the nearest first.
        proxies: addresses or networks.
    """
    address = peer
    for hop in hops:
        if not _among(address, proxies):
            break
        address = hop
    return address


def forwarded_hops(lines: Sequence[str]) -> Iterator[str]:
    """The addresses in ``Forwarded``, the last first, without brackets and ports.

    Args:
        lines: as they came, in order.

    Yields:
        ``unknown`` for a step that names none; what does not follow the grammar is one such step,
        and the last that is given.
    """
    rest = ",".join(lines)[-_LONGEST:][::-1]
    while rest.strip():
        found = _LAST.match(rest)
        if found is None:
            yield "unknown"
            return
        yield _address(found[1][::-1])
        rest = rest[found.end() :]


def _listed(lines: Sequence[str]) -> list[str]:
    return [hop.strip() for line in lines for hop in line.split(",")][::-1]


def _address(element: str) -> str:
    """What an element says its request came from."""
    at, found = 0, list[str]()
    while at < len(element):
        pair = _PAIR.match(element, at)
        if pair is None:
            return "unknown"
        if pair[1].lower() == "for":
            found.append(re.sub(r"\\(.)", r"\1", pair[2].strip('"')))
        at = pair.end()
    if len(found) != 1:
        return "unknown"
    (name,) = found
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return _PORT.sub("", name)


def _among(address: str, networks: Sequence[str]) -> bool:
    try:
        found = ipaddress.ip_address(address)
        return any(found in ipaddress.ip_network(each, strict=False) for each in networks)
    except ValueError:
        return False


def _same(address: str) -> object:
    try:
        return ipaddress.ip_address(address)
    except ValueError:
        return address
