"""Stems: what two forms of one word share, whichever library cuts them."""

from __future__ import annotations

import importlib

import pytest

from verifier.forms.stems import stem, stemmer

_WORDS = {
    "en": "generous generously happened skies dying internationally running flies proceedings news",
    "de": "häuser aufeinander kategorischen bücher größte arbeiteten möglichkeiten fußes",
    "fr": "continuellement majestueusement créé nationalités chevaux parleraient mangeâmes",
    "es": "rápidamente canciones absolutamente habláis políticas dándonos inglés",
    "it": "abbandonata propagandistico pronunciarono città pronunciandosi",
    "pt": "boataria quilométricas habitações correndo português",
    "ru": "важнейшими вечного говорившего москвы разошлись",
}
_ALGORITHMS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "ru": "russian",
}


@pytest.mark.parametrize("language", _WORDS)
def test_compiled_stems_are_those_of_the_plain_library(language: str) -> None:
    name = _ALGORITHMS[language]
    module = importlib.import_module(f"snowballstemmer.{name}_stemmer")
    plain = getattr(module, f"{name.capitalize()}Stemmer")()
    words = _WORDS[language].split()
    stems = [stem(word, language) for word in words]
    assert stems == [plain.stemWord(word) for word in words]
    assert stems != words


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem("世界", "zh") == "世界"
    assert stemmer("zh-Hant") is stemmer("zh")
