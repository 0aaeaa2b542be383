"""Chains that no rule can hold for, and what is kept of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.tokens import terms
from tests.gold.homes import claim_of, window_of
from verifier.aligning.align import chain
from verifier.aligning.diff import align_edits
from verifier.aligning.outlines import outline
from verifier.aligning.places import Place
from verifier.aligning.wording import judge
from verifier.forms.variants import token_keys
from verifier.models import Alignment, Claim, Op
from verifier.policy import Policy


def outlined(claim_text: str, source_text: str) -> tuple[Alignment | None, Alignment, Claim]:
    claim, window = claim_of(claim_text, "en"), window_of(source_text)
    keys = token_keys(claim.tokens.norms, "en")
    runs = chain(keys, token_keys(window.tokens.norms, "en"), [1.0] * len(keys))
    least = Policy().altered_share
    return outline(claim, window, runs, "en", least), align_edits(claim, window, runs, "en"), claim


OUTLINED = [
    ("we sold five boats to a man from the north", "the north sold wine", True, "far too thin"),
    ("we sold five wooden boats", "we sold four wooden boats", False, "an altered wording"),
    ("um rope um", "rope", False, "nothing but fillers differs"),
]


@pytest.mark.parametrize(("claim_text", "source_text", "expected", "why"), OUTLINED)
def test_only_what_no_rule_can_hold_for_is_outlined(
    claim_text: str, source_text: str, expected: bool, why: str
) -> None:
    found, _, _ = outlined(claim_text, source_text)
    assert (found is not None) == expected, why


WORDS = st.sampled_from("the a um rope tar don't not 14 fourteen colour color we sold . ,".split())


@given(st.lists(WORDS, min_size=1, max_size=12), st.lists(WORDS, min_size=1, max_size=30))
def test_an_outline_has_what_is_equal_and_stands_where_no_rule_holds(
    claimed: list[str], stored: list[str]
) -> None:
    if not set(token_keys(terms(" ".join(claimed)), "en")) & set(
        token_keys(terms(" ".join(stored)), "en")
    ):
        return  # nothing to chain
    found, whole, claim = outlined(" ".join(claimed), " ".join(stored))
    if found is None:
        return
    kept = [e for e in whole.edits if e.op is Op.EQUAL]
    assert [e for e in found.edits if e.op is Op.EQUAL] == kept
    assert judge(claim, Place(whole, False, 1.0), Policy(), lambda _: ()) is None
