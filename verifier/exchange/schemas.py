"""JSON names: how a report, a source and a problem are written.

Problem: the report exists as frozen dataclasses whose names are those of the JSON. Writing each of
them a second time as a schema would make two lists that drift apart.

Method: output schemas are derived from the dataclasses' annotations; what the JSON leaves out is
named in one table (`verifier.exchange.plain_json`, which writes them). A test compares the keys
with the documented ones. What comes in is read by `verifier.exchange.asking`; what is written and
what is read are two decisions.

Rejected: `dataclasses.asdict` alone (no names for the OpenAPI document, no enum values).
"""

from __future__ import annotations

import types
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from marshmallow import Schema, fields, post_dump, validate

from corpus.models import CorpusSummary, Passage, Source
from verifier.exchange.asking import load_question as load_question
from verifier.exchange.job_view import JobView
from verifier.exchange.plain_json import COMPACT, LEFT_OUT, plain
from verifier.report import FactCheckMatch, Report
from verifier.showing.source_view import ListedSource, SourceTranslation

_PLAIN: dict[object, type[fields.Field[Any]]] = {
    str: fields.String,
    int: fields.Integer,
    float: fields.Float,
    bool: fields.Boolean,
    object: fields.Raw,
}
_made: dict[type, type[Schema]] = {}


class _Compact(Schema):
    """A schema that leaves null values out (a selector has the keys of its type only)."""

    @post_dump
    def _without_null(self, values: dict[str, Any], **_: object) -> dict[str, Any]:
        return {key: value for key, value in values.items() if value is not None}


def schema_of(value_class: type) -> type[Schema]:
    """The output schema of a dataclass.

    Args:
        value_class: a dataclass whose annotations are plain types, enums, dataclasses, tuples of
            these, dicts, or one of these or None.

    Returns:
        A schema class with the dataclass's field names in its order, less those in `LEFT_OUT`;
        the same class for the same dataclass. Its name is the dataclass's.
    """
    if value_class not in _made:
        hints = get_type_hints(value_class)
        names = [each.name for each in fields_of(value_class)]
        kept = [name for name in names if name not in LEFT_OUT.get(value_class, ())]
        parent = _Compact if value_class in COMPACT else Schema
        members = {name: _field(hints[name]) for name in kept}
        if parent is _Compact:
            for member in members.values():
                member.required = not member.allow_none
        _made[value_class] = type(value_class.__name__, (parent,), members)
    return _made[value_class]


def _field(hint: Any, nullable: bool = False) -> fields.Field[Any]:
    """The marshmallow field of one annotation."""
    arguments = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return _field(next(a for a in arguments if a is not types.NoneType), nullable=True)
    if get_origin(hint) is tuple:
        length = None if Ellipsis in arguments else validate.Length(equal=len(arguments))
        return fields.List(_field(arguments[0]), validate=length, required=True)
    if get_origin(hint) is dict:
        return fields.Dict(required=True, allow_none=nullable)
    if is_dataclass(hint):
        return fields.Nested(schema_of(hint), required=True, allow_none=nullable)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return fields.Enum(hint, by_value=True, required=True, allow_none=nullable)
    return _PLAIN[hint](required=True, allow_none=nullable)


ReportSchema = schema_of(Report)
PassageSchema = schema_of(Passage)
SourceSchema = schema_of(Source)
CorpusSummarySchema = schema_of(CorpusSummary)
JobSchema = schema_of(JobView)
PassagePlaceSchema = type(
    "PassagePlace", (PassageSchema,), {"Meta": type("Meta", (), {"exclude": ("text",)})}
)


def report_json(report: Report) -> dict[str, Any]:
    """A report as the JSON of ``POST /verify``.

    Args:
        report: any report.

    Returns:
        A new object of plain JSON types, keys in documented order.
    """
    return plain(report)


def source_json(source: Source) -> dict[str, Any]:
    """A source's description as JSON; its text and passages are not in it."""
    return plain(source)


def job_json(job: JobView) -> dict[str, Any]:
    """A job as JSON."""
    return plain(job)


class WatchSchema(Schema):
    """That somebody will be told when a quote turns up, or a job has ended."""

    secret = fields.String(
        required=True,
        metadata={"description": "What the notice is signed with (Standard Webhooks); told once."},
    )


class KeptAnswerSchema(ReportSchema):  # type: ignore[misc,valid-type]
    """A report that was kept, and with ``notify`` how the notice will be signed."""

    watch = fields.Nested(
        WatchSchema,
        allow_none=True,
        metadata={"description": "Only with notify; null when there is nothing to wait for."},
    )


class TakenJobSchema(JobSchema):  # type: ignore[misc,valid-type]
    """A job that was taken in, and with ``notify`` how the notice will be signed."""

    watch = fields.Nested(WatchSchema, metadata={"description": "Only with notify."})


class KeptReportSchema(ReportSchema):  # type: ignore[misc,valid-type]
    """A kept report as it is told later."""

    changed_since = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Since when another verdict is known to be due; else null."},
    )


class FactCheckPageSchema(Schema):
    """One page of fact-checks that match some words."""

    items = fields.List(fields.Nested(schema_of(FactCheckMatch)), required=True)
    next = fields.String(required=True, allow_none=True)


class SourcePageSchema(Schema):
    """One page of the list of sources."""

    items = fields.List(fields.Nested(schema_of(ListedSource)), required=True)
    next = fields.String(required=True, allow_none=True)


class WholeSourceSchema(Schema):
    """A source with its text and where its passages lie."""

    source = fields.Nested(SourceSchema, required=True)
    translation = fields.Nested(schema_of(SourceTranslation), required=True)
    text = fields.String(required=True)
    passages = fields.List(fields.Nested(PassagePlaceSchema), required=True)


class FaultSchema(Schema):
    """One wrong field of a request."""

    pointer = fields.String(required=True)
    code = fields.String(required=True)
    detail = fields.String(required=True)


class ProblemSchema(Schema):
    """A failure (RFC 9457)."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    instance = fields.String()
    errors = fields.List(fields.Nested(FaultSchema))


class BatchItemSchema(Schema):
    """The answer to one item: a report when ``status`` is 200, else a problem."""

    status = fields.Integer(required=True)
    report = fields.Nested(ReportSchema)
    watch = fields.Nested(WatchSchema, allow_none=True)
    problem = fields.Nested(ProblemSchema)


class BatchAnswerSchema(Schema):
    """The answers to a batch, in its order."""

    items = fields.List(fields.Nested(BatchItemSchema), required=True)


class AddedSchema(Schema):
    """What became of one document of an upload."""

    change = fields.String(required=True, metadata={"enum": ["new", "new_version", "unchanged"]})
    passages = fields.Integer(required=True)
    source = fields.Nested(SourceSchema, required=True)


class AdditionSchema(Schema):
    """What became of an upload; a file of records may hold several documents."""

    items = fields.List(fields.Nested(AddedSchema), required=True)


class DecisionSchema(Schema):
    """A person's decision about a translation status."""

    source_id = fields.String(required=True)
    status = fields.String(required=True, allow_none=True)
    who = fields.String(required=True)
    at = fields.String(required=True)
    note = fields.String(required=True)
    speaker = fields.String(required=True, allow_none=True)


class ChangedSchema(Schema):
    """A source, and every decision about it, oldest first."""

    source = fields.Nested(SourceSchema, required=True)
    decisions = fields.List(fields.Nested(DecisionSchema), required=True)
