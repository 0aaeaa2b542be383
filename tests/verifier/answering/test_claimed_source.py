"""An address is one page however it is spelled, and never another page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.ingest import read_source
from tests.conftest import NOON, SPEECH, VERBATIM
from verifier.answering.claimed_source import same_address, source_status
from verifier.service import Question, Service


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("https://a.example/x", "https://a.example/x", True, "letter by letter"),
        ("http://www.a.example/x/", "https://a.example/x", True, "scheme, www and last slash"),
        ("a.example/x", "https://A.Example/x", True, "typed without its scheme; hosts fold case"),
        ("https://a.example/x#:~:text=We", "https://a.example/x", True, "a jump inside the page"),
        ("https://a.example/x?utm_source=m&id=3", "https://a.example/x?id=3", True, "campaign"),
        ("https://a.example:443/%78", "https://a.example/x", True, "default port, escaped letter"),
        ("https://a.example/x?id=3", "https://a.example/x?id=4", False, "another page"),
        ("https://a.example/x", "https://a.example/X", False, "paths keep their case"),
        ("https://b.a.example/x", "https://a.example/x", False, "another host"),
        ("https://a.example:8080/x", "https://a.example/x", False, "another port"),
        ("", "", False, "nothing is not the same as nothing"),
        (None, None, False, "neither"),
        ("https://[broken", "https://[broken", False, "no address"),
    ],
)
def test_two_addresses_are_one_page(
    one: str | None, other: str | None, same: bool, why: str
) -> None:
    assert same_address(one, other) is same, why
    assert same_address(other, one) is same, why


@pytest.mark.parametrize(
    ("claimed", "found", "status"),
    [
        ("https://a.example/x", "https://a.example/x", "source_same"),
        ("https://a.example/x", "https://b.example/x", "source_other"),
        ("https://a.example/x", None, "source_other"),
        ("the evening paper", None, "source_other"),
        ("", "https://a.example/x", None),
        (None, "https://a.example/x", None),
    ],
)
def test_a_claimed_source_is_compared_only_where_one_is_claimed(
    claimed: object, found: str | None, status: str | None
) -> None:
    assert source_status(claimed, found) == status


def test_the_claimed_address_settles_a_tie_and_filters_nothing(tmp_path: Path) -> None:
    later = SPEECH.replace("2023-05-12", "2024-05-12").replace("library.example", "mirror.example")
    with Home.open(tmp_path) as home:
        for name, text in (("a.txt", SPEECH), ("b.txt", later)):
            list(home.add(read_source(name, text.encode()), now="2026-01-01T00:00:00Z"))
        service = Service.open(home, now=lambda: NOON)
        asked = Question(VERBATIM)
        found = {
            url: service.verify(replace(asked, source_url=url))
            for url in (None, "https://mirror.example/opening", "https://nowhere.example/")
        }
    urls = {url: report.source.url for url, report in found.items() if report.source}
    assert urls == {
        None: "https://library.example/opening",
        "https://mirror.example/opening": "https://mirror.example/opening",
        "https://nowhere.example/": "https://library.example/opening",
    }
    assert {report.verdict.code.value for report in found.values()} == {"verbatim"}
