"""Who comes in behind the verb, and sentences that begin with a time or with their object."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.names.parts import words_of
from verifier.drafts.people.coming import behind_time, who_comes, who_feels
from verifier.drafts.words import load_draft_words

COMES = [
    ("Vient le facteur.", "fr", "le facteur", "a verb of coming opens the sentence"),
    ("Alors entre Ada Vane, trempée.", "fr", "Ada Vane", "a name behind it"),
    ("Al cabo atendió un funcionario.", "es", "un funcionario", "behind an adverbial"),
    ("Llega la noche.", "es", None, "what comes is nobody"),
    ("Elle vient du nord.", "fr", None, "the subject stands before"),
    ("El alcalde llega tarde.", "es", None, "the subject stands before"),
]


@pytest.mark.parametrize(("text", "language", "expected", "why"), COMES)
def test_whoever_comes_stands_behind_the_verb(
    text: str, language: str, expected: str | None, why: str
) -> None:
    words = load_draft_words(language)
    found = who_comes(text, words_of(text, 0, len(text)), words)
    assert (found.text if found else None) == expected, why


TIMES = [
    ("Un soir de mars, le maire appelle.", "fr", "le maire", "up to the comma"),
    ("Cette nuit le pompier dort.", "fr", "le pompier", "up to the next article"),
    ("Una tarde el cartero faltó.", "es", "el cartero", "up to the next article"),
    ("La nuit a été longue.", "fr", "La nuit", "the time is the subject"),
    ("El cartero faltó una tarde.", "es", "El cartero", "no time opens it"),
]


@pytest.mark.parametrize(("text", "language", "begins", "why"), TIMES)
def test_a_time_at_the_start_is_passed_over(
    text: str, language: str, begins: str, why: str
) -> None:
    run = behind_time(text, words_of(text, 0, len(text)), load_draft_words(language))
    assert text[run[0].start :].startswith(begins), why


FEELS = [
    ("A ella los elogios le dan risa.", "ella", "a pronoun"),
    ("A Ruibal le cuesta dormir.", "Ruibal", "a name"),
    ("Al alcalde no le gusta.", "Al alcalde", "an office"),
    ("A las ocho llega el tren.", None, "a time"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FEELS)
def test_a_spanish_sentence_begins_with_whom_it_is_about(
    text: str, expected: str | None, why: str
) -> None:
    found = who_feels(text, words_of(text, 0, len(text)), load_draft_words("es"))
    assert (text[found.start : found.end] if found else None) == expected, why


SPEAKERS: list[tuple[str, str, list[str | None], str]] = [
    (
        "fr",
        "Rémi Darrieu regarde ses mains. Vient le facteur. « Je savais », lâche-t-il.",
        ["le facteur"],
        "whoever comes in is new",
    ),
    (
        "es",
        "Ada Ruibal pinta de noche. A ella el ruido le da igual. «Ni lo oigo», apunta.",
        ["Ada Ruibal"],
        "her object opens the sentence",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "why"), SPEAKERS)
def test_whoever_comes_in_speaks(
    language: str, text: str, expected: list[str | None], why: str
) -> None:
    assert [q.speaker for q in find_quotations(text, language)] == expected, why
