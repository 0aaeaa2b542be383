"""Bringing sources in: what cannot be read stops nothing, what is there already is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import UnreadableSource
from corpus.fetching.fetch import Fetched
from corpus.gathering.gathering import Differs, Event, Failure, change_of, gather, many_of
from corpus.gathering.places import Place, places_of
from corpus.home import Home
from corpus.keeping.deposit import Added, Change
from corpus.keeping.versions import Version

NOW = "2026-01-01T00:00:00Z"
BROKEN = {
    "broken.pdf": (b"%PDF-1.4 nothing follows", "a PDF of nothing"),
    "broken.docx": (b"PK\x03\x04 no archive", "an archive that is none"),
    "broken.txt": (b"\x00\x01\x02" * 300, "bytes that are no text"),
    "broken.jsonl": (b'{"source": 1}\n', "a row without its source"),
    "empty.txt": (b"", "nothing at all"),
    "named.txt": (b"%PDF-1.7 under another name", "a PDF that says it is a text"),
}


def nothing(url: str) -> Fetched:
    raise AssertionError(f"nothing is fetched, but {url}")


def page(text: str, form: str = "txt") -> Fetched:
    return Fetched("https://desk.example/final", text.encode(), "text/plain", form)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty files, six of them broken in six ways."""
    made = tmp_path / "folder"
    (made / "below").mkdir(parents=True)
    for number in range(24):
        text = f"The ferry number {number} leaves the harbour when the bell has rung."
        (made / "below" / f"{number:02d}.txt").write_text(text, "utf-8")
    for name, (content, _) in BROKEN.items():
        (made / name).write_bytes(content)
    return made


def run(home: Home, *given: object, fetch: object = nothing) -> list[Event]:
    places = [place for each in given for place in places_of(str(each))]
    return list(gather(home, places, fetch=fetch, now=NOW))  # type: ignore[arg-type]


def test_a_folder_goes_in_past_its_broken_files_and_each_has_its_reason(
    home: Home, folder: Path
) -> None:
    events = run(home, folder)
    failures = {e.origin: e.reason for e in events if isinstance(e, Failure)}
    assert sorted(failures) == sorted(BROKEN)
    assert all(reason and name not in reason for name, reason in failures.items())
    assert sum(isinstance(e, Added) for e in events) == 24 == home.store.summary().sources
    assert home.in_step()


