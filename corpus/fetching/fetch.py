"""A web address to bytes, safely.

Problem: whoever may name an address can make this machine ask its own network, follow redirects
there, wait for ever, or unpack a small answer to gigabytes. Method: a name is resolved once, every
address it gives must be public (`corpus.fetching.addresses`), and the connection goes to the
address that was checked (`corpus.fetching.fetch_connection`); so a name that changes between
checking and asking changes nothing. Redirects are followed by hand, each checked like the first.
One deadline holds for all of it, held by a watch that shuts the connection (a time-out of the
socket alone begins anew with every byte), and what is counted is the unpacked size. Proxies of the
environment are never used.

Rejected: checking the host as written, and libraries that resolve again when they connect.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError

from corpus.errors import InvalidInput, UnreadableSource, UnsupportedFormat
from corpus.fetching.addresses import Target, target_of
from corpus.fetching.fetch_connection import FetchPolicy as FetchPolicy
from corpus.fetching.fetch_connection import asked, left

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

_VAGUE = {"application/octet-stream", "binary/octet-stream", "text/plain"}
_MOVED = {301, 302, 303, 307, 308}
_CHUNK = 1 << 14
_HEADERS = {
    "User-Agent": "quote-verifier (adds sources to a corpus on request)",
    "Accept-Encoding": "gzip, deflate",
}


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


def fetch(
    url: str, policy: FetchPolicy = USUAL, formats: Mapping[str, str] = FORMATS
) -> Fetched:
    """Fetch a web address.

    Args:
        url: an http or https address on its usual port.
        policy: what fetching may do and cost.
        formats: content types that are taken, with their file name endings.

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
            answer = _ask(target, policy, end, formats)
            if isinstance(answer, Fetched):
                return answer
            target = target_of(urljoin(target.url, answer), policy.ports)
        raise UnreadableSource(target.shown, f"it leads on more than {policy.redirects} times")
    except InvalidInput as refused:
        why = getattr(refused, "reason", None) or "its type is not taken"
        _log.warning("not fetched: %s (%s)", getattr(refused, "origin", ""), why)
        raise


def _ask(
    target: Target, policy: FetchPolicy, end: float, formats: Mapping[str, str]
) -> Fetched | str:
    """One request: the content, or the address it leads on to."""
    headers = _HEADERS | {"Accept": ", ".join(formats)}
    try:
        with asked("GET", target, policy, end, headers) as response:
            return _taken(target, response, policy, end, formats)
    except (HTTPError, OSError, ValueError) as failed:
        left(target, end)
        why = f"it does not answer ({type(failed).__name__})"
        raise UnreadableSource(target.shown, why) from failed


def _taken(
    target: Target,
    response: urllib3.BaseHTTPResponse,
    policy: FetchPolicy,
    end: float,
    formats: Mapping[str, str],
) -> Fetched | str:
    left(target, end)  # a connection that was shut looks like an answer that ended
    if response.status in _MOVED and response.headers.get("Location"):
        return str(response.headers["Location"])
    if response.status != 200:
        raise UnreadableSource(target.shown, f"it answers with status {response.status}")
    media_type = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    form = _form(media_type, target.path, formats)
    if form is None:
        known = tuple(sorted(set(formats.values())))
        raise UnsupportedFormat(target.shown, known, _brief(media_type))
    content = bytearray()
    while chunk := response.read1(_CHUNK):
        left(target, end)
        content += chunk
        if len(content) > policy.largest:
            most = f"{policy.largest:,}".replace(",", " ")
            raise UnreadableSource(target.shown, f"it gives more than {most} bytes")
    left(target, end)
    return Fetched(target.url, bytes(content), media_type, form)


def _form(media_type: str, path: str, formats: Mapping[str, str]) -> str | None:
    """The ending to read an answer as; the address's own where the type says next to nothing."""
    ending = path.split("?")[0].rpartition("/")[2].rpartition(".")[2].lower()
    if media_type in _VAGUE and ending in formats.values():
        return ending
    return formats.get(media_type)


def _brief(media_type: str) -> str:
    return "".join(c for c in media_type if c.isprintable())[:60] or "not given"
