"""What an editor in a hurry must not misread: the first lines, the colour, and what is copied."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.bridges import COST, PAYS, PROMISE
from tests.browsing import ask

SENTENCE = "I would not say that the bridge will pay for itself, because bridges do not."
WINTER = "Nobody believes that the old bridge will last another winter."


def test_a_quote_cut_from_a_denial_opens_with_its_sentence(page: Page) -> None:
    ask(page, quote=PAYS)
    top = page.inner_text(".verdict")
    assert top.index(SENTENCE) < top.index("Word for word")
    assert "Same words" not in top
    assert "differs" in (page.get_attribute(".verdict", "class") or "")
    described = page.get_attribute("#headline", "aria-describedby")
    assert SENTENCE in page.inner_text(f"#{described}")
    targets = "[...document.querySelectorAll('[data-copy]')].map(b => b.dataset.copy.split(' '))"
    copied = page.evaluate(targets)
    assert not [ids for ids in copied if {"corrected", "source-text"} & set(ids)]


@pytest.mark.parametrize(
    ("fields", "words", "who", "why"),
    [
        ({"quote": PAYS}, SENTENCE, "Dana Whitlock", "the whole sentence"),
        ({"quote": COST.replace("250", "350")}, COST, "Dana Whitlock", "the source's number"),
        ({"quote": PROMISE, "speaker": "Ilse Brandt"}, PROMISE, "Dana Whitlock", "who said it"),
        (
            {"quote": f"{PROMISE} Mark that well. {WINTER}"},
            f"{PROMISE} … {WINTER}",
            "Dana Whitlock",
            "no words of nobody",
        ),
    ],
)
def test_the_first_button_copies_what_may_be_printed(
    browser: Browser, address: str, fields: dict[str, str], words: str, who: str, why: str
) -> None:
    context = browser.new_context(base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    ask(page, **fields)
    first = page.locator("main button:visible").first
    assert first.inner_text() == "Copy the right words with their credit"
    first.click()
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    text, cited = copied.split("\n\n")
    assert text == words, why
    assert cited.startswith(who)


def test_another_speaker_is_named_first_and_beside_the_words_to_copy(page: Page) -> None:
    ask(page, quote=PROMISE, speaker="Ilse Brandt")
    line = "Said by Dana Whitlock in the source, not by Ilse Brandt"
    assert page.inner_text(".chips li >> nth=0") == line
    assert line in page.inner_text("section[aria-labelledby=use-title]")


def test_the_words_of_a_source_are_never_struck_out(page: Page) -> None:
    ask(page, quote=COST.replace("250", "350"))
    struck = "[...document.querySelectorAll('main *')].filter(e => getComputedStyle(e)"
    lines = f"{struck}.textDecorationLine.includes('line-through')).length"
    assert page.evaluate(lines) == 0
    assert page.inner_text(".in-source >> nth=0").endswith("[end]")
    assert "only in the source" in page.inner_text("#source-text")


def test_both_pieces_of_a_joined_quote_are_numbered_in_their_source(page: Page) -> None:
    ask(page, quote=f"{PROMISE} Mark that well. {WINTER}")
    numbers = page.locator("#source-text .piece sup").all_inner_texts()
    assert [each.split()[-1] for each in numbers] == ["1", "2"]
    assert "Mark that well" in page.inner_text(".chips li >> nth=0")
    cut = page.inner_text("section[aria-labelledby=cut-title]")
    assert SENTENCE in cut


def test_an_action_does_not_look_like_a_button(page: Page) -> None:
    ask(page, quote=PAYS)
    drawn = "(e => [e.borderStyle, e.backgroundColor])(getComputedStyle(document.querySelector"
    style = page.evaluate(f"{drawn}('.action')))")
    assert style == ["none", "rgba(0, 0, 0, 0)"]


def test_the_earliest_place_is_named_at_the_top(page: Page) -> None:
    ask(page, quote=PROMISE, date="2020")
    assert "2019-03-14" in page.inner_text(".verdict .compared")
    ask(page, quote=PROMISE, date="2019-03-14")
    assert page.locator(".verdict .compared").count() == 0
