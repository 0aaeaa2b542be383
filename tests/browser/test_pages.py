"""The pages in a real browser: nothing breaks out, nothing breaks down, everybody can read them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import ask
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM

ARABIC = "لم نبن هذه المكتبة من أجل اثني عشر قارئا هادئا"
CHINESE = "我们修建这座图书馆，不是为了十二位读者"
LONG_WORD = "un" * 400 + "breakable We built it for everyone"


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
        page.click("text=Read the passage in this corpus")
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
    page.click("text=Copy the words in the source")
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


def test_text_that_turns_direction_stays_in_its_place(page: Page) -> None:
    ask(page, quote="\u202eWe built it for everyone who has ever been told")
    assert "[U+202E]" in page.inner_text("#claim-text")
    assert page.inner_text("#texts-title") == "Quote and source"


def test_the_documentation_is_drawn_from_own_files(page: Page, outside: list[str]) -> None:
    page.goto("/api/docs")
    page.wait_for_selector("text=Check several quotes")
    assert outside == []


def test_an_answer_comes_without_a_reload_and_goes_and_comes_again(
    page: Page, outside: list[str]
) -> None:
    page.goto("/")
    page.evaluate("window.stayed = true")
    page.fill("#quote", ALTERED)
    page.click("button.primary")
    expect(page.locator("#headline")).to_be_focused()
    assert page.evaluate("window.stayed") is True
    assert page.title() == "1 of 18 words differ · Quote check"
    page.click(".chips a >> nth=0")
    page.go_back()
    expect(page.locator("#headline")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Was it said like this?")
    assert page.input_value("#quote") == ALTERED
    page.go_forward()
    expect(page.locator("#headline")).to_have_text("1 of 18 words differ")
    assert "anyone" not in page.evaluate("JSON.stringify(history.state) + location.href")
    assert page.evaluate("window.stayed") is True
    assert outside == []


def test_a_form_that_cannot_be_sent_keeps_what_was_written(page: Page) -> None:
    page.goto("/")
    page.fill("#quote", ALTERED)
    page.route("**/check", lambda route: route.abort())
    page.click("button.primary")
    status = page.locator("form.claim [role=status]")
    expect(status).to_have_text("The service did not answer. Nothing is lost: try again.")
    assert page.input_value("#quote") == ALTERED
    page.unroute("**/check")
    page.click("button.primary")
    expect(page.locator("#headline")).to_have_text("1 of 18 words differ")


def test_the_right_words_are_copied_with_their_credit(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    ask(page, quote=RENDERED)
    page.click("text=Copy the right words with their credit >> nth=0")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    ask(page, quote="the bridge will pay for itself")
    page.click("text=Copy the right words with their credit >> nth=0")
    page.wait_for_selector("text=Copied")
    sentence = page.evaluate("navigator.clipboard.readText()")
    ask(page, quote=ALTERED.replace("anyone", "\u202eanyone"))
    page.click("text=Copy what you pasted")
    page.wait_for_selector("text=Copied")
    quote = page.evaluate("navigator.clipboard.readText()")
    context.close()
    words, credit, *rest = copied.split("\n")
    assert words == RENDERED
    assert "Ines Kolb" in credit
    assert "A talk with the ferry master" in " ".join(rest)
    whole, cited = sentence.split("\n\n")
    assert whole == "I would not say that the bridge will pay for itself, because bridges do not."
    assert "Dana Whitlock" in cited
    assert quote == ALTERED, "names of what was taken out are not copied"
