"""Finding a stretch, a source and a speaker by what people know of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import NotFound
from corpus.ingest import read_source
from corpus.keeping.store import Store

TALK = """\
Title: Evening at the harbour
URL: https://harbour.example/talk
Date: 2023-05-12
Language: en
Kind: interview

Ada Lindqvist: The harbour opened before the railway came.

Élodie Reiter: Every winter the ice breaks the smaller moorings.

Ada Lindqvist: We never closed the gate at night.

Élodie Reiter: My father repaired them with rope and tar.
"""
LONG = "".join(f"Paragraph {k} of a long book about ropes and tar.\n\n" for k in range(90))
LATER = TALK.replace("opened", "closed").replace("harbour.example", "later.example")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(tmp_path_factory.mktemp("lookups") / "corpus.sqlite3")
    for origin, text in (("talk.txt", TALK), ("later.txt", LATER), ("long.txt", LONG)):
        assert len(list(opened.add(read_source(origin, text.encode()), now="2026-01-01T00:00:00Z")))
    yield opened
    opened.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, len(TALK) + 40), st.integers(0, len(TALK) + 40))
def test_a_slice_is_the_stretch_of_the_whole_text(store: Store, start: int, end: int) -> None:
    rendition = store.current_rendition(store.find_source("talk.txt").id)
    assert store.slice(rendition, start, end) == store.rendition_text(rendition)[start:end]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, len(LONG) + 40), st.integers(0, 300))
def test_so_it_is_in_a_text_of_many_passages(store: Store, start: int, length: int) -> None:
    rendition = store.current_rendition(store.find_source("long.txt").id)
    whole, end = store.rendition_text(rendition), start + length
    assert store.slice(rendition, start, end) == whole[start:end]
    touched = [p for p in store.rendition_passages(rendition) if p.start < end and p.end > start]
    assert store.passages_over(rendition, start, end) == touched


def test_the_text_of_a_version_is_the_text_that_was_given(store: Store) -> None:
    rendition = store.current_rendition(store.find_source("talk.txt").id)
    assert store.slice(rendition, 0, len(TALK)) == TALK


def test_a_rendition_that_does_not_exist_has_no_slice(store: Store) -> None:
    with pytest.raises(NotFound) as caught:
        store.slice(999, 0, 5)
    assert caught.value.kind == "rendition"


REFERENCES = [
    ("talk.txt", "talk.txt", "an origin"),
    ("https://later.example/talk", "later.txt", "an address"),
    ("Evening at the harbour", "talk.txt", "a title that two have: the first that came in"),
]


@pytest.mark.parametrize(("reference", "origin", "why"), REFERENCES)
def test_a_source_is_found_by_what_it_is_called(
    store: Store, reference: str, origin: str, why: str
) -> None:
    found = store.find_source(reference)
    assert found.origin == origin, why
    assert store.find_source(found.id) == found


@pytest.mark.parametrize("reference", ["", "talk", "evening at the harbour", "%", "x' OR '1'='1"])
def test_a_reference_is_compared_exactly(store: Store, reference: str) -> None:
    with pytest.raises(NotFound):
        store.find_source(reference)


SPEAKERS = [
    ("Ada Lindqvist", True, "the full name"),
    ("ada  LINDQVIST", True, "case and spaces aside"),
    ("Ａｄａ Lindqvist", True, "width aside"),
    ("Lindqvist", True, "an alias"),
    ("élodie", True, "another one, of a letter that the database cannot lower"),
    ("Ada Reiter", False, "parts of two speakers"),
    ("Lind", False, "part of a name"),
    ("", False, "nobody"),
    ("%", False, "no sign has a meaning"),
    ('"', False, "nor has a quotation mark"),
]


@pytest.mark.parametrize(("name", "known", "why"), SPEAKERS)
def test_a_speaker_is_known_by_name_or_alias(
    store: Store, name: str, known: bool, why: str
) -> None:
    assert store.has_speaker(name) is known, why
