"""The JSON door for whole files: a file becomes a job, a job becomes a file of answers."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import IO, Any, BinaryIO

from flask import Response, g, request
from flask_smorest import Blueprint

from corpus.errors import InvalidRequest, UnsupportedFormat
from verifier.api.keeping import recipient
from verifier.api.openapi import EXAMPLES
from verifier.api.sources_writing import KEY, sent
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.exchange import schemas
from verifier.exchange.job_view import JobView
from verifier.jobs import asked, intake
from verifier.jobs.folder import Given
from verifier.jobs.results import CONTENT_TYPES, Form, results
from verifier.remembering import job_notices, jobs
from verifier.remembering.idempotency import Answered, Claim, answer, claim, give_up
from verifier.remembering.job_models import Format
from verifier.remembering.ledger import Connection, Ledger
from verifier.remembering.notices import Recipient
from verifier.remembering.refusals import TooLarge
from verifier.serving.fetching import Gate

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
                    "notify": {"type": "string", "maxLength": 2000},
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


def add_jobs(blueprint: Blueprint, settings: Settings, ledger: Ledger, gate: Gate) -> None:
    """Put the routes for files of quotes into the blueprint of the API.

    Args:
        blueprint: without these routes.
        settings: limits, and where files are kept.
        ledger: the queue, idempotency keys and the audit.
        gate: how many may wait for a resolver.
    """
    missing = {"schema": schemas.ProblemSchema, "description": "No such job"}
    example = EXAMPLES["job"]

    @blueprint.post("/jobs")
    @blueprint.doc(parameters=[KEY], requestBody=_BODY)
    @blueprint.arguments(asked.FileSchema, location="query")
    @blueprint.response(202, schemas.TakenJobSchema, example=example)
    def add_job(how: dict[str, Any]) -> Response:
        """Check a whole file

        CSV, XLSX or JSONL, as the body itself or as a multipart field `file`. The answer tells
        where to ask how far it is; answers can be fetched while it goes on. With `notify` it has
        `watch`: the secret that the notice will be signed with.
        """
        with _given(how, settings.max_upload) as (given, notify):
            key = request.headers.get("Idempotency-Key")
            if key is None:
                return sent(taken_in(given, notify))
            known = claim(ledger, g.caller.id, key, _fingerprint(given, notify), now=utc_now())
            if isinstance(known, Answered):
                return sent(known, replayed=True)
            try:
                return sent(taken_in(given, notify, known))
            except BaseException:
                give_up(ledger, known)
                raise

    def taken_in(given: Given, notify: str | None, taken: Claim | None = None) -> Answered:
        told, now = recipient_of(notify) if notify else None, utc_now()

        def remember(connection: Connection, job: JobView) -> None:
            if told is not None:
                job_notices.add(connection, job.id, told)
            if taken is not None:
                answer(connection, taken, _answered(job, told))

        job = intake.take_job(ledger, settings, g.caller, given, now=now, also=remember)
        return _answered(job, told)

    def recipient_of(url: str) -> Recipient:
        with gate.one():  # a resolver may be slow
            return recipient(url, settings, ledger, g.caller, now=utc_now(), pointer="/notify")

    @blueprint.get("/jobs/<string:job_id>")
    @blueprint.response(200, schemas.JobSchema, example=example)
    @blueprint.alt_response(404, **missing)
    def show_job(job_id: str) -> JobView:
        """Say how far a job is

        `seconds_left` is estimated from the pace of this job so far.
        """
        return intake.show_job(ledger, settings, g.caller, job_id, now=utc_now())

    @blueprint.get("/jobs/<string:job_id>/results")
    @blueprint.arguments(asked.ResultsSchema, location="query")
    @blueprint.doc(responses={200: _RESULTS})
    @blueprint.alt_response(404, **missing)
    def show_results(form: dict[str, Any], job_id: str) -> Response:
        """Fetch the answers of a job

        While it goes on: those of the rows so far.
        """
        job = jobs.read(ledger, job_id, g.caller.owner, now=utc_now())
        wanted = form["format"] or Format(job.kind)
        pieces = results(settings.home, job_id, Form(wanted, form["flavour"]))
        name = intake.results_name(wanted)
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
        stopped = intake.drop_job(ledger, settings, g.caller, job_id, now=utc_now())
        return stopped if stopped is not None else Response(status=204)


@contextmanager
def _given(how: dict[str, Any], most: int) -> Iterator[tuple[Given, str | None]]:
    """The file of a request, how it is read, and where to tell that it is done."""
    if request.mimetype != "multipart/form-data":
        ending = _ENDINGS.get(request.mimetype)
        if ending is None:
            raise UnsupportedFormat("the body", ["csv", "jsonl", "xlsx"])
        with tempfile.SpooledTemporaryFile(_CHUNK) as spool:  # so that it can be read twice
            _spool(spool, most)
            yield _named(spool, f"body{ending}", how)  # type: ignore[arg-type]
        return
    files = list(request.files.items(multi=True))
    if len(files) != 1 or files[0][0] != "file":
        fault = ("/file", "required", "Send exactly one file, in a field called file.")
        raise InvalidRequest([fault])
    beside = asked.load_file(request.form.to_dict())
    how = how | {name: value for name, value in beside.items() if value is not None}
    with closing(files[0][1]) as upload:  # a large one is a file until then
        yield _named(upload.stream, upload.filename or "", how)  # type: ignore[arg-type]


def _named(stream: BinaryIO, name: str, how: dict[str, Any]) -> tuple[Given, str | None]:
    given = Given(stream, name, how["column"] or None, how["sheet"] or None)
    return given, how["notify"] or None


def _spool(spool: IO[bytes], most: int) -> None:
    size = 0
    while chunk := request.stream.read(_CHUNK):
        size += len(chunk)
        if size > most:
            raise TooLarge(most)
        spool.write(chunk)
    spool.seek(0)


def _fingerprint(given: Given, notify: str | None) -> bytes:
    """All that makes the request what it is: the boundary of a body is made up anew each time."""
    digest = hashlib.file_digest(given.stream, "sha256").hexdigest()  # type: ignore[arg-type]
    given.stream.seek(0)
    about = ["jobs", given.name, given.column, given.sheet, digest]
    return json.dumps([*about, notify] if notify else about).encode()


def _answered(job: JobView, told: Recipient | None) -> Answered:
    shown = schemas.job_json(job)
    if told is not None:
        shown["watch"] = {"secret": told.secret}
    body = json.dumps(shown, ensure_ascii=False)
    return Answered(202, job.links.self, body)
