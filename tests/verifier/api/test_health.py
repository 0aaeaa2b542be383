"""Readiness tells the parts apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.errors import IndexUnavailable, StoreCorrupt, StoreError
from verifier.app import create_app
from verifier.config import Settings
from verifier.remembering.ledger import Ledger
from verifier.service import Service


def failing(error: Exception) -> Any:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


@pytest.mark.parametrize(
    ("part", "method", "answer", "expected"),
    [
        ("home", "in_step", lambda: False, "index_rebuilding ok rebuilding ok"),
        ("home", "in_step", failing(IndexUnavailable("x")), "unavailable ok unavailable ok"),
        ("store", "summary", failing(StoreCorrupt("x")), "unavailable " * 3 + "ok"),
        ("ledger", "reading", failing(StoreError("x")), "unavailable ok ok unavailable"),
    ],
)
def test_each_part_is_told_by_itself(
    service: Service,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    part: str,
    method: str,
    answer: Any,
    expected: str,
) -> None:
    ledger = Ledger.open(tmp_path)
    client = create_app(Settings(home=tmp_path), service, ledger).test_client()
    parts = {"home": service.home, "store": service.home.store, "ledger": ledger}
    monkeypatch.setattr(parts[part], method, answer)
    told = client.get("/readyz")
    assert told.status_code == 503
    body = told.get_json()
    told_parts = [body[name] for name in ("status", "store", "index", "ledger")]
    assert told_parts == expected.split()
    assert client.get("/healthz").status_code == 200
    ledger.close()


def test_numbers_are_for_this_machine_or_a_token_even_on_an_open_server(
    service: Service, tmp_path: Path
) -> None:
    client = create_app(Settings(home=tmp_path, open=True), service).test_client()
    far = {"REMOTE_ADDR": "203.0.113.9"}
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", environ_base=far).status_code == 401
    assert client.get("/api/v1/corpus", environ_base=far).status_code == 200


def test_a_ledger_that_cannot_be_written_does_not_stop_reading(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger.open(tmp_path)
    client = create_app(Settings(home=tmp_path), service, ledger).test_client()
    monkeypatch.setattr(ledger, "writing", failing(StoreError("the disk is full")))
    answer = client.get("/api/v1/corpus")
    assert (answer.status_code, "RateLimit-Limit" in answer.headers) == (200, False)
    ledger.close()
