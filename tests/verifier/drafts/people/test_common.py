"""Capitals that are nobody's name in French and Spanish drafts."""

from __future__ import annotations

import pytest

from verifier.drafts.reading import read_draft
from verifier.drafts.words import load_draft_words

NAMES = [
    (
        "Ada Ruibal salió a la plaza. Tenía 88 años. Son 43 vecinos.",
        "es",
        {"Ada Ruibal"},
        "a verb opens the sentence",
    ),
    (
        "Murió Ada Ruibal\n\nLa farera Ada Ruibal murió ayer.",
        "es",
        {"Ada Ruibal"},
        "a verb before the name in a headline",
    ),
    (
        "Un día de mar\n\nPor Iván Losada\n\nLa farera Ada Ruibal abre la puerta.",
        "es",
        {"Ada Ruibal"},
        "the author in a line of his own",
    ),
    (
        "Contactée, Mme Darrieu se tait. Traduction : elle attend.",
        "fr",
        {"Darrieu"},
        "a participle and a noun open their sentences",
    ),
    (
        "Le quai désert\n\nPaule Imbert, envoyée spéciale à Brest\n\nMarc Darrieu ferme la grille.",
        "fr",
        {"Marc Darrieu"},
        "the author by her office",
    ),
    (
        "Il a saisi l’APN Marc Darrieu hier. Darrieu hésite.",
        "fr",
        {"Marc Darrieu", "Darrieu"},
        "letters before a name, and a family name that opens a sentence",
    ),
]


@pytest.mark.parametrize(("text", "language", "names", "why"), NAMES)
def test_only_names_are_names(text: str, language: str, names: set[str], why: str) -> None:
    people = read_draft(text, load_draft_words(language)).people
    assert {mention.name for mention in people.mentions} == names, why
