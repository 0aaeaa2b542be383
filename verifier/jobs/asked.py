"""What may be said beside a file of quotes, and about the form of its answers."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from corpus.errors import InvalidRequest
from verifier.exchange.asked_fields import REFUSE, is_text
from verifier.remembering.job_models import Flavour, Format
from verifier.serving.faults import faults


def _named(longest: int, about: str) -> fields.String:
    return fields.String(
        load_default=None,
        validate=[validate.Length(max=longest), is_text],
        metadata={"description": about},
    )


class _Strict(Schema):
    class Meta:
        unknown = REFUSE


class FileSchema(_Strict):
    """How a file of quotes is read."""

    column = _named(300, "Header of the column of quotes; found by its name when absent.")
    sheet = _named(100, "Sheet of a workbook; its first when absent.")
    notify = _named(
        2000,
        "An https address that takes a POST, to be told when the job has ended; with a token, and"
        " where the operator allows it.",
    )


class ResultsSchema(_Strict):
    """In which form answers are wanted."""

    format = fields.Enum(
        Format,
        by_value=True,
        load_default=None,
        metadata={"description": "As what; as what was sent when absent."},
    )
    flavour = fields.Enum(
        Flavour,
        by_value=True,
        load_default=Flavour.SPREADSHEET,
        metadata={"description": "Of CSV: for spreadsheets (cells are guarded), or exact."},
    )


def load_file(given: object) -> dict[str, Any]:
    """Read the fields beside a file of quotes.

    Raises:
        InvalidRequest: with one fault a wrong field.
    """
    try:
        loaded: dict[str, Any] = FileSchema().load(given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise InvalidRequest(list(faults(error.messages_dict))) from None
    return loaded
