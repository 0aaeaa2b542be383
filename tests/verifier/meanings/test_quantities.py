"""Numbers, months and units as expressions."""

from __future__ import annotations

import pytest

from corpus.text.tokens import tokens
from verifier.meanings.differences import Side
from verifier.meanings.lexicon import Span, lexicon
from verifier.meanings.quantities import number_spans, unit_spans
from verifier.models import Risk


def side(text: str, cased: bool = True) -> Side:
    found = tokens(text)
    surfaces = tuple(text[s:e] for s, e in zip(found.starts, found.ends, strict=True))
    gaps = tuple(
        text[found.ends[i - 1] if i else 0 : found.starts[i]] for i in range(len(found.starts))
    )
    return Side(found.norms, surfaces, gaps, cased)


def numbers(text: str, language: str = "en") -> list[tuple[str, str]]:
    read = side(text)
    entries = lexicon(language)
    words = entries.read(read.norms, [read.border_before(i) for i in range(len(read.norms))])
    found = number_spans(read, words, entries)
    return [(read.text(s.first, s.last), s.meaning) for s in found if not s.weak]


@pytest.mark.parametrize(
    ("text", "language", "found", "why"),
    [
        ("about fourteen of them", "en", [("fourteen", "14")], "words"),
        ("some 3 million people", "en", [("3 million", "3000000")], "scale"),
        ("no one saw it", "en", [], "no one is no number"),
        ("the one we like", "en", [], "a pronoun"),
        ("wait a second for us", "en", [], "a moment"),
        ("we meet in May then", "en", [("May", "may")], "a month by its capital"),
        ("we may go in time", "en", [], "a modal verb"),
        ("MAY 4 is free", "en", [("MAY", "may"), ("4", "4")], "a day beside it"),
        ("the 1990s were loud", "en", [("1990s", "1990s")], "a decade stands for itself"),
        ("in 1990, 14 came", "en", [("1990", "1990"), ("14", "14")], "a comma parts"),
        ("三百二十万元", "zh", [("三百二十万", "3200000")], "characters"),
        ("一定一起去", "zh", [], "words with 一"),
        ("非常十分感谢", "zh", [], "十分 is no number"),
        ("十分钟以后", "zh", [("十", "10")], "but 十分钟 is"),
        ("数万亿美元", "zh", [("万亿", "万亿")], "no one value"),
    ],
)
def test_numbers_are_read_by_value(
    text: str, language: str, found: list[tuple[str, str]], why: str
) -> None:
    assert numbers(text, language) == found, why


def test_a_unit_reaches_over_its_number_and_is_then_not_weak() -> None:
    entries = lexicon("en")
    read = side("six weeks ago")
    words = entries.read(read.norms, [False] * 3)
    (unit,) = unit_spans(entries.spans(Risk.UNIT, words), number_spans(read, words, entries))
    assert (unit.first, unit.left, unit.weak) == (1, 1, False)


def test_a_unit_alone_stays_weak() -> None:
    assert unit_spans([Span(1, 2, "weeks", weak=True)], []) == [Span(1, 2, "weeks", weak=True)]
