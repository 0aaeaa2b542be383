"""The lists of meaning: loading, reading and matching."""

from __future__ import annotations

import pytest

from corpus.text.tokens import tokens
from verifier.meanings.lexicon import (
    LANGUAGES,
    Word,
    has_list,
    lexicon,
    matches,
    phrase_table,
    versions,
)
from verifier.models import Risk

MAIN = (
    Risk.NEGATION,
    Risk.NUMBER,
    Risk.QUANTIFIER,
    Risk.MODAL,
    Risk.CONDITION,
    Risk.PERSON,
    Risk.UNIT,
)


def meanings(text: str, code: Risk, language: str) -> list[str]:
    norms = tokens(text).norms
    entries = lexicon(language)
    return [s.meaning for s in entries.spans(code, entries.read(norms, [False] * len(norms)))]


@pytest.mark.parametrize("language", ["en", "zh", "de", "fr", "es", "ru"])
def test_every_listed_language_has_the_main_classes_and_a_version(language: str) -> None:
    entries = lexicon(language)
    assert has_list(language)
    assert entries.version
    assert set(MAIN) <= set(entries.classes)


def test_a_language_without_a_file_has_empty_lists() -> None:
    assert not has_list("sv")
    assert lexicon("sv").version == ""
    assert meanings("inte ett ord", Risk.NEGATION, "sv") == []


def test_a_regional_tag_takes_the_lists_of_its_language() -> None:
    assert has_list("zh-Hant")
    assert lexicon("en-GB") is lexicon("en")


def test_versions_name_every_language_once() -> None:
    assert sorted(versions()) == list(LANGUAGES)
    assert all(versions().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_expression_has_two_meanings_in_one_class(language: str) -> None:
    for code in MAIN:
        groups = lexicon(language).raw[code.value]["groups"]
        owners: dict[tuple[str, ...], set[str]] = {}
        for group in groups:
            for text in group:
                owners.setdefault(tokens(text).norms, set()).add(group[0])
        assert [k for k, v in owners.items() if len(v) > 1] == [], code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_expression_can_be_found_in_a_text_of_its_own(language: str) -> None:
    for code in MAIN:
        for group in lexicon(language).raw[code.value]["groups"]:
            for text in group:
                assert meanings(text, code, language), (code, text)


@pytest.mark.parametrize(("language", "fewest"), [("en", 150), ("zh", 60)])
def test_the_lists_of_opposites_are_long_enough(language: str, fewest: int) -> None:
    pairs = lexicon(language).raw["antonym"]["pairs"]
    assert len({frozenset(pair) for pair in pairs}) >= fewest
    assert all(len(set(pair)) == 2 for pair in pairs)


def test_there_are_irregular_verbs_enough() -> None:
    assert len(set(lexicon("en").raw["tense"]["irregular"])) >= 120


CONTRACTIONS = [
    ("en", "won't", ["will", "not"], "irregular stem"),
    ("en", "isn't", ["is", "not"], "ending"),
    ("en", "couldn't've", ["could", "not", "have"], "two endings"),
    ("en", "they'll", ["they", "will"], "ending"),
    ("en", "i'd", ["i", "'d"], "had or would: left open"),
    ("en", "harbour's", ["harbour", "'s"], "possessive or is: left open"),
    ("en", "o'clock", ["o'clock"], "no contraction"),
    ("fr", "n'a", ["ne", "a"], "elision"),
    ("fr", "jusqu'ici", ["jusque", "ici"], "long elision"),
    ("fr", "aujourd'hui", ["aujourd'hui"], "no elision"),
    ("zh", "會", ["会"], "simplified"),
]


@pytest.mark.parametrize(("language", "norm", "words", "why"), CONTRACTIONS)
def test_a_contraction_is_read_as_its_words(
    language: str, norm: str, words: list[str], why: str
) -> None:
    assert [w.norm for w in lexicon(language).read([norm], [False])] == words, why


LONGEST = [
    ("not only if it rains", Risk.CONDITION, "en", ["only if"], "the longer phrase"),
    ("a few of the few", Risk.QUANTIFIER, "en", ["a few", "few"], "two meanings"),
    ("no one and nobody", Risk.NEGATION, "en", ["nobody", "nobody"], "one meaning"),
    ("after all of it", Risk.QUANTIFIER, "en", [], "an exception takes its words"),
    ("all of it", Risk.QUANTIFIER, "en", ["all"], "without the exception"),
    ("非常不好", Risk.NEGATION, "zh", ["不"], "非常 is shielded, 不 is not"),
    ("不过没有人来", Risk.NEGATION, "zh", ["没"], "不过 is shielded"),
    ("社会会议会好", Risk.MODAL, "zh", ["会"], "only the verb"),
    ("percentage points", Risk.UNIT, "en", ["percentage points"], "not points"),
]


@pytest.mark.parametrize(("text", "code", "language", "found", "why"), LONGEST)
def test_the_longest_expression_wins(
    text: str, code: Risk, language: str, found: list[str], why: str
) -> None:
    assert meanings(text, code, language) == found, why


def test_an_expression_does_not_reach_over_a_clause_border() -> None:
    table = phrase_table([("only if", "only if"), ("if", "if")])
    joined = [Word("only", 0), Word("if", 1)]
    parted = [Word("only", 0), Word("if", 1, parted=True)]
    assert matches(joined, table) == [(0, 2, "only if")]
    assert matches(parted, table) == [(1, 2, "if")]


def test_spans_count_tokens_and_not_words() -> None:
    entries = lexicon("en")
    words = entries.read(["we", "won't", "go"], [False] * 3)
    (span,) = entries.spans(Risk.NEGATION, words)
    assert (span.first, span.last, span.part) == (1, 2, True)
