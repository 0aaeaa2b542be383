"""Names that a sender makes up: `name-traversal`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from tests.desks import Desk
from verifier.api.uploads import shown_name

TEXT = b"The heron stands in the shallow water of the bay and waits for a fish."
NAMES = [
    ("../../app.txt", "app", "folders are not climbed"),
    ("..\\..\\app.txt", "app", "nor with the other slash"),
    ("/etc/cron.d/x.txt", "x", "nor named from the root"),
    ("CON.txt", "CON", "a device of another system"),
    ("n" * 300 + ".txt", "nnn", "three hundred letters"),
    ("<svg onload=alert(1)>.txt", "svg", "markup"),
    ("\u202etxt.exe\u202c.txt", "txt.exe", "a name that runs backwards"),
    ("'; DROP TABLE sources;--.txt", "DROP", "a statement"),
]


@pytest.mark.parametrize(("name", "shown", "why"), NAMES)
def test_a_file_is_stored_by_its_bytes_whatever_it_is_called(
    desk: Desk, name: str, shown: str, why: str
) -> None:
    """Switched off: the origin by hash in `verifier.api.uploads` (the name takes its place)."""
    before = {path for path in desk.folder.parent.rglob("*") if path.is_file()}
    client, writer = desk.client(), desk.token("ingest")
    sent = {"file": (BytesIO(TEXT), name)}
    answer = client.post("/api/v1/sources", data=sent, headers=writer)
    source = answer.get_json()["items"][0]["source"]
    assert answer.status_code == 201, why
    assert source["origin"].startswith("sha256-")
    assert shown in source["title"]
    assert not set("/\\\n\u202e") & set(source["title"])
    made = {path for path in desk.folder.parent.rglob("*") if path.is_file()} - before
    assert all(desk.folder in path.parents for path in made)
    page = client.get("/sources").get_data(as_text=True)
    assert "<svg" not in page


def test_a_name_with_a_line_break_forges_nothing(desk: Desk) -> None:
    """Switched off: taking controls out in `verifier.api.uploads.shown_name`."""
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file";'
        b' filename="a%0D%0AX-Evil: 1.txt"\r\n\r\n' + TEXT + b"\r\n--b--\r\n"
    )
    answer = desk.client().post(
        "/api/v1/sources",
        data=body,
        content_type="multipart/form-data; boundary=b",
        headers=desk.token("ingest"),
    )
    assert answer.status_code == 201
    assert "X-Evil" not in answer.headers
    assert shown_name("a\r\nX-Evil: 1.txt") == "aX-Evil: 1.txt"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("", None), ("..", None), ("a/", None), ("\u202e\n", None), ("\ud800x.txt", "x.txt")],
)
def test_what_is_no_name_is_none(name: str, expected: str | None) -> None:
    """Switched off: None for nothing in `verifier.api.uploads.shown_name`."""
    assert shown_name(name) == expected


def test_the_same_bytes_under_two_names_are_one_source(desk: Desk, tmp_path: Path) -> None:
    """Switched off: the origin by hash in `verifier.api.uploads`."""
    client, writer = desk.client(), desk.token("ingest")
    answers = [
        client.post("/api/v1/sources", data={"file": (BytesIO(TEXT), name)}, headers=writer)
        for name in ("one.txt", "two.txt")
    ]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert client.get("/api/v1/corpus").get_json()["sources"] == 5
    again = {"file": (BytesIO(TEXT), "two.txt")}
    assert client.post("/api/v1/sources", data=again, headers=writer).status_code == 200