def test_the_same_folder_again_reads_nothing_and_says_what_is_unchanged(
    home: Home, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(home, folder)
    read: list[str] = []
    import corpus.gathering.gathering as gathering

    original = gathering.read_stream

    def spied(origin: str, *rest: object, **more: object) -> object:
        read.append(origin)
        return original(origin, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(gathering, "read_stream", spied)
    events = run(home, folder)
    same = [e for e in events if isinstance(e, Version)]
    assert (len(same), sorted(read)) == (24, sorted(BROKEN))
    assert {change_of(e) for e in same} == {Change.UNCHANGED}
    assert all(many_of(e) == 1 for e in same)


def test_what_was_interrupted_goes_on_where_it_stopped(home: Home, folder: Path) -> None:
    places = list(places_of(str(folder)))
    half = gather(home, places, fetch=nothing, now=NOW)
    first = next(e for e in half if isinstance(e, Added))
    half.close()
    held = home.store.summary().sources
    assert first.change is Change.NEW
    assert held >= 1
    assert home.in_step()
    events = run(home, folder)
    assert sum(isinstance(e, Version) for e in events) == held
    assert home.store.summary().sources == 24


def test_a_changed_file_becomes_a_new_version_and_the_old_one_stays(
    home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The ferry leaves at nine.", "utf-8")
    run(home, path)
    path.write_text("The ferry leaves at ten.", "utf-8")
    (added,) = run(home, path)
    assert isinstance(added, Added)
    assert added.change is Change.NEW_VERSION
    texts = [
        home.store.rendition_text(v.rendition_id) for v in home.store.versions(added.source.id)
    ]
    assert texts == ["The ferry leaves at nine.", "The ferry leaves at ten."]


def test_a_withdrawn_source_comes_back_when_it_is_added_again(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The ferry leaves at nine.", "utf-8")
    (added,) = run(home, path)
    assert isinstance(added, Added)
    home.remove(added.source.id)
    (again,) = run(home, path)
    assert isinstance(again, Added)
    assert home.store.source(added.source.id).state == "active"


def test_an_address_is_known_by_what_was_given_and_tells_where_it_led(home: Home) -> None:
    url = "https://desk.example/short"
    (added,) = run(home, url, fetch=lambda asked: page("The ferry leaves at nine."))
    assert isinstance(added, Added)
    assert (added.source.origin, added.source.url) == (url, "https://desk.example/final")


def test_a_page_with_other_bytes_and_the_same_text_is_unchanged(home: Home) -> None:
    url = "https://desk.example/a"

    def html(token: str) -> Fetched:
        body = f"<html><body><!-- {token} --><p>The ferry leaves at nine o'clock.</p></body></html>"
        return Fetched(url, body.encode(), "text/html", "html")

    run(home, url, fetch=lambda asked: html("one"))
    (again,) = run(home, url, fetch=lambda asked: html("two"))
    assert isinstance(again, Version)
    assert again.source.version == 1


def test_an_address_that_cannot_be_had_stops_nothing(home: Home, tmp_path: Path) -> None:
    def refuse(url: str) -> Fetched:
        raise UnreadableSource(url, "it leads into a network that is not public")

    path = tmp_path / "note.txt"
    path.write_text("The ferry leaves at nine.", "utf-8")
    events = run(home, "http://desk.example/a", path, fetch=refuse)
    assert [type(e) for e in events] == [Failure, Added]


LIST = """
[[source]]
address = "https://desk.example/a"
title = "A page"
sha256 = "{}"

[[source]]
address = "note.txt"
date = "2021-03-04"

[[source]]
address = "../outside.txt"
"""


def test_a_list_is_fetched_checked_and_kept_below_its_folder(home: Home, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "note.txt").write_text("The ferry leaves at nine.", "utf-8")
    (tmp_path / "outside.txt").write_text("The ferry stays.", "utf-8")
    (desk / "list.toml").write_text(LIST.format("0" * 64), "utf-8")
    events = run(home, desk / "list.toml", fetch=lambda url: page("The bell has rung twice."))
    added = {e.source.origin: e.source for e in events if isinstance(e, Added)}
    assert added["https://desk.example/a"].title == "A page"
    date = added["note.txt"].date
    assert date is not None
    assert date.edtf == "2021-03-04"
    (differs,) = [e for e in events if isinstance(e, Differs)]
    assert (differs.origin, differs.listed) == ("https://desk.example/a", "0" * 64)
    assert [(e.origin, e.reason) for e in events if isinstance(e, Failure)] == [
        ("../outside.txt", "it is not below the folder of the list")
    ]


def test_what_a_list_says_unchanged_is_not_fetched_again(home: Home, tmp_path: Path) -> None:
    url = "https://desk.example/a"
    (added,) = run(home, url, fetch=lambda asked: page("The bell has rung twice."))
    assert isinstance(added, Added)
    place = Place(url, sha256=added.source.sha256)
    (same,) = gather(home, [place], fetch=nothing, now=NOW)
    assert isinstance(same, Version)


def test_progress_adds_up_to_all_bytes_and_one_an_address(home: Home, folder: Path) -> None:
    done: list[int] = []
    places = [*places_of(str(folder)), Place("https://desk.example/a")]
    list(gather(home, places, fetch=lambda u: page("It rang."), now=NOW, progress=done.append))
    assert sum(done) == sum(place.size for place in places) + 1


def test_where_files_stand_is_remembered(home: Home, folder: Path) -> None:
    run(home, folder)
    id = next(s.id for s in home.store.sources(after=None, limit=9) if s.origin == "below/07.txt")
    assert home.store.places()[id] == str((folder / "below" / "07.txt").resolve())


def test_a_sidecar_that_puts_something_right_takes_effect(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Title: A note\nDate: 2020\n\nThe ferry leaves at nine.", "utf-8")
    run(home, path)
    sidecar = tmp_path / "note.txt.meta.toml"
    sidecar.write_text('date = "2021-03-04"\nspeaker = "Ida Brandt"\n', "utf-8")
    (added,) = run(home, path)
    assert isinstance(added, Added)
    assert added.change is Change.NEW_VERSION
    assert added.source.date is not None
    assert added.source.date.edtf == "2021-03-04"
    (again,) = run(home, path)
    assert change_of(again) is Change.UNCHANGED  # type: ignore[arg-type]
    assert home.in_step()
