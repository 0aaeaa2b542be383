"""Look-alike letters are reported and can be searched through; honest mixtures are left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.reading.homoglyphs import LOOK_ALIKES, mixed_words, skeleton


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("\u0410merica first", ["\u0410merica"], "a Cyrillic capital"),
        ("the tr\u0443th", ["tr\u0443th"], "a Cyrillic small letter"),
        ("\u039dever again", ["\u039dever"], "a Greek capital"),
        ("n\u03bfw or n\u03bfw", ["n\u03bfw"], "each word once"),
        ("we \u0441\u043e\u0440 out", ["\u0441\u043e\u0440"], "a word of look-alikes alone"),
        ("Привет and hello", [], "two languages, two words"),
        ("а вот and hello", [], "a real Cyrillic word beside a short one"),
        ("USB-кабель", [], "parts of a compound"),
        ("5 μm or 3 kΩ", [], "units"),
        ("β-carotene and α particles", [], "Greek letters alone"),
        ("AI公司 and 卡拉OK", [], "Latin beside Chinese"),
        ("Мы победили", [], "Cyrillic alone"),
        ("plain words", [], "Latin alone"),
        ("", [], "empty"),
    ],
)
def test_words_of_two_scripts_are_found(text: str, expected: list[str], why: str) -> None:
    assert mixed_words(text) == expected, why


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("\u0410merica", "america"), ("\u0430merica", "america"), ("\u041dello", "hello"),
        ("\u043dello", "hello"), ("\u039dever", "never"), ("n\u03bfw", "now"), ("now", "now"),
    ],
)  # fmt: skip
def test_the_skeleton_is_the_latin_word_it_looks_like(word: str, expected: str) -> None:
    assert skeleton(word) == expected


def test_the_table_maps_foreign_letters_to_latin_ones() -> None:
    assert len(LOOK_ALIKES) > 60
    for foreign, latin in LOOK_ALIKES.items():
        assert unicodedata.name(foreign).split()[0] in ("CYRILLIC", "GREEK")
        assert latin.isascii()


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x17F), max_size=30))
def test_latin_text_is_its_own_skeleton(text: str) -> None:
    assert skeleton(text) == text.casefold()
    assert mixed_words(text) == []
