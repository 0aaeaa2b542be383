"""Published fact-checks on the page of an answer: readable by everybody, others' words, inert."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from corpus.fact_check import FactCheck
from tests.browsing import ask, served, watched
from tests.conftest import ALTERED, VERBATIM
from tests.desks import THEN, Desk

EVIL = '"><script>window.hit=1</script><svg/onload=window.hit=1> \u202ex'
CHECKS = (
    FactCheck(VERBATIM, "https://tidewatch.example/" + "a" * 400, "Tide Watch", "Said so", "Posts",
              "2023-06", "Did she say that?", "2023-06-20", "en"),
    FactCheck(f"ليلى: “{VERBATIM}”", "https://arabic.example/1", "مرصد النهر", "صحيح جزئيا",
              "ليلى حداد", None, "هل قالت ذلك؟", "2024-01-02", "en"),
    FactCheck(f"Nobody said: “{VERBATIM}”", "https://t.example/2", EVIL, f"{EVIL} {'so' * 120}",
              EVIL, None, EVIL, None, "en"),
)  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    desk = Desk.open(tmp_path_factory.mktemp("desk") / "home")
    desk.home.store.fact_checks.add(CHECKS, origin="a", now=THEN)
    with served(desk.app(max_rate=10_000, max_burst=10_000)) as found:
        yield found
    desk.close()


@pytest.fixture
def page(browser: Browser, address: str, outside: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    yield watched(context.new_page(), address, outside)
    context.close()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_everybody_can_read_them(page: Page, look: str) -> None:
    page.emulate_media(color_scheme="dark" if look == "dark" else "light")
    ask(page, quote=VERBATIM)
    tags = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=tags)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_not_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, quote=VERBATIM)
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(beyond) == 0


def test_they_stand_under_their_publishers_names_and_run_nothing(
    page: Page, outside: list[str], tmp_path: Path
) -> None:
    ask(page, quote=VERBATIM)
    cards = page.locator(".fact-checks > li")
    assert cards.count() == 3
    assert "Tide Watch rated this: Said so" in " ".join(cards.nth(1).inner_text().split())
    assert "About a differing wording" in cards.nth(2).inner_text()
    assert "<script>window.hit=1</script>" in cards.nth(2).inner_text()
    assert page.evaluate("window.hit") is None and outside == []
    assert page.locator(".fact-checks a").evaluate_all("all => all.map(a => a.rel)") == [
        "noreferrer noopener"
    ] * 3


def test_a_page_of_a_differing_wording_says_so_in_its_heading(page: Page) -> None:
    ask(page, quote=ALTERED)
    assert page.inner_text("#fact-checks-title") == "Published fact-checks of a differing wording"
