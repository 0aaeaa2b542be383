"""What all fields that are taken in have in common; see `verifier.exchange.asking`."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from corpus.errors import InvalidRequest
from verifier.serving.faults import faults

REFUSE = RAISE
"""What to do with unknown fields wherever a caller can send some."""


def is_text(value: str) -> None:
    """Refuse code points that cannot be written as UTF-8."""
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValidationError("Holds code points that are not text.")


def optional(longest: int, about: str) -> fields.String:
    """A short text that may be absent or null."""
    return fields.String(
        load_default=None,
        allow_none=True,
        validate=[validate.Length(max=longest), is_text],
        metadata={"description": about},
    )


def one_of(names: type[StrEnum], about: str) -> fields.String:
    """One of some names; absent or null for none of them."""
    return fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.OneOf([each.value for each in names]),
        metadata={"description": about},
    )


class Strict(Schema):
    """Refuses what it does not know."""

    class Meta:
        unknown = REFUSE


class Switch(fields.Boolean):
    """A boolean that takes `true` and `false` only, not what could stand for them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


def loaded(schema: Schema, body: object) -> Any:
    """A body as a schema loads it.

    Raises:
        InvalidRequest: with one fault a wrong field.
    """
    try:
        return schema.load(body)  # type: ignore[arg-type]
    except ValidationError as error:
        raise InvalidRequest(list(faults(error.messages_dict))) from None
