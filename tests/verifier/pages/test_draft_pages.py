"""The pages for drafts."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service

BROWSER = {"Accept": "text/html"}
DRAFT = (
    f"Ada Lindqvist said: “{VERBATIM}” Tomas Reiter told us: “{RENDERED}”\n\n"
    f"Oscar Bell wrote:\n\n> {ABSENT}\n\nHer book “The Long Stairs” is out."
)


def shown(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def ask(client: FlaskClient, text: str = DRAFT) -> str:
    answer = client.post("/draft", data={"text": text}, headers=BROWSER)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_the_form_is_in_the_navigation_and_takes_a_text_or_a_file(client: FlaskClient) -> None:
    page = client.get("/draft").get_data(as_text=True)
    assert '<a href="/draft" aria-current="page">A draft</a>' in page
    assert re.search(r'<form method="post" action="/draft" enctype="multipart/form-data"', page)
    assert all(f'name="{name}"' in page for name in ("text", "file", "language"))
    assert "200,000" in page
    assert '<a href="/draft">A draft</a>' in client.get("/").get_data(as_text=True)


def test_what_needs_a_look_comes_first_and_leads_to_its_place(client: FlaskClient) -> None:
    page = ask(client)
    assert "2 of 3 quotations to look at" in shown(page)
    assert re.findall(r'<li id="(r\d)"', page) == ["r3", "r2", "r1"]
    for number in "123":
        assert f'href="#q{number}"' in page
        assert f'href="#r{number}"' in page
    assert re.findall(r'<mark class="(\w+)" id="q\d"', page) == ["same", "cut", "none"]


def test_marks_are_told_by_words_and_not_by_colour_alone(client: FlaskClient) -> None:
    page = ask(client)
    assert f'<span class="vh"> [quotation 3: No place] </span>{ABSENT}</mark>' in page


def test_what_is_gravest_stands_above_how_the_wording_compares(client: FlaskClient) -> None:
    page = ask(client, f"Nils Berg said: “{VERBATIM}”")
    item = shown(page[page.index('id="r1"') : page.index('id="text-title"')])
    assert '<li id="r1" class="card differs">' in page
    assert item.index("Another speaker") < item.index("Word for word")
    assert "Said by Ada Lindqvist in the source, not by Nils Berg." in item
    assert "another speaker" in item[item.index("Stop") :]


def test_a_translation_is_said_above_the_words_it_qualifies(client: FlaskClient) -> None:
    page = ask(client)
    item = page[page.index('id="r2"') : page.index('id="r1"')]
    assert item.index("comes from a translation") < item.index(RENDERED)
    assert page.count("comes from a translation") == 1


def test_titles_are_listed_apart(client: FlaskClient) -> None:
    page = ask(client)
    assert "The Long Stairs" in page[page.index('id="asides-title"') :]
    assert 'id="u1">The Long Stairs' in page
    assert "asides-title" not in ask(client, f"Ada Lindqvist said: “{VERBATIM}”")


def test_the_whole_answer_of_a_quotation_is_a_form_away(client: FlaskClient) -> None:
    page = ask(client, f"Ada Lindqvist said: “{ALTERED}”")
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    assert sent == {"quote": ALTERED, "speaker": "Ada Lindqvist", "language": ""}
    answer = client.post("/check", data=sent).get_data(as_text=True)
    assert "1 of 18 words differ" in answer


HOSTILE = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ('"><img src=x onerror=alert(1)>', "&lt;img src=x onerror=alert(1)&gt;"),
    ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
    ("</textarea><b>", "&lt;/textarea&gt;&lt;b&gt;"),
    ("\u202egnihton", "[U+202E]</span>gnihton"),
]


@pytest.mark.parametrize(("words", "escaped"), HOSTILE)
def test_hostile_text_is_shown_and_not_run(client: FlaskClient, words: str, escaped: str) -> None:
    page = ask(client, f"{words} Ada {words} said: “We all saw {words} in the harbour,” {words}")
    page = re.sub(r'<input type="hidden" name="quote" value="[^"]*">', "", page)  # as it was
    assert not re.search(r"<script>|<img|<b>|onerror=alert\(1\)>\"|\u202e", page)
    assert "49" not in shown(page)
    assert page.count(escaped) >= 3


def test_a_refused_draft_comes_back_escaped(service: Service, tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path, max_draft=30), service).test_client()
    answer = client.post("/draft", data={"text": "</textarea><script>" + "x" * 30})
    page = answer.get_data(as_text=True)
    assert (answer.status_code, "<script>" in page) == (422, False)
    assert "at most 30" in page
    assert "&lt;/textarea&gt;" in page


@pytest.mark.parametrize(
    ("fields", "wrong", "status", "why"),
    [
        ({"text": ""}, "text", 422, "nothing"),
        ({"text": "x", "language": "y" * 41}, "language", 422, "no tag"),
        ({"file": (io.BytesIO(b"%PDF-1"), "a.pdf")}, "file", 415, "no format of drafts"),
        ({"file": (io.BytesIO(b" "), "a.txt")}, "file", 422, "nothing in it"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    client: FlaskClient, fields: dict[str, object], wrong: str, status: int, why: str
) -> None:
    answer = client.post("/draft", data=fields, headers=BROWSER)
    page = answer.get_data(as_text=True)
    assert answer.status_code == status, why
    assert re.findall(r'id="(\w+)-error"', page) == [wrong]
    assert f'<a href="#{wrong}">' in page


def test_an_uploaded_page_is_checked(client: FlaskClient) -> None:
    article = f"<html><body><p>Ada Lindqvist said: “{VERBATIM}”</p></body></html>"
    upload = (io.BytesIO(article.encode()), "draft.html")
    answer = client.post("/draft", data={"text": "", "file": upload}, headers=BROWSER)
    assert "0 of 1 quotation to look at" in shown(answer.get_data(as_text=True))


def test_a_draft_larger_than_other_forms_is_taken(service: Service, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, max_form=1_000, max_draft=5_000)
    client = create_app(settings, service).test_client()
    text = "城" * 4_000
    for kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        answer = client.post("/draft", data={"text": text}, content_type=kind)
        assert answer.status_code == 200, kind
        assert "No quotation to check" in answer.get_data(as_text=True)
