"""What is over its term: `retention`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from tests.conftest import ABSENT, VERBATIM
from tests.desks import Desk
from verifier import app
from verifier.api import job_routes, routes
from verifier.clock import utc_text
from verifier.jobs.answers import packed_problem
from verifier.jobs.folder import FOLDER, erase_strays, job_file
from verifier.pages import web
from verifier.remembering.audit import record
from verifier.remembering.idempotency import claim
from verifier.remembering.job_models import Entry
from verifier.remembering.jobs import known
from verifier.remembering.retention import Terms, sweep
from verifier.serving import security
from verifier.serving.problems import Problem

VERIFY = "/api/v1/verify"
CANARY = "Zanzigar plumbleworth never crossed the wide river in the spring of that year"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TERMS = Terms(key_hours=24, audit_days=365)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time of the doors, to be moved."""
    times = [NOW]
    for module in (routes, web, app, job_routes, security):
        monkeypatch.setattr(module, "utc_now", lambda: times[-1])
    return times


def test_a_kept_check_is_gone_after_its_term_and_nowhere_on_disk(
    desk: Desk, clock: list[datetime]
) -> None:
    """Switched off: the comparison with `expires` in `verifier.remembering.checks.read`;
    `secure_delete`.
    """
    client = desk.client(keep_days=30)
    kept = client.post(VERIFY, json={"quote": CANARY, "keep": True})
    address, page = kept.headers["Location"], kept.get_json()["links"]["html"]
    clock.append(NOW + timedelta(days=29, hours=23))
    assert client.get(address).status_code == client.get(page).status_code == 200
    assert b"plumbleworth" in desk.files()
    for days in (30, 40):
        clock.append(NOW + timedelta(days=days))
        for path in (address, page):
            gone = client.get(path)
            assert (gone.status_code, gone.get_json()["type"]) == (404, "not-found")
    assert sweep(desk.ledger, TERMS, now=clock[-1]) == 1
    assert b"plumbleworth" not in desk.files()
    assert sweep(desk.ledger, TERMS, now=clock[-1]) == 0


@pytest.fixture
def job(desk: Desk, clock: list[datetime]) -> str:
    """The address of a file that holds the canary, half answered."""
    body = f"quote\n{CANARY}\n{VERBATIM}\n".encode()
    sent = desk.client().post("/api/v1/jobs", data=body, content_type="text/csv")
    address = str(sent.headers["Location"])
    file = job_file(desk.folder, address.rsplit("/", 1)[-1])
    problem = packed_problem(Problem("x", "x", 422, CANARY))
    file.store(file.take_next(), [Entry(1, b"x" * 16, answer=problem)], 0.1)
    file.close()
    return address


def test_a_job_is_gone_after_its_term_and_nowhere_on_disk(
    desk: Desk, clock: list[datetime], job: str
) -> None:
    """Switched off: `expires` in `verifier.remembering.jobs.read`; `erase` in `verifier.app`."""
    folder, client = desk.folder / FOLDER, desk.client()
    clock.append(NOW + timedelta(days=29, hours=23))
    assert client.get(job).status_code == client.get(f"{job}/results").status_code == 200
    assert b"plumbleworth" in desk.files()
    clock.append(NOW + timedelta(days=30))
    for path in (job, f"{job}/results"):
        gone = client.get(path)
        assert (gone.status_code, gone.get_json()["type"]) == (404, "not-found")
    assert client.delete(job).status_code == 404
    desk.client()  # starts, and sweeps
    assert b"plumbleworth" not in desk.files()
    assert list(folder.iterdir()) == []
    assert known(desk.ledger) == frozenset()


def test_an_erased_job_is_nowhere_on_disk(desk: Desk, job: str) -> None:
    """Switched off: `erase` in `verifier.jobs.intake`."""
    client = desk.client()
    assert [client.delete(job).status_code for _ in range(3)] == [200, 204, 404]
    assert b"plumbleworth" not in desk.files()
    assert list((desk.folder / FOLDER).iterdir()) == []


def test_what_a_dead_request_left_behind_goes_and_a_living_ones_stays(
    desk: Desk, clock: list[datetime], job: str
) -> None:
    """Switched off: `_STRAY` in `verifier.jobs.folder`."""
    stray = desk.folder / FOLDER / "0123"
    stray.mkdir()
    (stray / "given.csv").write_text(CANARY)
    now = datetime.now(UTC)
    assert erase_strays(desk.folder, known(desk.ledger), now=now) == 0
    assert erase_strays(desk.folder, known(desk.ledger), now=now + timedelta(hours=2)) == 1
    assert desk.client().get(job).status_code == 200


def test_starting_the_service_sweeps(desk: Desk, clock: list[datetime]) -> None:
    """Switched off: the first call of `tidy` in `verifier.app`."""
    desk.client().post(VERIFY, json={"quote": CANARY, "keep": True})
    clock.append(NOW + timedelta(days=31))
    desk.client()
    assert b"plumbleworth" not in desk.files()


def test_a_service_that_nobody_asks_sweeps_too(
    desk: Desk, clock: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Switched off: the moment of the next sweep in `verifier.app` (it never comes)."""
    service = desk.app()
    service.test_client().post(VERIFY, json={"quote": CANARY, "keep": True})
    clock.append(NOW + timedelta(days=31))
    service.extensions["tidy"]()
    assert b"plumbleworth" in desk.files(), "not at every call"
    ahead = monotonic() + 3_600
    monkeypatch.setattr(app, "monotonic", lambda: ahead)
    service.extensions["tidy"]()
    assert b"plumbleworth" not in desk.files()


def test_what_is_within_its_term_stays(desk: Desk, clock: list[datetime]) -> None:
    """Switched off: the term in `verifier.remembering.retention` (the day of keeping in its
    place).
    """
    client = desk.client()
    old = client.post(VERIFY, json={"quote": VERBATIM, "keep": True}).headers["Location"]
    clock.append(NOW + timedelta(days=20))
    new = client.post(VERIFY, json={"quote": ABSENT, "keep": True}).headers["Location"]
    clock.append(NOW + timedelta(days=31))
    assert sweep(desk.ledger, TERMS, now=clock[-1]) == 1
    assert [client.get(path).status_code for path in (old, new)] == [404, 200]


def test_keys_lines_and_counters_have_an_end_too(desk: Desk) -> None:
    """Switched off: the three other statements of `verifier.remembering.retention`."""
    now = datetime.now(UTC)
    claim(desk.ledger, "me", "k1", b"x", now=now)
    record(desk.ledger, utc_text(now), "token_created", "operator", "t")
    tables = ("idempotency", "audit", "buckets")
    desk.client().get("/api/v1/corpus")

    def rows() -> list[int]:
        with desk.ledger.reading() as connection:
            return [
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in tables
            ]

    assert rows() == [1, 1, 1]
    sweep(desk.ledger, TERMS, now=now + timedelta(hours=23))
    assert rows() == [1, 1, 1]
    sweep(desk.ledger, TERMS, now=now + timedelta(days=400))
    assert rows() == [0, 0, 0]
    assert desk.client().get("/api/v1/corpus").status_code == 200
