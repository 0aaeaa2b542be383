"""Somebody else's check: `token-cross-read`."""

from __future__ import annotations

import logging

import pytest

from tests.conftest import VERBATIM
from tests.desks import Desk
from verifier.remembering.audit import events

VERIFY = "/api/v1/verify"


def test_a_token_reads_its_own_checks_and_nobody_elses(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Switched off: comparing the owner in `verifier.remembering.checks.read`."""
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
    """Switched off: the shared token in `verifier.remembering.callers.Caller.owner`."""
    client, shared, other = desk.client(), desk.token("check", shared=True), desk.token("check")
    kept = client.post(VERIFY, json={"quote": VERBATIM, "keep": True}, headers=shared)
    for headers in (shared, other, {}):
        assert client.get(kept.headers["Location"], headers=headers).status_code == 200
