"""What differs between a claim and its place, named step by step."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gold.homes import claim_of, window_of
from verifier.aligning.align import chain
from verifier.aligning.diff import align_edits, letters
from verifier.forms.variants import token_keys
from verifier.models import Alignment, Claim, Edit, Op


def aligned(claim_text: str, source_text: str, language: str = "en") -> tuple[Claim, Alignment]:
    claim, window = claim_of(claim_text, language), window_of(source_text)
    keys = token_keys(claim.tokens.norms, language)
    runs = chain(keys, token_keys(window.tokens.norms, language), [1.0] * len(keys))
    return claim, align_edits(claim, window, runs, language)


def told(claim: Claim, alignment: Alignment) -> list[str]:
    """Every edit that is not equal: ``op kind: source > claim (note)``."""
    norms = alignment.window.tokens.norms

    def one(e: Edit) -> str:
        source = " ".join(norms[e.source_first : e.source_last])
        claimed = " ".join(claim.tokens.norms[e.claim_first : e.claim_last])
        return f"{e.op} {e.kind}: {source} > {claimed}" + (f" ({e.note})" if e.note else "")

    return [one(e) for e in alignment.edits if e.op is not Op.EQUAL]


NAMED = [
    # claim, source, edits, why
    ("We sold four boats", "We sold four boats.", [], "nothing differs"),
    ("We sold five wooden boats today", "We sold four wooden boats today",
     ["replace word: four > five"], "a word for another"),
    ("We sold 5 wooden boats today", "We sold 4 wooden boats today",
     ["replace number: 4 > 5"], "a number for another"),
    ("We sold it to Marta last year", "We sold it to Ines last year",
     ["replace name: ines > marta"], "a name for another"),
    ("We sold four old wooden boats", "We sold four wooden boats",
     ["insert word:  > old"], "a word more"),
    ("We sold wooden boats here", "We sold four wooden boats here",
     ["delete word: four > "], "a word less"),
    ("We sold four boats of one color", "We sold four boats of one colour",
     ["fold spelling: colour > color (spelling)"], "another spelling"),
    ("We can't sell fourteen boats now", "We cannot sell 14 boats now",
     ["fold spelling: cannot > can't (contraction)", "fold spelling: 14 > fourteen (number)"],
     "contractions and numbers"),
    ("We sold five boats for twenty thousand euros", "We sold five boats for 20,000 crowns",
     ["fold spelling: 20,000 > twenty thousand (number)", "replace word: crowns > euros"],
     "the last word is paired with its neighbour behind a number"),
    ("They sold the wooden boats", "Once we sold the wooden boats",
     ["replace word: we > they"], "the first word is paired with its neighbour"),
    ("We sold the wooden boats slowly", "We sold the wooden boats. Then it rained.",
     ["insert word:  > slowly"], "but not over the border of a clause"),
    ("We sold four wooden boats", "We, um, sold four wooden boats",
     ["delete filler: um > "], "a filler left out"),
    ("We sold the boats", "We sold the the boats", ["delete filler: the > "], "a word said twice"),
    ("We sold four boats in a year", "We sold four boats in the year",
     ["replace slip: the > a"], "one article for another"),
    ("We don't sell wooden boats", "We do sell wooden boats",
     ["replace word: do > don't"], "a lost negation is a word, no slip"),
    ("我们卖了五条旧船", "我们卖了四条旧船", ["replace word: 四 > 五"], "Chinese"),
    ("我們賣了四條舊船", "我们卖了四条旧船", [], "traditional characters fold"),
    ("Wir haben vier Boote verkauft", "Wir haben fünf Boote verkauft",
     ["replace word: fünf > vier"], "German"),
]  # fmt: skip


@pytest.mark.parametrize(("claim_text", "source_text", "expected", "why"), NAMED)
def test_every_difference_is_named(
    claim_text: str, source_text: str, expected: list[str], why: str
) -> None:
    language = "zh" if claim_text[0] == "我" else "de" if claim_text[:3] == "Wir" else "en"
    claim, alignment = aligned(claim_text, source_text, language)
    found = [t for t in told(claim, alignment) if "(script)" not in t]
    assert found == expected, why


def test_a_marked_ellipsis_is_no_silent_loss() -> None:
    claim, alignment = aligned("We sold … boats here", "We sold four wooden boats here")
    assert told(claim, alignment) == ["marked word: four wooden > "]


def test_far_apart_texts_are_not_asked_for_folds() -> None:
    _, alignment = aligned(
        "whales can't sing along quietly here tonight", "whales cannot drift to other shores"
    )
    assert not any(e.op is Op.FOLD for e in alignment.edits)


WORDS = st.lists(st.sampled_from("boats were sold in the old harbour um 5".split()), max_size=20)


@given(WORDS, WORDS)
def test_edits_cover_the_claim_and_the_stretch_without_gaps(
    claim_words: list[str], source_words: list[str]
) -> None:
    if not set(claim_words) & set(source_words):
        return
    claim, alignment = aligned(" ".join(claim_words), " ".join(source_words))
    edits = alignment.edits
    assert (edits[0].claim_first, edits[-1].claim_last) == (0, len(claim.tokens))
    assert edits[0].source_first == alignment.source_first
    assert edits[-1].source_last == alignment.source_last
    for one, other in pairwise(edits):
        assert (one.claim_last, one.source_last) == (other.claim_first, other.source_first)
    for edit in edits:
        claimed = claim.tokens.norms[edit.claim_first : edit.claim_last]
        stored = alignment.window.tokens.norms[edit.source_first : edit.source_last]
        assert (claimed == stored) == (edit.op is Op.EQUAL)


@given(st.text("abc ", max_size=20), st.text("abc ", max_size=20))
def test_letters_rebuild_both_sides(claim_text: str, source_text: str) -> None:
    parts = letters(claim_text, source_text)
    assert "".join(t for op, t in parts if op >= 0) == claim_text
    assert "".join(t for op, t in parts if op <= 0) == source_text
