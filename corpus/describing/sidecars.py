"""What a person writes beside a file about it: ``NAME.meta.toml`` next to ``NAME``.

The keys are those of the header lines; what stands here overrides what the file declares and what
was found in it. An unknown key is refused, so that a slip of the pen is not silently nothing.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from pathlib import Path

from corpus.blocks import FIELD_NAMES
from corpus.errors import UnreadableSource

ENDING = ".meta.toml"
_LARGEST = 100_000


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a file stands, whether or not there is one."""
    return path.with_name(path.name + ENDING)


def read_sidecar(path: Path) -> dict[str, str]:
    """The fields in the sidecar of a file; none when it has no sidecar.

    Raises:
        UnreadableSource: no TOML, an unknown key or a value that is no text; the origin is the
            sidecar's name.
    """
    sidecar = sidecar_of(path)
    if not sidecar.is_file():
        return {}
    content = sidecar.read_bytes()
    if len(content) > _LARGEST:
        raise UnreadableSource(sidecar.name, "it is too large for a description")
    return parse_sidecar(sidecar.name, content.decode("utf-8-sig", errors="replace"))


def parse_sidecar(origin: str, text: str) -> dict[str, str]:
    """The fields in the text of a sidecar.

    Args:
        origin: its name, for the refusal.
        text: TOML with keys out of `FIELD_NAMES`; underscores stand for hyphens.

    Raises:
        UnreadableSource: as `read_sidecar`.
    """
    try:
        return fields_of(origin, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as broken:
        raise UnreadableSource(origin, f"it is not TOML: {broken}") from broken


def fields_of(origin: str, table: Mapping[str, object]) -> dict[str, str]:
    """A table of TOML as fields.

    Args:
        origin: where it stands, for the refusal.
        table: dates and numbers are taken as they are written.

    Raises:
        UnreadableSource: an unknown key, or a value that is no text, date or number.
    """
    fields: dict[str, str] = {}
    for key, value in table.items():
        name = key.lower().replace("_", "-")
        if name not in FIELD_NAMES:
            known = ", ".join(FIELD_NAMES)
            raise UnreadableSource(origin, f"it has the key {key!r}; known are {known}")
        if isinstance(value, datetime.date):
            value = value.isoformat()
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise UnreadableSource(origin, f"{key} is not text")
        if str(value).strip():
            fields[name] = " ".join(str(value).split())
    return fields
