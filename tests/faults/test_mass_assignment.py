"""Fields that nobody may set: `mass-assignment`."""

from __future__ import annotations

import pytest

from tests.conftest import ABSENT
from tests.desks import Desk

SOURCES = "/api/v1/sources"
VERIFY = "/api/v1/verify"
TEXT = {"text": "The heron stands in the shallow water of the bay and waits for a fish."}


@pytest.mark.parametrize("field", ["owner", "verdict", "corpus_version", "id", "limit", "created"])
@pytest.mark.parametrize("path", [VERIFY, SOURCES])
def test_what_nobody_may_set_is_refused(desk: Desk, path: str, field: str) -> None:
    """Switched off: `unknown = RAISE` in `verifier.exchange.asking`."""
    body: dict[str, object] = dict(TEXT) if path == SOURCES else {"quote": ABSENT}
    answer = desk.client().post(path, json=body | {field: "x"}, headers=desk.token("admin"))
    assert answer.status_code == 422
    fault = answer.get_json()["errors"][0]
    assert (fault["pointer"], fault["code"]) == (f"/{field}", "unknown-field")
