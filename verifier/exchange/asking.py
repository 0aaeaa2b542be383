"""What a body may hold: every field that is taken in, with its limits.

What is taken in is a decision, so these schemas are written by hand: unknown fields are refused,
null means absent, and no field may hold a lone surrogate (it is no text, and no store can write
it). What a caller must not set (an owner, a verdict, a version) is simply not here.

Rejected: deriving them from the dataclasses that they load to (a new field would be open to callers
before anybody thought about it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import (
    ValidationError,
    fields,
    post_load,
    validate,
    validates_schema,
)

from corpus.errors import InvalidRequest
from corpus.models import Fidelity, SourceKind
from corpus.translation.status import TranslationStatus
from verifier.exchange.asked_fields import REFUSE as REFUSE
from verifier.exchange.asked_fields import Strict, Switch, is_text, loaded, one_of, optional
from verifier.service import Question

MOST_MATCHES = 100
"""Other places in one report: more are counted and not listed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One claimed quote, whether its report is to be kept, and where to tell that it turned up."""

    question: Question
    keep: bool
    notify: str | None = None


class NotifySchema(Strict):
    """Where to tell that a quote turned up."""

    url = fields.String(
        required=True,
        validate=[validate.Length(min=1, max=2000), is_text],
        metadata={"description": "An https address that takes a POST."},
    )


class QuestionSchema(Strict):
    """One claimed quote; loads to `Asked`, the question with the default limit."""

    quote = fields.String(
        required=True,
        metadata={"description": "The words that somebody is said to have said.", "minLength": 1},
    )
    speaker = optional(300, "Who is said to have said them.")
    date = optional(40, "When: a day, month or year, as 2024-04-16, 2024-04 or 2024.")
    language = optional(40, "BCP 47 tag of the quote's language; detected when absent.")
    source_id = optional(
        200, "The source it is said to come from: preferred among equal places, never a filter."
    )
    max_matches = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=validate.Range(min=1, max=MOST_MATCHES),
        metadata={"description": "At most this many other places."},
    )
    keep = Switch(
        load_default=False,
        allow_none=True,
        metadata={"description": "Keep the report at an address of its own, for a while."},
    )
    notify = fields.Nested(
        NotifySchema,
        load_default=None,
        allow_none=True,
        metadata={
            "description": "Tell it there when the quote turns up later; only with keep, with a"
            " token, and where the operator allows it."
        },
    )

    @validates_schema
    def _kept_to_be_told(self, values: Mapping[str, Any], **_: object) -> None:
        if values.get("notify") and not values.get("keep"):
            raise ValidationError("Only what is kept can be told of later: set keep.", "notify")

    @post_load
    def _asked(self, values: dict[str, Any], **_: object) -> Asked:
        question = Question(
            quote=values["quote"],
            speaker=values["speaker"] or None,
            date=values["date"] or None,
            language=values["language"] or None,
            source_id=values["source_id"] or None,
            source_url=values.get("source_url") or None,
            max_matches=values["max_matches"],
        )
        return Asked(question, bool(values["keep"]), (values["notify"] or {}).get("url"))


class FileRowSchema(QuestionSchema):
    """One row of a file: a quote, and the address it is said to come from."""

    source_url = optional(2000, "Address of the source it is said to come from.")


class DraftSchema(Strict):
    """A whole article."""

    text = fields.String(
        required=True,
        validate=is_text,
        metadata={"description": "The draft as plain text.", "minLength": 1},
    )
    language = optional(40, "BCP 47 tag of the draft's language; detected when absent.")


class BatchSchema(Strict):
    """Several claimed quotes at once; each is validated on its own."""

    items = fields.List(
        # Anything is taken, as the document has to say: a wrong item is answered, not refused.
        fields.Raw(
            allow_none=True,
            metadata={"description": "As the body of /verify; a wrong one costs its own answer."},
        ),
        required=True,
        validate=validate.Length(min=1),
        metadata={"description": "Each is answered on its own."},
    )


class PageSchema(Strict):
    """Which page of a list is wanted."""

    cursor = optional(400, "As given by the page before; absent for the first page.")
    limit = fields.Integer(load_default=None, validate=validate.Range(min=1))


class RowSchema(Strict):
    """One passage of a source that is given as rows."""

    text = fields.String(required=True, validate=[validate.Length(min=1), is_text])
    speaker = optional(300, "Who says it.")
    date = optional(40, "When, where it differs from the source's date.")


class NewSourceSchema(Strict):
    """A document to take in: its text, or its passages as rows, and what is known about it."""

    text = fields.String(
        load_default=None,
        allow_none=True,
        validate=is_text,
        metadata={"description": "The whole text. Give either this or rows."},
    )
    rows = fields.List(
        fields.Nested(RowSchema),
        load_default=None,
        allow_none=True,
        validate=validate.Length(min=1),
    )
    title = optional(500, "Title; else the text's own headline.")
    author = optional(300, "Who wrote it.")
    publisher = optional(300, "Who published it.")
    date = optional(40, "When: 2024-04-16, 2024-04 or 2024.")
    url = optional(
        2000, "Where it stands. Given without text and rows, it is fetched if the operator allows."
    )
    language = optional(40, "BCP 47 tag; detected when absent.")
    kind = one_of(SourceKind, "What sort of document it is.")
    fidelity = one_of(Fidelity, "How near it is to what was said; detected when absent.")
    speaker = optional(300, "Who says all of it.")
    translated_from = optional(40, "Language it was translated from.")
    translator = optional(300, "Who translated it.")
    translation_of = optional(2000, "Title, address or id of the original.")

    @validates_schema
    def _one_of_two(self, values: Mapping[str, Any], **_: object) -> None:
        given = sum(values.get(name) is not None for name in ("text", "rows"))
        if given > 1 or not (given or values.get("url")):
            raise ValidationError("Must be given: either text or rows, or a url alone.", "text")


class ChangeSchema(Strict):
    """What a person decides about a source, or puts right in its description."""

    translation_status = fields.String(
        allow_none=True,
        validate=validate.OneOf([status.value for status in TranslationStatus]),
        metadata={"description": "What the text is; null gives the decision back to the rules."},
    )
    speaker = optional(300, "Whose turns the decision means; absent for the whole source.")
    note = optional(2000, "Why it was decided so.")
    title = optional(500, "Title.")
    creator = optional(300, "Who wrote it.")
    publisher = optional(300, "Who published it.")
    date = optional(40, "When: 2024-04-16, 2024-04 or 2024.")
    url = optional(2000, "Where it stands.")
    kind = one_of(SourceKind, "What sort of document it is.")
    fidelity = one_of(Fidelity, "How near it is to what was said.")

    @validates_schema
    def _something(self, values: Mapping[str, Any], **_: object) -> None:
        given = {name for name, value in values.items() if value is not None}
        if "translation_status" not in values and not given - {"speaker", "note"}:
            detail = "Missing data: give a decision or a field of the description."
            raise ValidationError(detail, "translation_status")
        if "translation_status" not in values and given & {"speaker", "note"}:
            detail = "Missing data: speaker and note belong to a decision."
            raise ValidationError(detail, "translation_status")


def load_asked(body: object) -> Asked:
    """Read one question from decoded JSON, where reports can be kept.

    Args:
        body: what a caller sent; anything.

    Returns:
        A question with the default limit.

    Raises:
        InvalidRequest: with one fault a wrong field.
    """
    asked = loaded(QuestionSchema(), body)
    assert isinstance(asked, Asked)
    return asked


def load_question(body: object) -> Question:
    """Read one question from decoded JSON, where nothing is kept; see `load_asked`.

    Raises:
        InvalidRequest: with one fault a wrong field; ``keep`` is one.
    """
    asked = load_asked(body)
    if asked.keep:
        raise InvalidRequest([("/keep", "invalid", "Keeping a check is not offered here.")])
    return asked.question


_FILE_ROW = FileRowSchema()
"""Made once: making it costs four times what reading a row with it does."""


def load_row(body: object) -> Question:
    """Read one question from a row of a file, which may have a ``source_url``; else alike."""
    question: Question = loaded(_FILE_ROW, body).question
    return question


def load_draft(body: object) -> dict[str, Any]:
    """Read a draft from decoded JSON.

    Raises:
        InvalidRequest: with one fault a wrong field.
    """
    return dict(loaded(DraftSchema(), body))


def load_source(body: object) -> dict[str, Any]:
    """Read a document to take in from decoded JSON.

    Raises:
        InvalidRequest: with one fault a wrong field.
    """
    return dict(loaded(NewSourceSchema(), body))
