"""Likeness within a language, and how much of it is the same word for word."""

from __future__ import annotations

import pytest

from corpus.linking.lattice import SentenceLink
from corpus.linking.monolingual import Likeness, run_share, word_forms

LINK = [SentenceLink(0, 1, 0, 1, 1.0, 1.0)]


@pytest.mark.parametrize(
    ("text", "forms", "why"),
    [
        ("The keepers' boats", ["the", "keepe", "boats"], "words are cut to five letters"),
        ("Ada's 250,000 votes", ["ada", "250,000", "votes"], "numbers stay whole"),
        ("图书馆", ["图书", "书馆"], "pairs of characters"),
        ("圖書館", ["图书", "书馆"], "in one script"),
        ("是", ["是"], "a lone character stands for itself"),
        ("%", [], "signs say nothing"),
    ],
)
def test_what_a_text_is_compared_by(text: str, forms: list[str], why: str) -> None:
    assert word_forms(text) == forms, why


def test_neighbours_together_are_as_like_as_their_words_joined() -> None:
    a = ["The heron stood in the marsh at dawn and nobody moved."]
    b = ["The heron stood in the marsh.", "At dawn nobody moved.", "Something else entirely."]
    likeness = Likeness(a, b)
    together = likeness.cosine(0, 0, 1, 2)
    assert together > likeness.cosine(0, 0, 1, 1) > likeness.cosine(0, 2, 1, 1)
    assert 0.8 < together <= 1.0


def test_odds_fall_with_what_is_shared() -> None:
    said = "The heron stood in the marsh at dawn."
    changed = ["The heron stood in the marsh at noon.", "A heron in some marsh.", "Nothing at all."]
    odds = [Likeness([said], [*changed]).odds(0, n, 1, 1) for n in range(3)]
    assert odds[0] > odds[1] > odds[2]


@pytest.mark.parametrize(
    ("a", "b", "share", "why"),
    [
        ("one two three four five six", "one two three four five six", 1.0, "a run of six"),
        ("one two three four five", "one two three four five", 0.0, "a run of five is none"),
        ("a b c d e f X g h i j k l", "a b c d e f Y g h i j k l", 24 / 26, "two runs"),
        (
            "我们修建这座图书馆是为了你",
            "我们修建这座图书馆是为了你",
            1.0,
            "twelve characters are six words",
        ),
        ("我们修建这座图书馆是为", "我们修建这座图书馆是为", 0.0, "eleven are not"),
    ],
)
def test_words_in_exact_common_runs(a: str, b: str, share: float, why: str) -> None:
    assert run_share([a], [b], LINK) == pytest.approx(share), why


def test_without_links_there_are_no_runs() -> None:
    assert run_share(["one"], ["one"], []) == 0.0
