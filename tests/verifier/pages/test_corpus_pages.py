"""The pages of the corpus: sources with filters, a source with its text, a passage at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.ingest import read_source
from tests.bridges import book, bridge_service
from tests.verifier.pages.test_web import shown
from verifier.app import create_app
from verifier.config import Settings
from verifier.pages.corpus_pages import PER_PAGE, leaf, stretches
from verifier.service import Service

MANY = 10_240


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"), book=book(MANY))
    with home:
        yield service


@pytest.fixture
def client(library: Service, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(home=tmp_path_factory.mktemp("home")), library).test_client()


def ledger_of(client: FlaskClient) -> str:
    listed = client.get("/sources?words=ledger").get_data(as_text=True)
    found = re.findall(r'href="(/sources/s_[^"]+)"', listed)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize(
    ("filters", "titles", "why"),
    [
        ("words=whitlock", ["Budget address", "Bridge opening"], "a speaker"),
        ("language=ar", ["كلمة في افتتاح الجسر"], "a language"),
        ("kind=interview&from=2021&to=2021&words=", ["Gespräch", "A talk with"], "several at once"),
        ("kind=poem&from=soon", ["Budget address", "كلمة", "The ledger"], "nonsense asks for all"),
    ],
)
def test_the_list_shows_what_the_filters_ask_for(
    client: FlaskClient, filters: str, titles: list[str], why: str
) -> None:
    page = client.get(f"/sources?{filters}").get_data(as_text=True)
    listed = page.partition('<ol class="list">')[2]
    assert all(title in listed for title in titles), why
    if "poem" not in filters:
        assert listed.count('<p class="title">') == len(titles), why


def test_the_form_keeps_its_filters_and_says_when_nothing_fits(client: FlaskClient) -> None:
    page = client.get("/sources?words=%3Csvg%3E+nobody&kind=speech").get_data(as_text=True)
    assert 'value="&lt;svg&gt; nobody"' in page
    assert re.search(r'<option value="speech" selected>', page)
    assert "No source fits these filters" in shown(page)
    assert '<a href="/sources">Show all</a>' in page


def test_a_page_of_a_long_source_stays_small(client: FlaskClient) -> None:
    page = client.get(ledger_of(client)).get_data(as_text=True)
    assert len(re.findall(r'<p class="passage', page)) == PER_PAGE
    assert f"Passages 1 to {PER_PAGE} of" in shown(page)
    assert len(page) < 1_000 * PER_PAGE


def test_a_passage_deep_in_a_book_is_shown_at_its_place(
    client: FlaskClient, library: Service
) -> None:
    quote = "Entry 9731: the kettle of house 9731 was carried past house 9732 at noon."
    answer = client.post("/check", data={"quote": quote}).get_data(as_text=True)
    link = re.search(r'href="(/sources/[^"#]+)#(p\d+)"', answer)
    assert link is not None
    page = client.get(link[1]).get_data(as_text=True)
    wanted = re.findall(r'<p class="passage[^"]* wanted" id="(p\d+)">(.*?)</p>', page)
    assert [(number, quote in shown(words)) for number, words in wanted] == [(link[2], True)]
    assert len(re.findall(r'<p class="passage', page)) <= PER_PAGE


def test_the_leaves_of_a_source_are_its_whole_text(client: FlaskClient, library: Service) -> None:
    store = library.home.store
    source = store.find_source("The ledger of the flood")
    version = store.versions(source.id)[-1]
    assert version.passages > MANY
    words: list[str] = []
    for number in (1, 2, leaf(version, 10**6).number):
        page = client.get(f"/sources/{source.id}?page={number}").get_data(as_text=True)
        words += re.findall(r"Entry (\d+):", page)
    kept = [int(word) for word in words]
    assert kept[:PER_PAGE] == sorted(kept)[:PER_PAGE]
    assert (kept[0], kept[-1], len(kept)) == (1, MANY, len(set(kept)))


@pytest.mark.parametrize(("asked", "number"), [(-3, 1), (0, 1), (1, 1), (2, 2), (10**9, 103)])
def test_a_page_that_is_not_there_is_the_nearest_that_is(
    library: Service, asked: int, number: int
) -> None:
    store = library.home.store
    version = store.versions(store.find_source("The ledger of the flood").id)[-1]
    found = leaf(version, asked)
    assert found.number == number
    assert (found.first, found.pages) == ((number - 1) * PER_PAGE + 1, 103)
    assert found.last == min(number * PER_PAGE, version.passages)


def test_a_link_leads_to_the_version_that_holds_the_passage(tmp_path: Path) -> None:
    home, service = bridge_service(tmp_path)
    with home:
        store = home.store
        source = store.find_source("paper.txt")
        old = store.source_passages(source.id)[-1]
        newer = read_source("paper.txt", b"Title: The mayor\n\nShe said nothing at all this time.")
        assert list(home.add(newer, now="2026-01-02T00:00:00Z"))
        client = create_app(Settings(home=tmp_path), service).test_client()
        page = client.get(f"/sources/{source.id}?passage={old.id}").get_data(as_text=True)
    assert "This is an older version of the text" in shown(page)
    assert old.text in shown(page)


def test_stretches_of_a_later_page_are_cut_by_its_own_offsets(library: Service) -> None:
    store = library.home.store
    rendition = store.current_rendition(store.find_source("The ledger of the flood").id)
    held = store.rendition_passages(rendition, 500, 503)
    text = store.slice(rendition, held[0].start, held[-1].end)
    found = list(stretches(text, held, held[0].start))
    assert [each.text for each in found if each.passage] == [p.text for p in held]
    assert all(each.passage for each in found)


@pytest.mark.parametrize(
    ("query", "status"),
    [("?passage=999999999", 200), ("?passage=x", 200), ("?page=two", 200), ("?version=7", 404)],
)
def test_an_address_that_asks_for_nothing_known_is_answered(
    client: FlaskClient, query: str, status: int
) -> None:
    assert client.get(ledger_of(client) + query).status_code == status
