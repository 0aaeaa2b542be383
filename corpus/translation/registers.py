"""Who speaks which languages in public, and which sites publish mostly translations or records.

Problem: a page in a language that its speaker never uses in public is a translation even when it
says nothing, and no text can tell that by itself. Method: two curated lists as data, every entry
with a reason and the day it was looked at; a desk adds its own file, whose entries replace those
of the same name, and can write all of it out again.

Rejected: guessing a speaker's languages from a nationality, and a list in code.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corpus.errors import UnreadableSource
from corpus.text.languages import primary_tag

_FILES = ("speakers.toml", "publishers.toml")
_ROLES = ("translations", "official")
_SPEAKER_KEYS = frozenset("name aliases languages_used reason date sites events".split())
_PUBLISHER_KEYS = frozenset("name sites languages role reason date".split())


@dataclass(frozen=True, slots=True)
class RegisteredSpeaker:
    """Somebody's public languages.

    Attributes:
        languages_used: primary tags, the usual one first.
        date: when the entry was last looked at (ISO 8601): the day on which it was held against
            public reports, or the year in which it was written from general knowledge.
        sites: the speaker's own addresses (host, or host and path).
        events: other languages on single days, day (EDTF, also a month or a year) to tags.
    """

    name: str
    languages_used: tuple[str, ...]
    reason: str
    date: str
    aliases: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    events: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class RegisteredPublisher:
    """A site that publishes mostly translations, or the records of what is said in a house.

    Attributes:
        sites: host, or host and path, without ``www.``.
        languages: page languages for which the entry holds; empty for all.
        role: ``translations`` or ``official`` (records in the language spoken).
    """

    name: str
    sites: tuple[str, ...]
    languages: tuple[str, ...]
    role: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class Registers:
    """Both lists; entries are told apart by their names, case and accents aside."""

    speakers: tuple[RegisteredSpeaker, ...] = ()
    publishers: tuple[RegisteredPublisher, ...] = ()
    version: str = ""
    _named: Mapping[str, RegisteredSpeaker] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named: dict[str, RegisteredSpeaker] = {}
        for entry in self.speakers:
            for name in (entry.name, *entry.aliases):
                named.setdefault(fold_name(name), entry)
        object.__setattr__(self, "_named", named)

    @classmethod
    def load(cls, extra: Path | None = None) -> Registers:
        """The lists that come with the program, and a desk's own over them.

        Args:
            extra: a TOML file with ``[[speaker]]`` and ``[[publisher]]`` tables, or a folder of
                such files.

        Raises:
            UnreadableSource: a file that is no TOML, an unknown or missing key, a name that is no
                language.
            OSError: a file cannot be opened.
        """
        own = shipped()
        if extra is None:
            return own
        paths = sorted(extra.glob("*.toml")) if extra.is_dir() else [extra]
        for path in paths:
            own = own.merge(cls.parse(path.read_text("utf-8"), path.name))
        return own

    @classmethod
    def parse(cls, document: str, origin: str = "registers") -> Registers:
        """Read lists from TOML, strictly.

        Args:
            document: the text of a file.
            origin: its name, for messages.

        Raises:
            UnreadableSource: as `load`.
        """
        try:
            table = tomllib.loads(document)
        except tomllib.TOMLDecodeError as fault:
            raise UnreadableSource(origin, str(fault)) from fault
        unknown = set(table) - {"version", "speaker", "publisher"}
        if unknown:
            raise UnreadableSource(origin, f"unknown key {sorted(unknown)[0]}")
        return cls(
            tuple(_speaker(row, origin) for row in table.get("speaker", [])),
            tuple(_publisher(row, origin) for row in table.get("publisher", [])),
            str(table.get("version", "")),
        )

    def merge(self, other: Registers) -> Registers:
        """Both; an entry of `other` replaces the one of the same name."""
        speakers = {fold_name(s.name): s for s in self.speakers}
        speakers |= {fold_name(s.name): s for s in other.speakers}
        publishers = {fold_name(p.name): p for p in self.publishers}
        publishers |= {fold_name(p.name): p for p in other.publishers}
        versions = dict.fromkeys(v for v in (self.version, other.version) if v)
        return Registers(
            tuple(speakers.values()), tuple(publishers.values()), "+".join(versions)
        )

    def export(self) -> str:
        """All entries as TOML that `parse` reads back to the same value."""
        return "\n".join(_written(self)) + "\n"

    def speaker(self, names: Iterable[str]) -> RegisteredSpeaker | None:
        """The entry for somebody.

        Args:
            names: every form of the name; a single Latin-script word ("Smith") fits nobody unless
                an entry lists it.

        Returns:
            The first entry that has one of the names.
        """
        folded = map(fold_name, names)
        return next((self._named[name] for name in folded if name in self._named), None)

    def languages_of(self, names: Iterable[str], day: str | None = None) -> tuple[str, ...]:
        """The languages somebody speaks in public, on a day where the register knows better.

        Args:
            names: as in `speaker`.
            day: EDTF date of the event, if it is known.

        Returns:
            Primary tags, the usual one first; empty for somebody who is not in the register.
        """
        entry = self.speaker(names)
        if entry is None:
            return ()
        spoken = next((tags for when, tags in entry.events if day and day.startswith(when)), None)
        return spoken or entry.languages_used

    def publisher(
        self, role: str, language: str, url: str | None, name: str | None
    ) -> RegisteredPublisher | None:
        """The entry for a page's site.

        Args:
            role: ``translations`` or ``official``.
            language: tag of the page's language.
            url: the page's own address.
            name: the publisher as the page gives it.

        Returns:
            The first entry whose site the address is on, or that has this very name.
        """
        for entry in self.publishers:
            fits = not entry.languages or language in entry.languages
            if entry.role == role and fits and (
                (url is not None and on_site(url, entry.sites))
                or (name is not None and fold_name(name) == fold_name(entry.name))
            ):
                return entry
        return None


@cache
def shipped() -> Registers:
    """The lists that come with the program."""
    folder = files("corpus") / "registers"
    found = Registers()
    for name in _FILES:
        entry: Traversable = folder / name
        found = found.merge(Registers.parse(entry.read_text("utf-8"), name))
    return found


def fold_name(name: str) -> str:
    """A name without case, accents, dots and white space: what entries are told apart by."""
    parted = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in parted if c.isalnum())


def on_site(url: str, sites: Sequence[str]) -> bool:
    """Whether an address is on one of the sites, or on a host below one of them."""
    parts = urlsplit(url if "//" in url else f"//{url}")
    host = (parts.hostname or "").removeprefix("www.")
    for site in sites:
        wanted, _, path = site.partition("/")
        below = host == wanted or host.endswith(f".{wanted}")
        if below and f"{parts.path.strip('/')}/".startswith(f"{path}/" if path else ""):
            return True
    return False


def _speaker(row: Mapping[str, Any], origin: str) -> RegisteredSpeaker:
    _check(row, _SPEAKER_KEYS, ("name", "languages_used", "reason", "date"), origin)
    return RegisteredSpeaker(
        name=row["name"],
        languages_used=_tags(row["languages_used"], origin),
        reason=row["reason"],
        date=str(row["date"]),
        aliases=tuple(row.get("aliases", ())),
        sites=tuple(row.get("sites", ())),
        events=tuple((day, _tags(tags, origin)) for day, tags in row.get("events", {}).items()),
    )


def _publisher(row: Mapping[str, Any], origin: str) -> RegisteredPublisher:
    _check(row, _PUBLISHER_KEYS, ("name", "sites", "reason", "date"), origin)
    role = row.get("role", "translations")
    if role not in _ROLES:
        raise UnreadableSource(origin, f"{row['name']}: {role} is no role")
    sites, languages = tuple(row["sites"]), _tags(row.get("languages", ()), origin)
    date = str(row["date"])
    return RegisteredPublisher(row["name"], sites, languages, role, row["reason"], date)


def _check(
    row: Mapping[str, Any], known: frozenset[str], needed: Sequence[str], origin: str
) -> None:
    name = row.get("name", "an entry without a name")
    for key in row:
        if key not in known:
            raise UnreadableSource(origin, f"{name}: unknown key {key}")
    for key in needed:
        if not row.get(key):
            raise UnreadableSource(origin, f"{name}: {key} is missing")


def _tags(names: Iterable[str], origin: str) -> tuple[str, ...]:
    tags: list[str] = []
    for name in names:
        tag = primary_tag(name)
        if tag is None:
            raise UnreadableSource(origin, f"{name} is no language")
        tags.append(tag)
    return tuple(tags)


def _written(registers: Registers) -> Iterator[str]:
    yield f"version = {json.dumps(registers.version)}"
    for s in registers.speakers:
        yield "\n[[speaker]]"
        yield from _pairs(s, ("name", "aliases", "languages_used", "sites", "reason", "date"))
        if s.events:
            days = ", ".join(f"{json.dumps(d)} = {_value(tags)}" for d, tags in s.events)
            yield f"events = {{ {days} }}"
    for p in registers.publishers:
        yield "\n[[publisher]]"
        yield from _pairs(p, ("name", "sites", "languages", "role", "reason", "date"))


def _pairs(entry: object, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        value = getattr(entry, key)
        if value:
            yield f"{key} = {_value(value)}"


def _value(value: str | tuple[str, ...]) -> str:
    # JSON strings without escapes of other scripts are TOML basic strings
    return json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
