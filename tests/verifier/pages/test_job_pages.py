"""The pages for files: upload, column, progress, answers, and nobody else's."""

from __future__ import annotations

import io
import json
import os
import re
import time
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from flask.testing import FlaskClient

from tests.conftest import ABSENT, ALTERED, VERBATIM
from tests.desks import Desk
from verifier.exchange.job_view import pace_words, time_words
from verifier.jobs.folder import FOLDER

TABLE = f'quote,speaker\n"{VERBATIM}",Ada Lindqvist\n"{ALTERED}",<b>x\n“…”,\n"{ABSENT}",\n'
UNKNOWN = 'no,"what <i>x",\n1,one <b>,a\n2,two,b\n3,three,c\n4,four,d\n5,five,e\n6,six,f\n'


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


def upload(client: FlaskClient, content: str | bytes, name: str = "c.csv", **fields: Any) -> Any:
    body = content.encode() if isinstance(content, str) else content
    given = {"file": (io.BytesIO(body), name)}
    headers = fields.pop("headers", {})
    return client.post(
        "/file", data={**given, **fields}, content_type="multipart/form-data", headers=headers
    )


def shown(client: FlaskClient, address: str) -> str:
    page = client.get(address).get_data(as_text=True)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_the_form_is_in_the_navigation_and_names_the_limits(desk: Desk) -> None:
    page = desk.client().get("/file").get_data(as_text=True)
    assert '<a href="/file" aria-current="page">A file</a>' in page
    assert "up to 100,000 rows and 50 MB" in page


def test_a_file_becomes_a_page_that_tells_how_far_it_is(desk: Desk) -> None:
    client = desk.client()
    answer = upload(client, TABLE)
    assert (answer.status_code, answer.location[:6]) == (303, "/file/")
    assert "Waiting 0 of 4 rows" in shown(client, answer.location)
    desk.work_off(2)
    text = shown(client, answer.location)
    assert "Waiting 2 of 4 rows" in text and "Cells are parted by commas." in text
    assert "To look at 1 Without points raised 1" in text
    desk.work_off()
    text = shown(client, answer.location)
    assert "All rows are checked 4 of 4 rows" in text
    assert (
        "To look at 2 Without points raised 1 Not answered (unreadable rows among them) 1" in text
    )
    assert re.search(r"4 of 4 rows ; [\d.,]+ a second \.", text)


def test_the_rows_so_far_are_told_by_their_wording(desk: Desk) -> None:
    """Switched off: counting verdicts in `JobFile.store`."""
    client = desk.client()
    address = upload(client, TABLE).location
    words = ["Same words", "Nearly the same", "Cut or joined", "Other words", "No place"]
    for rows, expected in ((2, [1, 0, 0, 1, 0]), (None, [1, 0, 0, 1, 1])):
        desk.work_off(rows)
        told = " ".join(f"{word} {n}" for word, n in zip(words, expected, strict=True))
        assert f"{told} Undecided 0" in re.sub(" [=≈…≠∅?] ", " ", shown(client, address))


def test_a_page_in_progress_asks_for_itself_and_a_finished_one_does_not(desk: Desk) -> None:
    client = desk.client()
    address = upload(client, TABLE).location
    assert '<noscript><meta http-equiv="refresh"' in client.get(address).get_data(as_text=True)
    desk.work_off()
    page = client.get(address).get_data(as_text=True)
    assert "refresh" not in page and "job.js" not in page and "<progress" not in page


def test_the_first_rows_that_need_a_look_lead_to_their_answers(desk: Desk) -> None:
    client = desk.client()
    address = upload(client, TABLE).location
    desk.work_off()
    page = client.get(address).get_data(as_text=True)
    rows = re.findall(r'href="([^"]*/rows/\d+)"', page)
    assert [row.rsplit("/", 1)[1] for row in rows] == ["2", "3", "4"]
    assert "&lt;b&gt;x" in page and "<b>x" not in page
    assert "1 of 18 words differ" in shown(client, rows[0])
    assert client.get(rows[1]).status_code == 422
    assert "There is no quote" in shown(client, rows[1])
    assert [client.get(f"{address}/rows/{n}").status_code for n in (0, 5, 99)] == [404] * 3


