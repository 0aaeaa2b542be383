"""Words and their opposites."""

from __future__ import annotations

import pytest

from corpus.text.tokens import tokens
from verifier.meanings.lexicon import Word, lexicon
from verifier.meanings.opposites import opposed, opposite_spans, prefixed


def read(text: str, language: str = "en") -> list[Word]:
    norms = tokens(text).norms
    return lexicon(language).read(norms, [False] * len(norms))


@pytest.mark.parametrize(
    ("source", "claim", "language", "expected", "why"),
    [
        ("prices rose", "prices fell", "en", True, "irregular forms"),
        ("prices rise", "prices are falling", "en", True, "different forms"),
        ("the widest road", "the narrowest road", "en", True, "superlatives"),
        ("they stopped", "they started", "en", True, "doubled letter"),
        ("prices rose", "prices climbed", "en", False, "no opposites"),
        ("up and down", "down and up", "en", False, "both on both sides"),
        ("水位上升", "水位下降", "zh", True, "words"),
        ("大多数人", "大少数人", "zh", False, "多数 is no 多"),
    ],
)
def test_a_pair_counts_in_any_form_of_its_words(
    source: str, claim: str, language: str, expected: bool, why: str
) -> None:
    ours = opposite_spans(language, read(source, language))
    theirs = opposite_spans(language, read(claim, language))
    assert (opposed(language, ours, theirs) is not None) is expected, why


@pytest.mark.parametrize(
    ("source", "claim", "expected", "why"),
    [
        ("possible", "impossible", True, "im-"),
        ("irregular", "regular", True, "ir-, lost"),
        ("agreed", "disagrees", True, "another ending"),
        ("form", "inform", False, "a look-alike"),
        ("less", "unless", False, "a look-alike"),
        ("come", "income", False, "a look-alike"),
        ("tax", "syntax", False, "no prefix"),
        ("able", "unable", True, "the shortest that counts"),
    ],
)
def test_a_prefix_of_denial_counts_before_the_other_sides_word(
    source: str, claim: str, expected: bool, why: str
) -> None:
    assert (prefixed(lexicon("en"), read(source), read(claim)) is not None) is expected, why
