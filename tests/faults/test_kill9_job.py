"""A service that is killed while it works on a file: `kill9-job`."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

from tests.conftest import ALTERED, PROJECT
from tests.desks import Desk
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.exchange.job_view import JobView
from verifier.jobs.answering import answering
from verifier.jobs.folder import Given
from verifier.jobs.intake import show_job, take_job
from verifier.jobs.results import Form, results
from verifier.jobs.runner import Runner
from verifier.remembering.callers import Caller
from verifier.remembering.job_models import Flavour, Format
from verifier.remembering.jobs import LEASE, State

ROWS = 400
WORK = [sys.executable, "-c", "from verifier.cli import main; main()", "work", "--workers", "1"]


def test_a_killed_services_job_is_taken_over_once_and_goes_on(desk: Desk) -> None:
    """Switched off: the lease in `verifier.remembering.jobs.claim` (nobody takes it over); the
    attempt in `JobFile.take` (both do)."""
    settings = Settings(home=desk.folder)
    lines = (json.dumps({"id": n, "quote": f"{ALTERED} {n}"}) for n in range(ROWS))
    given = Given(io.BytesIO("\n".join(lines).encode()), "a.jsonl")
    job = take_job(desk.ledger, settings, Caller(), given, now=utc_now())

    def shown() -> JobView:
        return show_job(desk.ledger, settings, Caller(), job.id, now=utc_now())

    def answers() -> list[dict[str, object]]:
        form = Form(Format.JSONL, Flavour.RAW)
        whole = b"".join(results(desk.folder, job.id, form))
        return [json.loads(line) for line in whole.splitlines()]

    environment = os.environ | {"VERIFIER_HOME": str(desk.folder)}
    with subprocess.Popen(WORK, cwd=PROJECT, env=environment, stderr=subprocess.DEVNULL) as first:
        while shown().counts.done == 0 and first.poll() is None:
            time.sleep(0.02)
        first.kill()
    left = shown()
    assert left.state is State.RUNNING, "nobody said that it stopped"
    assert 0 < left.counts.done < ROWS
    before = answers()
    assert len(before) == left.counts.done

    opener = partial(answering, settings)
    assert not Runner(desk.folder, desk.ledger, opener, 1).run_once(), "its lease is not over"

    def later() -> datetime:
        return utc_now() + timedelta(seconds=LEASE)

    here = [Runner(desk.folder, desk.ledger, opener, 1, now=later) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        taken = list(pool.map(lambda runner: runner.run_once(), here))
    assert sorted(taken) == [False, True]
    whole = shown()
    assert (whole.state, whole.counts.done, whole.counts.checked) == (State.DONE, ROWS, ROWS)
    after = answers()
    assert [row["row_id"] for row in after] == list(range(ROWS))
    assert after[: len(before)] == before, "what was answered is not answered again"
