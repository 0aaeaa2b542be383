"""Who did what: a line for each change, and for each reach into what is somebody else's.

A line names things by their ids and holds nothing that was asked or answered.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.remembering.ledger import Connection, Ledger


@dataclass(frozen=True, slots=True)
class Event:
    """One line.

    Attributes:
        at: UTC time, ISO 8601 with ``Z``.
        event: such as ``token_revoked``.
        who: id of the token, or ``operator``, or ``newsroom``.
        subject: id of the thing.
    """

    at: str
    event: str
    who: str
    subject: str


def note(connection: Connection, at: str, event: str, who: str, subject: str) -> None:
    """Write a line inside a transaction, so that it is kept exactly when the change is."""
    connection.execute(
        "INSERT INTO audit (at, event, who, subject) VALUES (?, ?, ?, ?)", (at, event, who, subject)
    )


def record(ledger: Ledger, at: str, event: str, who: str, subject: str) -> None:
    """Write a line of its own, for what was changed elsewhere."""
    with ledger.writing() as connection:
        note(connection, at, event, who, subject)


def events(ledger: Ledger) -> list[Event]:
    """All lines, oldest first."""
    with ledger.reading() as connection:
        rows = connection.execute("SELECT at, event, who, subject FROM audit ORDER BY id")
        return [Event(*row) for row in rows]
