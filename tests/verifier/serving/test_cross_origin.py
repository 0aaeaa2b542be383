"""Calls from a page of another origin."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from verifier.app import create_app
from verifier.config import Settings
from verifier.service import Service

CMS = "https://cms.example"
VERIFY = "/api/v1/verify"
PREFLIGHT = {"Access-Control-Request-Method": "POST"}


@pytest.fixture
def allowing(service: Service, tmp_path: Path) -> FlaskClient:
    settings = Settings(home=tmp_path, cors_origins=f"{CMS}, https://bot.example")
    return create_app(settings, service).test_client()


def granted(answer: object) -> str | None:
    return answer.headers.get("Access-Control-Allow-Origin")  # type: ignore[attr-defined]


@pytest.mark.parametrize("origin", [CMS, "null", "*"])
def test_no_origin_is_allowed_unless_it_is_named(client: FlaskClient, origin: str) -> None:
    asked = client.options(VERIFY, headers=PREFLIGHT | {"Origin": origin})
    assert granted(asked) is None
    sent = client.post(VERIFY, json={"quote": VERBATIM}, headers={"Origin": CMS})
    assert (sent.status_code, granted(sent)) == (403, None)


def test_a_named_origin_may_ask_and_read(allowing: FlaskClient) -> None:
    asked = allowing.options(VERIFY, headers=PREFLIGHT | {"Origin": CMS})
    assert (asked.status_code, granted(asked)) == (204, CMS)
    assert "Authorization" in asked.headers["Access-Control-Allow-Headers"]
    headers = {"Origin": CMS, "Sec-Fetch-Site": "cross-site"}
    sent = allowing.post(VERIFY, json={"quote": VERBATIM}, headers=headers)
    assert (sent.status_code, granted(sent)) == (200, CMS)
    assert "Origin" in sent.headers["Vary"]
    assert "Access-Control-Allow-Credentials" not in sent.headers


@pytest.mark.parametrize(
    ("path", "origin"),
    [(VERIFY, "https://evil.example"), (VERIFY, "https://cms.example.evil"), ("/check", CMS)],
)
def test_nobody_else_and_no_page_is_granted_anything(
    allowing: FlaskClient, path: str, origin: str
) -> None:
    assert granted(allowing.options(path, headers=PREFLIGHT | {"Origin": origin})) is None
    assert (
        granted(allowing.get("/api/v1/corpus", headers={"Origin": "https://evil.example"})) is None
    )
