"""Which words outside quotation marks are an attribution."""

from __future__ import annotations

import pytest

from verifier.reading.interruptions import Where, dash_parts, is_attribution
from verifier.reading.saying import load_sayings


@pytest.mark.parametrize(
    ("stretch", "left", "where", "expected", "why"),
    [
        ("he said,", ",", Where.BETWEEN, True, "a verb, set off on both sides"),
        (", sagte er,", "e", Where.BETWEEN, True, "the comma stands outside"),
        ("Doe said,", "m", Where.BETWEEN, True, "set off on the right, with a name"),
        ("said,", "m", Where.BETWEEN, False, "set off on the right only, nobody named"),
        ("he told us", "m", Where.BETWEEN, True, "pronoun and verb alone"),
        ("that he said to be", "m", Where.BETWEEN, False, "not set off"),
        ("and she said,", ",", Where.BETWEEN, False, "the sentence goes on"),
        ("I said,", ",", Where.BETWEEN, False, "first person"),
        ("你说，", "，", Where.BETWEEN, False, "second person in Chinese"),
        ("他告诉我，", "，", Where.BETWEEN, True, "told to me, in Chinese"),
        ("of the city,", ",", Where.BETWEEN, False, "no verb, no name"),
        ("Jane Doe,", ",", Where.BETWEEN, True, "a name between commas"),
        ("Jane Doe", ",", Where.BETWEEN, False, "a name set off on one side"),
        ("he said " + "so " * 20 + ",", ",", Where.BETWEEN, False, "too long"),
        ("", ",", Where.BETWEEN, False, "nothing"),
        ("Doe said:", "", Where.BEFORE, True, "a colon"),
        ("Doe said,", "", Where.BEFORE, True, "a comma"),
        ("Doe said", "", Where.BEFORE, False, "neither"),
        ("But Doe said,", "", Where.BEFORE, False, "the sentence goes on"),
        ("It rained. Doe said,", "", Where.BEFORE, False, "two sentences"),
        ("Jane Doe, mayor of the town:", "", Where.BEFORE, True, "a name and an office"),
        ("he said.", ",", Where.AFTER, True, "at the end"),
        ("is what he said.", "n", Where.AFTER, False, "not set off"),
        ("— Jane Doe", ".", Where.AFTER, True, "a signature"),
        ("— everybody wants it", ".", Where.AFTER, False, "words after a dash"),
    ],
)
def test_an_attribution_is_told_from_the_words_of_the_quote(
    stretch: str, left: str, where: Where, expected: bool, why: str
) -> None:
    assert is_attribution(stretch, left, where, load_sayings()) is expected, why


@pytest.mark.parametrize(
    ("text", "spoken", "parts", "why"),
    [
        ("Я верю, — сказал он, — что да", False, ["— сказал он, —"], "Russian"),
        ("Creo —dijo ella— que sí", False, ["—dijo ella—"], "Spanish"),
        ("А — сказал он — б — добавил он — в", False, ["— сказал он —", "— добавил он —"], "two"),
        ("Я верю, — сказал он", True, ["— сказал он"], "the end of a dialogue"),
        ("Я верю, — сказал он", False, [], "one dash, no dialogue"),
        ("Я верю — говорю я вам — что да", False, [], "first person"),
        ("We — said the people — win", False, [], "English does not print it so"),
        ("Жизнь — борьба — и точка", False, [], "no verb of saying"),
        ("без тире", True, [], "no dash"),
    ],
)
def test_dashes_part_an_attribution_verb_first(
    text: str, spoken: bool, parts: list[str], why: str
) -> None:
    found = dash_parts(text, 0, len(text), spoken, load_sayings())
    assert [text[a:b] for a, b in found] == parts, why
