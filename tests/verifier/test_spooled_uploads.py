"""A large upload lies in a file while it is read, and no longer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Response, request

from tests.desks import Desk

LARGE = 600_000  # beyond what the framework keeps in memory


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("path", "name", "content", "status"),
    [
        ("/api/v1/sources", "a.txt", "It rained on the marble. " * (LARGE // 20), 201),
        ("/api/v1/sources", "a.pdf", "no such document " * (LARGE // 15), 415),
        ("/api/v1/jobs", "a.csv", "quote\n" + "It rained on the marble.\n" * (LARGE // 20), 202),
        ("/api/v1/jobs", "a.odt", "no table " * (LARGE // 8), 415),
        ("/file", "a.csv", "quote\n" + "It rained on the marble.\n" * (LARGE // 20), 303),
    ],
)
def test_its_file_is_closed_when_the_route_has_answered(
    desk: Desk, path: str, name: str, content: str, status: int
) -> None:
    """Switched off: closing it, in the route."""
    app, closed = desk.app(), list[bool]()

    @app.after_request
    def _look(response: Response) -> Response:
        closed.extend(each.stream.closed for each in request.files.values())
        return response

    # made by hand: the client of the framework would leave a file of its own open
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    answer = app.test_client().post(
        path,
        data=f"{head}{content}\r\n--x--\r\n".encode(),
        content_type="multipart/form-data; boundary=x",
        headers=desk.token("check", "ingest"),
    )
    assert (answer.status_code, closed) == (status, [True])
