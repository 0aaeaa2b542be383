"""Front matter: what a Markdown file says about itself between two lines of ``---``.

Programs for sites write it in YAML. Only what they write there is read: a key and a value a line,
values in quotes or brackets, lists below a key. Keys that are no fields are passed over, whatever
they hold.

Rejected: a YAML library (aliases, types and objects are none of a title's business, and "no" would
be a language).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.blocks import FIELD_NAMES

_OPENS = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEYED = re.compile(r"(?P<key>[A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_BELOW = re.compile(r"(?:[ \t]+\S|-[ \t]|#).*")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>.+)")
_LONGEST = 20_000
_ALIASES: Mapping[str, str] = {
    "lang": "language", "locale": "language", "authors": "author", "by": "author",
    "pubdate": "date", "published": "date", "publishdate": "date", "date-published": "date",
    "publication": "publisher", "site": "publisher", "canonical": "url", "canonical-url": "url",
    "permalink": "url", "link": "url",
}  # fmt: skip

Fields = tuple[dict[str, str], int, tuple[int, int] | None]


def read_front_matter(text: str) -> Fields | None:
    """The fields in the front matter of a text.

    Args:
        text: the decoded file.

    Returns:
        The fields, where the body begins, and where the title's value stands; None when the text
        opens with anything else, a dialogue between rules included.
    """
    opens = _OPENS.match(text)
    closes = _CLOSES.search(text, opens.end(), _LONGEST) if opens else None
    if opens is None or closes is None:
        return None
    fields: dict[str, str] = {}
    span: tuple[int, int] | None = None
    key, at, spoken = "", opens.end(), False
    for line in text[opens.end() : closes.start()].splitlines(keepends=True):
        start, at = at, at + len(line)
        keyed = _KEYED.fullmatch(line.strip("\r\n"))
        if keyed is None:
            if line.strip() and not _BELOW.fullmatch(line.rstrip()):
                return None
            entry = _ENTRY.fullmatch(line.rstrip())
            if entry is not None and key:
                told = [fields[key]] if key in fields else []
                fields[key] = ", ".join([*told, _bare(entry.group("value"))])
            continue
        key = _field(keyed.group("key"))
        spoken = spoken or not (key or keyed.group("key")[0].islower())
        value = _bare(keyed.group("value") or "")
        if not key or key in fields or not value or (key == "url" and "://" not in value):
            key = "" if value else key
            continue
        fields[key] = value
        if key == "title" and value in line:
            begin = start + line.index(value)
            span = (begin, begin + len(value))
    if spoken and not fields:
        return None
    if "title" in fields and _heading(text[closes.end() :]) == fields["title"].casefold():
        span = None  # the heading below is the title in the text
    return {name: value for name, value in fields.items() if value}, closes.end(), span


def _field(key: str) -> str:
    name = key.lower().replace("_", "-")
    name = _ALIASES.get(name, name)
    return name if name in FIELD_NAMES else ""


def _bare(value: str) -> str:
    """A value without quotation marks, brackets and what is noted behind it."""
    value = value.strip()
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1].strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(part for each in value[1:-1].split(",") if (part := _bare(each)))
    return "" if value.startswith(("#", "|", ">", "{", "&")) else re.sub(r"[ \t]+#.*$", "", value)


def _heading(body: str) -> str:
    first = next((line for line in body.splitlines() if line.strip()), "")
    return first.strip("# *_").casefold() if first.startswith("#") else ""
