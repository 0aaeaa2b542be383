"""A web address to bytes, safely.

Problem: whoever may name an address can make this machine ask its own network, follow redirects
there, wait for ever, or unpack a small answer to gigabytes. Method: a name is resolved once, every
address it gives must be public (`corpus.addresses`), and the connection goes to the address that
was checked, under the name for TLS; so a name that changes between checking and asking changes
nothing. Redirects are followed by hand, each checked like the first. One deadline holds for
all of it, held by a watch that shuts the connection (a time-out of the socket alone begins
anew with every byte), and what is counted is the unpacked size. Proxies of the environment are
never used.

Rejected: checking the host as written, and libraries that resolve again when they connect.
"""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError

from corpus.addresses import PORTS, Target, is_public, target_of
from corpus.errors import AddressRefused, InvalidInput, UnreadableSource, UnsupportedFormat

_log = logging.getLogger(__name__)

FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/vtt": "vtt",
    "application/x-subrip": "srt",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "multipart/related": "mhtml",
}
"""Content types that are taken, and the file name ending each is read as."""

_KNOWN = tuple(sorted(set(FORMATS.values())))
_VAGUE = {"application/octet-stream", "binary/octet-stream", "text/plain"}
_MOVED = {301, 302, 303, 307, 308}
_CHUNK = 1 << 14
_HEADERS = {
    "User-Agent": "quote-verifier (adds sources to a corpus on request)",
    "Accept": ", ".join(FORMATS),
    "Accept-Encoding": "gzip, deflate",
}


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host by the system's resolver.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What fetching may do and cost.

    Attributes:
        largest: bytes of the unpacked answer.
        seconds: for all of it, redirects included.
        redirects: how many are followed.
        proxy: ``http://host:port`` of an egress proxy that everything goes through; it resolves
            the names itself; a name that our resolver knows is checked all the same.
        resolve: the resolver.
        allowed: whether an IP address may be connected to.
        ports: the schemes that are fetched, and the one port of each.
    """

    largest: int = 50_000_000
    seconds: float = 30.0
    redirects: int = 5
    proxy: str | None = None
    resolve: Callable[[str, int], Sequence[str]] = resolved
    allowed: Callable[[str], bool] = is_public
    ports: Mapping[str, int] = field(default_factory=lambda: PORTS)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        address: the last one, after redirects.
        media_type: of the answer, in lower case without parameters.
        form: the file name ending to read it as.
    """

    address: str
    content: bytes
    media_type: str
    form: str


USUAL = FetchPolicy()


def fetch(url: str, policy: FetchPolicy = USUAL) -> Fetched:
    """Fetch a web address.

    Args:
        url: an http or https address on its usual port.
        policy: what fetching may do and cost.

    Returns:
        The content of the first answer that is no redirect.

    Raises:
        AddressRefused: it is no web address, or leads where nothing may be asked; nobody was.
        UnreadableSource: it does not answer as it must.
        UnsupportedFormat: its content is of a type that is not taken.
            In each case one line is logged, without query and content.

    Cost: at most ``policy.seconds`` and the resolver's own time-out.
    """
    end = time.monotonic() + policy.seconds
    try:
        target = target_of(url, policy.ports)
        for _ in range(policy.redirects + 1):
            answer = _ask(target, policy, end)
            if isinstance(answer, Fetched):
                return answer
            target = target_of(urljoin(target.url, answer), policy.ports)
        raise UnreadableSource(target.shown, f"it leads on more than {policy.redirects} times")
    except InvalidInput as refused:
        why = getattr(refused, "reason", None) or "its type is not taken"
        _log.warning("not fetched: %s (%s)", getattr(refused, "origin", ""), why)
        raise


def _ask(target: Target, policy: FetchPolicy, end: float) -> Fetched | str:
    """One request: the content, or the address it leads on to."""
    pool = _pool(target, _checked(target, policy), policy)
    whole = policy.proxy is not None and target.scheme == "http"
    try:
        with _watched(pool, _left(target, end)):
            response = pool.urlopen(
                "GET",
                target.url if whole else target.path,
                headers={**_HEADERS, "Host": _host(target)},
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=True,
                assert_same_host=False,
                timeout=urllib3.Timeout(total=_left(target, end)),
            )
            try:
                return _taken(target, response, policy, end)
            finally:
                response.close()
    except (HTTPError, OSError, ValueError) as failed:
        _left(target, end)
        why = f"it does not answer ({type(failed).__name__})"
        raise UnreadableSource(target.shown, why) from failed


def _taken(
    target: Target, response: urllib3.BaseHTTPResponse, policy: FetchPolicy, end: float
) -> Fetched | str:
    _left(target, end)  # a connection that was shut looks like an answer that ended
    if response.status in _MOVED and response.headers.get("Location"):
        return str(response.headers["Location"])
    if response.status != 200:
        raise UnreadableSource(target.shown, f"it answers with status {response.status}")
    media_type = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    form = _form(media_type, target.path)
    if form is None:
        raise UnsupportedFormat(target.shown, _KNOWN, _brief(media_type))
    content = bytearray()
    while chunk := response.read1(_CHUNK):
        _left(target, end)
        content += chunk
        if len(content) > policy.largest:
            most = f"{policy.largest:,}".replace(",", " ")
            raise UnreadableSource(target.shown, f"it gives more than {most} bytes")
    _left(target, end)
    return Fetched(target.url, bytes(content), media_type, form)


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


def _checked(target: Target, policy: FetchPolicy) -> str:
    """The IP address to connect to; every one of the host's must be allowed."""
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


def _pool(target: Target, address: str, policy: FetchPolicy) -> urllib3.HTTPConnectionPool:
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


def _left(target: Target, end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise UnreadableSource(target.shown, "it takes too long")
    return left


def _host(target: Target) -> str:
    place = f"[{target.host}]" if ":" in target.host else target.host
    return place if target.port in PORTS.values() else f"{place}:{target.port}"


def _form(media_type: str, path: str) -> str | None:
    """The ending to read an answer as; the address's own where the type says next to nothing."""
    ending = path.split("?")[0].rpartition("/")[2].rpartition(".")[2].lower()
    if media_type in _VAGUE and ending in FORMATS.values():
        return ending
    return FORMATS.get(media_type)


def _brief(media_type: str) -> str:
    return "".join(c for c in media_type if c.isprintable())[:60] or "not given"
