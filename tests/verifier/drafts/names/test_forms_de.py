"""German capitals that are names, and those that are none by their form."""

from __future__ import annotations

import pytest

from verifier.drafts.names.alone_de import is_name_alone, nouns_in
from verifier.drafts.names.forms_de import is_no_name
from verifier.drafts.names.parts import words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import given_gender, load_draft_words

NAMES = [
    ("Kollege Kai Brehm", "Kai Brehm", "an office before a frequent first name"),
    ("Vogts Doktorand Tim Brehm", "Tim Brehm", "whose he is"),
    ("Ratsmitglied Hella Frings", "Hella Frings", "a noun on no list of offices"),
    ("Autorin und Regisseurin Ada Vogt", "Ada Vogt", "two offices of one"),
    ("Leon W. schwieg", "Leon W.", "a court report cuts names short"),
    ("410 Millionen Euro", None, "a measure"),
    ("Scharfe Kritik kam", None, "an adjective where a sentence begins"),
    ("Der 61-Jährige führt das Unternehmen", "Der 61-Jährige", "the verb is no part of it"),
    (
        "das Projekt von der Gruppe Brehm",
        "das Projekt von der Gruppe Brehm",
        "no title of nobility",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), NAMES)
def test_a_german_noun_phrase_ends_where_it_should(
    text: str, expected: str | None, why: str
) -> None:
    run = words_of(text, 0, len(text))
    found = noun_phrase(text, [w for w in run if not w.text.isdigit() or w.text == "61"],
                        load_draft_words("de"))  # fmt: skip
    assert (found.text if found else None) == expected, why


FORMS = [
    ("Tatsächlich", True, "an adverb"),
    ("Glücklicherweise", True, "an adverb by its ending"),
    ("Digitalisierung", True, "a noun by its ending"),
    ("Fachleute", True, "several people"),
    ("Jannis", False, "a first name that ends like a noun"),
    ("Hartung", False, "a surname that ends like a noun"),
    ("Brehm", False, "nothing shows it"),
]


@pytest.mark.parametrize(("word", "expected", "why"), FORMS)
def test_a_form_tells_what_is_no_name(word: str, expected: bool, why: str) -> None:
    assert is_no_name(word, load_draft_words("de")) is expected, why


ALONE = [
    ("Es sprach Jannis.", "Jannis", True, "a frequent first name"),
    ("Der Pegel steht bei 6 Metern.", "Metern", False, "a number before it"),
    ("Er wohnt in Hausnummer 44.", "Hausnummer", False, "a number behind it"),
    ("Er kündigte Widerstand an.", "Widerstand", False, "an object"),
    ("Brehm sagt ab. Kai Brehm!", "Brehm", True, "a fuller name in the draft"),
]


@pytest.mark.parametrize(("text", "word", "expected", "why"), ALONE)
def test_a_single_capital_is_a_name_by_what_stands_around_it(
    text: str, word: str, expected: bool, why: str
) -> None:
    at = text.index(word)
    known = frozenset({"Brehm"}) if "Kai" in text else frozenset()
    words = load_draft_words("de")
    found = is_name_alone(text, (at, at + len(word)), "", known, nouns_in(text), words)
    assert found is expected, why


def test_a_first_name_tells_the_gender() -> None:
    words = load_draft_words("de")
    assert given_gender("Gudrun Brehm", words) == "f"
    assert given_gender("Uwe Vogt", words) == "m"
    assert given_gender("Gudrun", words) == "f"
    assert given_gender("Brehm", words) == ""
    assert given_gender("Gudrun Brehm", load_draft_words("en")) == ""


def test_swiss_spelling_is_on_every_list() -> None:
    words = load_draft_words("de")
    assert words.has("naming", "heisst") and words.has("auxiliaries", "liess")
