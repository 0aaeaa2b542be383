"""The numbers that decide: published, unchangeable in place, and in an order that makes sense."""

from __future__ import annotations

import dataclasses

import pytest

from verifier.policy import Policy

PUBLISHED = {
    "shortest_claim": 3, "rare_enough": 4, "ellipsis_gap": 75, "bracket_gap": 8, "silent_gap": 25,
    "lone_word_gap": 3, "stitch_words": 4, "stitch_content": 2, "stitch_words_elsewhere": 6,
    "stitch_content_elsewhere": 3, "stitch_sentence": 3, "stitch_cover": 0.8,
    "altered_share": 0.65, "altered_stretch": 1.5, "paraphrase_words": 4, "paraphrase_share": 0.4,
}  # fmt: skip


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_number_of_the_published_rules_is_the_published_one(name: str) -> None:
    assert getattr(Policy(), name) == PUBLISHED[name]


def test_a_policy_is_a_value_with_a_version() -> None:
    policy = Policy()
    assert policy == Policy()
    assert policy.version
    with pytest.raises(dataclasses.FrozenInstanceError):
        policy.silent_gap = 26  # type: ignore[misc]
    assert dataclasses.replace(policy, silent_gap=26) != policy


def test_a_mark_allows_more_than_no_mark_and_another_source_asks_for_more() -> None:
    p = Policy()
    assert p.lone_word_gap < p.silent_gap < p.ellipsis_gap
    assert p.stitch_words < p.stitch_words_elsewhere
    assert p.stitch_content < p.stitch_content_elsewhere
    assert p.paraphrase_share < p.altered_share < p.stitch_cover
