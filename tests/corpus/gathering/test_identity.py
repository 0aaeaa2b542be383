"""Which source a file is: other files of one name stay apart, the same file stays what it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.fetching.fetch import Fetched
from corpus.gathering.gathering import Event, change_of, gather
from corpus.gathering.identity import name_in
from corpus.gathering.places import places_of
from corpus.gathering.watching import Outcome, look_again
from corpus.home import Home
from corpus.keeping.deposit import Added
from corpus.keeping.versions import Version
from corpus.models import Source

NOW = "2026-01-01T00:00:00Z"
FIRST = "The ferry leaves at nine."
SECOND = "The museum closes on Mondays."
THIRD = "The archive was flooded in March."


def nothing(url: str) -> Fetched:
    raise AssertionError(f"nothing is fetched, but {url}")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home") as opened:
        yield opened


def add(home: Home, *given: object) -> list[Event]:
    places = [place for each in given for place in places_of(str(each))]
    return list(gather(home, places, fetch=nothing, now=NOW))


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def held(home: Home) -> dict[str, str]:
    """The text now by origin."""
    return {
        source.origin: home.store.rendition_text(home.store.current_rendition(source.id))
        for source in sources(home)
    }


def sources(home: Home) -> list[Source]:
    return home.store.sources(after=None, limit=100)


def changes(events: list[Event]) -> list[str]:
    assert all(isinstance(e, Added | Version) for e in events), events
    return [change_of(e).value for e in events if isinstance(e, Added | Version)]


def two(tmp_path: Path) -> tuple[Path, Path]:
    write(tmp_path / "a" / "interview.txt", FIRST)
    write(tmp_path / "b" / "interview.txt", SECOND)
    return tmp_path / "a", tmp_path / "b"


APART: list[tuple[Callable[[Path, Path], list[list[Path]]], str]] = [
    (lambda a, b: [[a, b]], "two folders in one command"),
    (lambda a, b: [[a], [b]], "in two"),
    (lambda a, b: [[a / "interview.txt", b / "interview.txt"]], "two files in one command"),
    (lambda a, b: [[a / "interview.txt"], [b / "interview.txt"]], "in two"),
    (lambda a, b: [[a / "interview.txt"], [b]], "a file, then a folder"),
]


@pytest.mark.parametrize(("commands", "why"), APART)
def test_other_files_of_one_name_are_sources_of_their_own(
    home: Home, tmp_path: Path, commands: Callable[[Path, Path], list[list[Path]]], why: str
) -> None:
    a, b = two(tmp_path)
    for given in commands(a, b):
        assert set(changes(add(home, *given))) == {"new"}, why
    assert held(home) == {"interview.txt": FIRST, "b/interview.txt": SECOND}, why
    for given in commands(a, b):
        assert set(changes(add(home, *given))) == {"unchanged"}, why
    assert {source.version for source in sources(home)} == {1}


def test_folders_are_put_in_front_until_the_name_is_free(home: Home, tmp_path: Path) -> None:
    for folder, text in (("x/a", FIRST), ("y/a", SECOND), ("z/a", THIRD)):
        write(tmp_path / folder / "i.txt", text)
        add(home, tmp_path / folder)
    assert held(home) == {"i.txt": FIRST, "a/i.txt": SECOND, "z/a/i.txt": THIRD}


def test_a_version_comes_from_the_place_of_the_version_before(home: Home, tmp_path: Path) -> None:
    a, b = two(tmp_path)
    add(home, a, b)
    write(b / "interview.txt", THIRD)
    assert sorted(changes(add(home, b, a))) == ["new_version", "unchanged"]
    assert held(home) == {"interview.txt": FIRST, "b/interview.txt": THIRD}


def test_a_file_is_the_same_from_wherever_it_is_named(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, _ = two(tmp_path)
    add(home, a)
    monkeypatch.chdir(a)
    for given in (".", "interview.txt", "../a", "../b/../a/interview.txt"):
        assert changes(add(home, given)) == ["unchanged"], given
    write(a / "interview.txt", THIRD)
    monkeypatch.chdir(tmp_path)
    assert changes(add(home, "a")) == ["new_version"]
    assert "new" in changes(add(home, tmp_path)), "the folder above brings the other file"
    assert held(home) == {"interview.txt": THIRD, "b/interview.txt": SECOND}


def test_a_folder_that_was_moved_holds_the_same_sources(home: Home, tmp_path: Path) -> None:
    a, _ = two(tmp_path)
    add(home, a)
    moved = a.rename(tmp_path / "elsewhere")
    assert changes(add(home, moved)) == ["unchanged"]
    (source,) = sources(home)
    assert home.store.places() == {source.id: str((moved / "interview.txt").resolve())}
    write(moved / "interview.txt", THIRD)
    assert changes(add(home, moved)) == ["new_version"]


def test_a_file_that_was_moved_and_changed_is_held_for_another(home: Home, tmp_path: Path) -> None:
    a, _ = two(tmp_path)
    add(home, a)
    moved = a.rename(tmp_path / "elsewhere")
    write(moved / "interview.txt", THIRD)
    assert changes(add(home, moved)) == ["new"]
    assert held(home) == {"interview.txt": FIRST, "elsewhere/interview.txt": THIRD}


@pytest.mark.parametrize("together", [True, False])
def test_a_copy_is_the_same_source_until_it_is_changed(
    home: Home, tmp_path: Path, together: bool
) -> None:
    a, b = two(tmp_path)
    write(b / "interview.txt", FIRST)
    events = add(home, a, b) if together else [*add(home, a), *add(home, b)]
    assert changes(events) == ["new", "unchanged"]
    (source,) = sources(home)
    assert home.store.places() == {source.id: str((a / "interview.txt").resolve())}
    write(b / "interview.txt", SECOND)
    assert changes(add(home, b)) == ["new"]
    write(a / "interview.txt", THIRD)
    assert changes(add(home, a)) == ["new_version"]
    assert held(home) == {"interview.txt": THIRD, "b/interview.txt": SECOND}


@pytest.mark.parametrize("together", [True, False])
def test_copies_that_are_described_differently_are_two_sources(
    home: Home, tmp_path: Path, together: bool
) -> None:
    a, b = two(tmp_path)
    write(b / "interview.txt", FIRST)
    write(a / "interview.txt.meta.toml", 'publisher = "The Morning Paper"')
    write(b / "interview.txt.meta.toml", 'publisher = "The Evening Paper"')
    for _ in range(2):
        for given in [(a, b)] if together else [(a,), (b,)]:
            add(home, *given)
    assert {s.origin: (s.publisher, s.version) for s in sources(home)} == {
        "interview.txt": ("The Morning Paper", 1),
        "b/interview.txt": ("The Evening Paper", 1),
    }


def test_a_file_that_cannot_be_read_takes_no_name(home: Home, tmp_path: Path) -> None:
    a, b = two(tmp_path)
    write(a / "interview.txt", "")
    add(home, a, b)
    assert held(home) == {"interview.txt": SECOND}


def rows(**texts: str) -> str:
    return "".join(json.dumps({"source": s, "text": t}) + "\n" for s, t in texts.items())


def test_files_of_several_sources_stay_apart_as_wholes(home: Home, tmp_path: Path) -> None:
    a = write(tmp_path / "a" / "posts.jsonl", rows(one=FIRST, two=SECOND))
    b = write(tmp_path / "b" / "posts.jsonl", rows(one=FIRST, two=THIRD))
    add(home, a, b)
    assert held(home) == {
        "posts.jsonl#one": FIRST,
        "posts.jsonl#two": SECOND,
        "b/posts.jsonl#one": FIRST,
        "b/posts.jsonl#two": THIRD,
    }
    assert set(changes(add(home, a.parent, b.parent))) == {"unchanged"}
    moved = a.parent.rename(tmp_path / "elsewhere")
    assert set(changes(add(home, moved))) == {"unchanged"}
    write(moved / "posts.jsonl", rows(one=THIRD, two=SECOND))
    assert sorted(changes(add(home, moved))) == ["new_version", "unchanged"]
    assert len(sources(home)) == 4


@pytest.mark.parametrize("together", [True, False])
def test_a_copy_of_several_sources_adds_nothing(
    home: Home, tmp_path: Path, together: bool
) -> None:
    a = write(tmp_path / "a" / "posts.jsonl", rows(one=FIRST, two=SECOND))
    b = write(tmp_path / "b" / "posts.jsonl", rows(one=FIRST, two=SECOND))
    events = add(home, a, b) if together else [*add(home, a), *add(home, b)]
    assert changes(events) == ["new", "new", "unchanged", "unchanged"]


def test_a_file_of_one_source_is_known_by_its_name(home: Home, tmp_path: Path) -> None:
    add(home, write(tmp_path / "posts.jsonl", rows(one=FIRST)))
    assert held(home) == {"posts.jsonl": FIRST}


def test_files_of_two_lists_stay_apart(home: Home, tmp_path: Path) -> None:
    a, b = two(tmp_path)
    for folder in (a, b):
        entry = f'[[source]]\naddress = "interview.txt"\ntitle = "From {folder.name}"\n'
        write(folder / "list.toml", entry)
    add(home, a / "list.toml")
    add(home, b / "list.toml")
    assert held(home) == {"interview.txt": FIRST, "b/interview.txt": SECOND}
    assert changes(add(home, a / "list.toml", b / "list.toml")) == ["unchanged", "unchanged"]


def test_a_list_in_a_folder_above_names_the_same_file(home: Home, tmp_path: Path) -> None:
    a, _ = two(tmp_path)
    add(home, a)
    write(tmp_path / "list.toml", '[[source]]\naddress = "a/interview.txt"\n')
    assert changes(add(home, tmp_path / "list.toml")) == ["unchanged"]


def test_a_source_whose_place_was_never_noted_is_found_by_its_name(
    home: Home, tmp_path: Path
) -> None:
    from corpus.ingest import read_source

    list(home.add(read_source("interview.txt", FIRST.encode()), now=NOW))
    a, b = two(tmp_path)
    assert changes(add(home, a, b)) == ["unchanged", "new"]


def test_an_edit_is_seen_at_the_place_of_each(home: Home, tmp_path: Path) -> None:
    a, b = two(tmp_path)
    add(home, a, b)
    write(b / "interview.txt", THIRD)
    seen = {each.source.origin: each.outcome for each in look_again(home.store)}
    assert seen == {"interview.txt": Outcome.SAME, "b/interview.txt": Outcome.CHANGED}


NAMES = [
    ("note.txt", "/desk/note.txt", "note.txt", "the name alone"),
    ("b/note.txt", "/desk/b/note.txt", "b/note.txt", "with a folder"),
    ("posts.jsonl#one", "/desk/posts.jsonl", "posts.jsonl", "one source of several"),
    ("a #2.jsonl#one", "/desk/a #2.jsonl", "a #2.jsonl", "a hash in the name of the file"),
    ("note.txt.d/note.txt", "/desk/note.txt.d/note.txt", "note.txt.d/note.txt", "a folder so"),
    ("link.jsonl#one", "/desk/true.jsonl", "link.jsonl", "read through a link"),
]


@pytest.mark.parametrize(("origin", "path", "name", "why"), NAMES)
def test_the_name_of_a_file_is_found_in_an_origin(
    origin: str, path: str, name: str, why: str
) -> None:
    assert name_in(origin, path) == name, why
