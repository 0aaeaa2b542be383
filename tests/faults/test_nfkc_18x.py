"""Characters that unfold to eighteen: `nfkc-18x`."""

from __future__ import annotations

import tracemalloc

from flask.testing import FlaskClient

VERIFY = "/api/v1/verify"


def test_a_sign_that_unfolds_to_eighteen_is_counted_unfolded(client: FlaskClient) -> None:
    """Switched off: counting again after folding in `verifier.reading.claims`."""
    tracemalloc.start()
    answer = client.post(VERIFY, json={"quote": "\ufdfa" * 5000})
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (answer.status_code, answer.get_json()["type"]) == (422, "quote-too-long")
    assert most < 50_000_000
