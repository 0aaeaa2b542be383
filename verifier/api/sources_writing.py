"""The JSON door to the corpus, the changing half: adding, deciding about and withdrawing sources.

Every change needs a token and leaves a line in the audit: who, when, which source.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from typing import Any

from flask import Response, g, request
from flask_smorest import Blueprint
from werkzeug.datastructures import FileStorage

from corpus.errors import InvalidRequest
from corpus.gathering.gathering import Fetch, change_of, many_of
from corpus.gathering.redescribing import FIELDS, put_right
from corpus.home import Home
from corpus.keeping.deposit import Added, Change
from corpus.keeping.versions import Version
from corpus.lineage import Override
from corpus.weaving.weaving import decide
from verifier.api.openapi import EXAMPLES
from verifier.api.parsing import strict_json
from verifier.api.source_routes import present
from verifier.api.uploads import from_address, from_file, from_json
from verifier.clock import utc_now, utc_text
from verifier.config import Settings
from verifier.desk import fetching
from verifier.exchange import asking, schemas
from verifier.remembering.audit import note, record
from verifier.remembering.idempotency import Answered, Claim, answer, claim, forget, give_up
from verifier.remembering.ledger import Ledger
from verifier.service import Service
from verifier.serving.fetching import Gate, audited

_UPLOAD_SCHEMA = {
    "type": "object",
    "required": ["file"],
    "additionalProperties": False,
    "properties": {"file": {"type": "string", "contentMediaType": "application/octet-stream"}},
}
KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "description": "The same key again gives the same answer and does nothing twice.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
}
"""The header of requests that may be sent again, as the document describes it."""
_NO_FETCHING = (
    "This service fetches no addresses; its operator can allow it (VERIFIER_FETCH). Send the text,"
    " rows or a file."
)


def add_writing(blueprint: Blueprint, service: Service, settings: Settings, ledger: Ledger) -> None:
    """Put the routes that change the corpus into the blueprint of the API.

    Args:
        blueprint: without these routes.
        service: its home is changed.
        settings: limits.
        ledger: idempotency keys and the audit.
    """
    home = service.home
    gate = Gate(settings.max_fetches)

    @blueprint.post("/sources")
    @blueprint.doc(
        parameters=[KEY],
        requestBody={
            "required": True,
            "content": {
                "application/json": {
                    "schema": asking.NewSourceSchema,
                    "example": EXAMPLES["new_source"],
                },
                "multipart/form-data": {"schema": _UPLOAD_SCHEMA},
            },
        },
    )
    @blueprint.response(201, schemas.AdditionSchema, example=EXAMPLES["addition"])
    @blueprint.alt_response(
        200,
        schema=schemas.AdditionSchema,
        example=EXAMPLES["addition"],
        description="Already there, unchanged",
    )
    def add_source() -> Response:
        """Add a source

        As JSON (text or rows) or as one file of a known format (multipart, field `file`). It is
        known by its bytes: the same again changes nothing. JSON with a `url` and neither text nor
        rows has the address fetched, where the operator allows it.
        """
        with closing(_Upload(settings)) as given:
            return added_from(given)

    def added_from(given: _Upload) -> Response:
        key = request.headers.get("Idempotency-Key")
        taken: Claim | None = None
        if key is not None:
            known = claim(ledger, g.caller.id, key, given.fingerprint, now=utc_now())
            if isinstance(known, Answered):
                return sent(known, replayed=True)
            taken = known
        now = utc_text(utc_now())
        try:
            added = given.taken_into(home, now, _fetching_of(settings, ledger), gate)
        except BaseException:
            if taken is not None:
                give_up(ledger, taken)
            raise
        answered = _answered(added)
        with ledger.writing() as connection:
            for each in added:
                event = f"source_{change_of(each).value}"
                note(connection, now, event, g.caller.id, each.source.id)
            if taken is not None:
                answer(connection, taken, answered)
        return sent(answered)

    @blueprint.patch("/sources/<string:source_id>")
    @blueprint.arguments(asking.ChangeSchema, example=EXAMPLES["change"])
    @blueprint.response(200, schemas.ChangedSchema, example=EXAMPLES["changed"])
    @blueprint.alt_response(404, schema=schemas.ProblemSchema, description="No such source")
    def change_source(change: dict[str, Any], source_id: str) -> dict[str, Any]:
        """Put a source's description right, or decide about its translation status

        Both are kept with who and when. The same text with another description is a new version.
        A decision holds until there is a newer one for the same speaker.
        """
        present(service, source_id)
        token, now = g.caller.token, utc_text(utc_now())
        said = {name: change[name] for name in FIELDS if change[name] is not None}
        if said:
            (added,) = home.add(put_right(home.store, source_id, said), now=now)
            if added.change is not Change.UNCHANGED:
                record(ledger, now, "source_described", token.id, source_id)
        if "translation_status" in change:
            decide(
                home,
                Override(
                    source_id,
                    change["translation_status"],
                    who=f"{token.name} ({token.id})",
                    at=now,
                    note=change["note"] or "",
                    speaker=change["speaker"] or None,
                ),
            )
            record(ledger, now, "source_decided", token.id, source_id)
        return {
            "source": home.store.source(source_id),
            "decisions": home.store.lineage.overrides(source_id),
        }

    @blueprint.delete("/sources/<string:source_id>")
    @blueprint.response(204)
    @blueprint.alt_response(404, schema=schemas.ProblemSchema, description="No such source")
    def remove_source(source_id: str) -> None:
        """Withdraw a source

        No longer searched or counted; kept checks and its passages stay readable. Adding it again
        brings it back.
        """
        present(service, source_id)
        home.remove(source_id)
        with ledger.writing() as connection:
            note(connection, utc_text(utc_now()), "source_withdrawn", g.caller.id, source_id)
            forget(connection, _location(source_id))


class _Upload:
    """What the body of ``POST /sources`` holds; read as far as it must be to be refused."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._file: FileStorage | None = None
        if request.mimetype != "multipart/form-data":
            self._body = asking.load_source(strict_json(request))
            if self._is_address and not settings.fetch:
                raise InvalidRequest([("/url", "not-offered", _NO_FETCHING)])
            self.fingerprint = b"json\x00" + request.get_data()
            return
        files = list(request.files.items(multi=True))
        if len(files) != 1 or files[0][0] != "file" or request.form:
            fault = ("/file", "required", "Send exactly one field, a file called file.")
            raise InvalidRequest([fault])
        self._file = file = files[0][1]
        name = (file.filename or "").encode("utf-8", "surrogatepass")
        # The boundary of a body is made up anew each time it is sent; name and bytes are not.
        digest = hashlib.file_digest(file.stream, "sha256").digest()  # type: ignore[arg-type]
        self.fingerprint = b"file\x00" + name + b"\x00" + digest
        file.stream.seek(0)

    def close(self) -> None:
        """Close the file of a large upload: it goes with that, and not when memory is tidied."""
        if self._file is not None:
            self._file.close()

    @property
    def _is_address(self) -> bool:
        return self._body["text"] is None and self._body["rows"] is None

    def taken_into(self, home: Home, now: str, fetch: Fetch, gate: Gate) -> list[Added | Version]:
        """Take the documents in it into a home; see `verifier.api.uploads`."""
        if self._file is not None:
            most = self._settings.max_upload
            drafts = from_file(self._file.filename or "", self._file.stream, most=most)
        elif self._is_address:
            with gate.one():
                return from_address(home, self._body, fetch=fetch, now=now)
        else:
            drafts = from_json(self._body)
        return list(home.add(drafts, now=now))


def _fetching_of(settings: Settings, ledger: Ledger) -> Fetch:
    """Fetching for the caller of this request."""
    return audited(fetching(settings), lambda: ledger, g.caller.id, lambda: utc_text(utc_now()))


def _location(source_id: str) -> str:
    return f"/api/v1/sources/{source_id}"


def _answered(added: list[Added | Version]) -> Answered:
    items = [
        {
            "change": change_of(each).value,
            "passages": many_of(each),
            "source": schemas.source_json(each.source),
        }
        for each in added
    ]
    changed = any(change_of(each) is not Change.UNCHANGED for each in added)
    location = _location(added[0].source.id)
    body = json.dumps({"items": items}, ensure_ascii=False)
    return Answered(201 if changed else 200, location, body)


def sent(answered: Answered, *, replayed: bool = False) -> Response:
    """What was answered to a request, now or when it came first."""
    response = Response(answered.body, answered.status, content_type="application/json")
    if answered.location:
        response.headers["Location"] = answered.location
    if replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
