"""Whom a German pronoun or noun stands for."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS = [
    (
        "Der Zeuge Kai Brehm belastete Leon Vogt schwer. „Er war da“, sagte er.",
        "Kai Brehm",
        "the subject and no object",
    ),
    (
        "Im Saal sitzt auch die Mutter des Opfers. Sie klagt. „Ich schlafe nicht“, sagt sie.",
        "die Mutter des Opfers",
        "a pronoun leads on to a noun behind its verb",
    ),
    (
        "Dem widerspricht Jannis. Er war zehn, als er kam. „Um acht war Schluss“, sagt er.",
        "Jannis",
        "a name at the end of its sentence",
    ),
    (
        "Gudrun Brehm traf Uwe Vogt. „Mir war kalt“, erzählt sie.",
        "Gudrun Brehm",
        "first names tell the gender",
    ),
    (
        "Uwe Vogt, den sie im Dorf den Hecht nennen, bleibt. Am Montag wird gearbeitet. "
        "„Ich habe den Schlüssel“, sagte er.",
        "Uwe Vogt",
        "a sentence about nobody between",
    ),
    (
        "Gudrun Brehm erbte den Hof von ihrem Vater. Der hatte abgeraten. „Lass es“, habe er "
        "gesagt.",
        "Vater",
        "a lone article is whoever was mentioned last",
    ),
    (
        "Ähnlich äußerte sich die Informatikerin Ada Vogt. Technisch sei man „auf Augenhöhe mit "
        "den Besten“ gewesen.",
        "Ada Vogt",
        "an adverb opens the sentence before",
    ),
    (
        "Gudrun Brehm wohnt am See. Gudrun Brehms Garten blüht. „Mir reicht das“, sagt sie.",
        "Gudrun Brehm",
        "a genitive is the same name",
    ),
    (
        "Der Landtag tagt. Scharf äußerte sich Uwe Vogt. Die Ministerin habe „jedes Maß verloren“.",
        "Uwe Vogt",
        "whom the subjunctive tells of does not speak",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_pronoun_is_the_subject_before(text: str, expected: str, why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "de")] == [expected], why
