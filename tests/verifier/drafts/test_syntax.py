"""What German, French and Spanish syntax tells: clauses in the marks, genders, trades."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.clauses.inside import clause_inside
from verifier.drafts.clauses.told import so_inside, written_on
from verifier.drafts.names.definite import gender_of
from verifier.drafts.names.parts import SubjectKind
from verifier.drafts.words import load_draft_words

NOT_SPOKEN = [
    ("Der \u201eBlitzer von L\u00fche\u201c steht wieder.", "de", "what something is called"),
    ("Le quartier l\u2019a surnomm\u00e9e \u00ab la tour \u00bb.", "fr", "a nickname"),
    ("Han bautizado la rotonda como \u00abel donut\u00bb.", "es", "a nickname"),
]


@pytest.mark.parametrize(("text", "language", "why"), NOT_SPOKEN)
def test_a_name_given_to_something_is_no_quotation(text: str, language: str, why: str) -> None:
    assert [q.is_checked for q in find_quotations(text, language)] == [False], why


INSIDE = [
    ("On verra, sourit Ada Vane. Ou pas.", "Ada Vane", "a name behind the verb"),
    ("Deux ans, s\u2019est-elle exclam\u00e9e, deux ans !", "elle", "a pronoun joined to the verb"),
    ("Quel scandale ! tonne le maire, furieux.", "le maire", "behind an exclamation"),
    ("Il viendra, comme toujours.", None, "no verb of saying"),
    ("Il faut, dit-on, savoir partir.", None, "nobody in particular"),
]


@pytest.mark.parametrize(("text", "expected", "why"), INSIDE)
def test_a_french_clause_stands_inside_the_marks(text: str, expected: str | None, why: str) -> None:
    found = clause_inside(text, 0, len(text), load_draft_words("fr"))
    subject = found.subject if found else None
    assert (subject.text if subject else None) == expected, why


def test_no_other_language_has_a_clause_inside_the_marks() -> None:
    text = "We shall see, said Ada Vane. Or not."
    assert clause_inside(text, 0, len(text), load_draft_words("en")) is None


def test_so_makes_an_attribution_between_commas() -> None:
    text = "Dar\u00fcber, so Ada Vane, rede man seit Jahren."
    found = so_inside(text, 0, len(text), load_draft_words("de"))
    assert found is not None and found.subject is not None
    assert (found.subject.text, found.subject.kind) == ("Ada Vane", SubjectKind.NAME)
    assert not found.direct


def test_the_paper_on_which_it_stands_says_it() -> None:
    text = "Auf dem gelben Zettel stand in Tinte:"
    found = written_on(text, 0, len(text), load_draft_words("de"))
    assert found is not None and found.subject is not None
    assert found.subject.text == "dem gelben Zettel"
    assert written_on("Dann stand sie auf:", 0, 19, load_draft_words("de")) is None


GENDERS = [
    ("vecina", "es", "f"),
    ("vecino", "es", "m"),
    ("jueza", "es", "f"),
    ("nageuse", "fr", "f"),
    ("navigateur", "fr", "m"),
    ("portavoz", "es", ""),
]


@pytest.mark.parametrize(("role", "language", "gender"), GENDERS)
def test_two_forms_of_a_word_tell_the_gender(role: str, language: str, gender: str) -> None:
    assert gender_of(role, load_draft_words(language)) == gender


TRADES = [
    ("Gastwirt", True, "ends like a trade that is a family name too"),
    ("H\u00fcttenwart", True, "ends like a trade"),
    ("Dieter", False, "a first name that ends like one"),
]


@pytest.mark.parametrize(("word", "expected", "why"), TRADES)
def test_a_german_noun_before_a_full_name_can_be_a_trade(
    word: str, expected: bool, why: str
) -> None:
    assert load_draft_words("de").is_trade(word) is expected, why
