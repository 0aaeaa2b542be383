"""The JSON door for whole files: a file becomes a job, a job becomes a file of answers."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from flask import Response, g, request
from flask_smorest import Blueprint

from corpus.errors import InvalidRequest, UnsupportedFormat
from verifier import job_asking, job_intake, jobs, schemas
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.idempotency import Answered, Claim, answer, claim, give_up
from verifier.job_folder import Given
from verifier.job_models import Format
from verifier.job_results import CONTENT_TYPES, Form, results
from verifier.job_view import JobView
from verifier.ledger import Connection, Ledger
from verifier.openapi import EXAMPLES
from verifier.refusals import TooLarge
from verifier.sources_writing import KEY, sent

_ENDINGS = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
_CSV_EXAMPLE = 'id,quote,speaker\n1,"Ask not what your country can do for you",Kennedy\n'
_BODY = {
    "required": True,
    "content": {
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "additionalProperties": False,
                "properties": {
                    "file": {"type": "string", "contentMediaType": "application/octet-stream"},
                    "column": {"type": "string", "maxLength": 300},
                    "sheet": {"type": "string", "maxLength": 100},
                },
            }
        },
        # no type: every text is a column of quotes
        "text/csv": {"schema": {"contentMediaType": "text/csv"}, "example": _CSV_EXAMPLE},
        "application/jsonl": {"schema": {"contentMediaType": "application/jsonl"}},
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
            "schema": {"contentMediaType": "application/octet-stream"}
        },
    },
}
_RESULTS = {
    "description": "The answers there are so far, a row each, in the order of the file",
    "content": {
        kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in CONTENT_TYPES.values()
    },
}
_RESULTS["content"]["text/csv"]["example"] = (  # type: ignore[index]
    "id,quote,speaker,qv_row,qv_status,qv_verdict\r\n"
    '1,"Ask not what your country can do for you",Kennedy,1,ok,verbatim\r\n'
)
_CHUNK = 1 << 20


def add_jobs(blueprint: Blueprint, settings: Settings, ledger: Ledger) -> None:
    """Put the routes for files of quotes into the blueprint of the API.

    Args:
        blueprint: without these routes.
        settings: limits, and where files are kept.
        ledger: the queue, idempotency keys and the audit.
    """
    missing = {"schema": schemas.ProblemSchema, "description": "No such job"}
    example = EXAMPLES["job"]

    @blueprint.post("/jobs")
    @blueprint.doc(parameters=[KEY], requestBody=_BODY)
    @blueprint.arguments(job_asking.FileSchema, location="query")
    @blueprint.response(202, schemas.JobSchema, example=example)
    def add_job(how: dict[str, Any]) -> Response:
        """Check a whole file

        CSV, XLSX or JSONL, as the body itself or as a multipart field `file`. The answer tells
        where to ask how far it is; answers can be fetched while it goes on.
        """
        with _given(how, settings.max_upload) as given:
            key = request.headers.get("Idempotency-Key")
            if key is None:
                return sent(_answered(taken_in(given)))
            known = claim(ledger, g.caller.id, key, _fingerprint(given), now=utc_now())
            if isinstance(known, Answered):
                return sent(known, replayed=True)
            try:
                return sent(_answered(taken_in(given, known)))
            except BaseException:
                give_up(ledger, known)
                raise

    def taken_in(given: Given, taken: Claim | None = None) -> JobView:
        def remember(connection: Connection, job: JobView) -> None:
            if taken is not None:
                answer(connection, taken, _answered(job))

        return job_intake.take_job(ledger, settings, g.caller, given, now=utc_now(), also=remember)

    @blueprint.get("/jobs/<string:job_id>")
    @blueprint.response(200, schemas.JobSchema, example=example)
    @blueprint.alt_response(404, **missing)
    def show_job(job_id: str) -> JobView:
        """Say how far a job is

        `seconds_left` is estimated from the pace of this job so far.
        """
        return job_intake.show_job(ledger, settings, g.caller, job_id, now=utc_now())

    @blueprint.get("/jobs/<string:job_id>/results")
    @blueprint.arguments(job_asking.ResultsSchema, location="query")
    @blueprint.doc(responses={200: _RESULTS})
    @blueprint.alt_response(404, **missing)
    def show_results(form: dict[str, Any], job_id: str) -> Response:
        """Fetch the answers of a job

        While it goes on: those of the rows so far.
        """
        job = jobs.read(ledger, job_id, g.caller.owner, now=utc_now())
        wanted = form["format"] or Format(job.kind)
        pieces = results(settings.home, job_id, Form(wanted, form["flavour"]))
        name = job_intake.results_name(wanted)
        return Response(
            pieces,
            content_type=CONTENT_TYPES[wanted],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    @blueprint.delete("/jobs/<string:job_id>")
    @blueprint.response(200, schemas.JobSchema, example=example)
    @blueprint.alt_response(204, description="Erased with its file and its answers")
    @blueprint.alt_response(404, **missing)
    def remove_job(job_id: str) -> Any:
        """Stop a job, or erase one that has ended

        A job that has not ended is stopped, and its rows so far can still be fetched. One that has
        ended is erased.
        """
        stopped = job_intake.drop_job(ledger, settings, g.caller, job_id, now=utc_now())
        return stopped if stopped is not None else Response(status=204)


@contextmanager
def _given(how: dict[str, Any], most: int) -> Iterator[Given]:
    """The file of a request, and how it is read."""
    if request.mimetype != "multipart/form-data":
        ending = _ENDINGS.get(request.mimetype)
        if ending is None:
            raise UnsupportedFormat("the body", ["csv", "jsonl", "xlsx"])
        with tempfile.SpooledTemporaryFile(_CHUNK) as spool:  # so that it can be read twice
            _spool(spool, most)
            yield Given(spool, f"body{ending}", how["column"] or None, how["sheet"] or None)  # type: ignore[arg-type]
        return
    files = list(request.files.items(multi=True))
    if len(files) != 1 or files[0][0] != "file":
        fault = ("/file", "required", "Send exactly one file, in a field called file.")
        raise InvalidRequest([fault])
    how = how | job_asking.load_file(request.form.to_dict())
    upload = files[0][1]
    yield Given(upload.stream, upload.filename or "", how["column"] or None, how["sheet"] or None)  # type: ignore[arg-type]


def _spool(spool: IO[bytes], most: int) -> None:
    size = 0
    while chunk := request.stream.read(_CHUNK):
        size += len(chunk)
        if size > most:
            raise TooLarge(most)
        spool.write(chunk)
    spool.seek(0)


def _fingerprint(given: Given) -> bytes:
    """All that makes the request what it is: the boundary of a body is made up anew each time."""
    digest = hashlib.file_digest(given.stream, "sha256").hexdigest()  # type: ignore[arg-type]
    given.stream.seek(0)
    return json.dumps(["jobs", given.name, given.column, given.sheet, digest]).encode()


def _answered(job: JobView) -> Answered:
    body = json.dumps(schemas.job_json(job), ensure_ascii=False)
    return Answered(202, job.links.self, body)
