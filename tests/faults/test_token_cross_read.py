"""Who may do what: `token-cross-read`, `write-with-read-scope`, `mass-assignment`."""

from __future__ import annotations

import logging

import pytest

from tests.conftest import ABSENT, VERBATIM
from tests.desks import Desk
from verifier.audit import events

SOURCES = "/api/v1/sources"
VERIFY = "/api/v1/verify"
TEXT = {"text": "The heron stands in the shallow water of the bay and waits for a fish."}


def test_a_token_reads_its_own_checks_and_nobody_elses(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Switched off: comparing the owner in `verifier.checks.read`."""
    client, one, other = desk.client(), desk.token("check"), desk.token("check", "admin")
    kept = client.post(VERIFY, json={"quote": VERBATIM, "keep": True}, headers=one)
    address, page = kept.headers["Location"], kept.get_json()["links"]["html"]
    with caplog.at_level(logging.INFO):
        for path in (address, page):
            assert client.get(path, headers=one).status_code == 200
            for headers in (other, {}):
                refused = client.get(path, headers=headers)
                nothing = client.get(path[:-4] + "0000", headers=headers)
                assert refused.status_code == nothing.status_code == 404
                assert refused.get_json()["detail"] == nothing.get_json()["detail"]
    check_id = address.rsplit("/", 1)[-1]
    reached = [each for each in events(desk.ledger) if each.event == "check_refused"]
    assert len(reached) == 4
    assert {each.subject for each in reached} == {check_id}
    assert client.get(address, headers=one).status_code == 200, "its owner is not affected"


def test_what_a_shared_token_keeps_is_the_newsrooms(desk: Desk) -> None:
    client, shared, other = desk.client(), desk.token("check", shared=True), desk.token("check")
    kept = client.post(VERIFY, json={"quote": VERBATIM, "keep": True}, headers=shared)
    for headers in (shared, other, {}):
        assert client.get(kept.headers["Location"], headers=headers).status_code == 200


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
    """Switched off: `admit` in `verifier.security`."""
    headers = (desk.token(*scopes) if scopes else {}) | extra
    before = desk.home.store.revision()
    answer = desk.client().post(SOURCES, json=TEXT, headers=headers)
    assert answer.status_code == status, why
    assert (desk.home.store.revision() > before) is (status == 201)


@pytest.mark.parametrize(
    ("scope", "status"), [("check", 403), ("read", 403), ("ingest", 403), ("admin", 204)]
)
def test_withdrawing_needs_the_scope_for_everything(desk: Desk, scope: str, status: int) -> None:
    """Switched off: the row of `v1.remove_source` in `verifier.callers`."""
    client = desk.client()
    source = client.get(SOURCES).get_json()["items"][0]["id"]
    assert client.delete(f"{SOURCES}/{source}").status_code == 401
    assert client.delete(f"{SOURCES}/{source}", headers=desk.token(scope)).status_code == status


@pytest.mark.parametrize("field", ["owner", "verdict", "corpus_version", "id", "limit", "created"])
@pytest.mark.parametrize("path", [VERIFY, SOURCES])
def test_what_nobody_may_set_is_refused(desk: Desk, path: str, field: str) -> None:
    """Switched off: `unknown = RAISE` in `verifier.asking`."""
    body: dict[str, object] = dict(TEXT) if path == SOURCES else {"quote": ABSENT}
    answer = desk.client().post(path, json=body | {field: "x"}, headers=desk.token("admin"))
    assert answer.status_code == 422
    fault = answer.get_json()["errors"][0]
    assert (fault["pointer"], fault["code"]) == (f"/{field}", "unknown-field")
