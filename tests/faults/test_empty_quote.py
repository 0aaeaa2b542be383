"""Nothing between the marks: `empty-quote`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize("quote", ["", "   ", "“”", "…", " « » ", "\u200b"])
def test_nothing_is_no_quote(client: FlaskClient, quote: str) -> None:
    """Switched off: raising `QuoteEmpty` in `verifier.reading.claims`."""
    answer = client.post(VERIFY, json={"quote": quote})
    assert (answer.status_code, answer.get_json()["type"]) == (422, "quote-empty")


def test_the_form_keeps_what_was_filled_in(client: FlaskClient) -> None:
    """Switched off: handing `given` to the form in `verifier.pages.web`."""
    answer = client.post("/check", data={"quote": "…", "speaker": "Ada Lindqvist", "date": "2023"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'value="Ada Lindqvist"' in page
    assert 'value="2023"' in page
