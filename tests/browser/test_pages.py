"""The pages in a real browser: nothing breaks out, nothing breaks down, everybody can read them."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --disable-background-networking"
    " --disable-component-update --disable-sync --no-first-run"
).split()
ARABIC = "لم نبن هذه المكتبة من أجل اثني عشر قارئا هادئا"
CHINESE = "我们修建这座图书馆，不是为了十二位读者"
LONG_WORD = "un" * 400 + "breakable We built it for everyone"


class Quiet(WSGIRequestHandler):
    """A handler that writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    app = create_app(Settings(home=tmp_path_factory.mktemp("home")), service)
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        assert os.environ.get("CI") != "true", "the gate needs a browser"
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def outside() -> list[str]:
    """Addresses that a page asked for beyond its own server, and what its policy stopped."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, outside: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    opened = context.new_page()
    opened.on(
        "request",
        lambda r: None if r.url.startswith((address, "data:")) else outside.append(r.url),
    )
    opened.on("console", lambda m: outside.append(m.text) if "Content Security" in m.text else None)
    opened.on("pageerror", lambda error: outside.append(str(error)))
    yield opened
    context.close()


def ask(page: Page, **fields: str) -> None:
    page.goto("/")
    for name, text in fields.items():
        page.fill(f"#{name}", text)
    with page.expect_navigation():
        page.click("button[type=submit]")


def test_the_form_is_answered_and_the_focus_is_on_the_headline(
    page: Page, outside: list[str]
) -> None:
    ask(page, quote=ALTERED, speaker="Ada Lindqvist", date="2023")
    assert page.inner_text("h1") == "1 of 18 words differ"
    page.wait_for_function("document.activeElement && document.activeElement.id === 'headline'")
    assert outside == []


def test_the_passage_is_marked_on_the_page_of_its_source(page: Page, outside: list[str]) -> None:
    ask(page, quote=VERBATIM)
    with page.expect_navigation():
        page.click("text=Read the passage in its place")
    marked = page.locator(".passage:target")
    assert VERBATIM in marked.inner_text()
    assert outside == []


def test_an_error_takes_the_focus_and_leads_to_its_field(page: Page, outside: list[str]) -> None:
    ask(page, quote="“…”", speaker="Ada Lindqvist")
    page.wait_for_function("document.activeElement.className === 'errors'")
    assert page.input_value("#speaker") == "Ada Lindqvist"
    page.click(".errors a")
    page.wait_for_function("document.activeElement.id === 'quote'")
    assert outside == []


def test_copying_takes_the_words_without_the_hidden_ones(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    ask(page, quote=ALTERED)
    page.click("text=Copy the source wording")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied == VERBATIM.rstrip(".")


def test_the_pages_work_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    ask(page, quote=ALTERED)
    headline = page.inner_text("h1")
    buttons = page.locator("button[data-copy]:visible").count()
    context.close()
    assert (headline, buttons) == ("1 of 18 words differ", 0)


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("quote", [ALTERED, RENDERED, CHINESE, ARABIC, LONG_WORD, ABSENT])
def test_no_page_is_wider_than_the_screen(page: Page, quote: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, quote=quote)
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(beyond) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "place",
    [
        *("form", ALTERED, RENDERED, ARABIC, ABSENT, "“…”"),
        *("/sources", "/nothing", "source", "/draft", "draft"),
    ],
)
def test_everybody_can_read_the_pages(page: Page, place: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    if place == "form":
        page.goto("/")
    elif place == "draft":
        page.goto("/draft")
        page.fill("#text", f"Ada Lindqvist said: “{ALTERED}” Oscar Bell wrote: “{RENDERED}”")
        with page.expect_navigation():
            page.click("button.primary")
    elif place == "source":
        page.goto("/sources")
        with page.expect_navigation():
            page.click("ol.list a >> nth=1")
    elif place.startswith("/"):
        page.goto(place)
    else:
        ask(page, quote=place)
    tags = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=tags)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    "text",
    ["<svg/onload=window.hit=1>", '"><script>window.hit=1</script>', "<img src=x onerror=hit=1>"],
)
def test_markup_in_a_quote_is_shown_and_not_run(page: Page, outside: list[str], text: str) -> None:
    ask(page, quote=f"{text} We built it for everyone", speaker=text)
    assert text in page.inner_text("#claim-text")
    assert page.evaluate("window.hit") is None
    assert outside == []


def test_text_that_turns_direction_stays_in_its_place(page: Page) -> None:
    ask(page, quote="\u202eWe built it for everyone who has ever been told")
    assert "[U+202E]" in page.inner_text("#claim-text")
    assert page.inner_text("#texts-title") == "Claim and source"


def test_the_documentation_is_drawn_from_own_files(page: Page, outside: list[str]) -> None:
    page.goto("/api/docs")
    page.wait_for_selector("text=Check several quotes")
    assert outside == []


def test_the_answer_prints(page: Page, tmp_path: Path) -> None:
    ask(page, quote=ALTERED)
    page.emulate_media(media="print")
    assert not page.is_visible("form.claim")
    assert page.is_visible("#headline")
    assert re.match(rb"%PDF", page.pdf())
