"""The rules of translation evidence, read from data.

Problem: how pages say that they are translations differs from language to language and changes
with time, and every row of evidence must name the rule and the version of it that spoke.

Method: one TOML file a language (patterns, the names of languages, sentences that only look
alike) and one for traces, each with a version. A pattern may use macros of its file (``<text>``),
``<tongue>`` (any name of a language) and ``<agent>`` (whoever translated). They are compiled once.

Rejected: patterns in code (nobody could add a language without a programmer), and one list for all
languages (a German word for an English page would go unnoticed).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.translation.stems import Stems

_FOLDER = "translation_rules"
_TRACES = "traces.toml"
_MACRO = re.compile(r"<(?!tongue>|agent>)([a-z]+)>")
_DEPTH = 4
_AGENT = r"(?P<translator>[^\n:;|()（）]{1,90})"


class Place(StrEnum):
    """Where a pattern may speak of the page.

    CREDIT fits a whole line or part of one, NOTE the beginning of a sentence, BRACKET what stands
    in brackets at the end of a line, LABEL what stands in brackets at a speaker's label, SPEAKER a
    label as a whole, FIELD a line of the front matter, ASIDE the beginning of what stands in
    brackets or opens a line: only a translator writes a translator's note, whoever speaks.
    """

    CREDIT = "credit"
    NOTE = "note"
    BRACKET = "bracket"
    LABEL = "label"
    SPEAKER = "speaker"
    FIELD = "field"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class LineRule:
    """One way of saying that a text is a translation.

    Attributes:
        id: ``language.rule``, unique.
        version: of the file the rule is in.
        code: the evidence it gives.
        foreign: it says something only when the language it names is not the page's.
    """

    id: str
    version: str
    language: str
    place: Place
    code: str
    pattern: re.Pattern[str]
    foreign: bool


@dataclass(frozen=True, slots=True)
class LinkRule:
    """The label of a link to the original."""

    id: str
    version: str
    language: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class LineRules:
    """All rules about lines.

    Attributes:
        stems: the words without which no rule can hold; make long texts cheap.
        guards: a sentence in which one is found speaks of something else (by language).
        tongues: tag of every name of a language, in small letters.
    """

    stems: Stems
    lines: tuple[LineRule, ...]
    links: tuple[LinkRule, ...]
    guards: Mapping[str, tuple[re.Pattern[str], ...]]
    tongues: Mapping[str, str]

    def tongue(self, name: str) -> str | None:
        """The tag of a language by what a page calls it, endings included.

        Args:
            name: as written: "englischen", "l'anglais", "英语".

        Returns:
            A primary tag; None for a word that names no language. The longest name wins.
        """
        folded = name.strip().casefold()
        fitting = [known for known in self.tongues if folded.startswith(known)]
        return self.tongues[max(fitting, key=len)] if fitting else None


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The label of a picture or a film, in the language of the page it was made for."""

    language: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class WeakRule:
    """A trace that is shown in the audit view and decides nothing."""

    id: str
    not_on: frozenset[str]
    least: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TraceRules:
    """What translations leave behind.

    Attributes:
        scripts: name of a script to the inside of a character class.
        page_scripts: language to the scripts it is written in; Latin for the rest.
    """

    version: str
    scripts: Mapping[str, str]
    page_scripts: Mapping[str, frozenset[str]]
    glue: frozenset[str]
    units: frozenset[str]
    cues: re.Pattern[str]
    placeholders: tuple[Placeholder, ...]
    weak: tuple[WeakRule, ...]


@cache
def line_rules() -> LineRules:
    """The rules about lines of every language, compiled once."""
    lines: list[LineRule] = []
    links: list[LinkRule] = []
    guards: dict[str, tuple[re.Pattern[str], ...]] = {}
    tongues: dict[str, str] = {}
    stems: list[str] = []
    for table in _tables():
        language, version = table["language"], table["version"]
        stems += table["stems"]
        names = {n.casefold(): tag for tag, given in table["tongues"].items() for n in given}
        tongues |= names
        tongue = _any_of(names, table["tongue_suffix"])
        macros = table.get("macros", {})
        guards[language] = tuple(
            _compiled(p, macros, tongue) for p in table.get("guards", {}).values()
        )
        lines += [
            LineRule(
                f"{language}.{row['id']}",
                version,
                language,
                Place(row["place"]),
                row["code"],
                _compiled(row["pattern"], macros, tongue),
                row.get("foreign", False),
            )
            for row in table["lines"]
        ]
        links += [
            LinkRule(
                f"{language}.{row['id']}",
                version,
                language,
                _compiled(row["pattern"], macros, tongue),
            )
            for row in table.get("links", [])
        ]
    return LineRules(Stems.of(stems), tuple(lines), tuple(links), guards, tongues)


@cache
def trace_rules() -> TraceRules:
    """The rules about traces, compiled once."""
    table = tomllib.loads((files("corpus") / _FOLDER / _TRACES).read_text("utf-8"))
    residue = table["residue"]
    return TraceRules(
        version=table["version"],
        scripts=table["scripts"],
        page_scripts={k: frozenset(v) for k, v in table["page_scripts"].items()},
        glue=frozenset(residue["glue"]),
        units=frozenset(residue["units"]),
        cues=re.compile(residue["cues"], re.IGNORECASE),
        placeholders=tuple(
            Placeholder(row["language"], frozenset(w.casefold() for w in row["words"]))
            for row in table["placeholders"]
        ),
        weak=tuple(
            WeakRule(row["id"], frozenset(row["not_on"]), row["least"], re.compile(row["pattern"]))
            for row in table["weak"]
        ),
    )


def _tables() -> Iterator[dict[str, Any]]:
    folder = files("corpus") / _FOLDER
    names = (entry.name for entry in folder.iterdir())
    for name in sorted(n for n in names if n.endswith(".toml") and n != _TRACES):
        yield tomllib.loads((folder / name).read_text("utf-8"))


def _any_of(names: Mapping[str, str], suffix: str) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return rf"(?:(?:{'|'.join(map(re.escape, longest_first))}){suffix})"


def _compiled(pattern: str, macros: Mapping[str, str], tongue: str) -> re.Pattern[str]:
    for _ in range(_DEPTH):
        pattern = _MACRO.sub(lambda m: macros.get(m.group(1), m.group()), pattern)
    return re.compile(pattern.replace("<tongue>", tongue).replace("<agent>", _AGENT), re.IGNORECASE)
