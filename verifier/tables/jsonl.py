"""JSONL files of quotes: one claim a line, as an object in UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import InvalidRequest
from verifier.tables.rows import ASKED, Row

_LONGEST_LINE = 1_000_000
_COLUMNS = ("id", *ASKED)


class JsonlInput:
    """A JSONL file; see `verifier.tables.rows.Input`. Its columns are the keys that are known."""

    kind = "jsonl"
    headers = _COLUMNS
    delimiter = ","
    notes: tuple[str, ...] = ()

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self) -> Iterator[Row]:
        """The rows from the first one on."""
        number = 0
        with self._path.open("rb") as file:
            while line := file.readline(_LONGEST_LINE):
                cut = len(line) == _LONGEST_LINE and not line.endswith(b"\n")
                while cut and (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
                    pass
                text = line.removeprefix(b"\xef\xbb\xbf").strip()
                if text:
                    number += 1
                    yield _row(number, text, cut)


def _row(number: int, text: bytes, cut: bool) -> Row:
    if cut:
        detail = f"The line is longer than {_LONGEST_LINE:,} bytes."
        return Row(number, None, InvalidRequest([("", "too-long", detail)]))
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        fault = InvalidRequest([("", "not-json", "The line is not a JSON object in UTF-8.")])
        return Row(number, None, fault)
    body = {key: found[key] for key in ASKED if found.get(key) is not None}
    cells = tuple(_cell(found.get(key)) for key in _COLUMNS)
    return Row(number, found.get("id"), body, cells)


def _cell(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)
