"""The only clock of the doors, and how a time is written."""

from __future__ import annotations

from datetime import UTC, datetime

APART = 10.0
"""Seconds by which two readings of the clock may lie apart: whoever read it first may write last,
and processes on one machine need not be served in the order in which they looked. A lease that
ends up to so much further ahead than it may last is that of somebody quicker, not of a wrong clock.
"""


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


def utc_text(moment: datetime) -> str:
    """A time with its zone as UTC, ISO 8601 with ``Z``, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
