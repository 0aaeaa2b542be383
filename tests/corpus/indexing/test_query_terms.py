"""The rarest existing words and pairs are asked for, spread over the claim."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from corpus.indexing.query_terms import (
    Field,
    QueryPolicy,
    choose_terms,
    pairs_of,
    pairs_text,
    plain_letters,
    weights,
    whole_terms,
)

POLICY = QueryPolicy(words=3, pairs=2, common_share=0.1, common_from=10, enough=2, section=6)


def chosen(words: str, counts: Mapping[str, int], policy: QueryPolicy = POLICY) -> set[str]:
    """What is asked for among 1,000 passages; a pair is written ``a+b`` here."""

    def frequency(field: str, term: str) -> int:
        return counts.get(term.replace("_", "+"), 0)

    found = choose_terms(words.split(), frequency, 1_000, policy)
    assert len(found) == len(set(found))
    return {term.replace("_", "+") for _, term in found}


@pytest.mark.parametrize(
    ("words", "counts", "expected", "why"),
    [
        ("", {}, set(), "nothing to ask for"),
        ("x y", {}, set(), "no word exists"),
        ("a b c d", {"a": 9, "b": 8, "c": 7, "d": 6}, {"b", "c", "d"}, "the three rarest"),
        ("a b x", {"a": 9, "b": 8}, {"a", "b"}, "words that do not exist take no place"),
        ("a b the", {"a": 9, "b": 8, "the": 101}, {"a", "b"}, "a common word is left out"),
        ("a the", {"a": 9, "the": 101}, {"a", "the"}, "too few rare ones: common words as well"),
        (
            "to be or not",
            {"to": 900, "be": 800, "or": 700, "not": 600, "to+be": 50, "or+not": 4},
            {"to+be", "or+not"},
            "common words only: the pairs",
        ),
        (
            "to be or not",
            {"to": 900, "be": 800, "or": 700, "not": 600},
            {"be", "or", "not"},
            "common words only and no pair: the rarest of them",
        ),
        ("a a a a", {"a": 5, "a+a": 3}, {"a", "a+a"}, "a repeated word is asked for once"),
    ],
)
def test_terms_are_chosen_by_rarity(
    words: str, counts: dict[str, int], expected: set[str], why: str
) -> None:
    assert chosen(words, counts) == expected, why


def test_each_section_of_a_long_claim_has_its_part() -> None:
    policy = QueryPolicy(words=4, pairs=0, section=3, section_least=1)
    counts = {f"r{n}": 1 for n in range(3)} | {f"m{n}": 5 for n in range(3)}
    found = chosen("r0 r1 r2 m0 m1 m2", counts, policy)
    assert {"r0", "r1"} <= found
    assert {"m0", "m1"} <= found
    assert len(found) == 4


def test_a_pair_over_the_border_of_two_sections_is_asked_for() -> None:
    policy = QueryPolicy(words=0, pairs=8, section=2)
    assert chosen("a b c d", {"b+c": 1}, policy) == {"b+c"}


def test_in_a_small_corpus_nothing_is_common() -> None:
    found = choose_terms(["the"] * 2, lambda field, term: 40, 50, QueryPolicy())
    assert {field for field, _ in found} == {Field.WORDS, Field.PAIRS}


@pytest.mark.parametrize(
    ("word", "expected", "why"),
    [
        ("café", "cafe", "an accent"),
        ("naïve", "naive", "a diaeresis"),
        ("ёлка", "елка", "Cyrillic"),
        ("한국", "한국", "Korean syllables stay whole"),
        ("が", "が", "the voicing mark makes another letter"),
        ("क्या", "क्या", "the virama stays"),
        ("word", "word", "nothing to take off"),
    ],
)
def test_diacritics_are_taken_off(word: str, expected: str, why: str) -> None:
    assert plain_letters(word) == expected, why


def test_pairs_are_neighbours_and_hold_no_white_space() -> None:
    assert pairs_of(["one"]) == []
    assert len(pairs_of(["one", "two", "three"])) == 2
    assert all(len(pair.split()) == 1 for pair in pairs_of(["one", "two", "three"]))


@pytest.mark.parametrize("words", ["", "one", "one two", "one two three", "one one 二 三 one"])
def test_the_text_of_pairs_holds_the_same_pairs(words: str) -> None:
    assert pairs_text(words.split()) == " ".join(pairs_of(words.split()))


@pytest.mark.parametrize(
    ("words", "counts", "expected", "why"),
    [
        ("a b c", {"a+b": 9, "b+c": 3}, ["b_c", "a_b"], "all pairs exist: the rarest first"),
        ("a b c d", {"a+b": 9, "b+c": 3, "c+d": 5}, ["b_c", "c_d"], "no more than allowed"),
        ("a b a b", {"a+b": 9, "b+a": 9}, ["a_b", "b_a"], "a pair that comes twice is one"),
        ("a b c", {"a+b": 9}, [], "a pair stands nowhere, and so does the claim"),
        ("a", {"a": 9}, [], "one word has no pair"),
        ("", {}, [], "nothing has none"),
    ],
)
def test_a_whole_claim_is_looked_for_by_its_rarest_pairs_together(
    words: str, counts: Mapping[str, int], expected: list[str], why: str
) -> None:
    def frequency(field: str, term: str) -> int:
        return counts.get(term.replace("_", "+"), 0)

    found = whole_terms(words.split(), frequency, QueryPolicy(together=2))
    assert found == [(Field.PAIRS, pair) for pair in expected], why


def test_commoner_words_are_left_out_where_rare_ones_cost_enough() -> None:
    counts = {"r1": 20, "r2": 30, "r3": 40, "r4": 60}
    dear = QueryPolicy(pairs=0, common_share=0.1, budget=0.1, common_from=0, enough=0)
    assert chosen("r1 r2 r3 r4", counts, dear) == {"r1", "r2", "r3"}
    assert chosen("r3 r4", {"r3": 80, "r4": 90}, dear) == {"r3", "r4"}, "two in any case"


def test_of_a_long_claim_only_pairs_with_its_rarer_words_are_counted() -> None:
    words = ["the", "of"] * 90 + ["ebb", "tide"] + ["the", "of"] * 20
    asked: list[str] = []

    def frequency(field: str, term: str) -> int:
        asked.append(term)
        return {"the": 900, "of": 800, "ebb": 3, "tide": 5}.get(term, 2)

    found = choose_terms(words, frequency, 1_000, QueryPolicy(pairs=1, section=400))
    assert (Field.PAIRS, "ebb_tide") in found
    assert len({term for term in asked if "_" in term}) <= 4
    asked.clear()
    assert whole_terms(words, frequency, QueryPolicy(together=1)) == [(Field.PAIRS, "ebb_tide")]
    assert "of_the" not in asked


def test_near_a_claim_common_words_are_never_asked_for() -> None:
    policy = QueryPolicy(common_from=10, near_share=0.01)
    counts = {"to": 900, "be": 800, "to+be": 8, "be+to": 500}
    assert chosen("to be to", counts, policy.near()) == {"to+be"}
    assert chosen("to be to", counts, policy) == {"to", "be", "to+be"}


def test_near_a_claim_every_part_of_it_has_its_pairs() -> None:
    words = [f"w{k}" for k in range(160)]
    counts = {f"w{k}+w{k + 1}": 1 if k < 80 else 9 for k in range(159)}
    found = chosen(" ".join(words), counts, QueryPolicy().near())
    assert {pair for pair in found if int(pair[1:].partition("+")[0]) >= 140}


def test_a_term_is_worth_more_the_seldomer_it_is() -> None:
    counts = {"a": 1, "b": 50, "c": 1_000, "d": 2_000}
    terms = [(Field.WORDS, term) for term in counts]
    found = weights(terms, lambda field, term: counts[term], 1_000)
    assert [(field, term) for field, term, _ in found] == terms
    worth = [weight or 0.0 for _, _, weight in found]
    assert worth == sorted(worth, reverse=True)
    assert min(worth) > 0
