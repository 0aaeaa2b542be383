"""The forms of verbs of saying, from their infinitives."""

from __future__ import annotations

import pytest

from verifier.drafts.conjugated import forms

PARTS = {
    "decir": "dice dicen dijo dijeron dir dicho diciendo decía decían",
    "prévenir": "prévient préviennent prévint prévinrent préviendr prévenu prévenant préven",
}
FORMS = [
    ("fr", "lancer", ("lance", "lançait", "lança", "lancèrent", "lancé"), "a soft c"),
    ("fr", "juger", ("juge", "jugeait", "jugeant", "jugent", "jugera"), "a soft g"),
    ("fr", "répéter", ("répète", "répétait", "répétera"), "an accent that turns"),
    ("fr", "rappeler:rappell", ("rappelle", "rappelait", "rappellera"), "a stressed stem"),
    ("fr", "bégayer", ("bégaie", "bégayait", "bégaiera"), "a y that turns"),
    ("fr", "avertir", ("avertit", "avertissent", "avertissait", "averti"), "the second group"),
    ("fr", "répondre", ("répond", "répondait", "répondit", "répondrait"), "the third group"),
    ("fr", "prévenir", ("prévient", "prévenait", "prévint", "préviendra"), "principal parts"),
    ("es", "recordar:recuerd", ("recuerda", "recordaba", "recordó", "recordaría"), "a diphthong"),
    ("es", "pedir:pid", ("pide", "pedía", "pidió", "pidiendo", "pedirá"), "a vowel that closes"),
    ("es", "advertir:adviert", ("advierte", "advirtió", "advirtieron", "advertía"), "both"),
    ("es", "proseguir:prosigu", ("prosigue", "prosiguió", "proseguía"), "a mute u"),
    ("es", "concluir", ("concluye", "concluyó", "concluyendo", "concluido"), "a y between vowels"),
    ("es", "decir", ("dice", "dijeron", "diría", "decía", "diciendo"), "principal parts"),
]


@pytest.mark.parametrize(("language", "verb", "expected", "why"), FORMS)
def test_a_verb_has_the_forms_of_its_conjugation(
    language: str, verb: str, expected: tuple[str, ...], why: str
) -> None:
    assert set(expected) <= set(forms(language, [verb], PARTS)), why


def test_an_infinitive_is_no_report() -> None:
    assert "lanzar" not in forms("es", ["lanzar"], {})


def test_other_languages_have_no_forms() -> None:
    assert forms("de", ["sagen"], {}) == []
