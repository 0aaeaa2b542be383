"""Signs that turn the direction of writing: `bidi-override`."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from tests.desks import removed

VERIFY = "/api/v1/verify"


def test_signs_that_turn_the_direction_are_shown_and_turn_nothing(client: FlaskClient) -> None:
    """Switched off: showing controls by their code points in
    `verifier.showing.plain_text.signs`.
    """
    quote = f"\u202e{VERBATIM}\u2069"
    body = client.post(VERIFY, json={"quote": quote}).get_json()
    assert body["verdict"]["code"] == "verbatim"
    assert "RIGHT-TO-LEFT OVERRIDE" in removed(body)
    page = client.post("/check", data={"quote": quote}).get_data(as_text=True)
    unseen = re.sub(r'<input type="hidden" name="quote" value="[^"]*">', "", page)
    assert "\u202e" in page
    assert "\u202e" not in unseen.split("<textarea", 1)[0]
    assert unseen.count("\u202e") <= 1, "only in the field to edit it, and in what is sent again"
