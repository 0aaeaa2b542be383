"""Looking for the heads finds what the pattern alone finds, in all scripts."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.translation.patterns import line_rules
from corpus.translation.stems import Stems, small_letters

STEMS = line_rules().stems
EVERY = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))

WORDS = [
    "Translated by", "TRANSLATİON", "tranſlated", "the original", "Originally", "first published",
    "voice over", "voiceover", "VO\u0130CE-OVER", "version :", "trans.", "transport", "interest",
    "Dolmetscher", "ÜBERSETZT", "u\u0308bersetzt", "Übers.", "aus dem Dänischen von", "GEFÜHRT",
    "d’abord", "D'ABORD", "à l’origine", "À L'ORIGINE", "ndt", "Interprète",
    "Перевод", "ПЕРЕВОД", "\u1c80\u0435рев", "пе\u0440е\u1c80од", "Прим. пер.", "インタビュー",
    "仮訳", "翻译", "譯者", "ｔｒａｎｓｌａｔｅｄ", "straße", "ŞTRAẞE", "ſ", "\u212a", "ı",
    "\ud83d", "publicado originalmente", "😀", "—", "“", "\n", " ", ".", "x", "_",
]  # fmt: skip


def places(text: str, place: int = 0) -> list[tuple[int, int]]:
    return [m.span() for m in STEMS.found(text, place)]


def places_by_pattern(text: str, place: int = 0) -> list[tuple[int, int]]:
    return [m.span() for m in STEMS.pattern.finditer(text, place)]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join), st.integers(0, 20))
@example("atranslated", 1)
@example("notrans. by", 2)
def test_words_in_any_case_and_script_are_found_where_the_pattern_finds_them(
    text: str, place: int
) -> None:
    assert places(text, place) == places_by_pattern(text, place)


@given(st.text())
def test_so_are_those_of_any_text(text: str) -> None:
    assert places(text) == places_by_pattern(text)


def test_what_a_pattern_takes_for_one_letter_is_one_letter() -> None:
    for letter in sorted(set("".join(STEMS.heads))):
        same = re.findall(re.escape(letter), EVERY, re.IGNORECASE)
        assert {small_letters(each) for each in same} == {letter}, letter


@given(st.text())
def test_small_letters_move_no_place(text: str) -> None:
    assert len(small_letters(text)) == len(text)


@pytest.mark.parametrize(
    ("alternative", "heads", "why"),
    [
        ("translat", {"translat"}, "fixed characters alone"),
        (r"\btrans\.", {"trans."}, "a border has no width, a stop that is meant is fixed"),
        ("render(?:ing|ed)", {"render"}, "what is in brackets is not fixed"),
        ("voice-?over", {"voice"}, "what may be missing is not fixed"),
        ("d['’]ab", {"d'ab"}, "apostrophes are one"),
        ("[дт]ом", {"дом", "том"}, "one of a few characters is a spelling each"),
        (r"aus dem \w+ von", {"aus dem "}, "any word is not fixed"),
        ("[译譯]", {"译", "譯"}, "one character of a script without spaces is enough"),
    ],
)
def test_a_head_is_what_a_pattern_must_begin_with(
    alternative: str, heads: set[str], why: str
) -> None:
    assert set(Stems.of([alternative]).heads) == heads, why


def test_common_beginnings_are_looked_for_once() -> None:
    assert Stems.of(["translat", r"\btrans\.", "tradui", "first "]).heads == (
        "first ",
        "tradui",
        "trans",
    )


@pytest.mark.parametrize("alternative", [r"\w+ed", "to", "(?:a|b)cd", "x?yz"])
def test_a_pattern_with_nothing_to_look_for_is_refused(alternative: str) -> None:
    with pytest.raises(ValueError, match="too little"):
        Stems.of([alternative])
