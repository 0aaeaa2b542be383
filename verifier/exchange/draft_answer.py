"""A checked draft as JSON, and the limit on drafts: the same for the API and the command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from marshmallow import Schema, fields

from corpus.errors import InvalidRequest
from verifier.drafts.article import DraftCheck
from verifier.drafts.models import DraftKind
from verifier.exchange.schemas import ProblemSchema, ReportSchema, schema_of
from verifier.report import Scope
from verifier.serving.problems import problem_json, problem_of
from verifier.showing.draft_view import by_need, needs_look


class CheckedQuotationSchema(Schema):
    """Words that a draft sets in quotation marks or apart, and what came of them."""

    start = fields.Integer(required=True, metadata={"description": "Without the outer marks."})
    end = fields.Integer(required=True)
    pieces = fields.List(
        fields.List(fields.Integer()),
        required=True,
        metadata={"description": "Spans of the quoted words; several when it is interrupted."},
    )
    kind = fields.String(required=True, metadata={"enum": [kind.value for kind in DraftKind]})
    speaker = fields.String(required=True, allow_none=True)
    attribution = fields.String(
        required=True, metadata={"description": "The words that name the speaker, or empty."}
    )
    balanced = fields.Boolean(required=True)
    report = fields.Nested(
        ReportSchema,
        required=True,
        allow_none=True,
        metadata={"description": "Null for titles and scare quotes, and where there is a problem."},
    )
    problem = fields.Nested(ProblemSchema, required=True, allow_none=True)


class DraftCountsSchema(Schema):
    """How many quotations there are of each sort."""

    found = fields.Integer(required=True)
    checked = fields.Integer(required=True)
    to_look_at = fields.Integer(required=True)
    without_answer = fields.Integer(required=True)


class DraftAnswerSchema(Schema):
    """A checked draft; offsets count the code points of the text that was sent."""

    quotations = fields.List(fields.Nested(CheckedQuotationSchema), required=True)
    sorted_by_need = fields.List(
        fields.Integer(),
        required=True,
        metadata={"description": "Indexes of what was checked, what needs a look first."},
    )
    counts = fields.Nested(DraftCountsSchema, required=True)
    scope = fields.Nested(schema_of(Scope), required=True)


def fitting(text: str, limit: int) -> str:
    """A draft that can be checked.

    Args:
        text: the draft.
        limit: code points that are taken.

    Returns:
        The same text.

    Raises:
        InvalidRequest: there is nothing in it, or too much.
    """
    if len(text) > limit:
        detail = f"It has {len(text):,} characters; at most {limit:,} are taken."
        raise InvalidRequest([("/text", "too-long", detail)])
    if not text.strip():
        raise InvalidRequest([("/text", "empty", "There is no text in it.")])
    return text


def draft_answer(
    checks: Sequence[DraftCheck], scope: Callable[[int], Scope], batch_limit: int
) -> dict[str, Any]:
    """What is told of a draft, for `DraftAnswerSchema`.

    Args:
        checks: of one draft, in its order.
        scope: what was searched, given how many passages were looked at.
        batch_limit: code points of a quote.
    """
    reports = [check.report for check in checks if check.report is not None]
    order = by_need(checks)
    return {
        "quotations": [_told(check, batch_limit) for check in checks],
        "sorted_by_need": order,
        "counts": {
            "found": len(checks),
            "checked": len(order),
            "to_look_at": sum(needs_look(check) for check in checks),
            "without_answer": sum(check.error is not None for check in checks),
        },
        "scope": scope(sum(report.scope.candidates_examined for report in reports)),
    }


def _told(check: DraftCheck, batch_limit: int) -> dict[str, Any]:
    quotation = check.quotation
    return {
        "start": quotation.start,
        "end": quotation.end,
        "pieces": quotation.pieces,
        "kind": quotation.kind.value,
        "speaker": quotation.speaker,
        "attribution": quotation.attribution,
        "balanced": quotation.balanced,
        "report": check.report,
        "problem": problem_json(problem_of(check.error, batch_limit)) if check.error else None,
    }
