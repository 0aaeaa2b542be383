"""Values as plain JSON: objects, lists, texts and numbers, by the annotations of their classes.

Problem: every answer, and every row of a file, is written as JSON, and the framework that describes
it (`verifier.exchange.schemas`) asks each field anew what it is.

Method: how a class is written is worked out once and then only followed. Both read the same
annotations and the same table of what is left out, and a test compares what they give.

Rejected: `dataclasses.asdict` (no values of enums, deep copies of everything), two lists of names.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

from verifier.matches import Match, Selector
from verifier.models import Framing

LEFT_OUT: dict[type, frozenset[str]] = {
    Match: frozenset({"start", "end"}),  # the text position selector has them
    Framing: frozenset({"start", "end"}),  # for pages, not documented
}
COMPACT = frozenset({Selector})
"""Classes whose null values are left out: a selector has the keys of its type only."""

_Writing = Callable[[Any], Any]


def plain(value: Any) -> dict[str, Any]:
    """A value as JSON.

    Args:
        value: an instance of a dataclass whose annotations are those that
            `verifier.exchange.schemas.schema_of` knows.

    Returns:
        A new object of plain JSON types, keys in the order of the fields, less those in `LEFT_OUT`;
        dicts in it are the value's own.

    Cost: 0.05 milliseconds for a report.
    """
    kind: type = type(value)
    written: dict[str, Any] = _class_writing(kind)(value)
    return written


@cache
def _class_writing(kind: type) -> _Writing:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind) if f.name not in LEFT_OUT.get(kind, ())]
    taken = attrgetter(*names)
    one = len(names) == 1  # then there is no tuple around it
    turned = [(name, each) for name in names if (each := _writing(hints[name])) is not None]
    compact = kind in COMPACT

    def write(value: Any) -> dict[str, Any]:
        found = taken(value)
        written = dict(zip(names, (found,) if one else found, strict=True))
        for name, each in turned:
            if (given := written[name]) is not None:
                written[name] = each(given)
        if compact:
            return {name: each for name, each in written.items() if each is not None}
        return written

    return write


def _writing(hint: Any) -> _Writing | None:
    """How a value of an annotation that is not None is written; None where it is itself."""
    arguments = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        return _writing(next(a for a in arguments if a is not types.NoneType))
    if get_origin(hint) is tuple:
        each = _writing(arguments[0])
        return list if each is None else (lambda values: [each(v) for v in values])
    if is_dataclass(hint):
        return _class_writing(hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return attrgetter("value")
    if hint is str:
        return _text
    return float if hint is float else None


def _text(given: str) -> str:
    return given if type(given) is str else str(given)  # an enum's member is one too
