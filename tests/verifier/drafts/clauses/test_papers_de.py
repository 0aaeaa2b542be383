"""German papers and signs in which words stand."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.clauses.papers_de import is_paper, paper_before, sign_beside, stands_in
from verifier.drafts.names.parts import words_of
from verifier.drafts.words import load_draft_words

STANDS = [
    ("steht auf einem Schild am Tor", "einem Schild", "behind the verb"),
    ("Im neuen Vertrag steht", "Vertrag", "before it, with a fused article"),
    ("ist auf der Website zu lesen", "der Website", "to be read"),
    ("verlautete aus Parteikreisen", "Parteikreisen", "where it comes from"),
    ("steht in der Küche", None, "a room is no paper"),
    ("war in der Stadt unterwegs", None, "nothing is read there"),
]


@pytest.mark.parametrize(("text", "expected", "why"), STANDS)
def test_words_stand_in_a_paper(text: str, expected: str | None, why: str) -> None:
    found = stands_in(text, words_of(text, 0, len(text)), load_draft_words("de"))
    assert (found.text if found else None) == expected, why


SPEAKERS = [
    (
        "Die Eltern haben einen offenen Brief geschrieben. Darin heißt es: „Wir zahlen nicht.“",
        "Brief",
        "the paper of the sentence before",
    ),
    (
        "Das Gutachten ist kurz. Auf Seite 12 heißt es: „Die Wirkung ist gering.“",
        "Gutachten",
        "a page is a part of a paper",
    ),
    (
        "In der Kurve hing ein Laken mit der Aufschrift „Wir sind noch da“.",
        "ein Laken",
        "an inscription is a sign's",
    ),
    (
        "Der Rat hat ein Gutachten bestellt. Es nennt Zahlen und mahnt, „jedes weitere Jahr“ sei "
        "verloren.",
        "Gutachten",
        "a neuter that says something",
    ),
    (
        "Sein Gutachten ist lang. Auf der letzten steht: „Trotzdem schön.“",
        "Gutachten",
        "the noun for a page is left out",
    ),
    (
        "Im Entwurf, der vorliegt, ist von einem „Korridor für alle Beteiligten“ die Rede.",
        "Entwurf",
        "what a paper talks of",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_a_paper_says_what_nobody_says(text: str, expected: str, why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "de")] == [expected], why


def test_the_end_of_a_compound_tells_a_paper() -> None:
    words = load_draft_words("de")
    assert is_paper("Abschlussbericht", words)
    assert not is_paper("Bahnhof", words)


def test_nothing_stands_before_the_first_sentence() -> None:
    words = load_draft_words("de")
    assert paper_before("Darin steht viel.", 0, words) is None
    assert sign_beside("„Halt“", 0, words) is None
