"""How often a caller may ask: a bucket that fills at a steady rate, shared by all processes.

Problem: one program in a loop must not crowd the others out, and the count must be right when
several worker processes answer.

Method: the token bucket. Its level stands in the ledger and is read and written in one transaction
that holds the write lock, so two processes never spend the same request. Time is the wall clock,
because processes share no other: a clock that was set back fills nothing at that moment, one that
was set forward fills a bucket to its brim, and nobody is locked out by either.

Rejected: counting in memory (each process would allow the whole limit), fixed windows (twice the
limit passes at the border of two), counting answers instead of requests (a refused token could be
guessed at without end).

Source: ITU-T I.371 (the continuous-state leaky bucket, which this mirrors); the header names are
those of draft-ietf-httpapi-ratelimit-headers-03.
"""

from __future__ import annotations

import ipaddress
import math
from dataclasses import dataclass

from verifier.remembering.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Rate:
    """How much a caller may ask.

    Attributes:
        per_second: requests that come back each second.
        burst: requests that can be saved up.
    """

    per_second: int
    burst: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left after one request.

    Attributes:
        served: whether this request may be answered.
        remaining: whole requests left.
        reset: whole seconds until the bucket is full again.
        wait: whole seconds until a request is served, 0 when one is served now.
    """

    served: bool
    remaining: int
    reset: int
    wait: int


def spend(ledger: Ledger, caller: str, rate: Rate, *, now: float) -> Standing:
    """Take one request out of a caller's bucket.

    Args:
        ledger: where the levels are.
        caller: a name that no other caller has, such as ``token:1a2b``.
        rate: how fast it fills and how much it holds.
        now: seconds since 1970.

    Raises:
        StoreError: the ledger cannot be written.

    Cost: one small transaction without a flush to disk, about 0.1 milliseconds.
    """
    with ledger.writing(durable=False) as connection:
        row = connection.execute(
            "SELECT level, at FROM buckets WHERE caller = ?", (caller,)
        ).fetchone()
        level, at = row or (float(rate.burst), now)
        level = min(float(rate.burst), level + max(0.0, now - at) * rate.per_second)
        served = level >= 1
        left = level - 1 if served else level
        connection.execute(
            "INSERT INTO buckets (caller, level, at) VALUES (?, ?, ?)"
            " ON CONFLICT (caller) DO UPDATE SET level = excluded.level, at = excluded.at",
            (caller, left, now),
        )
    wait = 0 if served else max(1, math.ceil((1 - left) / rate.per_second))
    return Standing(served, int(left), math.ceil((rate.burst - left) / rate.per_second), wait)


def bucket_of(address: str) -> str:
    """The bucket of an address: version 4 whole, version 6 by its network of 64 bits.

    One household or one rented server has a whole such network, and could ask from each address
    of it in turn.

    Args:
        address: as the socket or a trusted proxy gives it; anything.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "address:unknown"
    mapped = getattr(found, "ipv4_mapped", None)
    if found.version == 4 or mapped:
        return f"address:{mapped or found}"
    return f"address:{ipaddress.ip_network((found, 64), strict=False)}"
