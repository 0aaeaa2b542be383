"""Everybody can read and use the pages: contrast, names, keyboard, paper, no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.bridges import COST, HOSTILE_QUOTE, PAYS, PROMISE
from tests.browsing import ask
from tests.conftest import ABSENT, ALTERED, RENDERED

WINTER = "Nobody believes that the old bridge will last another winter."
JOINED = f"{PROMISE} Mark that well. {WINTER}"
ARABIC = "لقد استغرق العمل وقتا أطول مما قلت وكلفنا أقل مما توقعت"
TAGS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
MEDIA = [
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
]


def keep(page: Page) -> None:
    ask(page, quote=ALTERED)
    page.click(".keeping button[type=submit]")
    page.wait_for_selector("#receipt")


def draft(page: Page) -> None:
    page.goto("/draft")
    page.fill("#text", f"Ada Lindqvist said: “{ALTERED}” Oscar Bell wrote: “{RENDERED}”")
    page.click("button.primary")
    page.wait_for_selector("#headline")


def deep(page: Page) -> None:
    ask(page, quote="Entry 231: the kettle of house 231 was carried past house 232 at noon.")
    page.click("text=Read the passage in this corpus")
    page.wait_for_selector(".passage:target")


def opened(path: str) -> Callable[[Page], object]:
    return lambda page: page.goto(path)


def asked(quote: str, **fields: str) -> Callable[[Page], object]:
    return lambda page: ask(page, quote=quote, **fields)


PLACES: dict[str, Callable[[Page], object]] = {
    "form": opened("/"),
    "form with an error": asked("“…”"),
    "altered": asked(ALTERED),
    "number": asked(COST.replace("250", "350"), speaker="Oscar Bell", date="2001"),
    "negated": asked(PAYS),
    "several sources": asked(PROMISE),
    "joined": asked(JOINED),
    "translation": asked(RENDERED),
    "arabic": asked(ARABIC),
    "two scripts": asked(PROMISE.replace("promise", "pr\u043emise")),
    "hostile": asked(HOSTILE_QUOTE),
    "absent": asked(ABSENT),
    "short": asked("the bridge"),
    "kept": keep,
    "draft form": opened("/draft"),
    "draft": draft,
    "sources": opened("/sources"),
    "no sources": opened("/sources?words=nobody"),
    "source": deep,
    "overview": opened("/corpus/overview"),
    "nothing": opened("/nothing"),
}


@pytest.mark.parametrize("place", PLACES)
def test_everybody_can_read_every_page(page: Page, place: str) -> None:
    PLACES[place](page)
    for media in MEDIA:
        page.emulate_media(**media)  # type: ignore[arg-type]
        found = Axe().run(page, options=TAGS)
        assert found.violations_count == 0, (media, found.generate_report())


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("place", ["joined", "translation", "arabic", "hostile", "kept", "source"])
def test_no_page_with_drawings_is_wider_than_the_screen(page: Page, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    PLACES[place](page)
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(beyond) == 0


@pytest.mark.parametrize(
    "place",
    ["altered", "number", "negated", "several sources", "translation", "absent", "kept", "arabic"],
)
def test_an_ordinary_answer_prints_on_one_page(page: Page, place: str) -> None:
    PLACES[place](page)
    printed = page.pdf(format="A4")
    assert len(pypdfium2.PdfDocument(printed)) == 1


def test_paper_shows_the_answer_and_not_the_form(page: Page) -> None:
    PLACES["negated"](page)
    page.emulate_media(media="print")
    assert not page.is_visible("form.claim")
    assert not page.is_visible("button")
    assert all(page.is_visible(each) for each in ("#headline", "#sentence", "#corrected", "code"))


def test_a_quote_is_checked_kept_and_left_from_the_keyboard(page: Page) -> None:
    page.goto("/")
    expect(page.locator("#quote")).to_be_focused()
    page.keyboard.type(COST.replace("250", "350"))
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "primary"
    page.keyboard.press("Enter")
    expect(page.locator("#headline")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#changes-title"
    page.keyboard.press("Enter")
    focused = "document.activeElement.textContent"
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate(focused) == "Next difference":
            break
    page.keyboard.press("Enter")
    assert page.inner_text(".stepping [role=status]") == "1 of 2: only in the source “250,000”"
    page.keyboard.press("Enter")
    assert page.inner_text(".stepping [role=status]") == "2 of 2: only in the quote “350,000”"
    assert "350,000" in page.inner_text(".in-quote.current")
    for _ in range(40):
        page.keyboard.press("Tab")
        if "Keep this answer" in page.evaluate(focused):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#receipt")
    assert "/checks/" in page.url


def test_what_is_not_shown_as_it_is_cannot_hide_or_disturb(page: Page) -> None:
    tower = "A bri" + "d" + "\u0301" * 4_900 + "ge is a promise that two banks make to each other."
    ask(page, quote=tower)
    assert "[+4892 marks]" in page.inner_text("#claim-text")
    line = page.evaluate("getComputedStyle(document.querySelector('#claim-text')).lineHeight")
    height = "document.querySelector('#claim-text .stacked').getBoundingClientRect().height"
    assert page.evaluate(height) <= 1.5 * float(line.removesuffix("px"))
    ask(page, quote=PROMISE.replace("a promise", "a \u202epromise\u202c"))
    assert page.inner_text("#claim-text .control >> nth=0") == "[U+202E]"
    assert "RIGHT-TO-LEFT OVERRIDE" in page.inner_text("main")
    for at in ("#claim-text", "#source-text", "#texts-title"):
        start = f"getComputedStyle(document.querySelector('{at}')).direction"
        assert page.evaluate(start) == "ltr", at
    ask(page, quote=PROMISE.replace("promise", "pr\u043emise"))
    assert page.inner_text("#claim-text .odd") == "pr\u043emise"
    assert "CYRILLIC SMALL LETTER O (U+043E)" in page.inner_text("main")
    wavy = "getComputedStyle(document.querySelector('.odd')).textDecorationStyle"
    assert page.evaluate(wavy) == "wavy"


def test_an_arabic_title_does_not_turn_the_date_beside_it(page: Page) -> None:
    ask(page, quote=ARABIC)
    places = "[...document.querySelectorAll('#citation bdi')].map(e => e.getBoundingClientRect().x)"
    rows = page.evaluate(places)
    assert len(rows) >= 4
    assert rows == sorted(rows)
    assert page.get_attribute("#claim-text", "dir") == "rtl"
    assert page.get_attribute("#claim-text", "lang") == "ar"


@pytest.mark.parametrize("quote", [ALTERED, JOINED, RENDERED, ABSENT])
def test_the_whole_answer_is_there_without_scripts(
    browser: Browser, address: str, quote: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    ask(page, quote=quote)
    bare = page.inner_text("main")
    page.click("text=Keep this answer")
    page.wait_for_selector("#receipt")
    receipt = page.inner_text("#receipt")
    page.click("text=Check it again with the corpus of today")
    page.wait_for_selector(".compared")
    compared = page.inner_text(".compared")
    dead = page.locator("button:visible:not([type=submit])").count()
    context.close()
    assert "What this does and does not show" in bare
    assert ("TextPositionSelector" in receipt) == (quote != ABSENT)
    assert "SHA-256" in receipt
    assert "it is the same" in compared
    assert dead == 0, "no button that does nothing"
