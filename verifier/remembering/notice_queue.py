"""Notices that are to be sent: taken by one process at a time, until they are sent or given up.

Problem: several processes share one ledger, a sender may die between any two steps, and a notice
that was sent must not be sent for ever.

Method: a notice stands in the row of what it is about, and goes with it. It is taken before it is
sent, and being taken is being due again after a wait: so two processes never send it at once, and
one whose sender died is sent again under the same identifier. When it is over, address and secret
go. Checks and jobs have a table each, with the same columns for it.

Rejected: one table of notices apart from what they are about (it would outlive them), writing that
a notice is sent before it is (a crash would lose it).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from verifier.clock import utc_text
from verifier.remembering.audit import note
from verifier.remembering.ledger import Connection, Ledger
from verifier.remembering.notices import Kind, Recipient, wait_after

SENT, GIVEN_UP = "notice_sent", "notice_given_up"
"""What the audit says of a notice that is over."""
_UNENDING = 60.0
"""Seconds until a notice whose last sender died is given up by somebody else."""


@dataclass(frozen=True, slots=True)
class Due:
    """A notice that was taken, to be sent now.

    Attributes:
        subject: id of what it is about.
        at: UTC time of what is told.
        recipient: who is told.
        attempt: which one this is, from 1.
    """

    subject: str
    at: str
    recipient: Recipient
    attempt: int


@dataclass(frozen=True, slots=True)
class NoticeQueue:
    """The notices about one kind of thing.

    Attributes:
        kind: what they say.
        table: holds them, in columns ``found, url, secret, token, attempts, due``.
        key: its column with the id of what they are about.
        parent: table of these things, with ``id``, ``owner`` and ``expires``.
    """

    kind: Kind
    table: str
    key: str
    parent: str

    @property
    def _due(self) -> str:
        return (
            f"due <= ? AND EXISTS (SELECT 1 FROM {self.parent} WHERE id = {self.key}"
            " AND expires > ?) AND NOT EXISTS"
            " (SELECT 1 FROM tokens WHERE id = token AND revoked IS NOT NULL)"
        )

    def any_due(self, ledger: Ledger, *, now: datetime) -> bool:
        """Whether a notice is to be sent; asked every few seconds, and so without a lock."""
        with ledger.reading() as connection:
            row = connection.execute(
                f"SELECT 1 FROM {self.table} WHERE {self._due} LIMIT 1",
                (now.timestamp(), utc_text(now)),
            ).fetchone()
        return row is not None

    def take_due(self, ledger: Ledger, *, now: datetime) -> Due | None:
        """Take the notice that has been due for longest, to send it.

        Args:
            ledger: where it is kept.
            now: the time.

        Returns:
            None when none is due. A notice that was sent as often as it may be, and whose last
            sender died, is given up and not given out.
        """
        at, seconds = utc_text(now), now.timestamp()
        while self.any_due(ledger, now=now):
            with ledger.writing() as connection:
                row = connection.execute(
                    f"SELECT {self.key}, found, url, secret, token, attempts FROM {self.table}"
                    f" WHERE {self._due} ORDER BY due, {self.key} LIMIT 1",
                    (seconds, at),
                ).fetchone()
                if row is None:
                    return None
                subject, found, url, secret, token, attempts = row
                if attempts == 0 or wait_after(attempts) is not None:
                    wait = wait_after(attempts + 1) or _UNENDING
                    connection.execute(
                        f"UPDATE {self.table} SET attempts = ?, due = ? WHERE {self.key} = ?",
                        (attempts + 1, seconds + wait, subject),
                    )
                    return Due(subject, found, Recipient(url, secret, token), attempts + 1)
                self._end(connection, subject, GIVEN_UP, at)
        return None

    def close(self, ledger: Ledger, subject: str, event: str, *, now: datetime) -> None:
        """Have done with a notice: forget where it goes and what it is signed with.

        Args:
            ledger: where it is kept.
            subject: what it is about; one that is gone is passed over.
            event: for the audit: `SENT` or `GIVEN_UP`.
            now: the time.
        """
        with ledger.writing() as connection:
            self._end(connection, subject, event, utc_text(now))

    def _end(self, connection: Connection, subject: str, event: str, at: str) -> None:
        ended = connection.execute(
            f"UPDATE {self.table} SET url = NULL, secret = NULL, due = NULL"
            f" WHERE {self.key} = ? AND due IS NOT NULL RETURNING {self.key}",
            (subject,),
        ).fetchone()
        if ended is not None:
            (owner,) = connection.execute(
                f"SELECT owner FROM {self.parent} WHERE id = ?", (subject,)
            ).fetchone()
            note(connection, at, event, owner, subject)
