"""A single word: `one-word-scare`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize(("word", "why"), [("library", "it occurs"), ("collusion", "it does not")])
def test_one_word_is_no_quote_to_judge(client: FlaskClient, word: str, why: str) -> None:
    """Switched off: the rule for short claims in `verifier.judging.decide.gate`."""
    body = client.post(VERIFY, json={"quote": word}).get_json()
    verdict = body["verdict"]
    assert (verdict["code"], verdict["reason"]) == ("inconclusive", "too_short_or_common"), why
    assert isinstance(body["other_matches"]["total"], int)
