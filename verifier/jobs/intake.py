"""Jobs as the doors deal with them: taken in, shown, stopped or erased. The same for every door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from verifier.config import Settings
from verifier.exchange.job_view import JobLinks, JobView, view
from verifier.jobs.folder import Given, Limits, erase, job_file, take_in
from verifier.remembering import jobs
from verifier.remembering.callers import Caller
from verifier.remembering.checks import new_id
from verifier.remembering.job_models import Format
from verifier.remembering.ledger import Connection, Ledger


def take_job(
    ledger: Ledger,
    settings: Settings,
    caller: Caller,
    given: Given,
    *,
    now: datetime,
    also: Callable[[Connection, JobView], None] = lambda connection, job: None,
) -> JobView:
    """Take a file of quotes in as a job that waits.

    Args:
        ledger: the queue.
        settings: limits, and where the files are.
        caller: whose job it is.
        given: the file.
        now: the time.
        also: what is to be kept in the same transaction.

    Raises:
        TooLarge, TooManyRows, UnsupportedFormat, NoQuoteColumn, UnreadableSource, StorageFull: see
            `verifier.jobs.folder.take_in`; nothing was kept.
    """
    job_id = new_id()
    limits = Limits(settings.max_upload, settings.max_job_rows)
    rows = take_in(settings.home, job_id, given, limits)
    try:
        with ledger.writing() as connection:
            job = jobs.add(
                connection, job_id, caller.owner, rows.kind, days=settings.keep_days, now=now
            )
            shown = view_of(ledger, settings.home, job, links_of(job_id))
            also(connection, shown)
    except BaseException:
        erase(settings.home, job_id)
        raise
    return shown


def show_job(
    ledger: Ledger, settings: Settings, caller: Caller, job_id: str, *, now: datetime
) -> JobView:
    """A job as it is now.

    Raises:
        NotFound: none of the caller's.
    """
    job = jobs.read(ledger, job_id, caller.owner, now=now)
    return view_of(ledger, settings.home, job, links_of(job_id))


def drop_job(
    ledger: Ledger, settings: Settings, caller: Caller, job_id: str, *, now: datetime
) -> JobView | None:
    """Stop a job that has not ended, and keep what is done; erase one that has.

    Returns:
        The job that was stopped; None when it was erased.

    Raises:
        NotFound: none of the caller's.
        StoreError: some of its files could not be deleted; they are swept away later.
    """
    job = jobs.cancel(ledger, job_id, caller.owner, now=now)
    if job is None:
        erase(settings.home, job_id)
        return None
    return view_of(ledger, settings.home, job, links_of(job_id))


def view_of(ledger: Ledger, home: Path, job: jobs.Job, links: JobLinks) -> JobView:
    """A job as it is now.

    Args:
        ledger: the queue.
        home: folder of the service.
        job: see `verifier.remembering.jobs.read`.
        links: addresses.

    Raises:
        NotFound: its files are gone.
    """
    file = job_file(home, job.id)
    try:
        ahead = 0 if job.state.ended else jobs.ahead_of(ledger, job.id)
        return view(job, file.progress(), tuple(file.about["notes"]), ahead, links)
    finally:
        file.close()


def results_name(form: Format) -> str:
    """The name under which answers are saved; the given name is not kept, so it is always this."""
    return f"quotes-checked.{form.value}"


def links_of(job_id: str) -> JobLinks:
    """Addresses of a job."""
    address = jobs.location_of(job_id)
    return JobLinks(address, f"{address}/results", f"/file/{job_id}")
