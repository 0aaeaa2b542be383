"""What a search for published fact-checks may hold; see `verifier.exchange.asking`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from verifier.exchange.asked_fields import Strict, optional


class FactCheckQuerySchema(Strict):
    """Words whose published fact-checks are looked for."""

    quote = fields.String(
        load_default=None,
        allow_none=True,
        metadata={
            "description": "Words that somebody is said to have said. Give either this or claim.",
            "minLength": 1,
        },
    )
    claim = fields.String(
        load_default=None,
        allow_none=True,
        metadata={"description": "A claim in anybody's words, taken whole.", "minLength": 1},
    )
    language = optional(40, "BCP 47 tag of the words; detected when absent.")
    limit = fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=validate.Range(min=1)
    )
    cursor = optional(400, "As given by the page before; absent for the first page.")

    @validates_schema
    def _one_of_two(self, values: Mapping[str, Any], **_: object) -> None:
        if (values.get("quote") is None) == (values.get("claim") is None):
            raise ValidationError("Missing data: give either a quote or a claim.", "quote")
