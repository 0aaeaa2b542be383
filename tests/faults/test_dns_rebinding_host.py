"""A foreign name for this machine: `dns-rebinding-host`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.conftest import VERBATIM

PATHS = ["/api/v1/corpus", "/api/v1/sources", "/", "/sources", "/metrics"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", ""])
@pytest.mark.parametrize("path", PATHS)
def test_a_foreign_name_for_this_machine_reads_nothing(
    client: FlaskClient, path: str, host: str
) -> None:
    """Switched off: `names_this_machine` in `verifier.serving.security.admit`."""
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code in (400, 403)
    assert b"river" not in answer.data


def test_a_foreign_name_checks_nothing(client: FlaskClient) -> None:
    """Switched off: the same."""
    body, host = {"quote": VERBATIM}, {"Host": "evil.example"}
    assert client.post("/api/v1/verify", json=body, headers=host).status_code == 403
