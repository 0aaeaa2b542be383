"""Files through the API: taken in, told about, fetched, stopped, erased."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ABSENT, ALTERED, VERBATIM
from tests.desks import Desk
from verifier.jobs.folder import FOLDER
from verifier.remembering import jobs

JOBS = "/api/v1/jobs"
TABLE = (
    f'id,quote,speaker\n1,"{VERBATIM}",Ada Lindqvist\n2,"{ALTERED}",\n'
    f'3,"{VERBATIM}",Ada Lindqvist\n4,,\n'
)
LINES = "".join(json.dumps({"id": n, "quote": q}) + "\n" for n, q in enumerate([ABSENT, VERBATIM]))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


def send(client: Any, body: str = TABLE, kind: str = "text/csv", **more: Any) -> Any:
    return client.post(JOBS, data=body.encode(), content_type=kind, **more)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True)))


def test_a_file_becomes_a_job_and_then_a_file_of_answers(desk: Desk) -> None:
    client = desk.client()
    taken = send(client)
    job = taken.get_json()
    address = taken.headers["Location"]
    assert (taken.status_code, job["state"], job["kind"]) == (202, "waiting", "csv")
    assert (address, job["links"]["results"]) == (job["links"]["self"], f"{address}/results")
    assert (job["counts"]["rows"], job["rows_per_second"]) == (4, None)
    assert table(client.get(f"{address}/results").get_data(as_text=True)) == []
    desk.work_off()
    done = client.get(address).get_json()
    assert (done["state"], done["share_done"], done["seconds_left"]) == ("done", 1.0, 0)
    assert done["counts"] == {
        "rows": 4,
        "done": 4,
        "checked": 3,
        "duplicates": 1,
        "unreadable": 0,
        "without_points": 2,
        "to_look_at": 1,
        "failed": 1,
        "verdicts": {"verbatim": 2, "altered_wording": 1},
    }
    assert done["rows_per_second"] > 0
    rows = table(client.get(f"{address}/results").get_data(as_text=True))
    assert [row["id"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["qv_row"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["qv_status"] for row in rows] == ["ok", "ok", "ok", "error"]
    assert rows[0]["qv_source_text"] == rows[2]["qv_source_text"]
    assert all(row["qv_corpus_version"] == str(done["corpus_version"]) for row in rows[:3])


@pytest.mark.parametrize(
    ("form", "kind", "start"),
    [
        ("csv", "text/csv", b"\xef\xbb\xbf"),
        ("csv&flavour=raw", "text/csv", b"id,quote"),
        ("jsonl", "application/jsonl", b'{"row_id": "1", '),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("html", "text/html", b"<!"),
    ],
)
def test_answers_come_in_every_form_while_it_runs(
    desk: Desk, form: str, kind: str, start: bytes
) -> None:
    client = desk.client()
    address = send(client).headers["Location"]
    desk.work_off(2)
    assert client.get(address).get_json()["counts"]["done"] == 2
    answer = client.get(f"{address}/results?format={form}")
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.get_data().startswith(start)
    assert "quotes-checked" in answer.headers["Content-Disposition"]
    if form == "jsonl":
        lines = [json.loads(line) for line in answer.get_data().splitlines()]
        assert [line["verdict"]["code"] for line in lines] == ["verbatim", "altered_wording"]


def test_a_file_may_come_as_a_field(desk: Desk) -> None:
    client = desk.client()
    sent = {"file": (BytesIO(TABLE.replace("quote", "Aussage").encode()), "Zitate Mai.CSV")}
    taken = client.post(JOBS, data=sent | {"column": "Aussage"})
    assert taken.status_code == 202
    assert "Zitate" not in taken.get_data(as_text=True)
    assert send(client, LINES, "application/jsonl").get_json()["kind"] == "jsonl"
    named = send(client, TABLE.replace("quote", "x"), query_string={"column": "x"})
    assert named.status_code == 202


@pytest.mark.parametrize(
    ("body", "kind", "status", "problem"),
    [
        ("a,b\n1,2\n", "text/csv", 422, "csv-no-quote-column"),
        (TABLE, "application/xml", 415, "unsupported-media-type"),
        (TABLE, "application/json", 415, "unsupported-media-type"),
        (TABLE, "text/plain", 415, "unsupported-media-type"),
        ("quote\n" + "x\n" * 31, "text/csv", 413, "payload-too-large"),
        ("quote\n" + "x" * 3000, "text/csv", 413, "payload-too-large"),
        (
            TABLE,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            422,
            "invalid-request",
        ),
    ],
)
def test_what_is_no_file_of_quotes_is_refused_and_not_kept(
    desk: Desk, body: str, kind: str, status: int, problem: str
) -> None:
    """Switched off: deleting the folder at a failure in `verifier.jobs.folder.take_in`."""
    answer = send(desk.client(max_job_rows=30, max_upload=2_000), body, kind)
    assert (answer.status_code, answer.get_json()["type"]) == (status, problem)
    folder = desk.folder / FOLDER
    assert not folder.exists() or list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"other": (BytesIO(b"quote\nx"), "a.csv")},
        {"file": (BytesIO(b"quote\nx"), "a.csv"), "owner": "me"},
        {"file": (BytesIO(b"quote\nx"), "a.csv"), "column": "x" * 301},
    ],
)
def test_other_fields_are_refused(desk: Desk, sent: dict[str, Any]) -> None:
    answer = desk.client().post(JOBS, data=sent, content_type="multipart/form-data")
    assert (answer.status_code, answer.get_json()["type"]) == (422, "invalid-request")


def test_a_job_is_stopped_first_and_erased_then(desk: Desk) -> None:
    client = desk.client()
    address = send(client).headers["Location"]
    desk.work_off(2)
    stopped = client.delete(address)
    assert (stopped.status_code, stopped.get_json()["state"]) == (200, "cancelled")
    assert stopped.get_json()["counts"]["done"] == 2
    assert len(table(client.get(f"{address}/results").get_data(as_text=True))) == 2
    assert client.delete(address).status_code == 204
    for path in (address, f"{address}/results"):
        assert client.get(path).status_code == 404
    assert client.delete(address).status_code == 404
    assert list((desk.folder / FOLDER).iterdir()) == []


def test_the_same_key_makes_one_job(desk: Desk) -> None:
    """Switched off: `also` in `verifier.jobs.intake.take_job`."""
    client, key = desk.client(), {"Idempotency-Key": "k1"}
    first, again = (send(client, headers=key) for _ in range(2))
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.get_data() == again.get_data()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(jobs.known(desk.ledger)) == 1
    other = send(client, LINES, "application/jsonl", headers=key)
    assert (other.status_code, other.get_json()["type"]) == (422, "idempotency-key-reused")
    boundary = (
        {"file": (BytesIO(TABLE.encode()), "a.csv")},
        {"file": (BytesIO(TABLE.encode()), "a.csv")},
    )
    made = [client.post(JOBS, data=each, headers={"Idempotency-Key": "k2"}) for each in boundary]
    assert made[0].headers["Location"] == made[1].headers["Location"]
    for _ in range(2):
        client.delete(first.headers["Location"])
    assert send(client, headers=key).headers["Location"] != first.headers["Location"]


def test_a_refused_file_gives_its_key_back(desk: Desk) -> None:
    client, key = desk.client(), {"Idempotency-Key": "k1"}
    assert send(client, "a,b\n1,2\n", headers=key).status_code == 422
    assert send(client, headers=key).status_code == 202


def test_a_job_is_its_tokens(desk: Desk) -> None:
    """Switched off: `g.caller.owner` in `verifier.api.job_routes`."""
    client, one, other = desk.client(), desk.token("check"), desk.token("check", "admin")
    address = send(client, headers=one).headers["Location"]
    for headers in (other, {}):
        for path in (address, f"{address}/results"):
            assert client.get(path, headers=headers).status_code == 404
        assert client.delete(address, headers=headers).status_code == 404
    assert client.get(address, headers=one).get_json()["state"] == "waiting"
    assert send(client, headers=desk.token("read")).status_code == 403
    shared = send(client, headers=desk.token("check", shared=True)).headers["Location"]
    assert client.get(shared, headers=other).status_code == 200


@pytest.mark.parametrize("query", ["format=doc", "flavour=x", "page=1"])
def test_other_forms_are_refused(desk: Desk, query: str) -> None:
    client = desk.client()
    address = send(client).headers["Location"]
    assert client.get(f"{address}/results?{query}").status_code == 422
