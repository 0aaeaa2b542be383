"""Validation messages as faults of a request: where, which code, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_CODES = (
    ("Missing data", "required"),
    ("may not be null", "required"),
    ("Unknown field", "unknown-field"),
    ("Not a valid", "wrong-type"),
    ("Invalid input type", "wrong-type"),
    ("Longer than", "too-long"),
    ("Shorter than", "too-short"),
    ("Must be", "out-of-range"),
    ("not text", "not-text"),
)


def faults(messages: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Validation messages as faults of a request.

    Args:
        messages: as marshmallow nests them, with or without the location (``json``, ``query``).

    Yields:
        ``(pointer, code, detail)``. The name of an unknown field is given only when it looks like a
        name: it could be a quote that slipped into the wrong place.
    """
    for place in ("json", "query", "form"):
        if place in messages and isinstance(messages[place], Mapping):
            messages = messages[place]
    yield from _faults(messages, "")


def _faults(messages: Any, pointer: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(messages, Mapping):
        for key, value in messages.items():
            name = str(key)
            named = name.isascii() and name.replace("_", "").isalnum() and len(name) <= 40
            step = "" if name == "_schema" or not named else f"/{name}"
            yield from _faults(value, pointer + step)
        return
    for detail in messages if isinstance(messages, list) else [messages]:
        text = str(detail)
        code = next((code for start, code in _CODES if start in text), "invalid")
        yield pointer, code, text
