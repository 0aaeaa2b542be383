"""Text that attacks its reader is shown on every page, and nothing runs and nothing is stopped.

The policy of the pages would stop inline scripts; that it has nothing to stop shows that the text
came to the page as text. Collected are the page's own reports of violations, the console, errors,
dialogs, requests to elsewhere, and the mark that the attacks would leave.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.bridges import ATTACK, HIT, HOSTILE_QUOTE
from tests.browsing import ask, watched

SVG = f"<svg/onload={HIT}>"
SCRIPT = f'"><script>{HIT}</script>'
ADDRESS = f"javascript:{HIT}"
IMAGE = f"<img src=x onerror={HIT}>"
FIELDS = [SVG, SCRIPT, ADDRESS, IMAGE, f"' autofocus onfocus={HIT} x='", f"</textarea>{SVG}"]


def first_source(page: Page) -> None:
    page.goto("/sources?words=quick%20svg")
    page.goto("/sources?words=onerror")
    page.click("ol.list a")
    page.wait_for_selector("article.running")


def answer(page: Page) -> None:
    ask(page, quote=HOSTILE_QUOTE, speaker=SVG)


def kept(page: Page) -> None:
    answer(page)
    page.click(".keeping button[type=submit]")
    page.wait_for_selector("#receipt")
    page.reload()


def again(page: Page) -> None:
    kept(page)
    page.click(".recheck button")
    page.wait_for_selector(".compared")


def joined(page: Page) -> None:
    ask(page, quote=f"{HOSTILE_QUOTE} {SCRIPT} Thank you for not leaving while we built it.")
    page.wait_for_selector("#pieces-title")


def draft(page: Page) -> None:
    page.goto("/draft")
    page.fill("#text", f"{SVG} said: “{HOSTILE_QUOTE}” {IMAGE} wrote: “We all saw {SCRIPT} here.”")
    page.click("button.primary")
    page.wait_for_selector("#headline")


def listed(page: Page) -> None:
    page.goto("/sources?words=%22%3E%3Cscript%3Ewindow.hit%3D1%3C%2Fscript%3E&kind=%3Csvg%3E")


PLACES: dict[str, Callable[[Page], None]] = {
    "answer": answer,
    "kept": kept,
    "again": again,
    "joined": joined,
    "draft": draft,
    "filters": listed,
    "sources": lambda page: page.goto("/sources") and None,
    "source": first_source,
    "overview": lambda page: page.goto("/corpus/overview") and None,
}


def nothing_happened(page: Page, outside: list[str]) -> None:
    page.wait_for_timeout(100)
    assert page.evaluate("window.hit") is None
    assert page.evaluate("window.violations") == []
    assert outside == []
    links = "[...document.querySelectorAll('a')].filter(a => !/^https?:$/.test(a.protocol)).length"
    assert page.evaluate(links) == 0
    assert page.locator("main svg:not(.map), main img, main script[src]").count() == 0


@pytest.mark.parametrize("place", PLACES)
def test_a_hostile_source_is_text_on_every_page(page: Page, outside: list[str], place: str) -> None:
    PLACES[place](page)
    nothing_happened(page, outside)
    if place not in ("filters", "draft"):
        assert (SVG if place == "overview" else ATTACK[2:]) in page.inner_text("main")
    assert "\u202e" not in page.inner_text("main"), "what turns direction is named instead"


@pytest.mark.parametrize("text", FIELDS)
def test_hostile_fields_are_text(page: Page, outside: list[str], text: str) -> None:
    ask(page, quote=f"{text} We built it for everyone", speaker=text)
    nothing_happened(page, outside)
    assert text in page.inner_text("#claim-text")
    ask(page, quote="“…”", speaker=text, date=text, language=text)
    nothing_happened(page, outside)
    assert page.input_value("#speaker") == text


def test_the_watch_would_see_an_attack(page: Page, address: str) -> None:
    seen: list[str] = []
    watched(page, address, seen)
    page.goto("/")
    page.evaluate(
        "document.querySelector('main').innerHTML = '<img src=x onerror=\"window.hit=1\">'"
    )
    page.wait_for_timeout(200)
    assert any("script-src" in each for each in page.evaluate("window.violations"))
    assert page.evaluate("window.hit") is None
