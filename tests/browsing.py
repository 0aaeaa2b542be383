"""What tests in a browser share: a served app, and a few words for what a person does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server

from flask import Flask
from playwright.sync_api import Page

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --disable-background-networking"
    " --disable-component-update --disable-sync --no-first-run"
).split()
HEARD = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
});
"""
"""Collects what the page's policy stopped, from before its first byte."""


class Quiet(WSGIRequestHandler):
    """A handler that writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve an app on a free port of loopback; gives its address."""
    with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def ask(page: Page, **fields: str) -> None:
    """Fill the form in, send it and wait for what comes."""
    page.goto("/")
    for name, text in fields.items():
        page.fill(f"#{name}", text)
    with page.expect_navigation():
        page.click("button.primary")
    page.wait_for_selector("main:has(#headline), main:has(.errors)")


def watched(page: Page, address: str, outside: list[str]) -> Page:
    """Note in a list what a page asks for elsewhere, what is stopped and what fails in it."""
    page.add_init_script(HEARD)
    page.on(
        "request",
        lambda r: None if r.url.startswith((address, "data:")) else outside.append(r.url),
    )
    page.on("console", lambda m: outside.append(m.text) if "Content Security" in m.text else None)
    page.on("pageerror", lambda error: outside.append(str(error)))
    page.on("dialog", lambda dialog: outside.append(f"dialog {dialog.message}"))
    return page
