"""The closest sentences: by what a claim is about, never by its wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.sentences import sentence_spans
from corpus.text.tokens import terms
from tests.gold.homes import window_of
from verifier.forms.stems import is_function_word, stemmer
from verifier.judging.paraphrase import ContentWords, nearest_sentences

TEXT = (
    "The harbour opened before the railway came. We bought four wooden boats from a widow. Every "
    "winter the ice breaks the smaller moorings. My father repaired them with rope."
)


def content(claim: str, language: str = "en") -> ContentWords:
    norms = terms(claim)
    return ContentWords(
        norms, [1.0] * len(norms), lambda n: not is_function_word(n, language), stemmer(language)
    )


def nearest(claim: str, text: str, language: str = "en") -> tuple[str, float] | None:
    window = window_of(text, start=7)
    found = nearest_sentences(content(claim, language), window)
    if found is None:
        return None
    return window.slice(found.start, found.end), round(found.share, 3)


PLACES = [
    ("wooden boats from a widow", "We bought four wooden boats from a widow.", 1.0, "one sentence"),
    ("moorings breaking in winters", "Every winter the ice breaks the smaller moorings.", 1.0,
     "stems"),
    ("ice breaking moorings, repaired with ropes",
     "Every winter the ice breaks the smaller moorings. My father repaired them with rope.", 1.0,
     "two neighbours hold more than one"),
    ("harbour rope", "The harbour opened before the railway came.", 0.5,
     "sentences that are no neighbours are not joined"),
    ("whales in winter ice", "Every winter the ice breaks the smaller moorings.", 0.667, "a share"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected", "share", "why"), PLACES)
def test_the_smallest_stretch_with_most_content_is_shown(
    claim: str, expected: str, share: float, why: str
) -> None:
    assert nearest(claim, TEXT) == (expected, share), why


def test_no_shared_word_gives_no_place() -> None:
    assert nearest("purple elephants", TEXT) is None
    assert nearest("purple elephants", "") is None


def test_the_first_of_equally_good_sentences_is_shown() -> None:
    assert nearest("rope", "A rope. A mill. A rope.") == ("A rope.", 1.0)


UNITS = [
    ("the boats and the boats", "en", ["boat"], "each stem once, no function words"),
    ("我们修船", "zh", ["修船"], "pairs of characters, not of function words only"),
    ("GPT模型", "zh", ["gpt", "模型"], "Latin words between them"),
    ("the of and", "en", [], "function words only"),
    ("", "en", [], "nothing"),
]


@pytest.mark.parametrize(("claim", "language", "units", "why"), UNITS)
def test_units_are_what_a_claim_is_about(
    claim: str, language: str, units: list[str], why: str
) -> None:
    found = content(claim, language).units
    assert [u for u in units if u not in found] == [], why
    if language == "en":
        assert found == units, why


def test_chinese_sentences_are_compared_by_pairs_of_characters() -> None:
    text = "河水上涨的时候，我们把书搬上楼。后来雨停了，河水退去。"
    assert nearest("把书搬到楼上", text, "zh") is not None
    found = nearest("雨停之后河水退去", text, "zh")
    assert found is not None
    assert found[0] == "后来雨停了，河水退去。"


@given(st.lists(st.sampled_from("rope tar ice mill boats whale the of".split()), max_size=8))
def test_a_place_is_one_or_two_whole_sentences_and_its_share_is_a_share(words: list[str]) -> None:
    window = window_of(TEXT, start=3)
    found = nearest_sentences(content(" ".join(words)), window)
    if found is None:
        return
    spans = [(a + 3, b + 3) for a, b in sentence_spans(TEXT)]
    first = [a for a, _ in spans].index(found.start)
    last = [b for _, b in spans].index(found.end)
    assert last - first in (0, 1)
    assert 0 <= found.share <= 1
    assert found.weight > 0


TOGETHER = [
    ("wooden boats from a widow", 3 + 4, 0.75, "three stems and four pairs in one sentence"),
    ("ice breaking moorings, repaired with ropes", 3, 0.769, "no pair: the better sentence counts"),
    ("four boats, breaking ice, old rope", 2, 0.5, "spread over two sentences"),
]


@pytest.mark.parametrize(("claim", "together", "common", "why"), TOGETHER)
def test_what_stands_together_is_counted_apart_from_the_share(
    claim: str, together: int, common: float, why: str
) -> None:
    found = nearest_sentences(content(claim), window_of(TEXT))
    assert found is not None
    assert (found.together, round(found.common, 3)) == (together, common), why
