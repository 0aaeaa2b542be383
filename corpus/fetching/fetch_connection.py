"""One connection to an address that was checked: what fetching and posting have in common.

Problem: see `corpus.fetching.fetch`. Method: a name is resolved once, every address it gives must
be allowed, and the connection goes to the address that was checked, under the host's name for TLS.
A watch shuts the connection when the time is over, whatever it is doing.

Rejected: a session that keeps connections (the next request would go where nobody looked again).
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import urllib3

from corpus.errors import AddressRefused, UnreadableSource
from corpus.fetching.addresses import PORTS, Target, is_public


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host by the system's resolver.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What asking an address may do and cost.

    Attributes:
        largest: bytes of the unpacked answer.
        seconds: for all of it, redirects included.
        redirects: how many are followed.
        proxy: ``http://host:port`` of an egress proxy that everything goes through; it resolves
            the names itself; a name that our resolver knows is checked all the same.
        resolve: the resolver.
        allowed: whether an IP address may be connected to.
        ports: the schemes that are asked, and the one port of each.
    """

    largest: int = 50_000_000
    seconds: float = 30.0
    redirects: int = 5
    proxy: str | None = None
    resolve: Callable[[str, int], Sequence[str]] = resolved
    allowed: Callable[[str], bool] = is_public
    ports: Mapping[str, int] = field(default_factory=lambda: PORTS)


def checked(target: Target, policy: FetchPolicy) -> str:
    """The IP address to connect to; every one of the host's must be allowed.

    Args:
        target: where to.
        policy: the resolver and what is allowed.

    Returns:
        The first of the host's addresses; behind a proxy the host itself where nobody here knows
        it.

    Raises:
        AddressRefused: the host is not known, or one of its addresses is not allowed.
    """
    try:
        addresses = list(policy.resolve(target.host, target.port))
    except (OSError, UnicodeError) as unknown:
        if policy.proxy is not None:
            return target.host
        raise AddressRefused(target.shown, "its host is not known") from unknown
    if not addresses:
        raise AddressRefused(target.shown, "its host is not known")
    if not all(policy.allowed(address) for address in addresses):
        raise AddressRefused(target.shown, "it leads into a network that is not public")
    return addresses[0]


def pool_of(target: Target, address: str, policy: FetchPolicy) -> urllib3.HTTPConnectionPool:
    """A pool of one connection to the checked address, under the host's name for TLS."""
    if policy.proxy is not None:
        manager = urllib3.ProxyManager(policy.proxy, num_pools=1, retries=False)
        return manager.connection_from_host(target.host, target.port, target.scheme)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(address, target.port, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        address,
        target.port,
        maxsize=1,
        assert_hostname=target.host,
        server_hostname=target.host,
        cert_reqs="CERT_REQUIRED",
    )


@contextmanager
def asked(
    method: str,
    target: Target,
    policy: FetchPolicy,
    end: float,
    headers: Mapping[str, str],
    body: bytes | None = None,
) -> Iterator[urllib3.BaseHTTPResponse]:
    """One request to a checked address; its answer is open for as long as the block runs.

    Args:
        method: such as ``GET``.
        target: where to.
        policy: what it may do and cost.
        end: moment of the monotonic clock at which all of it is over.
        headers: beside the host.
        body: what is sent.

    Yields:
        The answer's head; nothing of its body is read, and no redirect is followed.

    Raises:
        AddressRefused: it may not be asked; nobody was.
        HTTPError, OSError: it does not answer, or not in time.
    """
    pool = pool_of(target, checked(target, policy), policy)
    whole = policy.proxy is not None and target.scheme == "http"
    with _watched(pool, left(target, end)):
        response = pool.urlopen(
            method,
            target.url if whole else target.path,
            body=body,
            headers={**headers, "Host": _host(target)},
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=True,
            assert_same_host=False,
            timeout=urllib3.Timeout(total=left(target, end)),
        )
        try:
            yield response
        finally:
            response.close()


@contextmanager
def _watched(pool: urllib3.HTTPConnectionPool, seconds: float) -> Iterator[None]:
    """Shut whatever connection the pool makes when the time is over, whatever it is doing."""
    made: list[socket.socket] = []

    class Watched(pool.ConnectionCls):  # type: ignore[name-defined,misc]
        def _new_conn(self) -> socket.socket:
            connection: socket.socket = super()._new_conn()
            made.append(connection.dup())
            return connection

    def shut() -> None:
        for connection in made:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    pool.ConnectionCls = Watched
    watch = threading.Timer(seconds, shut)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        pool.close()
        for connection in made:
            connection.close()


def left(target: Target, end: float) -> float:
    """Seconds that are left.

    Raises:
        UnreadableSource: none are.
    """
    seconds = end - time.monotonic()
    if seconds <= 0:
        raise UnreadableSource(target.shown, "it takes too long")
    return seconds


def _host(target: Target) -> str:
    place = f"[{target.host}]" if ":" in target.host else target.host
    return place if target.port in PORTS.values() else f"{place}:{target.port}"
