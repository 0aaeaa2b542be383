"""The right document is the first candidate, and strangers are none."""

from __future__ import annotations

from corpus.linking.candidates import candidates_for_linking, signature, signature_across
from tests.corpus.linking.test_ways_in import CHINESE, ENGLISH, ORIGINAL, REWORDED, UNRELATED

OTHERS = {"original": signature(ORIGINAL), "unrelated": signature(UNRELATED)}


def test_a_rewording_finds_its_original_first() -> None:
    found = candidates_for_linking(signature(REWORDED), OTHERS)
    assert found[0].key == "original"
    assert found[0].shared > 10


def test_a_text_with_nothing_in_common_finds_nothing() -> None:
    assert candidates_for_linking(signature(["Purple elephants whistle."]), OTHERS) == []


def test_the_same_text_is_as_like_as_can_be() -> None:
    (best, *_) = candidates_for_linking(signature(ORIGINAL), OTHERS)
    assert (best.key, best.likeness) == ("original", 1.0)


def test_rare_terms_count_more_than_common_ones() -> None:
    frequency = {"rare": 1, "heron": 1, "marsh": 1, "the": 900, "and": 900, "of": 900}
    others = {"common": {"the", "and", "of"}, "telling": {"rare", "heron", "marsh"}}
    wanted = {*others["common"], *others["telling"]}
    found = candidates_for_linking(wanted, others, frequency=frequency, documents=1000)
    assert [c.key for c in found] == ["telling", "common"]


def test_long_documents_keep_the_same_terms() -> None:
    words = [f"{n}th" for n in range(3000)]
    first, second = signature(words, largest=200), signature(reversed(words), largest=200)
    assert len(first) == 200
    assert first == second


def test_a_translation_is_found_across_the_border() -> None:
    english = {
        "ours": signature_across(ENGLISH, "en", "zh"),
        "unrelated": signature_across(UNRELATED, "en", "zh"),
    }
    found = candidates_for_linking(signature_across(CHINESE, "zh", "en"), english)
    assert found[0].key == "ours"
