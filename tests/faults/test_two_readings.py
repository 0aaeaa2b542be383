"""One claim through every door: `two-readings`."""

from __future__ import annotations

import csv
import io
import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.conftest import ABSENT, ALTERED, RENDERED, TEXTS, VERBATIM
from tests.desks import Desk
from verifier.cli import main

CLAIMS = [
    VERBATIM,
    ALTERED,
    RENDERED,
    ABSENT,
    "We built it for everyone ... that a question was too small to ask.",
    "“We built it for everyone,” she said, “who has ever been told that a question was too small.”",
    "library",
    "而是为了每一个曾经不敢提问的人",
]


def told(report: dict[str, Any]) -> tuple[Any, ...]:
    """Verdict, place and offsets."""
    match = report["match"] or {}
    return (
        *(report["verdict"]["code"], report["verdict"]["action"], report["verdict"]["headline"]),
        *(match.get("source_id"), match.get("exact"), match.get("pieces"), match.get("selectors")),
    )


@pytest.mark.parametrize("quote", CLAIMS)
def test_every_door_gives_the_same_reading(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quote: str
) -> None:
    """Switched off: the one `Service` behind the doors (a claim read anew in
    `verifier.pages.web`).
    """
    client = desk.client()
    by_api = client.post("/api/v1/verify", json={"quote": quote}).get_json()
    by_batch = client.post("/api/v1/verify/batch", json={"items": [{"quote": quote}]}).get_json()
    by_form = client.post("/check", data={"quote": quote, "keep": "1"})
    by_page = client.get("/api/v1" + by_form.headers["Location"]).get_json()
    line = json.dumps({"quote": quote})
    sent = client.post("/api/v1/jobs", data=line, content_type="application/jsonl")
    desk.work_off()
    by_job = client.get(f"{sent.headers['Location']}/results").get_json(force=True)
    desk.close()
    monkeypatch.setenv("VERIFIER_HOME", str(desk.folder))
    claims, reports = tmp_path / "claims.jsonl", tmp_path / "reports.jsonl"
    claims.write_text(json.dumps({"quote": quote}), "utf-8")
    CliRunner().invoke(main, ["batch", str(claims), "-o", str(reports)])
    by_file = json.loads(reports.read_text("utf-8"))
    by_command = json.loads(CliRunner().invoke(main, ["check", quote, "--json"]).stdout)
    rows, answers = tmp_path / "claims.csv", tmp_path / "answers.csv"
    rows.write_text('quote\n"' + quote.replace('"', '""') + '"\n', "utf-8")
    CliRunner().invoke(main, ["batch", str(rows), "-o", str(answers), "--raw"])
    expected = told(by_api)
    for report in (by_batch["items"][0]["report"], by_page, by_job, by_file, by_command):
        assert told(report) == expected
    row = next(csv.DictReader(io.StringIO(answers.read_text("utf-8-sig"), newline="")))
    assert row["qv_verdict"] == by_api["verdict"]["code"]
    assert row["qv_headline"] == by_api["verdict"]["headline"]
    assert row["qv_source_text"] == (by_api["match"] or {"exact": ""})["exact"]


@pytest.mark.parametrize("quote", CLAIMS)
def test_the_page_says_what_the_api_says(desk: Desk, quote: str) -> None:
    """Switched off: the same."""
    client = desk.client()
    report = client.post("/api/v1/verify", json={"quote": quote}).get_json()
    page = unescape(client.post("/check", data={"quote": quote}).get_data(as_text=True))
    assert report["verdict"]["headline"] in page
    if report["match"]:
        at = report["match"]["passage_id"]
        assert f"/sources/{report['match']['source_id']}?passage={at}#p{at}" in page
    assert len(TEXTS) == report["scope"]["sources"]


@pytest.mark.parametrize(
    ("opening", "closing"), [("She wrote: “", "”\n"), ("\n> ", "\n"), ('She said: "', '"')]
)
@pytest.mark.parametrize("quote", [q for q in CLAIMS if len(q) > 10 and "“" not in q])
def test_a_draft_reads_its_quotations_as_the_api_reads_them(
    desk: Desk, quote: str, opening: str, closing: str
) -> None:
    """Switched off: the whole of the words in `verifier.drafts.article.questions` (all but the
    last).
    """
    client = desk.client()
    text = f"The library opened on Friday.\n\n{opening}{quote}{closing}\nIt rained."
    asked = {"quote": quote, "language": "en"}
    by_api = client.post("/api/v1/verify", json=asked).get_json()
    by_draft = client.post("/api/v1/drafts", json={"text": text, "language": "en"}).get_json()
    assert [told(each["report"]) for each in by_draft["quotations"]] == [told(by_api)]
