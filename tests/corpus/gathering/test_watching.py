"""Silent edits: what is read again, what counts as a change, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.fetching.fetch import Fetched
from corpus.gathering.changes import sentence_diff
from corpus.gathering.gathering import gather
from corpus.gathering.places import places_of
from corpus.gathering.watching import Outcome, Seen, look_again
from corpus.home import Home

NOW = "2026-01-01T00:00:00Z"
TEXT = "The bell rang twice. The ferry left at nine. Nobody was on board."


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home") as opened:
        yield opened


def add(home: Home, given: object, fetch: object = None) -> None:
    places = list(places_of(str(given)))
    assert list(gather(home, places, fetch=fetch, now=NOW))  # type: ignore[arg-type]


def only(home: Home, fetch: object = None) -> Seen:
    (seen,) = look_again(home.store, fetch=fetch)  # type: ignore[arg-type]
    return seen


def test_an_edit_is_shown_by_the_sentences_it_touches(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, "utf-8")
    add(home, path)
    assert only(home).outcome is Outcome.SAME
    path.write_text(TEXT.replace("nine", "ten"), "utf-8")
    seen = only(home)
    assert seen.outcome is Outcome.CHANGED
    assert [line for line in seen.diff if line[:1] in "+-"][2:] == [
        "-The ferry left at nine.",
        "+The ferry left at ten.",
    ]
    assert home.store.source(seen.source.id).version == 1


def test_lines_that_are_broken_anew_are_no_edit(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, "utf-8")
    add(home, path)
    path.write_text(TEXT.replace(" The", "\nThe"), "utf-8")
    assert only(home).outcome is Outcome.SAME


def test_a_file_that_is_gone_or_broken_is_said_to_be(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, "utf-8")
    add(home, path)
    path.write_bytes(b"\x00\x01" * 400)
    assert only(home).outcome is Outcome.UNREADABLE
    path.unlink()
    assert only(home).outcome is Outcome.GONE


def test_one_document_of_several_in_a_file_is_compared_with_itself(
    home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "dump.jsonl"
    rows = ['{"source": "a", "text": "The bell rang."}', '{"source": "b", "text": "It left."}']
    path.write_text("\n".join(rows), "utf-8")
    add(home, path)
    path.write_text("\n".join([rows[0].replace("rang", "sang"), rows[1]]), "utf-8")
    found = {seen.source.origin: seen.outcome for seen in look_again(home.store)}
    assert found == {"dump.jsonl#a": Outcome.CHANGED, "dump.jsonl#b": Outcome.SAME}


def test_addresses_are_asked_only_when_fetching_is_allowed(home: Home) -> None:
    def answer(text: str) -> object:
        return lambda url: Fetched(url, text.encode(), "text/plain", "txt")

    add(home, "https://desk.example/a#part", answer(TEXT))
    assert only(home).outcome is Outcome.NOT_LOOKED
    assert only(home, answer(TEXT)).outcome is Outcome.SAME
    assert only(home, answer(TEXT + " It sank.")).outcome is Outcome.CHANGED


def test_withdrawn_sources_are_left_alone(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, "utf-8")
    add(home, path)
    home.remove(only(home).source.id)
    assert list(look_again(home.store)) == []


DIFFS = [
    ("One. Two.", "One. Two.", [], "nothing changed"),
    ("One.\n Two.", "One. Two.", [], "white space does not count"),
    ("你好。再见。", "你好。明天见。", ["-再见。", "+明天见。"], "sentences without spaces"),
    ("One.", "", ["-One."], "all was taken out"),
]


@pytest.mark.parametrize(("old", "new", "lines", "why"), DIFFS)
def test_a_diff_has_a_sentence_a_line(old: str, new: str, lines: list[str], why: str) -> None:
    diff = sentence_diff(old, new)
    assert [x for x in diff[2:] if x[:1] in "+-"] == lines, why


def test_a_long_diff_is_cut_and_says_so() -> None:
    old, new = ("".join(f"{word} {n}. " for n in range(90)) for word in ("This is", "That was"))
    diff = sentence_diff(old, new, most=20)
    assert len(diff) == 21
    assert diff[-1].endswith("more lines")
