"""A source that comes in while a file is worked on: `corpus-update-mid-job`."""

from __future__ import annotations

import json

from corpus.ingest import read_source
from tests.conftest import VERBATIM
from tests.desks import THEN, Desk

LATE = "Nineteen lanterns hung above the lock when the mayor spoke at midnight."


def test_each_row_says_what_it_was_compared_with(desk: Desk) -> None:
    """Switched off: the version in `verifier.jobs.answers` (that of the job for every row)."""
    client = desk.client()
    quotes = [VERBATIM, LATE, f"“{VERBATIM}”", f"“{LATE}”"]
    lines = "".join(json.dumps({"quote": quote}) + "\n" for quote in quotes)
    sent = client.post("/api/v1/jobs", data=lines, content_type="application/jsonl")
    address = sent.headers["Location"]
    versions = [desk.home.store.revision()]
    desk.work_off(2)
    early = client.get(f"{address}/results").get_data()
    list(desk.home.add(read_source("late.txt", LATE.encode()), now=THEN))
    versions.append(desk.home.store.revision())
    desk.work_off()
    found = [json.loads(line) for line in client.get(f"{address}/results").get_data().splitlines()]
    assert [each["scope"]["corpus_version"] for each in found] == [
        *(versions[0], versions[0], versions[1], versions[1])
    ]
    codes = [each["verdict"]["code"] for each in found]
    assert codes == ["verbatim", "not_found", "verbatim", "verbatim"]
    assert client.get(f"{address}/results").get_data().startswith(early)
    assert client.get(address).get_json()["corpus_version"] == versions[0]
    table = client.get(f"{address}/results?format=csv&flavour=raw").get_data(as_text=True)
    assert table.count(f",{versions[0]},") >= 2
