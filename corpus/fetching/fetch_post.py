"""A few bytes sent to a web address, under the guard that fetching is under.

Problem: who may name an address to be told at can make this machine send to its own network.
Method: the same as for fetching (`corpus.fetching.fetch_connection`), without redirects: who moved
has to say so. Nothing of the answer but its status is read: it can cost nothing and say nothing.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping

from urllib3.exceptions import HTTPError

from corpus.errors import AddressRefused, UnreadableSource
from corpus.fetching.addresses import Target, target_of
from corpus.fetching.fetch_connection import FetchPolicy, asked, checked

_log = logging.getLogger(__name__)
_HEADERS = {"User-Agent": "quote-verifier (tells what it was asked to tell)"}


def may_post(url: str, policy: FetchPolicy) -> Target:
    """Whether an address may be posted to as things are now; nobody is asked but the resolver.

    Args:
        url: an address of one of the policy's schemes.
        policy: see `corpus.fetching.fetch_connection.FetchPolicy`.

    Returns:
        The address in its parts.

    Raises:
        AddressRefused: it is no such address, or leads where nothing may be sent.
    """
    target = target_of(url, policy.ports)
    checked(target, policy)
    return target


def post(url: str, body: bytes, headers: Mapping[str, str], policy: FetchPolicy) -> int:
    """Send a body.

    Args:
        url: see `may_post`; it is checked again.
        body: the bytes.
        headers: their type and whatever belongs to them.
        policy: what it may do and cost; ``redirects`` and ``largest`` mean nothing here.

    Returns:
        The status of the answer, also that of a redirect.

    Raises:
        AddressRefused: it may not be asked; nobody was. One line is logged, without path and
            query.
        UnreadableSource: it does not answer, or not in time.

    Cost: at most ``policy.seconds`` and the resolver's own time-out.
    """
    end = time.monotonic() + policy.seconds
    try:
        target = target_of(url, policy.ports)
        try:
            with asked("POST", target, policy, end, {**_HEADERS, **headers}, body) as response:
                return int(response.status)
        except (HTTPError, OSError, ValueError) as failed:
            why = f"it does not answer ({type(failed).__name__})"
            raise UnreadableSource(target.shown, why) from failed
    except AddressRefused as refused:
        _log.warning("not posted to: %s (%s)", host_of(refused.origin), refused.reason)
        raise


def host_of(shown: str) -> str:
    """An address without its path: where notices go, that is where the receiver's secret is.

    Args:
        shown: an address without its query; see `corpus.fetching.addresses.Target.shown`.
    """
    scheme, mark, rest = shown.partition("://")
    return f"{scheme}{mark}{rest.partition('/')[0]}"
