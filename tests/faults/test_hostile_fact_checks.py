"""Strangers' fact-checks cost little and put nothing into our pages: `hostile-fact-checks`.

Switched off to see these tests fail: `RecursionError` in `loads` and the deepest level of the walk
(`corpus.readers.claim_review`), the search for the end of a script by one pattern
(`corpus.readers.fact_check`), `web_address` and the longest rating (`corpus.fact_check`), and the
escaping of the templates.
"""

from __future__ import annotations

import json
import time

import pytest

from corpus.errors import UnreadableSource
from corpus.fact_check import FactCheckReading
from corpus.readers.fact_check import read
from tests.conftest import VERBATIM
from tests.desks import THEN, Desk
from tests.faults.test_xss_everywhere import Reader

GUARD = 20.0
"""Seconds of processor time; each takes less than a tenth of it."""
GOOD = {
    "@type": "ClaimReview",
    "claimReviewed": VERBATIM,
    "url": "https://t.example/1",
    "author": {"name": "Tide Watch"},
    "reviewRating": {"alternateName": "So"},
}
SCRIPT = '<script type="application/ld+json">'


def tried(content: bytes) -> FactCheckReading | UnreadableSource:
    began = time.process_time()
    try:
        found: FactCheckReading | UnreadableSource = read("a", content)
    except UnreadableSource as refused:
        found = refused
    assert time.process_time() - began < GUARD
    return found


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("[" * 500_000, "arrays in arrays"),
        ('{"a":' * 500_000, "objects in objects"),
        ("[" * 200_000 + "]" * 200_000, "closed ones, too"),
        (f"<html>{SCRIPT}{'[' * 500_000}</script>", "in a page"),
        (f"<html>{'<script>' * 300_000}", "scripts that never end"),
        (f"<html>{SCRIPT * 300_000}", "the same of the right type"),
        (f"<html>{'<!--' * 500_000}", "comments that never end"),
        (f"<html>{'<script' * 500_000}", "tags that never end"),
        (f'<html>{SCRIPT}{{"a": "{chr(92)}"' * 1, "a text that never ends"),
        (f'<html>{SCRIPT}"ClaimReview{chr(92) + chr(34)}' + f'{chr(92)}"' * 500_000 + "</script>",
         "marks that are escaped"),
        (f"<html>{SCRIPT}ClaimReview{',' * 500_000}</script>", "commas"),
        (f"<html>{SCRIPT}ClaimReview{' ' * 2_000_000}x</script>", "spaces"),
        (f"<html><title>{'a' * 3_000_000}", "a title that never ends"),
        ("claim,url\n" + '"' * 1_000_000, "marks in a table"),
        ("a," * 500_000 + "claim,url\n", "columns"),
        ('{"@graph": [' + '{"@id": "#a", "author": {"@id": "#a"}},' * 100_000 + "{}]}",
         "references that lead to themselves"),
    ],
)  # fmt: skip
def test_what_is_made_to_cost_much_is_refused_or_read_soon(content: str, why: str) -> None:
    found = tried(content.encode())
    refused = isinstance(found, UnreadableSource)
    assert refused or (not found.checks and found.refused), why  # type: ignore[union-attr]


def test_a_review_nested_too_deep_is_named_and_its_neighbour_is_read() -> None:
    nested: object = GOOD | {"url": "https://t.example/deep"}
    for _ in range(200):
        nested = {"part": nested}
    found = tried(json.dumps([nested, GOOD]).encode())
    assert isinstance(found, FactCheckReading)
    assert [check.url for check in found.checks] == ["https://t.example/1"]
    assert [refused.reason for refused in found.refused] == ["it is nested too deep to be read"]


def test_a_feed_beyond_the_largest_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.readers.fact_check.LARGEST", 1_000)
    refused = tried(b"[" + b" " * 1_000)
    assert isinstance(refused, UnreadableSource) and "more than" in refused.reason


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<b>",
     "vbscript:x", "//[::1", "https://", "https://x.example/\"onclick=\"x", "https://x y.example"],
)  # fmt: skip
def test_an_address_that_a_browser_must_not_follow_is_not_taken(url: str) -> None:
    found = tried(json.dumps([GOOD | {"url": url}, GOOD]).encode())
    assert isinstance(found, FactCheckReading)
    assert [check.url for check in found.checks] == ["https://t.example/1"]
    assert len(found.refused) == 1


def test_markup_in_every_field_stays_text_on_the_page_and_in_tables(desk: Desk) -> None:
    attack = "<svg/onload=alert(1)>"
    # what looks like an element is taken out when it is read; one that is never closed is not
    sly = "&lt;img src=x onerror=alert(1)&gt; \u202e ' \" </script> <svg/onload=alert(1) "
    review = {
        "@type": "ClaimReview",
        "claimReviewed": VERBATIM,
        "url": "https://t.example/?q=%3Csvg%3E&x='",
        "headline": attack + sly,
        "author": {"name": f"Watch {sly}"},
        "reviewRating": {"alternateName": f"So {attack} {sly}"},
        "itemReviewed": {"author": {"name": f"Ek {sly}"}, "datePublished": attack},
    }
    found = tried(json.dumps(review).encode())
    assert isinstance(found, FactCheckReading)
    desk.home.store.fact_checks.add(found.checks, origin="a", now=THEN)
    page = desk.client().post("/check", data={"quote": VERBATIM}).get_data(as_text=True)
    assert "Published fact-checks of this claim" in page
    reader = Reader()
    reader.feed(page)
    assert reader.live == []
    assert "\u202e" not in page
