"""The pages for whole files: upload, choose the column, watch it go, take the answers.

They work without JavaScript: then the page of a job asks for itself again while it goes on. A file
and its quotes travel in bodies only; a job's address is unguessable and its owner's alone.
"""

from __future__ import annotations

from typing import BinaryIO

from flask import Blueprint, Flask, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from corpus.errors import InvalidInput, NoQuoteColumn
from corpus.keeping.store import Store
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.exchange.job_view import JobView, family_counts, pace_words, time_words
from verifier.jobs import intake
from verifier.jobs.folder import Given
from verifier.pages.answer_page import answer_page, given_in
from verifier.pages.job_pending import Pending, chosen_column, forget_upload, keep_upload, pending
from verifier.pages.job_rows import first_to_look_at, row_of
from verifier.pages.web import problem_page
from verifier.remembering import job_notices, jobs
from verifier.remembering.job_models import Format
from verifier.remembering.ledger import Ledger
from verifier.remembering.refusals import TooLarge, TooManyRows, TooManyWaiting
from verifier.report import Report
from verifier.service import Service
from verifier.serving.observing import tell
from verifier.serving.problems import problem_of
from verifier.showing import phrases, presentation
from verifier.tables.formats import KINDS

_SHOWN = 10
_REFRESH = 5
"""Seconds after which a page without JavaScript asks again: often enough to see it move."""
FORMS = {
    Format.XLSX: "Excel workbook",
    Format.CSV: "CSV for spreadsheets",
    Format.HTML: "Report to read and print",
    Format.JSONL: "JSONL for programs",
}
STATES = {
    jobs.State.WAITING: "Waiting",
    jobs.State.RUNNING: "Checking",
    jobs.State.DONE: "All rows are checked",
    jobs.State.CANCELLED: "Stopped",
    jobs.State.FAILED: "The file could not be checked to its end",
}


def job_pages(store: Store, settings: Settings, ledger: Ledger) -> Blueprint:
    """The pages over the queue of jobs.

    Args:
        store: the corpus, for what stands around a match.
        settings: limits, and where files are kept.
        ledger: the queue.
    """
    blueprint = Blueprint("job", __name__)

    def form(errors: dict[str, str] | None = None, column: str = "") -> str:
        return render_template(
            "file_form.html",
            errors=errors or {},
            given={"column": column},
            endings=",".join(KINDS),
            settings=settings,
            megabytes=settings.max_upload // 1_000_000,
        )

    def started(given: Given) -> JobView:
        return intake.take_job(ledger, settings, g.caller, given, now=utc_now())

    @blueprint.get("/file")
    def empty() -> str:
        return form()

    @blueprint.post("/file")
    def begin() -> ResponseReturnValue:
        upload, column = request.files.get("file"), request.form.get("column", "").strip()
        if upload is None or not upload.filename:
            return form({"file": "Choose a file."}, column), 422
        stream, name = upload.stream, upload.filename
        try:
            job = started(Given(stream, name, column or None))  # type: ignore[arg-type]
        except NoQuoteColumn as error:
            if not error.headers:
                return form({"file": "There is nothing in the file."}, column), 422
            return asked_for_column(stream, name, column)  # type: ignore[arg-type]
        except (InvalidInput, TooLarge, TooManyRows) as error:
            problem = problem_of(error)
            return form({"file": problem.detail}, column), problem.status
        finally:
            upload.close()
        return redirect(url_for("job.show", job_id=job.id), 303)

    def asked_for_column(stream: BinaryIO, name: str, column: str) -> ResponseReturnValue:
        most = settings.max_waiting
        try:
            kept = keep_upload(
                settings.home, stream, name, g.caller.owner, most=most, now=utc_now()
            )
        except TooManyWaiting as refusal:
            problem = problem_of(refusal)
            return form({"file": problem.detail}, column), problem.status, dict(problem.headers)
        return redirect(url_for("job.choose", upload=kept), 303)

    @blueprint.get("/file/uploads/<string:upload>")
    def choose(upload: str) -> str:
        return _chooser(pending(settings.home, upload, g.caller.owner, now=utc_now()))

    @blueprint.post("/file/uploads/<string:upload>")
    def choose_from(upload: str) -> ResponseReturnValue:
        sheet = request.form.get("sheet", "").strip() or None
        found = pending(settings.home, upload, g.caller.owner, sheet, now=utc_now())
        if request.form.get("do") == "look":
            return _chooser(found)
        try:
            column = chosen_column(found.headers, request.form.get("column", ""))
            with found.path.open("rb") as stream:
                job = started(Given(stream, found.name, column, sheet))
        except (InvalidInput, TooManyRows) as error:
            chosen = isinstance(error, TooManyRows | NoQuoteColumn)
            detail = problem_of(error).detail if chosen else "Choose the column of the quotes."
            return _chooser(found, detail), 422
        forget_upload(settings.home, upload)
        return redirect(url_for("job.show", job_id=job.id), 303)

    @blueprint.get("/file/<string:job_id>")
    def show(job_id: str) -> str:
        job = intake.show_job(ledger, settings, g.caller, job_id, now=utc_now())
        return render_template(
            "file_job.html",
            job=job,
            words=STATES[job.state],
            pace="" if job.state is jobs.State.WAITING else pace_words(job.rows_per_second),
            left=time_words(job.seconds_left),
            families=family_counts(job.counts.verdicts),
            told=job_notices.waits(ledger, job_id),
            forms=[(form.value, name) for form, name in FORMS.items()],
            rows=first_to_look_at(settings.home, job_id, _SHOWN),
            refresh=_REFRESH,
            actions=phrases.ACTIONS,
            family=phrases.family,
            source_line=presentation.source_line,
            keep_days=settings.keep_days,
        )

    @blueprint.get("/file/<string:job_id>/rows/<int:number>")
    def row(job_id: str, number: int) -> ResponseReturnValue:
        jobs.read(ledger, job_id, g.caller.owner, now=utc_now())
        found = row_of(settings.home, job_id, number)
        if not isinstance(found.answer, Report):
            return problem_page(found.answer)
        report = tell(found.answer)
        return answer_page(store, settings, report, given_in(report))

    @blueprint.post("/file/<string:job_id>/stop")
    def stop(job_id: str) -> ResponseReturnValue:
        job = intake.drop_job(ledger, settings, g.caller, job_id, now=utc_now())
        if job is None:
            return render_template("file_erased.html")
        return redirect(url_for("job.show", job_id=job_id), 303)

    return blueprint


def _chooser(found: Pending, error: str = "") -> str:
    return render_template("file_columns.html", upload=found, error=error)


def install(app: Flask, service: Service, settings: Settings, ledger: Ledger) -> None:
    """Put the pages for files into an app."""
    app.register_blueprint(job_pages(service.home.store, settings, ledger))
