"""Writing with a token for reading: `write-with-read-scope`."""

from __future__ import annotations

import pytest

from tests.desks import Desk

SOURCES = "/api/v1/sources"
TEXT = {"text": "The heron stands in the shallow water of the bay and waits for a fish."}


@pytest.mark.parametrize(
    ("scopes", "extra", "status", "why"),
    [
        (("check",), {}, 403, "checking is not writing"),
        (("read",), {}, 403, "nor is reading"),
        (("check", "read"), {}, 403, "nor both"),
        ((), {}, 401, "nobody writes without a token, on this machine either"),
        ((), {"Authorization": "Bearer qv_guessed"}, 401, "nor with a made-up one"),
        ((), {"Sec-Fetch-Site": "cross-site", "Cookie": "session=1"}, 403, "nor another site"),
        ((), {"Sec-Fetch-Site": "same-site"}, 403, "nor another port of this machine"),
        ((), {"Origin": "https://evil.example"}, 403, "in an older browser neither"),
        (("ingest",), {"Sec-Fetch-Site": "cross-site"}, 403, "a token does not help a page"),
        (("ingest",), {}, 201, "this is what the scope is for"),
        (("admin",), {}, 201, "and this one stands for all"),
    ],
)
def test_writing_needs_its_scope(
    desk: Desk, scopes: tuple[str, ...], extra: dict[str, str], status: int, why: str
) -> None:
    """Switched off: calling `admit` in `verifier.serving.security`."""
    headers = (desk.token(*scopes) if scopes else {}) | extra
    before = desk.home.store.revision()
    answer = desk.client().post(SOURCES, json=TEXT, headers=headers)
    assert answer.status_code == status, why
    assert (desk.home.store.revision() > before) is (status == 201)


@pytest.mark.parametrize(
    ("scope", "status"), [("check", 403), ("read", 403), ("ingest", 403), ("admin", 204)]
)
def test_withdrawing_needs_the_scope_for_everything(desk: Desk, scope: str, status: int) -> None:
    """Switched off: the row of `v1.remove_source` in `verifier.remembering.callers`."""
    client = desk.client()
    source = client.get(SOURCES).get_json()["items"][0]["id"]
    assert client.delete(f"{SOURCES}/{source}").status_code == 401
    assert client.delete(f"{SOURCES}/{source}", headers=desk.token(scope)).status_code == status
