"""Reading bodies strictly, before any schema sees them.

An object with the same key twice, ``NaN`` and a hundred thousand nested lists are refused on
purpose; the framework would take the first two and fall over the third.
"""

from __future__ import annotations

import json
from typing import Any

from flask import Request
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from verifier.exchange.asking import REFUSE


def strict_json(asked: Request) -> Any:
    """Decode a body.

    Raises:
        UnsupportedMediaType: the body is not declared as JSON.
        BadRequest: it is none, has a key twice, ``NaN``, or nests too deep.
    """
    if not asked.is_json:
        raise UnsupportedMediaType
    try:
        return json.loads(asked.get_data(), object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise BadRequest from None


class StrictParser(FlaskParser):
    """Parses bodies strictly and refuses unknown query parameters."""

    def __init__(self) -> None:
        super().__init__()
        known = FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION
        self.DEFAULT_UNKNOWN_BY_LOCATION = {**known, "query": REFUSE}

    def load_json(self, req: Any, schema: Any) -> Any:
        """Decode a body; see `strict_json`."""
        return strict_json(req)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    built = dict(pairs)
    if len(built) != len(pairs):
        raise ValueError("a key stands twice")
    return built


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")
