"""Fetching at the doors: who asked for what may not be asked, and how many may fetch at a time.

Problem: an address that leads inside is an attempt that an operator has to be able to see later,
whichever door it came through, and addresses that answer slowly must not keep every thread of the
service waiting. Method: a refusal writes its line in the audit before it is told; a gate lets in a
fixed number, and whoever finds it full is told to come back at once, unasked addresses and all.

Rejected: a line for every address that fails (an answer 404 is no attempt), waiting at the gate
(a thread that waits answers nobody), counting over several processes (each has its own threads).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from corpus.errors import AddressRefused
from corpus.fetching.fetch import Fetched
from corpus.gathering.gathering import Fetch
from verifier.remembering.audit import record
from verifier.remembering.ledger import Ledger
from verifier.remembering.refusals import FetchingBusy

REFUSED = "address_refused"
"""The event in the audit; its subject is the address without its query."""


def audited(fetch: Fetch, ledger: Callable[[], Ledger], who: str, now: Callable[[], str]) -> Fetch:
    """Fetching that leaves a line in the audit for each address that is refused.

    Args:
        fetch: under the guard.
        ledger: opens it; asked for only when there is something to write.
        who: id of the token, or ``operator``.
        now: UTC time, ISO 8601 with ``Z``.

    Returns:
        The same, raising the same.
    """

    def asked(url: str) -> Fetched:
        try:
            return fetch(url)
        except AddressRefused as refused:
            record(ledger(), now(), REFUSED, who, refused.origin)
            raise

    return asked


class Gate:
    """How many may fetch at a time; shared by the threads of one process."""

    def __init__(self, limit: int) -> None:
        """A gate that is open.

        Args:
            limit: how many it lets in at a time, at least 1.
        """
        self._limit = limit
        self._free = threading.BoundedSemaphore(limit)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Be one of those who fetch, for as long as the block runs.

        Raises:
            FetchingBusy: there are as many as may be.
        """
        if not self._free.acquire(blocking=False):
            raise FetchingBusy(self._limit)
        try:
            yield
        finally:
            self._free.release()
