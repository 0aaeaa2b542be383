"""Which web addresses may be asked: the rules, without a network.

Problem: an address given by a stranger may lead to this machine, its neighbours or a cloud's
metadata service, in dozens of spellings: decimal and octal hosts, IPv4 inside IPv6, names that
resolve to private addresses. Method: the host is never judged as written; what it resolves to is.
Every resolved address must be global, after the IPv4 address in a mapped, compatible, 6to4, Teredo
or NAT64 address has been taken out and judged, too.

Source: RFC 6890 and its registries; RFC 6052 and RFC 8215 (NAT64); RFC 3056 (6to4); RFC 4380.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from corpus.errors import AddressRefused

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS: Mapping[str, int] = {"http": 80, "https": 443}
_LONGEST = 4_000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
# `is_global` takes these for public, or did in a version of Python that is still in use
_CLOSED = tuple(
    map(
        ipaddress.ip_network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
            *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"),
            *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
            *("::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001:db8::/32", "3fff::/20"),
            *("5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
        ),
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE = ipaddress.IPv6Network("::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its parts.

    Attributes:
        url: as it is asked for, without a fragment.
        shown: as it may be logged: without the query, which may hold a secret.
        host: in ASCII, without brackets.
        path: with the query.
    """

    url: str
    shown: str
    scheme: str
    host: str
    port: int
    path: str


def target_of(url: str, ports: Mapping[str, int] = PORTS) -> Target:
    """Take an address apart.

    Args:
        url: as given.
        ports: the schemes that are taken, and the one port of each.

    Raises:
        AddressRefused: another scheme or port, a user name, or no address at all.
    """
    if len(url) > _LONGEST or not _plain(url):
        raise AddressRefused(_shown(url), "it is no web address")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as broken:
        raise AddressRefused(_shown(url), "it is no web address") from broken
    shown = _shown(url)
    if parts.scheme not in ports or not host:
        raise AddressRefused(shown, "only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(shown, "an address with a user name or password is not fetched")
    usual = ports[parts.scheme]
    if port not in {None, usual}:
        raise AddressRefused(shown, "only the usual ports are fetched (80 and 443)")
    try:
        ascii_host = host if ":" in host else host.rstrip(".").encode("idna").decode("ascii")
    except UnicodeError as broken:
        raise AddressRefused(shown, "its host name is none") from broken
    if not ascii_host or "%" in ascii_host:
        raise AddressRefused(shown, "its host name is none")
    place = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    place += "" if usual == PORTS.get(parts.scheme) else f":{usual}"
    asked = urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return Target(asked, shown, parts.scheme, ascii_host, usual, path)


def _shown(url: str) -> str:
    """An address without anything that may be secret, on one line.

    Where it is no address, only the scheme and the host are shown, if it has any: somebody may have
    put something else in its place.
    """
    bare = url.split("?")[0].split("#")[0]
    scheme, mark, rest = bare.partition("://")
    if not mark:
        named = _SCHEME.match(url)
        return named[0] if named else "(no address)"
    place, slash, path = rest.partition("/")
    path = path if _plain(url) else ""
    place = place.rpartition("@")[2]
    shown = f"{scheme}://{place if _plain(place) else ''}{slash}{path}"
    return "".join(c if c.isprintable() else "\ufffd" for c in shown)[:200]


def _plain(part: str) -> bool:
    return not any(ord(c) <= 32 or c == "\\" for c in part)


def has_scheme(text: str) -> bool:
    """Whether somebody means an address and not a file: a scheme stands in front.

    A letter and a colon is a drive, no scheme. Whether the address may be asked is not said.
    """
    return _SCHEME.match(text) is not None


def is_public(address: str) -> bool:
    """Whether an IP address is on the public network.

    Args:
        address: as a resolver gives it.

    Returns:
        False also for what is no address, and for an address around one that is not public.
    """
    try:
        parsed: _Address = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(_is_open(each) for each in _unwrapped(parsed))


def _is_open(address: _Address) -> bool:
    if any(address.version == net.version and address in net for net in _CLOSED):
        return False
    wrapped = isinstance(address, ipaddress.IPv6Address) and address in _NAT64
    return (address.is_global or wrapped) and not address.is_multicast


def _unwrapped(address: _Address) -> list[_Address]:
    """An address, or the ones inside it that it leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address.scope_id is not None:
        return [ipaddress.IPv6Address("::1")]
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address, address.sixtofour]
    if address.teredo is not None:
        return [address, *address.teredo]
    low = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64:
        return [address, low]
    if address in _COMPATIBLE and int(address) > 1:
        return [low]
    return [address]
