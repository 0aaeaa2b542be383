"""From the JSON of a kept report back to a `Report`, so that a page can show it.

Problem: what is kept is the body as it was sent, perhaps by an older version of the program.

Method: the inverse of `verifier.exchange.schemas`, read off the same annotations: what is absent
becomes what the field has for nothing (its default, None, an empty tuple), what is unknown is
passed over. What the JSON leaves out of a match (its offsets) stands in its position selector. How
a class is read is worked out once and then only followed: a file of answers is thousands of
reports.

Rejected: pickles (code that a copied file could run), keeping the page (it would keep its faults),
looking at the annotations of every value (four fifths of what a report cost), a table's cells
beside each stored report (a second reading of it that could be another one).
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from verifier.matches import Match
from verifier.models import Framing
from verifier.report import Report

_Reading = Callable[[Any], Any]
"""Makes a value of what stands in the JSON."""


def revive(body: Mapping[str, Any]) -> Report:
    """The report that a body was made from.

    Args:
        body: as `verifier.exchange.schemas.report_json` gave it, now or in an earlier version.

    Raises:
        ValueError: it lacks something that there is no nothing for.

    Cost: a tenth of a millisecond.
    """
    revived = _class_reading(Report)(body)
    assert isinstance(revived, Report)
    return revived


@cache
def _class_reading(kind: type) -> _Reading:
    hints = get_type_hints(kind)
    plan = [(f.name, _reading(hints[f.name]), _absence(f, hints[f.name])) for f in fields(kind)]
    mended = {Match: _with_position, Framing: _with_place}.get(kind)

    def read(body: Mapping[str, Any]) -> Any:
        if mended is not None:
            body = mended(body)
        values = {}
        for name, reading, absence in plan:
            if name in body:
                value = body[name]
                values[name] = value if reading is None else reading(value)
            elif absence is not None:
                values[name] = absence()
        return kind(**values)

    return read


def _reading(hint: Any) -> _Reading | None:
    """How a value of an annotation is read; None where it is itself."""
    arguments = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        wanted = _reading(next(a for a in arguments if a is not types.NoneType))
        return wanted and (lambda value: None if value is None else wanted(value))
    if get_origin(hint) is tuple:
        each = _reading(arguments[0])
        return tuple if each is None else (lambda values: tuple([each(v) for v in values]))
    if is_dataclass(hint):
        return _class_reading(hint)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        members = {member.value: member for member in hint}
        return lambda value: members.get(value) or hint(value)
    return None


def _absence(each: Field[Any], hint: Any) -> Callable[[], Any] | None:
    """What a field has for nothing; None where its class says so itself.

    Returns:
        A function that raises `ValueError` where there is no nothing.
    """
    if each.default is not MISSING or each.default_factory is not MISSING:
        return None
    if types.NoneType in get_args(hint):
        return lambda: None
    if get_origin(hint) is tuple:
        return tuple

    def missing() -> None:
        raise ValueError(f"there is no {each.name}")

    return missing


def _with_position(match: Mapping[str, Any]) -> Mapping[str, Any]:
    places = [s for s in match.get("selectors", ()) if "start" in s]
    position = {"start": places[0]["start"], "end": places[0]["end"]} if places else {}
    return {**match, **position}


def _with_place(framing: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"start": 0, "end": 0} | dict(framing)