@pytest.mark.parametrize("form", ["xlsx", "csv", "html", "jsonl"])
def test_answers_can_be_taken_while_it_goes_on(desk: Desk, form: str) -> None:
    client = desk.client()
    address = upload(client, TABLE).location
    sizes = []
    for rows in (1, None):
        desk.work_off(rows)
        page = client.get(address).get_data(as_text=True)
        links = re.findall(r'href="(/api/v1/jobs/[^"]*format=(\w+))"', page)
        assert [name for _, name in links] == ["xlsx", "csv", "html", "jsonl"]
        answer = client.get({name: link for link, name in links}[form])
        assert answer.status_code == 200
        sizes.append(len(answer.data))
    assert sizes[0] < sizes[1]


def test_stopping_keeps_the_rows_and_deleting_keeps_nothing(desk: Desk) -> None:
    client = desk.client()
    address = upload(client, TABLE).location
    desk.work_off(1)
    stopped = client.post(f"{address}/stop")
    assert (stopped.status_code, stopped.location) == (303, address)
    assert "Stopped 1 of 4 rows" in shown(client, address)
    assert client.post(f"{address}/stop").status_code == 200
    assert client.get(address).status_code == 404
    assert list((desk.folder / FOLDER).iterdir()) == []


def test_the_column_is_asked_for_when_it_is_not_known(desk: Desk) -> None:
    client = desk.client()
    answer = upload(client, UNKNOWN)
    assert answer.status_code == 303
    page = client.get(answer.location).get_data(as_text=True)
    assert "what &lt;i&gt;x" in page and "one &lt;b&gt;" in page and "five" in page
    assert "six" not in page and "column 3, without a name" in page
    wrong = client.post(answer.location, data={"do": "start"})
    assert wrong.status_code == 422
    text = wrong.get_data(as_text=True)
    assert 'href="#column-1"' in text and 'aria-invalid="true"' in text
    assert client.post(answer.location, data={"do": "start", "column": "4"}).status_code == 422
    taken = client.post(answer.location, data={"do": "start", "column": "2"})
    assert taken.status_code == 303
    assert client.get(answer.location).status_code == 404, "the upload has become a job"
    desk.work_off()
    lines = client.get(f"/api/v1/jobs/{taken.location[6:]}/results?format=jsonl").data.splitlines()
    assert [json.loads(line)["claim"]["text"] for line in lines[:2]] == ["one <b>", "two"]


def test_the_sheet_is_asked_for_with_the_column(desk: Desk) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, header in (("Notes", "about"), ("March", "words")):
            book.add_worksheet(name).write_column(0, 0, [header, "of", VERBATIM])
            book.get_worksheet_by_name(name).write_column(0, 1, ["x", "y", "z"])
    client = desk.client()
    address = upload(client, out.getvalue(), "c.xlsx").location
    assert "about" in shown(client, address) and "March" in shown(client, address)
    looked = client.post(address, data={"do": "look", "sheet": "March"}).get_data(as_text=True)
    assert "words" in looked and "about" not in looked
    assert '<option value="March" selected>' in looked
    taken = client.post(address, data={"do": "start", "sheet": "March", "column": "1"})
    assert "0 of 2 rows" in shown(client, taken.location)


@pytest.mark.parametrize(
    ("content", "name", "status", "words"),
    [
        (b"", "c.csv", 422, "There is nothing in the file."),
        (b"%PDF-1.7", "c.pdf", 415, "Known formats are"),
        (b"PK\x03\x04", "c.csv", 422, "it is an archive or a workbook"),
        (b"quote\n" + b"a\n" * 11, "c.csv", 413, "10 rows"),
    ],
)
def test_a_file_that_is_not_taken_is_told_beside_its_field(
    desk: Desk, content: bytes, name: str, status: int, words: str
) -> None:
    answer = upload(desk.client(max_job_rows=10), content, name)
    page = answer.get_data(as_text=True)
    assert answer.status_code == status
    assert words in unescape(page)
    assert '<a href="#file">' in page and 'id="file-error"' in page
    assert 'aria-describedby="file-hint file-error"' in page
    assert not (desk.folder / FOLDER).exists() or list((desk.folder / FOLDER).iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["../../app.csv", "CON.csv", "x" * 300 + ".csv", "a\nb.csv", "\u202evsc.csv", "<b>.csv"],
)
def test_a_file_is_kept_under_a_name_of_our_own(desk: Desk, name: str) -> None:
    client = desk.client()
    for content in (TABLE, UNKNOWN):
        answer = upload(client, content, name)
        assert answer.status_code in (303, 415, 422), "a name may lose its ending on the way"
        page = client.get(answer.location or "/file").get_data(as_text=True)
        assert "app.csv" not in page and "<b>.csv" not in page
    kept = {path.name for path in (desk.folder / FOLDER).rglob("*") if path.is_file()}
    assert kept <= {"given.csv", "waiting.json", "answers.sqlite3"} | {
        f"answers.sqlite3-{end}" for end in ("wal", "shm")
    }
    assert not list(desk.folder.parent.rglob("app.csv"))


