"""With whom a sentence begins, and who comes in without a name."""

from __future__ import annotations

import pytest

from corpus.text.sentences import sentence_spans
from verifier.drafts.people.openings import nameless_in, opening
from verifier.drafts.words import load_draft_words

OPENINGS = [
    ("Ada Vane shrugs.", "en", "Ada Vane", "a name"),
    ("In court, the clerk wept.", "en", "the clerk", "behind an adverbial"),
    ("His wife, Ada Vane, disagrees.", "en", "Ada Vane", "the name in the apposition"),
    ("Ihr Nachbar, der Bauer Tom Vane, lacht.", "de", "Tom Vane", "an office in it"),
    ("The zoo welcomed the ruling.", "en", "The zoo", "without the verb behind it"),
    ("Rain fell.", "en", "Rain", "only what the capital tells"),
]


@pytest.mark.parametrize(("text", "language", "expected", "why"), OPENINGS)
def test_a_sentence_begins_with_somebody(text: str, language: str, expected: str, why: str) -> None:
    subject = opening(text, 0, len(text), load_draft_words(language))
    assert subject is not None, why
    assert text[subject.start : subject.end] == expected, why


NAMELESS = [
    ("The prosecutor sat down.", "en", ["The prosecutor"], "who opens a sentence"),
    ("I met a retired ferryman.", "en", ["a retired ferryman"], "an indefinite article"),
    ("Ada Vane, a nurse, is a mother.", "en", [], "what explains a name"),
    ("The council met.", "en", [], "a body"),
    ("It ended his landlord's patience.", "en", [], "whom somebody only has"),
    ("\u53f0\u4e0b\u4e00\u540d\u5c0f\u80a1\u4e1c\u7b11\u4e86\u3002", "zh",
     ["\u4e00\u540d\u5c0f\u80a1\u4e1c"], "one, a measure and an office"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected", "why"), NAMELESS)
def test_people_without_a_name_are_those_who_can_be_meant_again(
    text: str, language: str, expected: list[str], why: str
) -> None:
    sentences = [start for start, _ in sentence_spans(text)]
    found = nameless_in(text, 0, len(text), sentences, load_draft_words(language))
    assert [text[one.start : one.end] for one, _ in found] == expected, why
