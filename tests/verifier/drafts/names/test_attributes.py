"""What behind a noun for a person belongs to it."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.names.parts import words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import load_draft_words

PHRASES = [
    ("the secretary of state looked up", "the secretary of state", "a noun without an article"),
    ("the director of public health said", "the director of public health", "a field of two words"),
    ("the minister for health nodded", "the minister for health", "the next word is a verb"),
    ("the mother of two nodded", "the mother of two", "a number that counts nothing"),
    ("a father of two boys said", "a father of two boys", "one that counts"),
    ("the head of the school said", "the head of the school", "an article takes its noun along"),
    ("a spokeswoman for Dorn Council said", "a spokeswoman for Dorn Council", "capitals go on"),
    ("the vicar of St Oswald’s put it", "the vicar of St Oswald’s", "no owner of anything"),
    ("the mayor at noon said", "the mayor", "a time is no attribute"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PHRASES)
def test_a_noun_takes_along_what_tells_its_person_apart(text: str, expected: str, why: str) -> None:
    subject = noun_phrase(text, words_of(text, 0, len(text)), load_draft_words("en"))
    assert subject is not None, why
    assert text[subject.start : subject.end] == subject.text == expected, why


OPENINGS = [
    (
        "A mother in Dorn, who asked for no name, opened it at two.",
        "A mother in Dorn",
        "a relative",
    ),
    ("A man at the back had waited for this.", "A man at the back", "a verb on the lists"),
    ("A woman shrugged at the window.", "A woman", "its verb is not known"),
]


@pytest.mark.parametrize(("before", "expected", "why"), OPENINGS)
def test_whoever_opens_a_sentence_is_called_with_the_place(
    before: str, expected: str, why: str
) -> None:
    pronoun = "he" if " man " in before else "she"
    (found,) = find_quotations(f"{before} “There was a girl in it,” {pronoun} said.", "en")
    assert found.speaker == expected, why
