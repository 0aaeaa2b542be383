"""A browser, and the pages on the invented corpora of the library and the bridge."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.bridges import book, bridge_service
from tests.browsing import FLAGS, served, watched
from tests.conftest import ARABIC, CHINESE, RENDERING, SPEECH
from verifier.app import create_app
from verifier.config import Settings


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are served."""
    home, service = bridge_service(
        tmp_path_factory.mktemp("corpus"),
        speech=SPEECH,
        rendering=RENDERING,
        chinese=CHINESE,
        library_ar=ARABIC,
        book=book(250),
    )
    settings = Settings(home=tmp_path_factory.mktemp("home"), max_rate=10_000, max_burst=10_000)
    with home, served(create_app(settings, service)) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, where there is one."""
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
    """A page of its own context."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    yield watched(context.new_page(), address, outside)
    context.close()
