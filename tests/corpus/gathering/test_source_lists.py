"""Lists of sources: written, read, fetched and checked."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.blocks import FIELD_NAMES
from corpus.errors import UnreadableSource
from corpus.gathering.source_lists import ListedSource, fetched, listed, read_list, write_list
from corpus.home import Home
from corpus.ingest import read_source

LIST = """\
[[source]]
address = "https://quay.example/1"
title = "The weir"
date = 2024-04-16
language = "en"
translated_from = "es"
sha256 = "{}"

[[source]]
address = "talks/mill.txt"
"""
RAIN = b"It rained for a week."


def test_a_list_is_read() -> None:
    digest = sha256(RAIN).hexdigest()
    assert read_list(LIST.format(digest.upper())) == [
        ListedSource(
            "https://quay.example/1",
            digest,
            {"title": "The weir", "date": "2024-04-16", "language": "en", "translated-from": "es"},
        ),
        ListedSource("talks/mill.txt"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "[[source]]"),
        ("[[source]]\ntitle = 'x'", "source 1 has no address"),
        ("[[source]]\naddress = 'a'\n[[source]]\naddress = 'a'", "source 2 has the address"),
        ("[[source]]\naddress = 'a'\nsha256 = 'x'", "sha256"),
        ("[[source]]\naddress = 'a'\ntitel = 'x'", "known are"),
        ("[[source]]\naddress = 'a'\n[other]\nb = 1", "nothing else"),
        ("[source]\naddress = 'a'", "[[source]]"),
        ("source = [1]", "no table"),
        ("[[", "not TOML"),
    ],
)
def test_a_list_that_is_wrong_says_where(text: str, reason: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_list(text, "desk.toml")
    assert reason in refused.value.reason and refused.value.origin == "desk.toml"


VALUES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
).filter(bool)  # fmt: skip
ENTRIES = st.builds(
    ListedSource,
    VALUES,
    st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
    st.dictionaries(st.sampled_from(FIELD_NAMES), VALUES, max_size=4),
)


@given(st.lists(ENTRIES, min_size=1, max_size=5, unique_by=lambda entry: entry.address))
def test_what_is_written_is_read_again(sources: list[ListedSource]) -> None:
    assert read_list(write_list(sources)) == sources


def test_sources_are_fetched_checked_and_one_that_fails_stops_nobody() -> None:
    def fetch(address: str) -> tuple[bytes, str | None]:
        if address == "gone":
            raise UnreadableSource(address, "it answers with status 404")
        return RAIN, "txt"

    known = sha256(RAIN).hexdigest()
    given_ = [ListedSource("same", known), ListedSource("gone", known),
              ListedSource("changed", "0" * 64), ListedSource("new")]  # fmt: skip
    same, gone, changed, new = fetched(given_, fetch)
    assert (same.content, same.form, same.changed) == (RAIN, "txt", False)
    assert gone.content is None and "404" in str(gone.failure)
    assert changed.changed and changed.content == RAIN
    assert not new.changed


def test_a_source_of_the_corpus_becomes_an_entry(tmp_path: object) -> None:
    text = (
        "Title: The weir\nURL: https://quay.example/1\nDate: 2024-04\nLanguage: en\n"
        "Translated-From: es\n\nIt rained for a week, and the weir held.\n"
    )
    with Home.open(tmp_path) as home:  # type: ignore[arg-type]
        (filed,) = home.add(read_source("weir.txt", text.encode()), now="2026-01-01T00:00:00Z")
        address = "https://quay.example/2"
        (web,) = home.add(read_source(address, RAIN, form="txt"), now="2026-01-01T00:00:00Z")
    assert listed(filed.source) == ListedSource(
        "https://quay.example/1",
        None,
        {"title": "The weir", "date": "2024-04", "language": "en", "translated-from": "es",
         "kind": filed.source.kind.value},
    )  # fmt: skip
    assert listed(web.source).sha256 == sha256(RAIN).hexdigest()
    assert listed(web.source).address == address
    assert "sha256" in write_list([listed(web.source)])
