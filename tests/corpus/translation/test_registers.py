"""Registers of speakers and publishers: reading, looking up, a desk's own entries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.errors import UnreadableSource
from corpus.translation.registers import Registers, fold_name, on_site

OWN = """
version = "desk-3"
[[speaker]]
name = "Ilya Marsh"
aliases = ["Илья Марш"]
languages_used = ["Russian", "de"]
sites = ["marsh.example/blog"]
reason = "all his speeches are on file"
date = "2026-01-02"
events = { "2024-05-06" = ["en"], "2023" = ["fr"] }

[[publisher]]
name = "Kestrel"
sites = ["kestrel.example/en"]
languages = ["en"]
reason = "prints the Russian press"
date = "2026-01-02"
"""


@pytest.fixture
def desk() -> Registers:
    return Registers.parse(OWN)


SPOKEN = [
    (["Ilya Marsh"], None, ("ru", "de"), "the entry"),
    (["ILYA  MARSH"], None, ("ru", "de"), "case and spaces aside"),
    (["Илья Марш"], None, ("ru", "de"), "another form of the name"),
    (["M.", "Ilya Marsh"], None, ("ru", "de"), "one of the names a page gives"),
    (["Ilya Marsh"], "2024-05-06", ("en",), "on that day"),
    (["Ilya Marsh"], "2023-02-01", ("fr",), "in that year"),
    (["Marsh"], None, (), "a family name is nobody's alone"),
    (["Ada Berg"], None, (), "not in the register"),
]


@pytest.mark.parametrize(("names", "day", "languages", "why"), SPOKEN)
def test_languages_of_somebody(
    desk: Registers, names: list[str], day: str | None, languages: tuple[str, ...], why: str
) -> None:
    assert desk.languages_of(names, day) == languages, why


SITES = [
    ("https://www.kestrel.example/en/a", "en", None, True, "below the path"),
    ("https://kestrel.example/english", "en", None, False, "another path with the same beginning"),
    ("https://kestrel.example/ru/a", "en", None, False, "another part of the site"),
    ("https://kestrel.example/en", "de", None, False, "a language the entry does not hold for"),
    (None, "en", "KESTREL", True, "by name"),
    ("https://notkestrel.example/en", "en", None, False, "another host with the same end"),
]


@pytest.mark.parametrize(("url", "language", "name", "found", "why"), SITES)
def test_the_publisher_of_a_page(
    desk: Registers, url: str | None, language: str, name: str | None, found: bool, why: str
) -> None:
    assert (desk.publisher("translations", language, url, name) is not None) is found, why
    assert desk.publisher("official", language, url, name) is None


def test_a_host_below_a_site_is_on_it() -> None:
    assert on_site("https://news.kestrel.example/x", ["kestrel.example"])
    assert not on_site("https://kestrel.example.org/x", ["kestrel.example"])


def test_what_is_exported_is_read_back_the_same(desk: Registers) -> None:
    for registers in (desk, Registers.load()):
        assert Registers.parse(registers.export()) == registers


def test_a_desks_entry_replaces_the_one_of_the_same_name(tmp_path: Path, desk: Registers) -> None:
    shipped = Registers.load()
    changed = OWN.replace("Ilya Marsh", shipped.speakers[0].name.upper())
    (tmp_path / "desk.toml").write_text(changed, "utf-8")
    for extra in (tmp_path, tmp_path / "desk.toml"):
        both = Registers.load(extra)
        assert len(both.speakers) == len(shipped.speakers)
        assert both.languages_of([shipped.speakers[0].name]) == ("ru", "de")
        assert both.version.endswith("desk-3")
    assert desk.merge(desk).speakers == desk.speakers


BROKEN = [
    ("= 3", "no TOML"),
    ("extra = 1", "an unknown table"),
    ('[[speaker]]\nname = "A"', "a key is missing"),
    (OWN.replace("sites", "site"), "an unknown key"),
    (OWN.replace('"Russian"', '"Martian tongue"'), "no language"),
    (OWN + 'role = "rumours"', "an unknown role"),
]


@pytest.mark.parametrize(("document", "why"), BROKEN)
def test_a_broken_file_is_refused_whole(document: str, why: str) -> None:
    with pytest.raises(UnreadableSource):
        pytest.fail(f"{why}: {Registers.parse(document)}")


def test_the_shipped_lists_are_long_enough_and_every_entry_has_a_reason() -> None:
    registers = Registers.load()
    assert len(registers.speakers) >= 60 and len(registers.publishers) >= 20
    assert len({tag for s in registers.speakers for tag in s.languages_used}) >= 12
    assert all(e.reason and e.date for e in (*registers.speakers, *registers.publishers))
    names = [n for s in registers.speakers for n in {fold_name(n) for n in (s.name, *s.aliases)}]
    assert len(names) == len(set(names)), "two speakers share a name"


SPOKEN_ONCE = [
    ("Mark Zuckerberg", None, ("en",), "two talks in Chinese are no habit"),
    ("Mark Zuckerberg", "2015-10-24", ("zh", "en"), "one of them"),
    ("Li Keqiang", "2011-08-18", ("zh", "en"), "the end of one speech"),
    ("Charles de Gaulle", "1962-09-09", ("fr", "de"), "a day of a month that is listed"),
    ("Charles de Gaulle", "1962-10-01", ("fr",), "the next month"),
    ("Ali Khamenei", "2024-10-04", ("fa", "ar"), "a sermon in two languages"),
]


@pytest.mark.parametrize(("name", "day", "languages", "why"), SPOKEN_ONCE)
def test_a_language_used_once_is_known_of_that_day_only(
    name: str, day: str | None, languages: tuple[str, ...], why: str
) -> None:
    assert Registers.load().languages_of([name], day) == languages, why


def test_every_shipped_entry_says_when_it_was_looked_at() -> None:
    shipped = Registers.load()
    dates = {entry.date for entry in (*shipped.speakers, *shipped.publishers)}
    assert all(re.fullmatch(r"20\d\d(-\d\d-\d\d)?", date) for date in dates), dates
    assert sum(len(entry.date) > 4 for entry in shipped.speakers) >= 24