def test_no_file_is_told_too(desk: Desk) -> None:
    answer = desk.client().post("/file", data={}, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "Choose a file." in answer.get_data(as_text=True)


def test_files_and_uploads_are_their_owner_s_alone(desk: Desk) -> None:
    client = desk.client()
    mine, theirs = desk.token("check"), desk.token("check")
    job = upload(client, TABLE, headers=mine).location
    waiting = upload(client, UNKNOWN, headers=mine).location
    for address in (job, f"{job}/rows/1", waiting):
        assert client.get(address, headers=theirs).status_code == 404, address
    assert client.post(f"{job}/stop", headers=theirs).status_code == 404
    data = {"do": "start", "column": "1"}
    assert client.post(waiting, data=data, headers=theirs).status_code == 404
    assert [client.get(a, headers=mine).status_code for a in (job, waiting)] == [200, 200]


@pytest.mark.parametrize("upload_id", ["..", "x" * 32, "%2e%2e%2f" + "a" * 20, "a" * 31, "é" * 32])
def test_an_address_that_names_no_upload_is_not_found(desk: Desk, upload_id: str) -> None:
    assert desk.client().get(f"/file/uploads/{upload_id}").status_code in (308, 404)


def test_a_page_of_another_site_can_do_nothing(desk: Desk) -> None:
    client, foreign = desk.client(), {"Sec-Fetch-Site": "cross-site"}
    job, waiting = upload(client, TABLE).location, upload(client, UNKNOWN).location
    assert upload(client, TABLE, headers=foreign).status_code == 403
    assert client.post(f"{job}/stop", headers=foreign).status_code == 403
    assert client.post(waiting, data={"do": "start"}, headers=foreign).status_code == 403


def test_an_upload_that_nobody_chooses_from_goes(desk: Desk) -> None:
    client = desk.client()
    upload(client, UNKNOWN)
    (folder,) = (desk.folder / FOLDER).iterdir()
    long_ago = time.time() - 7_200
    os.utime(folder, (long_ago, long_ago))
    desk.app()
    assert not folder.exists()


def test_only_so_many_uploads_wait_for_a_choice(desk: Desk) -> None:
    """Switched off: the limit in `keep_upload`; its `_over` (the last one is refused for ever)."""
    client = desk.client(max_waiting=2)
    first, second = (upload(client, UNKNOWN).location for _ in range(2))
    refused = upload(client, UNKNOWN)
    page = refused.get_data(as_text=True)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "600")
    assert "2 files wait already for somebody to choose their column." in page
    assert len(list((desk.folder / FOLDER).iterdir())) == 2, "nothing of it was kept"
    assert upload(client, TABLE).status_code == 303, "one whose column is known needs no choice"
    named = {"file": (io.BytesIO(UNKNOWN.encode()), "a.csv"), "column": "#2"}
    assert client.post("/file", data=named).status_code == 303
    long_ago = time.time() - 3_700
    os.utime(desk.folder / FOLDER / first.rsplit("/", 1)[1] / "waiting.json", (long_ago,) * 2)
    assert client.get(first).status_code == 404, "its term is over"
    assert upload(client, UNKNOWN).status_code == 303
    assert client.post(second, data={"do": "start", "column": "2"}).status_code == 303
    assert upload(client, UNKNOWN).status_code == 303, "one that was chosen waits no more"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0, "less than a minute"),
        (59, "less than a minute"),
        (61, "about 1 minute"),
        (600, "about 10 minutes"),
        (3_600, "about 1 hour"),
        (9_000, "about 2 hours"),
    ],
)
def test_a_guess_at_the_time_is_worded_as_one(seconds: int | None, words: str) -> None:
    assert time_words(seconds) == words


@pytest.mark.parametrize(
    ("pace", "words"),
    [(None, ""), (0.25, "0.2 a second"), (9.94, "9.9 a second"), (312.4, "312 a second"),
     (1234.5, "1,234 a second")],
)  # fmt: skip
def test_a_pace_is_worded_as_finely_as_it_is_known(pace: float | None, words: str) -> None:
    assert pace_words(pace) == words
