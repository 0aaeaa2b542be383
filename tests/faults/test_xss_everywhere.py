"""Markup in whatever somebody can put into words stays text: `xss-everywhere`.

Switched off to see these tests fail: the escaping of the templates (``autoescape`` off in `app`),
and, for the addresses, the ``address`` filter. The same in a browser: `tests/browser/test_hostile`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from tests.bridges import ATTACK, HIT, HOSTILE_QUOTE, bridge_service
from verifier.app import create_app
from verifier.config import Settings

SVG = f"<svg/onload={HIT}>"
DRAFT = f"{SVG} said: “{HOSTILE_QUOTE}” Eve {ATTACK} wrote: “We all saw {ATTACK} in the harbour.”"

OWN_BOLD = ("lost", "in-source", "in-quote")
"""What words in bold of the pages' own are marked with."""


class Reader(HTMLParser):
    """Collects what a browser would run or follow."""

    def __init__(self) -> None:
        """Nothing read so far."""
        super().__init__()
        self.live: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note elements that load or run, handlers, and addresses of other kinds."""
        given = {name: value or "" for name, value in attrs}
        static = given.get("src", "").startswith("/static/")
        if tag == "script" and given.get("type") != "application/ld+json" and not static:
            self.live.append(tag)
        if tag in ("img", "iframe", "object", "embed"):
            self.live.append(tag)
        if tag == "b" and given.get("class") not in OWN_BOLD:
            self.live.append(tag)
        if tag == "svg" and given.get("class") != "map":
            self.live.append(tag)
        self.live += [name for name in given if name.startswith("on") or name == "style"]
        for name in ("href", "action", "src", "formaction"):
            if given.get(name, "/").partition(":")[0].lower() in ("javascript", "data", "vbscript"):
                self.live.append(f"{name} {given[name]}")


def live(page: str) -> list[str]:
    reader = Reader()
    reader.feed(page)
    return reader.live


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    home, service = bridge_service(tmp_path_factory.mktemp("bridge"))
    with home:
        settings = Settings(home=tmp_path_factory.mktemp("home"))
        yield create_app(settings, service).test_client()


def pages(client: FlaskClient) -> Iterator[tuple[str, str]]:
    listed = client.get("/sources?words=onerror").get_data(as_text=True)
    source = listed.split('class="title"><a href="')[1].split('"')[0]
    for path in ("/sources", source, "/corpus/overview", f"/sources?words={ATTACK}&kind={SVG}"):
        yield path, client.get(path).get_data(as_text=True)
    for fields in (
        {"quote": HOSTILE_QUOTE, "speaker": SVG},
        {"quote": HOSTILE_QUOTE, "speaker": ATTACK, "keep": "1"},
        {"quote": f"{HOSTILE_QUOTE} {ATTACK} Thank you for not leaving while we built it."},
        {"quote": f"{ATTACK} nobody ever said anything like it"},
        {"quote": "“…”", "speaker": ATTACK, "date": ATTACK, "language": ATTACK},
    ):
        answer = client.post("/check", data=fields, follow_redirects=True)
        yield str(fields), answer.get_data(as_text=True)
    yield "draft", client.post("/draft", data={"text": DRAFT}).get_data(as_text=True)
    refused = client.post("/draft", data={"text": DRAFT, "language": ATTACK})
    yield "refused draft", refused.get_data(as_text=True)


def test_no_page_holds_markup_that_came_with_a_text(client: FlaskClient) -> None:
    seen = dict(pages(client))
    assert {name: found for name, page in seen.items() if (found := live(page))} == {}
    assert all("&lt;s" in page for page in seen.values()), "the attack is shown, as text"


@pytest.mark.parametrize(
    "page", [SVG, f"<p>{ATTACK}", "<a href='javascript:x'>", "<p style=x>", "<input onfocus=x>"]
)
def test_the_reader_would_see_an_attack(page: str) -> None:
    assert live(page)
