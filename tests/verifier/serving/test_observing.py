"""What is seen of a request: its id, its line, its number."""

from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from verifier.serving.observing import request_id

LONGEST = "a" * 64


@pytest.mark.parametrize("given", ["a", "req-1.2_3:4", "0" * 32, LONGEST])
def test_an_id_of_the_callers_is_taken_over(client: FlaskClient, given: str) -> None:
    answer = client.get("/api/v1/corpus", headers={"X-Request-ID": given})
    assert answer.headers["X-Request-ID"] == given


@pytest.mark.parametrize("given", ["", "two words", LONGEST + "a", "a\nb", "<b>", "ü", "-a", None])
def test_what_is_no_id_gets_a_new_one(given: str | None) -> None:
    made = request_id(given)
    assert made != given
    assert len(made) == 32
    assert made != request_id(given)


def test_every_answer_has_an_id_refusals_too(client: FlaskClient) -> None:
    paths = ["/", "/nowhere", "/api/v1/sources/x", "/healthz"]
    seen = {client.get(path).headers["X-Request-ID"] for path in paths}
    assert len(seen) == 4


def test_a_line_names_the_template_and_not_the_path(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "verifier.requests"):
        client.get("/api/v1/sources/plumbleworth")
        client.get("/plumbleworth")
        client.post("/api/v1/verify", json={"quote": VERBATIM})
    lines = [record.__dict__["fields"] for record in caplog.records]
    assert [line["route"] for line in lines] == [
        "/api/v1/sources/<string:source_id>",
        "unmatched",
        "/api/v1/verify",
    ]
    assert [line["status"] for line in lines] == [404, 404, 200]
    assert lines[2]["verdicts"] == ["verbatim"]
    assert "plumbleworth" not in str(lines)


def test_numbers_have_templates_for_labels(client: FlaskClient) -> None:
    client.get("/api/v1/sources/plumbleworth")
    client.get("/plumbleworth")
    client.open("/api/v1/verify", method="PLUMBLEWORTH")
    client.post("/api/v1/verify", json={"quote": VERBATIM})
    answer = client.get("/metrics")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/plain"
    template = "/api/v1/sources/<string:source_id>"
    assert f'requests_total{{method="GET",route="{template}",status="404"}} 1.0' in text
    assert 'route="unmatched",status="404"} 1.0' in text
    assert 'method="other"' in text
    assert 'verifier_verdicts_total{search="complete",verdict="verbatim"} 1.0' in text
    assert "verifier_index_in_step 1.0" in text
    assert "plumbleworth" not in text.lower()
