"""Who is asking, and what each address of the service needs."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.checks import NEWSROOM
from verifier.tokens import Scope, Token

WRITING = frozenset({Scope.INGEST, Scope.ADMIN})
"""Scopes that nobody has without a token, wherever the request comes from."""

_NEEDED = {
    "v1.verify": Scope.CHECK,
    "v1.verify_batch": Scope.CHECK,
    "v1.show_check": Scope.CHECK,
    "v1.check_draft": Scope.CHECK,
    "draft.check": Scope.CHECK,
    "v1.add_job": Scope.CHECK,
    "v1.show_job": Scope.CHECK,
    "v1.show_results": Scope.CHECK,
    "v1.remove_job": Scope.CHECK,
    "v1.add_source": Scope.INGEST,
    "v1.change_source": Scope.INGEST,
    "v1.remove_source": Scope.ADMIN,
    "web.check": Scope.CHECK,
    "job.begin": Scope.CHECK,
    "job.choose": Scope.CHECK,
    "job.choose_from": Scope.CHECK,
    "job.show": Scope.CHECK,
    "job.row": Scope.CHECK,
    "job.stop": Scope.CHECK,
    "web.kept": Scope.CHECK,
    "health.show_metrics": Scope.READ,
}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a request comes from.

    Attributes:
        token: the token it came with; None for somebody at an open door.
    """

    token: Token | None = None

    @property
    def id(self) -> str:
        """Names the caller in logs and in the audit."""
        return self.token.id if self.token else NEWSROOM

    @property
    def owner(self) -> str:
        """Whose it is what this caller has kept."""
        return NEWSROOM if self.token is None or self.token.shared else self.token.id


def needed(endpoint: str | None) -> Scope:
    """The scope that an address needs; reading where it is not said otherwise."""
    return _NEEDED.get(endpoint or "", Scope.READ)


def client_address(peer: str, forwarded: Sequence[str], proxies: Sequence[str]) -> str:
    """The address that a request is counted under.

    Args:
        peer: address of the other end of the connection.
        forwarded: the values of ``X-Forwarded-For``, in order, each a list parted by commas.
        proxies: addresses or networks of the operator's own proxies.

    Returns:
        The peer, unless it is one of the proxies: then the last address that is none of them. What
        stands further left was written by somebody nobody knows and is not looked at.
    """
    hops = [hop.strip() for line in forwarded for hop in line.split(",")]
    address = peer
    while hops and _among(address, proxies):
        address = hops.pop()
    return address


def _among(address: str, networks: Sequence[str]) -> bool:
    try:
        found = ipaddress.ip_address(address)
        return any(found in ipaddress.ip_network(each, strict=False) for each in networks)
    except ValueError:
        return False
