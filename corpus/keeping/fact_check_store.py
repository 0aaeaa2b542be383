"""Keeping published fact-checks: what `Store.fact_checks` gives out.

Problem: the same review comes from its page, from a feed and from a search, each time with other
fields and now and then with a corrected rating; it must be one row, and what was said before must
stay known. Method: a review is known by its address and the words of its claim; where a publisher
has reworded the claim, the one that is left over at that address takes the wording over if they
share most words. What a door does not say does not take away what another said; what differs makes
a new version. Each change counts up the revision of the store, so that an answer belongs to one
state of it, and notes it for whoever keeps an index of the claims.

Rejected: the address alone (a page reviews several claims), the claim alone (publishers disagree,
and both are shown), overwriting (a changed rating is a fact of its own).
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from corpus.errors import NotFound, StoreCorrupt
from corpus.fact_check import FactCheck, FactCheckState, KeptFactCheck, address_key, host_of
from corpus.keeping.connections import Connection
from corpus.keeping.database import Database
from corpus.keeping.deposit import Change
from corpus.keeping.rows import Row, checksum
from corpus.text.han import simplified
from corpus.text.tokens import terms

_NAMES = tuple(each.name for each in fields(FactCheck))
_values = attrgetter(*_NAMES)  # `astuple` copies each text and costs as much as reading the row
_COLUMNS = ", ".join(f"v.{name}" for name in _NAMES)
_KEPT = (
    f"SELECT f.sequence, f.id, v.version, v.added_at, v.origin, f.state, v.checksum, {_COLUMNS}"
    " FROM fact_checks f JOIN fact_check_versions v ON v.sequence = f.sequence"
)
_CURRENT = f"{_KEPT} AND v.version = f.version"
_INSERT = (
    f"INSERT INTO fact_check_versions (sequence, version, added_at, origin, checksum,"
    f" {', '.join(_NAMES)}) VALUES ({', '.join('?' * (5 + len(_NAMES)))})"
)
_CHUNK = 2_000
_REWORDED = 0.5
"""Share of two wordings' words that both have, from which one may be the other corrected: a page
that reviews another claim now shares a topic with it, hardly half of its words."""


@dataclass(frozen=True, slots=True)
class AddedFactCheck:
    """What became of one fact-check: what is kept of it now, and what adding it did."""

    kept: KeptFactCheck
    change: Change


class FactChecks:
    """The fact-checks of one store. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self) -> int:
        """The revision of the store at which they last changed; 0 when there never were any.

        Cost: one look into a table of a few rows.
        """
        with self._database.reading() as connection:
            sql = "SELECT value FROM counters WHERE name = 'fact_checks'"
            return int(connection.execute(sql).fetchone()[0])

    def add(self, checks: Sequence[FactCheck], *, origin: str, now: str) -> list[AddedFactCheck]:
        """Take fact-checks in, all or none of them.

        Args:
            checks: of one page or file.
            origin: where they were read.
            now: UTC time, ISO 8601 with ``Z``.

        Returns:
            What became of each, in order.

        Raises:
            StoreBusy, StorageFull: nothing was kept.
        """
        groups: dict[str, list[int]] = defaultdict(list)
        for at, check in enumerate(checks):
            groups[address_key(check.url)].append(at)
        done: dict[int, AddedFactCheck] = {}
        with self._database.writing() as connection:
            for address, places in groups.items():
                given = [checks[at] for at in places]
                added = _Address(connection, address, origin, now).add(given)
                done.update(zip(places, added, strict=True))
            if any(each.change is not Change.UNCHANGED for each in done.values()):
                _count(connection)
        return [done[at] for at in range(len(checks))]

    def remove(self, id: str) -> None:
        """Withdraw a fact-check: no longer shown; its versions stay.

        Raises:
            NotFound: no such fact-check, or it was withdrawn before.
        """
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE fact_checks SET state = 'withdrawn' WHERE id = ? AND state = 'active'",
                (id,),
            ).rowcount
            if not changed:
                raise NotFound("fact-check")
            _count(connection)

    def many(self, numbers: Sequence[int]) -> list[KeptFactCheck]:
        """Fact-checks by number at their present version, in that order.

        Unknown ones are skipped, and damaged ones too: no answer about a quote fails for them.
        """
        marks = ", ".join("?" * len(numbers))
        rows = self._rows(f"{_CURRENT} WHERE f.sequence IN ({marks})", tuple(numbers))
        found = {kept.number: kept for kept in _sound(rows)}
        return [found[number] for number in numbers if number in found]

    def versions(self, id: str) -> list[KeptFactCheck]:
        """All that was ever said in one fact-check, oldest first.

        Raises:
            NotFound: no such fact-check.
        """
        rows = self._rows(f"{_KEPT} WHERE f.id = ? ORDER BY v.version", (id,))
        if not rows:
            raise NotFound("fact-check")
        return [_read(row) for row in rows]

    def current(self) -> Iterator[KeptFactCheck]:
        """All that are shown, in the order in which they came; damaged ones are left out."""
        for kept in _sound(self._all()):
            if kept.state is FactCheckState.ACTIVE:
                yield kept

    def damaged(self) -> list[str]:
        """Those that are not as they were written, in words; empty when all is well."""
        found = []
        for row in self._rows(f"{_KEPT} ORDER BY f.sequence, v.version", ()):
            try:
                _read(row)
            except StoreCorrupt as error:
                found.append(str(error))
        return found

    def _all(self) -> Iterator[Row]:
        last = 0
        sql = f"{_CURRENT} WHERE f.sequence > ? ORDER BY f.sequence LIMIT ?"
        while rows := self._rows(sql, (last, _CHUNK)):
            yield from rows
            last = rows[-1][0]

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[Row]:
        with self._database.reading() as connection:
            return connection.execute(sql, values).fetchall()


