"""Words that fit both sides of a break go with what they lean on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gold.homes import service_on, talk
from verifier.aligning.align import chain
from verifier.aligning.breaks import settled
from verifier.service import Question

LEANING = frozenset("the is of in a not will will".split())


def words_of(text: str) -> list[str]:
    return text.lower().replace(".", "").replace(",", "").split()


BREAKS = [
    ("hope is the bread of the poor", "hope is the salt of talk it is the bread of the poor",
     ["hope is", "the bread of the poor"], "an article goes with its noun"),
    ("we will not raise it", "we will not fear that we will not raise it",
     ["we will not raise it"], "a whole run needs no break"),
    ("our town will not raise it", "our town will not sleep and will not raise it",
     ["our town", "will not raise it"], "a denial goes with what it denies"),
    ("boats carry salt home", "boats carry salt and flour and salt home",
     ["boats carry salt", "home"], "a content word leans on nothing"),
    ("the bread of the poor", "the salt of talk and the bread of the poor",
     ["the bread of the poor"], "nothing to settle"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "source", "parts", "why"), BREAKS)
def test_a_word_that_fits_both_sides_goes_with_what_it_leans_on(
    claim: str, source: str, parts: list[str], why: str
) -> None:
    ours, theirs = words_of(claim), words_of(source)
    runs = chain(ours, theirs, [1.0] * len(ours))
    found = settled(runs, ours, theirs, lambda at: theirs[at] in LEANING)
    assert [" ".join(theirs[r.source : r.source + r.length]) for r in found] == parts, why


def test_a_mark_of_editing_stays_where_it_stands() -> None:
    ours = words_of("hope is the bread of the poor")
    theirs = words_of("hope is the salt of talk it is the bread of the poor")
    runs = chain(ours, theirs, [1.0] * len(ours), frozenset({3}))
    assert settled(runs, ours, theirs, lambda at: True, frozenset({3})) == runs


@given(
    st.lists(st.sampled_from("abcde"), min_size=1, max_size=12),
    st.lists(st.sampled_from("abcde"), min_size=1, max_size=30),
    st.sets(st.sampled_from("abcde")),
)
def test_no_word_is_lost_and_every_run_still_matches(
    claim: list[str], source: list[str], leaning: set[str]
) -> None:
    runs = chain(claim, source, [1.0] * len(claim))
    found = settled(runs, claim, source, lambda at: source[at] in leaning)
    assert sum(r.length for r in found) == sum(r.length for r in runs)
    ends = (0, 0)
    for run in found:
        assert run.length > 0
        assert run.claim >= ends[0]
        assert run.source >= ends[1]
        ends = (run.claim + run.length, run.source + run.length)
        assert claim[run.claim : ends[0]] == source[run.source : ends[1]]


def test_the_corrected_quote_keeps_an_article_with_its_noun() -> None:
    said = (
        "Bread is the comfort of tired hands, the quiet at the end of a day. "
        "It is the music of the hungry."
    )
    with service_on(talk(f"Ada Lindqvist: {said}", "Tomas Reiter: Yes.")) as asked:
        report = asked.verify(Question("Bread is the music of the hungry."))
    assert report.corrected_quote is not None
    assert report.corrected_quote.text == "Bread is \u2026 the music of the hungry."
