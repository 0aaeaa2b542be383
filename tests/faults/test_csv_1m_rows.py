"""A table with more rows than are taken: `csv-1M-rows`."""

from __future__ import annotations

import io
import tracemalloc
from pathlib import Path

import pytest

from tests.desks import Desk
from verifier.jobs.folder import FOLDER, Given, Limits, take_in
from verifier.remembering.refusals import TooManyRows

ROWS = 1_048_577


class Rows(io.RawIOBase):
    """A table that is made while it is read."""

    def __init__(self, rows: int) -> None:
        self._head, self._left, self.read_rows = b"id,quote\n", rows, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        many = min(self._left, 10_000)
        self._left -= many
        self.read_rows += many
        head, self._head = self._head, b""
        return head + b"1,words that somebody said\n" * many


@pytest.mark.parametrize(("rows", "limit"), [(ROWS, 100_000), (ROWS, 300_000)])
def test_too_many_rows_are_refused_in_constant_memory(
    tmp_path: Path, rows: int, limit: int
) -> None:
    """Switched off: `TooManyRows` in `verifier.jobs.folder.take_in`; reading a whole file there."""
    given = Given(Rows(rows), "a.csv")  # type: ignore[arg-type]
    tracemalloc.start()
    try:
        with pytest.raises(TooManyRows) as refused:
            take_in(tmp_path, "a", given, Limits(bytes=100_000_000, rows=limit))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert refused.value.limit == limit
    assert peak < 12_000_000
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_the_refusal_names_the_limit_and_the_way_out(desk: Desk) -> None:
    """Switched off: `TooManyRows` in `verifier.jobs.folder.take_in`."""
    client = desk.client(max_job_rows=1_000)
    body = b"quote\n" + b"words that somebody said\n" * 1_001
    answer = client.post("/api/v1/jobs", data=body, content_type="text/csv")
    assert (answer.status_code, answer.get_json()["type"]) == (413, "payload-too-large")
    assert "1,000 rows" in answer.get_json()["detail"]
    assert "verifier batch" in answer.get_json()["detail"]
    fits = b"\n".join(body.split(b"\n")[:-2])
    assert client.post("/api/v1/jobs", data=fits, content_type="text/csv").status_code == 202
