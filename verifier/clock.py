"""The only clock of the doors, and how a time is written."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


def utc_text(moment: datetime) -> str:
    """A time with its zone as UTC, ISO 8601 with ``Z``, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
