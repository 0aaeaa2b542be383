"""Where the subject of a German sentence stands."""

from __future__ import annotations

import pytest

from verifier.drafts.clauses.order_de import is_many, segments, subjects_in
from verifier.drafts.names.parts import words_of
from verifier.drafts.words import load_draft_words

SUBJECTS = [
    ("Kai Brehm winkt ab.", ["Kai Brehm"], "it opens the sentence"),
    ("Im Saal sitzt auch die Mutter des Opfers.", ["die Mutter des Opfers"], "behind the verb"),
    ("Seit vierzig Jahren bläst Clara Vogt Kugeln.", ["Clara Vogt"], "behind a number"),
    ("Den Vorwurf wies die Landrätin zurück.", ["die Landrätin"], "an object opens it"),
    ("Dort hat Kai Brehm lange gearbeitet.", ["Kai Brehm"], "behind an adverb"),
    ("Manchmal, wenn es regnet, lacht Clara Vogt.", ["Clara Vogt"], "behind a clause"),
    ("Als Kai Brehm kam, rief er laut.", ["er", "Kai Brehm"], "the main clause goes first"),
    ("Auf dem Hof, der leer ist, steht ein Schäfer.", ["ein Schäfer"], "a relative between"),
    ("Deren Anwältin Clara Vogt schwieg.", ["Clara Vogt"], "an owner in the genitive"),
    ("sagte am Abend ein Polizist.", ["ein Polizist"], "what is left behind a quotation"),
    ("Er bleibe dabei, sagt Clara Vogt.", ["Clara Vogt"], "who says so behind a comma"),
    ("Ihr Chef, ein Lehrer, wies das ab.", ["Ihr Chef"], "an apposition before the verb"),
    ("Im Mai fehlten die Worte.", ["die Worte"], "a thing is a subject, too"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SUBJECTS)
def test_the_subject_is_found_wherever_it_stands(text: str, expected: list[str], why: str) -> None:
    words = load_draft_words("de")
    found = subjects_in(text, words_of(text, 0, len(text)), words)
    assert [one.text for one in found] == expected, why
    assert all(text[one.start : one.end].endswith(one.text) for one in found), why


MANY = [
    ("Dort warten sie.", True, "a verb in the plural"),
    ("Dort wartet sie.", False, "a verb in the singular"),
    ("Sie kann warten.", False, "a singular that ends like a plural"),
    ("Er wartet.", False, "only one pronoun is both"),
]


@pytest.mark.parametrize(("text", "expected", "why"), MANY)
def test_a_pronoun_for_several_has_a_verb_in_the_plural(
    text: str, expected: bool, why: str
) -> None:
    words = load_draft_words("de")
    run = words_of(text, 0, len(text))
    assert is_many(text, subjects_in(text, run, words)[0], run) is expected, why


def test_marks_and_colons_cut_a_sentence() -> None:
    text = "Kai Brehm lacht: Nein „so“ geht es"
    parts = segments(text, words_of(text, 0, len(text)))
    assert [text[part[0].start : part[-1].end] for part in parts] == [
        "Kai Brehm lacht",
        "Nein",
        "so",
        "geht es",
    ]


def test_no_words_have_no_subject() -> None:
    assert subjects_in("", [], load_draft_words("de")) == []