class _Address:
    """What is kept of the reviews at one address."""

    def __init__(self, connection: Connection, address: str, origin: str, now: str) -> None:
        self._connection, self._address = connection, address
        self._origin, self._now = origin, now
        rows = connection.execute(f"{_CURRENT} WHERE f.address = ?", (address,)).fetchall()
        self._kept = {_wording(kept.check.claim): kept for kept in map(_read, rows)}

    def add(self, checks: Sequence[FactCheck]) -> list[AddedFactCheck]:
        wordings = [_wording(check.claim) for check in checks]
        left = {w: kept for w, kept in self._kept.items() if w not in wordings}
        added = []
        for check, wording in zip(checks, wordings, strict=True):
            kept = self._kept.get(wording)
            if kept is None and (before := _reworded(wording, left)) is not None:
                kept = left.pop(before)
            added.append(self._new(check, wording) if kept is None else self._again(kept, check))
            self._kept[wording] = added[-1].kept
        return added

    def _new(self, check: FactCheck, wording: str) -> AddedFactCheck:
        digest = hashlib.sha256(f"{self._address}\n{wording}".encode()).digest()
        id = "f_" + base64.b32encode(digest[:10]).decode("ascii").lower()
        taken = self._connection.execute("SELECT 1 FROM fact_checks WHERE id = ?", (id,)).fetchone()
        if taken:  # another that began with these words was reworded since
            id = f"{id}_{self._now}"
        number = self._connection.execute(
            "INSERT INTO fact_checks (id, address, wording, state, version)"
            " VALUES (?, ?, ?, 'active', 1)",
            (id, self._address, wording),
        ).lastrowid
        assert number is not None
        return self._write(KeptFactCheck(number, id, check, 1, self._now, self._origin), Change.NEW)

    def _again(self, kept: KeptFactCheck, check: FactCheck) -> AddedFactCheck:
        """The same review again: what it does not say stays as it was."""
        said = {name: value for name in _NAMES if (value := getattr(check, name)) is not None}
        if said["language"] == "und":
            del said["language"]
        if check.publisher == host_of(check.url):
            del said["publisher"]  # the host stands in where nothing was said
        del said["url"]  # another writing of the same address
        newer = replace(kept.check, **said)
        if newer == kept.check and kept.state is FactCheckState.ACTIVE:
            return AddedFactCheck(kept, Change.UNCHANGED)
        self._connection.execute(
            "UPDATE fact_checks SET version = ?, wording = ?, state = 'active' WHERE sequence = ?",
            (kept.version + 1, _wording(newer.claim), kept.number),
        )
        version = KeptFactCheck(
            kept.number, kept.id, newer, kept.version + 1, self._now, self._origin
        )
        return self._write(version, Change.NEW_VERSION)

    def _write(self, kept: KeptFactCheck, change: Change) -> AddedFactCheck:
        head = (kept.number, kept.version, kept.added_at, kept.origin, _sum(kept))
        self._connection.execute(_INSERT, (*head, *_values(kept.check)))
        return AddedFactCheck(kept, change)


def _wording(claim: str) -> str:
    return simplified(" ".join(terms(claim)))


def _reworded(wording: str, left: dict[str, KeptFactCheck]) -> str | None:
    """Of the wordings nobody gave again, the one that shares most words with a new one."""
    words = set(wording.split())

    def shared(other: str) -> float:
        others = set(other.split())
        return len(words & others) / len(words | others)

    best = max(left, key=shared, default=None)
    return best if best is not None and shared(best) >= _REWORDED else None


def _count(connection: Connection) -> None:
    connection.execute("UPDATE counters SET value = value + 1 WHERE name = 'revision'")
    connection.execute(
        "UPDATE counters SET value = (SELECT value FROM counters WHERE name = 'revision')"
        " WHERE name = 'fact_checks'"
    )


def _sum(kept: KeptFactCheck) -> int:
    return checksum(repr(_values(kept.check)), kept.number, kept.version)


def _sound(rows: Iterable[Row]) -> Iterator[KeptFactCheck]:
    for row in rows:
        try:
            yield _read(row)
        except StoreCorrupt:
            continue  # `damaged` names it


def _read(row: Row) -> KeptFactCheck:
    number, id, version, added_at, origin, state, written = row[:7]
    check = FactCheck(**dict(zip(_NAMES, row[7:], strict=True)))
    kept = KeptFactCheck(number, id, check, version, added_at, origin, FactCheckState(state))
    if _sum(kept) != written:
        raise StoreCorrupt(f"fact-check {id}, version {version}, is not as it was written")
    return kept
