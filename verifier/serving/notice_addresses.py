"""Where notices may go: checked when an address is named, and again each time one is sent.

Problem: an address that a caller names can lead into the operator's own network, and the service
would send there. A desk's own system may stand in that very network.

Method: nothing is sent unless the operator says so. Then by default to public addresses only, by
https on its usual port, under the guard that fetching is under. Hosts that the operator names are
the only ones instead, and these may stand anywhere, by http too.

Rejected: private addresses for whoever has a token (a token is no network access).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from corpus.errors import AddressRefused
from corpus.fetching.addresses import PORTS, target_of
from corpus.fetching.fetch_connection import FetchPolicy
from corpus.fetching.fetch_post import may_post, post
from verifier.config import Settings

Send = Callable[[str, bytes, Mapping[str, str]], int]
"""Sends a body with headers to an address and tells the status of the answer; raises what
`corpus.fetching.fetch_post.post` does."""
_SECONDS = 10.0


def may_be_told(url: str, settings: Settings) -> None:
    """Refuse an address that no notice may go to as things are now.

    Args:
        url: as a caller gave it.
        settings: of the service.

    Raises:
        AddressRefused: it is none, or leads where nothing may be sent; nobody was asked but the
            resolver.
    """
    may_post(url, policy_for(url, settings))


def sending(settings: Settings) -> Send | None:
    """How notices are sent; None where the operator has none sent."""
    if not settings.notify:
        return None

    def send(url: str, body: bytes, headers: Mapping[str, str]) -> int:
        return post(url, body, headers, policy_for(url, settings))

    return send


def policy_for(url: str, settings: Settings) -> FetchPolicy:
    """What may be asked for one address.

    Args:
        url: as a caller gave it.
        settings: with the operator's hosts, if any, and the egress proxy.

    Raises:
        AddressRefused: it is no web address, not by https, or its host is not one of those that the
            operator named.
    """
    proxy = settings.egress_proxy or None
    scheme, port = _scheme_and_port(url)
    if not settings.notify_among:
        target = target_of(url)
        if scheme != "https":
            raise AddressRefused(target.shown, "notices go to https addresses only")
        return FetchPolicy(seconds=_SECONDS, proxy=proxy)
    ports = {scheme: port} if port else PORTS
    target = target_of(url, ports)
    place = (target.host.lower(), port)
    if place not in {(host, own or PORTS.get(scheme)) for host, own in settings.notify_among}:
        raise AddressRefused(target.shown, "it is not at one of the hosts that the operator named")
    return FetchPolicy(seconds=_SECONDS, proxy=proxy, ports=ports, allowed=lambda address: True)


def _scheme_and_port(url: str) -> tuple[str, int]:
    """How an address is asked, and where; nothing and 0 where it is none."""
    try:
        parts = urlsplit(url)
        usual = PORTS.get(parts.scheme, 0)
        return parts.scheme, usual and (parts.port or usual)
    except ValueError:
        return "", 0
