"""Where words stand: exact places, the region that counts, and chains that make sense."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.tokens import terms
from verifier.aligning.align import Run, chain, compact, densest_region, exact_places, joined

SMALL = frozenset("the a of to and in is it that we was".split())


def worth(norms: tuple[str, ...]) -> tuple[float, ...]:
    """A content word counts one, another less."""
    return tuple(0.6 if n in SMALL else 1.0 for n in norms)


def chained(claim: str, source: str, joints: frozenset[int] = frozenset()) -> list[str]:
    """The kept runs, as words."""
    words, text = terms(claim), terms(source)
    runs = chain(words, text, worth(words), joints)
    assert all(words[r.claim : r.claim + r.length] == text[r.source : r.source + r.length]
               for r in runs)  # fmt: skip
    return [" ".join(text[r.source : r.source + r.length]) for r in runs]


EXACT = [
    # needle, hay, positions, why
    ("i think so", "i think some i think so", [3], "whole words only"),
    ("ink", "i think", [], "not inside a word"),
    ("a a", "a a a a", [0, 1, 2], "overlapping places"),
    ("one", "one two one", [0, 2], "first and last word"),
    ("one two three", "one two", [], "longer than the text"),
    ("x", "", [], "an empty text"),
    ("", "one two", [], "nothing to look for"),
    ("不 是", "我 们 不 是 不 是", [2, 4], "Chinese"),
    ("u.s", "the u.s and u s", [1], "an initialism is one word"),
]


@pytest.mark.parametrize(("needle", "hay", "positions", "why"), EXACT)
def test_exact_places_are_whole_words(
    needle: str, hay: str, positions: list[int], why: str
) -> None:
    assert exact_places(joined(needle.split()), joined(hay.split())) == positions, why


@given(st.lists(st.sampled_from("ab"), max_size=4), st.lists(st.sampled_from("abc"), max_size=30))
def test_exact_places_are_all_places(needle: list[str], hay: list[str]) -> None:
    brute = [at for at in range(len(hay)) if needle and hay[at : at + len(needle)] == needle]
    assert exact_places(joined(needle), joined(hay)) == brute
    assert exact_places(joined(needle), joined(hay), 2) == brute[:2]


REGIONS = [
    ("ferry rope", "x x ferry x x x ferry rope x x", 3, "x ferry rope", "both words together"),
    ("ferry rope", "x ferry rope x x rope ferry x", 2, "ferry rope", "the first of equal ones"),
    ("ferry rope", "ferry ferry ferry x rope ferry", 2, "rope ferry", "a word counts once"),
    ("ferry ferry", "ferry x rope x ferry ferry", 2, "ferry ferry", "or as often as claimed"),
    ("ferry", "a b ferry", 9, "a b ferry", "a text that is not wider is taken whole"),
    ("whale", "a b c d", 2, "a b", "no word at all: the beginning"),
]


@pytest.mark.parametrize(("claim", "source", "width", "expected", "why"), REGIONS)
def test_the_densest_region_holds_most_of_the_claim(
    claim: str, source: str, width: int, expected: str, why: str
) -> None:
    text = source.split()
    first, last = densest_region(claim.split(), [1.0] * len(claim.split()), text, width)
    assert " ".join(text[first:last]) == expected, why


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=5),
    st.lists(st.sampled_from("abcd"), max_size=25),
    st.integers(1, 8),
)
def test_no_other_region_holds_more(claim: list[str], source: list[str], width: int) -> None:
    def held(first: int) -> int:
        return (Counter(source[first : first + width]) & Counter(claim)).total()

    first, last = densest_region(claim, [1.0] * len(claim), source, width)
    assert last - first == min(width, len(source))
    most = max((held(at) for at in range(max(1, len(source) - width + 1))), default=0)
    assert held(first) == most


CHAINS = [
    # claim, source, kept, why
    ("we repaired the old boats", "we repaired the old boats",
     ["we repaired the old boats"], "the same words are one run"),
    ("the challenge is how we sell it",
     "the challenge in the next twelve months is how we sell it",
     ["the challenge", "is how we sell it"], "a left-out clause is one gap"),
    ("boats rot in winter", "in summer the boats rot quietly and in winter the boats rot in winter",
     ["boats rot in winter"], "words that stand together win"),
    ("the rope holds", "the mayor of a town that nobody has ever heard of in all these long years "
     "said that one old rope holds", ["rope holds"], "a lone small word far away is left behind"),
    ("boats were sold in spring", "boats were given away in spring",
     ["boats were", "in spring"], "changed words between kept ones"),
    ("winter comes and boats rot", "boats rot and winter comes",
     ["winter comes"], "what stands in the other order is not chained"),
    ("whales sing", "we repaired the old boats", [], "nothing is shared"),
    ("boats boats", "boats", ["boats"], "one source word is used once"),
    ("我们修船", "我们昨天修船", ["我 们", "修 船"], "Chinese"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "source", "kept", "why"), CHAINS)
def test_a_chain_keeps_what_belongs_together(
    claim: str, source: str, kept: list[str], why: str
) -> None:
    assert chained(claim, source) == kept, why


def test_words_skipped_at_a_mark_cost_little() -> None:
    claim = "rope cracked"
    source = "rope " + "held on " * 20 + "cracked"
    assert chained(claim, source) != ["rope", "cracked"]
    assert chained(claim, source, frozenset({1})) == ["rope", "cracked"]


def test_a_second_word_that_repeats_goes_to_its_neighbour() -> None:
    claim, source = terms("the boat the rope"), terms("the boat is old and the rope")
    runs = chain(claim, source, worth(claim))
    assert [(r.claim, r.source, r.length) for r in runs] == [(0, 0, 2), (2, 5, 2)]


WORDS = st.lists(st.sampled_from("abcdef"), max_size=40)


@given(WORDS, WORDS)
def test_runs_are_ordered_and_equal_and_never_overlap(claim: list[str], source: list[str]) -> None:
    runs = chain(claim, source, [1.0] * len(claim))
    for run in runs:
        assert run.length > 0
        assert claim[run.claim :][: run.length] == source[run.source :][: run.length]
    for one, other in pairwise(runs):
        assert one.claim + one.length <= other.claim
        assert one.source + one.length <= other.source
        both = one.claim + one.length == other.claim and one.source + one.length == other.source
        assert not both
    assert bool(runs) == bool(set(claim) & set(source))


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=120))
def test_a_text_against_itself_is_one_run(text: list[str]) -> None:
    assert chain(text, text, [1.0] * len(text)) == (Run(0, 0, len(text)),)


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=15), WORDS, WORDS)
def test_a_part_of_a_text_is_found_whole(
    claim: list[str], before: list[str], after: list[str]
) -> None:
    runs = chain(claim, before + claim + after, [1.0] * len(claim))
    assert [r.length for r in runs] == [len(claim)]


def invented(many: int, seed: int, words: int = 60) -> list[str]:
    """Running words out of a small stock, the same for one seed."""
    chosen = random.Random(seed)
    return [f"w{min(chosen.randrange(words), chosen.randrange(words))}" for _ in range(many)]


def test_long_input_is_cut_at_runs_that_occur_once() -> None:
    source = invented(4000, 1)
    claim = [*source[1000:1400], "and", "so", *source[1420:1900]]
    runs = chain(claim, source, [1.0] * len(claim))
    kept = sum(r.length for r in runs)
    assert kept >= 880
    assert runs[0].source == 1000
    assert runs[-1].source + runs[-1].length == 1900


REPETITIVE = [
    (["a"] * 2500, ["a"] * 10_000, 2500, "one word"),
    (["a", "b"] * 1250, ["a", "b"] * 5000, 2500, "two words in turn"),
    (["a", "b"] * 1250, ["b", "b", "a"] * 3333, 1250, "two words in another rhythm"),
]


@pytest.mark.parametrize(("claim", "source", "least", "why"), REPETITIVE)
def test_repetitive_text_ends_in_a_bounded_answer(
    claim: list[str], source: list[str], least: int, why: str
) -> None:
    assert (len("".join(claim)) * 2, len("".join(source)) * 2) >= (5000, 19_000)
    runs = chain(claim, source, [1.0] * len(claim))
    assert least <= sum(r.length for r in runs) <= len(claim), why
    assert all(a.claim + a.length <= b.claim and a.source + a.length <= b.source
               for a, b in pairwise(runs))  # fmt: skip


COMPACT = [
    ([(0, 0, 2), (2, 50, 5)], 10, [(2, 50, 5)], "what keeps most"),
    ([(0, 0, 3), (3, 50, 3)], 10, [(0, 0, 3)], "the first of equal ones"),
    ([(0, 0, 2), (2, 4, 2), (4, 60, 3)], 10, [(0, 0, 2), (2, 4, 2)], "neighbours together"),
    ([(0, 0, 20)], 10, [(0, 0, 20)], "a run is never cut"),
    ([], 10, [], "nothing"),
]


@pytest.mark.parametrize(("runs", "span", "expected", "why"), COMPACT)
def test_the_compact_part_keeps_most_within_the_span(
    runs: list[tuple[int, int, int]], span: int, expected: list[tuple[int, int, int]], why: str
) -> None:
    assert compact([Run(*r) for r in runs], span) == tuple(Run(*r) for r in expected), why
