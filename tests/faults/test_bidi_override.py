"""Signs that turn the direction of writing: `bidi-override`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from tests.desks import removed

VERIFY = "/api/v1/verify"


def test_signs_that_turn_the_direction_are_shown_and_turn_nothing(client: FlaskClient) -> None:
    """Switched off: showing controls by their code points in `verifier.presentation.visible`."""
    quote = f"\u202e{VERBATIM}\u2069"
    body = client.post(VERIFY, json={"quote": quote}).get_json()
    assert body["verdict"]["code"] == "verbatim"
    assert "RIGHT-TO-LEFT OVERRIDE" in removed(body)
    page = client.post("/check", data={"quote": quote}).get_data(as_text=True)
    head, form = page.split("<form", 1)[0], page
    assert "\u202e" not in head
    assert form.count("\u202e") <= 1, "only in the field to edit it"
