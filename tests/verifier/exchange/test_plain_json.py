"""What is written quickly is what the documented schemas write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest

from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from verifier.exchange.plain_json import plain
from verifier.exchange.schemas import schema_of
from verifier.service import Question, Service


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Inner:
    name: str | None
    colour: Colour


@dataclass(frozen=True)
class Outer:
    text: str
    share: float
    count: int
    yes: bool
    inner: Inner | None
    several: tuple[Inner, ...]
    words: tuple[str, ...]
    span: tuple[int, int]
    anything: dict[str, object]


_R = Colour.RED
RED, BARE = Inner("b", _R), Inner(None, _R)
OUTERS: list[tuple[str, Outer]] = [
    ("every kind of field", Outer("a", 0.5, 2, True, RED, (RED, BARE), ("c",), (1, 2), {"d": [3]})),
    ("nothing where nothing may be", Outer("", 0.0, 0, False, None, (), (), (0, 0), {})),
    ("a whole number where a float is", Outer("a", 1, 2, True, None, (), (), (1, 2), {})),
    ("an enum's member where a text is", Outer(_R, 0.1, 2, True, None, (), (_R,), (1, 2), {})),
]


@pytest.mark.parametrize(("why", "value"), OUTERS)
def test_a_value_is_written_as_its_schema_writes_it(why: str, value: Outer) -> None:
    assert _told(plain(value)) == _told(schema_of(Outer)().dump(value)), why


@pytest.mark.parametrize("quote", [VERBATIM, ALTERED, RENDERED, ABSENT, "library"])
def test_a_report_is_written_as_its_schema_writes_it(service: Service, quote: str) -> None:
    report = service.verify(Question(quote, speaker="Ada Lindqvist", date="2023"))
    assert _told(plain(report)) == _told(schema_of(type(report))().dump(report))


def test_a_source_is_written_as_its_schema_writes_it(service: Service) -> None:
    source = service.home.store.sources(after=None, limit=1)[0]
    assert _told(plain(source)) == _told(schema_of(type(source))().dump(source))


def test_a_text_that_is_an_enum_is_written_as_plain_text() -> None:
    written = plain(Outer(_R, 0.1, 2, True, None, (), (), (1, 2), {}))
    assert type(written["text"]) is str


def _told(body: Any) -> str:
    """As text, so that the order of keys, and 1 and 1.0, are told apart."""
    return json.dumps(body)
