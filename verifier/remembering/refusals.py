"""Refusals that belong to the doors: a branch of the tree in `corpus.errors`.

    QuoteVerifierError
    `-- Refusal
        |-- RateLimited              too many requests in too short a time
        |-- KeyReused                an idempotency key came back with another request
        |-- KeyInProgress            the first request with that key is still at work
        |-- TooLarge                 an uploaded file is larger than the limit
        |-- FetchingBusy             as many addresses are being fetched as may be at a time
        |-- TooManyRows              a file of quotes has more rows than the limit
        `-- TooManyWaiting           as many uploads wait for a choice of column as may
"""

from __future__ import annotations

from corpus.errors import QuoteVerifierError


class Refusal(QuoteVerifierError):
    """A request that is not served now, whatever it holds."""


class RateLimited(Refusal):
    """The caller has used up its requests.

    Attributes:
        limit: requests that can be saved up.
        wait: whole seconds until the next one is served, at least 1.
    """

    def __init__(self, limit: int, wait: int) -> None:
        super().__init__(f"{limit} requests, wait {wait} s")
        self.limit = limit
        self.wait = wait


class KeyReused(Refusal):
    """An idempotency key was used before, with another request."""


class KeyInProgress(Refusal):
    """The request that first used an idempotency key has not ended yet."""


class TooLarge(Refusal):
    """A file is larger than the limit.

    Attributes:
        limit: in bytes.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} bytes")
        self.limit = limit


class FetchingBusy(Refusal):
    """As many addresses are being fetched as may be at a time; nothing was asked.

    Attributes:
        limit: how many that are.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} addresses are being fetched")
        self.limit = limit


class TooManyRows(Refusal):
    """A file has more rows than are taken; how many more was not counted.

    Attributes:
        limit: in rows.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} rows")
        self.limit = limit


class TooManyWaiting(Refusal):
    """As many uploads wait for somebody to choose their column as may; this one was not kept.

    Attributes:
        limit: how many that are.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} uploads wait")
        self.limit = limit
