"""Text from outside, shown so that it cannot disturb what is around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.showing.plain_text import Sign, foreign_letters, signs, visible

STACK = "e" + "\u0301" * 20


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("plain", [Sign("plain")], "nothing to do"),
        ("a\u202eb", [Sign("a"), Sign("[U+202E]", named=True), Sign("b")], "an override is named"),
        ("e\u0301a", [Sign("e\u0301a")], "an accent is part of its letter"),
        (
            f"a{STACK}b",
            [
                Sign("a"),
                Sign("e" + "\u0301" * 8, stacked=True),
                Sign("[+12 marks]", named=True),
                Sign("b"),
            ],
            "the stack alone is kept to its line, what stands beside it is plain",
        ),
        ("क्षत्रिय", [Sign("क्षत्रिय")], "marks that belong to a script are no stack"),
        (
            "is pr\u043emise kept",
            [Sign("is "), Sign("pr\u043emise", mixed=True), Sign(" kept")],
            "a word with a Cyrillic letter looks like another word",
        ),
        ("5 kΩ, μm", [Sign("5 kΩ, μm")], "units are no masquerade"),
        ("", [], "nothing"),
    ],
)
def test_what_cannot_be_shown_as_it_is_is_set_apart(
    text: str, expected: list[Sign], why: str
) -> None:
    assert list(signs(text)) == expected, why


@given(st.text())
def test_nothing_is_lost_but_what_is_named(text: str) -> None:
    shown = "".join(sign.text for sign in signs(text) if not sign.named)
    assert visible(text) == "".join(sign.text for sign in signs(text))
    assert all(sign.text for sign in signs(text))
    assert set(shown) <= set(text)


@given(st.text(alphabet="ab \u0430\u0301\u202e\u2066\u05d0", max_size=40))
def test_shown_text_turns_nothing(text: str) -> None:
    assert not set(visible(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_letters_that_pass_for_latin_ones_are_told_by_name() -> None:
    assert foreign_letters("pr\u043emise") == "\u043e is CYRILLIC SMALL LETTER O (U+043E)"
    assert foreign_letters("promise") == ""
