"""A letter under thousands of marks: `zalgo`."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from tests.desks import removed

VERIFY = "/api/v1/verify"


def test_a_letter_with_thousands_of_marks_keeps_eight(client: FlaskClient) -> None:
    """Switched off: `MAX_MARKS` in `corpus.text.folding` at a thousand times its number."""
    quote = VERBATIM.replace("built", "b" + "\u0301" * 4_000 + "uilt")
    body = client.post(VERIFY, json={"quote": quote}).get_json()
    assert "COMBINING ACUTE ACCENT" in removed(body)
    page = client.post("/check", data={"quote": quote}).get_data(as_text=True)
    shown = page[page.index('id="claim-text"') : page.index("</blockquote>")]
    assert max(map(len, re.findall("\u0301+", shown)), default=0) <= 8
