"""The pages for files in a real browser: with scripts and without, in every colour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browsing import served
from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from tests.desks import Desk

EVIL = '"><script>window.hit=1</script><svg/onload=window.hit=1> javascript:hit=1 \u202ex'
TABLE = (
    f'id,quote,speaker\n1,"{VERBATIM}",Ada Lindqvist\n2,"{ALTERED}",Ada Lindqvist\n'
    f'3,"{ABSENT}",{"un" * 100}\n4,"{RENDERED}",\n5,only\n'
    "6,我们修建这座图书馆，不是为了十二位读者,林晓\n"
)
DOUBLED = EVIL.replace('"', '""')
UNKNOWN = f'no,"{DOUBLED}",{"long" * 80}\n1,"{DOUBLED}",{"un" * 300}\n2,two,b\n'
PLACES = ["form", "error", "columns", "column error", "running", "done", "row", "deleted"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with served(desk.app()) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str, outside: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    opened = context.new_page()
    opened.on("request", lambda r: None if r.url.startswith(address) else outside.append(r.url))
    opened.on("console", lambda m: outside.append(m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda error: outside.append(str(error)))
    yield opened
    context.close()


def give(page: Page, content: str, name: str = "claims.csv") -> None:
    page.goto("/file")
    file = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    page.set_input_files("#file", file)  # type: ignore[arg-type]
    with page.expect_navigation():
        page.click("button.primary")


def at(page: Page, desk: Desk, place: str) -> None:
    """Go to one of the pages."""
    if place == "form":
        page.goto("/file")
    elif place == "error":
        give(page, "PK\x03\x04")
    elif place.startswith("column"):
        give(page, UNKNOWN)
        if "error" in place:
            page.eval_on_selector("form.claim", "form => form.noValidate = true")
            with page.expect_navigation():
                page.click("button.primary")
    else:
        give(page, TABLE)
        desk.work_off(3)
        page.reload()
        if place != "running":
            desk.work_off()
            page.reload()
        if place == "row":
            with page.expect_navigation():
                page.click("ol.drafted h3 a >> nth=0")
        if place == "deleted":
            with page.expect_navigation():
                page.click("text=Delete file and answers")


def test_a_file_is_watched_to_its_end(page: Page, desk: Desk, outside: list[str]) -> None:
    give(page, TABLE)
    assert page.inner_text("h1") == "Waiting"
    page.wait_for_selector("#headline:focus")
    desk.work_off(3)
    page.wait_for_selector("#done >> text=/^3$/")
    assert page.evaluate("document.getElementById('progress').value") == 3
    told = page.inner_text("table:has-text('How the wording compares')").split()
    assert told[told.index("words") + 1] == "1", "of the family whose words are the same"
    desk.work_off()
    page.wait_for_selector("text=All rows are checked")
    with page.expect_download() as taken:
        page.click("text=Excel workbook")
    assert taken.value.suggested_filename == "quotes-checked.xlsx"
    assert outside == []


def test_without_scripts_the_page_asks_for_itself(
    browser: Browser,
    address: str,
    desk: Desk,
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    give(page, UNKNOWN)
    page.check("#column-3")
    with page.expect_navigation():
        page.click("button.primary")
    assert page.inner_text("h1") == "Waiting"
    desk.work_off()
    page.wait_for_selector("text=All rows are checked", timeout=20_000)
    with page.expect_navigation():
        page.click("text=Delete file and answers")
    heading = page.inner_text("h1")
    context.close()
    assert heading == "The file and its answers are deleted"


def test_an_error_takes_the_focus_and_leads_to_its_field(page: Page, desk: Desk) -> None:
    for place, field in (("error", "file"), ("column error", "column-1")):
        at(page, desk, place)
        page.wait_for_selector(".errors:focus")
        page.click(".errors a")
        assert page.evaluate("document.activeElement.id") == field


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("place", PLACES)
def test_no_page_is_wider_than_the_screen(page: Page, desk: Desk, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    at(page, desk, place)
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(beyond) == 0


@pytest.mark.parametrize("look", ["light", "dark", "forced"])
@pytest.mark.parametrize("place", PLACES)
def test_everybody_can_read_the_pages(page: Page, desk: Desk, place: str, look: str) -> None:
    page.emulate_media(
        color_scheme="dark" if look == "dark" else "light",
        forced_colors="active" if look == "forced" else "none",
    )
    at(page, desk, place)
    tags = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=tags)
    assert found.violations_count == 0, found.generate_report()


def test_markup_in_names_headers_and_cells_is_shown_and_not_run(
    page: Page,
    desk: Desk,
    outside: list[str],
) -> None:
    give(page, UNKNOWN, f"{EVIL}.csv")
    assert "<script>window.hit=1</script>" in page.inner_text("label[for=column-2]")
    assert "[U+202E]" in page.inner_text("label[for=column-2]")
    page.check("#column-2")
    with page.expect_navigation():
        page.click("button.primary")
    desk.work_off()
    page.reload()
    assert "<script>" in page.inner_text("ol.drafted blockquote >> nth=0")
    assert page.evaluate("window.hit") is None
    assert outside == []


def test_the_report_of_a_file_is_a_page_that_anybody_can_read_and_print(
    browser: Browser,
    page: Page,
    desk: Desk,
    tmp_path: Path,
    outside: list[str],
) -> None:
    give(page, f'{TABLE}7,"{DOUBLED} We built it for everyone","{DOUBLED}"\n')
    desk.work_off()
    page.reload()
    with page.expect_download() as taken:
        page.click("text=Report to read and print")
    report = tmp_path / "report.html"
    taken.value.save_as(report)
    context = browser.new_context(viewport={"width": 320, "height": 800})
    read = context.new_page()
    read.on("request", lambda r: None if r.url == report.as_uri() else outside.append(r.url))
    read.on("console", lambda m: outside.append(m.text))
    read.goto(report.as_uri())
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert read.evaluate(beyond) == 0
    assert (
        read.evaluate("getComputedStyle(document.querySelector('.row')).borderLeftWidth") == "6px"
    )
    assert read.inner_text("h1") == "7 quotes checked"
    printed = read.pdf()
    for scheme in ("light", "dark"):
        read.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        # the checker is a script, and the page's own policy runs none
        other = browser.new_context(bypass_csp=True, color_scheme=scheme)  # type: ignore[arg-type]
        checked = other.new_page()
        checked.goto(report.as_uri())
        found = Axe().run(checked, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
        other.close()
        assert found.violations_count == 0, found.generate_report()
    context.close()
    assert printed.startswith(b"%PDF")
    assert outside == []
