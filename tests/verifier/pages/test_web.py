"""The pages."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.home import Home
from corpus.ingest import read_source
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def shown(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def ask(client: FlaskClient, **fields: str) -> str:
    answer = client.post("/check", data=fields, headers=BROWSER)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_the_form_takes_a_quote_and_says_what_is_in_the_corpus(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    assert re.search(r'<form method="post" action="/check"', page)
    assert all(f'name="{name}"' in page for name in ("quote", "speaker", "date", "language"))
    assert "4 sources" in shown(page)


def test_the_answer_reads_in_its_order(client: FlaskClient) -> None:
    page = ask(client, quote=ALTERED, speaker="Ada Lindqvist")
    order = [
        'id="headline"',
        "Quote and source",
        "What differs",
        "In one line",
        'id="source-title"',
        "To quote it",
        "What this does and does not show",
    ]
    places = [page.index(each) for each in order]
    assert places == sorted(places)


def test_the_notice_of_a_translation_stands_above_everything_it_qualifies(
    client: FlaskClient,
) -> None:
    page = ask(client, quote=RENDERED)
    assert page.index("comes from a translation") < page.index("Quote and source")
    assert "comes from a translation" not in ask(client, quote=VERBATIM)


def test_differences_are_told_by_words_and_not_by_colour_alone(client: FlaskClient) -> None:
    page = ask(client, quote=ALTERED)
    assert '<b class="in-source"><span class="vh"> [only in the source] </span>everyone' in page
    assert '<b class="in-quote"><span class="vh"> [only in the quote] </span>anyone' in page
    assert "<del>" not in page, "the words of a source are never struck out"
    assert re.search(r'<th scope="row">Replaced</th>\s*<td[^>]*>everyone</td><td[^>]*>anyone', page)


def test_texts_say_which_language_they_are_in_and_where_they_run(client: FlaskClient) -> None:
    chinese = ask(client, quote="而是为了每一个曾经不敢提问的人", language="zh")
    assert 'lang="zh"' in chinese
    arabic = ask(client, quote="لم نبن هذه المكتبة من أجل اثني عشر قارئا هادئا", language="ar")
    assert re.search(r'<blockquote[^>]*dir="rtl" lang="ar"', arabic)


def test_nothing_found_is_said_of_this_corpus_only(client: FlaskClient) -> None:
    page = ask(client, quote=ABSENT)
    assert "not in this corpus" in shown(page)
    assert "To quote it" not in page


@pytest.mark.parametrize(
    ("fields", "wrong", "why"),
    [
        ({"quote": "  ", "speaker": "Ada"}, "quote", "nothing to check"),
        ({"quote": "“…”", "speaker": "Ada"}, "quote", "marks only"),
        ({"quote": "x" * 5001, "speaker": "Ada"}, "quote", "too long"),
        ({"quote": "a b c", "speaker": "Ada", "date": "someday"}, "date", "no date"),
        ({"quote": "a b c", "speaker": "A" * 301}, "speaker", "no name is that long"),
    ],
)
def test_a_form_that_cannot_be_answered_comes_back_with_its_error(
    client: FlaskClient, fields: dict[str, str], wrong: str, why: str
) -> None:
    answer = client.post("/check", data=fields, headers=BROWSER)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422, why
    assert f'id="{wrong}-error"' in page
    assert re.search(
        rf'id="{wrong}"[^>]*aria-describedby="[^"]*{wrong}-error"[^>]*aria-invalid', page
    )
    assert f'value="{fields["speaker"]}"' in page


def test_the_quote_is_never_in_an_address(client: FlaskClient) -> None:
    page = ask(client, quote=ALTERED)
    assert not [a for a in re.findall(r'(?:href|src|action)="([^"]*)"', page) if "anyone" in a]
    assert client.get("/check?quote=We+built+it").status_code == 200
    assert "We built it" not in client.get("/check?quote=We+built+it").get_data(as_text=True)


@pytest.mark.parametrize("name", ["quote", "speaker"])
@pytest.mark.parametrize(
    "text", ["<svg/onload=alert(1)>", '"><script>alert(1)</script>', "javascript:alert(1)//a b c"]
)
def test_markup_in_a_field_is_inert(client: FlaskClient, name: str, text: str) -> None:
    page = ask(client, **({"quote": VERBATIM} | {name: text}))
    assert "<svg/onload" not in page
    assert "<script>alert" not in page
    assert 'href="javascript:' not in page


def test_a_hostile_source_is_inert(tmp_path: Path) -> None:
    text = (
        "Title: <script>alert(1)</script>\nURL: javascript:alert(1)\nSpeaker: <b onclick=x>Eve</b>"
        "\n\nThe quick ferry <img src=x onerror=alert(1)> crossed the wide river at dawn again."
    )
    with Home.open(tmp_path) as home:
        list(home.add(read_source("<i>.txt", text.encode()), now="2026-01-01T00:00:00Z"))
        client = create_app(Settings(home=tmp_path), Service.open(home)).test_client()
        source = client.get("/api/v1/sources").get_json()["items"][0]["id"]
        pages = [
            client.get("/sources").get_data(as_text=True),
            client.get(f"/sources/{source}").get_data(as_text=True),
            ask(client, quote="crossed the wide river at dawn again"),
        ]
    for page in pages:
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b onclick" not in page
        assert 'href="javascript:' not in page


def test_the_corpus_page_leads_to_each_source(client: FlaskClient) -> None:
    page = client.get("/sources").get_data(as_text=True)
    links = re.findall(r'href="(/sources/[^"]+)"', page)
    assert len(links) == 4
    assert all(client.get(link).status_code == 200 for link in links)


def test_the_passage_of_an_answer_is_on_the_page_of_its_source(client: FlaskClient) -> None:
    answer = ask(client, quote=VERBATIM)
    link = re.search(r'href="(/sources/[^"#]+)#(p\d+)"', answer)
    assert link is not None
    page = client.get(link[1]).get_data(as_text=True)
    passage = re.search(rf'<p class="passage[^"]*" id="{link[2]}">(.*?)</p>', page, re.S)
    assert passage is not None
    assert VERBATIM in shown(passage[1])


def test_a_source_page_shows_all_of_the_text(client: FlaskClient) -> None:
    for source in client.get("/api/v1/sources").get_json()["items"]:
        text = client.get(f"/api/v1/sources/{source['id']}").get_json()["text"]
        page = shown(client.get(f"/sources/{source['id']}").get_data(as_text=True))
        assert all(word in page for word in text.split())


def test_a_browser_gets_a_page_for_a_failure_and_a_program_a_problem(client: FlaskClient) -> None:
    page = client.get("/sources/nobody", headers=BROWSER)
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert client.get("/sources/nobody").mimetype == "application/problem+json"
    assert client.get("/api/v1/nothing", headers=BROWSER).mimetype == "application/problem+json"


def test_a_kept_answer_has_a_page_with_a_receipt_and_structured_words(client: FlaskClient) -> None:
    fields = {"quote": ALTERED + " </script><script>alert(1)</script>", "speaker": "Ada Lindqvist"}
    sent = client.post("/check", data=fields | {"keep": "1"}, headers=BROWSER)
    address = sent.headers["Location"]
    assert (sent.status_code, "anyone" in address) == (303, False)
    page = client.get(address).get_data(as_text=True)
    kept = client.get(f"/api/v1{address}").get_json()
    assert kept["verdict"]["headline"] in shown(page)
    assert all(words in shown(page) for words in ("Kept until", kept["id"], "SHA-256"))
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert found is not None
    assert json.loads(found[1])["text"] == kept["match"]["exact"]
    assert "<script>alert" not in page
    again = re.search(r'class="recheck"[^>]*>.*?name="quote" value="([^"]*)"', page, re.S)
    assert again is not None
    assert unescape(again[1]) == fields["quote"]
    assert client.get("/checks/" + "0" * 32, headers=BROWSER).status_code == 404


def test_an_answer_is_not_kept_unless_that_was_asked_for(client: FlaskClient) -> None:
    page = ask(client, quote=VERBATIM)
    assert "Kept until" not in page
    assert "application/ld+json" not in page


@pytest.mark.parametrize("path", ["/", "/sources", "/api/docs"])
def test_pages_have_no_inline_script_or_style_and_ask_nobody_else(
    client: FlaskClient, path: str
) -> None:
    page = client.get(path).get_data(as_text=True)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    for address in re.findall(r'(?:src|href)="(/[^"#]*)"', page):
        with client.get(address) as asset:
            assert asset.status_code == 200, address
