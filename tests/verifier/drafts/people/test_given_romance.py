"""The gender that the form of a first name tells."""

from __future__ import annotations

import pytest

from verifier.drafts.people.given_romance import gender_of_given
from verifier.drafts.words import load_draft_words

NAMES = [
    ("Solène Darrieu", "fr", "f", "the ending of a woman's name"),
    ("Marcel Darrieu", "fr", "m", "any other ending"),
    ("Philippe Darrieu", "fr", "m", "a man's name with the ending of a woman's"),
    ("Margot Darrieu", "fr", "f", "a woman's name with the ending of a man's"),
    ("Anne-Laure Darrieu", "fr", "f", "two first names in one"),
    ("Camille Darrieu", "fr", "", "a name that both bear"),
    ("Carmela Ruibal", "es", "f", "the ending of a woman's name"),
    ("Lluís Ruibal", "es", "m", "any other ending"),
    ("Amparo Ruibal", "es", "f", "a woman's name with the ending of a man's"),
    ("Matías Ruibal", "es", "m", "a man's name"),
    ("J. Ruibal", "es", "", "an initial"),
    ("Ruibal", "es", "", "a word that may be a family name"),
    ("Carla Weiss", "de", "", "a language in which endings tell nothing"),
]


@pytest.mark.parametrize(("name", "language", "gender", "why"), NAMES)
def test_a_first_name_tells_a_gender(name: str, language: str, gender: str, why: str) -> None:
    assert gender_of_given(name, load_draft_words(language)) == gender, why
