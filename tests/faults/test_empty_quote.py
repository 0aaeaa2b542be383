"""Quotes that are too little or too much: `empty-quote`, `one-word-scare`, `quote-5001`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize("quote", ["", "   ", "“”", "…", " « » ", "\u200b"])
def test_nothing_is_no_quote(client: FlaskClient, quote: str) -> None:
    """Switched off: raising `QuoteEmpty` in `verifier.claims`."""
    answer = client.post(VERIFY, json={"quote": quote})
    assert (answer.status_code, answer.get_json()["type"]) == (422, "quote-empty")


def test_the_form_keeps_what_was_filled_in(client: FlaskClient) -> None:
    """Switched off: handing `given` to the form in `verifier.web`."""
    answer = client.post("/check", data={"quote": "…", "speaker": "Ada Lindqvist", "date": "2023"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'value="Ada Lindqvist"' in page
    assert 'value="2023"' in page


@pytest.mark.parametrize(("word", "why"), [("library", "it occurs"), ("collusion", "it does not")])
def test_one_word_is_no_quote_to_judge(client: FlaskClient, word: str, why: str) -> None:
    """Switched off: the rule for short claims in `verifier.examine`."""
    body = client.post(VERIFY, json={"quote": word}).get_json()
    verdict = body["verdict"]
    assert (verdict["code"], verdict["reason"]) == ("inconclusive", "too_short_or_common"), why
    assert isinstance(body["other_matches"]["total"], int)


def test_one_character_too_many_names_the_limit_and_the_way_out(client: FlaskClient) -> None:
    """Switched off: the limit that `verifier.api` hands to the service."""
    answer = client.post(VERIFY, json={"quote": "x" * 5001})
    assert (answer.status_code, answer.get_json()["type"]) == (422, "quote-too-long")
    assert "5,000" in answer.get_json()["detail"]
    assert "20,000" in answer.get_json()["detail"]
