"""From the JSON of a kept report back to a `Report`, so that a page can show it.

Problem: what is kept is the body as it was sent, perhaps by an older version of the program.

Method: the inverse of `verifier.schemas`, read off the same annotations: what is absent becomes
what the field has for nothing (its default, None, an empty tuple), what is unknown is passed over.
What the JSON leaves out of a match (its offsets) stands in its position selector.

Rejected: pickles (code that a copied file could run), keeping the page (it would keep its faults).
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from verifier.matches import Match
from verifier.models import Framing
from verifier.report import Report


def revive(body: Mapping[str, Any]) -> Report:
    """The report that a body was made from.

    Args:
        body: as `verifier.schemas.report_json` gave it, now or in an earlier version.

    Raises:
        ValueError: it lacks something that there is no nothing for.
    """
    revived = _of_class(Report, body)
    assert isinstance(revived, Report)
    return revived


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _of_class(kind: type, body: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    known = dict(body)
    if kind is Match:
        known |= _position(known)
    if kind is Framing:
        known = {"start": 0, "end": 0} | known
    values = {}
    for each in fields(kind):
        if each.name in known:
            values[each.name] = _of(hints[each.name], known[each.name])
        elif each.default is MISSING and each.default_factory is MISSING:
            values[each.name] = _nothing(hints[each.name], each.name)
    return kind(**values)


def _of(hint: Any, value: Any) -> Any:
    arguments = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        wanted = next(a for a in arguments if a is not types.NoneType)
        return None if value is None else _of(wanted, value)
    if get_origin(hint) is tuple:
        return tuple(_of(arguments[0], each) for each in value)
    if is_dataclass(hint):
        return _of_class(hint, value)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value


def _nothing(hint: Any, name: str) -> Any:
    if types.NoneType in get_args(hint):
        return None
    if get_origin(hint) is tuple:
        return ()
    raise ValueError(f"there is no {name}")


def _position(match: Mapping[str, Any]) -> dict[str, int]:
    places = [s for s in match.get("selectors", ()) if "start" in s]
    return {"start": places[0]["start"], "end": places[0]["end"]} if places else {}
