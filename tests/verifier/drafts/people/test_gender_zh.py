"""What the pronouns of a Chinese draft tell about the gender of its people."""

from __future__ import annotations

import pytest

from corpus.text.sentences import sentence_spans
from verifier.drafts.people.gender_zh import genders_zh
from verifier.drafts.words import load_draft_words

TOLD: list[tuple[str, list[str], dict[str, str], str]] = [
    ("温芝去年退休。她住在山下。", ["温芝"], {"温芝": "f"}, "the sentence goes on about her"),
    ("温芝问起郝建。他没有说话。", ["温芝", "郝建"], {}, "two are named"),
    ("温芝要给钱，他摆了摆手。", ["温芝"], {}, "a pronoun behind a comma is another's"),
    ("前面坐着温芝。他没有回头。", ["温芝"], {}, "the sentence does not begin with the name"),
    ("温芝走了。\n\n他没有回头。", ["温芝"], {}, "another paragraph"),
    ("温芝走了。她累。温芝停下。他也累。", ["温芝"], {}, "the places disagree"),
    ("巷口的孟婶来了。", ["孟婶"], {"孟婶": "f"}, "what a neighbour is called by"),
]


@pytest.mark.parametrize(("text", "names", "expected", "why"), TOLD)
def test_a_sentence_goes_on_about_whoever_the_one_before_begins_with(
    text: str, names: list[str], expected: dict[str, str], why: str
) -> None:
    sentences = [start for start, _ in sentence_spans(text)]
    named = sorted((at, n) for n in names for at in range(len(text)) if text.startswith(n, at))
    words = load_draft_words("zh")
    assert genders_zh(text, [(0, len(text))], sentences, named, words) == expected, why
